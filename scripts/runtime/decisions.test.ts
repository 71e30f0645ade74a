// The set-up takes the right source, names the right packages and says in one sentence what is missing.
import { describe, expect, test } from 'vitest';
import {
  aptProgress,
  checkSandbox,
  describeRuntime,
  installation,
  isLeftover,
  isMilestone,
  linkedPackages,
  localNames,
  missingLibraries,
  needs,
  progressText,
  roads,
  tools,
  type AptProgress,
  type Needs,
  type Powers,
  type Purpose,
  type Road,
  type SandboxGround,
  type Tool,
} from './decisions.ts';

describe('roads to Electron', () => {
  test.each<[string, string, Road[]]>([
    ['the official download comes first', 'linux-x64', ['official', 'stand-in']],
    ['the stand-in exists for linux-x64 alone', 'linux-arm64', ['official']],
    ['macOS has only the official download', 'darwin-arm64', ['official']],
  ])('%s', (_, machine, expected) => {
    expect(roads(machine)).toEqual(expected);
  });
});

test.each([
  ['45.4.1', 'Electron 45.4.1 (official)'],
  ['33.2.1', 'Electron 33.2.1 (stand-in from the npm registry; the app targets 45.4.1)'],
  ['44.0.0', 'Electron 44.0.0 (found in place; the app targets 45.4.1)'],
])('Electron %s is named', (version, expected) => {
  expect(describeRuntime(version, '45.4.1')).toBe(expected);
});

describe('progress', () => {
  test.each<[number, number | undefined, string]>([
    [0, 200e6, '0 of 200 MB (0 %)'],
    [43e6, 200e6, '43 of 200 MB (21 %)'],
    [199.9e6, 200e6, '200 of 200 MB (99 %)'],
    [250e6, 200e6, '200 of 200 MB (100 %)'],
    [43e6, undefined, '43 MB'],
  ])('%d bytes of %s read as “%s”', (received, total, expected) => {
    expect(progressText(received, total)).toBe(expected);
  });

  test.each([
    [0, 49e6, false],
    [49e6, 50e6, true],
    [50e6, 99e6, false],
    [40e6, 160e6, true],
  ])('from %d to %d bytes a log gets a line: %s', (previous, received, expected) => {
    expect(isMilestone(previous, received, 50e6)).toBe(expected);
  });
});

describe('apt-get', () => {
  test.each<[string, AptProgress | undefined]>([
    ['dlstatus:7:12.5081:Retrieving file 7 of 120\n', { doing: 'Downloading', percent: 12 }],
    ['pmstatus:libxau6:amd64:5.4054:Preparing libxau6:amd64\n', { doing: 'Installing', percent: 5 }],
    [
      'Setting up xvfb (2:21.1.7-3) ...\npmstatus:xvfb:98.9:Configuring xvfb\npmstatus:xvfb:100.0:Installed xvfb\n',
      { doing: 'Installing', percent: 100 },
    ],
    ['Reading package lists...\n', undefined],
    ['pmstatus:xv', undefined],
  ])('%j says %j', (text, expected) => {
    expect(aptProgress(text)).toEqual(expected);
  });
});

describe('leftovers', () => {
  test.each([
    ['stage-41', true],
    ['stage-42', false],
    ['stage-', false],
    ['dist', false],
    ['old-stage-41', false],
  ])('with only process 42 running, %s is one: %s', (name, expected) => {
    expect(isLeftover(name, (process) => process === 42)).toBe(expected);
  });
});

describe('system libraries', () => {
  test('ldd names each missing library once', () => {
    const ldd = [
      '\tlinux-vdso.so.1 (0x00007ffd)',
      '\tlibffmpeg.so => /srv/electron/dist/libffmpeg.so (0x00007f00)',
      '\tlibgtk-3.so.0 => not found',
      '\tlibasound.so.2 => not found',
      '\tlibgtk-3.so.0 => not found',
    ].join('\n');
    expect(missingLibraries(ldd)).toEqual(['libgtk-3.so.0', 'libasound.so.2']);
  });

  test('the packages of linked libraries are named once, and those of the C library not at all', () => {
    const ldd = [
      '\tlibffmpeg.so => /srv/electron/dist/libffmpeg.so (0x00007f00)',
      '\tlibsmime3.so => /lib/x86_64-linux-gnu/libsmime3.so (0x00007f00)',
      '\tlibnss3.so => /lib/x86_64-linux-gnu/libnss3.so (0x00007f00)',
      '\tlibgtk-3.so.0 => /lib/x86_64-linux-gnu/libgtk-3.so.0 (0x00007f00)',
      '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f00)',
    ].join('\n');
    expect(linkedPackages(ldd)).toEqual(['libgtk-3-0', 'libnss3']);
  });

  test.each<[string, string[], Tool[], Needs]>([
    ['nothing missing', [], [], { packages: [], unknown: [] }],
    ['libraries of one package', ['libnss3.so', 'libsmime3.so'], [], { packages: ['libnss3'], unknown: [] }],
    ['Xvfb alone', [], ['Xvfb'], { packages: ['xvfb'], unknown: [] }],
    [
      'an unknown library',
      ['libgtk-3.so.0', 'libnew.so.1'],
      ['Xvfb'],
      { packages: ['libgtk-3-0', 'xvfb'], unknown: ['libnew.so.1'] },
    ],
    [
      'what tests read figures with',
      [],
      ['pdfinfo', 'rsvg-convert', 'inkscape', 'a Chinese face'],
      { packages: ['poppler-utils', 'librsvg2-bin', 'inkscape', 'fonts-droid-fallback'], unknown: [] },
    ],
  ])('%s', (_, libraries, missing, expected) => {
    expect(needs(libraries, missing)).toEqual(expected);
  });

  test.each<[Purpose, boolean, readonly Tool[]]>([
    ['window', true, []],
    ['window', false, ['Xvfb']],
    ['packing', false, []],
    ['tests', true, ['Xvfb', 'pdfinfo', 'rsvg-convert', 'inkscape', 'a Chinese face']],
    ['tests', false, ['Xvfb', 'pdfinfo', 'rsvg-convert', 'inkscape', 'a Chinese face']],
    [
      'tests-installing',
      true,
      [
        'Xvfb',
        'pdfinfo',
        'rsvg-convert',
        'inkscape',
        'a Chinese face',
        'appstreamcli',
        'desktop-file-validate',
        'gio',
        'xdg-open',
        'xprop',
      ],
    ],
  ])('for %s, with a display: %s, these programs are needed: %j', (purpose, display, expected) => {
    expect(tools(purpose, display)).toEqual(expected);
  });

  test('a package is asked for by the name it has here', () => {
    // The output of apt-cache on Ubuntu 24.04, where libasound2 is a name without a package.
    const policy = `libasound2:
  Installed: (none)
  Candidate: (none)
  Version table:
libasound2t64:
  Installed: (none)
  Candidate: 1.2.11-1ubuntu0.1
  Version table:
     1.2.11-1ubuntu0.1 500
libnss3:
  Installed: (none)
  Candidate: 2:3.98-1build1
  Version table:
     2:3.98-1build1 500
libgbm1t64:
  Installed: (none)
  Candidate: (none)
  Version table:
`;
    expect(localNames(['libasound2', 'libnss3', 'libgbm1'], policy)).toEqual([
      'libasound2t64',
      'libnss3',
      'libgbm1',
    ]);
  });

  test('without a package list the names of Debian 12 are taken', () => {
    expect(localNames(['libasound2'], '')).toEqual(['libasound2']);
  });
});

describe('installing packages', () => {
  const gtk: Needs = { packages: ['libgtk-3-0', 'xvfb'], unknown: [] };

  test.each<[string, Needs, Powers, readonly string[]]>([
    ['a complete machine needs nothing', { packages: [], unknown: [] }, { isRoot: false, hasApt: true }, []],
    ['nor does one without apt', { packages: [], unknown: [] }, { isRoot: false, hasApt: false }, []],
    ['root installs them', gtk, { isRoot: true, hasApt: true }, ['libgtk-3-0', 'xvfb']],
  ])('%s', (_, wanted, powers, value) => {
    expect(installation(wanted, powers)).toEqual({ ok: true, value });
  });

  test.each<[string, Needs, Powers, string]>([
    [
      'an ordinary user is given the one command',
      gtk,
      { isRoot: false, hasApt: true },
      'This machine lacks what Electron needs; this brings it: sudo apt-get update && sudo apt-get install -y libgtk-3-0 xvfb',
    ],
    [
      'without apt the packages are named',
      gtk,
      { isRoot: true, hasApt: false },
      'This machine lacks what Electron needs; install what Debian calls libgtk-3-0, xvfb.',
    ],
    [
      'a library that no known package brings is named',
      { packages: [], unknown: ['libnew.so.1'] },
      { isRoot: true, hasApt: true },
      'Electron needs libnew.so.1, which this machine does not have; install the package that brings it.',
    ],
  ])('%s', (_, wanted, powers, message) => {
    expect(installation(wanted, powers)).toMatchObject({ ok: false, failure: { message } });
  });
});

describe('the sandbox', () => {
  const ground = (change: Partial<SandboxGround>): SandboxGround => ({
    isRoot: false,
    helper: '/srv/chrome-sandbox',
    helperIsSetuid: false,
    namespaces: false,
    ...change,
  });

  test.each<[string, Partial<SandboxGround>]>([
    ['stands on user namespaces', { namespaces: true }],
    ['stands on its helper', { helperIsSetuid: true }],
    ['is not asked of root', { isRoot: true }],
  ])('%s', (_, change) => {
    expect(checkSandbox(ground(change)).ok).toBe(true);
  });

  test('with neither, the reader is given the one command', () => {
    expect(checkSandbox(ground({}))).toMatchObject({
      ok: false,
      failure: {
        message: expect.stringContaining(
          "sudo chown root:root '/srv/chrome-sandbox' && sudo chmod 4755 '/srv/chrome-sandbox'",
        ) as unknown,
      },
    });
  });
});
