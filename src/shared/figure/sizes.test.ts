// A figure is as large as it is asked for, in pixels, on paper or by name.
import { describe, expect, it } from 'vitest';
import { FIGURE_SIZES, parseSize } from './sizes.ts';

const PRINT = 300 / 96;

describe('parseSize', () => {
  it.each([
    ['web', 1600, 900, 1],
    ['slide', 1920, 1080, 1],
    ['4k', 1920, 1080, 2],
    ['4K', 1920, 1080, 2],
    ['a4', 1122.52, 793.7, PRINT],
    ['a4-portrait', 793.7, 1122.52, PRINT],
    ['a3', 1587.4, 1122.52, PRINT],
    ['a3-portrait', 1122.52, 1587.4, PRINT],
    ['square', 1080, 1080, 1],
    ['portrait', 1080, 1350, 1],
    ['column', 355.28, 453.54, PRINT],
    ['tabloid', 937.32, 1398.43, PRINT],
    ['broadsheet', 1247.24, 1851.97, PRINT],
    ['1920x1080', 1920, 1080, 1],
    ['1920px×1080px', 1920, 1080, 1],
    ['210mmx100mm', 793.7, 377.95, PRINT],
    ['210x100mm', 793.7, 377.95, PRINT],
    ['210mm x 100', 793.7, 377.95, PRINT],
    ['8inx4in', 768, 384, PRINT],
    ['8.5in × 100mm', 816, 377.95, PRINT],
    ['200x100', 200, 100, 1],
    ['16384x16384', 16_384, 16_384, 1],
  ])('%s', (text, width, height, scale) => {
    const size = parseSize(text);
    expect(size).toMatchObject({ ok: true, value: { scale } });
    if (!size.ok) return;
    expect(size.value.width).toBeCloseTo(width, 2);
    expect(size.value.height).toBeCloseTo(height, 2);
  });

  it.each([
    ['', 'size-unknown'],
    ['a5', 'size-unknown'],
    ['1920', 'size-unknown'],
    ['1920x', 'size-unknown'],
    ['-1920x1080', 'size-unknown'],
    ['1e3x1e3', 'size-unknown'],
    ['1920x1080x2', 'size-unknown'],
    ['20cmx10cm', 'size-unknown'],
    ['199x100', 'size-too-small'],
    ['0x0', 'size-too-small'],
    ['10mmx10mm', 'size-too-small'],
    ['16385x100', 'size-too-large'],
    ['200x16385', 'size-too-large'],
    [`${'9'.repeat(400)}x900`, 'size-too-large'],
  ])('refuses “%s”', (text, code) => {
    expect(parseSize(text)).toMatchObject({ ok: false, failure: { code } });
  });

  it.each(FIGURE_SIZES.map(({ name }) => [name]))('offers %s by its own name', (name) => {
    expect(parseSize(name)).toMatchObject({ ok: true });
  });
});
