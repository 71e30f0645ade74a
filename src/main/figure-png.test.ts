// A figure leaves as a PNG of exactly the size that was asked for, or not at all.
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { failure } from '../shared/result.ts';
import { checkPictureSize, encodePng, pictureSize, pngSize } from './figure-png.ts';
import { A_REQUEST, aFigure } from './figure-samples.ts';
import { dotsPerMetre, withResolution } from './png-resolution.ts';

const { options } = A_REQUEST;

const png = (width: number, height: number): Buffer => PNG.sync.write(new PNG({ width, height }));

describe('pngSize', () => {
  it.each([
    [1, 1],
    [300, 200],
    [70_000, 2],
  ])('reads %d × %d', (width, height) => {
    expect(pngSize(png(width, height))).toEqual({ width, height });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['half a header', png(3, 3).subarray(0, 23)],
    ['a JPEG', Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb0043', 'hex')],
  ])('knows none of %s', (_case, bytes) => {
    expect(pngSize(bytes)).toBeUndefined();
  });
});

describe('pictureSize', () => {
  const mm = 96 / 25.4;
  const print = 300 / 96;

  it.each([
    [300, 200, 2, 600, 400],
    [333, 111, 1.1, 366, 122],
    [333, 111, 1.5, 500, 167],
    [297 * mm, 210 * mm, print, 3508, 2480],
    [210 * mm, 297 * mm, print, 2480, 3508],
    [420 * mm, 297 * mm, print, 4961, 3508],
    [297 * mm, 420 * mm, print, 3508, 4961],
  ])('%d × %d at %d is %d × %d', (width, height, scale, pixelsWide, pixelsHigh) => {
    expect(pictureSize({ ...options, width, scale }, height)).toEqual({
      width: pixelsWide,
      height: pixelsHigh,
    });
  });
});

describe('checkPictureSize', () => {
  it.each([
    [8192, 8192],
    [8192, 100],
  ])('lets through %d × %d at 2', (width, height) => {
    expect(checkPictureSize({ ...options, width }, height)).toEqual({ ok: true, value: null });
  });

  it.each([
    [8193, 100, '16386 × 200'],
    [200, 8193, '400 × 16386'],
  ])('refuses %d × %d at 2 with one sentence', (width, height, size) => {
    expect(checkPictureSize({ ...options, width }, height)).toEqual(
      failure(
        'figure-too-large',
        `A picture of ${size} pixels is larger than the 16,384 that a side may have. Choose a smaller size or scale, or SVG or PDF.`,
      ),
    );
  });
});

describe('encodePng', () => {
  it('takes a picture of the whole page and writes its resolution into it', async () => {
    const calls: unknown[] = [];
    const send = (method: string, parameters: unknown): Promise<unknown> => {
      calls.push([method, parameters]);
      return Promise.resolve({ data: png(600, 500).toString('base64') });
    };
    expect(await encodePng(aFigure({ drawing: { height: 250, svg: null }, send }))).toEqual({
      ok: true,
      value: { bytes: withResolution(png(600, 500), dotsPerMetre(2)), width: 600, height: 500 },
    });
    expect(calls).toEqual([['Page.captureScreenshot', { format: 'png' }]]);
  });

  it.each([
    ['as it is captured, where that has its size', png(300, 200), 'captured'],
    ['as a screenshot, where it has not', png(600, 400), 'screenshot'],
  ])('takes a picture at a scale of 1 %s', async (_case, captured, taken) => {
    const screenshot = Buffer.concat([png(300, 200), Buffer.from('screenshot')]);
    const figure = aFigure({
      request: { ...A_REQUEST, options: { ...A_REQUEST.options, scale: 1 } },
      capture: () => Promise.resolve(captured),
      send: () => Promise.resolve({ data: screenshot.toString('base64') }),
    });
    const expected = taken === 'captured' ? captured : screenshot;
    expect(await encodePng(figure)).toEqual({
      ok: true,
      value: { bytes: withResolution(expected, dotsPerMetre(1)), width: 300, height: 200 },
    });
  });

  it('refuses a figure that has grown too high, before a picture is taken', async () => {
    expect(await encodePng(aFigure({ drawing: { height: 9000, svg: null } }))).toMatchObject({
      failure: { code: 'figure-too-large' },
    });
  });

  const tooLarge = failure(
    'figure-too-large',
    'A picture of 600 × 400 pixels is larger than can be drawn here. Choose a smaller size.',
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
