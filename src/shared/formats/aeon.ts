// Aeon Timeline 3, by its CSV export: events among people, places and arcs, which they name by their labels.
import { yearAsEdtf } from '../dates/as-edtf.ts';
import { parseEventDate } from '../dates/parse.ts';
import { failure, type Result } from '../result.ts';
import { headsOf } from './csv.ts';
import { Likelihood, type Format, type Imported, type ReadOptions } from './format.ts';
import { collectProblems, inEntries } from './report.ts';
import { readCsv } from './table/csv.ts';
import { readTable } from './table/events.ts';
import { whereIn } from './table/where.ts';
import { isZip } from './zip.ts';
import type { Mapping, Origin, Target } from './table/fields.ts';
import { columnsOf, plain, type Table } from './table/mapping.ts';

/** The heads that every export has; behind them stand the relations and properties of the timeline. */
const HEADS = [
  'Type',
  'Display ID',
  'Label',
  'Summary',
  'Narrative Position',
  'Color',
  'Parent',
  'Initials',
  'Ongoing',
  'Start Date',
  'Latest Start Date',
  'Duration',
  'Earliest End Date',
  'End Date',
  'Blocked By',
  'Links',
  'Tags',
].map(plain);
/** What is read, or says nothing beyond what others say. */
const KNOWN = ['Type', 'Duration', 'Ongoing'];

/** `BC 44-3-15 01:17:00` and years that are not padded, in EDTF as fine as they are. */
function rewrite(written: string): string {
  const [whole, era, year, month, day, clock] =
    /^(BC )?(\d{1,6})(?:-(\d{1,2})(?:-(\d{1,2})(?: (\d{2}:\d{2}(?::\d{2})?))?)?)?$/.exec(written.trim()) ??
    [];
  if (whole === undefined || year === undefined) return written;
  const number = era === undefined ? Number(year) : 1 - Number(year);
  const parts = [month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]));
  return `${[yearAsEdtf(number), ...parts].join('-')}${clock === undefined ? '' : `T${clock}`}`;
}

/** Which field an own column of a timeline fills: by the kind of what it names, or else by its head. */
function targetOf(
  head: string,
  entries: readonly string[],
  types: ReadonlyMap<string, string>,
): Target | null {
  const counts = new Map<Target, number>();
  for (const entry of entries) {
    const type = types.get(entry);
    const target = type === undefined ? null : byName(type);
    if (target !== null) counts.set(target, (counts.get(target) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most !== undefined && most[1] * 2 >= entries.length ? most[0] : byName(head);
}

function byName(name: string): Target | null {
  if (/person|people|character|participant|witness|observer|attendee/i.test(name)) return 'participants';
  if (/place|location/i.test(name)) return 'place';
  return /\barc\b|storyline|plot|project/i.test(name) ? 'lane' : null;
}

const LISTS = /\s*[,|\n]\s*/;

function mappingOf(table: Table): Mapping {
  const columns = columnsOf(table, true);
  const plainColumns = columns.map(plain);
  const at = (head: string): number => plainColumns.indexOf(plain(head));
  const [typeAt, labelAt] = [at('Type'), at('Label')];
  const types = new Map<string, string>();
  for (const row of table.rows.slice(1)) {
    const type = row[typeAt]?.trim() ?? '';
    if (type !== '' && type !== 'Event') types.set(row[labelAt]?.trim() ?? '', type);
  }
  const own = new Map<Target, string[]>();
  columns.forEach((column, index) => {
    if (HEADS.includes(plain(column))) return;
    const entries = table.rows
      .slice(1, 500)
      .flatMap((row) => (row[index] ?? '').split(LISTS).filter((entry) => entry !== ''));
    const target = targetOf(column, entries, types);
    if (target !== null) own.set(target, [...(own.get(target) ?? []), column]);
  });
  const fields: Partial<Record<Target, Origin>> = {
    id: { columns: ['Display ID'] },
    title: { columns: ['Label'] },
    description: { columns: ['Summary'] },
    start: { columns: ['Start Date'] },
    'start-latest': { columns: ['Latest Start Date'] },
    'end-earliest': { columns: ['Earliest End Date'] },
    end: { columns: ['End Date'] },
    tags: { columns: ['Tags'] },
    source: { columns: ['Links'] },
    lane: { columns: own.get('lane') ?? ['Parent'], join: '\n' },
    ...(own.has('participants') && { participants: { columns: own.get('participants') ?? [] } }),
    ...(own.has('place') && { place: { columns: own.get('place') ?? [], join: ', ' } }),
  };
  const there = Object.entries(fields).filter(
    ([, origin]) => !('columns' in origin) || origin.columns.every((name) => at(name) >= 0),
  );
  return { heads: true, fields: Object.fromEntries(there) };
}

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Result<Imported>> {
  if (isArchive(bytes))
    return failure(
      'aeon',
      'The file is Aeon Timeline’s own, in which dates are numbers that nothing explains. Export it there as CSV, and import that.',
    );
  const problems = collectProblems(options.file);
  const table = await readCsv(bytes, options, problems);
  if (!table.ok) return table;
  const columns = columnsOf(table.value, true).map(plain);
  const type = columns.indexOf('type');
  const [ongoing, label] = [columns.indexOf('ongoing'), columns.indexOf('label')];
  const [duration, end] = [columns.indexOf('duration'), columns.indexOf('end date')];
  const labels = new Set(table.value.rows.map((row) => row[label]?.trim() ?? ''));
  return readTable(table.value, options.mapping ?? mappingOf(table.value), options, problems, {
    conventions: { rewrite, january: 'never' },
    lists: LISTS,
    known: KNOWN,
    isEvent: (row, index) => {
      if (type < 0 || row[type]?.trim() === 'Event') return true;
      problems.count(
        'others',
        (count) =>
          `People, places and the like are no events; they were read where events name them, ${inEntries(count, 'rows')}`,
        {
          line: () => table.value.lineOf(index),
        },
      );
      return false;
    },
    adapt: (event, row, index) => {
      if ((row[duration]?.trim() ?? '') !== '' && (row[end]?.trim() ?? '') === '')
        problems.count(
          'duration',
          (count) => `Durations without an end date were left out ${inEntries(count, 'events')}`,
          whereIn(table.value, index, 'Duration'),
        );
      // An event may be part of several arcs: the first is its lane. A comma may belong to the name of one.
      const [lane, ...arcs] = (event.lane ?? '')
        .split('\n')
        .flatMap((arc) => (labels.has(arc) ? [arc] : arc.split(LISTS)))
        .filter((arc) => arc !== '');
      if (arcs.length > 0)
        problems.count(
          'arcs',
          (count) =>
            `Of several arcs the first became the lane, and the others tags, ${inEntries(count, 'events')}`,
          whereIn(table.value, index),
        );
      const found = { ...event, lane, tags: [...(event.tags ?? []), ...arcs] };
      const isOngoing = ongoing >= 0 && /^true$/i.test(row[ongoing]?.trim() ?? '');
      if (!isOngoing || found.date === undefined) return found;
      const open = `${found.date.split('/')[0] ?? ''}/..`;
      return parseEventDate(open).ok ? { ...found, date: open } : found;
    },
  });
}

/** Whether a file is one of version 2 itself, which is refused by name: nothing says what its numbers mean. */
function isArchive(bytes: Uint8Array): boolean {
  return isZip(bytes) && new TextDecoder('utf-8').decode(bytes.subarray(0, 4_096)).includes('timeline.json');
}

/** Aeon Timeline CSV. */
export const aeon: Format = {
  id: 'aeon',
  name: 'Aeon Timeline CSV',
  endings: ['.csv', '.tsv', '.txt'],
  recognise: (beginning) => {
    if (isArchive(beginning.bytes)) return Likelihood.Sure;
    const heads = new Set(headsOf(beginning).map(plain));
    return ['type', 'display id', 'label', 'start date', 'narrative position'].every((head) =>
      heads.has(head),
    )
      ? Likelihood.Sure
      : Likelihood.No;
  },
  read,
};
