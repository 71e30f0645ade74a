// What package.json says of the app; it comes along in every package.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linkAllowed } from '../safety/security-rules.ts';

/** The parts that the Help menu asks for; what is missing is `undefined`. */
export interface Manifest {
  readonly licence: string | undefined;
  readonly homepage: string | undefined;
}

/** @param root absolute folder of the app. */
export async function readManifest(root: string): Promise<Manifest> {
  const value: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const fields = new Map<string, unknown>(
    typeof value === 'object' && value !== null ? Object.entries(value) : [],
  );
  const text = (name: string): string | undefined => {
    const field = fields.get(name);
    return typeof field === 'string' ? field : undefined;
  };
  return { licence: text('license'), homepage: text('homepage') };
}

/**
 * Where the releases of the app are: the `homepage` of package.json, which is the one place where its maintainers say so;
 * of a repository on a host that keeps releases beside it, that page. `undefined` where no homepage is said.
 */
export function releasesAddress(homepage: string | undefined): string | undefined {
  if (homepage === undefined || !linkAllowed(homepage)) return undefined;
  const { hostname, pathname, origin } = new URL(homepage);
  const [owner, repository, ...more] = pathname.split('/').filter((part) => part !== '');
  if (owner === undefined || repository === undefined || more.length > 0) return homepage;
  const place = `${origin}/${owner}/${repository.replace(/\.git$/, '')}`;
  if (hostname === 'github.com') return `${place}/releases`;
  return hostname === 'gitlab.com' ? `${place}/-/releases` : homepage;
}
