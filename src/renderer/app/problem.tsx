// Replaces a document that cannot be opened: names the file, the problem and what to do.
import { Copy, FileWarning, FolderSearch, RotateCw } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Failure } from '../../shared/result.ts';
import {
  chooseDocument,
  isOtherKind,
  openBundledDocument,
  retryDocument,
  showFailedDocument,
} from '../document/commands.ts';
import { copyText } from '../parts/clipboard.ts';
import { FormatButton } from './format-button.tsx';

/** Lists every problem and offers ways on. */
export function Problem({ failure }: { readonly failure: Failure }) {
  const { code, message, details } = failure;
  const words = [message, ...details].join('\n');
  /** What the reader last did about it; reset when the problem changes. */
  const [done, setDone] = useState({ words: '', text: '' });
  const say = (text: string) => {
    setDone({ words, text });
  };
  const isOther = isOtherKind(failure);
  return (
    <main class="problem">
      <FileWarning size={36} aria-hidden="true" />
      <div role="alert">
        <h1 dir="auto">{message}</h1>
      </div>
      {details.length > 0 && (
        <ul class="problem-details" tabIndex={0} aria-label="Problems">
          {details.map((detail, position) => (
            <li key={position} dir="auto">
              {detail}
            </li>
          ))}
        </ul>
      )}
      <p class="ways">
        <button
          type="button"
          class={isOther ? 'button' : 'button primary'}
          onClick={() => {
            void retryDocument().then(() => {
              say('Still the same.');
            });
          }}
        >
          <RotateCw size={16} aria-hidden="true" />
          Try again
        </button>
        <FormatButton primary={isOther} />
        {code !== 'file-missing' && (
          <button type="button" class="button" onClick={() => void showFailedDocument()}>
            <FolderSearch size={16} aria-hidden="true" />
            Show in folder
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={() => {
            void copyText(words).then((isCopied) => {
              if (isCopied) say('Copied.');
            });
          }}
        >
          <Copy size={16} aria-hidden="true" />
          Copy
        </button>
      </p>
      <div class="problem-done" role="status">
        {done.words === words ? done.text : ''}
      </div>
      <p class="ways">
        <button type="button" class="button" onClick={() => void chooseDocument()}>
          Open another file…
        </button>
        <button type="button" class="button" onClick={() => void openBundledDocument()}>
          Open the example
        </button>
      </p>
    </main>
  );
}
