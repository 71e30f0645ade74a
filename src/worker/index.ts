// The entry of the helper process: takes a job and its file from main, does it, and sends back what came of it.
import { roomOf } from '../shared/document/room.ts';
import type { FromHelper, JobName, JobStart, Jobs, ToHelper } from '../shared/jobs.ts';
import { failure } from '../shared/result.ts';
import { JOBS } from './jobs.ts';

/** Pieces of a file that are under way at once: main reads one while this process takes another. */
const UNDER_WAY = 3;

/** The least time between two messages of progress, milliseconds. */
const PAUSE = 100;

/** The job whose file is coming. */
let coming: { readonly start: JobStart; readonly bytes: Uint8Array; filled: number } | undefined;

process.parentPort.on('message', ({ data }) => {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- main alone sends messages, and just these
  const message: ToHelper = data;
  if (message.kind === 'start') begin(message);
  else take(message.bytes);
});

function begin(start: JobStart): void {
  const bytes = roomFor(start.size);
  if (bytes === null) {
    send({
      kind: 'done',
      result: failure(
        'file-too-large',
        'There is not enough memory for it. Close other programs and try again.',
      ),
    });
    return;
  }
  coming = { start, bytes, filled: 0 };
  for (let piece = 0; piece < UNDER_WAY; piece += 1) send({ kind: 'more' });
}

function roomFor(size: number): Uint8Array | null {
  try {
    return roomOf(size);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}

/** @param piece of the file; `null` behind the last. */
function take(piece: Uint8Array | null): void {
  // Further requests for a piece may be under way when the file ends.
  if (coming === undefined) return;
  const { start, bytes, filled } = coming;
  if (piece === null) {
    coming = undefined;
    void work(start, bytes.subarray(0, filled));
    return;
  }
  bytes.set(piece, filled);
  coming.filled += piece.length;
  send({ kind: 'more' });
}

async function work<Name extends JobName>({ job, asked }: JobStart<Name>, bytes: Uint8Array): Promise<void> {
  let told = performance.now();
  const tell = (progress: Jobs[Name]['progress']): void => {
    if (performance.now() - told < PAUSE) return;
    told = performance.now();
    send({ kind: 'progress', progress });
  };
  try {
    send({ kind: 'done', result: await JOBS[job](asked, bytes, tell) });
  } catch (error) {
    const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    send({ kind: 'fault', fault: { name, message, stack } });
  }
}

function send(message: FromHelper): void {
  process.parentPort.postMessage(message);
}
