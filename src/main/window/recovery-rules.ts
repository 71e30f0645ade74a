// Decides what to do about a page that crashed or does not answer: plain functions, so that a table can test them.

/** Milliseconds: a page that crashes again within this time would crash every time. */
const QUICKLY = 10_000;

/**
 * Whether to load a crashed page again without asking: not if it never started, and not shortly after the last crash,
 * because it would go on in a circle.
 *
 * @param reason Electron's word for the cause.
 * @param last when a page crashed before, milliseconds; `undefined` for never.
 * @param now milliseconds.
 */
export function reopensItself(reason: string, last: number | undefined, now: number): boolean {
  if (reason === 'launch-failed' || reason === 'integrity-failure') return false;
  return last === undefined || now - last > QUICKLY;
}

/**
 * The beginning of a sentence that says what happened.
 * https://www.electronjs.org/docs/latest/api/structures/render-process-gone-details
 */
export function whatHappened(reason: string): string {
  switch (reason) {
    case 'unresponsive':
      return 'The window stopped responding';
    case 'oom':
    case 'memory-eviction':
      return 'The window ran out of memory';
    case 'killed':
      return 'The system closed the window';
    default:
      return 'The window crashed';
  }
}

/**
 * The notice once the window shows the document again.
 *
 * @param figureEnded whether the crash ended an export.
 */
export function reopenedMessage(reason: string, figureEnded: boolean): string {
  const figure = figureEnded ? ' The export in progress was stopped and nothing was saved.' : '';
  return `${whatHappened(reason)} and was reopened where you left off. Your document is unchanged.${figure}`;
}
