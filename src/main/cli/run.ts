// Runs the app without a window: carries out the command line and exits.
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
import { writeStream } from '../system/streams.ts';
import { writeFileWhole } from '../system/write-file.ts';
import { versions } from '../window/help.ts';
import { HELP, type CommandLine } from './arguments.ts';
import { print, runCommand, tell } from './commands.ts';
import { exportCommand } from './export.ts';
import { hasDisplay, runWithoutDisplay } from './headless.ts';
import { dieBySignals, holdSignals } from './signals.ts';

/** The places of the files that figures need. */
export interface CommandContext {
  /** Absolute path of the article that comes with the app. */
  readonly bundled: string;
  /** Absolute path of the preload script. */
  readonly preload: string;
  readonly addresses: PageAddresses;
}

/** Milliseconds after a signal in which an unfinished file is either completed or removed. */
const PATIENCE = 3000;

/** Milliseconds after which Chromium has certainly started. */
const STARTING = 1000;

/**
 * Await this before Electron is ready: it carries out whatever needs no figure page. Exits with 0, with 2 after a
 * failure, or with 128 + n if signal n ends it.
 */
export async function setupCommand(commandLine: Result<CommandLine>, context: CommandContext): Promise<void> {
  if (!commandLine.ok) exit(await tell(commandLine.failure));
  else if (commandLine.value.kind === 'help') exit(await print(HELP));
  else if (commandLine.value.kind === 'version') exit(await print(`Dateline ${app.getVersion()}\n`));
  else if (commandLine.value.kind === 'export') await startExport(commandLine.value, context);
  else if (commandLine.value.kind === 'window') throw new Error('a window is not opened here');
  else exit(await runCommand(commandLine.value));
}

function exit(code: number): void {
  app.exit(code);
}

/**
 * Exits without closing Chromium first: if a signal reached all processes of the app, closing finds the others gone and
 * crashes; and closing what draws within this process crashed in a few of some hundred runs on a busy machine.
 */
function leave(code: number): void {
  const reallyExit: unknown = Reflect.get(process, 'reallyExit');
  if (typeof reallyExit === 'function') Reflect.apply(reallyExit, process, [code]);
  exit(code);
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

  // Chromium’s messages, for example about a missing message bus, are nothing that a script could act on.
  app.commandLine.appendSwitch('log-level', '3');
  // A hidden page looks the same without a graphics card, and starts sooner when Chromium does not look for one.
  app.commandLine.appendSwitch('disable-gpu');
  // Chromium crashes if the process that draws ends first, for example by a signal to all: here it draws in this one.
  if (process.platform === 'linux') app.commandLine.appendSwitch('in-process-gpu');
  const ended = new AbortController();
  let writing: Promise<unknown> | undefined;
  /** Exits at once, or as soon as an unfinished file is complete or removed, so that no partial file remains. */
  const end = (code: number): void => {
    if (writing === undefined) leave(code);
    ended.abort();
    void Promise.race([writing, sleep(PATIENCE)]).then(() => {
      leave(code);
    });
  };
  dieBySignals(end);
  setupCrashReport(() => {
    void tell(FAULT).then(end);
  });

  // Keeps Chromium's files apart from those of an open window, and neither reads nor writes settings.
  const profile = openProfile('command-line');
  openQuietLog(join(profile.folder, 'logs'), versions());
  app.dock?.hide();
  // The window of a figure closes once it is drawn, and another may follow.
  app.on('window-all-closed', () => undefined);

  void app.whenReady().then(async () => {
    const figures = setupFigures(addresses.figure, { preload, packaged: app.isPackaged });
    setupIpc(figures.handlers, addresses);
    const code = await exportCommand(command, {
      bundled,
      drawFigure: figures.drawFigure,
      writeFile: async (path, bytes) => {
        const release = holdSignals(end);
        const written = writeFileWhole(path, bytes, ended.signal);
        writing = written;
        const result = await written;
        writing = undefined;
        // After a signal, the listener stays until the exit.
        if (!ended.signal.aborted) release();
        return result;
      },
      toOutput: (bytes) => writeStream(process.stdout, bytes),
      toErrors: (text) => writeStream(process.stderr, text),
      // A figure cancelled by a signal is no failure to report.
      tell: (reason) => (ended.signal.aborted ? Promise.resolve(2) : tell(reason)),
    });
    if (ended.signal.aborted) return;
    // Chromium may still be starting to draw, in this very process, where a command is refused at once. Ended then, it
    // crashed in 1 of 100 runs on a busy machine; a second later, in none of 300.
    if (code !== 0) await sleep(STARTING);
    leave(code);
  });
}
