// Takes a text table apart into rows of cells: commas, semicolons, tabs or bars, in any encoding.
import { grouped } from '../../in-words.ts';
import { failure, success, type Result } from '../../result.ts';
import type { Problems } from '../report.ts';
import { decodedAs, encodingOf, LARGEST_FILE, reportGuess, tooLarge } from '../text.ts';
import type { Table } from './mapping.ts';

/** The characters that may stand between cells, the likeliest first. */
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** What stands between cells. */
export type Delimiter = (typeof DELIMITERS)[number];

/** The most characters of a row, and the most cells. */
export const LONGEST_ROW = 1_000_000;
const WIDEST_ROW = 1_000;

/** How to take a table apart. */
export interface CsvOptions {
  readonly assume: readonly string[];
  /** Some tables quote nothing, and a quotation mark is text. */
  readonly unquoted?: boolean | undefined;
}

/**
 * Takes a table apart.
 *
 * @returns its rows, the blank ones left out of none; or `table-unreadable` with a sentence that names the line.
 */
export async function readCsv(
  bytes: Uint8Array,
  options: CsvOptions,
  problems: Problems,
): Promise<Result<Table>> {
  if (bytes.length > LARGEST_FILE) return tooLarge();
  const { encoding, guessed, from } = encodingOf(bytes, options.assume);
  if (guessed) reportGuess(encoding, problems);
  const body = bytes.subarray(from);
  const beginning = decodedAs(encoding, body.subarray(0, 262_144));
  const said = /^sep=(.)\r?\n/.exec(beginning)?.[1];
  const delimiter = DELIMITERS.find((one) => one === said) ?? sniffDelimiter(beginning);
  const { parse } = await import('csv-parse/sync');
  // What is UTF-8 already need not become one long string.
  const input = encoding === 'utf-8' ? body : decodedAs(encoding, body);
  try {
    const rows = parse(input, {
      delimiter,
      quote: options.unquoted === true ? false : '"',
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: LONGEST_ROW,
    });
    const skipped = said === undefined ? 0 : 1;
    if (skipped > 0) rows.shift();
    restoreText(rows);
    // Thousands of cells are no table that anyone maps by hand.
    const wide = rows.findIndex((row) => row.length > WIDEST_ROW);
    const table = { rows, lineOf: linesOf(rows, 1 + skipped) };
    if (wide >= 0)
      return failure(
        'table-unreadable',
        `Line ${table.lineOf(wide) ?? 0} has ${rows[wide]?.length ?? 0} cells; a table can have at most ${grouped(WIDEST_ROW)}.`,
      );
    return success(table);
  } catch (error) {
    return failure('table-unreadable', sentenceOn(error));
  }
}

/** What a spreadsheet would run, with the apostrophe that keeps it from doing so; before it may stand others of the text. */
const KEPT = /^'+[=+\-@\t\r]/;

/** Takes off the apostrophe that keeps a spreadsheet from running a text; it is none of the text. */
function restoreText(rows: string[][]): void {
  for (const row of rows)
    for (let place = 0; place < row.length; place += 1) {
      const cell = row[place] ?? '';
      if (cell.charCodeAt(0) === 0x27 && KEPT.test(cell)) row[place] = cell.slice(1);
    }
}

/** Puts what csv-parse throws into words. */
function sentenceOn(error: unknown): string {
  const code = fieldOf(error, 'code');
  const line = Number(fieldOf(error, 'lines'));
  const where = Number.isInteger(line) && line > 0 ? ` in line ${line}` : '';
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `A quotation mark${where} is never closed, so that the rest of the table would be one cell. Close it.`;
    case 'CSV_MAX_RECORD_SIZE':
      return `The row${where} has more than ${grouped(LONGEST_ROW)} characters. This is no table of events.`;
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return `A quotation mark${where} stands in the middle of a cell. Write it twice, and quote the whole cell.`;
    default:
      if (typeof code === 'string') return `The table cannot be taken apart${where} (${code}).`;
      throw error;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** The delimiter that gives most of the first lines the same number of cells, and the most; above a table may stand its title. */
export function sniffDelimiter(beginning: string): Delimiter {
  const lines = logicalLines(beginning);
  let best: Delimiter = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const [width, share] = usualWidth(lines.map((line) => line.split(delimiter).length));
    const score = share * Math.min(width, 30) + (share === 1 ? 30 : 0);
    if (width > 1 && score > most) [best, most] = [delimiter, score];
  }
  return best;
}

/** How many cells most of some rows have, if more than one, and the share of these rows. */
export function usualWidth(counts: readonly number[]): readonly [width: number, share: number] {
  const rows = new Map<number, number>();
  for (const count of counts) if (count > 1) rows.set(count, (rows.get(count) ?? 0) + 1);
  const [width, number] = [...rows].reduce((best, one) => (one[1] > best[1] ? one : best), [1, 0]);
  return [width, number / Math.max(1, counts.length)];
}

/** The first lines, without what stands in quotation marks. */
function logicalLines(text: string): string[] {
  return text
    .replace(/"[^"]*"/g, '""')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
}

/** The lines of rows, found when somebody asks: a row takes a line for each line break in its cells, and one more. */
function linesOf(rows: readonly (readonly string[])[], first: number): Table['lineOf'] {
  let lines: Int32Array | undefined;
  return (row) => {
    if (lines === undefined) {
      lines = new Int32Array(rows.length);
      let line = first;
      for (let index = 0; index < rows.length; index += 1) {
        lines[index] = line;
        line += 1;
        for (const cell of rows[index] ?? []) line += breaksIn(cell);
      }
    }
    return lines[row] ?? null;
  };
}

function breaksIn(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}
