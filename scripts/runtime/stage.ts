// Folders to work in until a result is whole, so that what is cut off is never taken for done.
import { rmSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { atExit } from '../processes.ts';
import { isLeftover } from './decisions.ts';

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // A process of another user may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Calls `work` with a new folder inside `parent`, which is made if need be; the folder is gone afterwards, and so
 * are those of runs that were cut off. On the same disk as `parent`, so that a result can be renamed into it.
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
    // In a container a run that was cut off may well have had this process's number.
    remove();
    await mkdir(stage);
    return await work(stage);
  } finally {
    release();
    remove();
  }
}
