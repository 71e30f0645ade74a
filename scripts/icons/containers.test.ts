// Each size in the committed icon files is a PNG of that size, at the place that the format requires.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../processes.ts';
import { icns, ICNS_SIZES, ico } from './containers.ts';

const kept = (name: string) => readFile(join(projectFolder, 'resources/icons', name));

/** The pictures of an ICO according to its directory: the size that it states, and the PNG there. */
function picturesOfIco(file: Buffer): [number, PNG][] {
  expect([file.readUInt16LE(0), file.readUInt16LE(2)]).toEqual([0, 1]);
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const [length, offset] = [file.readUInt32LE(at + 8), file.readUInt32LE(at + 12)];
    return [file.readUInt8(at) || 256, PNG.sync.read(file.subarray(offset, offset + length))];
  });
}

/** The pictures of an ICNS: type and PNG. */
function picturesOfIcns(file: Buffer): [string, PNG][] {
  expect([file.toString('latin1', 0, 4), file.readUInt32BE(4)]).toEqual(['icns', file.length]);
  const found: [string, PNG][] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    const png = PNG.sync.read(file.subarray(at + 8, at + file.readUInt32BE(at + 4)));
    found.push([file.toString('latin1', at, at + 4), png]);
  }
  return found;
}

describe.each(['icon', 'document'])('%s', (name) => {
  test('as ICO', async () => {
    const pictures = picturesOfIco(await kept(`${name}.ico`));
    expect(pictures.map(([size]) => size)).toEqual([16, 24, 32, 48, 64, 128, 256]);
    for (const [size, { width, height }] of pictures) expect([width, height]).toEqual([size, size]);
  });

  test('as ICNS', async () => {
    const pictures = picturesOfIcns(await kept(`${name}.icns`));
    expect(pictures.map(([type, { width }]) => `${type} ${width}`)).toEqual([
      'icp4 16',
      'icp5 32',
      'ic11 32',
      'ic12 64',
      'ic07 128',
      'ic08 256',
      'ic13 256',
      'ic09 512',
      'ic14 512',
      'ic10 1024',
    ]);
  });

  test.each([16, 24, 32, 48, 64, 128, 256, 512])('as PNG of %d pixels', async (size) => {
    const { width, height } = PNG.sync.read(await kept(`${name}-${size}.png`));
    expect([width, height]).toEqual([size, size]);
  });
});

test('sizes that a format cannot hold or lacks are refused', () => {
  const png = Buffer.from('');
  expect(() => ico([{ size: 512, png }])).toThrow(RangeError);
  expect(() => icns(ICNS_SIZES.filter((size) => size !== 64).map((size) => ({ size, png })))).toThrow(
    'An ICNS needs a picture of 64 pixels.',
  );
});
