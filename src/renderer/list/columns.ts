// What the list says of an event, column by column, and how it is sorted. Pure.
import { dateInWords, precisionInWords } from '../../shared/dates/words.ts';
import { laneTitleOf } from '../../shared/document/lane-of.ts';
import type { Column, Sorting } from './sorting.ts';
import type { Dating, PlacedDocument, PlacedEvent } from '../../shared/document/document.ts';

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
};

/** Surest first. */
const CONFIDENCE: readonly Dating['confidence'][] = ['very high', 'high', 'medium', 'low'];
const KINDS: readonly Dating['kind'][] = ['stated', 'derived', 'external'];

/** Numbers in names count as numbers: “Day 9” before “Day 10”. */
const collator = new Intl.Collator('en', { numeric: true });

/** The cells of an event. */
export function cellsOf(event: PlacedEvent, laneTitle: string): Cells {
  const { when, dating } = event;
  return {
    date: dateInWords(when),
    title: event.title,
    lane: laneTitle,
    place: event.place ?? '',
    people: event.participants.map(({ name }) => name).join('; '),
    certainty: `${precisionInWords(when)}; ${DATING[dating.kind]}, confidence ${dating.confidence}`,
    sources: String(event.sources.length),
  };
}

/** Sorts the events of one document, whichever of them are listed. */
export interface Sorter {
  /** Positions of events in the order wanted; what has nothing in the column stands last. */
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
      if (column === 'date') return direction === 'ascending' ? inTime : inTime.toReversed();
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
  const { events } = document;
  switch (column) {
    case 'sources':
      return Int32Array.from(events, ({ sources }) => sources.length);
    case 'certainty':
      return Int32Array.from(
        events,
        ({ dating, when }) =>
          CONFIDENCE.indexOf(dating.confidence) * 100 +
          KINDS.indexOf(dating.kind) * 10 +
          Number(when.uncertain) * 2 +
          Number(when.approximate),
      );
    case 'title':
    case 'lane':
    case 'place':
    case 'people':
      return textRanks(events.map((event) => cellsOf(event, laneTitleOf(document, event))[column]));
  }
}

function textRanks(texts: readonly string[]): Int32Array {
  const distinct = [...new Set(texts)].sort((a, b) => collator.compare(a, b));
  const ranks = new Map(distinct.map((text, rank) => [text, text === '' ? NOTHING : rank]));
  return Int32Array.from(texts, (text) => ranks.get(text) ?? NOTHING);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
