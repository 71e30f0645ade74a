// Finds where Chromium and Dateline keep their files, and gives a run a folder of its own where that cannot be written.
import { mkdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { isRunning, sweepTemporaries, temporaryName } from './temporary-file.ts';

/** Where the user's data is kept. */
export interface Profile {
  /** Absolute; where settings are read from and, where that is possible, written to. */
  readonly folder: string;
  /** Where the next run finds nothing of this one, one sentence that says so; otherwise `undefined`. */
  readonly forgets: string | undefined;
}

/**
 * The user's data folder, or one for this run alone where that cannot be written. Has to be called before Electron is
 * ready.
 *
 * @param part names a folder within it for Chromium's own files, which otherwise stand in the folder itself.
 */
export function openProfile(part = ''): Profile {
  const folder = userData();
  if (folder === undefined || !canBeWritten(join(folder, part)))
    return temporaryProfile(folder, 'cannot be written');
  if (part !== '') app.setPath('userData', join(folder, part));
  return { folder, forgets: undefined };
}

/**
 * Has Chromium keep its files in a new folder, which is removed at the end.
 *
 * @param folder where settings are still read from, if there is one.
 * @param reason what is the matter with it, to follow “the folder …”.
 */
export function temporaryProfile(folder: string | undefined, reason: string): Profile {
  // Without a home GTK complains that it cannot keep its settings there.
  if (folder === undefined) process.env['GSETTINGS_BACKEND'] = 'memory';
  const temporary = join(tmpdir(), temporaryName());
  app.setPath('userData', temporary);
  process.once('exit', () => {
    rmSync(temporary, { recursive: true, force: true });
  });
  // Chromium writes there until the very end, and so each run takes away what is left of those before.
  void sweepTemporaries(tmpdir());
  const named = folder === undefined ? 'the folder for them' : `the folder “${folder}”`;
  return {
    folder: folder ?? temporary,
    forgets: `Settings and recent documents are forgotten when this window is closed: ${named} ${reason}.`,
  };
}

/**
 * Whether an app that runs on this machine holds the lock of a folder: one that it could be handed over to. A lock that
 * was left by another machine, or could not be made, is held by none.
 *
 * @param folder absolute.
 */
export function isHeldHere(folder: string): boolean {
  // Windows takes a lock away together with its process.
  if (process.platform === 'win32') return true;
  try {
    const holder = readlinkSync(join(folder, 'SingletonLock'));
    const dash = holder.lastIndexOf('-');
    return holder.slice(0, dash) === hostname() && isRunning(Number(holder.slice(dash + 1)));
  } catch {
    return false;
  }
}

/** Electron has none where it cannot be made, as in a home that is no folder. */
function userData(): string | undefined {
  try {
    return app.getPath('userData');
  } catch {
    return undefined;
  }
}

function canBeWritten(folder: string): boolean {
  const probe = join(folder, temporaryName());
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, 'Dateline can write here.');
    rmSync(probe);
    return true;
  } catch {
    rmSync(probe, { force: true });
    return false;
  }
}
