// The screen that stands in for a document that cannot be opened: which file, what is wrong, what to do.
import { FileWarning } from 'lucide-preact';
import type { Failure } from '../../shared/result.ts';
import { chooseDocument, openBundledDocument } from '../document/commands.ts';

/** Names every problem found and offers a way on. */
export function Problem({ failure }: { readonly failure: Failure }) {
  return (
    <main class="problem">
      <FileWarning size={36} aria-hidden="true" />
      <div role="alert">
        <h1 dir="auto">{failure.message}</h1>
      </div>
      {failure.details.length > 0 && (
        <ul class="problem-details" tabIndex={0} aria-label="Problems">
          {failure.details.map((detail, position) => (
            <li key={position} dir="auto">
              {detail}
            </li>
          ))}
        </ul>
      )}
      <p class="ways">
        <button type="button" class="button primary" onClick={() => void openBundledDocument()}>
          Open the article that comes with Dateline
        </button>
        <button type="button" class="button" onClick={() => void chooseDocument()}>
          Open another file…
        </button>
      </p>
    </main>
  );
}
