// Finds the icon that Linux shows for a window in task bars and switchers.
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Absolute path of the window's icon; `undefined` on macOS and Windows, which take it from the program. Linux desktops
 * find it through the desktop entry of an installed app, and only an unpacked one needs this path.
 */
export function windowIcon(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  return app.isPackaged
    ? join(process.resourcesPath, 'icon.png')
    : join(app.getAppPath(), 'resources/icons/icon-128.png');
}
