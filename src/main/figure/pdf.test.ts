// A figure leaves as a PDF of one page of its size, without the time of day in it.
import { describe, expect, it } from 'vitest';
import { encodePdf, withoutClock } from './pdf.ts';
import { aFigure } from './samples.ts';

const info =
  "5 0 obj\n<</Producer (Skia/PDF)\n/CreationDate (D:20261123222300+00'00')\n/ModDate (D:20261123222300+00'00')>>\n";

describe('withoutClock', () => {
  it('takes the time out and leaves every other byte in its place', () => {
    const pdf = Buffer.concat([Buffer.from(info, 'latin1'), Buffer.from([0x80, 0xff, 0x00, 0x0a])]);
    const still = Buffer.from(withoutClock(pdf));
    expect(still.length).toBe(pdf.length);
    expect(still.subarray(-4)).toEqual(pdf.subarray(-4));
    expect(still.toString('latin1')).toMatch(/^5 0 obj\n<<\/Producer \(Skia\/PDF\)\n +\n +>>\n/);
  });
});

describe('encodePdf', () => {
  it('prints one page of the size that was drawn, edge to edge', async () => {
    const asked: unknown[] = [];
    const figure = aFigure({
      print: (options) => {
        asked.push(options);
        return Promise.resolve(Buffer.from('%PDF-1.4'));
      },
    });
    expect(await encodePdf({ ...figure, drawing: { height: 240, svg: null } })).toEqual({
      ok: true,
      value: { bytes: Buffer.from('%PDF-1.4'), width: 300, height: 240 },
    });
    expect(asked).toEqual([
      {
        pageSize: { width: 3.125, height: 2.5 },
        scale: 1,
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        printBackground: true,
        generateTaggedPDF: true,
        pageRanges: '1',
      },
    ]);
  });
});
