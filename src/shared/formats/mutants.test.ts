/// <reference types="vite/client" />
// Thousands of mutated fixtures: each reader that is asked answers with a sound document or with a sentence, and ends.
// `npm run fuzz` tries more.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FORMATS, recogniseFormat } from './formats.ts';
import { faultOf, FIXTURES, optionsFor } from './format-samples.ts';

/** How many mutants of each kind are tried; a reader is slower than the scanner of documents. */
const RUNS = Math.max(400, Math.round(Number(import.meta.env['VITE_MUTANTS'] ?? 0) / 10));

const READERS = FORMATS.flatMap(({ id, read }) => (read === undefined ? [] : [{ id, read }]));
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const PIECES = [
  ...Array.from('{}[]",;:\\\n\r\t|<>&=+-@\'#/ 0é😀\u0000\ufeff\u202e'),
  ...[
    'null',
    '""',
    '1e999',
    '-0',
    '2020-02-31',
    '99999999999999999999',
    '-',
    '0',
    '__proto__',
    'constructor',
  ],
  ...[
    '<![CDATA[',
    ']]>',
    '&lt;',
    '&#0;',
    '<!DOCTYPE x>',
    '</event>',
    '<event>',
    'BEGIN:VEVENT\r\n',
    'END:VEVENT\r\n',
  ],
  ...[
    'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\n',
    'DTSTART:99999999T999999Z\r\n',
    'endGroup\n',
    '# x\n',
    'now: x\n',
  ],
  ...[
    '"start_date":{"year":"x"},',
    '"events":7,',
    '"__proto__":{"a":1},',
    ' '.repeat(2_000),
    '-'.repeat(500),
    '"'.repeat(99),
  ],
].map(encode);

const edit = fc.record({
  at: fc.nat(),
  away: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(200)),
  piece: fc.oneof(
    fc.constantFrom(...PIECES),
    fc.uint8Array({ minLength: 1, maxLength: 3 }),
    fc.tuple(fc.constantFrom(...FIXTURES), fc.nat(), fc.nat(200)).map(([{ bytes }, at, length]) => {
      const from = at % (bytes.length + 1);
      return bytes.subarray(from, from + length);
    }),
  ),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(bytes: Uint8Array, { at, away, piece }: Edit): Uint8Array {
  const place = at % (bytes.length + 1);
  return Uint8Array.from([...bytes.subarray(0, place), ...piece, ...bytes.subarray(place + away)]);
}

/** Asks the reader that the mutant looks like, and one by chance. */
async function ask(bytes: Uint8Array, file: string, other: number): Promise<void> {
  const found = recogniseFormat(bytes, file);
  const readers = new Set([found.ok ? found.value.read : undefined, READERS[other % READERS.length]?.read]);
  if (!found.ok) expect(found.failure.message).toMatch(/^Dateline does not know this format: /);
  for (const read of readers) {
    if (read === undefined) continue;
    const imported = await read(bytes, optionsFor(file));
    if (imported.ok) expect(faultOf(imported.value)).toBeNull();
    else expect(imported.failure.message).toMatch(/^\P{Ll}.*[.?]$/su);
  }
}

test('files whose bytes were changed, or that were cut off', async () => {
  const cut = fc.oneof({ weight: 5, arbitrary: fc.constant(Infinity) }, { weight: 1, arbitrary: fc.nat() });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FIXTURES),
      fc.array(edit, { minLength: 1, maxLength: 3 }),
      cut,
      fc.nat(),
      async ({ bytes, file }, edits, end, other) => {
        const mutant = edits.reduce(edited, bytes);
        await ask(end === Infinity ? mutant : mutant.subarray(0, end % (mutant.length + 1)), file, other);
      },
    ),
    { numRuns: 4 * RUNS },
  );
}, 600_000);

/** Fixtures that are JSON, as values. */
const VALUES = FIXTURES.flatMap(({ file, bytes }): { file: string; value: unknown }[] => {
  try {
    return [{ file, value: JSON.parse(new TextDecoder('utf-8').decode(bytes)) as unknown }];
  } catch {
    return [];
  }
});

const change = fc.record({
  steps: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
  kind: fc.constantFrom('replace', 'remove', 'repeat'),
  value: fc.oneof(
    fc.constantFrom<unknown>(
      null,
      7,
      -1,
      1.5,
      '',
      ' ',
      'x'.repeat(400),
      '2021-13',
      true,
      [],
      {},
      [null],
      -8.64e15,
      '0',
      '\u0000',
    ),
    fc.jsonValue({ maxDepth: 2 }),
  ),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function withChange(value: unknown, { steps: [step, ...steps], ...how }: Change): unknown {
  if (typeof value !== 'object' || value === null || step === undefined)
    return how.kind === 'remove' ? null : how.value;
  const entries: [string, unknown][] = Object.entries(value);
  const at = step % (entries.length + 1);
  const [name, inner] = entries[at] ?? ['added', how.value];
  const isLast = steps.length === 0;
  const put: [string, unknown][] =
    isLast && how.kind === 'remove'
      ? []
      : isLast && how.kind === 'repeat'
        ? [
            [name, inner],
            [name, inner],
          ]
        : [[name, withChange(inner, { ...how, steps })]];
  entries.splice(at, 1, ...put);
  return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}

test('files whose values were changed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...VALUES),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      fc.nat(),
      async ({ file, value }, changes, other) => {
        await ask(encode(JSON.stringify(changes.reduce(withChange, value))), file, other);
      },
    ),
    { numRuns: 2 * RUNS },
  );
}, 600_000);

test('tables whose rows and cells were changed', async () => {
  const tables = FIXTURES.filter(({ file }) => /\.(?:csv|tsv|txt)$/.test(file)).map(({ file, bytes }) => ({
    file,
    lines: new TextDecoder('utf-8').decode(bytes).split(/\r?\n/),
  }));
  const move = fc.record({
    row: fc.nat(),
    other: fc.nat(),
    kind: fc.constantFrom('swap', 'drop', 'repeat', 'join', 'cells'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...tables),
      fc.array(move, { minLength: 1, maxLength: 6 }),
      fc.nat(),
      async ({ file, lines }, moves, other) => {
        const own = [...lines];
        for (const { row, other: second, kind } of moves) {
          const [at, to] = [row % own.length, second % own.length];
          const [one = '', two = ''] = [own[at], own[to]];
          if (kind === 'swap') [own[at], own[to]] = [two, one];
          if (kind === 'drop' && own.length > 1) own.splice(at, 1);
          if (kind === 'repeat') own.splice(at, 0, one);
          if (kind === 'join') own[at] = `${one},${two}`;
          if (kind === 'cells')
            own[at] = one
              .split(/([,;\t])/)
              .reverse()
              .join('');
        }
        await ask(encode(own.join('\n')), file, other);
      },
    ),
    { numRuns: 2 * RUNS },
  );
}, 600_000);
