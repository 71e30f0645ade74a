// Turns what crossed to a page back into a document. Pure.
import { readAgain } from '../dates/parse.ts';
import type { Head, WholeContents } from './crossing.ts';
import type { Article, PlacedArticle, PlacedDocument } from './document.ts';
import { createTable } from './table.ts';

/** The document of which these are the contents. */
export function crossed({ head, columns }: WholeContents): PlacedDocument {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- made of just this type
  const { articles, ...document }: Head = JSON.parse(head);
  return { ...document, articles: articles.map(withDate), events: createTable(columns) };
}

function withDate(article: Article): PlacedArticle {
  if (article.published === undefined) return article;
  return { ...article, publishedWhen: readAgain(article.published) };
}
