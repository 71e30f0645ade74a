// The panel beside the timeline: the event's card above, the article below, each as large as the reader wants.
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Note } from '../../shared/document/document.ts';
import { layOutPanel, panel, rememberPanel } from '../view/panel.ts';
import { isSelecting, selectEvent, selection } from '../view/selection.ts';
import type { View } from '../view/view.ts';
import { ArticlePanel } from '../article/article-panel.tsx';
import { underReview } from '../draft/state.ts';
import { EventCard } from '../event/event-card.tsx';
import { lazy } from '../parts/lazy.tsx';
import { openNewArticle } from '../article/commands.ts';
import { NoteWords } from '../article/note-view.tsx';
import { openNewNote } from '../article/notes.ts';
import { Splitter } from '../parts/splitter.tsx';

const ProposalReview = lazy(
  async () => (await import('../draft/review.tsx')).ProposalReview,
  <div class="card" />,
);

/** The minimal widths of the panel and of the timeline beside it; app/app.css repeats them. CSS pixels. */
const NARROWEST = 240;
const LEFT_TO_TIMELINE = 320;
/** The minimal height of the card and of the article; event/event-card.css repeats it. CSS pixels. */
const LOWEST_CARD = 96;
const LOWEST_ARTICLE = 120;
/** The card's share unless the reader has chosen one. */
const CARD_SHARE = 0.52;

/** Card and article; empty while the panel is folded. */
export function Panel({ view }: { readonly view: View }) {
  const aside = useRef<HTMLElement>(null);
  const size = useSignal({ width: 0, height: 0, window: innerWidth });

  useLayoutEffect(() => {
    const element = aside.current;
    if (element === null) return;
    const measure = () => {
      size.value = { width: element.offsetWidth, height: element.clientHeight, window: innerWidth };
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      // If the focused element disappears with the panel, the focus falls to the page, where no key works.
      if (element.contains(document.activeElement)) {
        document
          .querySelector<HTMLElement>('.timeline, .list tbody [tabindex="0"]')
          ?.focus({ preventScroll: true });
      }
    };
  }, []);

  const { width, height, window } = size.value;
  const share = panel.value.card ?? CARD_SHARE;
  const highest = Math.max(LOWEST_CARD, height - LOWEST_ARTICLE);
  const selected = selection.value;
  const { articles, notes } = view.opened.document;
  const hasEvents = view.opened.document.events.count > 0;
  const hasArticle = articles.length > 0;
  return (
    <aside
      ref={aside}
      id="panel"
      class={`panel ${isSelecting.value ? 'panel-filled' : ''} ${hasArticle ? '' : 'panel-alone'}`}
      aria-label={hasArticle ? 'Event and article' : 'Event'}
      style={{ '--card-share': String(share) }}
    >
      <Splitter
        orientation="vertical"
        label="Panel width"
        controls="panel"
        side={-1}
        size={width}
        least={NARROWEST}
        most={Math.max(NARROWEST, width, window - LEFT_TO_TIMELINE)}
        onSize={(wanted) => {
          layOutPanel({ width: wanted });
        }}
        onDone={rememberPanel}
      />
      {!hasArticle && notes.length > 0 && <DocumentNotes notes={notes} />}
      {underReview.value !== null && selected.length === 0 ? (
        <ProposalReview view={view} drafted={underReview.value} />
      ) : (
        hasEvents && <EventCard view={view} selected={selected} />
      )}
      {underReview.value !== null && selected.length > 0 && (
        <p class="panel-add">
          <button
            type="button"
            class="link"
            onClick={() => {
              selectEvent(null);
            }}
          >
            Back to the review
          </button>
        </p>
      )}
      {hasEvents && hasArticle && isSelecting.value && (
        <Splitter
          orientation="horizontal"
          label="Card height"
          controls="card"
          side={1}
          size={Math.min(highest, Math.max(LOWEST_CARD, share * height))}
          least={LOWEST_CARD}
          most={highest}
          onSize={(wanted) => {
            layOutPanel({ card: wanted === null ? null : Math.min(0.95, wanted / height) });
          }}
          onDone={rememberPanel}
        />
      )}
      {hasArticle ? (
        <ArticlePanel view={view} selected={selected} />
      ) : (
        <p class="panel-add">
          <button type="button" class="link" onClick={openNewArticle}>
            Add an article…
          </button>{' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              openNewNote({ events: [] });
            }}
          >
            Add a note…
          </button>
        </p>
      )}
    </aside>
  );
}

/** The notes of a document without articles; otherwise they appear with the article. */
function DocumentNotes({ notes }: { readonly notes: readonly Note[] }) {
  return (
    <section class="panel-notes" aria-label={notes.length === 1 ? 'Note' : 'Notes'} tabIndex={0} data-scrolls>
      {notes.map((note, position) => (
        <div key={position} class="note" role="note">
          <NoteWords among={notes} note={note} />
        </div>
      ))}
    </section>
  );
}
