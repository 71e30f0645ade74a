// Shows how much of a download has arrived: one living line in a terminal, a few lines in a log.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isMilestone, progressText } from './decisions.ts';

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = entries.map(async (entry) => {
    const found = await stat(join(entry.parentPath, entry.name)).catch(() => undefined);
    return found?.isFile() ? found.size : 0;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** A download under way: what is shown as its name, where it arrives, and its size in bytes where that is known. */
export interface Arrival {
  readonly name: string;
  readonly folder: string;
  readonly bytes?: number;
}

/** Shows the arrival twice a second until `download` settles, and passes on what that gives. */
export async function showProgress<T>(arrival: Arrival, download: Promise<T>): Promise<T> {
  let shown = -1;
  let settled = false;
  const show = async () => {
    const received = await sizeOf(arrival.folder);
    if (settled || received === 0) return;
    const text = `Downloading ${arrival.name}: ${progressText(received, arrival.bytes)}`;
    if (process.stdout.isTTY) process.stdout.write(`\r${text}\x1b[K`);
    else if (isMilestone(shown, received)) console.log(text);
    shown = received;
  };
  const timer = setInterval(() => void show(), 500);
  try {
    return await download;
  } finally {
    settled = true;
    clearInterval(timer);
    if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
  }
}
