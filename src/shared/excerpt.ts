// Shows text of a document within a sentence: on one line, short, and inert.

/** Controls, line breaks, and the marks that turn the direction of what follows. */
const UNFIT = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * Quotes text in “ ”, cut at `most` characters (Unicode code points) with “…”; line breaks and controls become spaces.
 */
export function excerpt(text: string, most = 60): string {
  // A character has at most two code units: no more than these are looked at, however long the text is.
  const characters = Array.from(text.slice(0, 2 * most + 2));
  const shown = characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
  return `“${shown.replace(UNFIT, ' ')}”`;
}
