// Runs the app without a window: does what the command line asks for, and exits.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { app } from 'electron';
import type { Failure, Result } from '../../shared/result.ts';
import { setupFigures } from '../figure/drawer.ts';
import { setupIpc } from '../safety/ipc.ts';
import type { PageAddresses } from '../safety/pages.ts';
import { setupCrashReport } from '../system/crash.ts';
import { openQuietLog } from '../system/log.ts';
import { openProfile } from '../system/profile.ts';
import { inOneLine, writeStream } from '../system/streams.ts';
import { writeFileWhole } from '../system/write-file.ts';
import { versions } from '../window/help.ts';
import { HELP, type CommandLine } from './arguments.ts';
import { exportCommand } from './export.ts';
import { hasDisplay, runWithoutDisplay } from './headless.ts';
import { onSignal } from './signals.ts';

/** Where the things are that a figure is made of. */
export interface CommandContext {
  /** Absolute path of the article that comes with the app. */
  readonly bundled: string;
  /** Absolute path of the preload script. */
  readonly preload: string;
  readonly addresses: PageAddresses;
}

/** Milliseconds that a file which is being written has to be finished or taken back after a signal. */
const PATIENCE = 3000;

/** Milliseconds that one of two signals sent at once may be late. */
const GRACE = 250;

/**
 * Has to be awaited before Electron is ready: what needs no figure page is done by then. Exits with 0, with 2 where
 * something is wrong, or with 128 + n where signal n ends it.
 */
export async function setupCommand(commandLine: Result<CommandLine>, context: CommandContext): Promise<void> {
  if (!commandLine.ok) exit(await tell(commandLine.failure));
  else if (commandLine.value.kind === 'help') exit(await print(HELP));
  else if (commandLine.value.kind === 'version') exit(await print(`Dateline ${app.getVersion()}\n`));
  else if (commandLine.value.kind === 'export') await startExport(commandLine.value, context);
  else throw new Error('a window is not opened here');
}

function exit(code: number): void {
  app.exit(code);
}

/**
 * Exits without taking Chromium down first: where a signal went to all processes of the app, that finds the others gone
 * and crashes.
 */
function leave(code: number): void {
  const reallyExit: unknown = Reflect.get(process, 'reallyExit');
  if (typeof reallyExit === 'function') Reflect.apply(reallyExit, process, [code]);
  exit(code);
}

async function print(text: string): Promise<0 | 2> {
  const written = await writeStream(process.stdout, text);
  return written.ok ? 0 : tell(written.failure);
}

/** Says on standard error what is wrong, and gives the exit code for it. */
async function tell(reason: Failure): Promise<2> {
  // A reader that closes the pipe has read enough.
  if (reason.code !== 'output-closed') await writeStream(process.stderr, inOneLine(reason));
  return 2;
}

const FAULT: Failure = {
  code: 'app-at-fault',
  message: 'This is a fault in Dateline. Your document is unchanged. The log says where it happened.',
  details: [],
};

async function startExport(
  command: Extract<CommandLine, { kind: 'export' }>,
  { bundled, preload, addresses }: CommandContext,
): Promise<void> {
  if (!hasDisplay(app.commandLine.hasSwitch('ozone-platform'))) {
    const run = await runWithoutDisplay();
    exit(run.ok ? run.value : await tell(run.failure));
    return;
  }

  const ended = new AbortController();
  let writing: Promise<unknown> | undefined;
  /** Ends at once, or when a file that is being written is whole or gone, so that nothing is left beside it. */
  const end = (code: number): void => {
    if (writing === undefined) leave(code);
    ended.abort();
    void Promise.race([writing, sleep(PATIENCE)]).then(() => {
      leave(code);
    });
  };
  onSignal(end);
  setupCrashReport(() => {
    void tell(FAULT).then(end);
  });

  // Chromium's own files stand apart from those of a window that may be open: settings are neither read nor written.
  const profile = openProfile('command-line');
  openQuietLog(join(profile.folder, 'logs'), versions());
  app.dock?.hide();
  // The window of a figure is closed once it is drawn, and another may follow.
  app.on('window-all-closed', () => undefined);

  void app.whenReady().then(async () => {
    const figures = setupFigures(addresses.figure, { preload, packaged: app.isPackaged });
    setupIpc(figures.handlers, addresses);
    const code = await exportCommand(command, {
      bundled,
      drawFigure: figures.drawFigure,
      writeFile: async (path, bytes) => {
        const written = writeFileWhole(path, bytes, ended.signal);
        writing = written;
        const result = await written;
        writing = undefined;
        return result;
      },
      toOutput: (bytes) => writeStream(process.stdout, bytes),
      toErrors: (text) => writeStream(process.stderr, text),
      tell: async (reason) => {
        // A signal to all processes of the app ends the page, too, and may be heard of after that.
        if (reason.code === 'figure-broken') await sleep(GRACE);
        // What a signal took back is no failure to tell of.
        return ended.signal.aborted ? 2 : tell(reason);
      },
    });
    if (!ended.signal.aborted) exit(code);
  });
}
