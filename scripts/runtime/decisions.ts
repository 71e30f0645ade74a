// The decisions of the runtime's set-up, apart from carrying them out: sources, packages, sentences for the reader.
import { failure, success, type Result } from '../../src/shared/result.ts';
import { standIn } from '../stand-in/archive.ts';

/** A source of Electron: its own download, or the stand-in. */
export type Road = 'official' | 'stand-in';

/** The sources to try in order if no Electron is in place, on a machine given as `platform-architecture`. */
export function roads(machine: string): readonly Road[] {
  return machine === 'linux-x64' ? ['official', 'stand-in'] : ['official'];
}

/** Names the Electron in use and, if it differs, the version that the app targets. */
export function describeRuntime(version: string, target: string): string {
  if (version === target) return `Electron ${version} (official)`;
  const origin = version === standIn.version ? 'stand-in from the npm registry' : 'found in place';
  return `Electron ${version} (${origin}; the app targets ${target})`;
}

/** How much has arrived, in megabytes of a million bytes; `total` in bytes if known. */
export function progressText(received: number, total?: number): string {
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  if (total === undefined) return `${megabytes(received)} MB`;
  const share = Math.min(received / total, 1);
  return `${megabytes(share * total)} of ${megabytes(total)} MB (${Math.floor(share * 100)} %)`;
}

/** Whether to add a line to a log, which cannot be rewritten: once for every `step` passed. */
export function isMilestone(previous: number, now: number, step: number): boolean {
  return Math.floor(now / step) > Math.floor(previous / step);
}

/** The progress of apt-get in one of its two phases, in whole percent. */
export interface AptProgress {
  readonly doing: 'Downloading' | 'Installing';
  readonly percent: number;
}

/** The last progress that apt-get reported (`APT::Status-Fd`), or `undefined` if it reported none. */
export function aptProgress(text: string): AptProgress | undefined {
  const last = [...text.matchAll(/^(dl|pm)status:.*?:([\d.]+):/gm)].at(-1);
  if (last === undefined) return undefined;
  return { doing: last[1] === 'dl' ? 'Downloading' : 'Installing', percent: Math.floor(Number(last[2])) };
}

/** Whether a folder `stage-<process id>` was left behind by a run that has ended. */
export function isLeftover(name: string, isRunning: (process: number) => boolean): boolean {
  const process = /^stage-(\d+)$/.exec(name)?.[1];
  return process !== undefined && !isRunning(Number(process));
}

/** The packages with the libraries that a program links to, as `ldd` lists them; each once, by name. */
export function linkedPackages(ldd: string): string[] {
  const names = [...ldd.matchAll(/^\s*(\S+) => \//gm)].flatMap((match) => packageOf[match[1] ?? ''] ?? []);
  return [...new Set(names)].toSorted();
}

/** The shared libraries that `ldd` did not find, each once, by file name. */
export function missingLibraries(ldd: string): string[] {
  return [...new Set([...ldd.matchAll(/^\s*(\S+) => not found/gm)].flatMap((match) => match.slice(1, 2)))];
}

/** Debian's package for each library that Electron links to, from `dpkg -S` on Debian 12. */
const packageOf: Readonly<Record<string, string>> = {
  'libX11.so.6': 'libx11-6',
  'libX11-xcb.so.1': 'libx11-xcb1',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libsmime3.so': 'libnss3',
  'libudev.so.1': 'libudev1',
  'libxcb.so.1': 'libxcb1',
  'libxkbcommon.so.0': 'libxkbcommon0',
};

/**
 * The purpose of the set-up: a window or figures, tests, tests that install the package as well, or none if the app is
 * only packaged.
 */
export type Purpose = 'window' | 'tests' | 'tests-installing' | 'packing';

/** What is needed besides Electron: Debian's package for each, and the shell command that tells whether it is there. */
export const TOOLS = {
  Xvfb: { package: 'xvfb', isThere: 'command -v Xvfb' },
  // Tests read the PDFs and draw the SVGs with tools other than Chromium.
  pdfinfo: { package: 'poppler-utils', isThere: 'command -v pdfinfo' },
  'rsvg-convert': { package: 'librsvg2-bin', isThere: 'command -v rsvg-convert' },
  inkscape: { package: 'inkscape', isThere: 'command -v inkscape' },
  // The bundled fonts have no Chinese; figures use the system's.
  'a Chinese face': { package: 'fonts-droid-fallback', isThere: 'fc-list :charset=4e2d | grep -q .' },
  // Tests check, open and inspect the installed package as a desktop does.
  appstreamcli: { package: 'appstream', isThere: 'command -v appstreamcli' },
  'desktop-file-validate': { package: 'desktop-file-utils', isThere: 'command -v desktop-file-validate' },
  gio: { package: 'libglib2.0-bin', isThere: 'command -v gio' },
  'xdg-open': { package: 'xdg-utils', isThere: 'command -v xdg-open' },
  xprop: { package: 'x11-utils', isThere: 'command -v xprop' },
} as const;

/** One of {@link TOOLS}. */
export type Tool = keyof typeof TOOLS;

/** The needs of a purpose, with a display or without. */
export function tools(purpose: Purpose, hasDisplay: boolean): readonly Tool[] {
  if (purpose === 'packing') return [];
  if (purpose === 'window') return hasDisplay ? [] : ['Xvfb'];
  // Tests also cover machines without a display.
  const tests = ['Xvfb', 'pdfinfo', 'rsvg-convert', 'inkscape', 'a Chinese face'] as const;
  if (purpose === 'tests') return tests;
  return [...tests, 'appstreamcli', 'desktop-file-validate', 'gio', 'xdg-open', 'xprop'];
}

/** What a machine lacks, as packages of Debian, and the libraries that no known package contains. */
export interface Needs {
  readonly packages: readonly string[];
  readonly unknown: readonly string[];
}

/** Turns missing libraries and missing programs into packages, each once. */
export function needs(libraries: readonly string[], missing: readonly Tool[]): Needs {
  const known = libraries.map((library) => ({ library, package: packageOf[library] }));
  const packages = known.flatMap((entry) => entry.package ?? []);
  return {
    packages: [...new Set([...packages, ...missing.map((tool) => TOOLS[tool].package)])],
    unknown: known.filter((entry) => entry.package === undefined).map((entry) => entry.library),
  };
}

/**
 * The names of these packages on this system. Debian 13 and Ubuntu 24.04 appended `t64` to some; `policy` is the output
 * of `apt-cache policy` for both names, and a name without a candidate does not count.
 */
export function localNames(packages: readonly string[], policy: string): string[] {
  const offered = new Set(
    [...policy.matchAll(/^(\S+):\n.*\n\s+Candidate: [^(\s]/gm)].map((match) => match[1]),
  );
  return packages.map((name) => (offered.has(`${name}t64`) ? `${name}t64` : name));
}

/** What the set-up may do on this machine. */
export interface Powers {
  readonly isRoot: boolean;
  readonly hasApt: boolean;
}

/** The packages to install now (maybe none), or a sentence on what only the reader can do. */
export function installation(
  { packages, unknown }: Needs,
  { isRoot, hasApt }: Powers,
): Result<readonly string[]> {
  if (unknown.length > 0) {
    return failure(
      'library-unknown',
      `Electron needs ${unknown.join(', ')}, which this machine does not have; install the package that brings it.`,
    );
  }
  if (packages.length === 0 || (isRoot && hasApt)) return success(packages);
  return failure(
    'packages-missing',
    hasApt
      ? `This machine lacks what Electron needs; this brings it: sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`
      : `This machine lacks what Electron needs; install what Debian calls ${packages.join(', ')}.`,
  );
}

/** What Chromium's sandbox can build on here. */
export interface SandboxGround {
  readonly isRoot: boolean;
  /** Path of `chrome-sandbox`, and whether it belongs to root and runs as root. */
  readonly helper: string;
  readonly helperIsSetuid: boolean;
  /** Whether an ordinary user may open a user namespace. */
  readonly namespaces: boolean;
}

/** What keeps an ordinary user from opening a window, if anything; the sandbox is never dropped silently. */
export function checkSandbox({ isRoot, helper, helperIsSetuid, namespaces }: SandboxGround): Result<null> {
  if (isRoot || helperIsSetuid || namespaces) return success(null);
  return failure(
    'sandbox-unusable',
    `This system lets no ordinary user open Chromium's sandbox; this allows it for this copy of Electron: sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}
