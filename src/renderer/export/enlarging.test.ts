// A preview at 100 % is as sharp as the screen, never too large to draw, and stays at the point that was asked for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_PIXELS } from '../../shared/figure/figure.ts';
import { scrollTo, shareAt, sharpScale } from './enlarging.ts';

const side = fc.double({ min: 100, max: MOST_PIXELS, noNaN: true });

describe('sharpScale', () => {
  it.each([1, 1.25, 2, 3])('is that of the screen for a figure of common size, %s', (pixelRatio) => {
    expect(sharpScale({ width: 1600, height: 900 }, pixelRatio)).toBe(pixelRatio);
  });

  it('never asks for more than can be drawn', () => {
    fc.assert(
      fc.property(side, side, fc.double({ min: 0.5, max: 8, noNaN: true }), (width, height, pixelRatio) => {
        const scale = sharpScale({ width, height }, pixelRatio);
        const pixels = [width, height].map((length) => Math.round(Math.ceil(length) * scale));
        expect(Math.max(...pixels)).toBeLessThanOrEqual(MOST_PIXELS);
        expect((pixels[0] ?? 0) * (pixels[1] ?? 0)).toBeLessThanOrEqual(64_000_000 * 1.001);
        expect(scale).toBeLessThanOrEqual(pixelRatio);
      }),
    );
  });
});

describe('shareAt', () => {
  const picture = { left: 100, top: 50, width: 400, height: 200 };
  it.each([
    [
      { clientX: 100, clientY: 50 },
      { x: 0, y: 0 },
    ],
    [
      { clientX: 200, clientY: 150 },
      { x: 0.25, y: 0.5 },
    ],
    [
      { clientX: 900, clientY: 0 },
      { x: 1, y: 0 },
    ],
  ])('%j', (pointer, share) => {
    expect(shareAt(pointer, picture)).toEqual(share);
  });
});

describe('scrollTo', () => {
  it('brings a point to the middle', () => {
    expect(scrollTo({ x: 0.5, y: 0.5 }, { width: 1600, height: 900 }, { width: 600, height: 400 })).toEqual({
      left: 500,
      top: 250,
    });
    expect(scrollTo({ x: 1, y: 0 }, { width: 1600, height: 900 }, { width: 600, height: 400 })).toEqual({
      left: 1300,
      top: -200,
    });
  });
});
