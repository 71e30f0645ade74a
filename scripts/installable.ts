// Decides whether this machine can test the package as it is installed. Pure.

/** Where `npm test` puts the packages that it tests, from the project's folder. */
export const testedPackages = 'node_modules/.cache/packages';

/** What of the machine decides. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly architecture: string;
  /** The user's number; 0 is root, undefined where users have none (Windows). */
  readonly user: number | undefined;
  readonly hasApt: boolean;
}

/** Why the package cannot be installed and removed here, in one sentence; `undefined` where it can. */
export function notInstallable({ platform, architecture, user, hasApt }: Machine): string | undefined {
  if (platform !== 'linux' || architecture !== 'x64' || !hasApt)
    return 'Left out: the tests of the installed deb, which need Debian or its kin on x64.';
  if (user !== 0) return 'Left out: the tests of the installed deb, which only root may install and remove.';
  return undefined;
}
