// Messages name the line on which a part stands.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf } from './line-numbers.ts';
import type { Path } from './path.ts';

const TEXT = [
  '{ "title": "A \\"quoted\\\\",', // 1
  '  "events": [', // 2
  '    { "date": "2021",', // 3
  '      "}": [1, 2,', // 4
  '        3] },', // 5
  '    {', // 6
  '      "date": null } ],', // 7
  '  "title": 7 }', // 8
].join('\n');

const LINES: readonly (readonly [path: Path, line: number])[] = [
  [[], 1],
  [['events'], 2],
  [['events', 0], 3],
  [['events', 0, 'date'], 3],
  [['events', 0, '}'], 4],
  [['events', 0, '}', 2], 5],
  [['events', 1, 'date'], 7],
  // The last of two with the same name.
  [['title'], 8],
  // A missing part is reported where it would stand.
  [['events', 1, 'lane'], 6],
  [['events', 9, 'lane'], 2],
  [['nothing'], 1],
];

describe.each([
  ['line feeds', '\n'],
  ['carriage returns', '\r'],
  ['both', '\r\n'],
])('lines that end in %s', (_, end) => {
  test('are counted', () => {
    const text = TEXT.replaceAll('\n', end);
    expect(
      linesOf(
        text,
        LINES.map(([path]) => path),
      ),
    ).toEqual(LINES.map(([, line]) => line));
  });
});

/** Objects and lists with one unique part, and the path to it. */
const marked = fc.letrec<{ value: unknown; marked: { value: unknown; path: (string | number)[] } }>(
  (tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.string(),
      fc.integer({ max: 9999 }),
      fc.constantFrom(null, true, -1.5e-7),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
    ),
    marked: fc.oneof(
      { maxDepth: 4 },
      fc.constant(null).map(() => ({ value: 987_654_321, path: [] })),
      fc
        .tuple(
          fc.array(tie('value'), { maxLength: 3 }),
          tie('marked'),
          fc.array(tie('value'), { maxLength: 3 }),
        )
        .map(([before, inner, after]) => ({
          value: [...before, inner.value, ...after],
          path: [before.length, ...inner.path],
        })),
      fc
        .tuple(fc.dictionary(fc.string(), tie('value'), { maxKeys: 3 }), fc.string(), tie('marked'))
        .map(([others, name, inner]) => ({
          value: Object.fromEntries([...Object.entries(others), [name, inner.value]]),
          path: [name, ...inner.path],
        })),
    ),
  }),
).marked;

test('any part of any document is found', () => {
  fc.assert(
    fc.property(marked, ({ value, path }) => {
      const text = JSON.stringify(value, null, 1);
      const before = text.slice(0, text.indexOf('987654321'));
      expect(linesOf(text, [path])).toEqual([before.split('\n').length]);
    }),
  );
});
