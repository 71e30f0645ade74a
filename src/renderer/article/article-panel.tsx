// The articles of the document, one at a time: tabs if there are several, and the text of the current one.
import { isolate } from '../../shared/isolate.ts';
import { useEffect, useState } from 'preact/hooks';
import type { PlacedArticle } from '../../shared/document/document.ts';
import type { EventTable } from '../../shared/document/table.ts';
import { proposedPassage } from '../draft/state.ts';
import { foundPassage } from '../find/commands.ts';
import { showArticle, shownArticle } from '../view/selection.ts';
import type { View } from '../view/view.ts';
import { createIdleWork } from '../parts/idle-work.ts';
import { ArticleView } from './article-view.tsx';
import { quoteIndexOf, type QuoteIndex } from './quotes.ts';

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
  const quotes = useQuotes(document.events);
  const current = articles.find(({ id }) => id === shownArticle.value) ?? articles[0];
  if (current === undefined) return null;
  const passage = proposedPassage.value ?? foundPassage.value;
  const isTabbed = articles.length > 1 && articles.length <= MOST_TABS;
  return (
    <>
      {isTabbed && <Tabs articles={articles} current={current} />}
      {articles.length > MOST_TABS && <Chooser articles={articles} current={current} />}
      <ArticleView
        key={current.id}
        document={document}
        article={current}
        quotes={quotes.of(current.id)}
        passage={passage?.article === current.id ? passage : null}
        selected={selected}
        tab={isTabbed ? tabId(articles.indexOf(current)) : undefined}
      />
    </>
  );
}

/** More events than these are read after the text is shown, while the window is idle. */
const MOST_AT_ONCE = 5_000;

/** The quotes of all events. Where there are many, the text shows at first without them. */
function useQuotes(events: EventTable): QuoteIndex {
  const index = quoteIndexOf(events);
  const [, setWhole] = useState<QuoteIndex | null>(null);
  if (events.rowCount <= MOST_AT_ONCE) Array.from(index.read());
  useEffect(() => {
    if (index.isWhole()) return;
    const { begin, end } = createIdleWork();
    begin(
      (function* () {
        yield* index.read();
        setWhole(index);
      })(),
    );
    return end;
  }, [index]);
  return index;
}

interface Choice {
  readonly articles: readonly PlacedArticle[];
  readonly current: PlacedArticle;
}

/** One tab for each article; only the current one is a Tab stop, and arrow keys lead to the others. */
function Tabs({ articles, current }: Choice) {
  const at = articles.indexOf(current);
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
          aria-selected={article === current}
          aria-controls="article"
          tabIndex={article === current ? 0 : -1}
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

function Chooser({ articles, current }: Choice) {
  return (
    <label class="article-chooser">
      Article
      <select
        value={current.id}
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
