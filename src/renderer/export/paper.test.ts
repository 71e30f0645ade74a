// A figure for paper is light and of a size on paper.
import { describe, expect, it } from 'vitest';
import type { FigureOptions } from '../../shared/figure/figure.ts';
import { FIRST_CHOICES, NO_PARTS, OWN_SIZE, WINDOW_SIZE } from './choices.ts';
import { forPaper } from './paper.ts';

const OPTIONS: FigureOptions = {
  content: { kind: 'whole' },
  width: 500,
  height: 400,
  scale: 2,
  theme: 'dark',
  transparent: true,
  parts: NO_PARTS,
};

describe('forPaper', () => {
  it.each([
    ['a3', 'px', 500],
    [OWN_SIZE, 'mm', 500],
    [OWN_SIZE, 'in', 500],
    [OWN_SIZE, 'px', 1122.52],
    [WINDOW_SIZE, 'px', 1122.52],
    ['web', 'px', 1122.52],
  ] as const)('%s in %s', (size, unit, width) => {
    const options = forPaper({ ...FIRST_CHOICES, size, unit }, OPTIONS);
    expect(options.width).toBeCloseTo(width, 2);
    expect(options).toMatchObject({ theme: 'light', transparent: true, content: { kind: 'whole' } });
  });
});
