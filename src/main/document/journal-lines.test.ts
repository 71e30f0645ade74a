// A journal gives back its lines up to the first that is not as it was written, whatever became of its bytes.
import { expect, test } from 'vitest';
import { invert, type Edit } from '../../shared/document/edit/change.ts';
import type { Step } from '../../shared/document/edit/history.ts';
import { atOnce } from '../../shared/slices.ts';
import { lineOf, readLines } from './journal-lines.ts';

const ID = '0123456789abcdef';
const HEADER = { kind: 'header', title: 'Мост — “Bridge”' } as const;
const VALUES = [HEADER, { kind: 'undo' }, { kind: 'redo' }] as const;
const bytesOf = (number: number, value: Parameters<typeof lineOf>[2], id = ID): Buffer =>
  Buffer.concat(atOnce(lineOf(id, number, value)));
const BYTES = Buffer.concat(VALUES.map((value, number) => bytesOf(number, value)));

/** How many lines are as they were written, from the first on. */
function whole(bytes: Uint8Array): number {
  const values = readLines(ID, bytes);
  const end = values.indexOf(undefined);
  const good = end < 0 ? values : values.slice(0, end);
  expect(good).toEqual(VALUES.slice(0, good.length));
  return good.length;
}

/** The line that a byte is in. */
const lineAt = (place: number): number => BYTES.subarray(0, place).filter((byte) => byte === 0x0a).length;

test('all of it, as it was written', () => {
  expect(readLines(ID, BYTES)).toEqual(VALUES);
  expect(readLines(ID, new Uint8Array())).toEqual([]);
});

test('cut at any byte, the lines before', () => {
  for (let length = 0; length < BYTES.length; length += 1)
    expect(whole(BYTES.subarray(0, length))).toBe(lineAt(length));
});

test('with any byte changed in any bit, the lines before', () => {
  for (let place = 0; place < BYTES.length; place += 1) {
    for (let bit = 0; bit < 8; bit += 1) {
      const changed = Buffer.from(BYTES);
      changed[place] = (changed[place] ?? 0) ^ (1 << bit);
      expect(whole(changed)).toBe(lineAt(place));
    }
  }
});

test('without a line, with one twice, or with one of another journal, the lines before', () => {
  const lines = VALUES.map((value, number) => bytesOf(number, value));
  const [first = Buffer.of(), second = Buffer.of(), third = Buffer.of()] = lines;
  expect(whole(Buffer.concat([first, third]))).toBe(1);
  expect(whole(Buffer.concat([first, second, second, third]))).toBe(2);
  const strange = bytesOf(1, VALUES[1], 'fedcba9876543210');
  expect(whole(Buffer.concat([first, strange, third]))).toBe(1);
});

test('edits of any size, with where they were made and how they are undone', () => {
  for (const count of [0, 1, 256, 1_000]) {
    const edit: Edit = {
      name: 'Мост',
      changes: Array.from({ length: count }, (_, place) => ({
        kind: 'event',
        id: `e${place}`,
        before: null,
        after: `{"title":"“${place}”,]}"}`,
      })),
    };
    const merge: Edit = { ...invert(edit), merge: 'title:e1' };
    const steps = [edit, merge].map((made): Step => ({ kind: 'edit', edit: made, at: '2026', joins: false }));
    const bytes = Buffer.concat(steps.map((step, number) => bytesOf(number, step)));
    expect(readLines(ID, bytes)).toEqual(steps.map((step) => JSON.parse(JSON.stringify(step)) as unknown));
  }
});
