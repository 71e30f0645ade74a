// Provides folders to work in until a result is whole, so that an interrupted run is never taken for a finished one.
import { rmSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { atExit } from '../processes.ts';
import { isLeftover } from './decisions.ts';

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // A process of another user may not be signalled, but exists.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Calls `work` with a new folder inside `parent`, which is created if needed. Removes the folder afterwards, along with
 * those of interrupted runs. It is on the same disk as `parent`, so that a result can be renamed into it.
 */
export async function withStage<T>(parent: string, work: (stage: string) => Promise<T>): Promise<T> {
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    if (isLeftover(name, isRunning)) await rm(join(parent, name), { recursive: true, force: true });
  }
  const stage = join(parent, `stage-${process.pid}`);
  const remove = () => {
    rmSync(stage, { recursive: true, force: true });
  };
  const release = atExit(remove);
  try {
    // In a container, an interrupted run may well have had the id of this process.
    remove();
    await mkdir(stage);
    return await work(stage);
  } finally {
    release();
    remove();
  }
}
