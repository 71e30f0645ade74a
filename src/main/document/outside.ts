// Documents from outside the window: from a second start of the app, or opened by the system.
import { app } from 'electron';
import { handedOver, type HandOver } from './hand-over.ts';
import { isHeldHere } from '../system/profile.ts';

/** The files that came, and those still to come. */
export interface Outside {
  /** The last file that came before the window existed, if any. */
  readonly first: () => string | undefined;
  /**
   * Passes on later ones.
   *
   * @param open called with a file's absolute path.
   * @param start called at each further start of the app, with or without a file.
   */
  readonly deliver: (open: (path: string) => void, start: () => void) => void;
}

/**
 * Hands the document over to an app that already runs on this data folder, if there is one; then this process has
 * nothing left to do. A failure to take the lock for another reason does not mean that an app runs.
 *
 * @param document absolute path, if one is named.
 * @param folder absolute; the data folder.
 */
export function handOver(
  document: string | undefined,
  folder: string,
): 'first' | 'handed-over' | 'not-locked' {
  const words: HandOver = { document: document ?? null };
  if (app.requestSingleInstanceLock(words)) return 'first';
  return isHeldHere(folder) ? 'handed-over' : 'not-locked';
}

/** Starts listening. Call this before Electron is ready: macOS names the file of the first start that early. */
export function listenOutside(): Outside {
  let first: string | undefined;
  let open = (path: string): void => {
    first = path;
  };
  let start = (): void => undefined;

  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  app.on('second-instance', (_event, _words, _folder, handed) => {
    const path = handedOver(handed);
    if (path !== undefined) open(path);
    start();
  });

  return {
    first: () => first,
    deliver: (openNow, startNow) => {
      open = openNow;
      start = startNow;
    },
  };
}
