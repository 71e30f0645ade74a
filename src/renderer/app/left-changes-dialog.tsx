// The dialog that offers changes which were not saved when the app ended.
import { useState } from 'preact/hooks';
import { excerpt } from '../../shared/excerpt.ts';
import type { LeftChanges } from '../../shared/ipc.ts';
import {
  changesInWords,
  DAMAGED,
  fileInWords,
  leftChanges,
  recoverChanges,
  setAsideChanges,
} from '../document/left-changes.ts';
import { closeDialog } from '../parts/dialogs.ts';
import { momentInWords } from '../parts/moment.ts';
import { Differences } from './differences.tsx';
import { PageDialog } from './page-dialog.tsx';
import './kept.css';

/** Each document with what can be done about it. */
export function LeftChangesDialog() {
  return (
    <PageDialog name="left-changes" title="Changes that were not saved">
      <p class="dim">Dateline did not end as it should. What you changed last is still here.</p>
      <ul class="kept-list">
        {leftChanges.value.map((left, place) => (
          <Left key={left.id} left={left} hasFocus={place === 0} />
        ))}
      </ul>
      <footer>
        <button type="button" class="button" onClick={closeDialog}>
          Not now
        </button>
      </footer>
    </PageDialog>
  );
}

/** @param hasFocus whether what saves its changes has the focus at first. */
function Left({ left, hasFocus }: { readonly left: LeftChanges; readonly hasFocus: boolean }) {
  const [compares, setCompares] = useState(false);
  const { id, title, count, last, file, isDamaged } = left;
  const what = `${changesInWords(count)} to ${title === null ? 'a document whose title could not be read' : excerpt(title)}`;
  return (
    <li>
      <h3 dir="auto">{what}</h3>
      <p>
        {[
          `Last at ${momentInWords(Date.parse(last))}.`,
          fileInWords(left),
          ...(isDamaged ? [DAMAGED] : []),
        ].join(' ')}
      </p>
      {compares && <Differences other={{ kind: 'left', id }} heading="What was changed" />}
      <p class="ways">
        <button
          type="button"
          class="button primary"
          autofocus={hasFocus}
          onClick={() => void recoverChanges(id)}
        >
          Recover
        </button>
        <button type="button" class="button" onClick={() => void setAsideChanges(id)}>
          {file === 'none' ? 'Discard' : 'Open the file'}
        </button>
        {!compares && (
          <button
            type="button"
            class="button"
            onClick={() => {
              setCompares(true);
            }}
          >
            Show both
          </button>
        )}
      </p>
    </li>
  );
}
