// `npm start` and `npm run dev`: install what is missing, build, and open the app; `--dev` reloads it on changes.
// Without a display, `npm start` still shows the app, as a picture and in words.
import { join } from 'node:path';
import { readCommandLine } from '../src/main/cli/arguments.ts';
import { build } from './build.ts';
import { withDisplay } from './display.ts';
import { hasDisplay, launchArguments, QUIET } from './launch.ts';
import { projectFolder, run } from './processes.ts';
import { describeFailure, prepare } from './runtime/prepare.ts';
import { readWords } from './start-words.ts';

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const { dev, stay, own } = readWords(process.argv.slice(2));
// The app runs in the folder where npm was called, so that relative paths on its command line mean what the reader
// expects.
const folder = process.env['INIT_CWD'] ?? process.cwd();

/** Opens the app as requested and returns its exit code. */
async function open(electron: string): Promise<number> {
  if (dev) {
    const server = join(projectFolder, 'node_modules/electron-vite/bin/electron-vite.js');
    const words = [
      server,
      'dev',
      projectFolder,
      '--entry',
      projectFolder,
      '--',
      ...launchArguments(),
      QUIET,
      ...own,
    ];
    return run(process.execPath, words, { cwd: folder });
  }
  const built = await build();
  if (!built.ok) stop(describeFailure(built.failure));
  const commandLine = readCommandLine([electron, projectFolder, ...own], folder, false);
  if (commandLine.ok && commandLine.value.kind === 'window' && !hasDisplay()) {
    const { showWithoutDisplay } = await import('./without-display.ts');
    return showWithoutDisplay({ electron, own, document: commandLine.value.document, folder, stay });
  }
  const words = [...launchArguments(), QUIET, projectFolder, ...own];
  return withDisplay((env) => run(electron, words, { cwd: folder, env }));
}

if (dev && !hasDisplay())
  stop(
    'There is no display to edit on (DISPLAY and WAYLAND_DISPLAY are unset); `npm start` works without one.',
  );
const electron = await prepare('window');
if (!electron.ok) stop(describeFailure(electron.failure));
if (launchArguments().includes('--no-sandbox'))
  console.log('Running as root, whom Chromium’s sandbox refuses: it is off (--no-sandbox).');
process.exitCode = await open(electron.value.executable).catch((error: unknown) =>
  stop(`Dateline could not be shown.\n  ${String(error)}`),
);
