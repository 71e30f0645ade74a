// A test that this machine cannot run is reported, not silently skipped.
import { expect, test } from 'vitest';
import { notInstallable, type Machine } from './installable.ts';

const debian: Machine = { platform: 'linux', architecture: 'x64', user: 0, hasApt: true };

test('root on Debian installs the package', () => {
  expect(notInstallable(debian)).toBeUndefined();
});

test.each<[string, Partial<Machine>, string]>([
  ['an ordinary user', { user: 1000 }, 'only root may install and remove'],
  ['Fedora', { hasApt: false }, 'need Debian'],
  ['macOS', { platform: 'darwin' }, 'need Debian'],
  ['Windows', { platform: 'win32', user: undefined }, 'need Debian'],
  ['a Raspberry Pi', { architecture: 'arm64' }, 'on x64'],
])('%s is told why it does not', (_, change, reason) => {
  expect(notInstallable({ ...debian, ...change })).toContain(reason);
});
