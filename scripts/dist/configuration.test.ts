// Checks the one configuration: the contents, the fuses, and each system's packages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/shared/formats/formats.ts';
import { projectFolder } from '../processes.ts';
import { configuration, OFFERED_FOR, targets, type Sources, type Target } from './configuration.ts';

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

describe('files of other programs', () => {
  const packaging = (file: string): string => readFileSync(join(projectFolder, 'packaging', file), 'utf8');

  test('are those that are read', () => {
    const read = FORMATS.filter((format) => format.read !== undefined).flatMap(({ endings }) => endings);
    for (const ending of OFFERED_FOR) expect(read).toContain(`.${ending}`);
  });

  test('are offered on macOS and Windows, and taken from nobody', () => {
    const { mac, nsis, fileAssociations } = configuration(sources({ project: projectFolder }));
    expect(mac?.fileAssociations).toMatchObject([{ ext: OFFERED_FOR, role: 'Viewer', rank: 'Alternate' }]);
    expect(nsis?.include).toBe(join(projectFolder, 'packaging/windows/installer.nsh'));
    const named = packaging('windows/installer.nsh').matchAll(/^ *!insertmacro openWith "\.(\w+)"$/gm);
    expect(Array.from(named, ([, ending]) => ending)).toEqual(OFFERED_FOR);
    // All of these would become the usual program for their files.
    expect(fileAssociations).toMatchObject([{ ext: 'dateline' }]);
  });

  test('are offered on Linux by an entry that comes behind those of other programs', () => {
    const entry = packaging('linux/zz-dateline-import.desktop');
    const kinds = (/^MimeType=(.+);$/m.exec(entry)?.[1] ?? '').split(';');
    const globs = packaging('linux/dateline.xml').matchAll(
      /<mime-type type="([^"]+)">(?:(?!<\/mime-type>)[^])*<glob pattern="\*\.(?:mw|timeline)"/g,
    );
    expect(kinds).toEqual([
      ...['text/csv', 'text/tab-separated-values'],
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.ms-excel.sheet.macroEnabled.12',
      'text/calendar',
      ...['text/x-markwhen', 'application/x-timeline-project+xml'],
    ]);
    expect(kinds).toEqual(expect.arrayContaining(Array.from(globs, ([, kind]) => kind)));
    expect(packaging('linux/dateline.desktop')).toMatch(/^MimeType=application\/vnd\.dateline\+json;$/m);
  });
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
