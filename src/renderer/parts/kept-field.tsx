// A field of a form without a button: what is typed is kept as the field is left, and stays to be corrected if it cannot be.
import { useId } from 'preact/hooks';
import { useDraft } from './draft.ts';

/** Tells why a text cannot be kept; `null` once it is kept. */
export type Keep = (text: string) => string | null;

interface KeptFieldProps {
  readonly label: string;
  /** Whether the label is for screen readers only. */
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly keep: Keep;
  /** Called with what stands in the field while it is typed. */
  readonly typed?: ((text: string) => void) | undefined;
  /** How many lines it shows; one by default. */
  readonly lines?: number;
  readonly longest?: number;
  readonly placeholder?: string;
  /** Offered while it is typed in. */
  readonly suggestions?: readonly string[];
  /** For tests and for the focus. */
  readonly name?: string;
  /** Whether it has the focus at first. */
  readonly hasFocus?: boolean;
}

interface Typed {
  /** `undefined` while nothing was typed that is not kept. */
  readonly text?: string;
  /** Why it could not be kept, or `null`. */
  readonly problem: string | null;
}

const NOTHING_TYPED: Typed = { problem: null };

/** A line or several lines of text. */
export function KeptField({
  label,
  isLabelHidden = false,
  value,
  keep,
  typed,
  lines = 1,
  longest,
  placeholder,
  suggestions,
  name,
  hasFocus = false,
}: KeptFieldProps) {
  const [{ text = value, problem }, setTyped] = useDraft<Typed>(value, NOTHING_TYPED);
  const id = useId();
  const shared = {
    name,
    value: text,
    maxLength: longest,
    placeholder,
    // The dialog that it stands in gives it the focus.
    autofocus: hasFocus,
    dir: 'auto' as const,
    'aria-invalid': problem !== null,
    'aria-describedby': problem === null ? undefined : `${id}-problem`,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => {
      setTyped({ text: currentTarget.value, problem: null });
      typed?.(currentTarget.value);
    },
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      const why = keep(currentTarget.value);
      setTyped(why === null ? NOTHING_TYPED : { text: currentTarget.value, problem: why });
    },
  };
  return (
    <div class="kept-field">
      <label>
        <span class={isLabelHidden ? 'visually-hidden' : undefined}>{label}</span>
        {lines > 1 ? (
          <textarea rows={lines} {...shared} />
        ) : (
          <input
            type="text"
            autocomplete="off"
            list={suggestions === undefined ? undefined : `${id}-list`}
            {...shared}
          />
        )}
      </label>
      {suggestions !== undefined && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      {problem !== null && (
        <p id={`${id}-problem`} class="kept-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** Keeps what stands in the field that has the focus, which stays there. */
export function keepOpenField(): void {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement)) return;
  activeElement.blur();
  activeElement.focus({ preventScroll: true });
}
