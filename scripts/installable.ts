// Decides whether this machine can test the installed package. Pure.

/** The folder of the packages that `npm test` builds, relative to the project. */
export const testedPackages = 'node_modules/.cache/packages';

/** The facts about the machine that decide. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly architecture: string;
  /** The user's id: 0 is root, undefined on Windows. */
  readonly user: number | undefined;
  readonly hasApt: boolean;
}

/** Why the package cannot be installed and removed here, in one sentence; `undefined` if it can. */
export function notInstallable({ platform, architecture, user, hasApt }: Machine): string | undefined {
  if (platform !== 'linux' || architecture !== 'x64' || !hasApt)
    return 'Left out: the tests of the installed deb, which need Debian or its kin on x64.';
  if (user !== 0) return 'Left out: the tests of the installed deb, which only root may install and remove.';
  return undefined;
}
