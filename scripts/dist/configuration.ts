// The one configuration that every package on every system is built from. Pure.
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { MAINTAINER } from './debian.ts';

/** What a package is built from. */
export interface Sources {
  /** Absolute; the project. */
  readonly project: string;
  /** Absolute; the folder that becomes app.asar, whole. */
  readonly app: string;
  /** Absolute; what stands beside app.asar. */
  readonly resources: string;
  /** Absolute; where the packages go. */
  readonly output: string;
  /** Absolute; the folder of the Electron to pack, and its version. */
  readonly electron: string;
  readonly electronVersion: string;
  readonly platform: NodeJS.Platform;
  /** Whether the environment holds a certificate to sign with. */
  readonly signed: boolean;
}

/** Names the app to macOS, Windows and AppStream: a name in the form that they ask for, not an address. */
export const APP_ID = 'app.dateline.dateline';

/** electron-builder's configuration. It downloads no Electron: the one that the tests ran on is packed. */
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
    // Chromium's own words, in menus of text fields and the like: the app speaks English.
    electronLanguages: platform === 'darwin' ? ['en'] : ['en-US'],
    artifactName: 'dateline-${version}-${os}-${arch}.${ext}',
    // https://www.electronjs.org/docs/latest/tutorial/fuses
    electronFuses: {
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      grantFileProtocolExtraPrivileges: false,
      onlyLoadAppFromAsar: true,
      // Electron checks it on macOS and Windows alone.
      enableEmbeddedAsarIntegrityValidation: platform !== 'linux',
      // There are no cookies, and the key for them would be asked of the system's keyring at each start.
      enableCookieEncryption: false,
      // There is no such snapshot, neither in Electron as it is published nor in the stand-in.
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
    // Without this, an older AppImage tool would switch the sandbox off.
    appImage: { executableArgs: [] },
    win: {
      icon: icon('icon.ico'),
    },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      differentialPackage: false,
    },
    mac: {
      icon: icon('icon.icns'),
      category: 'public.app-category.reference',
      // Apple's processors run nothing that is not signed at all: `-` signs without saying by whom.
      ...(signed ? { hardenedRuntime: true } : { identity: '-', hardenedRuntime: false, notarize: false }),
    },
    // There is nothing that updates itself.
    dmg: { sign: signed, writeUpdateInfo: false },
    publish: null,
  };
}

/** A kind of package that electron-builder makes. */
export type Target = 'AppImage' | 'rpm' | 'nsis' | 'dmg' | 'zip';

/**
 * The packages that electron-builder makes on a system, besides the unpacked folder. On Linux it fetches tools from
 * GitHub for each, so that a build on the stand-in, which stands in where GitHub cannot be reached, goes without; the deb
 * and the tar.gz need none.
 */
export function targets(platform: NodeJS.Platform, releasable: boolean): readonly Target[] {
  if (platform === 'darwin') return ['dmg', 'zip'];
  if (platform === 'win32') return ['nsis'];
  return releasable ? ['AppImage', 'rpm'] : [];
}
