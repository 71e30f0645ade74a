// Turns a document into text and back, to cross the process border. Pure.
import type { EventDate } from '../dates/event-date.ts';
import { parseEventDate } from '../dates/parse.ts';
import { failure, success, type Result } from '../result.ts';
import type { PlacedArticle, PlacedDocument, PlacedEvent } from './document.ts';

/**
 * The JSON text of a {@link PlacedDocument}. `null` replaces the bounds of open dates, which are infinite, and sets,
 * whose members would take thirty times the space of the set as written.
 *
 * Electron copies objects between processes and worlds value by value, twice, which takes ten times as long as text.
 */
export type PackedDocument = string;

/** The value that becomes text. */
interface Contents extends Omit<PlacedDocument, 'articles' | 'events'> {
  readonly articles: readonly (
    PlacedArticle | (Omit<PlacedArticle, 'publishedWhen'> & { publishedWhen: null })
  )[];
  readonly events: readonly (PlacedEvent | (Omit<PlacedEvent, 'when'> & { when: null }))[];
}

/** The text of a document, or the failure `document-too-large` if it does not fit into one string. */
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

/** Reads a document back from the text of {@link packDocument}. */
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
