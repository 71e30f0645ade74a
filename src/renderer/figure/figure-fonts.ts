// The faces that figures are set in: a file for each weight, because of a variable face Chromium puts nameless outlines
// into a PDF (Type 3), and of these a font with its name (TrueType), which is what printers ask for.
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

/** Adds the faces of a family; the styles know it by a name that is the same whether it is variable or not. */
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
 * @param text what is going to be set: every alphabet in it is waited for, as far as the faces have it
 */
export async function figureFontsReady(text: string): Promise<void> {
  const fonts = new Set(FACES.map(({ weight, family }) => `${weight} 13px "${family.replaceAll('"', '')}"`));
  await Promise.all([...fonts].map((font) => document.fonts.load(font, text)));
}
