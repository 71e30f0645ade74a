// The faces that figures are set in: a file for each weight, because of a variable face Chromium puts nameless outlines
// into a PDF (Type 3), and of these a font with its name (TrueType), which is what printers ask for.
import ranges from '@fontsource/inter/unicode.json';

const FILES = import.meta.glob<string>(
  '../../../node_modules/@fontsource/inter/files/inter-*-{400,500,600,700}-normal.woff2',
  { query: '?url', import: 'default', eager: true },
);

/** The name that the styles know the face by, whether it is variable or not. */
const FAMILY = 'Inter Variable';

const faces = Object.entries(FILES).flatMap(([path, address]) => {
  const [, subset, weight] = /inter-(.+)-(\d00)-normal/.exec(path) ?? [];
  if (subset === undefined || weight === undefined) return [];
  const unicodeRange = Object.entries(ranges).find(([name]) => name === subset)?.[1];
  if (unicodeRange === undefined) throw new Error(`It is not known which letters ${path} has.`);
  return [new FontFace(FAMILY, `url(${address})`, { weight, unicodeRange })];
});
for (const face of faces) document.fonts.add(face);

/**
 * Resolves once every weight can be measured.
 * @param text what is going to be set: every alphabet in it is waited for, as far as the face has it
 */
export async function figureFontsReady(text: string): Promise<void> {
  const weights = new Set(faces.map(({ weight }) => weight));
  await Promise.all([...weights].map((weight) => document.fonts.load(`${weight} 13px "${FAMILY}"`, text)));
}
