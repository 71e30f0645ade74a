// The bar over selected words of an article: makes an event, evidence or a note of them.
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { CalendarPlus, Quote as QuoteIcon, StickyNote } from 'lucide-preact';
import { excerpt } from '../../shared/excerpt.ts';
import type { PlacedArticle, PlacedDocument } from '../../shared/document/document.ts';
import type { TextRange } from '../../shared/document/event.ts';
import { addEventFrom, addEvidence } from './commands.ts';
import { openNewNote } from './notes.ts';
import { selectedWords } from './selected-words.ts';

interface SelectionBarProps {
  readonly section: RefObject<HTMLElement>;
  /** The bar, for the keys of the article. */
  readonly bar: RefObject<HTMLDivElement>;
  readonly document: PlacedDocument;
  readonly article: PlacedArticle;
  /** Rows of the selected events. */
  readonly selected: readonly number[];
  /** Something was made of these words. */
  readonly used: (words: TextRange) => void;
}

/** Room between the bar and the words, CSS pixels. */
const GAP = 6;

/** Empty unless words of the article are selected; a toolbar by https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/ */
export function SelectionBar({ section, bar, document: shown, article, selected, used }: SelectionBarProps) {
  const words = useSelectedWords(section, article);
  const [row] = selected.length === 1 ? selected : [];
  const event = row === undefined ? undefined : shown.events.at(row);

  useLayoutEffect(() => {
    const [element, holder] = [bar.current, section.current];
    if (element === null || holder === null || words === null) return;
    element.showPopover();
    const place = () => {
      const range = getSelection()?.rangeCount === 0 ? undefined : getSelection()?.getRangeAt(0);
      if (range === undefined) return;
      const [around, view, own] = [range, holder, element].map((one) => one.getBoundingClientRect());
      if (around === undefined || view === undefined || own === undefined) return;
      element.style.visibility = around.bottom < view.top || around.top > view.bottom ? 'hidden' : '';
      const above = around.top - own.height - GAP;
      const top = above >= view.top ? above : Math.min(around.bottom + GAP, view.bottom - own.height);
      element.style.top = `${Math.max(0, top)}px`;
      element.style.left = `${Math.max(view.left, Math.min(around.left, view.right - own.width))}px`;
    };
    place();
    holder.addEventListener('scroll', place);
    const observer = new ResizeObserver(place);
    observer.observe(holder);
    return () => {
      holder.removeEventListener('scroll', place);
      observer.disconnect();
    };
  }, [words?.start, words?.end, event?.title]);

  if (words === null) return null;
  const leave = () => {
    getSelection()?.removeAllRanges();
    section.current?.focus({ preventScroll: true });
  };
  const act = (action: () => void) => () => {
    leave();
    used(words);
    action();
  };
  const onKeyDown = (press: KeyboardEvent) => {
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === globalThis.document.activeElement);
    const to: Readonly<Record<string, number>> = {
      ArrowRight: (at + 1) % buttons.length,
      ArrowLeft: (at - 1 + buttons.length) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    };
    const next = to[press.key];
    if (next !== undefined) buttons[next]?.focus();
    else if (press.key === 'Escape') leave();
    else if (press.key === 'Tab' && press.shiftKey) section.current?.focus({ preventScroll: true });
    else {
      // The article would lead back here.
      if (press.key === 'Tab') press.stopPropagation();
      return;
    }
    press.preventDefault();
    press.stopPropagation();
  };
  return (
    <div
      ref={bar}
      popover="manual"
      class="selection-bar"
      data-remark
      role="toolbar"
      aria-label="Selected words"
      onKeyDown={onKeyDown}
      onMouseDown={(press) => {
        // The words stay selected.
        press.preventDefault();
      }}
    >
      <button type="button" class="button" onClick={act(() => void addEventFrom(article, words))}>
        <CalendarPlus size={15} aria-hidden="true" /> Add event
      </button>
      {event !== undefined && row !== undefined && (
        <button
          type="button"
          class="button"
          tabIndex={-1}
          onClick={act(() => {
            addEvidence(row, article, words);
          })}
        >
          <QuoteIcon size={15} aria-hidden="true" />{' '}
          <span>Add as evidence to {excerpt(event.title, 30)}</span>
        </button>
      )}
      <button
        type="button"
        class="button"
        tabIndex={-1}
        onClick={act(() => {
          openNewNote({ article: article.id, at: words.start, events: [] });
        })}
      >
        <StickyNote size={15} aria-hidden="true" /> Add note
      </button>
    </div>
  );
}

/** The selected words of the article, once the pointer that selects them is let go; `null` if there are none. */
function useSelectedWords(section: RefObject<HTMLElement>, article: PlacedArticle): TextRange | null {
  const [words, setWords] = useState<TextRange | null>(null);
  useEffect(() => {
    let isPressed = false;
    const read = () => {
      const element = section.current;
      const now = element === null || isPressed ? null : selectedWords(element, getSelection(), article.text);
      setWords((before) => (before?.start === now?.start && before?.end === now?.end ? before : now));
    };
    const onDown = ({ target }: Event) => {
      isPressed = target instanceof Node && section.current?.contains(target) === true;
    };
    const onUp = () => {
      isPressed = false;
      read();
    };
    addEventListener('pointerdown', onDown, { capture: true });
    addEventListener('pointerup', onUp);
    addEventListener('pointercancel', onUp);
    globalThis.document.addEventListener('selectionchange', read);
    return () => {
      removeEventListener('pointerdown', onDown, { capture: true });
      removeEventListener('pointerup', onUp);
      removeEventListener('pointercancel', onUp);
      globalThis.document.removeEventListener('selectionchange', read);
    };
  }, [article]);
  return words;
}
