// Adds faces of the bundled fonts to a page: each alphabet of a font is a file of its own.

/** What a font's faces are made of. */
export interface FaceFiles {
  /** The name that the styles use. */
  readonly family: string;
  /** Addresses of the files, by their paths, which end in the alphabet, the weight or `wght`, and the style. */
  readonly files: Readonly<Record<string, string>>;
  /** The letters of each alphabet, as `unicode-range` writes them. */
  readonly ranges: Readonly<Record<string, string>>;
}

/**
 * Adds the faces of a font to the page, and returns them. A variable file has the weights from 200 to 900.
 *
 * @param isWanted of which alphabets.
 */
export function addFaces(
  { family, files, ranges }: FaceFiles,
  isWanted: (alphabet: string) => boolean = () => true,
): FontFace[] {
  return Object.entries(files).flatMap(([path, address]) => {
    const [, alphabet = '', weight = ''] =
      /(?:inter|source-serif-4)-(.+)-(\d00|wght)-normal/.exec(path) ?? [];
    const unicodeRange = ranges[alphabet];
    if (unicodeRange === undefined) throw new Error(`It is not known which letters ${path} has.`);
    if (!isWanted(alphabet)) return [];
    const face = new FontFace(family, `url(${address})`, {
      weight: weight === 'wght' ? '200 900' : weight,
      unicodeRange,
      display: 'swap',
    });
    document.fonts.add(face);
    return [face];
  });
}
