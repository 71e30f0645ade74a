// Any table in a text file: its columns are guessed, or mapped by a reader.
import { failure, type Result } from '../result.ts';
import {
  Likelihood,
  type Beginning,
  type Draft,
  type Format,
  type Imported,
  type ReadOptions,
  type Written,
} from './format.ts';
import { counted, lossesOf, type Feature } from './losses.ts';
import { collectProblems } from './report.ts';
import { LONGEST_ROW, readCsv, sniffDelimiter, usualWidth } from './table/csv.ts';
import { readTable, type TableKind } from './table/events.ts';
import { guessMapping, type Table } from './table/mapping.ts';
import { withoutTitle } from './table/title.ts';
import { bracketedIn, csvBytes, documentRows, guardedIn, isDocumentHeads } from './table/write.ts';

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Result<Imported>> {
  const problems = collectProblems(options.file);
  const table = await readCsv(bytes, options, problems);
  if (!table.ok) return table;
  if (table.value.rows.every((row) => row.every((cell) => cell.trim() === '')))
    return failure('table-empty', 'The table has no rows.');
  const own = withoutTitle(table.value, problems);
  return readTable(own, options.mapping ?? guessMapping(own), options, problems, kindOf(own));
}

/** How lists are written in a table: in one that Dateline wrote, a line for each entry. */
export function kindOf({ rows }: Table): TableKind {
  return isDocumentHeads(rows[0] ?? []) ? { lists: /\n/ } : {};
}

/** Whether the first lines have the same number of cells, more than one. */
function looksLikeTable({ text }: Beginning): boolean {
  // eslint-disable-next-line no-control-regex -- no text table has these
  if (/[\u0001-\u0008\u000e-\u001a]/.test(text.slice(0, 4_096)) || isCode(text)) return false;
  const lines = text.replace(/"[^"]*"/g, '').split(/\r\n?|\n/);
  const whole = (lines.length > 2 ? lines.slice(0, -1) : lines)
    .filter((line) => line.trim() !== '')
    .slice(0, 10);
  const delimiter = sniffDelimiter(text);
  if (isProse(whole, delimiter)) return false;
  return usualWidth(whole.map((line) => line.split(delimiter).length))[1] >= 0.7;
}

/** Whether lines are sentences: behind each comma stands a blank, and half of them end as a sentence does. */
function isProse(lines: readonly string[], delimiter: string): boolean {
  const ended = lines.filter((line) => /[.!?…][”’»)]?\s*$/.test(line)).length;
  return (
    ended * 2 >= lines.length &&
    lines.every((line) => !line.replaceAll(`${delimiter} `, '').includes(delimiter))
  );
}

/** Whether a text is JSON, XML or a script rather than a table. */
function isCode(text: string): boolean {
  return /^\s*(?:<|\{|\[\s*[[{"]|(?:var|let|const|export|window\.|import)\b[^,;|\t\n]*=)/.test(text);
}

/** The heads of a table in plain words, for formats that are recognised by them. */
export function headsOf({ text }: Beginning): string[] {
  const [line = ''] = text.replace(/^sep=.\r?\n/, '').split(/\r\n?|\n/);
  return line.split(sniffDelimiter(text)).map((head) =>
    head
      .replace(/^\s*"|"\s*$/g, '')
      .replace(/""/g, '"')
      .trim(),
  );
}

async function write(draft: Draft): Promise<Written> {
  const rows = documentRows(draft);
  return Promise.resolve({
    bytes: csvBytes(rows),
    losses: [...lossesOf(draft, TABLE_HOLDS), ...bracketedIn(draft), ...guardedIn(rows), ...longIn(rows)],
  });
}

/** A sentence on rows that are longer than Dateline reads, if there are any. */
function longIn(rows: readonly (readonly string[])[]): string[] {
  const encoder = new TextEncoder();
  const count = rows.filter((row) => {
    const text = row.join('');
    // No character takes more than three bytes a unit.
    return 3 * text.length > LONGEST_ROW && encoder.encode(text).length > LONGEST_ROW;
  }).length;
  return count === 0
    ? []
    : [
        `${counted(count, 'event takes', 'events take')} more than a million bytes in the table, which Dateline then does not read back`,
      ];
}

/** What a table of a document holds. */
export const TABLE_HOLDS: readonly Feature[] = [
  'undated',
  'label',
  'description',
  'place',
  'participants',
  'tags',
  'importance',
  'sources',
  'source titles',
  'lanes',
  'ids',
];

/** A table with commas, semicolons or bars. */
export const csv: Format = {
  id: 'csv',
  name: 'CSV table',
  endings: ['.csv', '.txt'],
  recognise: (beginning) =>
    looksLikeTable(beginning)
      ? beginning.ending === '.csv'
        ? Likelihood.Likely
        : Likelihood.Possible
      : beginning.ending === '.csv' && !isCode(beginning.text)
        ? Likelihood.Possible
        : Likelihood.No,
  read,
  write,
};

/** A table with tabs. */
export const tsv: Format = {
  id: 'tsv',
  name: 'TSV table',
  endings: ['.tsv', '.tab'],
  recognise: (beginning) =>
    looksLikeTable(beginning) && sniffDelimiter(beginning.text) === '\t' ? Likelihood.Likely : Likelihood.No,
  read,
};
