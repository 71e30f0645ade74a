// How wide a text is in the app's own face, so that marks can be placed before they are drawn.
import { signal } from '@preact/signals';

const context = new OffscreenCanvas(1, 1).getContext('2d');
const widths = new Map<string, number>();
const letters = new Map<string, Map<string, number>>();

/** The installed font that stands before the app's own faces, or `null`. */
let before: string | null = null;

/**
 * Measures from now on in a font that the system has, and in the app's own faces what it lacks; `null` for these alone.
 * Only a page that sets all its text anew may change it.
 */
export function measureIn(font: string | null): void {
  if (font !== before) letters.clear();
  before = font;
}

/** Upper bound for remembered widths; beyond it the memory starts afresh. */
const MOST_REMEMBERED = 20_000;

/**
 * The width of one line of text in CSS pixels.
 * @param font a CSS font shorthand whose face has been loaded, e.g. `600 13px "Inter Variable"`
 */
export function textWidth(text: string, font: string): number {
  const face =
    before === null
      ? font
      : font.replace(/"(?:Inter|Source Serif 4) Variable"/, (own) => `"${before}", ${own}`);
  const key = `${face}\n${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (context === null) throw new Error('This page has no canvas to measure text with.');
  context.font = face;
  const { width } = context.measureText(text);
  if (widths.size >= MOST_REMEMBERED) widths.clear();
  widths.set(key, width);
  return width;
}

/** Documents of up to as many events have their labels measured whole; of more, letter by letter. */
const MOST_MEASURED = 400;

/**
 * How the labels of a document are measured: exactly where there are few. Where there are many, each letter is measured
 * once and the widths are added up, which leaves out only the kerning.
 * @param count how many events there are
 */
export function labelMeasure(count: number): (text: string, font: string) => number {
  return count <= MOST_MEASURED ? textWidth : sumOfWidths;
}

/** Grows whenever a face has loaded: letters that another face stood in for until then have other widths now. */
const faces = signal(0);

document.fonts.addEventListener('loadingdone', () => {
  widths.clear();
  letters.clear();
  faces.value += 1;
});

/**
 * Like {@link labelMeasure}, for values that are computed from signals: these are computed again once a further face has
 * loaded. Large documents are not laid out twice.
 */
export function liveMeasure(count: number): (text: string, font: string) => number {
  const measure = labelMeasure(count);
  // Reading the signal is what makes a value depend on it.
  return measure === textWidth && faces.value >= 0 ? textWidth : measure;
}

function sumOfWidths(text: string, font: string): number {
  const known = letters.get(font) ?? new Map<string, number>();
  letters.set(font, known);
  let sum = 0;
  for (const letter of text) {
    let width = known.get(letter);
    if (width === undefined) {
      width = textWidth(letter, font);
      known.set(letter, width);
    }
    sum += width;
  }
  return sum;
}
