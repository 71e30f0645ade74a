// The edits of articles. Quotes, hidden parts and notes move with the text that they stand in. Pure.
import { excerpt } from '../../excerpt.ts';
import type { Article, Note, PlacedArticle, PlacedDocument } from '../document.ts';
import type { Evidence, TextRange, TimelineEvent } from '../event.ts';
import { nearestQuote } from '../file/nearest-quote.ts';
import { LIMITS } from '../limits.ts';
import type { Change, Edit } from './change.ts';
import { changeEvents } from './events.ts';
import { idFor } from './ids.ts';
import { noteChanges } from './notes.ts';
import { proposalChanges } from './proposals.ts';
import { articleJson, noteJson } from './records.ts';

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

/** A quote whose words are no longer in a text. */
export interface LostQuote {
  readonly event: TimelineEvent;
  readonly quote: string;
  /** Where its words are kept: in the description of its event or, if that has no room for them, in a note on it. */
  readonly keptIn: 'description' | 'note';
}

/** An edit of an article, and what it cost. */
export interface ArticleEdit {
  readonly edit: Edit;
  readonly lost: readonly LostQuote[];
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

  const quotes = quoteChanges(document, article, (quote) => movedQuote(quote, text, moved));
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
  return {
    edit: { name, changes: [change, ...notes, ...proposals, ...quotes.changes] },
    lost: quotes.lost,
  };
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
  const quotes = quoteChanges(document, article, () => null);
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
        ...quotes.changes,
        ...notes,
        ...proposals,
        { kind: 'article', before: { at, json: articleJson(article) }, after: null },
      ],
    },
    lost: quotes.lost,
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

/** The changes of all events that quote an article, once its quotes have moved. A quote without a place is lost. */
function quoteChanges(
  document: WithArticles,
  article: PlacedArticle,
  move: (quote: Evidence) => TextRange | null,
): { readonly changes: readonly Change[]; readonly lost: readonly LostQuote[] } {
  const lost: LostQuote[] = [];
  const notes: Note[] = [];
  const events = changeEvents(
    document,
    rowsQuoting(document, article.id),
    (event) => {
      let { description } = event;
      const evidence = event.evidence.flatMap((one) => {
        if (one.article !== article.id) return [one];
        const range = move(one);
        if (range !== null) return [{ ...one, ...range }];
        const words = `“${one.quote.replace(/\s*\n\s*/g, ' ')}” (${article.title})`;
        const longer = [description, words].filter(Boolean).join('\n');
        const hasRoom = longer.length <= LIMITS.passage;
        if (hasRoom) description = longer;
        else {
          const text = words.length <= LIMITS.passage ? words : one.quote;
          notes.push({ text, events: [event.id], sources: [] });
        }
        lost.push({ event, quote: one.quote, keptIn: hasRoom ? 'description' : 'note' });
        return [];
      });
      return { evidence, description };
    },
    () => '',
  );
  const added = notes.map((note, place): Change => ({
    kind: 'note',
    before: null,
    after: { at: document.notes.length + place, json: noteJson(note) },
  }));
  return { changes: [...(events?.changes ?? []), ...added], lost };
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
