// Names short-lived files and folders, and removes those that killed runs left behind.
import { lstat, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { nodeCrypto } from './node-crypto.ts';
import { systemCode } from './system-code.ts';

/** `.dateline-<machine>-<process>-<random>.tmp`: names its writer, and is short enough for any folder. */
const NAME = /^\.dateline-([0-9a-f]{8})-(\d+)-[0-9a-f]{16}\.tmp$/;

/** Milliseconds: no figure takes this long to write, on any machine. */
const ABANDONED = 24 * 60 * 60 * 1000;

/** Identifies this machine in a shared folder without revealing its name. */
const machine = (): string =>
  (known ??= nodeCrypto().createHash('sha256').update(hostname()).digest('hex').slice(0, 8));
let known: string | undefined;

/** A new name for a temporary file or folder of this process, never the same twice. */
export function temporaryName(): string {
  return `.dateline-${machine()}-${process.pid}-${nodeCrypto().randomBytes(8).toString('hex')}.tmp`;
}

/**
 * Removes what killed runs of this user left in a folder: temporary files and folders whose process on this machine has
 * ended, and files of any machine older than a day. Never fails: leftovers that cannot be removed stay.
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
    const dead = writtenOn === machine() && !isRunning(Number(writtenBy));
    const abandoned = status.isFile() && now - status.mtimeMs > ABANDONED;
    if (dead || abandoned) await rm(path, { force: true, recursive: true }).catch(() => undefined);
  }
}

/** Whether a process runs on this machine, under any user. */
export function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== 'ESRCH';
  }
}
