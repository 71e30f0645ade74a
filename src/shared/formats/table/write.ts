// Writes tables: as CSV whose texts no spreadsheet runs, and documents as rows that are read back whole.
import type { TimelineEvent } from '../../document/event.ts';
import type { Draft } from '../format.ts';
import { counted } from '../losses.ts';

/** Cells that a spreadsheet would run begin like this, or would once the apostrophes before it are taken off. */
const RUNS = /^'*[=+\-@\t\r]/;
/** Numbers and dates, which begin with a minus and do nothing. */
const HARMLESS = /^-?[\d.,]+(?:-\d\d){0,2}$/;

/** Keeps a spreadsheet from running a text: by an apostrophe, which reading takes off again. */
function inert(text: string): string {
  return RUNS.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
}

/** A sentence on the texts that {@link csvBytes} keeps from being run, if there are any. */
export function guardedIn(rows: readonly (readonly string[])[]): string[] {
  const count = rows.flat().filter((text) => inert(text) !== text).length;
  if (count === 0) return [];
  const one = count === 1;
  return [
    `${counted(count, 'text begins', 'texts begin')} as a formula does, and ${one ? 'gets' : 'get'} an apostrophe so that no spreadsheet runs ${one ? 'it' : 'them'}`,
  ];
}

/** Rows as CSV in UTF-8, with a mark at the start by which Excel knows it, and line breaks as RFC 4180 has them. */
export function csvBytes(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((row) => row.map(cell).join(','));
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
}

function cell(text: string): string {
  const own = inert(text);
  return /[",\r\n\t;|]|^\s|\s$/.test(own) ? `"${own.replaceAll('"', '""')}"` : own;
}

/** The heads of a document as a table. The date is EDTF, so that nothing of it is lost. */
const DOCUMENT_HEADS = [
  'ID',
  'Title',
  'Short title',
  'Date (EDTF)',
  'Lane',
  'Place',
  'Participants',
  'Description',
  'Tags',
  'Importance',
  'Sources',
];

/** Whether a table has the columns that Dateline writes, so that nobody has to say what they mean. */
export function isDocumentHeads(heads: readonly string[]): boolean {
  return DOCUMENT_HEADS.every((head, at) => heads[at] === head);
}

/** The events of a document as rows, the heads first. */
export function documentRows({ events, lanes }: Draft): string[][] {
  const titles = new Map(lanes.map(({ id, title }) => [id, title]));
  return [[...DOCUMENT_HEADS], ...events.map((event) => rowOf(event, titles.get(event.lane) ?? ''))];
}

/** A name with its role in brackets; with empty ones if it has none and would else seem to end in one. */
function participantIn({ name, role }: TimelineEvent['participants'][number]): string {
  if (role !== undefined) return `${name} [${role.replace(BRACKETS, rounded)}]`;
  return name.endsWith(']') ? `${name} []` : name;
}

const BRACKETS = /[[\]]/g;

function rounded(bracket: string): string {
  return bracket === '[' ? '(' : ')';
}

/** A sentence on the roles that have brackets of their own, if there are any. */
export function bracketedIn({ events }: Draft): string[] {
  const count = events.filter(({ participants }) =>
    participants.some(({ role }) => role !== undefined && role.replace(BRACKETS, rounded) !== role),
  ).length;
  return count === 0 ? [] : [`Brackets in roles become round ones in ${counted(count, 'event')}`];
}

function rowOf(event: TimelineEvent, lane: string): string[] {
  const {
    id,
    title,
    label = '',
    date = '',
    place = '',
    participants,
    description = '',
    tags = [],
    importance,
    sources,
  } = event;
  return [
    id,
    title,
    label,
    date,
    lane,
    place,
    participants.map(participantIn).join('\n'),
    description,
    tags.join('\n'),
    importance === undefined ? '' : String(importance),
    sources.map(({ title: name, address }) => `${name} <${address}>`).join('\n'),
  ];
}
