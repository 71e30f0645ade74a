// The fields of a list whose items have a few words each: a row of fields for every item, and one to add another.
import { X } from 'lucide-preact';
import { useDraft } from '../parts/draft.ts';
import { KeptField } from '../parts/kept-field.tsx';

interface Column {
  readonly label: string;
  readonly longest: number;
}

/** A list of people or sources. */
export function RowFields<Item>({
  label,
  noun,
  items,
  columns,
  wordsOf,
  itemOf,
  keep,
}: {
  readonly label: string;
  /** What one item is called. */
  readonly noun: string;
  readonly items: readonly Item[];
  readonly columns: readonly Column[];
  /** The words of an item, one for each column. */
  readonly wordsOf: (item: Item) => readonly string[];
  /** The item of such words, or why they are none. */
  readonly itemOf: (words: readonly string[]) => Item | string;
  readonly keep: (items: readonly Item[]) => void;
}) {
  const [draft, setDraft] = useDraft<readonly string[]>(items, []);

  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      {/* A new row becomes that of an item as it is kept, so that the focus, which has gone on to its next field, stays. */}
      {[...items, null].map((item, at) => (
        <div key={at} class="editor-row">
          {columns.map(({ label: what, longest }, column) => (
            <KeptField
              key={what}
              isLabelHidden
              label={`${what} of ${item === null ? `a new ${noun}` : `${noun} ${at + 1}`}`}
              placeholder={item !== null || items.length === 0 ? what : `${what} of another`}
              value={(item === null ? draft : wordsOf(item))[column] ?? ''}
              longest={longest}
              keep={(text) => {
                const before = item === null ? columns.map((_, other) => draft[other] ?? '') : wordsOf(item);
                const words = before.map((word, other) => (other === column ? text : word));
                const changed = itemOf(words);
                if (item === null) setDraft(words);
                // A new row may need its other field first; nothing is wrong before both are filled.
                const isBegun = item === null && words.some((word) => word.trim() === '');
                if (typeof changed === 'string') return isBegun ? null : changed;
                keep(items.toSpliced(at, 1, changed));
                return null;
              }}
            />
          ))}
          {item === null ? (
            <span />
          ) : (
            <button
              type="button"
              class="icon-button"
              aria-label={`Remove ${noun} ${at + 1}`}
              title="Remove"
              onClick={() => {
                keep(items.filter((_, other) => other !== at));
              }}
            >
              <X size={15} aria-hidden="true" />
            </button>
          )}
        </div>
      ))}
    </section>
  );
}
