// What is read of PDF files, and what hostile ones cannot do.
import { describe, expect, test } from 'vitest';
import { pdfFile, STORY_TEXT } from './article-samples.ts';
import { paragraphsOf, type Line } from './pdf-lines.ts';
import { readArticle } from './read.ts';

/** Bytes as letters, to be changed. */
const lettersOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const bytesOf = (letters: string): Uint8Array => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));

const said = async (bytes: Uint8Array): Promise<string> => {
  const article = await readArticle(bytes);
  return article.ok ? article.value.text : article.failure.message;
};

describe('a PDF file', () => {
  test('gives its lines as paragraphs, also across pages, without what stands at the edges', async () => {
    const article = await readArticle(pdfFile());
    expect(article).toEqual({
      ok: true,
      value: {
        ...{ title: '', publisher: '', address: '', published: '' },
        text: STORY_TEXT,
        remarks: [
          'What stands at the edge of each page was left out.',
          'Words that were divided at the ends of lines were joined.',
        ],
      },
    });
  });

  test('keeps the bytes that it was given', async () => {
    const file = pdfFile();
    const copy = Uint8Array.from(file);
    await readArticle(file);
    expect(file).toEqual(copy);
  });
});

describe('lines', () => {
  const line = (text: string, over: Partial<Line> = {}): Line => ({
    ...{ text, left: 72, right: 500, y: 700, size: 10 },
    ...over,
  });
  const column = (...texts: (string | Line)[]): Line[] =>
    texts.map((each, at) => ({ ...(typeof each === 'string' ? line(each) : each), y: 700 - 12 * at }));

  test('of a very long paragraph are joined at once, and so is a very long word', () => {
    // In proportion to the square of its length, either would take minutes.
    const many = column(...Array.from({ length: 20_000 }, () => `${'words '.repeat(15)}di-`));
    const long = 'm'.repeat(1_000_000);
    const [paragraph = ''] = paragraphsOf([[...many, line(long, { y: many.at(-1)?.y ?? 0 })]]).paragraphs;
    expect(paragraph.startsWith('words words')).toBe(true);
    expect(paragraph.endsWith(`diwords${' words'.repeat(14)} di${long}`)).toBe(true);
  });

  test.each<[string, Line[], string[]]>([
    [
      'of one paragraph are joined',
      column('One two', 'three four.', 'Five six'),
      ['One two three four. Five six'],
    ],
    [
      'a first line that is indented begins one',
      column('One two.', line('Three', { left: 90 }), 'four.', 'Five.'),
      ['One two.', 'Three four. Five.'],
    ],
    [
      'a short last line ends one',
      column('One two', line('three.', { right: 200 }), 'Four five', 'six.'),
      ['One two three.', 'Four five six.'],
    ],
    ['a divided word is joined', column('The engi-', 'neers came.'), ['The engineers came.']],
    [
      'a compound that stands elsewhere keeps its hyphen',
      column('A well-known town, well-', 'known for its mill.'),
      ['A well-known town, well-known for its mill.'],
    ],
    [
      'items of a list stay apart',
      column('• one', line('more', { left: 84 }), '• two'),
      ['• one more', '• two'],
    ],
    [
      'in the next column go on',
      [line('One', { y: 100 }), line('two.', { left: 320, y: 700 })],
      ['One two.'],
    ],
  ])('%s', (_what, lines, paragraphs) => {
    expect(paragraphsOf([lines]).paragraphs).toEqual(paragraphs);
  });

  test('on every page are left out at its edges, but for the first of the first', () => {
    const page = (name: string, number: number): Line[] =>
      column(
        ...[line('Bridges of the North', { size: 20 }), `Text ${name}`, `more ${name}`, `and ${name}`],
        ...[`the end of ${name}.`, `– ${number} –`],
      );
    expect(paragraphsOf([page('a', 1), page('b', 2), page('c', 3)]).paragraphs.join(' ')).toBe(
      'Bridges of the North Text a more a and a the end of a. Text b more b and b the end of b. Text c more c and c the end of c.',
    );
  });
});

describe('a hostile PDF file', () => {
  test('runs nothing', async () => {
    const script = '/OpenAction << /S /JavaScript /JS (globalThis.ranInPdf = true; app.alert(1)) >>';
    expect(await said(pdfFile(undefined, script))).toContain(STORY_TEXT);
    expect(Reflect.has(globalThis, 'ranInPdf')).toBe(false);
  });

  const locked =
    '/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 ' +
    `/O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`;
  const letters = lettersOf(pdfFile());

  test.each<[string, Uint8Array, RegExp]>([
    ['protected by a password', pdfFile(undefined, '', locked), /^It is protected by a password\./],
    ['of pictures alone', pdfFile([[]]), /^It has no text, only pictures of pages/],
    ['without pages', pdfFile([]), /^It is damaged|^It has no text/],
    ['that is its first line alone', bytesOf('%PDF-1.7\n'), /^It is damaged/],
    ['of ten million pages', bytesOf(letters.replace('/Count 2', '/Count 9999999')), /./],
    ['whose pages hold each other', bytesOf(letters.replace('/Kids [4 0 R', '/Kids [2 0 R')), /./],
    [
      'whose text is a reference to itself',
      bytesOf(letters.replace('/Contents 5 0 R', '/Contents 4 0 R')),
      /./,
    ],
    ['cut off', bytesOf(letters.slice(0, 1_500)), /./],
    ['of a page of a million letters', pdfFile([[[72, 700, 11, 'x'.repeat(1_000_000)]]]), /./],
    [
      'of arrays within each other',
      bytesOf(letters.replace('/MediaBox [0 0 595 842]', `/MediaBox ${'['.repeat(20_000)}`)),
      /./,
    ],
  ])('%s gives a text or a sentence', async (_what, bytes, says) => {
    expect(await said(bytes)).toMatch(says);
  });

  test('changed in many places gives a text or a sentence', async () => {
    for (let at = 9; at < letters.length; at += 97) {
      const changed = letters.slice(0, at) + String.fromCharCode((at * 31) % 256) + letters.slice(at + 1);
      expect(await said(bytesOf(changed))).not.toBe('');
    }
  });
});
