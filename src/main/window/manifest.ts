// Reads the app's package.json, which every package contains.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linkAllowed } from '../safety/security-rules.ts';

/** The fields that the Help menu needs; missing ones are `undefined`. */
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
 * The address of the releases, derived from `homepage` in package.json, the one place where maintainers set it: for a
 * repository on a host with a releases page, that page. `undefined` without a homepage.
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
