// A house style names fonts without a way out of their quotes, and colours lanes by name first, then in order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { houseLanes, isFontName, isLaneColour } from './house-style.ts';

describe('isFontName', () => {
  it.each([
    'Georgia',
    'Source Sans 3',
    'M+ 1p',
    'Noto Sans CJK JP',
    'ＭＳ Ｐゴシック',
    'AT&T Aleck_Sans-x',
    'Bodoni.72',
  ])('takes “%s”', (name) => {
    expect(isFontName(name)).toBe(true);
  });

  it.each([
    '',
    ' Georgia',
    'Georgia, serif',
    'x"; } body { display: none } "',
    "x', url(https://example.org/x)",
    'x\\22 ; color: red',
    'x</style><script>',
    'a\nb',
    'var(--face)',
    'url(x)',
    '@import',
    'x'.repeat(101),
  ])('refuses “%s”', (name) => {
    expect(isFontName(name)).toBe(false);
  });

  it('never takes a sign that ends a name in quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (name) => {
        if (isFontName(name)) expect(name).not.toMatch(/["'\\,;:{}()<>/@\p{Cc}]/u);
      }),
    );
  });
});

describe('isLaneColour', () => {
  it.each(['#0b3d91', '#ABCDEF', 'teal'])('takes %s', (colour) => {
    expect(isLaneColour(colour)).toBe(true);
  });
  it.each(['', '#fff', '0b3d91', 'rebeccapurple', '#0b3d91; x', 'rgb(1,2,3)'])('refuses “%s”', (colour) => {
    expect(isLaneColour(colour)).toBe(false);
  });
});

describe('houseLanes', () => {
  const lanes = [
    { title: 'CSTO' },
    { title: 'SCO', colour: 'teal' },
    { title: 'Afghanistan' },
    { title: 'constructor' },
  ];
  const coloursOf = (style: Parameters<typeof houseLanes>[1]) =>
    houseLanes(lanes, style).map(({ colour }) => colour);

  it('leaves lanes as they are without colours', () => {
    expect(houseLanes(lanes, { fonts: { text: 'Georgia' } })).toEqual(lanes);
  });

  it('gives colours in turn to lanes that have none', () => {
    expect(coloursOf({ colours: { order: ['#111111', '#222222'] } })).toEqual([
      '#111111',
      'teal',
      '#111111',
      '#222222',
    ]);
  });

  it('gives a lane of a name its colour, whatever its document says', () => {
    expect(coloursOf({ colours: { order: ['#111111'], lanes: { SCO: '#abcdef' } } })).toEqual([
      '#111111',
      '#abcdef',
      '#111111',
      '#111111',
    ]);
    expect(coloursOf({ colours: { lanes: { SCO: 'red' } } })).toEqual([
      undefined,
      'red',
      undefined,
      undefined,
    ]);
  });
});
