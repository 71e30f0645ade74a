// Supplies the contents of the Help menu and the About dialog.
import { readFile } from 'node:fs/promises';
import { release } from 'node:os';
import { app, clipboard, shell } from 'electron';
import { failure, success, type Result } from '../../shared/result.ts';
import type { Handlers } from '../safety/ipc.ts';
import { openLink } from '../safety/links.ts';
import { log } from '../system/log.ts';
import { readManifest, releasesAddress } from './manifest.ts';

/** The ending of a package's version that is built on the stand-in runtime. */
const STAND_IN = '+standin';

/** One line: the versions of the app, of Electron and of the system. */
export function versions(): string {
  const { platform, arch } = process;
  return `Dateline ${app.getVersion()}, Electron ${process.versions.electron}, ${platform} ${release()} ${arch}`;
}

/** The items of the Help menu that need main. */
export interface Help {
  /** Opens the folder of the log. */
  readonly showLogs: () => Promise<Result<null>>;
  /** Opens the releases page in the reader's browser; the app itself sends no request. */
  readonly checkForUpdates: () => Promise<Result<null>>;
  readonly handlers: Pick<Handlers, 'about' | 'copyVersion'>;
}

/**
 * @param root absolute folder of the app.
 * @param notices absolute path of the notices of the packages in the app; `undefined` in development, which has none.
 */
export function setupHelp(root: string, notices: string | undefined): Help {
  return {
    showLogs: async () => {
      const trouble = await shell.openPath(app.getPath('logs'));
      if (trouble === '') return success(null);
      log('the folder of the logs was not opened', trouble);
      return failure('logs-not-shown', 'No program could open the log folder:', [app.getPath('logs')]);
    },
    checkForUpdates: async () => {
      const { homepage } = await readManifest(root);
      const address = releasesAddress(homepage);
      if (address !== undefined) return openLink(address);
      return failure(
        'releases-unknown',
        `This build of Dateline ${app.getVersion()} does not say where new versions are. Ask the person who gave it to you.`,
      );
    },
    handlers: {
      about: async () => {
        const { licence } = await readManifest(root);
        const version = app.getVersion();
        return {
          version,
          electronVersion: process.versions.electron,
          standIn: version.endsWith(STAND_IN),
          licence: licence ?? '',
          notices: await readNotices(notices),
        };
      },
      copyVersion: async () => {
        await clipboard.writeText(versions());
        return null;
      },
    },
  };
}

async function readNotices(path: string | undefined): Promise<Result<string>> {
  if (path === undefined)
    return failure(
      'notices-in-packages',
      'Third-party notices come with the packages of Dateline. This is a development build.',
    );
  try {
    return success(await readFile(path, 'utf8'));
  } catch {
    return failure('notices-missing', 'Third-party notices are missing from this package.');
  }
}
