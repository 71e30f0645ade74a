// Writes the articles and sources of a document as CSL-JSON, for bibliographies.
import type { Draft, Written } from './format.ts';
import { inParts, type Parts } from './written-date.ts';
import { counted, lossesOf } from './losses.ts';
import { slugOf } from './draft.ts';
import { mayBeHtml } from './html.ts';

/** Writes CSL-JSON. */
export async function writeCsl(draft: Draft): Promise<Written> {
  const addresses = new Map<string, string>();
  for (const { sources } of [...draft.events, ...draft.notes])
    for (const { title, address } of sources) if (!addresses.has(address)) addresses.set(address, title);
  const items = [
    ...draft.articles.map(({ id, title, publisher, address, published, text }) => ({
      id,
      type: 'article-newspaper',
      title,
      'container-title': publisher,
      ...(address !== undefined && { URL: address }),
      ...(published !== undefined && { issued: issuedOf(published) }),
      abstract: text,
    })),
    ...[...addresses].map(([address, title], index) => ({
      id: `${slugOf(title) || 'source'}-${index + 1}`,
      type: 'webpage',
      title,
      URL: address,
    })),
  ];
  return Promise.resolve({
    bytes: new TextEncoder().encode(`${JSON.stringify(items, null, 2)}\n`),
    losses: lossesIn(draft),
  });
}

/** What a bibliography leaves out besides the events, whose parts are not listed one by one. */
function lossesIn(draft: Draft): string[] {
  const { events, articles } = draft;
  const marked = articles.filter(({ hidden, passages = [] }) => hidden.length + passages.length > 0).length;
  const tagged = articles.filter(({ title, publisher, text }) =>
    [title, publisher, text].some(mayBeHtml),
  ).length;
  return [
    ...(events.length === 0
      ? []
      : [
          `A bibliography holds articles and sources; ${counted(events.length, 'event')} ${events.length === 1 ? 'is' : 'are'} left out`,
        ]),
    ...(marked === 0
      ? []
      : [`Hidden parts, and where other reports begin, are left out in ${counted(marked, 'article')}`]),
    ...(tagged === 0
      ? []
      : [
          `What looks like markup, which bibliographies may have, is read as such in ${counted(tagged, 'article')}`,
        ]),
    ...lossesOf({ ...draft, events: [], lanes: [] }, ['articles']),
  ];
}

function issuedOf(edtf: string): object {
  const when = inParts(edtf);
  const start = when?.start ?? null;
  if (when === null || start === null || when.date.form !== 'single') return { edtf };
  const list = ({ year, month, day }: Parts): number[] =>
    [year <= 0 ? year - 1 : year, month, day].filter((part) => part !== undefined);
  return {
    'date-parts': [list(start), ...(when.end === null ? [] : [list(when.end)])],
    ...(when.date.approximate && { circa: true }),
    ...(!when.exact && { edtf }),
  };
}
