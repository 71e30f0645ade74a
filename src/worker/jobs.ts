// The jobs that the helper process does, by their names.
import type { JobName } from '../shared/jobs.ts';
import type { Job } from './job.ts';
import { readDocumentJob } from './read-document.ts';

/** All of them. */
export const JOBS: { readonly [Name in JobName]: Job<Name> } = {
  readDocument: readDocumentJob,
  importFile: async (...given) => (await import('./import-file.ts')).importFileJob(...given),
  readArticle: async (_asked, bytes) =>
    (await import('../shared/formats/article/read.ts')).readArticle(bytes),
};
