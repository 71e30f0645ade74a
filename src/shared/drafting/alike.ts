// Tells whether two tellings may be of the same event: their dates, the words of their titles, and who took part. Pure.
import { DAY } from '../dates/calendar.ts';
import type { EventDate } from '../dates/event-date.ts';

/** What is told of an event. */
export interface Telling {
  readonly title: string;
  /** `null` where it has no date. */
  readonly when: EventDate | null;
  readonly people: readonly string[];
}

/** How far apart two dates of one event may lie, days: reports are mostly wrong by days, seldom by weeks. */
export const APART = 31;

/** So many letters of a word that are the same in most of its forms. */
const STEM = 5;
/** Shorter words say little of what happened. */
const SHORTEST = 4;

/** The share of the words of the shorter telling that the other has too: where the dates agree, and where they do not. */
const ENOUGH = { agreeing: 0.5, other: 0.7 } as const;
/** The least words that two have in common: one may be a name of a land. */
const LEAST = 2;

/** Whether two dates can be of the same day; `null` where one of them is not known. */
export function agree(one: EventDate | null, other: EventDate | null): boolean | null {
  return one === null || other === null ? null : one.start < other.end && other.start < one.end;
}

/** How much alike two tellings are, 0 to 1; 0 where they are of two events. */
export function likeness(one: Telling, other: Telling): number {
  const [own, others] = [stemsOf(one), stemsOf(other)];
  const shared = [...own].filter((stem) => others.has(stem)).length;
  if (shared < LEAST) return 0;
  const share = shared / Math.min(own.size, others.size);
  const agreeing = agree(one.when, other.when);
  if (agreeing === false && one.when !== null && other.when !== null) {
    const apart = Math.max(one.when.start - other.when.end, other.when.start - one.when.end);
    if (apart >= APART * DAY) return 0;
  }
  return share >= (agreeing === true ? ENOUGH.agreeing : ENOUGH.other) ? share : 0;
}

const known = new WeakMap<Telling, ReadonlySet<string>>();

function stemsOf(telling: Telling): ReadonlySet<string> {
  const stems = known.get(telling) ?? stemsIn(telling);
  known.set(telling, stems);
  return stems;
}

function stemsIn({ title, people }: Telling): Set<string> {
  const words =
    [title, ...people]
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? [];
  return new Set(words.flatMap((word) => (word.length >= SHORTEST ? [word.slice(0, STEM)] : [])));
}
