// What main asks of the helper process, and what that may take.
import type { JobName, Jobs } from '../../shared/jobs.ts';
import type { Result } from '../../shared/result.ts';

/** A job for the helper. */
export interface Work<Name extends JobName> {
  readonly job: Name;
  readonly asked: Jobs[Name]['asked'];
  /** How many bytes its file has; there may turn out to be fewer. */
  readonly size: number;
  /** The file, in pieces of at most {@link PIECE} bytes. What it throws, {@link Helper.work} throws. */
  readonly file: AsyncIterator<Uint8Array, undefined>;
  /** Takes the progress. */
  readonly tell: (progress: Jobs[Name]['progress']) => void;
  /** Cancels it. */
  readonly signal: AbortSignal;
  readonly limits: Limits;
}

/** What a job may take; one that goes beyond is stopped. */
export interface Limits {
  /** Milliseconds. */
  readonly time: number;
  /** Bytes of the whole process. */
  readonly memory: number;
}

/** A process that does the work that would stop the window, or that the window should survive. */
export interface Helper {
  /**
   * Does a job, after those before it. Fails like the job, with `job-cancelled`, `job-late` or `job-memory` if it is
   * stopped, and with `job-broken` if the process ends by itself; these close the process at once.
   */
  readonly work: <Name extends JobName>(work: Work<Name>) => Promise<Result<Jobs[Name]['done']>>;
}
