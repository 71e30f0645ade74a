// “Check for Updates” leads to the place that package.json names.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManifest, releasesAddress } from './manifest.ts';

describe('releasesAddress', () => {
  it.each([
    ['https://github.com/owner/app', 'https://github.com/owner/app/releases'],
    ['https://github.com/owner/app#readme', 'https://github.com/owner/app/releases'],
    ['https://github.com/owner/app.git', 'https://github.com/owner/app/releases'],
    ['https://gitlab.com/owner/app/', 'https://gitlab.com/owner/app/-/releases'],
    ['https://github.com/owner/app/releases', 'https://github.com/owner/app/releases'],
    ['https://example.org/', 'https://example.org/'],
    ['https://example.org/downloads', 'https://example.org/downloads'],
    ['https://example.org/a/b', 'https://example.org/a/b'],
    ['file:///etc/passwd', undefined],
    ['nowhere', undefined],
    [undefined, undefined],
  ])('of %s is %s', (homepage, address) => {
    expect(releasesAddress(homepage)).toBe(address);
  });
});

describe('readManifest', () => {
  it('reads the licence of this very app', async () => {
    expect((await readManifest(join(import.meta.dirname, '../../..'))).licence).toBe('MIT');
  });
});
