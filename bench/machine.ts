// Describes the machine that the measurements ran on, and clears its file cache.
import { access, constants, readFile, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem, type } from 'node:os';
import { capture } from '../scripts/processes.ts';

/** The processor, the memory and the system of this machine. */
export async function describeMachine(): Promise<string> {
  const [processor] = cpus();
  const name = /^PRETTY_NAME="?([^"\n]*)/m.exec(
    await readFile('/etc/os-release', 'utf8').catch(() => ''),
  )?.[1];
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB of memory`;
  return `${processor?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${memory}, ${name ?? type()} (${type()} ${release()})`;
}

/** Writing here makes Linux drop its file cache; see proc_sys_vm(5). */
const DROP_CACHES = '/proc/sys/vm/drop_caches';

/** Whether this process may clear the file cache: only root on Linux may. */
export async function canForgetFiles(): Promise<boolean> {
  return access(DROP_CACHES, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** Clears the system's file cache, so that the next start reads its files from the disk. */
export async function forgetFiles(): Promise<void> {
  await capture('sync', []);
  await writeFile(DROP_CACHES, '3');
}
