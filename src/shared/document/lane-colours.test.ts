/// <reference types="vite/client" />
// Any colour of a document's lane is drawn legibly, in its own hue.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import tokens from '../../renderer/style/tokens.css?raw';
import { contrast, GROUNDS, laneColours, PALETTE, type Theme } from './lane-colours.ts';

const THEMES = ['light', 'dark'] as const satisfies readonly Theme[];
const anyColour = fc
  .integer({ min: 0, max: 0xff_ff_ff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

/** The value of a token in a theme: the light one stands first in the file. */
function token(name: string, theme: Theme): string {
  const values = [...tokens.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6})`, 'g'))].map(([, value]) => value);
  return values[theme === 'light' ? 0 : 1] ?? '';
}

test.each(THEMES)('any colour can be read on all grounds of the %s theme, and words on its fill', (theme) => {
  const grounds = ['page', 'surface', 'sunken', 'accent-soft'].map((name) => token(name, theme));
  fc.assert(
    fc.property(anyColour, (colour) => {
      const { edge, fill } = laneColours(colour, theme);
      expect(edge).toMatch(/^#[0-9a-f]{6}$/);
      expect(fill).toMatch(/^#[0-9a-f]{6}$/);
      for (const ground of [...grounds, ...GROUNDS[theme], fill])
        expect(contrast(edge, ground)).toBeGreaterThanOrEqual(4.5);
      for (const words of ['text', 'text-dim'])
        expect(contrast(token(words, theme), fill)).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 500 },
  );
});

test.each(THEMES)('a colour that can be read in the %s theme stays as it is', (theme) => {
  for (const lane of PALETTE.keys()) {
    const edge = token(`lane-${lane}-edge`, theme);
    if (contrast(edge, token('sunken', theme)) > 5) expect(laneColours(edge, theme).edge).toBe(edge);
  }
});

test.each([
  ['#ffff00', 'light'],
  ['#000000', 'dark'],
  ['#ffffff', 'light'],
  ['#0000ff', 'dark'],
  ['#ff0000', 'dark'],
] as const)('%s is moved in the %s theme as far as it must and no further', (colour, theme) => {
  const { edge, fill } = laneColours(colour, theme);
  const least = Math.min(...[...GROUNDS[theme], fill].map((ground) => contrast(edge, ground)));
  expect(least).toBeLessThan(5);
});

test('the palette has a name for each of the colours', () => {
  for (const lane of PALETTE.keys()) expect(token(`lane-${lane}-fill`, 'dark')).toMatch(/^#/);
  expect(token(`lane-${PALETTE.length}-edge`, 'light')).toBe('');
});

test('the contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
