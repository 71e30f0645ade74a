// Values that are the same for all events of a table, for fields that have no column.
import { Plus, X } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Mapping, Target } from '../../shared/formats/table/fields.ts';
import { Select } from '../parts/controls.tsx';
import { changeMapping } from './choosing.ts';
import { FIXABLE, fixableIn, fixedIn, TARGET_NAMES, withFixed, withFixedAs } from './mapping.ts';

/** A row for each value, and a button that adds one. */
export function FixedValues({ mapping }: { readonly mapping: Mapping }) {
  const fixed = fixedIn(mapping);
  const [next] = fixableIn(mapping);
  const isAdded = useRef(false);
  const rows = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isAdded.current) return;
    isAdded.current = false;
    rows.current?.querySelector<HTMLElement>('.import-value:last-of-type select')?.focus();
  }, [fixed.length]);
  return (
    <section class="import-values">
      <h3>The same for all events</h3>
      <div ref={rows}>
        {fixed.map(({ target, value }, place) => (
          <Value key={place} target={target} value={value} mapping={mapping} />
        ))}
      </div>
      {next !== undefined && (
        <button
          type="button"
          class="button"
          onClick={() => {
            isAdded.current = true;
            changeMapping((now) => withFixed(now, next, ''));
          }}
        >
          <Plus size={15} aria-hidden="true" /> Add a value
        </button>
      )}
    </section>
  );
}

function Value({
  target,
  value,
  mapping,
}: {
  readonly target: Target;
  readonly value: string;
  readonly mapping: Mapping;
}) {
  const free = fixableIn(mapping);
  const name = TARGET_NAMES[target];
  return (
    <div class="import-value">
      <Select
        label="What all events have"
        value={target}
        choices={FIXABLE.filter((one) => one === target || free.includes(one)).map((one) => [
          one,
          TARGET_NAMES[one],
        ])}
        onChoose={(chosen) => {
          const to = FIXABLE.find((one) => one === chosen);
          if (to !== undefined) changeMapping((now) => withFixedAs(now, target, to));
        }}
      />
      <span class="field">
        <input
          type="text"
          aria-label={`${name} of all events`}
          value={value}
          dir="auto"
          spellcheck={false}
          autocomplete="off"
          onInput={({ currentTarget }) => {
            const typed = currentTarget.value;
            changeMapping((now) => withFixed(now, target, typed));
          }}
        />
      </span>
      <button
        type="button"
        class="icon-button"
        aria-label={`Remove ${name}`}
        onClick={() => {
          changeMapping((now) => withFixed(now, target, null));
        }}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  );
}
