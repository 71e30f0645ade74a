// A package says what it is: a release if built on the pinned Electron, otherwise for testing.
import { describe, expect, test } from 'vitest';
import { closingLines, edition, isSigned, refusal } from './edition.ts';

const release = edition('0.1.0', '45.4.1', '45.4.1');
const standIn = edition('0.1.0', '33.2.1', '45.4.1');

test('on the pinned Electron the version is the project’s own', () => {
  expect(release).toEqual({ version: '0.1.0', debianVersion: '0.1.0', releasable: true });
});

test('on any other it ends in +standin', () => {
  expect(standIn).toEqual({ version: '0.1.0+standin', debianVersion: '0.1.0~+standin', releasable: false });
});

test('what is not released yet is told from what is in dpkg’s syntax', () => {
  expect(edition('0.1.0-beta.2', '45.4.1', '45.4.1').debianVersion).toBe('0.1.0~beta.2');
});

describe('a release', () => {
  test.each([
    ['on the pinned Electron is built', release, undefined, undefined],
    ['with its tag too', release, 'v0.1.0', undefined],
    ['with another tag is refused', release, 'v0.2.0', 'The tag v0.2.0 does not fit'],
    ['on the stand-in is refused', standIn, undefined, 'on the pinned Electron alone'],
    [
      'on the stand-in is refused whatever its tag',
      standIn,
      'v0.1.0+standin',
      'on the pinned Electron alone',
    ],
  ])('%s', (_, built, tag, reason) => {
    const refused = refusal(built, tag);
    if (reason === undefined) expect(refused).toBeUndefined();
    else expect(refused).toContain(reason);
  });
});

describe('signing', () => {
  test.each<[NodeJS.Platform, Record<string, string>, boolean]>([
    ['darwin', { CSC_LINK: 'certificate' }, true],
    ['darwin', { CSC_LINK: '' }, false],
    ['win32', { WIN_CSC_LINK: 'certificate' }, true],
    ['win32', {}, false],
    ['linux', { CSC_LINK: 'certificate' }, false],
  ])('on %s with %j: %s', (platform, environment, expected) => {
    expect(isSigned(platform, environment)).toBe(expected);
  });
});

test('the last line of a stand-in build says what it is for', () => {
  expect(closingLines(standIn, false, '33.2.1')).toEqual([
    'The packages are not signed; docs/install.md says what that shows and how to check them.',
    'Dateline 0.1.0+standin is for testing only: it is built on the stand-in runtime, Electron 33.2.1.',
  ]);
});

test('a signed release has nothing to add', () => {
  expect(closingLines(release, true, '45.4.1')).toEqual([]);
});
