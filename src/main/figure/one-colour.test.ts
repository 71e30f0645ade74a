// A picture with a single colour is told from any other, however its rows are filtered.
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { hasOneColour } from './one-colour.ts';

/** A picture of one colour, with a dot of another where there is one. */
function picture(filterType: number, colorType: 2 | 6, dot: number | null): Buffer {
  const png = new PNG({ width: 900, height: 640 });
  for (let at = 0; at < png.data.length; at += 4) png.data.set([250, 251, 7, 255], at);
  if (dot !== null) png.data[4 * dot + 1] = 90;
  return PNG.sync.write(png, { filterType, colorType, deflateStrategy: 0 });
}

test.each([0, 1, 2, 3, 4])('filter %i', (filter) => {
  for (const colours of [2, 6] as const) {
    expect(hasOneColour(picture(filter, colours, null))).toBe(true);
    for (const dot of [0, 1, 899, 900, 314_159, 575_999])
      expect(hasOneColour(picture(filter, colours, dot))).toBe(false);
  }
});

test('what is no such picture has not', () => {
  expect(hasOneColour(new Uint8Array())).toBe(false);
  expect(hasOneColour(Buffer.from('<svg/>'))).toBe(false);
  // Grey alone.
  expect(hasOneColour(PNG.sync.write(new PNG({ width: 300, height: 200 }), { colorType: 0 }))).toBe(false);
});
