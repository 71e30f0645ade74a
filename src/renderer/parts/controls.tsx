// The controls of the export dialog: a choice, a switch, a line of text.
import { useId } from 'preact/hooks';

/** A choice of one of a few words, side by side. */
export function Segments<Value extends string>({
  legend,
  value,
  choices,
  onChoose,
}: {
  readonly legend: string;
  readonly value: Value;
  readonly choices: readonly (readonly [value: Value, label: string])[];
  readonly onChoose: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend>{legend}</legend>
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

/** A switch. */
export function Check({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
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
  onInput,
}: {
  readonly label: string;
  readonly value: string;
  /** `null` if the text is valid. */
  readonly errorId: string | null;
  readonly numeric?: boolean;
  readonly onInput: (value: string) => void;
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="text"
        value={value}
        inputMode={numeric ? 'decimal' : 'text'}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={errorId !== null}
        aria-describedby={errorId ?? undefined}
        onInput={({ currentTarget }) => {
          onInput(currentTarget.value);
        }}
      />
    </label>
  );
}
