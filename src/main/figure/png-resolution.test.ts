// A PNG says how large it is on paper, and stays the same picture.
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { dotsPerMetre, withResolution } from './png-resolution.ts';

describe('dotsPerMetre', () => {
  it.each([
    [1, 3780],
    [2, 7559],
    [300 / 96, 11_811],
    [8, 30_236],
  ])('scale %d has %d', (scale, dots) => {
    expect(dotsPerMetre(scale)).toBe(dots);
  });
});

describe('withResolution', () => {
  const picture = new PNG({ width: 3, height: 2 });
  picture.data.fill(0x5a);
  const plain = PNG.sync.write(picture);
  const dense = Buffer.from(withResolution(plain, 11_811));

  it('puts the chunk behind the header, as libpng writes it for 300 dots an inch', () => {
    expect(dense.subarray(33, 54).toString('hex')).toBe('000000097048597300002e2300002e230178a53f76');
  });

  it('changes nothing else', () => {
    expect(Buffer.concat([dense.subarray(0, 33), dense.subarray(54)])).toEqual(plain);
    expect(PNG.sync.read(dense).data).toEqual(picture.data);
  });
});
