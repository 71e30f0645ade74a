// What is read of saved pages, and what hostile ones cannot do.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { savedPage, STORY, STORY_TEXT } from './article-samples.ts';
import { dayOf, readPage } from './page.ts';
import { readArticle } from './read.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads a file that is an article. */
async function read(bytes: Uint8Array) {
  const article = await readArticle(bytes);
  return article.ok ? article.value : expect.fail(article.failure.message);
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a saved page', () => {
  test('gives its main text in its own words, and what it says of itself; nothing runs, nothing is loaded', async () => {
    const fetched = vi.fn();
    vi.stubGlobal('fetch', fetched);
    const article = await read(bytesOf(savedPage()));
    expect(article).toEqual({
      // The blank that does not break stays one.
      text: STORY_TEXT.replace('Irma Vane', 'Irma\u00a0Vane'),
      title: STORY.title,
      publisher: STORY.publisher,
      address: STORY.address,
      published: STORY.published,
      remarks: [],
    });
    expect(fetched).not.toHaveBeenCalled();
    expect(Reflect.has(globalThis, 'ranInPage')).toBe(false);
  });

  test.each([
    ['without tags of the page', `<p>${STORY.paragraphs[0]}</p>`, STORY.paragraphs[0]],
    ['cut off', '<!doctype html>\n<html><body>On 21 August', 'On 21 August'],
    ['without a body', '<html><head><title>Ash</title></head><p>On 21 August</html>', 'On 21 August'],
    ['of line breaks', '<body>One<br>two<br><br>three</body>', 'One\ntwo\n\nthree'],
    ['as typed', '<body><pre>One  \n two</pre></body>', 'One\ntwo'],
    [
      'of a table',
      '<body><table><tr><td>1889<td>opened<tr><td>1910<td>flood</table></body>',
      '1889 opened\n\n1910 flood',
    ],
  ])('%s', async (_what, html, text) => {
    expect((await readPage(html)).text).toBe(text);
  });

  test('without metadata has the address that it was saved from', async () => {
    const page = (comment: string): string =>
      `<!doctype html>\n${comment}<html><p>${STORY.paragraphs[0]}</html>`;
    const chromium = page('<!-- saved from url=(0024)https://gazette.example/a -->\n');
    expect((await readPage(chromium)).address).toBe('https://gazette.example/a');
    const single = page(
      '<!--\n Page saved with SingleFile \n url: https://gazette.example/b \n saved date: x\n-->',
    );
    expect((await readPage(single)).address).toBe('https://gazette.example/b');
    expect((await readPage(page('<!-- saved from url=(0021)javascript:alert(1) -->'))).address).toBe('');
  });

  test.each([
    ['2021-09-17T23:30:00-07:00', '2021-09-17'],
    ['20210917', '2021-09-17'],
    ['2021/09/17 06:30', '2021-09-17'],
    ['17 September 2021', '2021-09-17'],
    ['2021-09', '2021-09'],
    ['2021-13-45', ''],
    ['yesterday 10:30', ''],
    ['', ''],
  ])('the date %s is %s', (written, day) => {
    expect(dayOf(written)).toBe(day);
  });

  test('a page that is all of a menu is taken whole, and says so', async () => {
    const article = await readPage('<body><div><a href="/">Front page</a></div></body>');
    expect(article.text === 'Front page' || article.remarks.length === 1).toBe(true);
  });
});

describe('the letters of a page', () => {
  const RUSSIAN = 'Мост закрыли 16 сентября 2021 года.';
  /** In an encoding of a byte a letter. */
  const inBytes = (text: string, first: number, from: number): Uint8Array =>
    Uint8Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return code < 0x80 ? code : code - from + first;
    });

  test('are read by what it says, be that an old encoding', async () => {
    const page = `<html><head><meta charset="windows-1251"></head><body><p>${RUSSIAN}</p></body></html>`;
    const article = await read(inBytes(page, 0xc0, 0x410));
    expect(article.text).toBe(RUSSIAN);
    expect(article.remarks).toEqual([]);
    const iso = page.replace('windows-1251', 'iso-8859-5');
    expect((await read(inBytes(iso, 0xb0, 0x410))).text).toBe(RUSSIAN);
  });

  test.each(['utf-8', 'klingon', 'x-user-defined" onload="x'])(
    'are guessed, and that is said, where it says %s, which is wrong',
    async (said) => {
      const page = `<html><head><meta charset="${said}"></head><body><p>${RUSSIAN}</p></body></html>`;
      const article = await read(inBytes(page, 0xc0, 0x410));
      expect(article.text).toBe(RUSSIAN);
      expect(article.remarks).toEqual(['Its letters were read as Windows-1251, which is a guess.']);
    },
  );

  test('are UTF-8 where they can be nothing else, whatever it says', async () => {
    const page = `<html><head><meta charset="windows-1251"></head><body><p>${RUSSIAN}</p></body></html>`;
    expect((await read(bytesOf(page))).text).toBe(RUSSIAN);
  });
});

describe('hostile pages', () => {
  const words = `<p>${STORY.paragraphs[2]}</p>`;

  test.each([
    ['100,000 elements within each other', '<div>'.repeat(100_000) + words],
    ['300 unclosed elements', '<font>'.repeat(300) + words],
    ['a million elements', '<b>x</b>'.repeat(1_000_000) + words],
    ['blocks that never end', '<p>x'.repeat(100_000) + words],
  ])('%s are not searched for the main text: all words are given, and that is said', async (_what, html) => {
    const article = await readPage(`<html><body>${html}</body></html>`);
    expect(article.text).toContain(STORY.paragraphs[2]);
    expect(article.remarks).toEqual([expect.stringMatching(/^The page is too large to tell/)]);
  });

  test.each([
    ['no end of a comment', `<!doctype html><!--${'<!---->'.repeat(10_000)}`],
    ['comments before no page', '<!---->'.repeat(10_000)],
    ['an attribute without end', `<html><body><p title="${'x'.repeat(1_000_000)}`],
    ['nothing but end tags', `<html><body>${'</div>'.repeat(100_000)}`],
    [
      'a doctype with entities',
      '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html><body>&b;</body></html>',
    ],
    ['zeros', `<html><body>${'\0'.repeat(1_000)}</body></html>`],
    [
      'a thousand metadata',
      `<html><head>${'<meta name="date" content="9999-99-99">'.repeat(1_000)}</head></html>`,
    ],
    [
      'JSON-LD that is none',
      '<html><head><script type="application/ld+json">{"@context":</script></head><body>a</body></html>',
    ],
    [
      'a prototype',
      '<html><head><meta name="__proto__" content="x"><meta property="constructor" content="y"></head><body><p>a</body></html>',
    ],
  ])('%s: an answer', async (_what, html) => {
    const answer = await readArticle(bytesOf(html));
    if (answer.ok) expect(answer.value.text.length).toBeLessThanOrEqual(html.length);
    else expect(answer.failure.message).toMatch(/\.$/);
  });
});
