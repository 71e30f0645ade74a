// The edits of articles. Quotes, hidden parts and notes move with the text that they stand in. Pure.
import { excerpt } from '../../excerpt.ts';
import type { Article, PlacedArticle, PlacedDocument } from '../document.ts';
import type { Evidence, TextRange, TimelineEvent } from '../event.ts';
import { nearestQuote } from '../file/nearest-quote.ts';
import type { Change, Edit } from './change.ts';
import { changeEvents } from './events.ts';
import { idFor } from './ids.ts';
import { noteChanges } from './notes.ts';
import { proposalChanges } from './proposals.ts';
import { articleJson, type EventFields } from './records.ts';

type WithArticles = Pick<PlacedDocument, 'articles' | 'events' | 'notes' | 'proposals'>;

/** An edit that adds an article behind the others. */
export function addArticle({ articles }: Pick<PlacedDocument, 'articles'>, article: Article): Edit {
  return {
    name: `Add article ${excerpt(article.title, 40)}`,
    changes: [{ kind: 'article', before: null, after: { at: articles.length, json: articleJson(article) } }],
  };
}

/** An id for a new article of this title. */
export function freeArticleId({ articles }: Pick<PlacedDocument, 'articles'>, title: string): string {
  const taken = new Set(articles.map(({ id }) => id));
  return idFor(title, 'article', (id) => taken.has(id));
}

/** An edit of an article, and what it cost. */
export interface ArticleEdit {
  readonly edit: Edit;
  /** The quotes whose words are no longer in the text. Their events keep them as words of the description. */
  readonly lost: readonly { readonly event: TimelineEvent; readonly quote: string }[];
}

/** An edit that changes an article; `null` if nothing changes. */
export function changeArticle(
  document: WithArticles,
  at: number,
  fields: Partial<Omit<Article, 'id' | 'hidden'>>,
): ArticleEdit | null {
  const article = document.articles[at];
  if (article === undefined) return null;
  const text = fields.text ?? article.text;
  const moved = movedBy(article.text, text);
  const hidden = article.hidden.flatMap((range) => moved(range) ?? []);
  const passages = movedPassages('passages' in fields ? fields.passages : article.passages, text, moved);
  const [before, after] = [articleJson(article), articleJson({ ...article, ...fields, hidden, passages })];
  if (before === after) return null;
  const name = `Change article ${excerpt(article.title, 40)}`;
  const change: Change = { kind: 'article', before: { at, json: before }, after: { at, json: after } };
  if (text === article.text)
    return { edit: { name, changes: [change], merge: `article:${article.id}` }, lost: [] };

  const lost: { event: TimelineEvent; quote: string }[] = [];
  const events = changeEvents(
    document,
    rowsQuoting(document, article.id),
    (event) => {
      const { fields: kept, quotes } = withQuotes(event, article, (quote) => movedQuote(quote, text, moved));
      for (const quote of quotes) lost.push({ event, quote });
      return kept;
    },
    () => name,
  );
  const notes = noteChanges(document, (note) => {
    if (note.article !== article.id || note.at === undefined) return note;
    const range = moved({ start: note.at, end: note.at + 1 });
    return { ...note, at: range?.start };
  });
  // A sentence that was changed tells something else: its proposals are open again.
  const proposals = proposalChanges(document, (proposal) => {
    if (proposal.article !== article.id) return proposal;
    const range = moved(proposal);
    return range === null ? null : { ...proposal, ...range };
  });
  return { edit: { name, changes: [change, ...notes, ...proposals, ...(events?.changes ?? [])] }, lost };
}

/**
 * An edit that says when the report was published that begins at a place of an article.
 *
 * @param published in EDTF; `null` for no report of its own.
 * @returns `null` if there is no such article, or nothing changes.
 */
export function changePassage(
  document: WithArticles,
  at: number,
  from: number,
  published: string | null,
): Edit | null {
  const { passages = [] } = document.articles[at] ?? {};
  const others = passages.filter((passage) => passage.at !== from);
  const changed = [...others, ...(published === null ? [] : [{ at: from, published }])];
  const sorted = changed.toSorted((a, b) => a.at - b.at);
  const made = changeArticle(document, at, { passages: sorted.length === 0 ? undefined : sorted });
  return made && { ...made.edit, name: published === null ? 'Join reports' : 'Begin another report' };
}

/** An edit that removes an article; its quotes stay as words of their events. `null` if there is no such article. */
export function removeArticle(document: WithArticles, at: number): ArticleEdit | null {
  const article = document.articles[at];
  if (article === undefined) return null;
  const name = `Delete article ${excerpt(article.title, 40)}`;
  const lost: { event: TimelineEvent; quote: string }[] = [];
  const events = changeEvents(
    document,
    rowsQuoting(document, article.id),
    (event) => {
      const { fields, quotes } = withQuotes(event, article, () => null);
      for (const quote of quotes) lost.push({ event, quote });
      return fields;
    },
    () => name,
  );
  const notes = noteChanges(document, (note) =>
    note.article === article.id ? { ...note, article: undefined, at: undefined } : note,
  );
  const proposals = proposalChanges(document, (proposal) =>
    proposal.article === article.id ? null : proposal,
  );
  return {
    edit: {
      name,
      changes: [
        ...(events?.changes ?? []),
        ...notes,
        ...proposals,
        { kind: 'article', before: { at, json: articleJson(article) }, after: null },
      ],
    },
    lost,
  };
}

/** Where the passages of an article begin in its changed text; one whose first letter was changed begins where it did. */
function movedPassages(
  passages: Article['passages'],
  text: string,
  moved: (range: TextRange) => TextRange | null,
): Article['passages'] {
  let last = -1;
  return passages?.flatMap((passage) => {
    const at = moved({ start: passage.at, end: passage.at + 1 })?.start ?? passage.at;
    if (at <= last || at >= text.length) return [];
    last = at;
    return [{ ...passage, at }];
  });
}

function* rowsQuoting({ events }: WithArticles, article: string): Generator<number> {
  for (let row = 0; row < events.rowCount; row += 1)
    if (
      events.has(row, 'evidence') &&
      events.read(row)?.evidence.some((quote) => quote.article === article) === true
    )
      yield row;
}

/** An event's evidence once its quotes of an article have moved. Quotes without a place become words of its description. */
function withQuotes(
  { evidence, description }: TimelineEvent,
  { id, title }: PlacedArticle,
  move: (quote: Evidence) => TextRange | null,
): { readonly fields: Partial<EventFields>; readonly quotes: readonly string[] } {
  const quotes: string[] = [];
  const kept = evidence.flatMap((one) => {
    if (one.article !== id) return [one];
    const range = move(one);
    if (range !== null) return [{ ...one, ...range }];
    quotes.push(one.quote);
    return [];
  });
  const words = quotes.map((quote) => `“${quote.replace(/\s*\n\s*/g, ' ')}” (${title})`);
  return {
    fields: {
      evidence: kept,
      description: words.length === 0 ? description : [description, ...words].filter(Boolean).join('\n'),
    },
    quotes,
  };
}

/** Where a quote stands in a changed text: where the change left it, or else its nearest words; `null` if nowhere. */
function movedQuote(
  quote: Evidence,
  text: string,
  moved: (range: TextRange) => TextRange | null,
): TextRange | null {
  const range = moved(quote);
  if (range !== null && text.startsWith(quote.quote, range.start)) return range;
  const { at, isVerbatim } = nearestQuote(quote.quote, text, range?.start ?? quote.start);
  return at === null || !isVerbatim ? null : { start: at, end: at + quote.quote.length };
}

/** Says where a range of a text stands once the text has changed in one place; `null` if the change touches it. */
function movedBy(before: string, after: string): (range: TextRange) => TextRange | null {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same] === after[same]) same += 1;
  let tail = 0;
  while (tail < most - same && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const shift = after.length - before.length;
  return ({ start, end }) => {
    if (end <= same) return { start, end };
    if (start >= before.length - tail) return { start: start + shift, end: end + shift };
    return null;
  };
}
