// Sets a figure in the fonts of a house style: the same for what is measured, drawn and named in an SVG.
import type { HouseFonts } from '../../shared/figure/house-style.ts';
import { measureIn } from '../timeline/measure.ts';

/** Two faces of other widths, which the app brings. */
const OWN_FACES = ['Inter Variable', 'Source Serif 4 Variable'] as const;

/** Letters of many widths. */
const SAMPLE = 'Hamburgefonstiv 0123456789';

const context = new OffscreenCanvas(1, 1).getContext('2d');

/**
 * Finds a font that the system does not have. The page may not ask for the list of fonts, so it measures: a name that
 * stands for no font leaves the text to whichever face comes next.
 */
export async function missingFont(fonts: HouseFonts): Promise<keyof HouseFonts | undefined> {
  if (fonts.titles === undefined && fonts.text === undefined) return undefined;
  await Promise.all(OWN_FACES.map((face) => document.fonts.load(`32px "${face}"`, SAMPLE)));
  return (['titles', 'text'] as const).find((which) => {
    const name = fonts[which];
    return name !== undefined && !isInstalled(name);
  });
}

function isInstalled(name: string): boolean {
  if (context === null) throw new Error('This page has no canvas to measure text with.');
  const widths = OWN_FACES.map((face) => {
    context.font = `32px "${name}", "${face}"`;
    return context.measureText(SAMPLE).width;
  });
  return new Set(widths).size === 1;
}

/** Sets the page's fonts; what is left out stays the app's own. The names are checked, see `isFontName`. */
export function setHouseFonts({ titles, text }: HouseFonts): void {
  measureIn(text ?? null);
  const { style } = document.documentElement;
  if (text !== undefined) {
    style.setProperty('--face', `"${text}", "Inter Variable", system-ui, sans-serif`);
    style.setProperty('--face-reading', `"${text}", "Source Serif 4 Variable", Georgia, serif`);
  }
  if (titles !== undefined)
    style.setProperty('--face-titles', `"${titles}", "Inter Variable", system-ui, sans-serif`);
}
