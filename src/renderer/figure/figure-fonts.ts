// Loads the faces of figures, a file for each weight. Chromium embeds these in a PDF as named fonts (TrueType), as
// printers ask for. A variable face would become nameless outlines (Type 3).
import sansRanges from '@fontsource/inter/unicode.json';
import serifRanges from '@fontsource/source-serif-4/unicode.json';

const SANS = import.meta.glob<string>(
  '../../../node_modules/@fontsource/inter/files/inter-*-{400,500,600,700}-normal.woff2',
  { query: '?url', import: 'default', eager: true },
);
const SERIF = import.meta.glob<string>(
  '../../../node_modules/@fontsource/source-serif-4/files/source-serif-4-*-400-normal.woff2',
  { query: '?url', import: 'default', eager: true },
);

/** Adds the faces of a family, under the name that the styles also use for the variable face. */
function addFaces(family: string, files: Record<string, string>, ranges: Record<string, string>): FontFace[] {
  return Object.entries(files).map(([path, address]) => {
    const [, subset = '', weight = ''] = /(?:inter|source-serif-4)-(.+)-(\d00)-normal/.exec(path) ?? [];
    const unicodeRange = ranges[subset];
    if (unicodeRange === undefined) throw new Error(`It is not known which letters ${path} has.`);
    const face = new FontFace(family, `url(${address})`, { weight, unicodeRange });
    document.fonts.add(face);
    return face;
  });
}

const FACES = [
  ...addFaces('Inter Variable', SANS, sansRanges),
  ...addFaces('Source Serif 4 Variable', SERIF, serifRanges),
];

/**
 * Resolves once every weight can be measured.
 * @param text loads each of its alphabets that the faces have; it is searched once for each weight
 */
export async function figureFontsReady(text: string): Promise<void> {
  const fonts = new Set(FACES.map(({ weight, family }) => `${weight} 13px "${family.replaceAll('"', '')}"`));
  await Promise.all([...fonts].map((font) => document.fonts.load(font, text)));
}
