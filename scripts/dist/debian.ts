// The package's metadata for Debian: its control file, its change log, and the places of its files. Pure.
import type { Edition } from './edition.ts';

/** The values in the control file. */
export interface Described {
  readonly edition: Edition;
  /** Debian's name for it, such as `amd64`. */
  readonly architecture: string;
  /** Packages with the libraries that the program links to. */
  readonly libraries: readonly string[];
  /** The newest version of the C library that the program needs, such as `2.25`. */
  readonly libc: string;
  /** Bytes of all files. */
  readonly size: number;
}

/** The project has no address yet; this domain is reserved and resolves nowhere (RFC 6761). */
export const MAINTAINER = 'The Dateline authors <authors@dateline.invalid>';

/** The package's control file. https://www.debian.org/doc/debian-policy/ch-controlfields.html */
export function control({ edition, architecture, libraries, libc, size }: Described): string {
  const depends = [
    `libc6 (>= ${libc})`,
    // The `t64` packages of Debian 13 and Ubuntu 24.04 provide these names on 64-bit machines.
    ...libraries,
    // Needed to open a document by double-click, and to open links.
    'desktop-file-utils',
    'shared-mime-info',
    'xdg-utils',
  ];
  return [
    'Package: dateline',
    `Version: ${edition.debianVersion}`,
    'Section: education',
    'Priority: optional',
    `Architecture: ${architecture}`,
    `Maintainer: ${MAINTAINER}`,
    `Installed-Size: ${Math.ceil(size / 1024)}`,
    `Depends: ${depends.join(', ')}`,
    'Description: see a news article on a timeline that you can check',
    ' Dateline places the events of a news article on a timeline that you can scroll',
    ' and zoom, ties each to the sentence that it was read from, says how its date is',
    ' known, and exports any view as a figure for web, slides or print.',
    ' .',
    ' It works offline and keeps everything on your machine.',
    ...(edition.releasable
      ? []
      : [' .', ' This build is for testing: it runs on a stand-in for its Electron.']),
    '',
  ].join('\n');
}

/** The change log that Debian's policy requires (12.7); the releases say what changed. */
export function changeLog({ debianVersion }: Edition, date: Date): string {
  // Policy 4.4 requires the date format of RFC 5322, which always has a comma.
  const written = date.toUTCString().replace('GMT', '+0000');
  return `dateline (${debianVersion}) unstable; urgency=medium\n\n  * See the notes of the release.\n\n -- ${MAINTAINER}  ${written}\n`;
}

/** The folder of the program; the AppArmor profile names it as well. */
export const PROGRAM_FOLDER = 'usr/lib/dateline';

/** Pixels a side of the installed icons, besides the SVG. */
const ICON_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];

const icons = (source: string, place: string): [string, string][] => [
  [`resources/${source}.svg`, `usr/share/icons/hicolor/scalable/${place}.svg`],
  ...ICON_SIZES.map((size): [string, string] => [
    `resources/icons/${source}-${size}.png`,
    `usr/share/icons/hicolor/${size}x${size}/${place}.png`,
  ]),
];

/** Further files to install: from which path in the project, and to where. */
export const INSTALLED: readonly (readonly [from: string, to: string])[] = [
  ['packaging/linux/dateline.desktop', 'usr/share/applications/dateline.desktop'],
  ['packaging/linux/zz-dateline-import.desktop', 'usr/share/applications/zz-dateline-import.desktop'],
  ['packaging/linux/dateline.xml', 'usr/share/mime/packages/dateline.xml'],
  ['packaging/linux/apparmor', 'usr/share/dateline/apparmor'],
  ['packaging/linux/copyright', 'usr/share/doc/dateline/copyright'],
  ['packaging/linux/dateline.1', 'usr/share/man/man1/dateline.1'],
  ...icons('icon', 'apps/dateline'),
  ...icons('document', 'mimetypes/application-vnd.dateline+json'),
];

/** The AppStream file. Its template lacks the version and the date. */
export const METAINFO = 'app.dateline.dateline.metainfo.xml';

/** Fills in the AppStream template. */
export function metainfo(template: string, { version }: Edition, date: Date): string {
  return template.replace('@VERSION@', version).replace('@DATE@', date.toISOString().slice(0, 10));
}

/**
 * The mode of a packaged file, whatever umask the build ran with.
 *
 * @param path within the package.
 * @param executable whether its owner may run it.
 */
export function packedMode(path: string, executable: boolean): number {
  // Chromium's sandbox uses this helper if users may not open user namespaces.
  if (path === `${PROGRAM_FOLDER}/chrome-sandbox`) return 0o4755;
  // Debian's policy (8.1) requires libraries not to be executable.
  return executable && !/\.so(?:\.\d+)*$/.test(path) ? 0o755 : 0o644;
}

/** The newest version of the C library that a program needs, read from its bytes; `undefined` if it names none. */
export function neededLibc(program: Buffer): string | undefined {
  const minors = [...program.toString('latin1').matchAll(/GLIBC_2\.(\d+)/g)].map(([, minor]) =>
    Number(minor),
  );
  return minors.length === 0 ? undefined : `2.${Math.max(...minors)}`;
}
