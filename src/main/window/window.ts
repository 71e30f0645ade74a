// Opens the main window at its last place, and saves the place when it moves.
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { windowIcon } from './icon.ts';
import { admit } from '../safety/ipc.ts';
import { log } from '../system/log.ts';
import type { SettingsFile } from '../system/settings.ts';
import { backgroundColor, boundsOnScreen, mainWindowOptions } from './window-options.ts';

/** The main window. */
export interface MainWindow {
  readonly window: BrowserWindow;
  /** Loads its page again. */
  readonly load: () => void;
  /** Brings it to the front, and restores it if it is minimized. */
  readonly bringToFront: () => void;
}

/**
 * Opens the main window; it appears once its page is painted.
 *
 * @param address of the main page.
 * @param preload absolute path of the preload script.
 */
export function openMainWindow(address: string, preload: string, settings: SettingsFile): MainWindow {
  const { bounds, maximized } = settings.current();
  const workAreas = bounds === undefined ? [] : screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow(
    mainWindowOptions({
      bounds: bounds && boundsOnScreen(bounds, workAreas),
      dark: nativeTheme.shouldUseDarkColors,
      preload,
      packaged: app.isPackaged,
      icon: windowIcon(),
    }),
  );
  admit(window.webContents, 'main');

  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
    rememberPlace(window, settings);
  });
  nativeTheme.on('updated', () => {
    window.setBackgroundColor(backgroundColor(nativeTheme.shouldUseDarkColors));
  });

  const load = (): void => {
    window.loadURL(address).catch((error: unknown) => {
      log('the main page was not loaded', String(error));
    });
  };
  const bringToFront = (): void => {
    if (window.isMinimized()) window.restore();
    // Until its first picture it is hidden, and appears on its own soon enough.
    if (window.isVisible()) window.focus();
  };
  load();
  return { window, load, bringToFront };
}

/** Lets the window close once it may, however that was asked for: by its button, its menu or the end of the app. */
export function askBeforeClosing(window: BrowserWindow, mayClose: () => Promise<boolean>): void {
  window.on('close', (event) => {
    event.preventDefault();
    void mayClose().then((may) => {
      // To close it would ask again, and wait for a page that hangs.
      if (may) window.destroy();
    });
  });
}

function rememberPlace(window: BrowserWindow, settings: SettingsFile): void {
  const remember = (): void => {
    settings.change({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  };
  window.on('resize', remember);
  window.on('move', remember);
  window.on('maximize', remember);
  window.on('unmaximize', remember);
}
