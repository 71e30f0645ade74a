// Carries out the commands that need neither Electron nor a figure: check, draft and convert.
import type { Failure } from '../../shared/result.ts';
import { inOneLine, readInput, writeStream } from '../system/streams.ts';
import { writeFileWhole } from '../system/write-file.ts';
import type { CommandLine } from './arguments.ts';

/** Writes to standard output; returns 2, after it has said why, if that fails. */
export async function print(text: string): Promise<0 | 2> {
  const written = await writeStream(process.stdout, text);
  return written.ok ? 0 : tell(written.failure);
}

/** Reports a failure on standard error and returns its exit code. */
export async function tell(reason: Failure): Promise<2> {
  // A reader that closes the pipe has read enough.
  if (reason.code !== 'output-closed') await writeStream(process.stderr, inOneLine(reason));
  return 2;
}

const STREAMS = {
  input: readInput,
  print,
  tell,
  note: (text: string) => writeStream(process.stderr, text),
  toOutput: (bytes: Uint8Array) => writeStream(process.stdout, bytes),
  writeFile: writeFileWhole,
};

/** Carries out a command and returns its exit code. */
export async function runCommand(
  command: Extract<CommandLine, { kind: 'check' | 'draft' | 'convert' }>,
): Promise<0 | 2> {
  switch (command.kind) {
    case 'check': {
      // This import loads the EDTF reader. At start-up it would delay the window.
      const { checkCommand } = await import('./check.ts');
      return checkCommand(command, STREAMS);
    }
    case 'draft': {
      // This import loads the rules of all languages.
      const { draftCommand } = await import('./draft.ts');
      return draftCommand(command, STREAMS);
    }
    case 'convert': {
      // This import loads all formats.
      const { convertCommand } = await import('./convert.ts');
      return convertCommand(command, STREAMS);
    }
  }
}
