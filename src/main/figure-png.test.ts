// A figure leaves as a PNG of exactly the size that was asked for, or not at all.
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { failure } from '../shared/result.ts';
import { checkPictureSize, encodePng, pictureSize, pngSize } from './figure-png.ts';

const REQUEST = { window: { start: 0, end: 1 }, width: 300, height: 200, scale: 2, theme: 'light' } as const;

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
  it.each([
    [
      { width: 300, height: 200, scale: 2 },
      { width: 600, height: 400 },
    ],
    [
      { width: 333, height: 111, scale: 1.1 },
      { width: 366, height: 122 },
    ],
    [
      { width: 333, height: 111, scale: 1.5 },
      { width: 500, height: 167 },
    ],
  ])('%j is %j', (size, expected) => {
    expect(pictureSize({ ...REQUEST, ...size })).toEqual(expected);
  });
});

describe('checkPictureSize', () => {
  it('lets through what can be drawn, and says what cannot', () => {
    expect(checkPictureSize({ ...REQUEST, width: 10_000, height: 5_000 })).toEqual({ ok: true, value: null });
    expect(checkPictureSize({ ...REQUEST, width: 10_001, height: 5_000 })).toEqual(
      failure(
        'figure-too-large',
        'A picture of 20002 × 10000 pixels is larger than can be drawn here. Choose a smaller size.',
      ),
    );
  });
});

describe('encodePng', () => {
  it('takes a picture of the whole page', async () => {
    const calls: unknown[] = [];
    const send = (method: string, parameters: unknown): Promise<unknown> => {
      calls.push([method, parameters]);
      return Promise.resolve({ data: png(600, 400).toString('base64') });
    };
    expect(await encodePng({ request: REQUEST, send })).toEqual({
      ok: true,
      value: { bytes: png(600, 400), width: 600, height: 400 },
    });
    expect(calls).toEqual([['Page.captureScreenshot', { format: 'png' }]]);
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
    expect(await encodePng({ request: REQUEST, send })).toEqual(tooLarge);
  });
});
