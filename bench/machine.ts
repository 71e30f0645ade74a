// What the measurements were made on, in words; and making it forget what it has read.
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

/** Where Linux is told to forget what it has read from disks; see proc_sys_vm(5). */
const DROP_CACHES = '/proc/sys/vm/drop_caches';

/** Whether this process may make the system forget the files it has read: root may, on Linux. */
export async function canForgetFiles(): Promise<boolean> {
  return access(DROP_CACHES, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** Makes the system forget the files it has read, so that the next start reads them from the disk. */
export async function forgetFiles(): Promise<void> {
  await capture('sync', []);
  await writeFile(DROP_CACHES, '3');
}
