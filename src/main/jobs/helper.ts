// Starts the helper process when there is a job, gives it one job at a time, and ends it.
import { app, utilityProcess, type UtilityProcess } from 'electron';
import { grouped } from '../../shared/in-words.ts';
import type { FromHelper, JobName, Jobs, ToHelper } from '../../shared/jobs.ts';
import { failure, type Failed, type Result } from '../../shared/result.ts';
import { errorForLog } from '../system/log-file.ts';
import { log } from '../system/log.ts';
import { createQueue } from '../system/queue.ts';
import type { Helper, Limits, Work } from './work.ts';

/** Milliseconds that the process waits for another job: a new one takes a tenth of a second to start. */
const IDLE = 2_000;

/** Milliseconds between two looks at its memory. */
const LOOK = 250;

/** See `setupHelper`. */
export function createHelper(script: string): Helper {
  const inTurn = createQueue();
  let running: UtilityProcess | undefined;
  let idle: NodeJS.Timeout | undefined;

  function start(): UtilityProcess {
    const child = utilityProcess.fork(script, [], { serviceName: 'Dateline helper', stdio: 'ignore' });
    child.once('exit', () => {
      if (running === child) running = undefined;
    });
    return child;
  }

  function end(): void {
    if (running !== undefined) kill(running);
    running = undefined;
  }

  async function run<Name extends JobName>(work: Work<Name>): Promise<Result<Jobs[Name]['done']>> {
    if (work.signal.aborted) return CANCELLED;
    clearTimeout(idle);
    let finished = false;
    try {
      const result = await converse((running ??= start()), work);
      finished = result.ok || !STOPPED.has(result.failure.code);
      return result;
    } finally {
      // What stopped in the middle of its work is ended rather than mended.
      if (finished) idle = setTimeout(end, IDLE).unref();
      else end();
    }
  }

  return {
    work: (work) => inTurn(() => run(work)),
  };
}

/** Ends a process at once, even one that is stopped or has not started yet. */
function kill(child: UtilityProcess): void {
  if (child.pid === undefined)
    child.once('spawn', () => {
      kill(child);
    });
  else process.kill(child.pid, 'SIGKILL');
}

/** The failure of a cancelled job. */
const CANCELLED = failure('job-cancelled', 'It was cancelled.');

/** The failures after which the process is of no more use. */
const STOPPED: ReadonlySet<string> = new Set(['job-cancelled', 'job-late', 'job-memory', 'job-broken']);

/** Gives the process a job and answers it until the job ends. Whatever comes first ends it. */
function converse<Name extends JobName>(
  child: UtilityProcess,
  { job, asked, size, file, tell, signal, limits }: Work<Name>,
): Promise<Result<Jobs[Name]['done']>> {
  return new Promise((resolve, reject) => {
    const settled = new AbortController();
    const finish = (result: Result<Jobs[Name]['done']>): void => {
      settled.abort();
      resolve(result);
    };
    const send = (message: ToHelper): void => {
      if (!settled.signal.aborted) child.postMessage(message);
    };
    const sendMore = async (): Promise<void> => {
      try {
        const { value } = await file.next();
        // A copy: with a part of an array, all of it would cross.
        send({ kind: 'piece', bytes: value?.slice() ?? null });
      } catch (error) {
        settled.abort();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    const hear = (message: FromHelper<Name>): void => {
      switch (message.kind) {
        case 'more':
          void sendMore();
          break;
        case 'progress':
          tell(message.progress);
          break;
        case 'done':
          finish(message.result);
          break;
        case 'fault':
          finish(broken(errorForLog(Object.assign(new Error(message.fault.message), message.fault))));
          break;
      }
    };
    const exited = (code: number): void => {
      finish(broken(`it ended with ${code}`));
    };
    const cancel = (): void => {
      finish(CANCELLED);
    };
    const late = setTimeout(() => {
      finish(lateAfter(limits));
    }, limits.time);
    const look = setInterval(() => {
      if (memoryOf(child) > limits.memory) finish(tooLarge(limits));
    }, LOOK);
    settled.signal.addEventListener('abort', () => {
      clearTimeout(late);
      clearInterval(look);
      child.off('message', hear);
      child.off('exit', exited);
      signal.removeEventListener('abort', cancel);
      void file.return?.();
    });
    child.on('message', hear);
    child.once('exit', exited);
    signal.addEventListener('abort', cancel);
    send({ kind: 'start', job, asked, size });
  });
}

/** Bytes that a process takes; 0 once it has ended. */
function memoryOf({ pid }: UtilityProcess): number {
  const metric = app.getAppMetrics().find((process) => process.pid === pid);
  return (metric?.memory.workingSetSize ?? 0) * 1024;
}

function lateAfter({ time }: Limits): Failed {
  return failure(
    'job-late',
    `It took longer than ${grouped(Math.round(time / 1000))} seconds, so Dateline stopped. Try again when the computer is less busy, or divide the file.`,
  );
}

function tooLarge({ memory }: Limits): Failed {
  const gigabytes = (memory / 2 ** 30).toLocaleString('en', { maximumFractionDigits: 1 });
  return failure(
    'job-memory',
    `It took more than ${gigabytes} GB of memory, so Dateline stopped. Divide the file into smaller ones.`,
  );
}

function broken(reason: string): Failed {
  log(`the helper process broke: ${reason}`);
  return failure('job-broken', 'The process that worked on it ended unexpectedly. Try again.');
}
