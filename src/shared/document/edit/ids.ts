// Makes ids of titles, so that a reader of the file recognises them. Pure.

/**
 * The first free id of a title: “sco-summit”, then “sco-summit-2”.
 *
 * @param otherwise stands for a title without letters and digits.
 */
export function idFor(title: string, otherwise: string, isTaken: (id: string) => boolean): string {
  const base = idOf(title) || otherwise;
  let id = base;
  for (let number = 2; isTaken(id); number += 1) id = `${base}-${number}`;
  return id;
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
