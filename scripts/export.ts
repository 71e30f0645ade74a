// `npm run export -- …`: writes figures from the command line in development, with or without a display.
import { build } from './build.ts';
import { withDisplay } from './display.ts';
import { launchArguments } from './launch.ts';
import { projectFolder, run } from './processes.ts';
import { describeFailure, prepare } from './runtime/prepare.ts';

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

// Standard output belongs to the figures, so the set-up writes to standard error.
console.log = console.error;
const electron = await prepare('window');
if (!electron.ok) stop(describeFailure(electron.failure));
const built = await build();
if (!built.ok) stop(describeFailure(built.failure));

// Chromium's own complaints, of a missing D-Bus and the like, do not belong in a script's output.
const args = [...launchArguments(), '--log-level=3', projectFolder, ...process.argv.slice(2)];
const cwd = process.env['INIT_CWD'] ?? process.cwd();
process.exitCode = await withDisplay((env) => run(electron.value.executable, args, { cwd, env }));
