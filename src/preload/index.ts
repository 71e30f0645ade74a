// The bridge: what pages may ask of main, one line a method, and nothing else of Electron.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Api, Command, Contract } from '../shared/ipc.ts';

/** Calls the channel that a method is named after. */
function ask<Method extends keyof Contract>(
  method: Method,
  ...given: Parameters<Contract[Method]>
): Promise<ReturnType<Contract[Method]>> {
  return ipcRenderer.invoke(method, ...given);
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
  figureJob: () => ask('figureJob'),
  figureDrawn: (drawing) => ask('figureDrawn', drawing),
  onCommand: (listener) => {
    const relay = (_event: IpcRendererEvent, command: Command): void => {
      listener(command);
    };
    ipcRenderer.on('command', relay);
    return () => {
      ipcRenderer.off('command', relay);
    };
  },
} satisfies Api;

contextBridge.exposeInMainWorld('api', api);
