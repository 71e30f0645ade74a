// A figure leaves as a PDF of pages of exactly its size, without the time of day in it.
import { describe, expect, it } from 'vitest';
import { encodePdf, withoutClock, withPageSize } from './pdf.ts';
import { A_DRAWING, aFigure } from './samples.ts';

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

describe('withPageSize', () => {
  /** A file of objects, with a table of where each begins. */
  const fileOf = (objects: readonly string[]): string => {
    const starts: number[] = [];
    let text = '%PDF-1.4\n';
    for (const object of objects) {
      starts.push(text.length);
      text += object;
    }
    const entries = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
    return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<<>>\nstartxref\n${text.length}\n%%EOF\n`;
  };
  const page = (box: string): string => `1 0 obj\n<</Type /Page\n/MediaBox ${box}\n/Tabs /S>>\nendobj\n`;
  const other = '2 0 obj\n<</Length 3>>\nendobj\n';

  it('cuts every page at its right and its bottom, and moves the table along', () => {
    const pdf = fileOf([page('[0 0 842.64 596.64]'), other, page('[0 0 842.64 596.64]'), other]);
    const box = '[0 1.3644 841.8898 596.64]';
    const cut = Buffer.from(withPageSize(Buffer.from(pdf, 'latin1'), 841.8898, 595.2756));
    expect(cut.toString('latin1')).toBe(fileOf([page(box), other, page(box), other]));
  });

  it('leaves alone what has no table', () => {
    const pdf = Buffer.from('%PDF-1.4\n/MediaBox [0 0 842.64 596.64]\n%%EOF\n');
    expect(withPageSize(pdf, 1, 1)).toBe(pdf);
  });
});

describe('encodePdf', () => {
  it('prints its pages at their size and a little, to be cut, edge to edge', async () => {
    const asked: unknown[] = [];
    const figure = aFigure({
      print: (options) => {
        asked.push(options);
        return Promise.resolve(Buffer.from('%PDF-1.4'));
      },
    });
    expect(await encodePdf({ ...figure, drawing: { ...A_DRAWING, pages: 2, leftOut: 'Left out.' } })).toEqual(
      {
        ok: true,
        value: { bytes: Buffer.from('%PDF-1.4'), width: 300, height: 200, leftOut: 'Left out.' },
      },
    );
    expect(asked).toEqual([
      {
        pageSize: { width: 301 / 96, height: 201 / 96 },
        scale: 1,
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        printBackground: true,
        generateTaggedPDF: true,
        pageRanges: '1-2',
      },
    ]);
  });
});
