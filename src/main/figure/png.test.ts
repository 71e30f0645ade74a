// A figure leaves as a PNG of exactly the size that was asked for, or not at all.
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { failure } from '../../shared/result.ts';
import { encodePng } from './png.ts';
import { A_REQUEST, aFigure } from './samples.ts';
import { dotsPerMetre, withResolution } from './png-resolution.ts';

/** A picture with a dot in it. */
function png(width: number, height: number): Buffer {
  const picture = new PNG({ width, height });
  picture.data[0] = 255;
  return PNG.sync.write(picture);
}

const blank = PNG.sync.write(new PNG({ width: 600, height: 400 }));

describe('encodePng', () => {
  it('takes a picture of the whole page and writes its resolution into it', async () => {
    const calls: unknown[] = [];
    const send = (method: string, parameters: unknown): Promise<unknown> => {
      calls.push([method, parameters]);
      return Promise.resolve({ data: png(600, 400).toString('base64') });
    };
    expect(await encodePng(aFigure({ send }))).toEqual({
      ok: true,
      value: {
        bytes: withResolution(png(600, 400), dotsPerMetre(2)),
        width: 600,
        height: 400,
        leftOut: null,
      },
    });
    expect(calls).toEqual([['Page.captureScreenshot', { format: 'png', optimizeForSpeed: true }]]);
  });

  it('takes a picture again that came before the page was painted', async () => {
    const pictures = [blank, blank, png(600, 400), blank];
    const send = () => Promise.resolve({ data: pictures.shift()?.toString('base64') });
    expect(await encodePng(aFigure({ send }))).toMatchObject({
      value: { bytes: withResolution(png(600, 400), dotsPerMetre(2)) },
    });
    expect(pictures).toEqual([blank]);
  });

  it('writes no empty picture', async () => {
    const send = () => Promise.resolve({ data: blank.toString('base64') });
    expect(await encodePng(aFigure({ send }))).toEqual(
      failure('figure-broken', 'The figure could not be painted. Try again.'),
    );
  });

  it('refuses a figure that is too high, before a picture is taken', async () => {
    expect(
      await encodePng(
        aFigure({ request: { ...A_REQUEST, options: { ...A_REQUEST.options, height: 9000 } } }),
      ),
    ).toMatchObject({
      failure: { code: 'figure-too-large' },
    });
  });

  const tooLarge = failure(
    'figure-too-large',
    'An image of 600 × 400 pixels is too large for this computer. Choose a smaller size.',
  );

  it.each([
    ['refuses', () => Promise.reject(new Error('Unable to capture screenshot'))],
    ['answers with another size', () => Promise.resolve({ data: png(300, 200).toString('base64') })],
    ['answers with no picture', () => Promise.resolve({ data: '' })],
    ['answers with nothing', () => Promise.resolve(undefined)],
  ])('fails where Chromium %s', async (_case, send) => {
    expect(await encodePng(aFigure({ send }))).toEqual(tooLarge);
  });
});
