// How far the reading of a large document has come, in a sentence. Pure.
import { grouped } from '../../shared/in-words.ts';
import { isolate } from '../../shared/isolate.ts';
import type { Opening } from '../../shared/ipc.ts';

/** Such as “Opening “x.dateline”: 120 of 346 MB read”. The file is read first, its events are found, then checked. */
export function openingInWords({ fileName, size, read, found, checked }: Opening): string {
  const events = `${grouped(found)} events`;
  const done =
    checked > 0
      ? `${grouped(checked)} of ${events} checked`
      : found > 0
        ? `${megabytes(size)} MB read, ${events} found`
        : `${megabytes(read)} of ${megabytes(size)} MB read`;
  return `Opening “${isolate(fileName)}”: ${done}`;
}

function megabytes(bytes: number): string {
  return grouped(Math.round(bytes / 1e6));
}
