// What a reader types of an article: each field checked, and edits of its text kept apart from its line ends. Pure.
import { parseEventDate } from '../../shared/dates/parse.ts';
import { readTypedDate } from '../../shared/dates/typed.ts';
import { dateInWords } from '../../shared/dates/words.ts';
import { isAddress } from '../../shared/document/address.ts';
import type { Article, PlacedArticle } from '../../shared/document/document.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { UNKNOWN_PUBLISHER } from '../../shared/document/unnamed.ts';
import type { FoundArticle } from '../../shared/formats/article/found.ts';
import { grouped } from '../../shared/in-words.ts';
import { failure, success, type Result } from '../../shared/result.ts';

/** The fields of an article that a reader types. */
export type ArticleField = 'title' | 'publisher' | 'address' | 'published' | 'text';

/** What stands in the fields. */
export type TypedArticle = Readonly<Record<ArticleField, string>>;

/** The fields of an article that nothing is known of. */
export const NOTHING_TYPED: TypedArticle = { title: '', publisher: '', address: '', published: '', text: '' };

/** An article as its fields show it. */
export function typedOf({
  title,
  publisher,
  address = '',
  published = '',
  publishedWhen,
  text,
}: PlacedArticle): TypedArticle {
  const words = publishedWhen === undefined ? '' : dateInWords(publishedWhen);
  const again = readTypedDate(words);
  const isReadable = again.ok && again.value.edtf === published;
  return { title, publisher, address, published: isReadable ? words : published, text };
}

/** An article that was read from a file as its fields show it; its headline is its title where the file names none. */
export function typedFrom({ title, publisher, address, published, text }: FoundArticle): TypedArticle {
  const when = parseEventDate(published);
  return typedOf({
    id: '',
    title: title === '' ? headlineOf(text) : title,
    publisher,
    address,
    ...(when.ok && { published, publishedWhen: when.value }),
    text,
    hidden: [],
  });
}

/**
 * Reads what was typed into one field.
 *
 * @returns its value, `undefined` where it may stay empty and does; or `article-field` with a sentence that says what is
 *   wrong with it.
 */
export function readArticleField(field: ArticleField, typed: string): Result<string | undefined> {
  const line = typed.trim();
  switch (field) {
    case 'title':
      if (line === '') return wrong('Type a title: an article needs one.');
      return line.length > LIMITS.line
        ? wrong(`A title has at most ${LIMITS.line} letters: shorten it.`)
        : success(line);
    case 'publisher':
      return success(line === '' ? UNKNOWN_PUBLISHER : line);
    case 'address':
      if (line === '') return success(undefined);
      return isAddress(line)
        ? success(line)
        : wrong('Type a whole address, which starts with http:// or https://.');
    case 'published': {
      if (line === '') return success(undefined);
      const edtf = parseEventDate(line);
      const date = edtf.ok ? edtf : readTypedDate(line);
      return date.ok ? success(date.value.edtf) : wrong(date.failure.message);
    }
    case 'text':
      if (line === '') return wrong('Paste or type the text of the article, or open a file.');
      return typed.length > LIMITS.text
        ? wrong(`A text has at most ${grouped(LIMITS.text)} letters: add it as several articles.`)
        : success(typed);
  }
}

function wrong(message: string): Result<never> {
  return failure('article-field', message);
}

/** The fields in the order of the form. */
export const ARTICLE_FIELDS = [
  'title',
  'publisher',
  'address',
  'published',
  'text',
] as const satisfies readonly ArticleField[];

/** Reads all fields of an article; the failure is that of the first that is wrong. */
export function readArticle(typed: TypedArticle): Result<Omit<Article, 'id' | 'hidden'>> {
  const values: Partial<Record<ArticleField, string>> = {};
  for (const field of ARTICLE_FIELDS) {
    const read = readArticleField(field, typed[field]);
    if (!read.ok) return read;
    if (read.value !== undefined) values[field] = read.value;
  }
  const { title = '', publisher = UNKNOWN_PUBLISHER, address, published, text = '' } = values;
  const isNamed = typed.publisher.trim() !== '' || address === undefined;
  return success({
    title,
    publisher: isNamed ? publisher : new URL(address).hostname.replace(/^www\./, ''),
    address,
    published,
    text,
  });
}

/** The first field that cannot be kept as it was typed; `null` where all can. */
export function firstWrong(typed: TypedArticle): ArticleField | null {
  return ARTICLE_FIELDS.find((field) => !readArticleField(field, typed[field]).ok) ?? null;
}

/** Longer first lines are paragraphs rather than headlines, characters. */
const LONGEST_HEADLINE = 160;

/** The headline that a text begins with; empty if its first line is too long to be one. */
export function headlineOf(text: string): string {
  const [line = ''] = text.trimStart().split(/[\r\n]/u, 1);
  return line.length > LONGEST_HEADLINE ? '' : line.trim();
}

/**
 * A text as it was edited in a field, which turns every line end into a line feed: all that the reader left alone keeps
 * the line ends that it had.
 *
 * @param before the text with its own line ends.
 * @param typed what stands in the field now.
 */
export function withOwnLineEnds(before: string, typed: string): string {
  if (!before.includes('\r')) return typed;
  const shown = inField(before);
  const most = Math.min(shown.length, typed.length);
  let same = 0;
  while (same < most && shown[same] === typed[same]) same += 1;
  let tail = 0;
  while (tail < most - same && shown[shown.length - 1 - tail] === typed[typed.length - 1 - tail]) tail += 1;
  const edited =
    before.slice(0, placeIn(before, same)) +
    typed.slice(same, typed.length - tail) +
    before.slice(placeIn(before, shown.length - tail));
  // Where a line feed was typed behind a carriage return, the two would be one line end.
  return inField(edited) === typed ? edited : typed;
}

/** A text as a field shows it. */
function inField(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Where a place of the shown text stands in the text with its own line ends. */
function placeIn(text: string, shown: number): number {
  let place = 0;
  for (let count = 0; count < shown; count += 1) place += text.startsWith('\r\n', place) ? 2 : 1;
  return place;
}
