// Calendars of Google and Outlook as CSV: a subject, days and times in columns of their own, and whole days.
import { DAY } from '../dates/calendar.ts';
import { dayAsEdtf } from '../dates/as-edtf.ts';
import { watchColumn } from '../dates/left-open.ts';
import { parseEventDate } from '../dates/parse.ts';
import type { Result } from '../result.ts';
import { headsOf } from './csv.ts';
import { Likelihood, type Format, type Imported, type ReadOptions } from './format.ts';
import { collectProblems } from './report.ts';
import { readCsv } from './table/csv.ts';
import { readTable } from './table/events.ts';
import { TARGETS, type Mapping, type Origin, type Target } from './table/fields.ts';
import { columnsOf, plain, type Table } from './table/mapping.ts';

/** The heads of each field, in English and as Outlook writes them in German and French. */
const COLUMNS: Readonly<Partial<Record<Target, readonly string[]>>> = {
  title: ['subject', 'betreff', 'objet'],
  start: ['start date', 'beginnt am', 'debut', 'debut le', 'date de debut'],
  'start-time': ['start time', 'beginnt um', 'debut a', 'heure de debut'],
  end: ['end date', 'endet am', 'fin', 'fin le', 'date de fin'],
  'end-time': ['end time', 'endet um', 'fin a', 'heure de fin'],
  description: ['description', 'beschreibung'],
  place: ['location', 'ort', 'emplacement'],
  lane: ['categories', 'kategorien'],
};
const ALL_DAY = ['all day event', 'ganztagiges ereignis', 'journee entiere'];
/** People, with their roles. */
const PEOPLE: Readonly<Record<string, string>> = {
  'meeting organizer': 'organizer',
  besprechungsplanung: 'organizer',
  'organisateur d une reunion': 'organizer',
  'organisateur de la reunion': 'organizer',
  'required attendees': 'required',
  'erforderliche teilnehmer': 'required',
  'participants obligatoires': 'required',
  'optional attendees': 'optional',
  'optionale teilnehmer': 'optional',
  'participants facultatifs': 'optional',
};

function mappingOf(table: Table): Mapping {
  const columns = columnsOf(table, true);
  // Doubled heads have numbers for names, but still say what they say.
  const heads = columns.map((column, index) => plain(table.rows[0]?.[index] ?? column));
  const fields: Partial<Record<Target, Origin>> = {};
  const put = (target: Target, index: number): void => {
    fields[target] = { columns: [columns[index] ?? ''] };
  };
  for (const target of TARGETS) {
    const index = heads.findIndex((head) => COLUMNS[target]?.includes(head));
    if (index >= 0) put(target, index);
  }
  // In French the day and the time have the same head.
  for (const [target, time] of [
    ['start', 'start-time'],
    ['end', 'end-time'],
  ] as const) {
    const index = heads.findIndex((head) => COLUMNS[target]?.includes(head));
    if (index >= 0 && fields[time] === undefined && heads[index + 1] === heads[index]) put(time, index + 1);
  }
  const people = columns.filter((_, index) => Object.hasOwn(PEOPLE, heads[index] ?? ''));
  if (people.length > 0) fields.participants = { columns: people };
  return { heads: true, fields };
}

async function read(bytes: Uint8Array, { assume, ...options }: ReadOptions): Promise<Result<Imported>> {
  const problems = collectProblems(options.file);
  const table = await readCsv(bytes, { assume }, problems);
  if (!table.ok) return table;
  const columns = columnsOf(table.value, true).map(plain);
  const allDay = columns.findIndex((column) => ALL_DAY.includes(column));
  const mapping = options.mapping ?? mappingOf(table.value);
  // English is written with the day first or the month first; German and French with the day first alone.
  const isLocal =
    !columns.includes('subject') && !assume.some((answer) => /(?:day|month)-first$/.test(answer));
  if (isLocal && leavesOrderOpen(table.value, mapping))
    problems.add('Days were read with the day first, as the language of the heads writes them');
  return readTable(
    table.value,
    mapping,
    { ...options, assume: isLocal ? [...assume, 'day-first'] : assume },
    problems,
    {
      conventions: { january: 'never' },
      known: ALL_DAY,
      adapt: (found, row) => {
        const isAllDay = allDay >= 0 && /^(?:true|yes|1|wahr|ein|vrai|oui)$/i.test(row[allDay]?.trim() ?? '');
        const [lane, ...tags] = (found.lane ?? '').split(/\s*;\s*/).filter((one) => one !== '');
        return {
          ...found,
          lane,
          tags,
          date: isAllDay && found.date !== undefined ? wholeDays(found.date) : found.date,
          participants: found.participants?.map(({ name, role }) => ({
            name,
            role: roleOf(role),
          })),
        };
      },
    },
  );
}

/** The role that the head of a column stands for, or else the head. */
function roleOf(head: string | undefined): string | undefined {
  const name = plain(head ?? '');
  return Object.hasOwn(PEOPLE, name) ? PEOPLE[name] : head;
}

/** Whether no day of a table says which of its numbers is the month. */
function leavesOrderOpen(table: Table, { fields }: Mapping): boolean {
  const columns = columnsOf(table, true);
  const witness = watchColumn();
  for (const origin of [fields.start, fields.end])
    for (const name of origin !== undefined && 'columns' in origin ? origin.columns : [])
      for (const row of table.rows.slice(1)) witness.see(row[columns.indexOf(name)] ?? '');
  return witness.tell().open.has('order');
}

/** A date without its times; an end at midnight does not belong to it. */
function wholeDays(edtf: string): string {
  const [start = '', end] = edtf.split('/');
  const [from = ''] = start.split('T');
  if (end === undefined) return from;
  const [day = '', time] = end.split('T');
  const parsed = parseEventDate(day);
  const to = time?.startsWith('00:00') === true && parsed.ok ? dayAsEdtf(parsed.value.start - DAY) : day;
  return to <= from ? from : `${from}/${to}`;
}

/** Google and Outlook calendars as CSV. */
export const calendarCsv: Format = {
  id: 'calendar-csv',
  name: 'Google or Outlook calendar CSV',
  endings: ['.csv'],
  recognise: (beginning) => {
    const heads = new Set(headsOf(beginning).map(plain));
    const has = (target: 'title' | 'start'): boolean =>
      COLUMNS[target]?.some((head) => heads.has(head)) === true;
    return has('title') && has('start') && ALL_DAY.some((head) => heads.has(head))
      ? Likelihood.Sure
      : Likelihood.No;
  },
  read,
};
