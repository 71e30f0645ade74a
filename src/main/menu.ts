// Puts the application menu up, and the theme that is chosen in it.
import { app, Menu, nativeTheme } from 'electron';
import type { Command } from '../shared/ipc.ts';
import { menuTemplate } from './menu-template.ts';
import type { SettingsFile } from './settings.ts';

/** Follows the remembered theme; has to be called before a window asks which theme there is. */
export function setupTheme(settings: SettingsFile): void {
  nativeTheme.themeSource = settings.current().theme;
}

/** @param send carries a command to the main window. */
export function setupMenu(settings: SettingsFile, send: (command: Command) => void): void {
  const template = menuTemplate({
    platform: process.platform,
    packaged: app.isPackaged,
    theme: settings.current().theme,
    version: app.getVersion(),
    electronVersion: process.versions.electron,
    send,
    setTheme: (theme) => {
      nativeTheme.themeSource = theme;
      settings.change({ theme });
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
