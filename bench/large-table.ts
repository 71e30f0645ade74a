// A table of 100 MB, as imports are measured with.

/** Bytes of the table. */
const SIZE = 100_000_000;

/** A day of five hundred years, by a number. */
export const day = (index: number): string =>
  new Date(Date.UTC(1500 + (index % 500), index % 12, 1 + (index % 28))).toISOString().slice(0, 10);

/** A table with days, places and a sentence for each event, in ten lanes. It leaves nothing open. */
export function largeTable(): string {
  const lines = ['Title,Date,Place,Description,Category\n'];
  let size = 0;
  for (let index = 0; size < SIZE; index += 1) {
    const line = `"Event ${index}, as it was told",${day(index)},Place ${index % 50},"What happened then is said here, in a sentence of some length that has a comma",Lane ${index % 10}\n`;
    size += line.length;
    lines.push(line);
  }
  return lines.join('');
}
