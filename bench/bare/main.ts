// The least Electron app that shows a page: one window of Dateline's size, shown, as Dateline's is, once it is painted.
import { app, BrowserWindow } from 'electron';

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false });
  window.once('ready-to-show', () => {
    window.show();
  });
  // The page and, behind a question mark, its items.
  const [page = '', search = ''] = process.argv.slice(-1).join('').split('?');
  return window.loadFile(page, { search });
});
