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
      {items.map((item, at) => (
        <div key={at} class="editor-row">
          {columns.map(({ label: what, longest }, column) => (
            <KeptField
              key={what}
              isLabelHidden
              label={`${what} of ${noun} ${at + 1}`}
              placeholder={what}
              value={wordsOf(item)[column] ?? ''}
              longest={longest}
              keep={(text) => {
                const changed = itemOf(wordsOf(item).map((word, other) => (other === column ? text : word)));
                if (typeof changed === 'string') return changed;
                keep(items.map((one, other) => (other === at ? changed : one)));
                return null;
              }}
            />
          ))}
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
        </div>
      ))}
      <div class="editor-row">
        {columns.map(({ label: what, longest }, column) => (
          <KeptField
            key={what}
            isLabelHidden
            label={`${what} of a new ${noun}`}
            placeholder={items.length === 0 ? what : `${what} of another`}
            value={draft[column] ?? ''}
            longest={longest}
            keep={(text) => {
              const words = columns.map((_, other) => (other === column ? text : (draft[other] ?? '')));
              const added = itemOf(words);
              setDraft(words);
              // A new row may need its other field first; nothing is wrong before both are filled.
              if (typeof added !== 'string') keep([...items, added]);
              return typeof added === 'string' && words.every((word) => word.trim() !== '') ? added : null;
            }}
          />
        ))}
        <span />
      </div>
    </section>
  );
}
