// How wide a text is in the app's own face, so that marks can be placed before they are drawn.

const context = new OffscreenCanvas(1, 1).getContext('2d');
const widths = new Map<string, number>();

/** Upper bound for remembered widths; beyond it the memory starts afresh. */
const MOST_REMEMBERED = 20_000;

/**
 * The width of one line of text in CSS pixels.
 * @param font a CSS font shorthand whose face has been loaded, e.g. `600 13px "Inter Variable"`
 */
export function textWidth(text: string, font: string): number {
  const key = `${font}\n${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (context === null) throw new Error('This page has no canvas to measure text with.');
  context.font = font;
  const { width } = context.measureText(text);
  if (widths.size >= MOST_REMEMBERED) widths.clear();
  widths.set(key, width);
  return width;
}
