// Builds the clipboard contents for a copied part of an article: its words and their source. Pure.
import type { Article } from '../../shared/document/document.ts';

/** The same words for programs that accept plain text and for those that accept HTML. */
export interface CopiedText {
  readonly plain: string;
  readonly html: string;
}

/**
 * The copied paragraphs with the article's reference below: “— title, publisher, address”.
 *
 * @param paragraphs at least one; part of a paragraph counts as one
 */
export function withReference(
  paragraphs: readonly string[],
  { title, publisher, address }: Pick<Article, 'title' | 'publisher' | 'address'>,
): CopiedText {
  const reference = `— ${title}, ${publisher}`;
  const link = address === undefined ? '' : `, <a href="${escaped(address)}">${escaped(address)}</a>`;
  return {
    plain: [...paragraphs, address === undefined ? reference : `${reference}, ${address}`].join('\n\n'),
    html: [...paragraphs.map(escaped), escaped(reference) + link].map((text) => `<p>${text}</p>`).join('\n'),
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
