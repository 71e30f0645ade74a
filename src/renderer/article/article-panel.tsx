// The articles of the document, one at a time: tabs if there are several, and the text of the current one.
import { isolate } from '../../shared/isolate.ts';
import { useMemo } from 'preact/hooks';
import { allEvents, type PlacedArticle } from '../../shared/document/document.ts';
import { foundPassage } from '../find/commands.ts';
import { showArticle, shownArticle } from '../view/selection.ts';
import type { View } from '../view/view.ts';
import { quotesByArticle } from './article-text.ts';
import { ArticleView } from './article-view.tsx';

/** More articles than these are chosen from a list, because tabs would hide one another. */
const MOST_TABS = 12;

/** The current article, and the way to the others. */
export function ArticlePanel({
  view,
  selected,
}: {
  readonly view: View;
  /** Positions of the selected events. */
  readonly selected: readonly number[];
}) {
  const { document } = view.opened;
  const { articles } = document;
  const quotes = useMemo(() => quotesByArticle(allEvents(document)), [document]);
  const shown = articles.find(({ id }) => id === shownArticle.value) ?? articles[0];
  if (shown === undefined) return null;
  const isTabbed = articles.length > 1 && articles.length <= MOST_TABS;
  return (
    <>
      {isTabbed && <Tabs articles={articles} shown={shown} />}
      {articles.length > MOST_TABS && <Chooser articles={articles} shown={shown} />}
      <ArticleView
        key={shown.id}
        document={document}
        article={shown}
        quotes={quotes.get(shown.id) ?? []}
        passage={foundPassage.value?.article === shown.id ? foundPassage.value : null}
        selected={selected}
        tab={isTabbed ? tabId(articles.indexOf(shown)) : undefined}
      />
    </>
  );
}

interface Choice {
  readonly articles: readonly PlacedArticle[];
  readonly shown: PlacedArticle;
}

/** One tab for each article; only the current one is a Tab stop, and arrow keys lead to the others. */
function Tabs({ articles, shown }: Choice) {
  const at = articles.indexOf(shown);
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => {
    const last = articles.length - 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: at === 0 ? last : at - 1,
      ArrowRight: at === last ? 0 : at + 1,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    const article = target === undefined ? undefined : articles[target];
    if (target === undefined || article === undefined || event.ctrlKey || event.metaKey || event.altKey)
      return;
    event.preventDefault();
    event.stopPropagation();
    showArticle(article.id);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[target]?.focus();
  };
  return (
    <div class="article-tabs" role="tablist" aria-label="Articles" onKeyDown={onKeyDown}>
      {articles.map((article, position) => (
        <button
          key={article.id}
          id={tabId(position)}
          type="button"
          role="tab"
          class="article-tab"
          dir="auto"
          title={`${isolate(article.title)}, ${isolate(article.publisher)}`}
          aria-selected={article === shown}
          aria-controls="article"
          tabIndex={article === shown ? 0 : -1}
          onClick={() => {
            showArticle(article.id);
          }}
        >
          {article.title}
        </button>
      ))}
    </div>
  );
}

function Chooser({ articles, shown }: Choice) {
  return (
    <label class="article-chooser">
      Article
      <select
        value={shown.id}
        onChange={(event) => {
          showArticle(event.currentTarget.value);
        }}
      >
        {articles.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function tabId(position: number): string {
  return `article-tab-${position}`;
}
