// Makes ids of titles, so that a reader of the file recognises them. Pure.
import { freeIdOf } from '../free-id.ts';

/**
 * The first free id of a title: “sco-summit”, then “sco-summit-2”.
 *
 * @param otherwise stands for a title without letters and digits.
 * @param counters see {@link freeIdOf}.
 */
export function idFor(
  title: string,
  otherwise: string,
  isTaken: (id: string) => boolean,
  counters?: Map<string, number>,
): string {
  return freeIdOf(idOf(title) || otherwise, isTaken, counters);
}

/** The letters and digits of a text in small letters, joined by hyphens, to 60 characters. */
function idOf(text: string): string {
  return (
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
    .join('-')
    .slice(0, 60)
    .replace(/-$/, '');
}
