// Keeps a text's direction to itself where markup cannot: window titles, menus, tooltips, names for screen readers.

/** Characters that may turn the text around them: right-to-left letters and directional marks. */
const TURNS =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}\p{Bidi_Control}]/u;
/** Paragraph ends, which close all isolates, and other control characters. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2068', '\u2069'];

/**
 * The text between first strong isolate and pop directional isolate (Unicode Standard Annex 9), on one line. Isolates
 * that it leaves open are closed, and closing marks without an opening one are removed, so that nothing in it reaches
 * beyond. Text that cannot turn anything is returned unchanged.
 */
export function isolate(text: string): string {
  if (!TURNS.test(text)) return text;
  let open = 0;
  let balanced = '';
  for (const character of text.replace(BREAKS, ' ')) {
    if (character === POP_ISOLATE) {
      if (open === 0) continue;
      open -= 1;
    } else if (/[\u2066-\u2068]/u.test(character)) open += 1;
    balanced += character;
  }
  return FIRST_STRONG_ISOLATE + balanced + POP_ISOLATE.repeat(open + 1);
}
