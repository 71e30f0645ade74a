// What comes from outside of the window: a second start of the app, and files that the system asks it to open.
import { app } from 'electron';
import { handedOver, type HandOver } from './hand-over.ts';

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
 * Whether this is the only running app of its data folder. Otherwise its document has been handed to the one that runs,
 * and there is nothing left to do here.
 *
 * @param document absolute path, if one is named.
 */
export function isOnlyInstance(document: string | undefined): boolean {
  const handOver: HandOver = { document: document ?? null };
  return app.requestSingleInstanceLock(handOver);
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
  app.on('second-instance', (_event, _words, _folder, handOver) => {
    const path = handedOver(handOver);
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
