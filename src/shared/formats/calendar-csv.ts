// Calendars of Google and Outlook as CSV: a subject, days and times in columns of their own, and whole days.
import { DAY } from '../dates/calendar.ts';
import { dayAsEdtf } from '../dates/as-edtf.ts';
import { parseEventDate } from '../dates/parse.ts';
import type { Result } from '../result.ts';
import { headsOf } from './csv.ts';
import { Likelihood, type Format, type Imported, type ReadOptions } from './format.ts';
import { collectProblems } from './report.ts';
import { readCsv } from './table/csv.ts';
import { readTable } from './table/events.ts';
import { columnsOf, plain, type Mapping, type Origin, type Table, type Target } from './table/mapping.ts';

/** The heads of each field, in English and as Outlook writes them in German and French. */
const COLUMNS: Readonly<Partial<Record<Target, readonly string[]>>> = {
  title: ['subject', 'betreff', 'objet'],
  start: ['start date', 'beginnt am', 'debut'],
  'start-time': ['start time', 'beginnt um', 'heure de debut'],
  end: ['end date', 'endet am', 'fin'],
  'end-time': ['end time', 'endet um', 'heure de fin'],
  description: ['description', 'beschreibung'],
  place: ['location', 'ort', 'emplacement'],
  lane: ['categories', 'kategorien', 'categories'],
};
const ALL_DAY = ['all day event', 'ganztagiges ereignis', 'journee entiere'];
const PEOPLE = ['required attendees', 'optional attendees', 'meeting organizer'];

function mappingOf(table: Table): Mapping {
  const columns = columnsOf(table, true);
  const plainColumns = columns.map(plain);
  const fields: Partial<Record<Target, Origin>> = {};
  for (const [target, heads] of Object.entries(COLUMNS)) {
    const index = plainColumns.findIndex((column) => heads.includes(column));
    if (index >= 0) Object.assign(fields, { [target]: { columns: [columns[index] ?? ''] } });
  }
  const people = columns.filter((column) => PEOPLE.includes(plain(column)));
  return {
    heads: true,
    fields: people.length > 0 ? { ...fields, participants: { columns: people } } : fields,
  };
}

async function read(bytes: Uint8Array, { assume, ...options }: ReadOptions): Promise<Result<Imported>> {
  const problems = collectProblems(options.file);
  const table = await readCsv(bytes, { assume }, problems);
  if (!table.ok) return table;
  const columns = columnsOf(table.value, true).map(plain);
  const allDay = columns.findIndex((column) => ALL_DAY.includes(column));
  // Both programs write the month first unless they speak another language, which one day beyond 12 shows.
  const usual = columns.includes('subject') ? ['month-first'] : ['day-first'];
  return readTable(
    table.value,
    options.mapping ?? mappingOf(table.value),
    {
      ...options,
      assume: assume.some((answer) => /(?:day|month)-first$/.test(answer)) ? assume : [...assume, ...usual],
    },
    problems,
    {
      conventions: { january: 'never' },
      known: ALL_DAY,
      adapt: (found, row) => {
        const isAllDay = allDay >= 0 && /^(?:true|yes|1|wahr|ein|vrai)$/i.test(row[allDay]?.trim() ?? '');
        return isAllDay && found.date !== undefined ? { ...found, date: wholeDays(found.date) } : found;
      },
    },
  );
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
