// Boots the main process: whatever listens is set up first, the window last.
import { join } from 'node:path';
import { app, Menu } from 'electron';
import { readCommandLine } from './command-line.ts';
import { setupCommand } from './command.ts';
import { setupCrashReport } from './crash.ts';
import { setupDocuments } from './documents.ts';
import { setupExport } from './export.ts';
import { setupFigures } from './figure.ts';
import { sendCommand, setupIpc } from './ipc.ts';
import { openLink } from './links.ts';
import { setupMenu, setupTheme } from './menu.ts';
import { pageAddresses } from './pages.ts';
import { setupPreview } from './preview.ts';
import { setupProtocol, setupScheme } from './protocol.ts';
import { setupSecurity } from './security.ts';
import { openSettings } from './settings.ts';
import { openMainWindow } from './window.ts';

/** Where the things are that do not depend on the reader. */
const root = app.getAppPath();
const preload = join(root, 'out/preload/index.cjs');
const pages = join(root, 'out/renderer');
const resources = app.isPackaged ? process.resourcesPath : join(root, 'resources');
const bundled = join(resources, 'article.dateline');
const developmentServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
const addresses = pageAddresses(developmentServer);

setupCrashReport();
setupScheme();
setupSecurity(developmentServer);
// Keeps Electron from building a menu of its own, which ours would replace.
Menu.setApplicationMenu(null);

const commandLine = readCommandLine(process.argv, process.cwd(), app.isPackaged);
if (commandLine.ok && commandLine.value.kind === 'window') setupApp(commandLine.value.document);
else setupCommand(commandLine, { pages, bundled, preload, addresses });

/** @param named absolute path of the document on the command line, if one is named. */
function setupApp(named: string | undefined): void {
  const settings = openSettings(join(app.getPath('userData'), 'settings.json'));
  app.on('will-quit', () => {
    settings.flush();
  });

  // An `await` at the top would keep Electron from becoming ready.
  void app.whenReady().then(() => {
    setupProtocol(pages);
    setupTheme(settings);
    const documents = setupDocuments(named, bundled, () => window);
    const figures = setupFigures(addresses.figure, { preload, packaged: app.isPackaged });
    const exporting = setupExport({
      window: () => window,
      document: documents.current,
      drawFigure: figures.drawFigure,
      settings,
    });
    const preview = setupPreview(documents.current, figures.drawFigure);
    setupIpc({ ...documents.handlers, ...exporting, ...preview, ...figures.handlers, openLink }, addresses);

    const window = openMainWindow(addresses.main, preload, settings);
    // A figure that is being drawn has a window too, which nobody sees and nobody could close.
    window.once('closed', () => {
      app.quit();
    });
    // From here on the page is on its way, in a process of its own, and main has time for the rest.
    documents.begin();
    setupMenu(settings, (command) => {
      sendCommand(window, command);
    });
  });
}
