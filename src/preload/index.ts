// The bridge: the calls that pages may make to main, by the names of the channels, and nothing else of Electron. It
// also keeps the page at its address.
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { CHANNEL_NAMES, type Api, type Notices } from '../shared/ipc.ts';

/** The page names a notice; the bridge listens to no other channel of Electron for it. */
const KNOWN: readonly (keyof Notices)[] = ['command', 'documentWaiting', 'failure'];

/** Listens to the channel named after a notice. */
function listen<Notice extends keyof Notices>(
  notice: Notice,
  listener: (payload: Notices[Notice]) => void,
): () => void {
  const relay = (_event: IpcRendererEvent, payload: Notices[Notice]): void => {
    listener(payload);
  };
  ipcRenderer.on(notice, relay);
  return () => {
    ipcRenderer.off(notice, relay);
  };
}

/** One method for each channel, with the same name. */
const methods = Object.fromEntries(
  CHANNEL_NAMES.map((name) => [name, (...given: unknown[]) => ipcRenderer.invoke(name, ...given)]),
);

const own: Pick<Api, 'openDropped' | 'on'> = {
  openDropped: (file) =>
    ipcRenderer.invoke('openDropped', file instanceof File ? webUtils.getPathForFile(file) : ''),
  on: (notice, listener) => (KNOWN.includes(notice) ? listen(notice, listener) : () => undefined),
};

contextBridge.exposeInMainWorld('api', { ...methods, ...own });

// Electron does not ask main before a page goes to `about:blank`, nor when a script changes the page's address, after
// which main would no longer answer it. Main handles reloading, which the development server needs.
navigation.addEventListener('navigate', (event) => {
  if (event.navigationType !== 'reload') event.preventDefault();
});
