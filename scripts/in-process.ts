// Runs a command of the app in this very process: it needs neither a build nor a display.
import { HELP, readCommandLine } from '../src/main/cli/arguments.ts';
import { print, runCommand, tell } from '../src/main/cli/commands.ts';
import { setupStreams } from '../src/main/system/streams.ts';

/**
 * Runs a command in the folder where npm was called.
 *
 * @returns its exit code.
 */
export async function runInProcess(words: readonly string[]): Promise<number> {
  setupStreams();
  const folder = process.env['INIT_CWD'] ?? process.cwd();
  const commandLine = readCommandLine(['dateline', ...words], folder, true);
  if (!commandLine.ok) return tell(commandLine.failure);
  const command = commandLine.value;
  return command.kind === 'check' || command.kind === 'draft' || command.kind === 'convert'
    ? runCommand(command)
    : print(HELP);
}
