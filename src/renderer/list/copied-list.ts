// The list as text that other programs take: tab-separated, CSV or a Markdown table. Pure.

/** The formats that the list is copied in. */
export const LIST_FORMATS = ['text', 'csv', 'markdown'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** Rows of cells, the first of them the header; all are equally long. */
export type Table = readonly (readonly string[])[];

/** The table in a format, without an end of line after the last row, but with one in CSV. */
export function tableAs(format: ListFormat, table: Table): string {
  switch (format) {
    case 'text':
      return asText(table);
    case 'csv':
      return asCsv(table);
    case 'markdown':
      return asMarkdown(table);
  }
}

/** What begins so is a formula to a spreadsheet. https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r\n]/;

/** The cell with an apostrophe before what a spreadsheet would run; spreadsheets take it for “this is text”. */
export function inert(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Cells separated by tabs, as spreadsheets take them from the clipboard; tabs and line breaks within are blanks. */
function asText(table: Table): string {
  return table.map((row) => row.map((cell) => inert(onOneLine(cell))).join('\t')).join('\n');
}

/** RFC 4180: https://www.rfc-editor.org/rfc/rfc4180 */
function asCsv(table: Table): string {
  const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return table.map((row) => `${row.map((cell) => quoted(inert(cell))).join(',')}\r\n`).join('');
}

/** A table of GitHub Flavored Markdown: https://github.github.com/gfm/#tables-extension- */
function asMarkdown(table: Table): string {
  const lines = table.map((row) => `| ${row.map((cell) => escaped(onOneLine(cell))).join(' | ')} |`);
  const rule = `|${(table[0] ?? []).map(() => ' --- |').join('')}`;
  return [...lines.slice(0, 1), rule, ...lines.slice(1)].join('\n');
}

/** What would be read as a cell's end, as markup, as HTML or as an entity stands for itself. */
function escaped(cell: string): string {
  return cell.replace(/[\\|`*_~[\]<]|&(?=#?\w+;)/g, '\\$&');
}

function onOneLine(cell: string): string {
  return cell.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ').trim();
}
