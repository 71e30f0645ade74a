// The options of the windows as plain data, so that a test can compare every one.
import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import type { Bounds } from '../system/settings.ts';

/** The main window's size if none is saved. */
const FIRST_SIZE = { width: 1440, height: 900 };

/** The smallest size of the main window: what fits on a laptop at 150 %. */
const SMALLEST_SIZE = { minWidth: 720, minHeight: 480 };

/** The options of both windows. Electron's defaults are spelled out, so that a change of them changes nothing here. */
function webPreferences(preload: string, packaged: boolean): WebPreferences {
  return {
    preload,
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
    devTools: !packaged,
    // Without this, compiled scripts are cached only from the third launch on.
    v8CacheOptions: 'bypassHeatCheck',
  };
}

/** The pages' own background, so that nothing flashes before they are painted. */
export function backgroundColor(dark: boolean): string {
  return dark ? '#14171f' : '#fbfaf6';
}

/** What the options of the main window depend on. */
export interface MainWindowState {
  /** Its last bounds, if they are still visible, see {@link boundsOnScreen}; otherwise it is centred. */
  readonly bounds: Bounds | undefined;
  readonly dark: boolean;
  /** Absolute path of the preload script. */
  readonly preload: string;
  /** True in an installed app: no developer tools. */
  readonly packaged: boolean;
  /** Absolute path of the window's icon, if it needs one. */
  readonly icon: string | undefined;
}

/** The main window: hidden until it is painted; Alt shows its menu bar. */
export function mainWindowOptions(state: MainWindowState): BrowserWindowConstructorOptions {
  return {
    ...FIRST_SIZE,
    ...state.bounds,
    ...SMALLEST_SIZE,
    title: 'Dateline',
    ...(state.icon !== undefined && { icon: state.icon }),
    show: false,
    autoHideMenuBar: true,
    backgroundColor: backgroundColor(state.dark),
    webPreferences: webPreferences(state.preload, state.packaged),
  };
}

/** The session of the figure window; without a folder, because nothing in it needs to be kept. */
const FIGURE_SESSION = 'figure';

/** The figure window: never shown. Its page gets the figure's size, not the window itself. */
export function figureWindowOptions(
  state: Omit<MainWindowState, 'bounds' | 'icon'>,
): BrowserWindowConstructorOptions {
  return {
    width: 800,
    height: 600,
    title: 'Dateline figure',
    show: false,
    backgroundColor: backgroundColor(state.dark),
    webPreferences: {
      ...webPreferences(state.preload, state.packaged),
      // Chromium keeps one zoom for each host in a session: in the main window's session, its zoom would enlarge
      // figures.
      partition: FIGURE_SESSION,
      // Otherwise a hidden window is on no screen, so that it cannot be captured, and its timers slow down to one a
      // second.
      offscreen: true,
      backgroundThrottling: false,
    },
  };
}

/**
 * The bounds for a window that stood at `saved`, at least of its smallest size: unchanged if a display still shows all
 * of it, moved and shrunk into the display that shows most of it, `undefined` if none shows any.
 *
 * @param workAreas the displays without task bars and docks.
 */
export function boundsOnScreen(saved: Bounds, workAreas: readonly Bounds[]): Bounds | undefined {
  const { x, y } = saved;
  const wide = Math.max(saved.width, SMALLEST_SIZE.minWidth);
  const high = Math.max(saved.height, SMALLEST_SIZE.minHeight);
  let best: Bounds | undefined;
  let most = 0;
  for (const area of workAreas) {
    const shared = overlap(x, wide, area.x, area.width) * overlap(y, high, area.y, area.height);
    if (shared > most) [best, most] = [area, shared];
  }
  if (best === undefined) return undefined;
  const width = Math.min(wide, best.width);
  const height = Math.min(high, best.height);
  return {
    x: Math.min(Math.max(x, best.x), best.x + best.width - width),
    y: Math.min(Math.max(y, best.y), best.y + best.height - height),
    width,
    height,
  };
}

/** The length of the overlap of two ranges. */
function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.max(0, Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart));
}
