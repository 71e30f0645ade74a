// The package's metadata for Debian is correct.
import { describe, expect, test } from 'vitest';
import { changeLog, control, metainfo, neededLibc, packedMode } from './debian.ts';
import { edition } from './edition.ts';

const standIn = edition('0.1.0', '33.2.1', '45.4.1');
const release = edition('0.1.0', '45.4.1', '45.4.1');
const described = { architecture: 'amd64', libraries: ['libgtk-3-0', 'libnss3'], libc: '2.25', size: 1025 };

test('the control file names version, size in KiB and what is needed', () => {
  const text = control({ ...described, edition: release });
  expect(text).toMatch(/^Version: 0\.1\.0$/m);
  expect(text).toMatch(/^Installed-Size: 2$/m);
  expect(text).toMatch(
    /^Depends: libc6 \(>= 2\.25\), libgtk-3-0, libnss3, desktop-file-utils, shared-mime-info, xdg-utils$/m,
  );
  expect(text).not.toContain('testing');
  expect(text).toMatch(/[^\n]\n$/);
});

test('the description of a stand-in build says that it is for testing', () => {
  expect(control({ ...described, edition: standIn })).toContain('\n This build is for testing');
});

test('the change log carries the date of the commit', () => {
  expect(changeLog(standIn, new Date('2026-11-24T06:07:08Z'))).toMatch(
    /^dateline \(0\.1\.0~\+standin\) unstable; urgency=medium\n\n {2}\* .*\n\n -- .* <.*> {2}Tue, 24 Nov 2026 06:07:08 \+0000\n$/,
  );
});

test('AppStream is told the version and the day', () => {
  const filled = metainfo('<release version="@VERSION@" date="@DATE@"/>', release, new Date('2026-11-24'));
  expect(filled).toBe('<release version="0.1.0" date="2026-11-24"/>');
});

describe('modes', () => {
  test.each([
    ['usr/lib/dateline/chrome-sandbox', true, 0o4755],
    ['usr/lib/dateline/dateline', true, 0o755],
    ['usr/lib/dateline/resources.pak', false, 0o644],
    ['usr/lib/dateline/libvulkan.so.1', true, 0o644],
    ['usr/share/chrome-sandbox', true, 0o755],
  ])('%s', (path, executable, mode) => {
    expect(packedMode(path, executable)).toBe(mode);
  });
});

test('the newest C library is found by number, not by letters', () => {
  expect(neededLibc(Buffer.from('\0GLIBC_2.9\0GLIBC_2.25\0GLIBC_2.4\0'))).toBe('2.25');
  expect(neededLibc(Buffer.from('GLIBCXX'))).toBeUndefined();
});
