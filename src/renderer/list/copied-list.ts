// The list as text for other programs: tab-separated, CSV or a Markdown table. Pure.

/** The formats for copying the list. */
export const LIST_FORMATS = ['text', 'csv', 'markdown'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** Rows of cells of equal length; the first row is the header. */
export type Table = readonly (readonly string[])[];

/** The table in a format. Only CSV has a line break after the last row. */
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

/** Spreadsheets treat text that begins like this as a formula. https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r\n]/;

/** Puts an apostrophe before a formula, which marks it as text for spreadsheets. */
export function inert(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Cells separated by tabs, as spreadsheets paste them; tabs and line breaks within cells become blanks. */
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

/** Escapes characters that would end a cell, or be read as markup, HTML or an entity. */
function escaped(cell: string): string {
  return cell.replace(/[\\|`*_~[\]<]|&(?=#?\w+;)/g, '\\$&');
}

function onOneLine(cell: string): string {
  return cell.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ').trim();
}
