// The text of an event for the clipboard, alone or with what it rests on. Pure.
import { dateInWords } from '../../shared/dates/words.ts';
import type { Article } from '../../shared/document/document.ts';
import type { AnyEvent, PlacedEvent } from '../../shared/document/event.ts';

/** An event on one line: “Fall of Kabul, 15 August 2021, Kabul”. */
export function eventAsText({ title, when, place }: Pick<AnyEvent, 'title' | 'when' | 'place'>): string {
  return [
    title,
    ...(when === undefined ? [] : [dateInWords(when)]),
    ...(place === undefined ? [] : [place]),
  ].join(', ');
}

/** The event, the words that it was read from with their article, and its sources, a line each. */
export function eventWithCitation(
  event: PlacedEvent,
  articles: readonly Pick<Article, 'id' | 'title' | 'publisher' | 'address'>[],
): string {
  const quotes = event.evidence.flatMap(({ article, quote }) => {
    const from = articles.find(({ id }) => id === article);
    if (from === undefined) return [];
    const reference = [from.title, from.publisher, ...(from.address === undefined ? [] : [from.address])];
    return [`“${quote}” — ${reference.join(', ')}`];
  });
  const sources = event.sources.map(({ title, address }) => `${title}, ${address}`);
  return [eventAsText(event), ...quotes, ...sources].join('\n');
}
