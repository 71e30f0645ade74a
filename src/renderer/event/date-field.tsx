// The field of a date: takes what people write, says what it understood, and changes the date by keys and buttons.
import { capitalised } from '../../shared/capitalised.ts';
import { CalendarDays, Minus, Plus } from 'lucide-preact';
import { useId, useRef, useState } from 'preact/hooks';
import { dayAsEdtf } from '../../shared/dates/as-edtf.ts';
import { movedBy, movingUnit, withDoubtSet, withOpenEnd, withRange } from '../../shared/dates/changing.ts';
import type { EventDate } from '../../shared/dates/event-date.ts';
import { readAgain } from '../../shared/dates/parse.ts';
import { dateInShort, dateInWords } from '../../shared/dates/words.ts';
import { readWrittenDate, saysNoDate, USUAL } from '../../shared/dates/written.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { success, type Result } from '../../shared/result.ts';
import { useDraft } from '../parts/draft.ts';
import { DateSwatch } from '../timeline/date-swatch.tsx';
import { loadReader, readCounted, type ReferenceDay } from './counted-date.ts';

/** A date that is typed, stepped and doubted; `keep` gets it in EDTF, or `undefined` for no date. */
export function DateField({
  when,
  reference,
  keep,
}: {
  readonly when: EventDate | undefined;
  /** What “last Friday” counts from. */
  readonly reference: ReferenceDay;
  readonly keep: (edtf: string | undefined) => void;
}) {
  /** What there was to say of what was typed last, as long as that stands. */
  const [said, setSaid] = useState<(Reading & { readonly edtf: string }) | null>(null);
  const calendar = useRef<HTMLInputElement>(null);
  const id = useId();
  const edtf = when?.edtf;
  const [draft, setDraft] = useDraft<string | null>(edtf, null);

  const typed = draft ?? (when === undefined ? '' : asTyped(when));
  const readHere = (text: string): Reading => {
    const written = reading(text);
    const counted = written.date?.ok === false ? readCounted(text, reference) : null;
    return counted === null ? written : { ...counted, date: success(counted.date) };
  };
  const read = draft === null ? null : readHere(draft);
  const understood = read === null ? when : read.date?.ok === true ? read.date.value : undefined;
  const problem = read?.date?.ok === false ? read.date.failure.message : null;
  const { other, from } = read ?? (said?.edtf === edtf ? said : null) ?? NOTHING_SAID;
  const change = (changed: string | null): void => {
    if (changed !== null) keep(changed);
  };
  const step = (direction: 1 | -1): void => {
    const unit = understood === undefined ? null : movingUnit(understood);
    if (understood !== undefined && unit !== null) change(movedBy(understood, unit, direction));
  };
  const canStep = understood !== undefined && movingUnit(understood) !== null;

  return (
    <div class="date-field kept-field" role="group" aria-labelledby={`${id}-label`}>
      <span id={`${id}-label`} class="editor-label">
        Date
      </span>
      <div class="date-typed">
        <input
          type="text"
          name="date"
          aria-labelledby={`${id}-label`}
          aria-describedby={`${id}-words`}
          aria-invalid={problem !== null}
          value={typed}
          placeholder="15 Aug 2021, about 1850, before 1985 …"
          autocomplete="off"
          spellcheck={false}
          maxLength={LIMITS.date}
          onFocus={() => void loadReader()}
          onInput={({ currentTarget }) => {
            setDraft(currentTarget.value);
          }}
          onChange={({ currentTarget }) => {
            const typedNow = readHere(currentTarget.value);
            const { date } = typedNow;
            setSaid(date?.ok === true ? { ...typedNow, edtf: date.value.edtf } : null);
            if (date === null) keep(undefined);
            else if (date.ok) keep(date.value.edtf);
            if (date?.ok !== false) setDraft(null);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            step(event.key === 'ArrowUp' ? 1 : -1);
          }}
        />
        <button
          type="button"
          class="icon-button"
          aria-label="Earlier"
          title="Earlier (↓ in the field)"
          disabled={!canStep}
          onClick={() => {
            step(-1);
          }}
        >
          <Minus size={15} aria-hidden="true" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label="Later"
          title="Later (↑ in the field)"
          disabled={!canStep}
          onClick={() => {
            step(1);
          }}
        >
          <Plus size={15} aria-hidden="true" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label="Calendar"
          title="Calendar"
          onClick={() => {
            calendar.current?.showPicker();
          }}
        >
          <CalendarDays size={16} aria-hidden="true" />
        </button>
        <input
          ref={calendar}
          type="date"
          class="date-calendar"
          tabIndex={-1}
          aria-hidden="true"
          value={dayOfCalendar(understood)}
          onChange={({ currentTarget }) => {
            if (currentTarget.value !== '') change(currentTarget.value);
          }}
        />
      </div>
      <p id={`${id}-words`} class={problem === null ? 'date-words' : 'kept-problem'} aria-live="polite">
        {problem !== null ? (
          `${capitalised(problem)}.`
        ) : understood === undefined ? (
          'No date yet: the event waits in the tray.'
        ) : (
          <>
            <DateSwatch when={understood} />
            <span>{dateInWords(understood)}</span>
            <code title="EDTF (Extended Date/Time Format)">{understood.edtf}</code>
          </>
        )}
      </p>
      {from !== undefined && (
        <p class="date-words dim" dir="auto">
          {from}
        </p>
      )}
      {other !== undefined && (
        <p class="date-words">
          Or is it{' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              change(other.edtf);
            }}
          >
            {dateInWords(other)}
          </button>
          ?
        </p>
      )}
      {understood !== undefined && <Doubts when={understood} change={change} />}
    </div>
  );
}

/** Switches for what is in doubt of a date, and for its end. */
function Doubts({ when, change }: { when: EventDate; change: (edtf: string) => void }) {
  const isOpen = when.form === 'interval' && when.to === 'open';
  const isRange = when.form === 'interval' && !isOpen;
  const hasEnd = when.form === 'single' || when.form === 'interval';
  return (
    <div class="date-doubts">
      <Toggle
        label="Uncertain"
        pressed={when.uncertain}
        onPress={(isDoubtful) => {
          change(withDoubtSet(when, 'uncertain', isDoubtful));
        }}
      />
      <Toggle
        label="About"
        pressed={when.approximate}
        onPress={(isDoubtful) => {
          change(withDoubtSet(when, 'approximate', isDoubtful));
        }}
      />
      {hasEnd && (
        <>
          <Toggle
            label="Range"
            pressed={isRange}
            onPress={(isWanted) => {
              change(withRange(when, isWanted));
            }}
          />
          <Toggle
            label="Open end"
            pressed={isOpen}
            onPress={(isWanted) => {
              change(withOpenEnd(when, isWanted));
            }}
          />
        </>
      )}
    </div>
  );
}

function Toggle({
  label,
  pressed,
  onPress,
}: {
  label: string;
  pressed: boolean;
  onPress: (pressed: boolean) => void;
}) {
  return (
    <button
      type="button"
      class="toggle"
      aria-pressed={pressed}
      onClick={() => {
        onPress(!pressed);
      }}
    >
      {label}
    </button>
  );
}

/** What a typed text says, and what it says where month and day are the other way round. */
export interface Reading {
  /** `null` if it says that there is no date. */
  readonly date: Result<EventDate> | null;
  readonly other?: EventDate;
  /** What the date counts from, as a sentence, if it does. */
  readonly from?: string;
}

const NOTHING_SAID: Pick<Reading, 'other' | 'from'> = {};

/** Reads a typed date. */
export function reading(typed: string): Reading {
  if (saysNoDate(typed)) return { date: null };
  const date = readWrittenDate(typed, USUAL);
  const other = readWrittenDate(typed, { ...USUAL, order: 'month-first' });
  return date.ok && other.ok && date.value.edtf !== other.value.edtf
    ? { date, other: other.value }
    : { date };
}

/** A date as a reader would type it: in words where these can be read again, and otherwise in EDTF. */
export function asTyped(when: EventDate): string {
  // The long words of a time name UTC, which the date itself may not say, and those of “c. 1990s” cannot be read.
  const readable = [dateInWords(when), dateInShort(when)].find((words) => {
    const again = readWrittenDate(words, USUAL);
    return again.ok && again.value.edtf === when.edtf;
  });
  return readable ?? when.edtf;
}

/** The day that the calendar opens at; empty where it has none. */
function dayOfCalendar(when: EventDate | undefined): string {
  const instant = [when?.start, when?.end].find((bound) => bound !== undefined && Number.isFinite(bound));
  const day = instant === undefined ? '' : dayAsEdtf(instant);
  return /^\d{4}-\d\d-\d\d$/.test(day) && !day.startsWith('0000') ? readAgain(day).edtf : '';
}
