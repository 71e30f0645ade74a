// Writes tables: as CSV whose texts no spreadsheet runs, and documents as rows that are read back whole.
import type { TimelineEvent } from '../../document/event.ts';
import type { Draft } from '../format.ts';

/** Cells that a spreadsheet would run begin like this, or would once the apostrophes before it are taken off. */
const RUNS = /^'*[=+\-@\t\r]/;
/** Numbers and dates, which begin with a minus and do nothing. */
const HARMLESS = /^-?[\d.,]+(?:-\d\d){0,2}$/;

/** Keeps a spreadsheet from running a text: by an apostrophe, which reading takes off again. */
export function inert(text: string): string {
  return RUNS.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
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
export const DOCUMENT_HEADS = [
  ...[
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
  ],
] as const;

/** The events of a document as rows, the heads first. */
export function documentRows({ events, lanes }: Draft): string[][] {
  const titles = new Map(lanes.map(({ id, title }) => [id, title]));
  return [[...DOCUMENT_HEADS], ...events.map((event) => rowOf(event, titles.get(event.lane) ?? ''))];
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
    participants.map(({ name, role }) => (role === undefined ? name : `${name} [${role}]`)).join('\n'),
    description,
    tags.join('\n'),
    importance === undefined ? '' : String(importance),
    sources.map(({ title: name, address }) => `${name} <${address}>`).join('\n'),
  ];
}
