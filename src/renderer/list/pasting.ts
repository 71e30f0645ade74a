// Makes events of rows that were copied in a spreadsheet: an edit that adds them, with the lanes that they name. Pure.
import { saysNoDate } from '../../shared/dates/written.ts';
import type { Lane, PlacedDocument } from '../../shared/document/document.ts';
import type { Edit } from '../../shared/document/edit/change.ts';
import { addEvents, freeId, noRoomFor } from '../../shared/document/edit/events.ts';
import { FIRST_LANE, newLane, withLanes } from '../../shared/document/edit/lanes.ts';
import type { TimelineEvent } from '../../shared/document/event.ts';
import { eventsInWords } from '../../shared/document/event-label.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { readTable } from '../../shared/formats/table/events.ts';
import type { Mapping, Target } from '../../shared/formats/table/fields.ts';
import { columnsOf, guessMapping, type Table } from '../../shared/formats/table/mapping.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import type { Column } from './sorting.ts';

/** What the clipboard is called where a dating names its file. */
export const CLIPBOARD = 'Clipboard';

/** Rows of a spreadsheet as events. */
export interface Pasted {
  readonly edit: Edit;
  readonly events: readonly TimelineEvent[];
  /** How many of them have words in the place of a date. */
  readonly unread: number;
  /**
   * What the columns were taken for, where these leave something open, which the reader then has to say, or where there are
   * {@link MOST_AT_ONCE more rows} than are read at once and so no edit yet; `null` elsewhere.
   */
  readonly open: Mapping | null;
}

/**
 * The cells of text that a spreadsheet puts on the clipboard: tabs between cells, a line for each row, and quotation
 * marks, doubled within, around a cell that holds a tab, a line break or a quotation mark.
 */
export function cellsIn(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const ends = /\t|\r\n?|\n/g;
  for (let at = 0; at <= text.length;) {
    const quoted = QUOTED.exec(text.slice(at, at + LONGEST_CELL));
    ends.lastIndex = at;
    const end = quoted === null ? ends.exec(text) : null;
    const after = quoted === null ? (end?.index ?? text.length) : at + (quoted[1]?.length ?? 0) + 2;
    row.push(quoted === null ? text.slice(at, after) : (quoted[1] ?? '').replaceAll('""', '"'));
    const separator = /^(?:\t|\r\n?|\n)/.exec(text.slice(after, after + 2))?.[0];
    if (separator !== '\t') {
      rows.push(row);
      row = [];
    }
    if (separator === undefined) break;
    at = after + separator.length;
  }
  return rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
}

/** A whole quoted cell: a quotation mark within an unquoted one is text. */
const QUOTED = /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/;

/** More is no cell of an event. */
const LONGEST_CELL = 2 * LIMITS.passage;

/** Rows that become events in a frame or two. An import reads more of them: in the helper, with progress. */
export const MOST_AT_ONCE = 5_000;

/** What each column of the list is as one of a table; the others hold nothing that could be read again. */
const TARGET: Readonly<Partial<Record<Column, Target>>> = {
  date: 'start',
  title: 'title',
  lane: 'lane',
  place: 'place',
  people: 'participants',
  tags: 'tags',
  importance: 'importance',
};

/**
 * What the columns of pasted rows mean: what their headings say or, without headings, what the columns of the list
 * are. The date may stand elsewhere; the others then follow in their order.
 */
function mappingOf(table: Table, listed: readonly Column[]): Mapping {
  if (hasHeadings(table)) return guessMapping(table, true);
  const guessed = guessMapping(table, false);
  const names = columnsOf(table, false);
  const dates = guessed.fields.start;
  const date = dates !== undefined && 'columns' in dates ? (dates.columns[0] ?? '') : null;
  const others = names.filter((name) => name !== date);
  const fields: Partial<Record<Target, { readonly columns: readonly string[] }>> = {};
  if (date !== null) fields.start = { columns: [date] };
  // Words without any digit are no dates that somebody could read, and a single column is one of titles.
  const isDated = names.length > 1 && table.rows.some(([first = '']) => /\d/.test(first));
  const targets = listed.filter((column) => column !== 'date' || (date === null && isDated));
  for (const [place, name] of others.entries()) {
    const column = targets[place];
    const target = column === undefined ? undefined : TARGET[column];
    if (target !== undefined) fields[target] = { columns: [name] };
  }
  return { heads: false, fields };
}

/** Whether the first row holds headings that are known: taken for one, a row of events would be lost. */
function hasHeadings(table: Table): boolean {
  const { fields } = guessMapping({ ...table, rows: table.rows.slice(0, 1) }, true);
  const isNamed = fields.title !== undefined || fields.start !== undefined;
  return guessMapping(table).heads && (isNamed || Object.keys(fields).length > 1);
}

/**
 * The edit that adds pasted rows to a document.
 *
 * @param listed the columns of the list from the left.
 * @param usualLane the id of the lane of rows that name none.
 * @param today the day on which it is done, `YYYY-MM-DD`.
 * @returns the edit, or a sentence on why it cannot be made.
 */
export function pastedRows(
  document: Pick<PlacedDocument, 'lanes' | 'events'>,
  text: string,
  listed: readonly Column[],
  usualLane: string,
  today: string,
): Result<Pasted> {
  const table: Table = { rows: cellsIn(text), lineOf: (row) => row + 1 };
  const laneTitles: string[] = [];
  const mapping = mappingOf(table, listed);
  if (table.rows.length > MOST_AT_ONCE)
    return success({ edit: { name: 'Paste', changes: [] }, events: [], unread: 0, open: mapping });
  const read = readTable(table, mapping, { file: CLIPBOARD, assume: [], today }, undefined, {
    adapt: (found) => {
      laneTitles.push(found.lane ?? '');
      return found;
    },
  });
  if (!read.ok) return read;
  const found = read.value.draft.events;
  if (found.length === 0)
    return failure('nothing-to-paste', 'The clipboard holds no rows that could become events.');
  const refused = noRoomFor(document, found.length, 'Paste fewer rows.');
  if (refused !== null) return refused;
  const { lanes } = document;
  const usual = lanes.find(({ id }) => id === usualLane);
  const added: Lane[] = [];
  const laneTitled = new Map(lanes.map((lane) => [lane.title.toLowerCase(), lane]));
  const titles = new Map(read.value.draft.lanes.map(({ id, title }) => [id, title]));
  const taken = new Set<string>();
  const counters = new Map<string, number>();
  let unread = 0;
  const events = found.map((event, place): TimelineEvent => {
    const named = laneTitles[place] === '' ? undefined : titles.get(event.lane);
    const title = named ?? usual?.title ?? FIRST_LANE;
    let lane = named === undefined ? usual : undefined;
    lane ??= laneTitled.get(title.toLowerCase());
    if (lane === undefined) {
      lane = newLane({ lanes: [...lanes, ...added] }, title);
      laneTitled.set(title.toLowerCase(), lane);
      added.push(lane);
    }
    const id = freeId(document.events, event.title, taken, counters);
    taken.add(id);
    const isUnread =
      event.date === undefined &&
      event.dating?.kind === 'imported' &&
      !saysNoDate(event.dating.written ?? '');
    if (isUnread) unread += 1;
    return { ...event, id, lane: lane.id, dating: isUnread ? event.dating : undefined };
  });
  if (lanes.length + added.length > LIMITS.lanes)
    return failure(
      'lanes-too-many',
      `A document has at most ${LIMITS.lanes} lanes, and these rows would make ${added.length} more. Check which column holds the lane.`,
    );
  const all = addEvents(events, `Paste ${eventsInWords(events.length)}`);
  const open = read.value.questions.length > 0 ? mapping : null;
  return success({ edit: withLanes(document, added, all), events, unread, open });
}
