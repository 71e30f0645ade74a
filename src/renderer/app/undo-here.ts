// Decides what Undo and Redo are about: what was typed into the field with the focus, or what was done to the document.

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What is being typed and nobody has kept yet. */
let typing: { readonly field: Field; readonly before: string } | null = null;

/** Listens on the whole page for what is typed. */
export function listenToTyping(): void {
  document.addEventListener('beforeinput', ({ target, inputType }) => {
    if (!isField(target) || typing?.field === target || inputType.startsWith('history')) return;
    typing = { field: target, before: target.value };
  });
  // From then on it is an edit of the document, if it is anything.
  for (const kept of ['change', 'focusout']) {
    document.addEventListener(kept, () => {
      typing = null;
    });
  }
}

function isField(target: EventTarget | null): target is Field {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** Undoes or redoes typing that nobody has kept, and where there is none left calls `inDocument`. */
export function undoHere(step: 'undo' | 'redo', inDocument: () => void): void {
  if (typing !== null && typing.field === document.activeElement) {
    const { field, before } = typing;
    const { value } = field;
    // The page's history is one for all fields: beyond this one's first letter it would undo in another.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else undoes what was typed into a field
    if (step === 'redo' || value !== before) document.execCommand(step);
    if (field.value !== value || (step === 'redo' && value !== before)) return;
  }
  typing = null;
  inDocument();
}
