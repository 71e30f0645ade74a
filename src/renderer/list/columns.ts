// What the list says of an event, column by column, and how it is sorted. Pure.
import { dateInWords, precisionInWords } from '../../shared/dates/words.ts';
import { laneTitleOf } from '../../shared/document/lane-of.ts';
import { joined } from '../view/model.ts';
import type { Column, Sorting } from './sorting.ts';
import {
  allEvents,
  type AnyEvent,
  type Confidence,
  type Dating,
  type PlacedDocument,
} from '../../shared/document/document.ts';
import { NO_DATE } from '../../shared/document/event-label.ts';

/** The columns of the list, from the left. */
export const COLUMNS: readonly Column[] = [
  'date',
  'title',
  'lane',
  'place',
  'people',
  'certainty',
  'sources',
];

/** What stands above each column. */
export const COLUMN_NAMES: Readonly<Record<Column, string>> = {
  date: 'Date',
  title: 'Event',
  lane: 'Lane',
  place: 'Place',
  people: 'Participants',
  certainty: 'How the date is known',
  sources: 'Sources',
};

/** What a row says, in words. */
export type Cells = Readonly<Record<Column, string>>;

const DATING: Readonly<Record<Dating['kind'], string>> = {
  stated: 'stated in the article',
  derived: 'derived from the article',
  external: 'from another source',
  imported: 'imported from',
};

/** Surest first. */
const CONFIDENCE: readonly Confidence[] = ['very high', 'high', 'medium', 'low'];
const KINDS: readonly Dating['kind'][] = ['stated', 'derived', 'external', 'imported'];

/** Numbers in names count as numbers: “Day 9” before “Day 10”. */
const collator = new Intl.Collator('en', { numeric: true });

/** The cells of an event. */
export function cellsOf(event: AnyEvent, laneTitle: string): Cells {
  const { when, dating } = event;
  return {
    date: when === undefined ? NO_DATE : dateInWords(when),
    title: event.title,
    lane: laneTitle,
    place: event.place ?? '',
    people: event.participants.map(({ name }) => name).join('; '),
    certainty: [
      ...(when === undefined ? [] : [precisionInWords(when)]),
      ...(dating === undefined ? [] : [datingInWords(dating)]),
    ].join('; '),
    sources: String(event.sources.length),
  };
}

function datingInWords(dating: Dating): string {
  return dating.kind === 'imported'
    ? `${DATING.imported} ${dating.file}, row ${dating.row.toLocaleString('en')}`
    : `${DATING[dating.kind]}, confidence ${dating.confidence}`;
}

/** Sorts the events of one document, whichever of them are listed. */
export interface Sorter {
  /**
   * Rows of events in the order wanted; what has nothing in the column stands last.
   * @param inTime in time order, those without a date last
   */
  sorted(inTime: Int32Array, sorting: Sorting): Int32Array;
}

/** Compares all events of a document once for each column that is asked for; after that, listing them compares numbers. */
export function createSorter(document: PlacedDocument): Sorter {
  const ranks = new Map<Ranked, Int32Array>();
  const rankIn = (column: Ranked): Int32Array => {
    const known = ranks.get(column) ?? rankBy(column, document);
    ranks.set(column, known);
    return known;
  };
  return {
    sorted(inTime, { column, direction }) {
      if (column === 'date') {
        if (direction === 'ascending') return inTime;
        const undated = inTime.filter((row) => row >= document.events.length);
        return joined(inTime.subarray(0, inTime.length - undated.length).toReversed(), undated);
      }
      const rank = rankIn(column);
      const sign = direction === 'ascending' ? 1 : -1;
      const place = (position: number): number => {
        const own = rank[position] ?? NOTHING;
        return own === NOTHING ? Infinity : sign * own;
      };
      const places = Float64Array.from(inTime, place);
      const order = Array.from(inTime.keys()).sort((a, b) => compare(places[a] ?? 0, places[b] ?? 0));
      return Int32Array.from(order, (at) => inTime[at] ?? 0);
    },
  };
}

/** By date the events come sorted. */
type Ranked = Exclude<Column, 'date'>;

/** The rank of an event that has nothing in a column. */
const NOTHING = -1;

/** For each event, how many others stand before it; equal ones share a rank. */
function rankBy(column: Ranked, document: PlacedDocument): Int32Array {
  const events = allEvents(document);
  switch (column) {
    case 'sources':
      return Int32Array.from(events, ({ sources }) => sources.length);
    case 'certainty':
      return Int32Array.from(events, certaintyRank);
    case 'title':
    case 'lane':
    case 'place':
    case 'people':
      return textRanks(events.map((event) => cellsOf(event, laneTitleOf(document, event))[column]));
  }
}

/** The surest first; then what says no confidence, which is imported, or nothing at all beside a date. */
function certaintyRank({ dating, when }: AnyEvent): number {
  if (dating === undefined && when === undefined) return NOTHING;
  const confidence =
    dating === undefined || dating.kind === 'imported'
      ? CONFIDENCE.length
      : CONFIDENCE.indexOf(dating.confidence);
  const kind = dating === undefined ? KINDS.length : KINDS.indexOf(dating.kind);
  const doubts = Number(when?.uncertain ?? false) * 2 + Number(when?.approximate ?? false);
  return confidence * 100 + kind * 10 + doubts;
}

function textRanks(texts: readonly string[]): Int32Array {
  const distinct = [...new Set(texts)].sort((a, b) => collator.compare(a, b));
  const ranks = new Map(distinct.map((text, rank) => [text, text === '' ? NOTHING : rank]));
  return Int32Array.from(texts, (text) => ranks.get(text) ?? NOTHING);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
