// Shows the progress of a download or an installation: one updating line in a terminal, a few lines in a log.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { aptProgress, isMilestone, progressText } from './decisions.ts';

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = entries.map(async (entry) => {
    const found = await stat(join(entry.parentPath, entry.name)).catch(() => undefined);
    return found?.isFile() ? found.size : 0;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Replaces the last line in a terminal; a log only gets lines worth keeping. */
function showLine(text: string, isOfNote: boolean): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${text}\x1b[K`);
  else if (isOfNote) console.log(text);
}

function clearLine(): void {
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
}

/** A download in progress: its name, the file that it arrives in, and its size in bytes if known. */
export interface Arrival {
  readonly name: string;
  readonly folder: string;
  readonly bytes?: number;
}

/** Shows the progress twice a second until `download` settles, and returns its result. */
export async function showProgress<T>(arrival: Arrival, download: Promise<T>): Promise<T> {
  let shown = -1;
  let settled = false;
  const show = async () => {
    const received = await sizeOf(arrival.folder);
    if (settled || received === 0) return;
    showLine(
      `Downloading ${arrival.name}: ${progressText(received, arrival.bytes)}`,
      isMilestone(shown, received, 50e6),
    );
    shown = received;
  };
  const timer = setInterval(() => void show(), 500);
  try {
    return await download;
  } finally {
    settled = true;
    clearInterval(timer);
    clearLine();
  }
}

/**
 * Shows the progress of apt-get while `work` runs it.
 *
 * @param work receives a function to call with status lines as they arrive.
 */
export async function showInstallation<T>(work: (hear: (text: string) => void) => Promise<T>): Promise<T> {
  let shown = { doing: '', percent: -1 };
  try {
    return await work((text) => {
      const now = aptProgress(text);
      if (now === undefined || (now.doing === shown.doing && now.percent <= shown.percent)) return;
      const before = now.doing === shown.doing ? shown.percent : -1;
      showLine(`${now.doing} packages: ${now.percent} %`, isMilestone(before, now.percent, 25));
      shown = now;
    });
  } finally {
    clearLine();
  }
}
