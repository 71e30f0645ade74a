// Writes into a PNG how large it is on paper.
import { crc32 } from 'node:zlib';

/** Where the first chunk, which holds the size, ends: the signature's 8 bytes and its own 25. */
const HEADER_END = 33;

/** Dots to a metre of a picture with this many image pixels to a CSS pixel, of which an inch has 96. */
export function dotsPerMetre(scale: number): number {
  return Math.round((scale * 96) / 0.0254);
}

/**
 * The same picture with a `pHYs` chunk right behind its header, so that programs show and print it at its size.
 * https://www.w3.org/TR/png-3/#11pHYs
 *
 * @param png a PNG file's contents without such a chunk.
 * @param dots to the metre, in both directions.
 */
export function withResolution(png: Uint8Array, dots: number): Uint8Array {
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  chunk.write('pHYs', 4, 'latin1');
  chunk.writeUInt32BE(dots, 8);
  chunk.writeUInt32BE(dots, 12);
  // The unit is the metre.
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  return Buffer.concat([png.subarray(0, HEADER_END), chunk, png.subarray(HEADER_END)]);
}
