// The bridge: what pages may ask of main, one line a method, and nothing else of Electron.
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { Api, Contract, Notices } from '../shared/ipc.ts';

/** Calls the channel that a method is named after. */
function ask<Method extends keyof Contract>(
  method: Method,
  ...given: Parameters<Contract[Method]>
): Promise<ReturnType<Contract[Method]>> {
  return ipcRenderer.invoke(method, ...given);
}

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

const api = {
  loadDocument: () => ask('loadDocument'),
  chooseDocument: () => ask('chooseDocument'),
  loadBundledDocument: () => ask('loadBundledDocument'),
  exportFigure: (request) => ask('exportFigure', request),
  copyFigure: (options) => ask('copyFigure', options),
  previewFigure: (request) => ask('previewFigure', request),
  cancelFigure: () => ask('cancelFigure'),
  lastFigure: () => ask('lastFigure'),
  showExportedFigure: () => ask('showExportedFigure'),
  openLink: (address) => ask('openLink', address),
  openWaitingDocument: () => ask('openWaitingDocument'),
  openDropped: (file) => ask('openDropped', file instanceof File ? webUtils.getPathForFile(file) : ''),
  keepPlace: (place) => ask('keepPlace', place),
  about: () => ask('about'),
  copyVersion: () => ask('copyVersion'),
  copyText: (text) => ask('copyText', text),
  rememberPanel: (layout) => ask('rememberPanel', layout),
  figureJob: () => ask('figureJob'),
  figureDrawn: (drawing) => ask('figureDrawn', drawing),
  figureFailed: (fault) => ask('figureFailed', fault),
  on: (notice, listener) => (KNOWN.includes(notice) ? listen(notice, listener) : () => undefined),
} satisfies Api;

contextBridge.exposeInMainWorld('api', api);
