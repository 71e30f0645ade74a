// The only file that touches the bridge to the main process.
import { crossed } from '../shared/document/crossing.ts';
import type { Api, OpenedDocument, SentDocument } from '../shared/ipc.ts';
import { success, type Result } from '../shared/result.ts';

declare global {
  interface Window {
    readonly api: Api;
  }
}

/** What main does for this page; documents arrive as columns and are put together here. */
export const api = {
  ...window.api,
  loadDocument: async () => {
    const start = await window.api.loadDocument();
    return { ...start, document: opened(start.document) };
  },
  openWaitingDocument: async () => {
    const sent = await window.api.openWaitingDocument();
    return sent && opened(sent);
  },
  loadBundledDocument: async () => opened(await window.api.loadBundledDocument()),
  chooseDocument: async () => {
    const sent = await window.api.chooseDocument();
    return sent && opened(sent);
  },
  retryDocument: async () => {
    const sent = await window.api.retryDocument();
    return sent && opened(sent);
  },
  figureJob: async () => {
    const { request, document } = await window.api.figureJob();
    return { request, document: document === null ? null : crossed(document) };
  },
};

function opened(sent: Result<SentDocument>): Result<OpenedDocument> {
  return sent.ok ? success({ ...sent.value, document: crossed(sent.value.document) }) : sent;
}
