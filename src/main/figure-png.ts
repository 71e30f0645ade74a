// Encodes a drawn figure as PNG.
import type { FigureRequest } from '../shared/ipc.ts';
import { failure, success, type Result } from '../shared/result.ts';
import type { DrawnFigure } from './figure.ts';

/** Image pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A PNG file's contents and its size. */
export interface Png extends PictureSize {
  readonly bytes: Uint8Array;
}

/** Image pixels. Chromium without a graphics card still manages these; beyond, it takes the app's graphics down with it. */
const MOST_PIXELS = 200_000_000;

/** The size of a figure's picture in image pixels: exactly `width × scale` by `height × scale`, rounded. */
export function pictureSize({ width, height, scale }: FigureRequest): PictureSize {
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/**
 * Refuses what is larger than can be drawn, before it is drawn.
 *
 * @returns `figure-too-large` for pictures of more than 200 million pixels.
 */
export function checkPictureSize(request: FigureRequest): Result<null> {
  const { width, height } = pictureSize(request);
  return width * height > MOST_PIXELS ? tooLarge(request) : success(null);
}

/**
 * Takes the figure's picture, whatever the display's own scale is. Fails with `figure-too-large` where Chromium makes
 * no image, or one of another size than {@link pictureSize}.
 */
export async function encodePng({ request, send }: DrawnFigure): Promise<Result<Png>> {
  const answer = await send('Page.captureScreenshot', { format: 'png' }).catch(() => undefined);
  const bytes = Buffer.from(dataOf(answer), 'base64');
  const wanted = pictureSize(request);
  const size = pngSize(bytes);
  if (size?.width !== wanted.width || size.height !== wanted.height) return tooLarge(request);
  return success({ bytes, ...size });
}

function tooLarge(request: FigureRequest): Result<never> {
  const { width, height } = pictureSize(request);
  return failure(
    'figure-too-large',
    `A picture of ${width} × ${height} pixels is larger than can be drawn here. Choose a smaller size.`,
  );
}

/** What `Page.captureScreenshot` answers: the file in base64; empty where it does not. */
function dataOf(answer: unknown): string {
  const whole = typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : undefined;
  return typeof whole === 'string' ? whole : '';
}

/** The eight bytes that every PNG starts with, then the length and name of its first chunk, whose data open with the size. */
const PNG_START = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/**
 * The size of a PNG in image pixels, out of its header; `undefined` for anything else.
 * https://www.w3.org/TR/png-3/#11IHDR
 */
export function pngSize(bytes: Uint8Array): PictureSize | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 24 || !file.subarray(0, 16).equals(PNG_START)) return undefined;
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}
