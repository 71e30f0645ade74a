// Opens the main window where it stood last, and remembers where it stands.
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { admit } from './ipc.ts';
import { log } from './log.ts';
import type { SettingsFile } from './settings.ts';
import { backgroundColor, boundsOnScreen, mainWindowOptions } from './window-options.ts';

/**
 * Opens the main window; it shows itself once its page is painted.
 *
 * @param address the main page's.
 * @param preload absolute path of the preload script.
 */
export function openMainWindow(address: string, preload: string, settings: SettingsFile): BrowserWindow {
  const { bounds, maximized } = settings.current();
  const workAreas = bounds === undefined ? [] : screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow(
    mainWindowOptions({
      bounds: bounds && boundsOnScreen(bounds, workAreas),
      dark: nativeTheme.shouldUseDarkColors,
      preload,
      packaged: app.isPackaged,
    }),
  );
  admit(window.webContents, 'main');

  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
    rememberPlace(window, settings);
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') throw new Error(`the main window’s page is gone: ${reason}`);
  });
  nativeTheme.on('updated', () => {
    window.setBackgroundColor(backgroundColor(nativeTheme.shouldUseDarkColors));
  });

  window.loadURL(address).catch((error: unknown) => {
    log(`the main page was not loaded: ${String(error)}`);
  });
  return window;
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
