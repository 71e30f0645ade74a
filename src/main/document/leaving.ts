// Asks what becomes of unsaved changes before their document goes: once, in the system's dialog.
import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron';
import { excerpt } from '../../shared/excerpt.ts';
import { isolate } from '../../shared/isolate.ts';
import type { Failure, Result } from '../../shared/result.ts';
import { log } from '../system/log.ts';

/** What the question needs from the rest of main. */
export interface LeavingContext {
  readonly window: () => BrowserWindow;
  /** Asks the page to keep what stands in an open field; it answers with this number. */
  readonly askToFinish: (request: number) => void;
  /** Waits until the steps of the page have been taken. */
  readonly settled: () => Promise<unknown>;
  /** The title of the document if it has unsaved changes, otherwise `null`. */
  readonly unsaved: () => string | null;
  /** Saves the document, in its own file or in another; `null` if the reader cancels. */
  readonly save: (target: 'own' | 'other') => Promise<Result<unknown> | null>;
}

/** The question and what answers it. */
export interface Leaving {
  /** Whether the open document may go: it has no unsaved changes, or the reader has decided about them. */
  readonly mayLeave: () => Promise<boolean>;
  /** The page has kept what stood in its fields. */
  readonly finished: (request: number) => void;
}

/** Milliseconds that a page has for its fields; one that hangs must not keep the window open. */
const FINISHED_WITHIN = 1_000;

const SAVE = 'Save';
const DONT_SAVE = 'Don’t Save';
const CANCEL = 'Cancel';

/** Sets up the question. */
export function setupLeaving(context: LeavingContext): Leaving {
  let request = 0;
  let hasFinished = (): void => undefined;
  let isAsking = false;

  async function finishFields(): Promise<void> {
    const { webContents } = context.window();
    if (webContents.isCrashed() || webContents.isLoading()) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        log('the page did not say that its fields are finished');
        resolve();
      }, FINISHED_WITHIN);
      hasFinished = () => {
        clearTimeout(timer);
        resolve();
      };
      request += 1;
      context.askToFinish(request);
    });
  }

  async function ask(options: Pick<MessageBoxOptions, 'message' | 'detail'> & { buttons: string[] }) {
    const { response } = await dialog.showMessageBox(context.window(), {
      type: 'warning',
      title: 'Dateline',
      defaultId: 0,
      cancelId: options.buttons.length - 1,
      noLink: true,
      ...options,
    });
    return options.buttons[response] ?? CANCEL;
  }

  /** Saves, and offers another place for as long as that fails; whether the document may go. */
  async function saved(): Promise<boolean> {
    let result = await context.save('own');
    while (result?.ok === false) {
      const answer = await askElsewhere(result.failure);
      if (answer !== SAVE_AS) return answer === DONT_SAVE;
      result = await context.save('other');
    }
    return result !== null;
  }

  function askElsewhere({ message }: Failure): Promise<string> {
    return ask({
      message,
      detail: 'Nothing is lost yet: the document is still open.',
      buttons: [SAVE_AS, DONT_SAVE, CANCEL],
    });
  }

  async function decide(): Promise<boolean> {
    await finishFields();
    await context.settled();
    const title = context.unsaved();
    if (title === null) return true;
    const answer = await ask({
      message: `Do you want to save the changes to ${isolate(excerpt(title, 60))}?`,
      detail: 'If you don’t save them, they are lost.',
      buttons: [SAVE, DONT_SAVE, CANCEL],
    });
    return answer === SAVE ? saved() : answer === DONT_SAVE;
  }

  return {
    mayLeave: async () => {
      if (isAsking) return false;
      isAsking = true;
      try {
        return await decide();
      } finally {
        isAsking = false;
      }
    },
    finished: (which) => {
      if (which === request) hasFinished();
    },
  };
}

const SAVE_AS = 'Save As…';
