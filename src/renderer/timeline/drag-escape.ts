// Escape gives up a drag that is under way.

/** Whether Escape is listened for. */
interface DragEscape {
  /** A drag begins: from now on Escape gives it up, and nothing else hears the key. */
  readonly listen: () => void;
  /** The drag is over, whatever ended it. */
  readonly stop: () => void;
}

/** Prepares one kind of drag; `giveUp` is called on Escape and has to call `stop`. */
export function dragEscape(giveUp: () => void): DragEscape {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    giveUp();
  };
  return {
    listen: () => {
      addEventListener('keydown', onKeyDown, { capture: true });
    },
    stop: () => {
      removeEventListener('keydown', onKeyDown, { capture: true });
    },
  };
}
