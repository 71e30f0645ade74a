// What figures write into SVG is well-formed, the same on every machine, and means what the page showed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  element,
  escapeXml,
  formatNumber,
  outline,
  paint,
  readColour,
  readFade,
  sides,
} from './svg-markup.ts';

describe('text in SVG', () => {
  it.each([
    ['a < b & "c" > d', 'a &lt; b &amp; &quot;c&quot; &gt; d'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [']]>', ']]&gt;'],
    ['\u0000\u0008\u000b\u001f\ufffe\uffffleft', 'left'],
    ['half \ud83d of a pair', 'half  of a pair'],
    ['ң ө ү ҳ қ ғ ӣ ӯ 上海 \u{1f600}', 'ң ө ү ҳ қ ғ ӣ ӯ 上海 \u{1f600}'],
    ['two\nlines', 'two&#10;lines'],
  ])('%j becomes %j', (text, expected) => {
    expect(escapeXml(text)).toBe(expected);
  });

  it('never ends what it stands in, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeXml(text)).not.toMatch(/[<>"]|&(?!(amp|lt|gt|quot|#9|#10|#13);)/);
      }),
    );
  });
});

describe('numbers in SVG', () => {
  it.each([
    [1, '1'],
    [1.005, '1'],
    [12.3456, '12.35'],
    [-0.001, '0'],
    [-1.5, '-1.5'],
    [1e-9, '0'],
    [123456789.126, '123456789.13'],
  ])('%d is written %s', (value, expected) => {
    expect(formatNumber(value)).toBe(expected);
  });
});

describe('elements', () => {
  it('have their attributes in the order given, without those that are null', () => {
    expect(element('text', { x: 1.234, fill: null, 'font-weight': '600' }, 'A')).toBe(
      '<text x="1.23" font-weight="600">A</text>',
    );
    expect(element('rect', { id: '"' })).toBe('<rect id="&quot;"/>');
  });
});

describe('colours', () => {
  it.each([
    ['rgb(23, 26, 33)', { fill: '#171a21', 'fill-opacity': null }],
    ['rgba(0, 0, 0, 0.25)', { fill: '#000000', 'fill-opacity': 0.25 }],
  ])('%s is painted as SVG has it', (computed, expected) => {
    expect(paint('fill', readColour(computed))).toEqual(expected);
  });

  it('of another form is a fault in the style sheet', () => {
    expect(() => readColour('color(display-p3 1 0 0)')).toThrow('color(display-p3 1 0 0)');
  });
});

describe('fading', () => {
  const ends = [
    { offset: 0, opacity: 0 },
    { offset: 0.12, opacity: 1 },
    { offset: 0.88, opacity: 1 },
    { offset: 1, opacity: 0 },
  ];
  it.each([
    ['the percentage before the length', 'calc(0% + 24px)', 'calc(100% - 24px)', '100%'],
    ['the length before the percentage', '24px', 'calc(-24px + 100%)', '100%'],
    ['pixels alone', '24px', '176px', '200px'],
  ])('is read with %s', (_, from, to, end) => {
    const computed = `linear-gradient(90deg, rgba(0, 0, 0, 0) 0%, rgb(0, 0, 0) ${from}, rgb(0, 0, 0) ${to}, rgba(0, 0, 0, 0) ${end})`;
    expect(readFade(computed, 200)).toEqual(ends);
  });

  it('that would go back goes on, as in CSS', () => {
    const computed =
      'linear-gradient(90deg, rgba(0, 0, 0, 0.4) 0%, rgb(0, 0, 0) calc(0% + 28px), rgb(0, 0, 0) calc(100% - 28px), rgba(0, 0, 0, 0) 100%)';
    expect(readFade(computed, 40)).toEqual([
      { offset: 0, opacity: 0.4 },
      { offset: 0.7, opacity: 1 },
      { offset: 0.7, opacity: 1 },
      { offset: 1, opacity: 0 },
    ]);
  });

  it('is none where there is none', () => {
    expect(readFade('none', 200)).toBeNull();
  });
});

describe('outlines', () => {
  const box = { x: 10, y: 20, width: 100, height: 50 };
  it('are plain where no corner is round', () => {
    expect(outline({ ...box, radii: [0, 0, 0, 0] })).toBe('M10 20H110V70H10V20Z');
  });

  it('round each corner for itself', () => {
    expect(outline({ ...box, radii: [8, 0, 0, 8] })).toBe(
      'M18 20H110V70H18A8 8 0 0 1 10 62V28A8 8 0 0 1 18 20Z',
    );
  });

  it('of one side reach from edge to edge', () => {
    expect(sides({ ...box, radii: [0, 0, 0, 0] }, [true, false, false, false], 2)).toBe('M10 22L110 22');
  });

  it('of some sides round the corner between two that are drawn', () => {
    expect(sides({ ...box, radii: [0, 8, 8, 0] }, [true, true, false, false], 0.5)).toBe(
      'M10 20.5L102 20.5A7.5 7.5 0 0 1 109.5 28M109.5 28L109.5 62',
    );
  });
});
