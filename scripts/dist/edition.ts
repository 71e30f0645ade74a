// Names a package and decides whether it may be released, by the Electron that it contains. Pure.

/** A package's version and purpose. */
export interface Edition {
  /** As the app reports it: `0.1.0`, and `0.1.0+standin` on any Electron but the pinned one. */
  readonly version: string;
  /** In dpkg's syntax: the tilde sorts a test build before the release, so that the release replaces it. */
  readonly debianVersion: string;
  /** Whether it is built on the pinned Electron. */
  readonly releasable: boolean;
}

/**
 * @param own the version in package.json, without build metadata.
 * @param electron the version of the packaged Electron.
 * @param target the version of Electron that the app is written for.
 */
export function edition(own: string, electron: string, target: string): Edition {
  const releasable = electron === target;
  // Debian Policy 5.6.12: `~` sorts before everything, even the end of a part.
  const debian = own.replaceAll('-', '~');
  return {
    version: releasable ? own : `${own}+standin`,
    debianVersion: releasable ? debian : `${debian}~+standin`,
    releasable,
  };
}

/**
 * Why a release may not be built, in one sentence; `undefined` if it may.
 *
 * @param tag of the release, such as `v0.1.0`; `undefined` if there is none.
 */
export function refusal({ version, releasable }: Edition, tag: string | undefined): string | undefined {
  if (!releasable)
    return `A release is built on the pinned Electron alone, and this would be ${version}: run npx install-electron where GitHub can be reached.`;
  if (tag !== undefined && tag !== `v${version}`)
    return `The tag ${tag} does not fit the version in package.json, ${version}.`;
  return undefined;
}

/** The variables from which electron-builder takes its secrets, for each way to sign. */
const SIGNING: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['CSC_LINK', 'CSC_NAME'],
  win32: ['WIN_CSC_LINK', 'CSC_LINK'],
};

/** Whether the environment contains a certificate for signing on this platform. Linux packages are not signed. */
export function isSigned(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  return (SIGNING[platform] ?? []).some((name) => Boolean(environment[name]));
}

/** The last lines of a build's output: that it is unsigned, and finally that it is for testing. */
export function closingLines({ version, releasable }: Edition, signed: boolean, electron: string): string[] {
  return [
    ...(signed
      ? []
      : ['The packages are not signed; docs/install.md says what that shows and how to check them.']),
    ...(releasable
      ? []
      : [
          `Dateline ${version} is for testing only: it is built on the stand-in runtime, Electron ${electron}.`,
        ]),
  ];
}
