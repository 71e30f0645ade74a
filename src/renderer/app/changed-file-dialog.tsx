// The dialog that asks what counts once another program has changed the open document's file.
import { useState } from 'preact/hooks';
import { changedFileName, fileQuestion, keepMine, reloadFile } from '../document/changed-file.ts';
import { Differences } from './differences.tsx';
import { PageDialog } from './page-dialog.tsx';
import './kept.css';

/** The question, and a comparison where the reader wants one. */
export function ChangedFileDialog() {
  const [compares, setCompares] = useState(false);
  const { isSaving, isChanged } = fileQuestion.value;
  return (
    <PageDialog name="changed-file" title="Changed by another program">
      <p dir="auto">
        Another program has changed “{changedFileName()}” since it was opened here.{' '}
        {isSaving && 'It was not saved. '}
        {isChanged
          ? 'Reload keeps what you changed among the earlier versions.'
          : 'You have changed nothing here.'}
      </p>
      {compares && <Differences other={{ kind: 'file' }} heading="How yours differs from the file" />}
      <footer>
        {!compares && (
          <button
            type="button"
            class="button"
            onClick={() => {
              setCompares(true);
            }}
          >
            Compare
          </button>
        )}
        <button type="button" class="button" onClick={() => void keepMine()}>
          {isSaving ? 'Save mine' : 'Keep mine'}
        </button>
        <button type="button" class="button primary" onClick={() => void reloadFile()}>
          Reload
        </button>
      </footer>
    </PageDialog>
  );
}
