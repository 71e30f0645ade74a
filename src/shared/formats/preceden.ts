// Preceden, by its CSV: layers, events and approximate dates.
import type { Result } from '../result.ts';
import { headsOf } from './csv.ts';
import { Likelihood, type Beginning, type Format, type Imported, type ReadOptions } from './format.ts';
import { collectProblems } from './report.ts';
import { readCsv } from './table/csv.ts';
import { readTable } from './table/events.ts';
import type { Mapping, Target } from './table/fields.ts';
import { columnIndex, columnsOf, type Table } from './table/mapping.ts';

/** The columns in their order, by their heads; the first row need not hold these. */
const HEADS = [
  ...['Layer Name', 'Event ID', 'Event Name', 'Notes', 'Start Date', 'Start Approximate', 'End Date'],
  ...['End Approximate', 'Milestone', 'Symbol', 'Color'],
];
const COLUMNS: Readonly<Partial<Record<Target, string>>> = {
  lane: 'Layer Name',
  id: 'Event ID',
  title: 'Event Name',
  description: 'Notes',
  start: 'Start Date',
  'start-approximate': 'Start Approximate',
  end: 'End Date',
  'end-approximate': 'End Approximate',
};

function mappingOf(table: Table): Mapping {
  const columns = columnsOf(table, true);
  if (columnIndex(columns, 'Layer Name') < 0)
    return {
      heads: false,
      fields: Object.fromEntries(
        Object.entries(COLUMNS).map(([target, head]) => [
          target,
          { columns: [`#${HEADS.indexOf(head) + 1}`] },
        ]),
      ),
    };
  const there = Object.entries(COLUMNS).filter(([, head]) => columnIndex(columns, head) >= 0);
  return {
    heads: true,
    fields: Object.fromEntries(there.map(([target, head]) => [target, { columns: [head] }])),
  };
}

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Result<Imported>> {
  const problems = collectProblems(options.file);
  const table = await readCsv(bytes, options, problems);
  if (!table.ok) return table;
  return readTable(table.value, options.mapping ?? mappingOf(table.value), options, problems, {
    // There, -44 is 44 BCE.
    conventions: { minus: 'bce-minus', january: 'never' },
  });
}

/** Whether rows have the columns of Preceden without their heads: eleven, of which three say yes or no. */
function looksHeadless({ text }: Beginning): boolean {
  const lines = text
    .replace(/"[^"]*"/g, '""')
    .split(/\r\n?|\n/, 21)
    .slice(0, 20)
    .filter((line) => line.trim() !== '');
  const rows = lines.map((line) => line.split(','));
  const isYesOrNo = (cell = ''): boolean => /^\s*(?:"?(?:yes|no)"?)?\s*$/i.test(cell);
  const fitting = rows.filter(
    (row) =>
      row.length === HEADS.length &&
      [5, 7, 8].every((place) => isYesOrNo(row[place])) &&
      [5, 7, 8].some((place) => row[place]?.trim() !== ''),
  );
  return fitting.length > 0 && fitting.length >= rows.length * 0.9;
}

/** Preceden CSV. */
export const preceden: Format = {
  id: 'preceden',
  name: 'Preceden CSV',
  endings: ['.csv'],
  recognise: (beginning) =>
    headsOf(beginning).some((head) => /^layer name$/i.test(head))
      ? Likelihood.Sure
      : looksHeadless(beginning)
        ? Likelihood.Likely
        : Likelihood.No,
  read,
};
