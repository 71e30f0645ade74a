// Tells whether a picture has a single colour: then Chromium took it before the figure was painted.
import { inflateSync } from 'node:zlib';
import { pngSize } from './size.ts';

/** So many pixels to a byte has only a picture with hardly anything in it; one of a single colour has more than 60. */
const PIXELS_TO_A_BYTE = 40;

/** Bytes of a pixel by the colour type of a PNG with eight bits a channel: RGB and RGBA. */
const PIXEL_BYTES: ReadonlyMap<number, number> = new Map([
  [2, 3],
  [6, 4],
]);

/**
 * Whether all pixels of a PNG have one colour. Nearly every figure is told by the length of its file alone, and is not
 * unpacked. https://www.w3.org/TR/png-3/
 *
 * @param png with eight bits a channel in RGB or RGBA, not interlaced, as Chromium writes it; of any other kind the answer
 *   is false.
 */
export function hasOneColour(png: Uint8Array): boolean {
  const size = pngSize(png);
  if (size === undefined || size.width * size.height < PIXELS_TO_A_BYTE * png.length) return false;
  const file = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const pixel = file[24] === 8 && file[28] === 0 ? PIXEL_BYTES.get(file[25] ?? -1) : undefined;
  if (pixel === undefined) return false;
  const length = size.width * pixel;
  const packed = inflateSync(Buffer.concat([...dataOf(file)]), {
    maxOutputLength: size.height * (length + 1),
  });
  let above = new Uint8Array(length);
  let first: Uint8Array | undefined;
  for (let at = 0; at + length < packed.length; at += length + 1) {
    const row = unfiltered(packed[at] ?? 0, packed.subarray(at + 1, at + 1 + length), above, pixel);
    first ??= row.slice(0, pixel);
    for (let place = 0; place < length; place += 1) if (row[place] !== first[place % pixel]) return false;
    above = row;
  }
  return true;
}

/** The contents of the chunks that hold the pixels. */
function* dataOf(file: Buffer): Generator<Buffer> {
  for (let at = 8; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') yield file.subarray(at + 8, at + 8 + length);
    at += 12 + length;
  }
}

/** A row of pixels from what its filter left of it. https://www.w3.org/TR/png-3/#9Filters */
function unfiltered(
  filter: number,
  row: Uint8Array,
  above: Uint8Array,
  pixel: number,
): Uint8Array<ArrayBuffer> {
  const pixels = new Uint8Array(row.length);
  for (let place = 0; place < row.length; place += 1) {
    const left = pixels[place - pixel] ?? 0;
    const up = above[place] ?? 0;
    const corner = above[place - pixel] ?? 0;
    pixels[place] = (row[place] ?? 0) + predicted(filter, left, up, corner);
  }
  return pixels;
}

/** What a filter expects of a byte from those beside, above and beside that. */
function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const [toLeft, toUp, toCorner] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
      if (toLeft === undefined || toUp === undefined || toCorner === undefined) return 0;
      return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
    default:
      return 0;
  }
}
