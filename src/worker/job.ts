// What a job of the helper process is.
import type { JobName, Jobs } from '../shared/jobs.ts';
import type { Result } from '../shared/result.ts';

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
