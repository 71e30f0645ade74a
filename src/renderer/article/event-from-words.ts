// What an event takes over from words of an article besides their date. Pure.

/** More letters of a quote do not make a title. */
const LONGEST_TITLE = 90;

/** A first title for an event: its quote on one line, without the full stop, cut before a word where it is long. */
export function titleFrom(quote: string): string {
  const line = quote.replace(/\s+/gu, ' ').trim();
  if (line.length <= LONGEST_TITLE) return line.replace(/[.,;:]$/u, '') || line;
  const cut = line.slice(0, LONGEST_TITLE);
  const words = cut.slice(0, Math.max(0, cut.lastIndexOf(' '))).replace(/[\s.,;:–—-]+$/u, '');
  // A text without blanks, cut where no character is split.
  const short = words === '' ? Array.from(cut).slice(0, -1).join('') : words;
  return `${short}…`;
}
