// `npm run export -- …`: writes figures from the command line in development, also where there is no display.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { withDisplay } from './display.ts';
import { launchArguments } from './launch.ts';
import { capture, projectFolder, run } from './processes.ts';
import { describeFailure, prepare } from './runtime/prepare.ts';

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

/** When the newest of these files and folders was changed, in milliseconds; 0 where there is none. */
async function newest(...paths: readonly string[]): Promise<number> {
  const times = paths.map(async (path) => {
    const found = await stat(path).catch(() => undefined);
    if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
    return newest(...(await readdir(path)).map((name) => join(path, name)));
  });
  return Math.max(0, ...(await Promise.all(times)));
}

const inProject = (...names: readonly string[]): string[] => names.map((name) => join(projectFolder, name));

/** Builds where the build is missing or older than what it is made of. */
async function build(): Promise<void> {
  const built = await newest(...inProject('out/main/index.js'));
  if (built > (await newest(...inProject('src', 'electron.vite.config.ts', 'package.json')))) return;
  const builder = join(projectFolder, 'node_modules/electron-vite/bin/electron-vite.js');
  const finished = await capture(process.execPath, [builder, 'build'], { cwd: projectFolder });
  if (finished.code !== 0) stop(`Dateline could not be built.\n${finished.stderr}`);
}

// Standard output belongs to the figures: whatever the set-up has to say goes to standard error.
console.log = console.error;
const electron = await prepare('export');
if (!electron.ok) stop(describeFailure(electron.failure));
await build();

// Chromium's own complaints, of a missing D-Bus and the like, are no part of what a script reads.
const args = [...launchArguments(), '--log-level=3', projectFolder, ...process.argv.slice(2)];
const cwd = process.env['INIT_CWD'] ?? process.cwd();
process.exitCode = await withDisplay((env) => run(electron.value.executable, args, { cwd, env }));
