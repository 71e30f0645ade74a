// Tables in Markdown, which is also readable in a terminal, and their place in a page. Pure.

/**
 * A table in Markdown. The first column is text; the others are numbers, aligned to the right.
 *
 * @param head the names of the columns.
 * @param rows with as many cells each; any other number throws `RangeError`.
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows];
  if (lines.some((line) => line.length !== head.length))
    throw new RangeError('Every row needs as many cells as the head.');
  const cells = lines.map((line) => line.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((line) => line[column]?.length ?? 0)));
  const row = (line: readonly string[]): string =>
    `| ${line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  const [first = [], ...others] = cells;
  return [row(first), row(rule), ...others.map(row)].join('\n');
}

/** Milliseconds: whole from a hundred on, with one decimal below; seconds from ten thousand on. */
export function milliseconds(value: number): string {
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`;
  return `${value.toFixed(value < 100 ? 1 : 0)} ms`;
}

/** Milliseconds of less than a frame, with two decimals. */
export function hundredths(value: number): string {
  return `${value.toFixed(2)} ms`;
}

/** Milliseconds as whole seconds. */
export function seconds(value: number): string {
  return `${Math.round(value / 1000)} s`;
}

/** Bytes as megabytes of a million bytes. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

/** A ratio with two decimals. */
export function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

/** A whole number with commas between its thousands. */
export function count(value: number): string {
  return value.toLocaleString('en');
}

const BEGIN = '<!-- begin: written by npm run bench -- --write -->';
const END = '<!-- end -->';

/** Replaces the text between the markers of a page. Throws unless both markers are there, in order. */
export function replaceBetweenMarkers(page: string, contents: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END, begin + BEGIN.length);
  if (begin === -1 || end === -1) throw new Error(`The page lacks “${BEGIN}” or the “${END}” after it.`);
  return `${page.slice(0, begin + BEGIN.length)}\n\n${contents}\n\n${page.slice(end)}`;
}
