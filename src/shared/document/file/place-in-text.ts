// The position of an offset in a text, as editors count.

/** A position in a text. */
export interface PlaceInText {
  /** “line 3, column 14”: both from 1, the column in UTF-16 code units. */
  readonly words: string;
  /** The text around it on its line, up to 40 code units on either side. */
  readonly surroundings: string;
}

/**
 * Finds the line and column of an offset.
 *
 * @param offset UTF-16 code units, 0 to the text's length.
 */
export function placeInText(text: string, offset: number): PlaceInText {
  let line = 1;
  let start = 0;
  for (const lineBreak of text.slice(0, offset).matchAll(/\r\n?|\n/g)) {
    line += 1;
    start = lineBreak.index + lineBreak[0].length;
  }
  const before = text.slice(Math.max(start, offset - 40), offset);
  const after = /^[^\r\n]*/.exec(text.slice(offset, offset + 40))?.[0] ?? '';
  return { words: `line ${line}, column ${offset - start + 1}`, surroundings: before + after };
}
