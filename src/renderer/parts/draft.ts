// What a reader has entered over a value and nobody has kept yet.
import { useState } from 'preact/hooks';

/**
 * Keeps what was entered as long as the value that it was entered over stands: undo, or an edit elsewhere, replaces it.
 * An effect that took it away would run some time after the first letters.
 *
 * @param over the value, compared by identity.
 * @param none what there is before anything was entered.
 * @returns what was entered, and how to enter something else.
 */
export function useDraft<Draft>(over: unknown, none: Draft): [Draft, (draft: Draft) => void] {
  const [entered, setEntered] = useState<{ readonly over: unknown; readonly draft: Draft } | null>(null);
  return [
    entered !== null && entered.over === over ? entered.draft : none,
    (draft) => {
      setEntered({ over, draft });
    },
  ];
}
