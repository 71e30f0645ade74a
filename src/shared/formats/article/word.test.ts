// What is read of Word documents, and what hostile ones cannot do.
import { describe, expect, test } from 'vitest';
import { deflatedZeros, STORY_TEXT, wordFile, zipOf } from './article-samples.ts';
import { readArticle } from './read.ts';

/** The text of a file that is an article. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const article = await readArticle(bytes);
  return article.ok ? article.value.text : expect.fail(article.failure.message);
}

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

describe('a Word document', () => {
  test('gives its paragraphs in order, as a reader sees them, and says what was left out', async () => {
    expect(await readArticle(wordFile())).toEqual({
      ok: true,
      value: {
        ...{ text: STORY_TEXT, title: '', publisher: '', address: '', published: '' },
        remarks: ['Words that were deleted while changes were tracked were left out.'],
      },
    });
  });

  test.each([
    [
      'tabs, breaks and hyphens',
      '<w:p><w:r><w:t>1889</w:t><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r></w:p>',
      '1889\ta\nb\u2011c',
    ],
    [
      'a text box once',
      `<w:p><w:r><w:t>One</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('box')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('box')}</w:txbxContent></mc:Fallback></mc:AlternateContent><w:t> two</w:t></w:r></w:p>`,
      'One two\n\nbox',
    ],
    [
      'nothing of a form that nobody filled in',
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph('Click here')}</w:sdtContent></w:sdt>${paragraph('a')}`,
      'a',
    ],
    ['signs of XML', paragraph('a &lt;b&gt; &amp;amp; &#1071;'), 'a <b> &amp; Я'],
    [
      'names of prototypes',
      '<w:constructor><w:toString/></w:constructor><w:p><w:r><w:__proto__/><w:t>a</w:t></w:r></w:p>',
      'a',
    ],
  ])('has %s', async (_what, body, text) => {
    expect(await textOf(wordFile(body))).toBe(text);
  });

  test('is one by another prefix and part, too', async () => {
    const text = '<x:document xmlns:x="w"><x:body><x:p><x:r><x:t>a</x:t></x:r></x:p></x:body></x:document>';
    expect(await textOf(zipOf({ 'word/document2.xml': text }))).toBe('a');
  });
});

describe('a hostile Word document', () => {
  /** Zeros that say they are of this size. */
  const bomb = (blocks: number, says: number): Uint8Array =>
    zipOf({ 'word/document.xml': { deflated: deflatedZeros(blocks), says } });

  test.each([
    ['that says less than it unpacks to', bomb(100_000, 1_000), 'a part of it cannot be unpacked'],
    ['that says more', bomb(10, 1_000_000), 'a part of it cannot be unpacked'],
    ['that unpacks to 600 MB', bomb(10, 600 * 2 ** 20), 'and is not read'],
    ['that is nothing but zeros', bomb(10, 2_581), 'no valid XML'],
    [
      'with an entity of a file',
      wordFile(
        '<w:p><w:r><w:t>&x;</w:t></w:r></w:p>',
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      ),
      'declares a document type',
    ],
    [
      'with entities of entities',
      wordFile(paragraph('&b;'), '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'),
      'declares a document type',
    ],
    ['with an entity of nobody', wordFile(paragraph('&x;')), 'undefined entity'],
    [
      'of 100,000 elements within each other',
      wordFile('<w:p>'.repeat(100_000)),
      'more than 256 elements within each other',
    ],
    ['without its text', zipOf({ 'word/styles.xml': '<a/>' }), 'the part with its text is missing'],
    ['without a word', wordFile('<w:p/>'), 'It has no text.'],
    ['cut off', wordFile().subarray(0, 1_000), 'its directory is missing'],
  ])('%s is refused in a sentence', async (_what, bytes, says) => {
    const article = await readArticle(bytes);
    expect(article.ok ? article.value : article.failure.message).toEqual(expect.stringContaining(says));
  });

  test('changed in any byte gives a text or a sentence', async () => {
    const file = wordFile();
    for (let at = 0; at < file.length; at += 17) {
      const changed = Uint8Array.from(file);
      changed[at] = (at * 31) % 256;
      const article = await readArticle(changed);
      expect(article.ok ? 'text.' : article.failure.message).toMatch(/\.$/);
    }
  });
});
