// Excel workbooks: one sheet is read as a table. Formulas are not run; what they last came to is taken.
import type { Cell, CellValue, Sheet } from 'hucre/xlsx';
import { failure, success, type Result } from '../result.ts';
import { excerpt } from '../excerpt.ts';
import { grouped } from '../in-words.ts';
import { areTemplateHeads, readTemplate } from './timelinejs-csv.ts';
import { kindOf, TABLE_HOLDS } from './csv.ts';
import {
  Likelihood,
  type Draft,
  type Format,
  type Imported,
  type Question,
  type ReadOptions,
  type Written,
} from './format.ts';
import { cut } from './draft.ts';
import { counted, lossesOf } from './losses.ts';
import { answerTo } from './questions.ts';
import { collectProblems, inEntries, type Problems, type Where } from './report.ts';
import { readTable } from './table/events.ts';
import { guessMapping, type Table } from './table/mapping.ts';
import { withoutTitle } from './table/title.ts';
import { bracketedIn, documentRows } from './table/write.ts';
import { LARGEST_FILE, tooLarge } from './text.ts';
import { checkZip, isZip } from './zip.ts';

/** The most sheets that are offered. */
const MOST_SHEETS = 100;

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Result<Imported>> {
  if (bytes.length > LARGEST_FILE) return tooLarge();
  if (!isZip(bytes))
    return failure('xlsx', 'The file is no Excel workbook of the kind .xlsx. Save it as .xlsx or .csv.');
  const entries = checkZip(bytes);
  if (!entries.ok) return entries;
  if (!entries.value.some(({ name }) => name === 'xl/workbook.xml'))
    return failure('xlsx', 'The file is an archive, but no Excel workbook.');
  const problems = collectProblems(options.file);
  const { readXlsx } = await import('hucre/xlsx');
  let sheets: readonly Sheet[];
  try {
    ({ sheets } = await readXlsx(bytes, { readStyles: true }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    const [, rows, columns] = /spans (\d+) rows x (\d+) columns/.exec(reason) ?? [];
    if (rows !== undefined && columns !== undefined)
      return failure(
        'file-too-large',
        `A sheet of the workbook has ${grouped(Number(rows))} rows of ${grouped(Number(columns))} cells, which is more than is read. Leave out the rows and columns that hold nothing.`,
      );
    return failure('xlsx', `The workbook is damaged: ${excerpt(reason, 120)}.`);
  }
  const chosen = chooseSheet(sheets, options, problems);
  if (chosen === null) return failure('table-empty', 'The workbook has no sheet with a table.');
  const table = withoutTitle(tableOf(chosen.sheet, problems), problems);
  if (entries.value.some(({ name }) => name.includes('vbaProject')))
    problems.add('Macros were left out; nothing of them was run');
  if (entries.value.some(({ name }) => name.includes('externalLink')))
    problems.add('Links to other workbooks were not followed');
  if (entries.value.some(({ name }) => /^xl\/(?:media|charts)\//.test(name)))
    problems.add('Pictures and charts were left out');
  const imported =
    options.mapping === undefined && areTemplateHeads(table.rows[0] ?? [])
      ? await readTemplate(table, options, problems)
      : readTable(table, options.mapping ?? guessMapping(table), options, problems, kindOf(table));
  if (!imported.ok || chosen.question === null) return imported;
  return success({ ...imported.value, questions: [chosen.question, ...imported.value.questions] });
}

/** The sheet that is read: the one asked for, or the first with a table; others that have one are asked about. */
function chooseSheet(
  sheets: readonly Sheet[],
  { assume }: ReadOptions,
  problems: Problems,
): { readonly sheet: Sheet; readonly question: Question | null } | null {
  const shown = sheets.filter(({ hidden, veryHidden }) => hidden !== true && veryHidden !== true);
  if (shown.length < sheets.length)
    problems.add(`Hidden sheets were left out: ${sheets.length - shown.length} of ${sheets.length}`);
  const tables: { readonly sheet: Sheet; readonly answer: string }[] = [];
  const others: Sheet[] = [];
  shown.forEach((sheet, index) => {
    const widest = sheet.rows.reduce((most, row) => Math.max(most, row.filter(isFilled).length), 0);
    if (widest > 1 && index < MOST_SHEETS) tables.push({ sheet, answer: `sheet-${index + 1}` });
    else if (widest > 0) others.push(sheet);
  });
  if (others.length > 0) problems.add(`Sheets without a table were left out: ${namesOf(others)}`);
  const [first] = tables;
  if (first === undefined) return null;
  const answer = answerTo(
    tables.map((one) => one.answer),
    null,
    assume,
  );
  const sheet = tables.find((one) => one.answer === answer)?.sheet ?? first.sheet;
  const rest = tables.flatMap((one) => (one.sheet === sheet ? [] : [one.sheet]));
  if (rest.length > 0 && answer !== undefined) problems.add(`Other sheets were left out: ${namesOf(rest)}`);
  if (rest.length === 0 || answer !== undefined) return { sheet, question: null };
  return {
    sheet,
    question: {
      column: null,
      words: 'Which sheet of the workbook holds the events?',
      choices: tables.map((one) => ({ answer: one.answer, words: excerpt(one.sheet.name, 60) })),
      assumed: first.answer,
    },
  };
}

function isFilled(cell: CellValue): boolean {
  return cell !== null && cell !== '';
}

/** The names of sheets, no more than a sentence holds. */
function namesOf(sheets: readonly Sheet[]): string {
  const names = sheets.slice(0, 10).map(({ name }) => excerpt(name, 40));
  return sheets.length > 10 ? `${names.join(', ')} and ${sheets.length - 10} more` : names.join(', ');
}

function tableOf({ rows, cells, merges }: Sheet, problems: Problems): Table {
  for (const [place, cell] of cells ?? []) {
    const [row, column] = place.split(',').map(Number);
    const count = (key: string, reason: (count: number) => string): void => {
      problems.count(key, reason, placeOf(row, column));
    };
    if (cell.hyperlink !== undefined)
      count('links', (links) => `Where cells link to was left out ${inEntries(links, 'cells')}`);
    if (cell.comment !== undefined)
      count('comments', (comments) => `Comments on cells were left out ${inEntries(comments, 'cells')}`);
    if (cell.formula !== undefined)
      count(
        'formulas',
        (formulas) =>
          `Formulas were not run; what they last came to was read ${inEntries(formulas, 'cells')}`,
      );
  }
  for (const { startRow, startCol } of merges ?? [])
    problems.count(
      'merges',
      (places) =>
        `Of merged cells the first holds the value, and the others are blank, ${inEntries(places, 'places')}`,
      placeOf(startRow, startCol),
    );
  return {
    rows: rows.map((row, index) =>
      row.map((value, column) => textOf(value, cells?.get(`${index},${column}`))),
    ),
    // Rows are the lines of a sheet.
    lineOf: (row) => row + 1,
  };
}

/** Where a cell stands, by its row and column from 0: `B3` is in line 3. */
function placeOf(row = 0, column = 0): Where {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return { line: row + 1, path: `${letters}${row + 1}` };
}

/** A cell as text: a date in ISO, as fine as its format shows it. */
function textOf(value: CellValue, cell: Cell | undefined): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (Number.isNaN(value.getTime())) return '';
  const iso = value.toISOString();
  const format = (cell?.style?.numFmt ?? 'yyyy-mm-dd').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
  const hasDay = /d|h/.test(format);
  if (!hasDay && !format.includes('m') && format.includes('y')) return iso.slice(0, 4);
  if (!hasDay && format.includes('y')) return iso.slice(0, 7);
  const time = iso.slice(11, format.includes('s') || !format.includes('h') ? 19 : 16);
  // What shows only hours and minutes is a time of no day.
  if (format.includes('h') && !/[yd]/.test(format)) return time;
  const isDay = iso.slice(11, 19) === '00:00:00';
  return isDay ? iso.slice(0, 10) : `${iso.slice(0, 10)}T${time}`;
}

/** The most characters that Excel takes in a cell. */
const LONGEST_CELL = 32_767;
const NEVER = new Date(0);

async function write(draft: Draft): Promise<Written> {
  const { writeXlsx } = await import('hucre/xlsx');
  let long = 0;
  const rows = documentRows(draft).map((row) =>
    row.map((text) => {
      if (text.length <= LONGEST_CELL) return text;
      long += 1;
      return cut(text, LONGEST_CELL);
    }),
  );
  const losses = [
    ...lossesOf(draft, TABLE_HOLDS),
    ...bracketedIn(draft),
    ...(long > 0
      ? [`Texts of more than ${grouped(LONGEST_CELL)} characters are cut in ${counted(long, 'cell')}`]
      : []),
  ];
  // The same document gives the same file, whenever it is written.
  const properties = { created: NEVER, modified: NEVER };
  return { bytes: await writeXlsx({ sheets: [{ name: 'Events', rows }], properties }), losses };
}

/** Excel workbooks. */
export const xlsx: Format = {
  id: 'xlsx',
  name: 'Excel workbook',
  endings: ['.xlsx', '.xlsm'],
  recognise({ bytes, ending }) {
    if (!isZip(bytes)) return Likelihood.No;
    // Names stand between the contents; the directory with all of them is at the end.
    const names = new TextDecoder('utf-8').decode(bytes);
    if (/xl\/(?:workbook|worksheets|styles|sharedStrings|_rels|theme)/.test(names)) return Likelihood.Sure;
    return ending === '.xlsx' || ending === '.xlsm' ? Likelihood.Possible : Likelihood.No;
  },
  read,
  write,
};
