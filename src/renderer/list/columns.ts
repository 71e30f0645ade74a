// The columns of the list: their words and their order. Pure.
import { dateInWords } from '../../shared/dates/words.ts';
import { laneTitleOf } from '../../shared/document/lane-of.ts';
import { joined } from '../view/model.ts';
import type { Column, Sorting } from './sorting.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { AnyEvent, Confidence, Dating } from '../../shared/document/event.ts';
import { NO_DATE } from '../../shared/document/event-label.ts';
import type { Flag } from '../../shared/document/table.ts';
import { grouped } from '../../shared/in-words.ts';

/** The columns of the list, from the left. */
export const COLUMNS: readonly Column[] = [
  'date',
  'title',
  'lane',
  'place',
  'people',
  'tags',
  'importance',
  'dating',
  'confidence',
  'sources',
];

/** The heading of each column. */
export const COLUMN_NAMES: Readonly<Record<Column, string>> = {
  date: 'Date',
  title: 'Event',
  lane: 'Lane',
  place: 'Place',
  people: 'Participants',
  tags: 'Tags',
  importance: 'Importance',
  dating: 'Dating',
  confidence: 'Confidence',
  sources: 'Sources',
};

/** What a cell says of each kind of dating. */
export const DATING: Readonly<Record<Dating['kind'], string>> = {
  stated: 'Stated',
  derived: 'Derived',
  external: 'Other source',
  imported: 'Imported',
};

/** What a cell says of each confidence. */
export const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  'very high': 'Very high',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

/** Surest first, in the order above. */
const KINDS = Object.keys(DATING);
const CONFIDENCES = Object.values(CONFIDENCE);

/** Compares numbers in names as numbers: “Day 9” before “Day 10”. */
const collator = new Intl.Collator('en', { numeric: true });

/** The words of a cell; empty if the event has nothing for the column. */
export function cellOf(column: Column, event: AnyEvent, laneTitle: string): string {
  const { when, dating, sources } = event;
  switch (column) {
    case 'date':
      return when === undefined ? NO_DATE : dateInWords(when);
    case 'title':
      return event.title;
    case 'lane':
      return laneTitle;
    case 'place':
      return event.place ?? '';
    case 'people':
      return event.participants.map(({ name }) => name).join('; ');
    case 'tags':
      return (event.tags ?? []).join(', ');
    case 'importance':
      return event.importance === undefined ? '' : String(event.importance);
    case 'dating':
      return dating === undefined ? '' : datingInWords(dating);
    case 'confidence':
      return dating === undefined || dating.kind === 'imported' ? '' : CONFIDENCE[dating.confidence];
    case 'sources':
      return sources.length === 0 ? '' : String(sources.length);
  }
}

function datingInWords(dating: Dating): string {
  return dating.kind === 'imported'
    ? `${DATING.imported} from ${dating.file}, row ${grouped(dating.row)}`
    : DATING[dating.kind];
}

/** The columns that any event of the document fills, whichever events are listed, and those that every list has. */
export function columnsOf({ events }: PlacedDocument): readonly Column[] {
  return COLUMNS.filter((column) => {
    const flag = FILLED_BY[column];
    return events.count > 0 && (flag === undefined || events.hasAny(flag));
  });
}

/** What an event has to have to fill a column. Other columns always stand there, to be filled. */
const FILLED_BY: Readonly<Partial<Record<Column, Flag>>> = {
  people: 'participants',
  tags: 'tags',
  importance: 'importance',
  dating: 'dating',
  confidence: 'confidence',
  sources: 'sources',
};

/** Sorts the events of one document, whichever are listed. */
export interface Sorter {
  /**
   * Rows of events in the requested order; events with an empty cell come last.
   *
   * @param inTime in time order, those without a date last
   */
  sorted(inTime: Int32Array, sorting: Sorting): Int32Array;
}

/** Compares all events of a document once for each requested column; from then on, sorting only compares numbers. */
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
        const undated = inTime.filter((row) => !document.events.isDated(row));
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

/** The events arrive sorted by date. */
type Ranked = Exclude<Column, 'date'>;

/** The rank of an event with an empty cell: what `indexOf` returns for a missing entry. */
const NOTHING = -1;

/** For each event, how many others come before it; equal ones share a rank. */
function rankBy(column: Ranked, document: PlacedDocument): Int32Array {
  const ranked = (rankOf: (event: AnyEvent) => number): Int32Array =>
    Int32Array.from(eventsByRow(document), (event) => (event === undefined ? NOTHING : rankOf(event)));
  switch (column) {
    case 'sources':
      return ranked(({ sources }) => sources.length);
    case 'importance':
      return ranked(({ importance }) => importance ?? NOTHING);
    case 'dating':
      return ranked(({ dating }) => KINDS.indexOf(dating?.kind ?? ''));
    case 'confidence':
      return ranked((event) => CONFIDENCES.indexOf(cellOf('confidence', event, '')));
    case 'title':
    case 'lane':
    case 'place':
    case 'people':
    case 'tags':
      return textRanks(
        Array.from(eventsByRow(document), (event) =>
          event === undefined ? '' : cellOf(column, event, laneTitleOf(document, event)),
        ),
      );
  }
}

/** The event of each row, `undefined` where it was removed. */
function* eventsByRow({ events }: PlacedDocument): Generator<AnyEvent | undefined> {
  for (let row = 0; row < events.rowCount; row += 1) yield events.read(row);
}

function textRanks(texts: readonly string[]): Int32Array {
  const distinct = [...new Set(texts)].sort((a, b) => collator.compare(a, b));
  const ranks = new Map(distinct.map((text, rank) => [text, text === '' ? NOTHING : rank]));
  return Int32Array.from(texts, (text) => ranks.get(text) ?? NOTHING);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
