// The article as its reader knows it, with each event's sentence underlined in the colour of its lane.
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { selectedEvent, type View } from '../store.ts';
import { articleParagraphs, type Stretch } from './article-text.ts';

/** All articles of the document, one below the other. */
export function ArticlePanel({ view }: { readonly view: View }) {
  const { document } = view.opened;
  const articles = useMemo(
    () =>
      document.articles.map((article) => {
        const paragraphs = articleParagraphs(article, document.events);
        // Most articles begin with their title; it is shown once.
        const repeatsTitle = paragraphs[0]?.map(({ text }) => text).join('') === article.title;
        return { article, paragraphs: repeatsTitle ? paragraphs.slice(1) : paragraphs };
      }),
    [document],
  );
  const section = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // “nearest” leaves the text alone where the sentence is in view already.
    section.current?.querySelector('.quote.selected')?.scrollIntoView({ block: 'nearest' });
  }, [selectedEvent.value]);
  const lanes = useMemo(() => new Map(document.lanes.map(({ id }, position) => [id, position])), [document]);
  const className = ({ events }: Stretch) => {
    const quoting = events.find((position) => position === selectedEvent.value) ?? events[0];
    const event = quoting === undefined ? undefined : document.events[quoting];
    if (event === undefined) return undefined;
    const selected = quoting === selectedEvent.value ? ' selected' : '';
    return `quote lane-${(lanes.get(event.lane) ?? 0) % 8}${selected}`;
  };
  return (
    <section ref={section} class="articles" aria-label="Article" data-scrolls tabIndex={0}>
      {articles.map(({ article, paragraphs }) => (
        <article key={article.id}>
          <h2 dir="auto">{article.title}</h2>
          <p class="credit" dir="auto">
            {article.publisher}
          </p>
          {paragraphs.map((paragraph) => (
            <p key={paragraph[0]?.start} dir="auto">
              {paragraph.map((stretch) => (
                <span key={stretch.start} class={className(stretch)}>
                  {stretch.text}
                </span>
              ))}
            </p>
          ))}
        </article>
      ))}
    </section>
  );
}
