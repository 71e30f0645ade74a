// Content decides what a file of an article is, and what is none.
import { describe, expect, test } from 'vitest';
import { recogniseFormat } from '../formats.ts';
import { articleTooLarge } from './found.ts';
import { readArticle } from './read.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('plain text', () => {
  test.each([
    ['\ufeffThe ferry\r\n\r\nIt sank.\r\n', 'The ferry\r\n\r\nIt sank.\r\n'],
    ['[Update] It sank, they say, in 1850.', '[Update] It sank, they say, in 1850.'],
    ['Page one\fPage two', 'Page one\fPage two'],
    ['a < b and so on', 'a < b and so on'],
  ])('is kept as it stands: %j', async (written, text) => {
    expect(await readArticle(bytesOf(written))).toMatchObject({ value: { text, title: '', remarks: [] } });
  });

  test('in UTF-16 and older encodings is read, and a guess is said', async () => {
    const inTwoBytes = Array.from('Мост', (letter) => [letter.charCodeAt(0) % 256, 4]).flat();
    expect(await readArticle(Uint8Array.from([0xff, 0xfe, ...inTwoBytes]))).toMatchObject({
      value: { text: 'Мост', remarks: [] },
    });
    const old = Uint8Array.from('Мост закрыт', (letter) =>
      letter === ' ' ? 32 : letter.charCodeAt(0) - 0x350,
    );
    expect(await readArticle(old)).toMatchObject({
      value: {
        text: 'Мост закрыт',
        remarks: ['Its letters were read as Windows-1251, which is a guess.'],
      },
    });
  });

  test.each([
    'In May, the minister resigned.',
    'Old bridge, new bridge\n\nIn May, the minister resigned; he said so.\n',
    'In May, the mayor resigned.\nIn June, the bridge closed.\nIn July, nobody did.\n',
    'Мост, закрытый в мае, открыт.\n\nВ июне, сказал мэр, его откроют.\n',
  ])('is no table because it has commas: %j', (text) => {
    expect(recogniseFormat(bytesOf(text), 'news.txt').ok).toBe(false);
  });
});

describe('no article', () => {
  test.each([
    ['', 'It is empty, and Dateline reads no articles from such files.'],
    [' \n', 'It is empty'],
    ['{"a": 1}', 'It is JSON'],
    ['[{"a": 1}]', 'It is JSON'],
    ['<?xml version="1.0"?><a/>', 'It is an XML file'],
    ['\x89PNG\r\n\x1a\n\0\0', 'It is a picture'],
    ['{\\rtf1 It sank}', 'It is a rich text document'],
    ['PK\x03\x04\x14\0\0\0ppt/a', 'It is a presentation'],
    ['\xd0\xcf\x11\xe0\0\0', 'It is an Office document'],
  ])('is %j', async (written, says) => {
    const article = await readArticle(Uint8Array.from(written, (letter) => letter.charCodeAt(0)));
    if (article.ok) return expect.fail(article.value.text);
    expect(article.failure.code).toBe('article-unknown');
    expect(article.failure.message).toContain(says);
  });

  test('is what is too large, or has too many letters', async () => {
    expect(articleTooLarge(500 * 2 ** 20).failure.message).toMatch(
      /^It is 500 MB, and Dateline reads articles/,
    );
    expect(await readArticle(new Uint8Array(128 * 2 ** 20 + 1))).toMatchObject({
      failure: { code: 'file-too-large' },
    });
    expect(await readArticle(bytesOf('a'.repeat(5_000_001)))).toMatchObject({
      failure: { code: 'article-too-long' },
    });
  });
});
