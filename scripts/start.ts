// `npm start` and `npm run dev`: set up what is missing, build, and open the app; `--dev` reloads it as it is edited.
import { join } from 'node:path';
import { hasDisplay, launchArguments } from './launch.ts';
import { projectFolder, run } from './processes.ts';
import { describeFailure, prepare } from './runtime/prepare.ts';

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const electronVite = (...args: string[]) => [
  join(projectFolder, 'node_modules/electron-vite/bin/electron-vite.js'),
  ...args,
];

if (!hasDisplay()) {
  stop(
    'There is no display to open a window on (DISPLAY and WAYLAND_DISPLAY are unset); `npm test` works without one.',
  );
}
const electron = await prepare('reader');
if (!electron.ok) stop(describeFailure(electron.failure));

const forChromium = launchArguments();
if (forChromium.includes('--no-sandbox'))
  console.log('Running as root, whom Chromium’s sandbox refuses: it is off (--no-sandbox).');

// The app runs where npm was called, so that a path on its command line means what the reader means by it.
const cwd = process.env['INIT_CWD'] ?? process.cwd();
const [, , ...own] = process.argv;
const isDevelopment = own[0] === '--dev';
const args = [...forChromium, ...(isDevelopment ? own.slice(1) : own)];
if (isDevelopment) {
  const server = electronVite('dev', projectFolder, '--entry', projectFolder, '--', ...args);
  process.exitCode = await run(process.execPath, server, { cwd });
} else {
  process.exitCode =
    (await run(process.execPath, electronVite('build'), { cwd: projectFolder })) ||
    (await run(electron.value.executable, [projectFolder, ...args], { cwd }));
}
