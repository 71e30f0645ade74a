// What a reader types of an article.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAgain } from '../../shared/dates/parse.ts';
import { articleOf } from '../../shared/document/samples.ts';
import { NOTHING_FOUND } from '../../shared/formats/article/found.ts';
import {
  firstWrong,
  headlineOf,
  NOTHING_TYPED,
  readArticle,
  readArticleField,
  typedFrom,
  typedOf,
  withOwnLineEnds,
  type ArticleField,
} from './article-fields.ts';

const whole = { ...NOTHING_TYPED, title: ' The bridge ', text: 'It opened.\n' };

describe('an article', () => {
  test('needs a title and a text, and is kept as it was typed', () => {
    expect(readArticle(whole)).toEqual({
      ok: true,
      value: { title: 'The bridge', publisher: 'Unknown publisher', text: 'It opened.\n' },
    });
    expect(readArticle(NOTHING_TYPED)).toMatchObject({
      ok: false,
      failure: { message: 'Type a title: an article needs one.' },
    });
    expect(firstWrong(whole)).toBeNull();
    expect(firstWrong(NOTHING_TYPED)).toBe('title');
    expect(firstWrong({ ...whole, published: 'some day' })).toBe('published');
    expect(readArticle({ ...whole, text: ' \n' })).toMatchObject({
      ok: false,
      failure: { message: 'Paste or type the text of the article, or open a file.' },
    });
  });

  test('from a file has its date in words, and its headline for a title where the file names none', () => {
    const found = { ...NOTHING_FOUND, text: 'The ferry\n\nIt sank.', published: '2021-09-17' };
    expect(typedFrom(found)).toEqual({
      ...NOTHING_TYPED,
      title: 'The ferry',
      published: '17 September 2021',
      text: found.text,
    });
    expect(typedFrom({ ...found, title: 'Sunk', published: 'x' })).toMatchObject({
      title: 'Sunk',
      published: '',
    });
  });

  test('is published by the host of its address where nobody is named', () => {
    const address = 'https://www.example.org/a';
    expect(readArticle({ ...whole, address })).toMatchObject({
      value: { publisher: 'example.org', address },
    });
    expect(readArticle({ ...whole, address, publisher: 'News' })).toMatchObject({
      value: { publisher: 'News' },
    });
  });

  test.each<[ArticleField, string, string | undefined]>([
    ['published', '3 Oct 2022', '2022-10-03'],
    ['published', '2022-10?', '2022-10?'],
    ['published', ' ', undefined],
    ['address', '', undefined],
  ])('is read: %s %o', (field, typed, value) => {
    expect(readArticleField(field, typed)).toEqual({ ok: true, value });
  });

  test.each<[ArticleField, string, string]>([
    ['published', 'soon', 'Type a date such as 3 Oct 2022, October 2022, 2022 or 44 BCE.'],
    ['address', 'example.org', 'Type a whole address, which starts with http:// or https://.'],
    ['title', 'x'.repeat(301), 'A title has at most 300 letters: shorten it.'],
    ['text', 'x'.repeat(5_000_001), 'A text has at most 5,000,000 letters: add it as several articles.'],
  ])('is refused: %s', (field, typed, message) => {
    expect(readArticleField(field, typed)).toMatchObject({ ok: false, failure: { message } });
  });

  test.each(['2022-10-03', '2022-10?', '-0043', '2022-21', '[1970,1980..]'])(
    'shows its date %s so that it is read again',
    (published) => {
      const shown = typedOf({ ...articleOf('T', { published }), publishedWhen: readAgain(published) });
      expect(readArticleField('published', shown.published)).toEqual({ ok: true, value: published });
    },
  );
});

test('the first line of a text is its headline unless it is a paragraph', () => {
  expect(headlineOf('\n The bridge opens \r\nText')).toBe('The bridge opens');
  expect(headlineOf('word '.repeat(50))).toBe('');
  expect(headlineOf('')).toBe('');
});

describe('an edit in a field', () => {
  const text = fc.array(fc.constantFrom('\r\n', '\r', '\n', 'a', 'b', '\r\n\r\n'), { maxLength: 20 });
  const shownOf = (own: string) => own.replace(/\r\n?/g, '\n');

  test('shows what was typed, and changes no line end if nothing was', () => {
    fc.assert(
      fc.property(text, text, (before, typed) => {
        const [own, wanted] = [before.join(''), shownOf(typed.join(''))];
        expect(shownOf(withOwnLineEnds(own, wanted))).toBe(wanted);
        expect(withOwnLineEnds(own, shownOf(own))).toBe(own);
      }),
    );
  });

  test('keeps the line ends around it', () => {
    expect(withOwnLineEnds('One\r\nTwo\rThree\r\n', 'One\n2\nThree\n')).toBe('One\r\n2\rThree\r\n');
  });
});
