// Writes the size on paper into a PNG.
import { crc32 } from 'node:zlib';

/** The end of the first chunk, which holds the size: the signature's 8 bytes and its own 25. */
const HEADER_END = 33;

/** Turns a scale, image pixels to a CSS pixel, into dots to a metre. An inch has 96 CSS pixels. */
export function dotsPerMetre(scale: number): number {
  return Math.round((scale * 96) / 0.0254);
}

/**
 * Adds a `pHYs` chunk right behind the header, so that programs show and print the picture at its size.
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
