// What the reader does to articles: adds, changes and deletes them, and makes events and evidence of their words.
import { batch } from '@preact/signals';
import { excerpt } from '../../shared/excerpt.ts';
import {
  addArticle,
  changeArticle,
  changePassage,
  freeArticleId,
  removeArticle,
  type ArticleEdit,
} from '../../shared/document/edit/articles.ts';
import type { PlacedArticle } from '../../shared/document/document.ts';
import type { OpenedArticle } from '../../shared/ipc.ts';
import type { Evidence, TextRange } from '../../shared/document/event.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { grouped } from '../../shared/in-words.ts';
import { edit } from '../document/edit.ts';
import { addEvent, changeEvent } from '../event/commands.ts';
import { announce } from '../parts/announcements.ts';
import { closeDialog, openDialog } from '../parts/dialogs.ts';
import { keepOpenField } from '../parts/kept-field.tsx';
import { remark, succeeded } from '../parts/notices.ts';
import { layOutPanel, panel } from '../view/panel.ts';
import { showArticle, shownArticle } from '../view/selection.ts';
import { undoButton } from '../view/undoing.ts';
import { currentView, viewState, withView } from '../view/view.ts';
import {
  NOTHING_TYPED,
  readArticle,
  readArticleField,
  typedFrom,
  withOwnLineEnds,
  type ArticleField,
  type TypedArticle,
} from './article-fields.ts';
import { titleFrom } from './event-from-words.ts';

const edited = viewState<string | null>(null);
const draft = viewState<TypedArticle>(NOTHING_TYPED);
const opened = viewState<OpenedArticle | null>(null);
const arrived = viewState<OpenedArticle | null>(null);
const lost = viewState<ArticleEdit['lost']>([]);

/** The id of the article in the form; `null` for one that is to be added. */
export const editedArticle = edited.current;

/** What stands in the form of a new article, also after it was closed. */
export const articleDraft = draft.current;

/** The file that the form of a new article was filled from, or `null`. */
export const articleFile = opened.current;

/** The file that would replace what the reader typed in the form of a new article, until they say so; or `null`. */
export const replacingFile = arrived.current;

/** The quotes that the last edit of the text destroyed. */
export const lostQuotes = lost.current;

/** Opens the form of a new article. */
export function openNewArticle(): void {
  withView(() => {
    edited.set(null);
    openDialog('article');
  });
}

/** Fills the form of a new article from a file, and opens it. What the reader typed there is replaced after a question. */
export function openArticle(article: OpenedArticle): void {
  keepOpenField();
  batch(() => {
    openNewArticle();
    if (isTyped()) arrived.set(article);
    else fillFrom(article);
  });
}

/** Replaces what the reader typed in the form of a new article by the file that was opened, or leaves that file. */
export function answerReplacing(isReplaced: boolean): void {
  const article = arrived.current.peek();
  batch(() => {
    arrived.set(null);
    if (isReplaced && article !== null) fillFrom(article);
  });
}

function fillFrom(article: OpenedArticle): void {
  draft.set(typedFrom(article));
  opened.set(article);
  arrived.set(null);
}

/** Whether the form of a new article holds what no file has put there. */
function isTyped(): boolean {
  const from = opened.current.peek();
  const untouched = from === null ? NOTHING_TYPED : typedFrom(from);
  return JSON.stringify(draft.current.peek()) !== JSON.stringify(untouched);
}

/** Opens the form of the article that the panel shows; of a new one if there is none. */
export function openShownArticle(): void {
  const { articles = [] } = currentView.peek()?.opened.document ?? {};
  const article = articles.find(({ id }) => id === shownArticle.peek()) ?? articles[0];
  batch(() => {
    lost.set([]);
    edited.set(article?.id ?? null);
    if (currentView.peek() !== null) openDialog('article');
  });
}

/** Keeps what stands in a field of the form of a new article. */
export function keepDraft(fields: Partial<TypedArticle>): void {
  draft.set({ ...draft.current.peek(), ...fields });
}

/** Adds the article in the form and shows it. @returns why not, or `null`. */
export function addDraft(): string | null {
  const view = currentView.peek();
  const read = readArticle(draft.current.peek());
  if (!read.ok || view === null) return read.ok ? null : read.failure.message;
  const { document } = view.opened;
  if (document.articles.length >= LIMITS.articles)
    return `A timeline has at most ${grouped(LIMITS.articles)} articles.`;
  const id = freeArticleId(document, read.value.title);
  batch(() => {
    edit(addArticle(document, { ...read.value, id, hidden: [] }));
    draft.set(NOTHING_TYPED);
    opened.set(null);
    arrived.set(null);
    closeDialog();
    showArticle(id);
    if (panel.peek().folded) layOutPanel({ folded: false });
  });
  return null;
}

/** Keeps a field of an article as it was typed. @returns why not, or `null`. */
export function keepArticleField(id: string, field: ArticleField, typed: string): string | null {
  const document = currentView.peek()?.opened.document;
  const at = document?.articles.findIndex((article) => article.id === id) ?? -1;
  const article = document?.articles[at];
  if (document === undefined || article === undefined) return null;
  const read = readArticleField(field, field === 'text' ? withOwnLineEnds(article.text, typed) : typed);
  if (!read.ok) return read.failure.message;
  const made = changeArticle(document, at, { [field]: read.value });
  if (made === null) return null;
  batch(() => {
    edit(made.edit);
    if (field === 'text') lost.set(made.lost);
  });
  return null;
}

/**
 * Keeps when the report was published that begins at a place of an article; an empty date joins it to what is before.
 * @returns why not, or `null`.
 */
export function keepPassage(id: string, from: number, typed: string): string | null {
  const document = currentView.peek()?.opened.document;
  const at = document?.articles.findIndex((article) => article.id === id) ?? -1;
  const read = readArticleField('published', typed);
  if (!read.ok) return read.failure.message;
  const { passages = [] } = document?.articles[at] ?? {};
  if (passages.length >= LIMITS.entries && read.value !== undefined)
    return `An article has at most ${grouped(LIMITS.entries)} reports.`;
  if (document !== undefined) edit(changePassage(document, at, from, read.value ?? null));
  return null;
}

/** Deletes an article; its quotes stay as words of their events. */
export function deleteArticle(id: string): void {
  withView(({ opened: { document } }) => {
    const at = document.articles.findIndex((article) => article.id === id);
    const made = removeArticle(document, at);
    const title = document.articles[at]?.title ?? '';
    closeDialog();
    if (made === null || !edit(made.edit)) return;
    const where = made.lost.some(({ keptIn }) => keptIn === 'note') ? ' or in notes on them' : '';
    const kept = ` ${quotesInWords(made.lost.length)} now in the descriptions of their events${where}.`;
    succeeded(
      `Deleted the article ${excerpt(title, 40)}.${made.lost.length === 0 ? '' : kept}`,
      undoButton(),
    );
  });
}

/** “1 quote is”, “3 quotes are”. */
export function quotesInWords(count: number): string {
  return count === 1 ? '1 quote is' : `${grouped(count)} quotes are`;
}

/** Adds an event from words of an article: they are its evidence, and a date in them is its date. */
export async function addEventFrom(article: PlacedArticle, range: TextRange): Promise<void> {
  const { dateIn } = await import('./date-in-words.ts');
  // The document may have changed meanwhile.
  const now = currentView.peek()?.opened.document.articles.find(({ id }) => id === article.id);
  if (now?.text !== article.text) return;
  const { quote } = evidenceOf(article, range);
  addEvent({
    title: titleFrom(quote),
    evidence: [evidenceOf(article, range)],
    date: undefined,
    ...dateIn(article, range),
  });
}

/** Adds words of an article to the evidence of the event in a row. */
export function addEvidence(row: number, article: PlacedArticle, range: TextRange): void {
  withView(({ opened: { document } }) => {
    const event = document.events.at(row);
    if (event === undefined) return;
    const added = evidenceOf(article, range);
    const isThere = event.evidence.some(
      (one) => one.article === added.article && one.start === added.start && one.end === added.end,
    );
    if (isThere) {
      remark({ message: `These words are evidence of ${excerpt(event.title, 40)} already.`, details: [] });
      return;
    }
    if (event.evidence.length >= LIMITS.entries) {
      const most = grouped(LIMITS.entries);
      remark({ message: `An event has at most ${most} pieces of evidence.`, details: [] });
      return;
    }
    changeEvent(row, { evidence: [...event.evidence, added] }, 'evidence');
    announce(`Added as evidence to ${excerpt(event.title, 40)}: ${excerpt(added.quote)}`);
  });
}

function evidenceOf({ id, text }: PlacedArticle, { start, end }: TextRange): Evidence {
  return { article: id, quote: text.slice(start, end), start, end };
}
