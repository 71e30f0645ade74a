// Runs the app without a window: does what the command line asks for, and exits.
import { join } from 'node:path';
import { app } from 'electron';
import type { Result } from '../../shared/result.ts';
import { HELP, type CommandLine } from './arguments.ts';
import { exportCommand } from './export.ts';
import { setupFigures } from '../figure/drawer.ts';
import { setupFigureIpc } from '../safety/ipc.ts';
import type { PageAddresses } from '../safety/pages.ts';

/** Where the things are that a figure is made of. */
export interface CommandContext {
  /** Absolute path of the article that comes with the app. */
  readonly bundled: string;
  /** Absolute path of the preload script. */
  readonly preload: string;
  readonly addresses: PageAddresses;
}

/** Has to be called before Electron is ready. Exits with 0, or with 2 where something is wrong. */
export function setupCommand(commandLine: Result<CommandLine>, context: CommandContext): void {
  // Chromium's own files stand apart from those of a window that may be open: settings are neither read nor written.
  app.setPath('userData', join(app.getPath('userData'), 'command-line'));
  app.dock?.hide();
  // The window of a figure is closed once it is drawn, and another may follow.
  app.on('window-all-closed', () => undefined);
  void app.whenReady().then(async () => {
    app.exit(await run(commandLine, context));
  });
}

async function run(commandLine: Result<CommandLine>, context: CommandContext): Promise<number> {
  if (!commandLine.ok) {
    await toErrors(`${commandLine.failure.message}\n`);
    return 2;
  }
  switch (commandLine.value.kind) {
    case 'help':
      await toOutput(HELP);
      return 0;
    case 'version':
      await toOutput(`Dateline ${app.getVersion()}\n`);
      return 0;
    case 'export': {
      const { bundled, preload, addresses } = context;
      const figures = setupFigures(addresses.figure, { preload, packaged: app.isPackaged });
      setupFigureIpc(figures.handlers, addresses);
      const { drawFigure } = figures;
      return exportCommand(commandLine.value, { bundled, drawFigure, toOutput, toErrors });
    }
    case 'window':
      throw new Error('a window is not opened here');
  }
}

const toOutput = (bytes: Uint8Array | string): Promise<void> => write(process.stdout, bytes);
const toErrors = (text: string): Promise<void> => write(process.stderr, text);

/** Waits until all is written: what is still on its way when the app exits is lost. */
function write(stream: NodeJS.WriteStream, bytes: Uint8Array | string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(bytes, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
