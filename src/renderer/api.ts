// The only file that touches the bridge to the main process.
import { unpackDocument } from '../shared/document/packed.ts';
import type { Api, OpenedDocument, SentDocument } from '../shared/ipc.ts';
import { success, type Result } from '../shared/result.ts';

declare global {
  interface Window {
    readonly api: Api;
  }
}

/** What main does for this page; documents arrive as text and are unpacked here. */
export const api = {
  ...window.api,
  loadDocument: async () => {
    const start = await window.api.loadDocument();
    return { ...start, document: unpacked(start.document) };
  },
  openWaitingDocument: async () => {
    const sent = await window.api.openWaitingDocument();
    return sent && unpacked(sent);
  },
  loadBundledDocument: async () => unpacked(await window.api.loadBundledDocument()),
  chooseDocument: async () => {
    const sent = await window.api.chooseDocument();
    return sent && unpacked(sent);
  },
  retryDocument: async () => {
    const sent = await window.api.retryDocument();
    return sent && unpacked(sent);
  },
  figureJob: async () => {
    const { request, document } = await window.api.figureJob();
    return { request, document: document === null ? null : unpackDocument(document) };
  },
};

function unpacked(sent: Result<SentDocument>): Result<OpenedDocument> {
  return sent.ok ? success({ ...sent.value, document: unpackDocument(sent.value.document) }) : sent;
}
