// Shows text of a document within a sentence: on one line, short, and inert.

/** Line breaks, tabs and the like, which become one space. */
const BREAKS = /[\t-\r\u0085\u2028\u2029]+/gu;

/**
 * Characters that nobody sees, or that turn the direction of what follows: a quote must not hide what is wrong with it.
 * The joiners of scripts and emoji that need them are part of what is seen.
 */
const UNSEEN =
  /(?<![\p{Lo}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f)(?:\u200c|\u200d|\ufe0e|\ufe0f)|(?!\u200c|\u200d|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Quotes text in “ ”, cut at `most` characters (Unicode code points) with “…”; line breaks become spaces, and a character
 * that nobody sees is written by its code, as in “[U+200B]”.
 */
export function excerpt(text: string, most = 60): string {
  // A character has at most two code units: no more than these are looked at, however long the text is.
  const characters = Array.from(text.slice(0, 2 * most + 2));
  const shown = characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
  return `“${shown.replace(BREAKS, ' ').replace(UNSEEN, code)}”`;
}

function code(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `[U+${number.padStart(4, '0')}]`;
}
