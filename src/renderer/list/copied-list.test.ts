// A copied list reads back as it was; a spreadsheet never runs it, and Markdown never renders it as markup.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inert, tableAs, type Table } from './copied-list.ts';

/** Cells as documents may contain them: any Unicode, with many characters that mean something in the formats. */
const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\t', '\r', '\n', '|', '\\', '<', '&', 'a', ' '),
  }),
);

const table: fc.Arbitrary<Table> = fc
  .integer({ min: 1, max: 5 })
  .chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
  );

/** Reads CSV strictly by the grammar of RFC 4180; anything else throws. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
      field.lastIndex = at;
      const match = field.exec(text);
      if (match === null) throw new Error(`No field at ${at}.`);
      const [whole, quoted, plain, end] = match;
      row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
      at += whole.length;
      if (end === '\r\n') break;
    }
    rows.push(row);
  }
  return rows;
}

/** The cells of one line of a Markdown table, unescaped. */
function readMarkdownRow(line: string): string[] {
  const cells = line.match(/(?:\\.|[^|\\])+/gsu) ?? [];
  return cells.map((each) => each.trim().replace(/\\(.)/gsu, '$1'));
}

const onOneLine = (text: string) => text.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ').trim();

describe('CSV', () => {
  test('reads back as the cells, with those that are formulas made inert', () => {
    fc.assert(
      fc.property(table, (cells) => {
        expect(readCsv(tableAs('csv', cells))).toEqual(cells.map((row) => row.map(inert)));
      }),
    );
  });

  test('is as RFC 4180 has it', () => {
    const cells = [
      ['Date', 'Event'],
      ['17 September 2021', 'A “summit”, or "talks"'],
      ['2022', 'Two\nlines'],
    ];
    expect(tableAs('csv', cells)).toBe(
      'Date,Event\r\n17 September 2021,"A “summit”, or ""talks"""\r\n2022,"Two\nlines"\r\n',
    );
  });
});

describe('what a spreadsheet would run', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])('%j is made text', (formula) => {
    expect(inert(formula)).toBe(`'${formula}`);
  });

  test.each(['', 'a=1', '’tis', 'Zas–Kulubaev', '1-2'])('%j stays as it is', (text) => {
    expect(inert(text)).toBe(text);
  });

  test('is nowhere at the start of a cell of text or CSV', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const inText = tableAs('text', cells)
          .split('\n')
          .flatMap((line) => line.split('\t'));
        const inCsv = readCsv(tableAs('csv', cells)).flat();
        expect([...inText, ...inCsv].filter((each) => /^[=+\-@\t\r\n]/.test(each))).toEqual([]);
      }),
    );
  });
});

describe('text', () => {
  test('has a line a row and a tab between cells, whatever stands in them', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const lines = tableAs('text', cells).split('\n');
        expect(lines.map((line) => line.split('\t'))).toEqual(
          cells.map((row) => row.map((each) => inert(onOneLine(each)))),
        );
      }),
    );
  });
});

describe('Markdown', () => {
  test('is a table that reads back as the cells', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const [head = '', rule, ...rows] = tableAs('markdown', cells).split('\n');
        expect(rule).toBe(`|${' --- |'.repeat(cells[0]?.length ?? 0)}`);
        expect([head, ...rows].map(readMarkdownRow)).toEqual(cells.map((row) => row.map(onOneLine)));
      }),
    );
  });

  test('keeps pipes, markup and HTML as they are written', () => {
    expect(tableAs('markdown', [['Event'], ['a|b *c* <b> &amp; R&D `x` [y](z)']])).toBe(
      '| Event |\n| --- |\n| a\\|b \\*c\\* \\<b> \\&amp; R&D \\`x\\` \\[y\\](z) |',
    );
  });
});
