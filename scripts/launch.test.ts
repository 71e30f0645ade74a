// Electron's arguments for root and others, with and without a display.
import { describe, expect, test } from 'vitest';
import { hasDisplay, launchArguments, type Seat } from './launch.ts';

const seat = (change: Partial<Seat>): Seat => ({
  platform: 'linux',
  user: 1000,
  environment: { DISPLAY: ':0' },
  ...change,
});

describe('launch arguments', () => {
  test.each<[string, Partial<Seat>, string[]]>([
    ['an ordinary user keeps the sandbox', {}, []],
    ['root on Linux goes without it', { user: 0 }, ['--no-sandbox']],
    ['root on macOS keeps it', { user: 0, platform: 'darwin' }, []],
    ['X is taken before Wayland', { environment: { DISPLAY: ':0', WAYLAND_DISPLAY: 'wayland-0' } }, []],
    [
      'Wayland alone is named',
      { environment: { WAYLAND_DISPLAY: 'wayland-0' } },
      ['--ozone-platform=wayland'],
    ],
  ])('%s', (_, change, expected) => {
    expect(launchArguments(seat(change))).toEqual(expected);
  });
});

describe('display', () => {
  test.each<[string, Partial<Seat>, boolean]>([
    ['X', { environment: { DISPLAY: ':0' } }, true],
    ['Wayland', { environment: { WAYLAND_DISPLAY: 'wayland-0' } }, true],
    ['a console on Linux', { environment: {} }, false],
    ['an emptied DISPLAY', { environment: { DISPLAY: '' } }, false],
    ['macOS, which needs no variable', { environment: {}, platform: 'darwin' }, true],
    ['Windows, which needs no variable', { environment: {}, platform: 'win32', user: undefined }, true],
  ])('%s → %s', (_, change, expected) => {
    expect(hasDisplay(seat(change))).toBe(expected);
  });
});
