// A person or place on a card, as a link that searches for it.
import { isolate } from '../../shared/isolate.ts';
import { findName } from './commands.ts';

/** A link that searches for its own words. */
export function NameLink({ name }: { readonly name: string }) {
  return (
    <button
      type="button"
      class="link name-link"
      dir="auto"
      title={`Find ${isolate(name)}`}
      data-find
      onClick={() => void findName(name)}
    >
      {name}
    </button>
  );
}
