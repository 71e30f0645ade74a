// Encodes a drawn figure as PNG.
import { failure, success, type Result } from '../../shared/result.ts';
import type { DrawnFigure, EncodedFigure } from './drawn.ts';
import { hasOneColour } from './one-colour.ts';
import { dotsPerMetre, withResolution } from './png-resolution.ts';
import { checkPictureSize, pictureSize, pngSize, type PictureSize } from './size.ts';

/**
 * Takes the figure's picture, on a display of any scale, and writes the resolution into it. Fails with
 * `figure-too-large` if Chromium makes no image, or one of another size than {@link pictureSize}, and with `figure-broken`
 * if the picture stays empty.
 */
export async function encodePng(figure: DrawnFigure): Promise<Result<EncodedFigure>> {
  const { options } = figure.request;
  const checked = checkPictureSize(options);
  if (!checked.ok) return checked;
  const wanted = pictureSize(options);
  let bytes = await screenshot(figure);
  for (let again = 0; hasOneColour(bytes); again++) {
    if (again === MOST_AGAIN) return NOT_PAINTED;
    bytes = await screenshot(figure);
  }
  const size = pngSize(bytes);
  if (size?.width !== wanted.width || size.height !== wanted.height) return tooLarge(wanted);
  const { leftOut } = figure.drawing;
  return success({ bytes: withResolution(bytes, dotsPerMetre(options.scale)), ...wanted, leftOut });
}

/**
 * How often a picture of a single colour is taken again. On a busy machine about one in a hundred came before the page was
 * painted, and the next was whole (two cores, load 8, Electron 33). No figure has one colour: it has an axis at least.
 */
const MOST_AGAIN = 5;

const NOT_PAINTED = failure('figure-broken', 'The figure could not be painted. Try again.');

function tooLarge({ width, height }: PictureSize): Result<never> {
  return failure(
    'figure-too-large',
    `An image of ${width} × ${height} pixels is too large for this computer. Choose a smaller size.`,
  );
}

/**
 * Takes a picture of the page in its own pixels; empty if Chromium makes no image. Chromium draws a new frame for it.
 * `capturePage` may return the last frame: of 24 figures on a busy machine it gave 5 empty ones. Optimized for speed, an
 * image takes half as long, with the same pixels in a file that is an eighth larger.
 */
async function screenshot({ send }: DrawnFigure): Promise<Uint8Array> {
  const answer = await send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true }).catch(
    () => undefined,
  );
  const whole = typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : undefined;
  return Buffer.from(typeof whole === 'string' ? whole : '', 'base64');
}
