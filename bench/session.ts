// One run of an app under the probe: starts it, waits until it is painted, requests measurements, ends it.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { z } from 'zod';
import { launchArguments } from '../scripts/launch.ts';
import { parts } from './build.ts';
import { forgetFiles } from './machine.ts';
import { treeMemory } from './memory.ts';
import { answers, type FigureTimes, type Request, type SearchTimes, type Watch } from './probe/messages.ts';

/** A subject of measurement: an app, or the bare window with a page. */
export interface Subject {
  readonly name: string;
  /** The app and its own arguments; for a packaged app only these. */
  readonly args: readonly string[];
  /** Absolute; a packaged app with the probe in it. Otherwise Electron starts with the probe loaded first. */
  readonly program?: string;
  /** Whether its files must come from the disk, not from the system's cache. */
  readonly cold?: boolean;
  /** Absolute; kept from run to run, so that caches are as warm as a reader's. */
  readonly dataFolder: string;
  readonly watch: Watch;
}

/** What runs need. */
export interface Stage {
  /** Absolute path of Electron's program. */
  readonly electron: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Milliseconds that a subject may take for any one thing. */
  readonly limit: number;
}

/** What a page spends on style and layout while it is zoomed and dragged, milliseconds in all of these frames. */
export interface Work {
  readonly style: number;
  readonly layout: number;
  readonly frames: number;
}

/** A running, painted app. */
export interface Session {
  /** Milliseconds from the start of the process until everything was painted in a shown window. */
  readonly launch: number;
  /** Bytes of the whole process tree, after some seconds at rest; see {@link treeMemory}. */
  memory(): Promise<number | undefined>;
  /** The frames while a scripted hand zooms and drags, or why there are none. */
  frames(): Promise<readonly number[] | Missing>;
  /** The frames while the same hand moves the view and a table is imported, or why there are none. */
  importing(): Promise<readonly number[] | Missing>;
  /** Style and layout while the same hand moves the view after a rest, or why there are none. */
  work(): Promise<Work | Missing>;
  /** What edits by keyboard take after a rest, milliseconds each, or `late`. */
  edits(): Promise<readonly number[] | 'late'>;
  /** What searches take after a rest, or `late`. */
  searches(): Promise<SearchTimes | 'late'>;
  /** Milliseconds that the page waits for a document which main holds ready, or `late`. */
  fetched(): Promise<number | 'late'>;
  /** How long figures take, or `late`; throws if one is not written. */
  figures(): Promise<FigureTimes | 'late'>;
  close(): Promise<void>;
}

/** Milliseconds until a painted window is at rest. */
const REST = 3_000;

/** Milliseconds that an app may take to quit. */
const PATIENCE = 5_000;

const now = () => performance.timeOrigin + performance.now();

/** Why there is no measurement: it took longer than the limit, the app refused the document, or its view did not move. */
export type Missing = 'late' | 'refused' | 'unmoved';

/** Starts a subject and waits until it is painted; throws if it ends before that. */
export async function startSession(subject: Subject, stage: Stage): Promise<Session | Missing> {
  const args = [
    ...launchArguments(),
    `--user-data-dir=${subject.dataFolder}`,
    ...(subject.program === undefined ? ['-r', parts.probe] : []),
    ...subject.args,
  ];
  if (subject.cold === true) await forgetFiles();
  const startedAt = now();
  const child = spawn(subject.program ?? stage.electron, args, {
    env: { ...stage.environment, DATELINE_BENCH: JSON.stringify(subject.watch) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // A group of its own, so that a hanging subject can be ended together with its processes.
    detached: true,
  });
  const complaints: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${subject.name} ended by itself:\n${complaints.join('')}`);
  });
  ended.catch(() => undefined);
  const kill = () => {
    endGroup(child);
  };
  process.on('exit', kill);

  /** The next answer, or `late`. */
  async function hear<T>(schema: z.ZodType<T>): Promise<T | 'late'> {
    const waiting = new AbortController();
    const answer = once(child, 'message', waiting).then(([message]: unknown[]) => schema.parse(message));
    answer.catch(() => undefined);
    try {
      return await Promise.race([answer, ended, setTimeout(stage.limit, 'late' as const, { ref: false })]);
    } finally {
      waiting.abort();
    }
  }

  const ask = (request: Request) => child.send(request);

  async function close(): Promise<void> {
    ask('quit');
    await Promise.race([ended.catch(() => undefined), setTimeout(PATIENCE, undefined, { ref: false })]);
    kill();
    await ended.catch(() => undefined);
    process.off('exit', kill);
  }

  const heard = await hear(answers.painted);
  if (heard === 'late' || heard[0] === null) {
    await close();
    return heard === 'late' ? 'late' : 'refused';
  }
  const stoodStill = (views: number) => subject.watch.moves && views < 2;
  return {
    launch: Math.max(heard[0], heard[1]) - startedAt,
    async memory() {
      await setTimeout(REST);
      return child.pid === undefined ? undefined : treeMemory(child.pid);
    },
    async frames() {
      ask('frames');
      const frames = await hear(answers.frames);
      if (frames === 'late') return 'late';
      return stoodStill(frames.views) ? 'unmoved' : frames.intervals;
    },
    async importing() {
      await setTimeout(REST);
      ask('importing');
      const hands = await hear(answers.importing);
      if (hands === 'late') return 'late';
      return hands.length === 0 || hands.some(({ views }) => stoodStill(views))
        ? 'unmoved'
        : hands.flatMap(({ intervals }) => intervals);
    },
    async work() {
      await setTimeout(REST);
      ask('work');
      const work = await hear(answers.work);
      if (work === 'late') return 'late';
      if (stoodStill(work.frames.views)) return 'unmoved';
      return { ...work, frames: work.frames.intervals.length };
    },
    async edits() {
      await setTimeout(REST);
      ask('edits');
      return hear(answers.edits);
    },
    async searches() {
      await setTimeout(REST);
      ask('searches');
      return hear(answers.searches);
    },
    fetched() {
      ask('fetched');
      return hear(answers.fetched);
    },
    figures() {
      ask('figures');
      return hear(answers.figures);
    },
    close,
  };
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has already ended.
  }
}
