// Loads the faces of figures, a file for each weight. Chromium embeds these in a PDF as named fonts (TrueType), as
// printers ask for. A variable face would become nameless outlines (Type 3).
import sansRanges from '@fontsource/inter/unicode.json';
import serifRanges from '@fontsource/source-serif-4/unicode.json';
import { addFaces } from '../parts/faces.ts';

const SANS = import.meta.glob<string>(
  '../../../node_modules/@fontsource/inter/files/inter-*-{400,500,600,700}-normal.woff2',
  { query: '?url', import: 'default', eager: true },
);
const SERIF = import.meta.glob<string>(
  '../../../node_modules/@fontsource/source-serif-4/files/source-serif-4-*-400-normal.woff2',
  { query: '?url', import: 'default', eager: true },
);

/** Under the names that the styles also use for the variable faces. */
const FACES = [
  ...addFaces({ family: 'Inter Variable', files: SANS, ranges: sansRanges }),
  ...addFaces({ family: 'Source Serif 4 Variable', files: SERIF, ranges: serifRanges }),
];

/**
 * Resolves once every weight can be measured.
 * @param text loads each of its alphabets that the faces have; it is searched once for each weight
 */
export async function figureFontsReady(text: string): Promise<void> {
  const fonts = new Set(FACES.map(({ weight, family }) => `${weight} 13px "${family.replaceAll('"', '')}"`));
  await Promise.all([...fonts].map((font) => document.fonts.load(font, text)));
}
