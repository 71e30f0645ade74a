// The jobs that the helper process does, by their names.
import type { JobName, Jobs } from '../shared/jobs.ts';
import type { Result } from '../shared/result.ts';
import { readDocumentJob } from './read-document.ts';

/**
 * Does a job.
 *
 * @param asked what main wants.
 * @param bytes the whole file.
 * @param tell takes the progress; call it as often as is handy.
 */
export type Job<Name extends JobName> = (
  asked: Jobs[Name]['asked'],
  bytes: Uint8Array,
  tell: (progress: Jobs[Name]['progress']) => void,
) => Result<Jobs[Name]['done']> | Promise<Result<Jobs[Name]['done']>>;

/** All of them. */
export const JOBS: { readonly [Name in JobName]: Job<Name> } = {
  readDocument: readDocumentJob,
  importFile: async (...given) => (await import('./import-file.ts')).importFileJob(...given),
};
