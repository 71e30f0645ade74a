// Preceden, by its CSV: layers, events and approximate dates.
import type { Result } from '../result.ts';
import { headsOf } from './csv.ts';
import { Likelihood, type Format, type Imported, type ReadOptions } from './format.ts';
import { collectProblems } from './report.ts';
import { readCsv } from './table/csv.ts';
import { readTable } from './table/events.ts';
import { columnIndex, columnsOf, type Mapping, type Table, type Target } from './table/mapping.ts';

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

/** Preceden CSV. */
export const preceden: Format = {
  id: 'preceden',
  name: 'Preceden CSV',
  endings: ['.csv'],
  recognise: (beginning) =>
    headsOf(beginning).some((head) => /^layer name$/i.test(head)) ? Likelihood.Sure : Likelihood.No,
  read,
};
