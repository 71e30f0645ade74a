// Drafts events of an article, and opens their review: proposals are events only once accepted.
import { batch } from '@preact/signals';
import type { PlacedArticle } from '../../shared/document/document.ts';
import type { Setting } from '../../shared/drafting/tag.ts';
import { fail, remark } from '../parts/notices.ts';
import { layOutPanel, panel } from '../view/panel.ts';
import { selectEvent, showArticle, shownArticle } from '../view/selection.ts';
import { currentView, viewState, type View } from '../view/view.ts';
import { proposalsOf, quietProposalsOf } from './proposals.ts';
import { draftedElsewhere, isAsDrafted, keepElsewhere, review, underReview, type Drafted } from './state.ts';

const history = viewState<ReadonlySet<string>>(new Set());

/** The ids of the articles of which the reader said that they tell history rather than news. */
export const tellingHistory = history.current;

/** Drafts an article again as history, in which months and days belong to the year that the text has come to, or as news. */
export function draftAsHistory(id: string, isHistory: boolean): void {
  const others = [...history.current.peek()].filter((other) => other !== id);
  history.set(new Set(isHistory ? [...others, id] : others));
  void draftArticle(id, null);
}

/** Drafts events of the article that is shown, and goes on with its review where the reader left it. */
export async function draftEvents(): Promise<void> {
  const { articles = [] } = currentView.peek()?.opened.document ?? {};
  const article = articles.find(({ id }) => id === shownArticle.peek()) ?? articles[0];
  if (article !== undefined) await draftArticle(article.id, null);
  else if (currentView.peek() !== null)
    fail({
      code: 'no-article',
      message: 'This timeline has no article to draft events from. Add an article first.',
      details: [],
    });
}

/**
 * Drafts events of an article, and opens their review.
 *
 * @param near where in the text the reader is; `null` goes to the first proposal that they have not seen.
 */
export async function draftArticle(id: string, near: number | null): Promise<void> {
  const view = currentView.peek();
  const article = view?.opened.document.articles.find((one) => one.id === id);
  if (view === null || article === undefined) return;
  const [proposals, deciding] = await Promise.all([
    proposalsOf(article.text, settingOf(article)),
    import('./deciding.ts'),
  ]);
  if (proposals === null || currentView.peek() !== view) return;
  const drafted = { article, proposals };
  if (!view.opened.document.articles.some((one) => isAsDrafted(one, drafted))) {
    remark({ message: 'The article was changed meanwhile. Draft its events again.', details: [] });
    return;
  }
  if (proposals.length === 0) {
    remark({ message: 'Dateline found no sentence that tells an event in this article.', details: [] });
    return;
  }
  batch(() => {
    selectEvent(null);
    showArticle(id);
    if (panel.peek().folded) layOutPanel({ folded: false });
    review(drafted);
    deciding.goToProposal(near === null ? deciding.firstUnseen() : deciding.nearestTo(near));
  });
  await draftElsewhere(view, drafted);
}

/** The most articles, and letters of them, that are drafted beside the one under review, to find what tells of the same. */
const MOST_ARTICLES = 20;
const MOST_LETTERS = 500_000;

/** Drafts the other articles of the document, one after the other, as long as the review goes on; none twice. */
async function draftElsewhere(view: View, drafted: Drafted): Promise<void> {
  const { articles } = view.opened.document;
  const others = articles.filter(({ id }) => id !== drafted.article.id).slice(0, MOST_ARTICLES);
  const before = draftedElsewhere.peek();
  let told = others.flatMap((article) => before.find((one) => isAsDrafted(article, one)) ?? []);
  keepElsewhere(told);
  let letters = 0;
  for (const [at, article] of others.entries()) {
    letters += article.text.length;
    if (letters > MOST_LETTERS) return;
    if (told[at]?.article.id === article.id) continue;
    const proposals = await quietProposalsOf(article.text, settingOf(article));
    if (currentView.peek() !== view || underReview.peek() !== drafted) return;
    told = told.toSpliced(at, 0, { article, proposals });
    keepElsewhere(told);
  }
}

/** What is known of an article before it is drafted. */
function settingOf({ id, hidden, passages = [], published }: PlacedArticle): Setting {
  const reports = passages.map(({ at, published: day }) => ({ from: at, published: day }));
  return {
    published: published ?? null,
    hidden,
    passages: reports,
    narrative: history.current.peek().has(id),
  };
}
