// Builds the application menu, and applies the theme chosen in it.
import { app, Menu, nativeTheme } from 'electron';
import { menuTemplate, type MenuContext } from './menu-template.ts';
import { recentLabels } from '../document/recent.ts';
import type { RecentDocuments } from '../document/recent-documents.ts';
import type { SettingsFile } from '../system/settings.ts';

/** Applies the saved theme. Call this before a window asks for it. */
export function setupTheme(settings: SettingsFile): void {
  nativeTheme.themeSource = settings.current().theme;
}

/** What the menu needs from the rest of main. */
export interface MenuParts extends Pick<
  MenuContext,
  'names' | 'saving' | 'send' | 'openRecent' | 'exportData' | 'showLogs' | 'checkForUpdates'
> {
  readonly settings: SettingsFile;
  readonly recent: Pick<RecentDocuments, 'list' | 'clear'>;
}

/** Builds the menu with the current recent documents and theme. */
export function putMenuUp({ settings, recent, ...actions }: MenuParts): void {
  const paths = recent.list();
  const labels = recentLabels(paths, process.platform);
  const template = menuTemplate({
    ...actions,
    platform: process.platform,
    packaged: app.isPackaged,
    theme: settings.current().theme,
    recent: paths.map((path, position) => ({ path, label: labels[position] ?? path })),
    clearRecent: recent.clear,
    setTheme: (theme) => {
      nativeTheme.themeSource = theme;
      settings.change({ theme });
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
