// The bridge: the calls that pages may make to main, by the names of the channels, and nothing else of Electron. It
// also keeps the page at its address.
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { CHANNEL_NAMES, COLUMNS, type Api, type Notices } from '../shared/ipc.ts';

/** Takes a listener, and gives what ends it. */
type Listen<Payload> = (listener: (payload: Payload) => void) => () => void;

/** Listens to the channel named after a notice. What main says before the page listens waits until it does. */
function noticed<Notice extends keyof Notices>(notice: Notice): Listen<Notices[Notice]> {
  const listeners = new Set<(payload: Notices[Notice]) => void>();
  let unheard: Notices[Notice][] | null = [];
  ipcRenderer.on(notice, (_event: IpcRendererEvent, payload: Notices[Notice]) => {
    unheard?.push(payload);
    for (const listener of listeners) listener(payload);
  });
  return (listener) => {
    listeners.add(listener);
    const waiting = unheard ?? [];
    unheard = null;
    // Once the page's own beginning is done.
    queueMicrotask(() => {
      for (const payload of waiting) listener(payload);
    });
    return () => {
      listeners.delete(listener);
    };
  };
}

/** The page names a notice; the bridge listens to no other channel of Electron for it. */
const NOTICES: { readonly [Notice in keyof Notices]: Listen<Notices[Notice]> } = {
  command: noticed('command'),
  documentWaiting: noticed('documentWaiting'),
  opening: noticed('opening'),
  askImport: noticed('askImport'),
  imported: noticed('imported'),
  articleOpened: noticed('articleOpened'),
  finishFields: noticed('finishFields'),
  fileChanged: noticed('fileChanged'),
  saved: noticed('saved'),
  failure: noticed('failure'),
  done: noticed('done'),
};

/** One method for each channel, with the same name. */
const methods = Object.fromEntries(
  CHANNEL_NAMES.map((name) => [name, (...given: unknown[]) => ipcRenderer.invoke(name, ...given)]),
);

/** The path of a file that the reader dropped or chose; empty if it has none. */
function pathOf(file: unknown): string {
  return file instanceof File ? webUtils.getPathForFile(file) : '';
}

/**
 * The document, for which the main page asks first of all: asked for before its scripts are there, so that they do not wait
 * for it.
 */
let asked: ReturnType<Api['loadDocument']> | undefined;
if (location.pathname === '/index.html') {
  asked = ipcRenderer.invoke('loadDocument');
  // The page is told of a failure when it asks.
  asked.catch(() => undefined);
}

const own: Pick<Api, 'loadDocument' | 'openDropped' | 'readArticle' | 'on'> = {
  loadDocument: () => {
    const answer = asked ?? ipcRenderer.invoke('loadDocument');
    asked = undefined;
    return answer;
  },
  openDropped: (file) => ipcRenderer.invoke('openDropped', pathOf(file)),
  readArticle: (file) => ipcRenderer.invoke('readArticle', pathOf(file)),
  on: (notice, listener) => (Object.hasOwn(NOTICES, notice) ? NOTICES[notice](listener) : () => undefined),
};

contextBridge.exposeInMainWorld('api', { ...methods, ...own });

// Passes on a page's request for columns, with the port through which main sends them. Frames within the page are not heard.
window.addEventListener('message', ({ source, data, ports }: MessageEvent<unknown>) => {
  if (source === window && typeof data === 'object' && data !== null && COLUMNS in data)
    ipcRenderer.postMessage(COLUMNS, data[COLUMNS], [...ports]);
});

// Electron does not ask main before a page goes to `about:blank`, nor when a script changes the page's address, after
// which main would no longer answer it. Main handles reloading, which the development server needs.
navigation.addEventListener('navigate', (event) => {
  if (event.navigationType !== 'reload') event.preventDefault();
});
