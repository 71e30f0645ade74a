// The only file that touches the bridge to the main process.
import { isolate } from '../shared/isolate.ts';
import { crossed } from '../shared/document/crossed.ts';
import type { SentContents } from '../shared/document/crossing.ts';
import type { PlacedDocument } from '../shared/document/document.ts';
import type { Api, OpenedDocument, SentDocument } from '../shared/ipc.ts';
import { failure, success, type Result } from '../shared/result.ts';
import { fetchColumns } from './columns.ts';

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
    return { ...start, document: await opened(start.document) };
  },
  openWaitingDocument: async () => {
    const sent = await window.api.openWaitingDocument();
    return sent && opened(sent);
  },
  loadBundledDocument: async () => {
    const sent = await window.api.loadBundledDocument();
    return sent && opened(sent);
  },
  chooseDocument: async () => {
    const sent = await window.api.chooseDocument();
    return sent && opened(sent);
  },
  importFile: async () => {
    const sent = await window.api.importFile();
    return sent && opened(sent);
  },
  importText: async (...given: Parameters<Api['importText']>) => {
    const sent = await window.api.importText(...given);
    return sent && opened(sent);
  },
  newDocument: async () => {
    const sent = await window.api.newDocument();
    return sent && opened(sent);
  },
  retryDocument: async () => {
    const sent = await window.api.retryDocument();
    return sent && opened(sent);
  },
  openVersion: async (id: string) => {
    const sent = await window.api.openVersion(id);
    return sent && opened(sent);
  },
  reloadFile: async () => opened(await window.api.reloadFile()),
  recoverChanges: async (id: string) => {
    const recovered = await window.api.recoverChanges(id);
    if (recovered?.ok !== true) return recovered;
    const document = await opened(success(recovered.value.sent));
    return document.ok ? success({ ...recovered.value, document: document.value }) : document;
  },
  figureJob: async () => {
    const { request, document } = await window.api.figureJob();
    return { request, document: document === null ? null : await putTogether(document) };
  },
};

/** A document that main sent, with what was done to it before. */
export type ArrivedDocument = OpenedDocument &
  Pick<SentDocument, 'history' | 'serial' | 'imported' | 'article'>;

async function opened(sent: Result<SentDocument>): Promise<Result<ArrivedDocument>> {
  if (!sent.ok) return sent;
  const { document, fileName } = sent.value;
  const arriving = await arrived(document, `“${isolate(fileName)}” cannot be opened.`);
  return arriving.ok ? success({ ...sent.value, document: arriving.value }) : arriving;
}

/**
 * Takes a document that main sent.
 *
 * @param otherwise what cannot be done if there is not enough memory for it, as a sentence.
 * @returns the document, or a failure `document-too-large`.
 */
export async function arrived(sent: SentContents, otherwise: string): Promise<Result<PlacedDocument>> {
  try {
    return success(await putTogether(sent));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return failure(
      'document-too-large',
      `${otherwise} There is not enough memory for it. Close other programs and try again.`,
    );
  }
}

async function putTogether({ head, columns }: SentContents): Promise<PlacedDocument> {
  return crossed({ head, columns: 'ticket' in columns ? await fetchColumns(columns) : columns });
}
