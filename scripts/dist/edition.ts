// What a package is called and whether it may be released: decided by the Electron that it is built on. Pure.

/** A package's version, and what it is for. */
export interface Edition {
  /** As the app gives it: `0.1.0`, and `0.1.0+standin` on any other Electron than the pinned one. */
  readonly version: string;
  /** In dpkg's syntax: the tilde sorts a build for testing before the release, which so replaces it. */
  readonly debianVersion: string;
  /** Whether it is built on the pinned Electron. */
  readonly releasable: boolean;
}

/**
 * @param own the version in package.json, without build metadata.
 * @param electron the version of the Electron that is packed.
 * @param target the version of the Electron that the app is written for.
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
 * Why a release may not be built, in one sentence; `undefined` where it may.
 *
 * @param tag the tag that is released, `v0.1.0`; `undefined` where none is.
 */
export function refusal({ version, releasable }: Edition, tag: string | undefined): string | undefined {
  if (!releasable)
    return `A release is built on the pinned Electron alone, and this would be ${version}: run npx install-electron where GitHub can be reached.`;
  if (tag !== undefined && tag !== `v${version}`)
    return `The tag ${tag} does not fit the version in package.json, ${version}.`;
  return undefined;
}

/** What signs packages, by the variables that electron-builder takes its secrets from. */
const SIGNING: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['CSC_LINK', 'CSC_NAME'],
  win32: ['WIN_CSC_LINK', 'CSC_LINK'],
};

/** Whether the environment holds a certificate to sign with on this platform. On Linux no package is signed. */
export function isSigned(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  return (SIGNING[platform] ?? []).some((name) => Boolean(environment[name]));
}

/** The lines that a build ends with: that it is unsigned, and, last of all, that it is for testing. */
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
