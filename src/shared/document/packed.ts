// A document as text: the form in which it crosses the process border. Pure.
import type { EventDate } from '../dates/event-date.ts';
import { parseEventDate } from '../dates/parse.ts';
import { failure, success, type Result } from '../result.ts';
import type { PlacedArticle, PlacedDocument, PlacedEvent } from './document.ts';

/**
 * The JSON text of a {@link PlacedDocument}; `null` stands for the bounds of open dates, which JSON has no number for,
 * and for a date that is a set, whose members would fill thirty times the room of the set as it is written.
 *
 * Electron copies objects between processes and worlds value by value, twice, which takes ten times as long as text.
 */
export type PackedDocument = string;

/** What is packed. */
interface Contents extends Omit<PlacedDocument, 'articles' | 'events'> {
  readonly articles: readonly (
    PlacedArticle | (Omit<PlacedArticle, 'publishedWhen'> & { publishedWhen: null })
  )[];
  readonly events: readonly (PlacedEvent | (Omit<PlacedEvent, 'when'> & { when: null }))[];
}

/** The text of a document, or the failure `document-too-large` where one string cannot hold it. */
export function packDocument(document: PlacedDocument): Result<PackedDocument> {
  const contents: Contents = {
    ...document,
    articles: document.articles.map((article) =>
      isSet(article.publishedWhen) ? { ...article, publishedWhen: null } : article,
    ),
    events: document.events.map((event) => (isSet(event.when) ? { ...event, when: null } : event)),
  };
  try {
    return success(JSON.stringify(contents));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return failure('document-too-large', 'The document has more events than can be shown.');
  }
}

/** The document of a text that {@link packDocument} made. */
export function unpackDocument(packed: PackedDocument): PlacedDocument {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- packed from just this type
  const contents: Contents = JSON.parse(packed);
  return {
    ...contents,
    articles: contents.articles.map((article) => {
      if (article.publishedWhen === null) return { ...article, publishedWhen: readAgain(article.published) };
      if (article.publishedWhen !== undefined) restoreBounds(article.publishedWhen);
      return article;
    }),
    events: contents.events.map((event) => {
      if (event.when === null) return { ...event, when: readAgain(event.date) };
      restoreBounds(event.when);
      return event;
    }),
  };
}

function isSet(date: EventDate | undefined): boolean {
  return date?.form === 'one-of' || date?.form === 'all-of';
}

function readAgain(edtf: string | undefined): EventDate {
  const date = parseEventDate(edtf ?? '');
  if (!date.ok) throw new Error(`A date that was read cannot be read again: ${date.failure.message}`);
  return date.value;
}

function restoreBounds(bounds: { start: number | null; end: number | null }): void {
  bounds.start ??= -Infinity;
  bounds.end ??= Infinity;
}
