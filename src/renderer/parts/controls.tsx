// The controls of forms: a choice, a list to choose from, a switch, text.
import { ChevronDown } from 'lucide-preact';
import { useId } from 'preact/hooks';

/** A choice of one of a few words, side by side. */
export function Segments<Value extends string>({
  legend,
  titled = false,
  value,
  choices,
  onChoose,
}: {
  readonly legend: string;
  /** Whether the group's title already says it to the eye. */
  readonly titled?: boolean;
  readonly value: Value;
  readonly choices: readonly (readonly [value: Value, label: string])[];
  readonly onChoose: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend class={titled ? 'visually-hidden' : undefined}>{legend}</legend>
      <div class="segments">
        {choices.map(([choice, label]) => (
          <label key={choice}>
            <input
              type="radio"
              class="visually-hidden"
              name={name}
              value={choice}
              checked={choice === value}
              onChange={() => {
                onChoose(choice);
              }}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/**
 * A choice of one of many, from a list.
 *
 * @param label its name, if no label surrounds it.
 */
export function Select({
  label,
  value,
  choices,
  onChoose,
}: {
  readonly label?: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, label: string, isDisabled?: boolean])[];
  readonly onChoose: (value: string) => void;
}) {
  return (
    <span class="select">
      <select
        aria-label={label}
        value={value}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value);
        }}
      >
        {choices.map(([choice, text, isDisabled = false]) => (
          <option key={choice} value={choice} disabled={isDisabled}>
            {text}
          </option>
        ))}
      </select>
      <ChevronDown size={15} aria-hidden="true" />
    </span>
  );
}

/** A switch. */
export function Check({
  label,
  checked,
  disabled = false,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.checked);
        }}
      />
      {label}
    </label>
  );
}

/** A line of text; the element `errorId` describes its error. */
export function TextField({
  label,
  value,
  errorId,
  numeric = false,
  placeholder,
  direction,
  suggestions,
  onInput,
}: {
  readonly label: string;
  readonly value: string;
  /** `null` if the text is valid. */
  readonly errorId: string | null;
  readonly numeric?: boolean;
  /** Stands in the field while it is empty. */
  readonly placeholder?: string;
  /** `auto` for words of any script. */
  readonly direction?: 'auto';
  /** Offered while it is typed in. */
  readonly suggestions?: readonly string[];
  readonly onInput: (value: string) => void;
}) {
  const list = useId();
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="text"
        list={suggestions === undefined ? undefined : list}
        value={value}
        inputMode={numeric ? 'decimal' : 'text'}
        placeholder={placeholder}
        dir={direction}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={errorId !== null}
        aria-describedby={errorId ?? undefined}
        onInput={({ currentTarget }) => {
          onInput(currentTarget.value);
        }}
      />
      {suggestions !== undefined && (
        <datalist id={list}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </label>
  );
}

/** Several lines of text; the element `errorId` describes its error. */
export function TextArea({
  label,
  value,
  placeholder,
  errorId,
  onInput,
}: {
  readonly label: string;
  readonly value: string;
  /** Stands in it while it is empty. */
  readonly placeholder: string;
  /** `null` if the text is valid. */
  readonly errorId: string | null;
  readonly onInput: (value: string) => void;
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <textarea
        rows={4}
        value={value}
        placeholder={placeholder}
        spellcheck={false}
        aria-invalid={errorId !== null}
        aria-describedby={errorId ?? undefined}
        onInput={({ currentTarget }) => {
          onInput(currentTarget.value);
        }}
      />
    </label>
  );
}
