// Shows how far a download or an installation is: one living line in a terminal, a few lines in a log.
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

/** Writes over what was shown before, in a terminal; in a log there are only lines of note. */
function showLine(text: string, isOfNote: boolean): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${text}\x1b[K`);
  else if (isOfNote) console.log(text);
}

function clearLine(): void {
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
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
 * Shows how far apt-get is while `work` runs it.
 *
 * @param work is given what to call with the status lines as they come.
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
