// The search field of the toolbar: the query, the number of matches, and the way from one to the next.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ChevronDown, ChevronUp, Search as SearchIcon, X } from 'lucide-preact';
import { withKeys } from '../../shared/shortcuts.ts';
import { closeFind, find, findOnwards, openFind, search, passageNumber, shareRead } from './commands.ts';
import { standingAt } from '../view/selection.ts';
import { countInWords, countOf, placeOf, shareInWords } from './matches.ts';
import { Keys } from '../parts/keys.tsx';
import { isMac } from '../parts/platform.ts';

/** A field if there is room; otherwise a button until it is used, and then a field in the place of the title. */
export function FindField() {
  const field = useRef<HTMLInputElement>(null);
  const before = useRef<HTMLElement | null>(null);
  const { query = '', found = null, focus = 0 } = search.value ?? {};
  const isOpen = search.value !== null;
  // The old count stays until the new query has been searched for.
  const isBehind = query.trim() !== '' && found?.query !== query;

  useLayoutEffect(() => {
    if (focus === 0) return;
    field.current?.focus();
    field.current?.select();
  }, [focus]);

  const place =
    found === null ? null : placeOf(found, { event: standingAt.value, passage: passageNumber.value });
  const giveFocusBack = () => {
    closeFind();
    const target = before.current;
    target?.focus({ preventScroll: true });
    if (target !== null && document.activeElement === target) return;
    document.querySelector<HTMLElement>('.timeline')?.focus({ preventScroll: true });
    // If the field collapses into a button, that exists only after the next drawing.
    requestAnimationFrame(() => {
      target?.focus({ preventScroll: true });
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') giveFocusBack();
    else if (event.key === 'Enter' && event.target === field.current)
      void findOnwards(event.shiftKey ? 'previous' : 'next');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search class={isOpen ? 'find find-open' : 'find'} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="button find-button"
        title={withKeys('Find', 'find', isMac)}
        aria-label="Find"
        onClick={openFind}
      >
        <SearchIcon size={17} aria-hidden="true" />
      </button>
      <div
        class="find-field"
        onFocusIn={({ relatedTarget, currentTarget }) => {
          if (!(relatedTarget instanceof HTMLElement) || currentTarget.contains(relatedTarget)) return;
          before.current = relatedTarget;
        }}
        onFocusOut={({ relatedTarget, currentTarget }) => {
          const isWithin = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
          if (!isWithin && document.hasFocus() && search.value?.query === '') closeFind();
        }}
      >
        <SearchIcon size={16} aria-hidden="true" />
        <input
          ref={field}
          type="search"
          class="find-input"
          dir="auto"
          aria-label="Find in events and articles"
          aria-describedby="find-count"
          placeholder="Find events"
          autocomplete="off"
          spellcheck={false}
          value={query}
          onFocus={() => {
            if (search.value === null) openFind();
          }}
          onInput={({ currentTarget }) => {
            find(currentTarget.value);
          }}
        />
        <span id="find-count" class="find-count" aria-busy={isBehind}>
          {shareRead.value !== null
            ? shareInWords(shareRead.value)
            : found === null
              ? ''
              : countInWords(found, place)}
        </span>
        {!isOpen && (
          <span class="find-keys" aria-hidden="true">
            <Keys command="find" />
          </span>
        )}
        {found !== null && countOf(found) > 0 && (
          <>
            <button
              type="button"
              class="icon-button"
              title={withKeys('Previous match', 'find-previous', isMac)}
              aria-label="Previous match"
              onClick={() => void findOnwards('previous')}
            >
              <ChevronUp size={16} aria-hidden="true" />
            </button>
            <button
              type="button"
              class="icon-button"
              title={withKeys('Next match', 'find-next', isMac)}
              aria-label="Next match"
              onClick={() => void findOnwards('next')}
            >
              <ChevronDown size={16} aria-hidden="true" />
            </button>
          </>
        )}
        {isOpen && (
          <button
            type="button"
            class="icon-button"
            title="Clear search (Esc)"
            aria-label="Clear search"
            onClick={giveFocusBack}
          >
            <X size={16} aria-hidden="true" />
          </button>
        )}
      </div>
    </search>
  );
}
