// A picture has the pixels that were asked for, and none is larger than can be drawn.
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { FIGURE_SIZES } from '../../shared/figure/sizes.ts';
import { pageSize, TEXT_SIZES, textFactor } from '../../shared/figure/text-size.ts';
import { failure } from '../../shared/result.ts';
import { A_REQUEST } from './samples.ts';
import { checkPictureSize, pageMetrics, pictureSize, pngSize } from './size.ts';

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
    expect(pictureSize({ ...options, width, height, scale })).toEqual({
      width: pixelsWide,
      height: pixelsHigh,
    });
  });
});

describe('pageMetrics', () => {
  const side = (least: number) => fc.double({ min: least, max: 16_384, noNaN: true });
  const sizes = fc.record({
    width: fc.oneof(fc.integer({ min: 200, max: 16_384 }), side(200)),
    height: fc.oneof(fc.integer({ min: 100, max: 16_384 }), side(100)),
    scale: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.double({ min: 1, max: 8, noNaN: true })),
    textSize: fc.constantFrom(...TEXT_SIZES),
  });

  it('gives every picture exactly its pixels, on a page that holds the figure', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const page = pageMetrics({ ...options, ...size });
        const picture = pictureSize({ ...options, ...size });
        expect(Math.round(page.width * page.scale)).toBe(picture.width);
        expect(Math.round(page.height * page.scale)).toBe(picture.height);
        const held = pageSize(size);
        expect(page.width).toBeGreaterThan(held.width - 1e-5);
        expect(page.height).toBeGreaterThan(held.height - 1e-5);
      }),
    );
  });

  const presets = FIGURE_SIZES.flatMap((size) => TEXT_SIZES.map((textSize) => ({ ...size, textSize })));
  it.each(presets)('adds hardly anything to $name at $textSize', (size) => {
    const page = pageMetrics({ ...options, ...size });
    const held = pageSize(size);
    expect(page.width - held.width).toBeLessThan(held.width / 50);
    expect(page.height - held.height).toBeLessThan(held.height / 50);
    expect(page.scale / (size.scale * textFactor(size))).toBeGreaterThan(0.98);
  });
});

describe('checkPictureSize', () => {
  it.each([
    [8192, 8192],
    [8192, 100],
  ])('lets through %d × %d at 2', (width, height) => {
    expect(checkPictureSize({ ...options, width, height })).toEqual({ ok: true, value: null });
  });

  it.each([
    [8193, 100, '16386 × 200'],
    [200, 8193, '400 × 16386'],
  ])('refuses %d × %d at 2 with one sentence', (width, height, size) => {
    expect(checkPictureSize({ ...options, width, height })).toEqual(
      failure(
        'figure-too-large',
        `An image of ${size} pixels is too large: a PNG can have at most 16,384 a side. Choose a smaller size or scale, or SVG or PDF.`,
      ),
    );
  });
});
