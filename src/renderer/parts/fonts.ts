// The bundled fonts, and when they are ready: the width of their text decides where marks go.
import sansRanges from '@fontsource-variable/inter/unicode.json';
import serifRanges from '@fontsource-variable/source-serif-4/unicode.json';
import { addFaces, type FaceFiles } from './faces.ts';

const FONTS: readonly FaceFiles[] = [
  {
    family: 'Inter Variable',
    files: import.meta.glob<string>(
      '../../../node_modules/@fontsource-variable/inter/files/inter-*-wght-normal.woff2',
      { query: '?url', import: 'default', eager: true },
    ),
    ranges: sansRanges,
  },
  {
    family: 'Source Serif 4 Variable',
    files: import.meta.glob<string>(
      '../../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-*-wght-normal.woff2',
      { query: '?url', import: 'default', eager: true },
    ),
    ranges: serifRanges,
  },
];

/**
 * The alphabet that fonts.css has. Before it lays out the first text, Chromium asks the system for a stand-in for each face
 * that has not loaded, in each size and weight, which took fifteen milliseconds: so the first picture is drawn with these
 * faces alone. A script that adds them takes three more.
 */
const FIRST = 'latin';

let hasAll = false;

/** Adds the faces of all other alphabets; until then, letters of these are shown in a face of the system. */
export function addOtherAlphabets(): void {
  if (hasAll) return;
  hasAll = true;
  for (const font of FONTS) addFaces(font, (alphabet) => alphabet !== FIRST);
}

/**
 * Resolves once the timeline's fonts can be measured; at once if they already can.
 *
 * @param text to be set: waits for every alphabet in it that the fonts have. Default Latin.
 */
export async function fontsReady(text?: string): Promise<void> {
  if (text !== undefined) addOtherAlphabets();
  await Promise.all(
    ['600 13px "Inter Variable"', '400 14px "Source Serif 4 Variable"'].map((font) =>
      document.fonts.load(font, text),
    ),
  );
}
