// Runs the app's command line in development, in the folder where npm was called.
import { build } from './build.ts';
import { withDisplay } from './display.ts';
import { launchArguments, QUIET } from './launch.ts';
import { projectFolder, run } from './processes.ts';
import { describeFailure, prepare } from './runtime/prepare.ts';

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

/**
 * Builds the app if needed and runs it with these words, with or without a display.
 *
 * @returns its exit code.
 */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  // Standard output belongs to the command, so the set-up writes to standard error.
  console.log = console.error;
  const electron = await prepare('window');
  if (!electron.ok) stop(describeFailure(electron.failure));
  const built = await build();
  if (!built.ok) stop(describeFailure(built.failure));

  const args = [...launchArguments(), QUIET, projectFolder, ...words];
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  return withDisplay((env) => run(electron.value.executable, args, { cwd, env }));
}
