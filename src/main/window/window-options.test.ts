// Compares every option of every window, so that a weakened one fails.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOnScreen, figureWindowOptions, mainWindowOptions } from './window-options.ts';

const SAFE = {
  preload: '/app/out/preload/index.cjs',
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
  disableBlinkFeatures: 'Auxclick',
  devTools: false,
  v8CacheOptions: 'bypassHeatCheck',
};

const STATE = {
  bounds: undefined,
  dark: false,
  preload: '/app/out/preload/index.cjs',
  packaged: true,
  icon: undefined,
};

describe('mainWindowOptions', () => {
  it('is safe, hidden until painted, and light at its first launch', () => {
    expect(mainWindowOptions(STATE)).toEqual({
      width: 1440,
      height: 900,
      minWidth: 720,
      minHeight: 480,
      title: 'Dateline',
      show: false,
      autoHideMenuBar: true,
      backgroundColor: '#fbfaf6',
      webPreferences: SAFE,
    });
  });

  it('stands where it stood, dark, with developer tools in development', () => {
    const bounds = { x: 10, y: 20, width: 1000, height: 700 };
    expect(mainWindowOptions({ ...STATE, bounds, dark: true, packaged: false, icon: '/icon.png' })).toEqual({
      x: 10,
      y: 20,
      width: 1000,
      height: 700,
      minWidth: 720,
      minHeight: 480,
      title: 'Dateline',
      icon: '/icon.png',
      show: false,
      autoHideMenuBar: true,
      backgroundColor: '#14171f',
      webPreferences: { ...SAFE, devTools: true },
    });
  });
});

describe('figureWindowOptions', () => {
  it('is as safe as the main window, never seen, and draws at full speed', () => {
    expect(figureWindowOptions(STATE)).toEqual({
      width: 800,
      height: 600,
      title: 'Dateline figure',
      show: false,
      backgroundColor: '#fbfaf6',
      webPreferences: { ...SAFE, partition: 'figure', offscreen: true, backgroundThrottling: false },
    });
  });
});

describe('boundsOnScreen', () => {
  const left = { x: 0, y: 25, width: 1440, height: 875 };
  const right = { x: 1440, y: 0, width: 2560, height: 1440 };

  it.each([
    [
      'whole on the left',
      { x: 100, y: 100, width: 1000, height: 700 },
      { x: 100, y: 100, width: 1000, height: 700 },
    ],
    [
      'whole on the right',
      { x: 1500, y: 0, width: 2000, height: 900 },
      { x: 1500, y: 0, width: 2000, height: 900 },
    ],
    [
      'half over the edge',
      { x: 1000, y: 100, width: 1000, height: 700 },
      { x: 1440, y: 100, width: 1000, height: 700 },
    ],
    ['under the task bar', { x: 0, y: 0, width: 800, height: 600 }, { x: 0, y: 25, width: 800, height: 600 }],
    ['larger than the display', { x: -50, y: -50, width: 1450, height: 2000 }, left],
    [
      'of a single pixel',
      { x: 100, y: 100, width: 1, height: 1 },
      { x: 100, y: 100, width: 720, height: 480 },
    ],
    ['too low', { x: 100, y: 100, width: 1000, height: 9 }, { x: 100, y: 100, width: 1000, height: 480 }],
    [
      'of a single pixel in the corner',
      { x: 1439, y: 899, width: 1, height: 1 },
      { x: 1440, y: 899, width: 720, height: 480 },
    ],
    [
      'of a single pixel under the task bar',
      { x: 0, y: 0, width: 1, height: 1 },
      { x: 0, y: 25, width: 720, height: 480 },
    ],
    ['on a display that is gone', { x: 5000, y: 100, width: 1000, height: 700 }, undefined],
    ['touching a display’s edge', { x: -1000, y: 100, width: 1000, height: 700 }, undefined],
  ])('%s', (_case, saved, expected) => {
    expect(boundsOnScreen(saved, [left, right])).toEqual(expected);
  });

  it('knows no place without a display', () => {
    expect(boundsOnScreen(left, [])).toBeUndefined();
  });

  it('always lies whole within one display', () => {
    const bounds = fc.record({
      x: fc.integer({ min: -9000, max: 9000 }),
      y: fc.integer({ min: -9000, max: 9000 }),
      width: fc.integer({ min: 1, max: 9000 }),
      height: fc.integer({ min: 1, max: 9000 }),
    });
    fc.assert(
      fc.property(bounds, fc.array(bounds, { maxLength: 4 }), (saved, areas) => {
        const placed = boundsOnScreen(saved, areas);
        fc.pre(placed !== undefined);
        expect(
          areas.some(
            (area) =>
              placed.x >= area.x &&
              placed.y >= area.y &&
              placed.x + placed.width <= area.x + area.width &&
              placed.y + placed.height <= area.y + area.height,
          ),
        ).toBe(true);
        // Only an even smaller display reduces it below its smallest size.
        expect(placed.width >= 720 || areas.some((area) => area.width === placed.width)).toBe(true);
        expect(placed.height >= 480 || areas.some((area) => area.height === placed.height)).toBe(true);
      }),
    );
  });
});
