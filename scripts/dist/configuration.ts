// The one configuration of every package on every system. Pure.
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { MAINTAINER } from './debian.ts';

/** The sources of a package. */
export interface Sources {
  /** Absolute; the project. */
  readonly project: string;
  /** Absolute; the folder that becomes app.asar, whole. */
  readonly app: string;
  /** Absolute; the files next to app.asar. */
  readonly resources: string;
  /** Absolute; the output folder. */
  readonly output: string;
  /** The Electron to package: its absolute folder, and its version. */
  readonly electron: string;
  readonly electronVersion: string;
  readonly platform: NodeJS.Platform;
  /** Whether the environment contains a certificate for signing. */
  readonly signed: boolean;
}

/** The app's identifier for macOS, Windows and AppStream: in the form that they expect, but not an address. */
export const APP_ID = 'app.dateline.dateline';

/**
 * Endings of other programs' files for which the system offers Dateline without taking them from another program. On
 * Linux and Windows they stand in `packaging/`, where JSON is left out on Linux: there nothing keeps it from being taken.
 */
export const OFFERED_FOR: readonly string[] = [
  ...['csv', 'tsv', 'xlsx', 'xlsm', 'ics', 'mw', 'markwhen', 'timeline'],
  ...['json', 'jsonl'],
];

/** The configuration of electron-builder. It downloads no Electron, but packages the one that the tests ran on. */
export function configuration(sources: Sources): Configuration {
  const { project, app, resources, output, electron, electronVersion, platform, signed } = sources;
  const icon = (name: string) => join(project, 'resources/icons', name);
  return {
    appId: APP_ID,
    productName: 'Dateline',
    copyright: 'Copyright © 2026 The Dateline authors',
    electronDist: electron,
    electronVersion,
    npmRebuild: false,
    directories: { app, output },
    files: ['**/*'],
    extraResources: [{ from: resources, to: '.' }],
    extraFiles: [
      { from: join(project, 'LICENSE'), to: platform === 'darwin' ? 'Resources/LICENSE.txt' : 'LICENSE.txt' },
    ],
    asar: true,
    // Chromium's own strings, in menus of text fields and the like: the app speaks English.
    electronLanguages: platform === 'darwin' ? ['en'] : ['en-US'],
    artifactName: 'dateline-${version}-${os}-${arch}.${ext}',
    // https://www.electronjs.org/docs/latest/tutorial/fuses
    electronFuses: {
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      grantFileProtocolExtraPrivileges: false,
      onlyLoadAppFromAsar: true,
      // Electron supports it only on macOS and Windows.
      enableEmbeddedAsarIntegrityValidation: platform !== 'linux',
      // There are no cookies, and Electron would ask the system's keyring for their key at each start.
      enableCookieEncryption: false,
      // Neither the published Electron nor the stand-in contains such a snapshot.
      loadBrowserProcessSpecificV8Snapshot: false,
    },
    fileAssociations: [
      {
        ext: 'dateline',
        name: 'Timeline document',
        description: 'Timeline document',
        mimeType: 'application/vnd.dateline+json',
        role: 'Editor',
        icon: icon(platform === 'win32' ? 'document.ico' : 'document.icns'),
      },
    ],
    linux: {
      executableName: 'dateline',
      icon: icon('icon-512.png'),
      category: 'Education;History',
      maintainer: MAINTAINER,
      synopsis: 'See a news article on a timeline that you can check',
      desktop: {
        entry: {
          GenericName: 'Timeline Viewer',
          Keywords: 'timeline;chronology;history;events;dates;news;article;figure;',
          StartupWMClass: 'Dateline',
        },
      },
    },
    // Otherwise an older AppImage tool would switch the sandbox off.
    appImage: { executableArgs: [] },
    win: {
      icon: icon('icon.ico'),
    },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      differentialPackage: false,
      include: join(project, 'packaging/windows/installer.nsh'),
    },
    mac: {
      icon: icon('icon.icns'),
      fileAssociations: [
        { ext: [...OFFERED_FOR], name: 'Events of another program', role: 'Viewer', rank: 'Alternate' },
      ],
      category: 'public.app-category.reference',
      // Apple's processors run only signed programs: `-` signs without naming a signer.
      ...(signed ? { hardenedRuntime: true } : { identity: '-', hardenedRuntime: false, notarize: false }),
    },
    // The app does not update itself.
    dmg: { sign: signed, writeUpdateInfo: false },
    publish: null,
  };
}

/** A package format of electron-builder. */
export type Target = 'AppImage' | 'rpm' | 'nsis' | 'dmg' | 'zip';

/**
 * The packages that electron-builder makes on a system, besides the unpacked folder. For Linux packages it downloads
 * tools from GitHub. Builds on the stand-in run where GitHub cannot be reached, and so make none; the deb and the
 * tar.gz need no such tools.
 */
export function targets(platform: NodeJS.Platform, releasable: boolean): readonly Target[] {
  if (platform === 'darwin') return ['dmg', 'zip'];
  if (platform === 'win32') return ['nsis'];
  return releasable ? ['AppImage', 'rpm'] : [];
}
