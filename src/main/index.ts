// Boots the main process: listeners first, the window last.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { app, Menu } from 'electron';
import type { WritableFormat } from '../shared/formats/writable.ts';
import type { MenuState } from '../shared/ipc.ts';
import type { Failure, Result } from '../shared/result.ts';
import { readCommandLine } from './cli/arguments.ts';
import { copyText } from './system/clipboard.ts';
import { checkDisplay } from './cli/headless.ts';
import { setupCommand } from './cli/run.ts';
import { setupCrashReport, showCrash } from './system/crash.ts';
import { setupDocuments } from './document/session.ts';
import { setupExport } from './figure/export.ts';
import { setupFigures } from './figure/drawer.ts';
import { setupHelp, versions } from './window/help.ts';
import { setupHelper } from './jobs/jobs.ts';
import { notify, setupIpc, type Handlers } from './safety/ipc.ts';
import { openLink } from './safety/links.ts';
import { openLog } from './system/log.ts';
import { putMenuUp, setupTheme } from './window/menu.ts';
import { handOver, listenOutside } from './document/outside.ts';
import { pageAddresses } from './safety/pages.ts';
import { setupPanel } from './window/panel.ts';
import { setupHouseStyle } from './figure/style.ts';
import { setupPrinting } from './figure/print.ts';
import { setupPreview } from './figure/preview.ts';
import { setupProtocol } from './safety/protocol.ts';
import { rememberedMappings } from './document/remembered-mappings.ts';
import { recentHandlers, setupRecentDocuments } from './document/recent-documents.ts';
import { setupRecovery } from './window/recovery.ts';
import { setupSecurity } from './safety/security.ts';
import { openProfile, temporaryProfile, type Profile } from './system/profile.ts';
import { openSettings } from './system/settings.ts';
import { setupStreams } from './system/streams.ts';
import { askBeforeClosing, openMainWindow } from './window/window.ts';

/** Paths that do not depend on the reader. */
const root = app.getAppPath();
const preload = join(root, 'out/preload/index.cjs');
const helper = join(root, 'out/main/helper.js');
const pages = join(root, 'out/renderer');
const resources = app.isPackaged ? process.resourcesPath : join(root, 'resources');
const bundled = join(resources, 'article.dateline');
const developmentServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
const addresses = pageAddresses(developmentServer);

setupStreams();
// A page's scripts are cached as they were compiled at the first launch: all of their functions, not those alone that ran
// before main's first answer. v8CacheOptions cannot say so of modules.
// Nearly all that the first picture makes is kept: collecting the garbage of a small young heap copied it several times.
app.commandLine.appendSwitch('js-flags', '--no-lazy --min-semi-space-size=16');
// Where processors draw the page, Chromium cuts it into tiles of 256 pixels, and of two processors one draws.
app.commandLine.appendSwitch('default-tile-width', '512');
app.commandLine.appendSwitch('default-tile-height', '512');
if (availableParallelism() < 4) app.commandLine.appendSwitch('num-raster-threads', '2');
const served = setupProtocol(pages);
setupSecurity(developmentServer);
// Keeps Electron from building a menu of its own, only for ours to replace it.
Menu.setApplicationMenu(null);

const asked = readCommandLine(process.argv, process.cwd(), app.isPackaged);
const display = checkDisplay(app.commandLine.hasSwitch('ozone-platform'));
const context = { bundled, preload, addresses };
if (!asked.ok || asked.value.kind !== 'window') await setupCommand(asked, context);
else if (!display.ok) await setupCommand(display, context);
else startWindow(asked.value.document);

/** @param named absolute path of the document on the command line, if any. */
function startWindow(named: string | undefined): void {
  setupCrashReport(showCrash);
  const profile = openProfile();
  // During development the app restarts before its last run has ended, and must not hand over to it.
  const alone = profile.forgets !== undefined || developmentServer !== undefined;
  const handed = alone ? 'first' : handOver(named, profile.folder);
  if (handed === 'first') setupApp(named, profile);
  else if (handed === 'handed-over') app.exit(0);
  else
    setupApp(named, temporaryProfile(profile.folder, 'is in use by another computer, or cannot be locked'));
}

function setupApp(named: string | undefined, profile: Profile): void {
  const outside = listenOutside();
  /** Tells the page of a failure, once there is one. */
  let complain: ((failure: Failure) => void) | undefined;
  const settings = openSettings(join(profile.folder, 'settings.json'), (failure) => complain?.(failure));
  app.on('will-quit', () => {
    settings.flush();
  });

  // A top-level `await` would keep Electron from becoming ready.
  void app.whenReady().then(() => {
    setupTheme(settings);
    const recent = setupRecentDocuments(settings, putUp);
    let names: MenuState = { undo: null, redo: null };
    let hasMenu = false;
    let inMenu = '';
    const documents = setupDocuments({
      named: named ?? outside.first(),
      bundled,
      window: () => window,
      recent,
      dataFolder: profile.forgets === undefined ? profile.folder : undefined,
      changed: refreshMenu,
      notify: (channel, payload) => {
        notify(window, channel, payload);
      },
      helper: setupHelper(helper),
      mappings: rememberedMappings(settings),
    });
    const figures = setupFigures(addresses.figure, { preload, packaged: app.isPackaged });
    const preview = setupPreview(documents.current, figures.drawFigure);
    const exporting = setupExport({
      window: () => window,
      document: documents.current,
      drawFigure: figures.drawFigure,
      endPreview: preview.end,
      settings,
    });
    const help = setupHelp(root, app.isPackaged ? join(resources, 'third-party-notices.txt') : undefined);
    const panel = setupPanel(settings);
    const handlers: Handlers = {
      ...documents.handlers,
      ...exporting.handlers,
      ...preview.handlers,
      ...setupPrinting(() => window),
      ...setupHouseStyle(settings),
      ...figures.handlers,
      ...help.handlers,
      ...panel.handlers,
      ...recentHandlers(recent, documents.openNext),
      keepMenu: (state) => {
        names = state;
        // The page tells it first once its first picture is drawn, which needs every processor before.
        hasMenu = true;
        refreshMenu();
        return null;
      },
      loadDocument: async () => {
        // The document is read as soon as the page has its scripts, for which it waits, too.
        if (developmentServer === undefined) await served.firstScripts;
        const started = await documents.start();
        return { ...started, panel: panel.current() };
      },
      openLink,
      copyText,
    };
    setupIpc(handlers, addresses);

    const { window, load, bringToFront } = openMainWindow(addresses.main, preload, settings);
    askBeforeClosing(window, documents.mayClose);
    window.on('focus', documents.lookAtFile);
    setupRecovery({ window, documents, endFigures: exporting.endAll, load });
    complain = (failure) => {
      notify(window, 'failure', failure);
    };
    // The figure's window is invisible, so nobody could close it.
    window.once('closed', () => {
      complain = undefined;
      app.quit();
    });
    if (profile.forgets !== undefined) documents.resume(profile.forgets, false);
    outside.deliver(documents.openNext, bringToFront);
    openLog(app.getPath('logs'), versions());

    function putUp(): void {
      if (!hasMenu) return;
      putMenuUp({
        settings,
        recent,
        names,
        saving: documents.canSave(),
        send: (command) => {
          notify(window, 'command', command);
        },
        openRecent: documents.openNext,
        exportData: (format) => void exportFor(format),
        showLogs: () => void tell(help.showLogs()),
        checkForUpdates: () => void tell(help.checkForUpdates()),
      });
    }

    /** Exports the data of the open document, and tells the page what came of it. */
    async function exportFor(format: WritableFormat): Promise<void> {
      const document = documents.current();
      if (document === undefined) return;
      const { exportData } = await import('./document/export-data.ts');
      const result = await exportData(document, format, window);
      if (result?.ok === true) notify(window, 'done', result.value);
      else if (result !== null) notify(window, 'failure', result.failure);
    }

    /** Builds the menu again if the document makes a difference to it. */
    function refreshMenu(): void {
      if (!hasMenu) return;
      const state = JSON.stringify([names, documents.canSave()]);
      if (state !== inMenu) putUp();
      inMenu = state;
    }

    /** Tells the page what main failed to do. */
    async function tell(work: Promise<Result<null>>): Promise<void> {
      const result = await work;
      if (!result.ok) notify(window, 'failure', result.failure);
    }
  });
}
