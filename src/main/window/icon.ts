// Where the picture is that Linux shows for a window in task bars and switchers.
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Absolute path of the window's icon; `undefined` on macOS and Windows, which take it from the program. Desktops on
 * Linux find it by the desktop entry of an installed app, and have nothing else for one that was only unpacked.
 */
export function windowIcon(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  return app.isPackaged
    ? join(process.resourcesPath, 'icon.png')
    : join(app.getAppPath(), 'resources/icons/icon-128.png');
}
