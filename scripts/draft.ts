// `npm run draft -- FILE…` drafts articles as `dateline draft` does, in this very process: it needs neither a build nor a display.
import { draftCommand } from '../src/main/cli/draft.ts';
import { HELP, readCommandLine } from '../src/main/cli/arguments.ts';
import { inOneLine, readInput, setupStreams, writeStream } from '../src/main/system/streams.ts';
import { writeFileWhole } from '../src/main/system/write-file.ts';
import type { Failure } from '../src/shared/result.ts';

setupStreams();
const words = ['dateline', 'draft', ...process.argv.slice(2)];
const commandLine = readCommandLine(words, process.env['INIT_CWD'] ?? process.cwd(), true);

async function tell(reason: Failure): Promise<2> {
  if (reason.code !== 'output-closed') await writeStream(process.stderr, inOneLine(reason));
  return 2;
}

async function print(text: string): Promise<0 | 2> {
  const written = await writeStream(process.stdout, text);
  return written.ok ? 0 : tell(written.failure);
}

if (!commandLine.ok) process.exitCode = await tell(commandLine.failure);
else if (commandLine.value.kind === 'draft')
  process.exitCode = await draftCommand(commandLine.value, {
    input: readInput,
    print,
    tell,
    writeFile: writeFileWhole,
  });
else process.stdout.write(HELP);
