// The frame of the shortcuts and About dialogs: a heading, a close button, and the keyboard to themselves.
import { X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { closeDialog } from '../parts/dialogs.ts';
import './page-dialog.css';

/** A modal dialog that Escape and its button close; the focus then returns to its old place. */
export function PageDialog({
  name,
  title,
  children,
}: {
  /** Its class, besides `page-dialog`. */
  readonly name: string;
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const { current } = element;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={element}
      class={`page-dialog ${name}`}
      aria-labelledby={heading}
      // Escape: at once, since the next key may come before the dialog says that it is closed. The field of a file
      // cancels, too.
      onCancel={({ target, currentTarget }) => {
        if (target === currentTarget) closeDialog();
      }}
      onClose={({ currentTarget }) => {
        if (currentTarget.isConnected) closeDialog();
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick={closeDialog}>
          <X size={18} aria-hidden="true" />
        </button>
      </header>
      {children}
    </dialog>
  );
}
