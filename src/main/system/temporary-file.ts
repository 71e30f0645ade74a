// Names the files and folders that are there for a moment only, and removes those that a killed run left.
import { createHash, randomBytes } from 'node:crypto';
import { lstat, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { systemCode } from './system-code.ts';

/** `.dateline-<machine>-<process>-<random>.tmp`: says who writes it, and fits where the name of any file does. */
const NAME = /^\.dateline-([0-9a-f]{8})-(\d+)-[0-9a-f]{16}\.tmp$/;

/** Milliseconds: no figure takes this long to write, on whatever machine. */
const ABANDONED = 24 * 60 * 60 * 1000;

/** Names this machine in a folder that several share, without telling its name. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** The name of a new temporary file or folder of this process; no two are the same. */
export function temporaryName(): string {
  return `.dateline-${machine}-${process.pid}-${randomBytes(8).toString('hex')}.tmp`;
}

/**
 * Removes what killed runs of this user left in a folder: temporary files and folders whose process on this machine has
 * ended, and files of any machine that are more than a day old. Never fails: what cannot be removed stays.
 *
 * @param folder absolute.
 * @param now milliseconds since 1970.
 */
export async function sweepTemporaries(folder: string, now = Date.now()): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const [, writtenOn, writtenBy] = NAME.exec(name) ?? [];
    if (writtenOn === undefined) continue;
    const path = join(folder, name);
    const status = await lstat(path).catch(() => undefined);
    if (!status || status.isSymbolicLink() || status.uid !== (process.getuid?.() ?? status.uid)) continue;
    const dead = writtenOn === machine && !isRunning(Number(writtenBy));
    const abandoned = status.isFile() && now - status.mtimeMs > ABANDONED;
    if (dead || abandoned) await rm(path, { force: true, recursive: true }).catch(() => undefined);
  }
}

/** Whether a process of this machine runs, whoever's it is. */
export function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== 'ESRCH';
  }
}
