// Finds the folders of Chromium and Dateline, and gives a run a temporary one if those cannot be written.
import { mkdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { isRunning, sweepTemporaries, temporaryName } from './temporary-file.ts';

/** The user's data folder. */
export interface Profile {
  /** Absolute; settings are read from here and, if possible, written here. */
  readonly folder: string;
  /** One sentence that warns if the next run will find nothing of this one; otherwise `undefined`. */
  readonly forgets: string | undefined;
}

/**
 * The user's data folder, or a temporary one for this run if that cannot be written. Call this before Electron is
 * ready.
 *
 * @param part names a subfolder for Chromium's own files, which are otherwise in the folder itself.
 */
export function openProfile(part = ''): Profile {
  const folder = userData();
  if (folder === undefined || !canBeWritten(join(folder, part)))
    return temporaryProfile(folder, 'cannot be written');
  if (part !== '') app.setPath('userData', join(folder, part));
  return { folder, forgets: undefined };
}

/**
 * Moves Chromium's files to a new folder, which is removed at the end.
 *
 * @param folder where settings are still read from, if it exists.
 * @param reason the folder's fault, to follow “the folder …”.
 */
export function temporaryProfile(folder: string | undefined, reason: string): Profile {
  // Without a home GTK complains that it cannot keep its settings there.
  if (folder === undefined) process.env['GSETTINGS_BACKEND'] = 'memory';
  const temporary = join(tmpdir(), temporaryName());
  app.setPath('userData', temporary);
  process.once('exit', () => {
    rmSync(temporary, { recursive: true, force: true });
  });
  // Chromium writes there until the very end, so each run removes what earlier ones left.
  void sweepTemporaries(tmpdir());
  const named = folder === undefined ? 'the folder for them' : `the folder “${folder}”`;
  return {
    folder: folder ?? temporary,
    forgets: `Settings and recent documents are forgotten when this window is closed: ${named} ${reason}. Changes that are not saved cannot be recovered after a crash.`,
  };
}

/**
 * Whether an app that runs on this machine holds the lock of a folder, so that a document can be handed over to it. A
 * lock left by another machine, or one that could not be made, has no holder.
 *
 * @param folder absolute.
 */
export function isHeldHere(folder: string): boolean {
  // Windows releases a lock together with its process.
  if (process.platform === 'win32') return true;
  try {
    const holder = readlinkSync(join(folder, 'SingletonLock'));
    const dash = holder.lastIndexOf('-');
    return holder.slice(0, dash) === hostname() && isRunning(Number(holder.slice(dash + 1)));
  } catch {
    return false;
  }
}

/** Electron throws if the folder cannot be made, as in a home that is no folder. */
function userData(): string | undefined {
  try {
    return app.getPath('userData');
  } catch {
    return undefined;
  }
}

function canBeWritten(folder: string): boolean {
  // Not a temporary name: that would load Node's cryptography before the window, which takes six milliseconds.
  const probe = join(folder, `.dateline-probe-${process.pid}`);
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
