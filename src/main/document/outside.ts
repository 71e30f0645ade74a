// What comes from outside of the window: a second start of the app, and files that the system asks it to open.
import { app } from 'electron';
import { handedOver, type HandOver } from './hand-over.ts';
import { isHeldHere } from '../system/profile.ts';

/** What has come, and what is still to come. */
export interface Outside {
  /** The last file that came before there was a window, if one did. */
  readonly first: () => string | undefined;
  /**
   * Passes on what comes from now on.
   *
   * @param open called with a file's absolute path.
   * @param start called for each further start of the app, whether it brings a file or not.
   */
  readonly deliver: (open: (path: string) => void, start: () => void) => void;
}

/**
 * Hands the document over to an app that already runs on this data folder, if there is one: then nothing is left to do
 * here. A lock that cannot be taken for another reason does not mean that one runs.
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

/** Listens from now on. Has to be called before Electron is ready: macOS names the file of the first start that early. */
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
