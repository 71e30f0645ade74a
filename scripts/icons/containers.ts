// Writes files with an icon in several sizes: Windows's ICO and macOS's ICNS, both containers of PNGs. Pure.

/** A square picture as PNG. */
export interface Picture {
  /** Pixels a side. */
  readonly size: number;
  readonly png: Buffer;
}

/**
 * An ICO with these pictures; Windows reads PNGs in it since Vista.
 * https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)
 *
 * @param pictures of at most 256 pixels a side, the format's limit; others throw `RangeError`.
 */
export function ico(pictures: readonly Picture[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    if (size > 256) throw new RangeError('An ICO holds no picture of more than 256 pixels a side.');
    const at = 6 + 16 * index;
    // One byte a side, in which 0 stands for 256.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/**
 * The types of an ICNS that contain PNGs, with their sizes in pixels; of two types of one size, the second is a smaller
 * icon at two-fold scale.
 */
const ICNS_TYPES = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
] as const;

/** The sizes that an ICNS needs, in pixels. */
export const ICNS_SIZES: readonly number[] = [...new Set(ICNS_TYPES.map(([, size]) => size))];

/**
 * An ICNS with these pictures. https://en.wikipedia.org/wiki/Apple_Icon_Image_format
 *
 * @param pictures one of each of {@link ICNS_SIZES}; a missing one throws `RangeError`.
 */
export function icns(pictures: readonly Picture[]): Buffer {
  const entries = ICNS_TYPES.map(([type, size]) => {
    const picture = pictures.find((candidate) => candidate.size === size);
    if (picture === undefined) throw new RangeError(`An ICNS needs a picture of ${size} pixels.`);
    return Buffer.concat([tag(type, picture.png.length + 8), picture.png]);
  });
  const length = entries.reduce((sum, entry) => sum + entry.length, 8);
  return Buffer.concat([tag('icns', length), ...entries]);
}

function tag(type: string, length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.write(type, 0, 'latin1');
  bytes.writeUInt32BE(length, 4);
  return bytes;
}
