// Loads the page again after a crash or when it does not answer, and asks the reader if it keeps crashing.
import { app, dialog, type BrowserWindow, type MessageBoxOptions } from 'electron';
import type { Documents } from '../document/session.ts';
import { log } from '../system/log.ts';
import { reopenedMessage, reopensItself, whatHappened } from './recovery-rules.ts';

/** What recovery needs from the rest of main. */
export interface RecoveryContext {
  readonly window: BrowserWindow;
  readonly documents: Pick<Documents, 'resume'>;
  /** Ends exports in progress; returns whether there were any. */
  readonly endFigures: () => boolean;
  /** Loads the window's page again. */
  readonly load: () => void;
}

/** Starts watching the window's page. */
export function setupRecovery({ window, documents, endFigures, load }: RecoveryContext): void {
  const contents = window.webContents;
  let last: number | undefined;
  /** Set once the reader chose to end a page that did not answer. */
  let ended = false;
  let waiting: AbortController | undefined;

  async function ask(options: MessageBoxOptions): Promise<number> {
    // A dialog of a hidden window would be invisible as well.
    const { response } = await (window.isVisible()
      ? dialog.showMessageBox(window, options)
      : dialog.showMessageBox(options));
    return response;
  }

  async function afterGone(reason: string): Promise<void> {
    const now = Date.now();
    const figureEnded = endFigures();
    const byItself = reopensItself(reason, last, now);
    last = now;
    if (byItself) documents.resume(reopenedMessage(reason, figureEnded), true);
    else {
      const figure = figureEnded ? ' The export in progress was stopped and nothing was saved.' : '';
      const answer = await ask({
        type: 'error',
        title: 'Dateline',
        message: `${whatHappened(reason)} and may do so again.`,
        detail: `Your document is unchanged.${figure} Reopen shows the whole timeline.`,
        buttons: ['Reopen', 'Quit'],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      });
      if (answer === 1) {
        app.quit();
        return;
      }
      // The document or the place may be what it crashes on.
      documents.resume(null, false);
    }
    if (!window.isDestroyed()) load();
  }

  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    waiting?.abort();
    const named = ended ? 'unresponsive' : reason;
    ended = false;
    log(`the main window’s page is gone: ${named}`);
    // Electron does not load a new page while it still clears away the old one.
    setImmediate(() => void afterGone(named));
  });

  window.on('unresponsive', () => {
    if (waiting !== undefined) return;
    log('the main window’s page does not answer');
    const asking = new AbortController();
    waiting = asking;
    void ask({
      type: 'warning',
      title: 'Dateline',
      message: 'The window is not responding.',
      detail: 'You can wait, or reopen it where you left off. Your document is unchanged.',
      buttons: ['Wait', 'Reopen'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal: asking.signal,
    }).then((answer) => {
      waiting = undefined;
      if (answer !== 1 || asking.signal.aborted || window.isDestroyed()) return;
      ended = true;
      contents.forcefullyCrashRenderer();
    });
  });

  window.on('responsive', () => {
    waiting?.abort();
  });
}
