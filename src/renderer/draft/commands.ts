// Drafts events of an article, and opens their review: proposals are events only once accepted.
import { batch } from '@preact/signals';
import { fail, remark } from '../parts/notices.ts';
import { layOutPanel, panel } from '../view/panel.ts';
import { selectEvent, showArticle, shownArticle } from '../view/selection.ts';
import { currentView } from '../view/view.ts';
import { proposalsOf } from './proposals.ts';
import { isAsDrafted, review } from './state.ts';

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
  const { text, hidden, passages = [], published = null } = article;
  const reports = passages.map(({ at, published: day }) => ({ from: at, published: day }));
  const [proposals, deciding] = await Promise.all([
    proposalsOf(text, { published, hidden, passages: reports, narrative: false }),
    import('./deciding.ts'),
  ]);
  if (proposals === null || currentView.peek() !== view) return;
  const drafted = { article, proposals };
  const now = view.opened.document.articles.find((one) => one.id === id);
  if (now === undefined || !isAsDrafted(now, drafted)) {
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
}
