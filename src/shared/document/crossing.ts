// Turns a document into what crosses to a page; crossed.ts turns it back. Main loads this with its window. Pure.
import { failure, success, type Result } from '../result.ts';
import type { EventColumns } from './columns.ts';
import type { Article, PlacedDocument } from './document.ts';
import { gathered, type ColumnSizes } from './gather.ts';

/** A document as it crosses the process border. */
export interface SentContents {
  /**
   * Everything but the events, as JSON without the dates of articles: Electron copies objects value by value, twice, which
   * takes ten times as long as text, and sets of dates take thirty times the space of the set as written.
   */
  readonly head: string;
  /** The events, with a text of their own; or, of a large document, what the page needs to ask for them. */
  readonly columns: EventColumns | ColumnsToCome;
}

/** The columns of a large document, which come piece by piece through a port. */
export interface ColumnsToCome {
  /** What the page asks for them with, once. */
  readonly ticket: number;
  readonly sizes: ColumnSizes;
}

/** {@link SentContents} that are all there. */
export interface WholeContents extends SentContents {
  readonly columns: EventColumns;
}

/** The value that becomes {@link SentContents.head}. */
export interface Head extends Omit<PlacedDocument, 'events' | 'articles'> {
  readonly articles: readonly Article[];
}

/** A document for the other side, at once; fails like {@link headOf}. */
export function toCross(document: PlacedDocument): Result<WholeContents> {
  const head = headOf(document);
  return head.ok ? success({ head: head.value, columns: gathered(document.events.columns) }) : head;
}

/** Everything but the events, or the failure `document-too-large` if articles and notes do not fit into one string. */
export function headOf(document: PlacedDocument): Result<string> {
  const head: Head & { readonly events: undefined } = {
    ...document,
    events: undefined,
    kept: [],
    articles: document.articles.map((article) => ({ ...article, publishedWhen: undefined })),
  };
  try {
    return success(JSON.stringify(head));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return failure(
      'document-too-large',
      'The document has more articles, or longer ones, than can be shown.',
    );
  }
}
