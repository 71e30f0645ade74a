// Quotes text of a document within a sentence: on one line, short, and inert.

/** Line breaks, tabs and the like, which become one space. */
const BREAKS = /[\t-\r\u0085\u2028\u2029]+/gu;

/**
 * Invisible characters, and characters that turn the direction of the text after them: a quote must not hide the fault
 * in it. Scripts and emoji need joiners, so these remain.
 */
const UNSEEN =
  /(?<![\p{Lo}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f)(?:\u200c|\u200d|\ufe0e|\ufe0f)|(?!\u200c|\u200d|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Quotes text in “ ”, cut at `most` characters (Unicode code points) with “…”. Line breaks become spaces, and an
 * invisible character is written as its code: “[U+200B]”.
 */
export function excerpt(text: string, most = 60): string {
  // A character has at most two code units, so this looks at no more of a long text than needed.
  const characters = Array.from(text.slice(0, 2 * most + 2));
  const short = characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
  return `“${short.replace(BREAKS, ' ').replace(UNSEEN, code)}”`;
}

function code(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `[U+${number.padStart(4, '0')}]`;
}
