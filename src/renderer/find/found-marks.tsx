// Highlights the words that a search finds; loads the highlighter with the first.
import { useLayoutEffect } from 'preact/hooks';
import { found, foundPassage } from './commands.ts';
import { panelIsShown } from '../view/panel.ts';

/** Shows nothing of its own. */
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
