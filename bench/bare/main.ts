// The smallest Electron app that shows a page: one window of Dateline's size which, like Dateline's, appears once
// painted.
import { app, BrowserWindow } from 'electron';

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false });
  window.once('ready-to-show', () => {
    window.show();
  });
  // The page and, after a question mark, its items.
  const [page = '', search = ''] = process.argv.slice(-1).join('').split('?');
  return window.loadFile(page, { search });
});
