// Checks the one configuration: the contents, the fuses, and each system's packages.
import { describe, expect, test } from 'vitest';
import { configuration, targets, type Sources, type Target } from './configuration.ts';

const sources = (change: Partial<Sources> = {}): Sources => ({
  project: '/project',
  app: '/stage/app',
  resources: '/stage/resources',
  output: '/dist',
  electron: '/electron',
  electronVersion: '45.4.1',
  platform: 'linux',
  signed: false,
  ...change,
});

test('every fuse is set, and none is left to Electron', () => {
  expect(configuration(sources()).electronFuses).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    grantFileProtocolExtraPrivileges: false,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: false,
    enableCookieEncryption: false,
    loadBrowserProcessSpecificV8Snapshot: false,
  });
});

test.each<[NodeJS.Platform, boolean]>([
  ['linux', false],
  ['darwin', true],
  ['win32', true],
])('where Electron can check app.asar it does: on %s %s', (platform, checked) => {
  const { electronFuses } = configuration(sources({ platform }));
  expect(electronFuses?.enableEmbeddedAsarIntegrityValidation).toBe(checked);
});

test('the Electron that is there is packed, and nothing is published', () => {
  const { electronDist, electronVersion, publish } = configuration(sources());
  expect({ electronDist, electronVersion, publish }).toEqual({
    electronDist: '/electron',
    electronVersion: '45.4.1',
    publish: null,
  });
});

test('without a certificate macOS gets a signature without a name, and with one Apple’s hardened runtime', () => {
  expect(configuration(sources({ platform: 'darwin' })).mac).toMatchObject({
    identity: '-',
    notarize: false,
  });
  const signed = configuration(sources({ platform: 'darwin', signed: true })).mac;
  expect(signed).toMatchObject({ hardenedRuntime: true });
  expect(signed).not.toHaveProperty('identity');
  expect(signed).not.toHaveProperty('notarize');
});

describe('packages besides the deb and the tar.gz', () => {
  test.each<[NodeJS.Platform, boolean, Target[]]>([
    ['linux', true, ['AppImage', 'rpm']],
    ['linux', false, []],
    ['win32', true, ['nsis']],
    ['darwin', true, ['dmg', 'zip']],
    ['darwin', false, ['dmg', 'zip']],
  ])('%s, on the pinned Electron: %s', (platform, releasable, expected) => {
    expect(targets(platform, releasable)).toEqual(expected);
  });
});
