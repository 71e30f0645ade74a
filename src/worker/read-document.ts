// Reads a large document: checks it whole, and returns it without its bytes, which main has.
import { readDocument } from '../shared/document/file/read.ts';
import { withoutBytes } from '../shared/document/read-elsewhere.ts';
import type { Job } from './job.ts';

/** See `Jobs.readDocument`. */
export const readDocumentJob: Job<'readDocument'> = (_asked, bytes, tell) => {
  const document = readDocument(bytes, tell);
  return document.ok ? withoutBytes(document.value, bytes) : document;
};
