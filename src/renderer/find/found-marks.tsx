// Highlights matches; loads the highlighter on first use.
import { useLayoutEffect } from 'preact/hooks';
import { found, foundPassage } from './commands.ts';
import { panelIsShown } from '../view/panel.ts';

/** Renders nothing itself. */
export function FoundMarks() {
  const [shown, passage, isInPanel] = [found.value, foundPassage.value, panelIsShown.value];
  useLayoutEffect(() => {
    if (shown === null) return;
    let stop: (() => void) | null = null;
    let isCurrent = true;
    void import('./paint.ts').then(({ paintFound }) => {
      if (isCurrent) stop = paintFound(shown, passage);
    });
    return () => {
      isCurrent = false;
      stop?.();
    };
  }, [shown, passage, isInPanel]);
  return null;
}
