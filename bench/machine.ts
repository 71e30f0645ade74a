// What the measurements were made on, in words.
import { readFile } from 'node:fs/promises';
import { cpus, release, totalmem, type } from 'node:os';

/** The processor, the memory and the system of this machine. */
export async function describeMachine(): Promise<string> {
  const [processor] = cpus();
  const name = /^PRETTY_NAME="?([^"\n]*)/m.exec(
    await readFile('/etc/os-release', 'utf8').catch(() => ''),
  )?.[1];
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB of memory`;
  return `${processor?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${memory}, ${name ?? type()} (${type()} ${release()})`;
}
