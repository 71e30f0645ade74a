// One article, with the quotes of events underlined in the colours of their lanes, and with the notes.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { dateInWords } from '../../shared/dates/words.ts';
import type { Note, PlacedArticle, PlacedDocument } from '../../shared/document/document.ts';
import type { TextRange } from '../../shared/document/event.ts';
import { laneOf, laneTitleOf } from '../../shared/document/lane-of.ts';
import { compareWith, goToEvent } from '../view/going.ts';
import type { Passage } from '../find/finder.ts';
import { eventLabel } from '../../shared/document/event-label.ts';
import { articleText, chunksOf, quotedAt, type Chunk, type Paragraph, type Stretch } from './article-text.ts';
import { withReference } from './copied-text.ts';
import type { Quote } from './quotes.ts';
import { announce } from '../parts/announcements.ts';
import { FilePlus, Pencil } from 'lucide-preact';
import { excerpt } from '../../shared/excerpt.ts';
import { openNewArticle, openShownArticle } from './commands.ts';
import { AddNote, NoteWords } from './note-view.tsx';
import { selectedWords, selectWords } from './selected-words.ts';
import { SelectionBar } from './selection-bar.tsx';
import { sentenceBefore, sentenceFrom } from './sentences.ts';
import { notesInArticle, type PlacedNote } from '../../shared/document/notes.ts';
import { grouped } from '../../shared/in-words.ts';
import { copiedParagraphs, keepInPlace, reveal, wordsIn } from './reading.ts';
import { SourceLink } from '../parts/source-link.tsx';
import { laneClass } from '../parts/lane-class.ts';

/** Characters drawn together: a few screens of text. */
const CHUNK = 12_000;
/** How many chunks to fill at once, and how many more whenever the window is idle. */
const FIRST_CHUNKS = 2;
const MORE_CHUNKS = 6;
/** Approximate height for each character of text that is not laid out yet, CSS pixels. */
const HEIGHT = 0.5;

/** What an article is shown with. */
export interface ArticleViewProps {
  readonly document: PlacedDocument;
  readonly article: PlacedArticle;
  readonly quotes: readonly Quote[];
  /** The search match that the reader has gone to here, or `null`; it is scrolled into view. */
  readonly passage: Passage | null;
  /** Positions of the selected events; the quotes of the last one stay in view. */
  readonly selected: readonly number[];
  /** The id of its tab, if there are tabs. */
  readonly tab: string | undefined;
}

/** Scrolls on its own, and is a Tab stop, like each quote in it. */
export function ArticleView({ document, article, quotes, passage, selected, tab }: ArticleViewProps) {
  const section = useRef<HTMLElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layOut(document.notes, article, quotes), [document.notes, article, quotes]);
  const { heading, chunks, notes, notesAtEnd } = layout;
  const labels = useMemo(() => labelsOf(document), [document]);

  const last = selected.at(-1);
  /** What an event quotes of this article. */
  const rangesOf = (event: number): readonly TextRange[] =>
    document.events.at(event)?.evidence.filter((quote) => quote.article === article.id) ?? [];
  const [filled, setFilled] = useState(FIRST_CHUNKS);
  useEffect(() => {
    if (filled >= chunks.length) return;
    const request = requestIdleCallback(() => {
      setFilled(filled + MORE_CHUNKS);
    });
    return () => {
      cancelIdleCallback(request);
    };
  }, [filled, chunks]);

  const selection = selected.join(' ');
  const place = useRef<number | null>(null);
  useLayoutEffect(() => {
    const element = section.current;
    if (element === null) return;
    place.current = keepInPlace(element, place.current);
    if (last !== undefined) reveal(element, stretchesOf(element, rangesOf(last)));
  }, [selection, quotes]);
  useLayoutEffect(() => {
    const element = section.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      place.current = element.getBoundingClientRect().top;
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  const eventsAt = (target: EventTarget | null): readonly number[] | null => {
    const offset = quotedPlaceOf(target);
    return offset === null ? null : quotedAt(quotes, offset);
  };
  const onClick = ({ detail, target }: MouseEvent) => {
    const events = eventsAt(target);
    // A reader who selects text or double-clicks a word means the words.
    if (events === null || detail > 1 || getSelection()?.isCollapsed === false) return;
    stopAt(target)?.focus({ preventScroll: true });
    goToEvent(following(events, last));
  };
  const onPointerDown = ({ target }: PointerEvent) => {
    // Chromium selects nothing by a drag that gives the focus to another element than the one in which it finds the first
    // letter: at the left edge of a quote, that is what stands before it. A click gives the focus later.
    const stop = stopAt(target);
    if (stop === null) return;
    stop.removeAttribute('tabindex');
    const letGo = () => {
      stop.setAttribute('tabindex', '0');
      for (const end of LETTING_GO) removeEventListener(end, letGo);
    };
    for (const end of LETTING_GO) addEventListener(end, letGo);
  };
  const onKeyDown = (press: KeyboardEvent & { readonly currentTarget: HTMLElement }) => {
    if ((press.ctrlKey || press.metaKey) && !press.shiftKey && press.key.toLowerCase() === 'a') {
      // All of the article, not of the window.
      press.preventDefault();
      getSelection()?.selectAllChildren(press.currentTarget);
      return;
    }
    if (selectByKeys(press)) {
      press.preventDefault();
      press.stopPropagation();
      return;
    }
    const events = eventsAt(press.target);
    if (events === null || (press.key !== 'Enter' && press.key !== ' ')) return;
    if (press.ctrlKey || press.metaKey || press.altKey) return;
    press.preventDefault();
    press.stopPropagation();
    (press.shiftKey ? compareWith : goToEvent)(following(events, last));
  };
  const onFocus = ({ target }: FocusEvent) => {
    const element = section.current;
    const [event] = eventsAt(target) ?? [];
    if (element === null || event === undefined) return;
    // A mouse click already shows the place.
    if (!(target instanceof Element) || !target.matches(':focus-visible')) return;
    for (const stretch of stretchesOf(element, rangesOf(event)))
      stretch.toggleAttribute('data-focused', true);
  };
  const onBlur = () => {
    for (const stretch of section.current?.querySelectorAll('[data-focused]') ?? [])
      stretch.removeAttribute('data-focused');
  };
  const onCopy = (event: ClipboardEvent) => {
    const element = section.current;
    const paragraphs = element === null ? [] : copiedParagraphs(element, getSelection());
    if (paragraphs.length === 0 || event.clipboardData === null) return;
    event.preventDefault();
    const { plain, html } = withReference(paragraphs, article);
    event.clipboardData.setData('text/plain', plain);
    event.clipboardData.setData('text/html', html);
  };
  /** Fills in the whole article, then scrolls to a part of it, and again as the layout settles. */
  const show = (find: (element: HTMLElement) => readonly Pick<Element, 'getBoundingClientRect'>[]) => {
    setFilled(chunks.length);
    const pass = (passes: number) => {
      const element = section.current;
      if (element === null) return;
      reveal(element, find(element));
      // The text around it only has its true height once it is near the view.
      if (passes > 1)
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            pass(passes - 1);
          }),
        );
    };
    requestAnimationFrame(() => {
      pass(3);
    });
  };
  const goToNote = (number: number) => {
    show((element) => {
      const note = element.querySelector<HTMLElement>(`#${noteId(number)}`);
      note?.focus({ preventScroll: true });
      return note === null ? [] : [note];
    });
  };
  useLayoutEffect(() => {
    if (passage === null) return;
    show((element) =>
      wordsIn(element, passage.ranges).map((words) => {
        const range = element.ownerDocument.createRange();
        range.setStart(words.startContainer, words.startOffset);
        range.setEnd(words.endContainer, words.endOffset);
        return range;
      }),
    );
  }, [passage]);

  /** Where the next sentence is looked for after something was made of the one before. */
  const goesOnAt = useRef<number | null>(null);

  /** Selects sentences, extends what is selected, and leads to the bar; whether the key was one of these. */
  const selectByKeys = ({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => {
    const [element, marked] = [section.current, getSelection()];
    if (element === null || marked === null || ctrlKey || metaKey || altKey) return false;
    const words = selectedWords(element, marked, article.text);
    if (shiftKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
      const sentence =
        words === null
          ? sentenceFrom(article, goesOnAt.current ?? firstInView(element))
          : key === 'ArrowDown'
            ? sentenceFrom(article, words.end)
            : sentenceBefore(article, words.start);
      goesOnAt.current = null;
      if (sentence === null) return true;
      if (!selectWords(element, sentence)) return true;
      reveal(element, [marked.getRangeAt(0)]);
      announce(
        `Selected ${excerpt(article.text.slice(sentence.start, sentence.end), 200)} Tab for what to do.`,
      );
      return true;
    }
    if (words === null) return false;
    if (shiftKey && (key === 'ArrowRight' || key === 'ArrowLeft')) {
      marked.modify('extend', key === 'ArrowRight' ? 'forward' : 'backward', 'word');
      const now = selectedWords(element, marked, article.text);
      if (now !== null) announce(`Selected ${excerpt(article.text.slice(now.start, now.end), 200)}`);
      return true;
    }
    if (key === 'Escape') marked.removeAllRanges();
    else if (key === 'Tab' && !shiftKey) bar.current?.querySelector('button')?.focus();
    else return false;
    return true;
  };

  const noteButton = (number: number) => (
    <button
      type="button"
      class="note-button"
      data-remark
      title={notes.within[number]?.text}
      aria-label={`Note ${number + 1}`}
      onClick={() => {
        goToNote(number);
      }}
    >
      {number + 1}
    </button>
  );
  // Few events, so searched for each stretch.
  const chosenQuotes = selected.map(rangesOf);
  const chosenAt = (offset: number): number | undefined =>
    selected[
      chosenQuotes.findLastIndex((ranges) => ranges.some(({ start, end }) => start <= offset && offset < end))
    ];
  const chosenIn = (chunk: Chunk): readonly number[] =>
    selected.filter((_, number) =>
      chosenQuotes[number]?.some(({ start, end }) => start < chunk.end && chunk.start < end),
    );
  const stretchesIn = (paragraph: Paragraph) =>
    paragraph.stretches.map((stretch, position) => (
      <>
        {/* Where a note begins with a paragraph, it stands before it and needs no sign. */}
        {position > 0 && stretch.places.map((number) => noteButton(number))}
        <StretchView stretch={stretch} document={document} chosen={chosenAt(stretch.start)} labels={labels} />
      </>
    ));
  // Rendered once: there may be thousands of notes.
  const remarks = useMemo(
    () => (
      <div data-remark>
        {/* No stops of Tab: the Edit menu has the same. */}
        <div class="article-tools">
          <button
            type="button"
            class="icon-button"
            tabIndex={-1}
            aria-label="Edit article"
            title="Edit article"
            onClick={openShownArticle}
          >
            <Pencil size={15} aria-hidden="true" />
          </button>
          <AddNote isStop={false} about={{ article: article.id, events: [] }} />
          <button
            type="button"
            class="icon-button"
            tabIndex={-1}
            aria-label="Add article"
            title="Add article"
            onClick={openNewArticle}
          >
            <FilePlus size={15} aria-hidden="true" />
          </button>
        </div>
        <Credit article={article} />
        {notes.above.map((note, position) => (
          <div key={position} class="note note-above" role="note">
            <NoteWords among={document.notes} note={note} />
          </div>
        ))}
        {notes.within.length > 0 && (
          <p class="note-pointers">
            {notes.within.length === 1 ? 'Note in the text: ' : 'Notes in the text: '}
            {notes.within.map((_, number) => noteButton(number))}
          </p>
        )}
      </div>
    ),
    [layout],
  );
  return (
    <section
      ref={section}
      id="article"
      class="articles"
      data-article={article.id}
      data-scrolls
      tabIndex={0}
      {...(tab === undefined ? { 'aria-label': 'Article' } : { role: 'tabpanel', 'aria-labelledby': tab })}
      onPointerDown={onPointerDown}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onFocusIn={onFocus}
      onFocusOut={onBlur}
      onCopy={onCopy}
    >
      <SelectionBar
        section={section}
        bar={bar}
        document={document}
        article={article}
        selected={selected}
        used={({ end }) => {
          goesOnAt.current = end;
        }}
      />
      <article class="article">
        <h2 dir="auto" data-start={heading?.start}>
          {heading === null ? article.title : stretchesIn(heading)}
        </h2>
        {remarks}
        <Notes
          numbers={heading?.stretches.flatMap(({ places }) => places) ?? []}
          notes={notes.within}
          all={document.notes}
        />
        {chunks.map((chunk, position) => (
          <ChunkView
            key={position}
            chunk={chunk}
            alone={chunks.length === 1}
            filled={position < filled || (last !== undefined && chosenIn(chunk).includes(last))}
            notes={notes.within}
            all={document.notes}
            isSought={passage !== null && reaches(chunk, passage.ranges[0]?.start ?? 0)}
            selected={chosenIn(chunk).join(' ')}
            stretchesIn={stretchesIn}
          />
        ))}
        <Notes numbers={notesAtEnd} notes={notes.within} all={document.notes} />
      </article>
    </section>
  );
}

/** The place in the text of the first paragraph that begins within the view. */
function firstInView(section: HTMLElement): number {
  const { top } = section.getBoundingClientRect();
  const first = [...section.querySelectorAll<HTMLElement>('[data-start]')].find(
    (block) => block.getBoundingClientRect().top >= top,
  );
  return Number(first?.dataset['start'] ?? 0);
}

/** Whether a place in the text is in a chunk. */
function reaches({ start, end }: Chunk, place: number): boolean {
  return start <= place && place < end;
}

/** The parts of an article that do not change while it is shown. */
function layOut(notesOfAll: PlacedDocument['notes'], article: PlacedArticle, quotes: readonly Quote[]) {
  const notes = notesInArticle(notesOfAll, article.id);
  const { paragraphs, placesAtEnd } = articleText(
    article,
    quotes,
    notes.within.map(({ at }) => at),
  );
  // Most articles begin with their title, which is shown only once.
  const [first] = paragraphs;
  const repeatsTitle = first?.stretches.map(({ text }) => text).join('') === article.title;
  const heading = first !== undefined && repeatsTitle ? first : null;
  const chunks = chunksOf(heading === null ? paragraphs : paragraphs.slice(1), CHUNK);
  return { notes, heading, chunks, notesAtEnd: placesAtEnd };
}

function Credit({ article: { publisher, publishedWhen, address } }: { readonly article: PlacedArticle }) {
  return (
    <p class="credit" dir="auto">
      <bdi>{publisher}</bdi>
      {publishedWhen !== undefined && `, published ${dateInWords(publishedWhen)}`}
      {address !== undefined && (
        <>
          {' · '}
          <SourceLink address={address}>{new URL(address).host}</SourceLink>
        </>
      )}
    </p>
  );
}

interface ChunkProps {
  readonly chunk: Chunk;
  /** Whether it is the whole article. */
  readonly alone: boolean;
  /** Whether its text is filled in; until then it only reserves its space. */
  readonly filled: boolean;
  readonly notes: readonly PlacedNote[];
  /** All notes of the document. */
  readonly all: readonly Note[];
  /** Whether it contains the passage that the reader has gone to. */
  readonly isSought: boolean;
  /** Which of its events are selected; it is redrawn only when this changes. */
  readonly selected: string;
  readonly stretchesIn: (paragraph: Paragraph) => ComponentChildren;
}

/** A few screens of text, laid out once they are near the view. */
function ChunkView({ chunk, alone, filled, notes, all, isSought, selected, stretchesIn }: ChunkProps) {
  const height = `${Math.round(chunk.length * HEIGHT)}px`;
  // A target of scrolling needs its true height at once.
  const isSeen = alone || isSought || selected !== '';
  const style = isSeen
    ? {}
    : filled
      ? { containIntrinsicBlockSize: `auto ${height}` }
      : { minHeight: height };
  return useMemo(
    () => (
      <div class={isSeen || !filled ? 'chunk' : 'chunk chunk-aside'} style={style}>
        {(filled ? chunk.paragraphs : []).map((paragraph) => {
          const [atStart = [], ...within] = paragraph.stretches.map(({ places }) => places);
          return (
            <>
              <Notes numbers={atStart} notes={notes} all={all} />
              <p
                key={paragraph.start}
                class={paragraph.continues ? 'continued' : undefined}
                dir="auto"
                data-start={paragraph.start}
              >
                {stretchesIn(paragraph)}
              </p>
              <Notes numbers={within.flat()} notes={notes} all={all} />
            </>
          );
        })}
      </div>
    ),
    [chunk, filled, isSought, selected],
  );
}

interface StretchProps {
  readonly stretch: Stretch;
  readonly document: PlacedDocument;
  /** Position of the selected event that it belongs to, if any. */
  readonly chosen: number | undefined;
  readonly labels: (position: number) => string;
}

/** Plain text, or a quote. The quote is a button at its beginning, and clickable text after that. */
function StretchView({ stretch, document, chosen, labels }: StretchProps) {
  const { text, start, events, count, begins } = stretch;
  const event = document.events.at(chosen ?? events[0] ?? -1);
  if (event === undefined) return <>{text}</>;
  const more = count - events.length;
  const names = [...events.map(labels), ...(more > 0 ? [`${grouped(more)} more`] : [])];
  return (
    <span
      class={[
        `quote ${laneClass(laneOf(document, event))}`,
        ...(count > 1 ? ['several'] : []),
        ...(chosen === undefined ? [] : ['selected']),
      ].join(' ')}
      data-quoted={start}
      title={names.join('; ')}
      {...(begins ? { role: 'button', tabIndex: 0, 'aria-pressed': chosen !== undefined } : {})}
    >
      {text}
    </span>
  );
}

/** The names of events, by their position; each is computed once. */
function labelsOf(document: PlacedDocument): (position: number) => string {
  const known = new Map<number, string>();
  return (position) => {
    const event = document.events.at(position);
    const label = known.get(position) ?? (event ? eventLabel(event, laneTitleOf(document, event)) : '');
    known.set(position, label);
    return label;
  };
}

/** Notes that begin at this place in the text, each below a line of its own. */
function Notes({
  numbers,
  notes,
  all,
}: {
  readonly numbers: readonly number[];
  readonly notes: readonly PlacedNote[];
  /** All notes of the document. */
  readonly all: readonly Note[];
}) {
  return (
    <>
      {numbers.map((number) => {
        const note = notes[number];
        return note === undefined ? null : (
          <div
            key={number}
            id={noteId(number)}
            class="note note-within"
            role="note"
            aria-label={`Note ${number + 1}`}
            tabIndex={-1}
            data-remark
          >
            <span class="note-number" aria-hidden="true">
              {number + 1}
            </span>
            <NoteWords among={all} note={note} />
          </div>
        );
      })}
    </>
  );
}

function noteId(number: number): string {
  return `note-${number + 1}`;
}

/** The quoted stretch that was pressed, if the keyboard stops at it. */
function stopAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-quoted][tabindex]') : null;
}

const LETTING_GO = ['pointerup', 'pointercancel'] as const;

/** The offset in the article's text of the quoted stretch that was pressed, or `null`. */
function quotedPlaceOf(target: EventTarget | null): number | null {
  const quote = target instanceof Element ? target.closest<HTMLElement>('[data-quoted]') : null;
  return quote === null ? null : Number(quote.dataset['quoted']);
}

/**
 * The event after the selected one if that is among them, or else the first, so that repeated presses go through all.
 */
function following(events: readonly number[], selected: number | undefined): number {
  const at = selected === undefined ? -1 : events.indexOf(selected);
  const event = events[(at + 1) % events.length];
  if (event === undefined) throw new Error('A quote belongs to no event.');
  return event;
}

/** The stretches within some ranges, in the text's order. */
function stretchesOf(section: HTMLElement, ranges: readonly TextRange[]): Element[] {
  return [...section.querySelectorAll<HTMLElement>('[data-quoted]')].filter(({ dataset }) => {
    const offset = Number(dataset['quoted']);
    return ranges.some(({ start, end }) => start <= offset && offset < end);
  });
}
