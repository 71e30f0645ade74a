// Columns survive being taken apart into pieces, whatever the size of these.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectColumns, gathered, piecesOf, sizesOf } from './gather.ts';
import { documentIn, documentOf, eventOf, fileOf, undatedOf } from './samples.ts';

const { columns } = documentOf(
  ['1970', '1970/..', '2021-08-15'].map((date, number) =>
    eventOf(date, { id: `e${number}`, title: 'Ош 😀' }),
  ),
  { undated: [undatedOf('later'), undatedOf('never')] },
).events;

/** Hands pieces over, and returns what each gave. */
function collected(pieces: readonly unknown[]) {
  const collector = collectColumns(sizesOf(columns));
  return pieces.map((piece) => collector.take(piece));
}

describe('pieces', () => {
  it('make the gathered columns, of any size, with the last of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (most) => {
        const pieces = [...piecesOf(columns, most)];
        expect(pieces.slice(0, -1).every(({ byteLength }) => byteLength === most)).toBe(true);
        const given = collected(pieces);
        expect(given.pop()).toEqual(gathered(columns));
        expect(given.every((early) => early === null)).toBe(true);
      }),
    );
  });

  it('leave out what stands between the events of a file', () => {
    const file = JSON.stringify(
      fileOf([
        { id: 'a', title: 'A', lane: 'lane' },
        { id: 'b', title: 'B', lane: 'lane', date: '2021' },
      ]),
    );
    const spaced = documentIn(file.replace('},{', `},${' '.repeat(10_000)}{`)).events.columns;
    const sizes = sizesOf(spaced);
    expect(sizes).toEqual({ length: 2, bytes: gathered(spaced).text.length });
    expect(sizes.bytes).toBeLessThan(200);
    const [piece] = piecesOf(spaced);
    expect(collectColumns(sizes).take(piece)).toEqual(gathered(spaced));
  });

  it('are made when they are asked for, each with memory of its own', () => {
    const pieces = piecesOf(columns, 8);
    const [first, second] = [pieces.next().value, pieces.next().value];
    expect(first).not.toBe(second);
    expect(first).toBeInstanceOf(ArrayBuffer);
  });

  it.each([[null], ['text'], [[1, 2]], [new Uint8Array(8)], [{ byteLength: 8 }]])('are not %j', (piece) => {
    expect(() => collected([piece])).toThrow('no ArrayBuffer');
  });

  it('are no more than was to come', () => {
    const [whole] = piecesOf(columns);
    expect(() => collected([whole, new ArrayBuffer(1)])).toThrow('more of the columns');
    expect(() => collected([new ArrayBuffer((whole?.byteLength ?? 0) + 1)])).toThrow('more of the columns');
  });
});
