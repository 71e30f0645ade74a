// What to do about a window whose page is gone or does not answer: plain functions, so that a table can test them.

/** Milliseconds: a page that goes again within them would go again at once. */
const QUICKLY = 10_000;

/**
 * Whether a page that is gone is opened again without asking: not where it could not even start, and not shortly after the
 * last time, since it would go round in a circle.
 *
 * @param reason Electron's word for why it is gone.
 * @param last when a page was gone before, milliseconds; `undefined` for never.
 * @param now milliseconds.
 */
export function reopensItself(reason: string, last: number | undefined, now: number): boolean {
  if (reason === 'launch-failed' || reason === 'integrity-failure') return false;
  return last === undefined || now - last > QUICKLY;
}

/** What happened, as the beginning of a sentence. https://www.electronjs.org/docs/latest/api/structures/render-process-gone-details */
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
 * What to say once the window shows the document again.
 *
 * @param figureEnded whether an export was under way, which is over.
 */
export function reopenedMessage(reason: string, figureEnded: boolean): string {
  const figure = figureEnded ? ' The export in progress was stopped and nothing was saved.' : '';
  return `${whatHappened(reason)} and was reopened where you left off. Your document is unchanged.${figure}`;
}
