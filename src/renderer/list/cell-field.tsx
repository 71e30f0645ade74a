// The field of a cell of the list: typed in over the cell, kept by Enter and Tab, with what it can be or what is wrong below.
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { dateInWords } from '../../shared/dates/words.ts';
import type { EventDate } from '../../shared/dates/event-date.ts';
import { reading } from '../event/date-field.tsx';
import { DateSwatch } from '../timeline/date-swatch.tsx';
import { longestOf } from './cells.ts';
import type { Column } from './sorting.ts';
import './cell-field.css';

/** Where the cursor goes once a cell is kept. */
export type After = 'down' | 'up' | 'next' | 'previous' | 'stay';

interface CellFieldProps {
  readonly column: Column;
  /** What screen readers call it. */
  readonly label: string;
  /** What stood in the cell. */
  readonly value: string;
  /** What was typed to open it; `null` if it opens with its value. */
  readonly typed: string | null;
  /** What the cell can only be, or is likely to be. */
  readonly choices: readonly string[];
  /** Keeps a text; returns why it cannot, as a sentence, or `null`. */
  readonly keep: (text: string, after: After) => string | null;
  /** Leaves the cell as it was. */
  readonly cancel: () => void;
}

/** It has the focus from the start. What cannot be kept stays in it. */
export function CellField({ column, label, value, typed, choices, keep, cancel }: CellFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const hint = useRef<HTMLDivElement>(null);
  const id = useId();
  const [text, setText] = useState(typed ?? value);
  const [problem, setProblem] = useState<string | null>(null);
  // The choice that the arrow keys have reached; the text is what counts until then.
  const [at, setAt] = useState<number | null>(null);
  const isLeft = useRef(false);
  const latest = useRef({ text, keep });
  latest.current = { text, keep };

  const isTyped = text !== value;
  const wanted = text.trim().toLowerCase();
  const offered = isTyped ? choices.filter((choice) => choice.toLowerCase().includes(wanted)) : choices;
  const picked = at === null ? undefined : offered[at];
  const read = column === 'date' && wanted !== '' ? reading(text) : null;
  const understood = read?.date?.ok === true ? read.date.value : null;
  const hasHint = problem !== null || offered.length > 0 || column === 'date';

  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
    if (typed === null) input.current?.select();
    return () => {
      // The list was left with the field open, for the timeline or another document: what can be kept is.
      if (!isLeft.current) latest.current.keep(latest.current.text, 'stay');
    };
  }, []);
  useEffect(() => {
    if (hasHint) hint.current?.showPopover();
    else hint.current?.hidePopover();
  }, [hasHint]);

  const leave = (kept: string, after: After): void => {
    isLeft.current = true;
    const why = keep(kept, after);
    if (why === null) return;
    isLeft.current = false;
    setProblem(why);
  };
  const pick = (choice: string): void => {
    setText(choice);
    leave(choice, 'stay');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      const key = event.key.toLowerCase();
      // A command of the window, such as Save, finds what was typed kept; undo does where nothing was typed.
      const isOfText = TEXT_KEYS.has(key) && (isTyped || !UNDO_KEYS.has(key));
      if (key.length === 1 && !isOfText) leave(picked ?? text, 'stay');
      if (key === 'd') event.preventDefault();
      return;
    }
    const after = AFTER[`${event.shiftKey ? 'Shift+' : ''}${event.key}`];
    if (after !== undefined) {
      leave(picked ?? text, after);
    } else if (event.key === 'Escape') {
      isLeft.current = true;
      cancel();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && offered.length > 0) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const start = at ?? (step === 1 ? -1 : 0);
      setAt((start + step + offered.length) % offered.length);
    } else if (event.key !== 'F2') return;
    event.preventDefault();
  };

  return (
    <div
      class="cell-field"
      onClick={(event) => {
        event.stopPropagation();
      }}
      onDblClick={(event) => {
        event.stopPropagation();
      }}
    >
      <input
        ref={input}
        type="text"
        dir="auto"
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={hasHint ? `${id}-hint` : undefined}
        {...(choices.length > 0 && {
          role: 'combobox',
          'aria-autocomplete': 'list' as const,
          'aria-expanded': offered.length > 0,
          'aria-controls': `${id}-choices`,
          'aria-activedescendant': picked === undefined ? undefined : `${id}-${at ?? 0}`,
        })}
        value={picked ?? text}
        maxLength={longestOf(column)}
        autocomplete="off"
        spellcheck={column === 'title'}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          setAt(null);
          setProblem(null);
        }}
        onKeyDown={onKeyDown}
        onBlur={({ currentTarget }) => {
          // Another window came to the front: the cell is still being typed in.
          if (isLeft.current || document.activeElement === currentTarget) return;
          leave(picked ?? text, 'stay');
        }}
      />
      <div ref={hint} popover="manual" id={`${id}-hint`} class="cell-hint">
        {problem !== null && (
          <p class="cell-problem" role="alert">
            {problem}
          </p>
        )}
        {column === 'date' && problem === null && (
          <DateHint isEmpty={read === null} understood={understood} other={read?.other} />
        )}
        {choices.length > 0 && (
          <ul id={`${id}-choices`} role="listbox" aria-label={label} hidden={offered.length === 0}>
            {offered.map((choice, place) => (
              <li
                key={choice}
                id={`${id}-${place}`}
                role="option"
                dir="auto"
                aria-selected={place === at}
                onPointerDown={(event) => {
                  event.preventDefault();
                  pick(choice);
                }}
              >
                {choice}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** With Ctrl or Cmd these edit the text. */
const TEXT_KEYS: ReadonlySet<string> = new Set(['a', 'c', 'v', 'x', 'z', 'y']);

/** With Ctrl or Cmd these undo and redo. */
const UNDO_KEYS: ReadonlySet<string> = new Set(['z', 'y']);

const AFTER: Readonly<Record<string, After>> = {
  Enter: 'down',
  'Shift+Enter': 'up',
  Tab: 'next',
  'Shift+Tab': 'previous',
};

/** What is understood of a date while it is typed. */
function DateHint({
  isEmpty,
  understood,
  other,
}: {
  isEmpty: boolean;
  understood: EventDate | null;
  other: EventDate | undefined;
}) {
  if (understood === null)
    return <p class="dim">{isEmpty ? '15 Aug 2021, about 1850, before 1985 …' : 'Not a date yet'}</p>;
  return (
    <p class="cell-date" aria-live="polite">
      <DateSwatch when={understood} />
      <span>
        {dateInWords(understood)}
        {other !== undefined && <span class="dim">, not {dateInWords(other)}</span>}
      </span>
    </p>
  );
}
