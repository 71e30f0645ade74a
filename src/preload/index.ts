// The bridge: what pages may ask of main, by the names of the channels, and nothing else of Electron. It keeps the page where it is.
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { CHANNEL_NAMES, type Api, type Notices } from '../shared/ipc.ts';

/** The page names a notice; no other channel of Electron's is listened to for it. */
const KNOWN: readonly (keyof Notices)[] = ['command', 'documentWaiting', 'failure'];

/** Listens to the channel that a notice is named after. */
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

/** A method for each channel, of the same name. */
const methods = Object.fromEntries(
  CHANNEL_NAMES.map((name) => [name, (...given: unknown[]) => ipcRenderer.invoke(name, ...given)]),
);

const own: Pick<Api, 'openDropped' | 'on'> = {
  openDropped: (file) =>
    ipcRenderer.invoke('openDropped', file instanceof File ? webUtils.getPathForFile(file) : ''),
  on: (notice, listener) => (KNOWN.includes(notice) ? listen(notice, listener) : () => undefined),
};

contextBridge.exposeInMainWorld('api', { ...methods, ...own });

// Main is not asked before a page goes to `about:blank`, nor where a script changes the page's address, at which main would
// no longer answer it. Reloading is left to main, which lets the development server do it.
navigation.addEventListener('navigate', (event) => {
  if (event.navigationType !== 'reload') event.preventDefault();
});
