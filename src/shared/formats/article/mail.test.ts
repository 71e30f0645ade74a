// What is read of mails and of pages saved as one, and what hostile ones cannot do.
import { describe, expect, test } from 'vitest';
import { mailFile, savedAsMail, STORY, STORY_TEXT } from './article-samples.ts';
import { readArticle } from './read.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** A byte for each letter. */
const inBytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Reads a file that is an article. */
async function read(bytes: Uint8Array) {
  const article = await readArticle(bytes);
  return article.ok ? article.value : expect.fail(article.failure.message);
}

const HEAD = 'From: a@b.example\r\nSubject: Bridge\r\n';

describe('a mail', () => {
  test('gives its text without the line breaks of mail, its subject, who sent it and on which day there', async () => {
    expect(await read(bytesOf(mailFile()))).toEqual({
      text: STORY_TEXT,
      title: STORY.title,
      publisher: STORY.publisher,
      address: '',
      published: '2021-09-17',
      remarks: ['2 attachments left out.'],
    });
  });

  test('keeps the lines of quotations, lists and verses', async () => {
    const text = `> It closed in May, as everybody in the town of Ash knows by now,\n> he said.\n\n- one\n- two\n\nShort lines\nof a verse\nend here.`;
    expect((await read(bytesOf(`${HEAD}\r\n${text.replaceAll('\n', '\r\n')}`))).text).toBe(text);
  });

  test('of HTML alone gives the words of that', async () => {
    const html =
      '<div style="display:none">Preview</div><table><tr><td><p>It closed<br>in May.</p><p>He said so.</p></table>';
    const mail = `${HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n${html}`;
    expect((await read(bytesOf(mail))).text).toBe('It closed\nin May.\n\nHe said so.');
  });

  test.each([
    ['koi8-r', '\xed\xcf\xd3\xd4', 'Мост'],
    ['"windows-1251"', '\xcc\xee\xf1\xf2', 'Мост'],
  ])('is read in %s', async (charset, written, text) => {
    expect(
      (await read(inBytes(`${HEAD}Content-Type: text/plain; charset=${charset}\r\n\r\n${written}`))).text,
    ).toBe(text);
  });

  test('says where it names a wrong encoding', async () => {
    const mail = `${HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\n\xcc\xee\xf1\xf2`;
    expect((await read(inBytes(mail))).remarks).toEqual([
      expect.stringMatching(/^Some letters cannot be read/),
    ]);
  });

  test('is no text that only begins with a word and a colon', async () => {
    const text = 'Note: the bridge closed in May.\n\nIt will open again.';
    expect((await read(bytesOf(text))).text).toBe(text);
    const dialogue = 'From: the mayor.\nSubject: bridges. He said that\nthey close.';
    expect((await read(bytesOf(dialogue))).text).toBe(dialogue);
  });
});

describe('a page that a browser saved as a mail', () => {
  test('gives its main text and its metadata, and not the day on which it was saved', async () => {
    expect(await read(bytesOf(savedAsMail()))).toEqual({
      text: STORY_TEXT.replace('Irma Vane', 'Irma\u00a0Vane'),
      title: STORY.title,
      publisher: STORY.publisher,
      address: STORY.address,
      published: STORY.published,
      remarks: [],
    });
  });
});

describe('a hostile mail', () => {
  const nested = (depth: number): string =>
    Array.from(
      { length: depth },
      (_, level) => `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n`,
    ).join('');
  const forwarded = 'Content-Type: message/rfc822\r\n\r\nSubject: x\r\n'.repeat(1_000);

  test.each([
    [
      'of parts a thousand within each other',
      `${HEAD}${nested(1_000)}Content-Type: text/plain\r\n\r\nHello`,
      /^The mail cannot be read: .*256 levels/,
    ],
    [
      'with a head of 3 MB',
      `${HEAD}X: ${'x'.repeat(3_000_000)}\r\n\r\nHello`,
      /^The mail cannot be read: .*header size/,
    ],
    ['of forwarded mails a thousand within each other', `${HEAD}${forwarded}\r\nHello`, /./],
    [
      'of parts without end',
      `${HEAD}Content-Type: multipart/mixed; boundary="b"\r\n\r\n${'--b\r\nContent-Type: text/plain\r\n\r\nHi\r\n'.repeat(10_000)}`,
      /./,
    ],
    ['of a broken encoding', `${HEAD}Content-Transfer-Encoding: base64\r\n\r\n${'=?%$'.repeat(10_000)}`, /./],
    ['of an endless line', `${HEAD}\r\n${'x'.repeat(4_000_000)}`, /./],
    [
      'with names of prototypes',
      `${HEAD}__proto__: x\r\nconstructor: y\r\nContent-Type: text/plain; __proto__=z\r\n\r\nHello`,
      /./,
    ],
    ['with a date that is none', `${HEAD}Date: Fri, 99 Xyz 2021 25:61\r\n\r\nHello`, /./],
  ])('%s gives a text or a sentence', async (_what, mail, says) => {
    const article = await readArticle(bytesOf(mail));
    expect(article.ok ? 'text.' : article.failure.message).toMatch(says);
    expect(article.ok ? 'text.' : article.failure.message).toMatch(/\.$/);
  });
});
