// Converts files of other programs: reads each, merges their events, and writes them as a document or for another program.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  convertFiles,
  targetFormat,
  writeDraft,
  type Converted,
  type InputFile,
} from '../../shared/formats/convert.ts';
import type { Problem, Report } from '../../shared/formats/format.ts';
import { countsInWords } from '../../shared/formats/report-in-words.ts';
import type { Mapping } from '../../shared/formats/table/fields.ts';
import { readMapping } from '../../shared/formats/table/mapping.ts';
import { failure, success, type Failure, type Result } from '../../shared/result.ts';
import { readFailure } from '../document/open.ts';
import { systemCode } from '../system/system-code.ts';
import type { CommandLine } from './arguments.ts';
import { inputFile, placeOf } from './input-file.ts';
import { answerWith, unknownAssumption } from './questions.ts';

type Command = Extract<CommandLine, { kind: 'convert' }>;

/** What a conversion writes to. */
export interface ConvertStreams {
  /** Writes to standard output; returns 2, after it has said why, if that fails. */
  readonly print: (text: string) => Promise<0 | 2>;
  /** Reports on standard error; returns 2. */
  readonly tell: (reason: Failure) => Promise<2>;
  /** Writes to standard error. */
  readonly note: (text: string) => Promise<unknown>;
  readonly toOutput: (bytes: Uint8Array) => Promise<Result<null>>;
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<Result<null>>;
}

/**
 * Converts files. Standard output gets the report; where it gets the file itself, standard error does.
 *
 * @returns the exit code: 2 if a file cannot be read or leaves a question open, and then nothing is written.
 */
export async function convertCommand(
  command: Command,
  { print, tell, note, toOutput, writeFile }: ConvertStreams,
): Promise<0 | 2> {
  const now = new Date();
  const wrong = unknownAssumption(command.assume);
  if (wrong !== undefined) return tell(wrong);
  const target = targetFormat(command.to === null ? null : basename(command.to), command.format);
  if (!target.ok) return tell(target.failure);
  const mapping = command.map === null ? success(undefined) : await mappingIn(command.map);
  if (!mapping.ok) return tell(mapping.failure);

  const files: InputFile[] = [];
  for (const path of command.files) {
    const file = await inputFile(path);
    if (!file.ok) return tell(file.failure);
    files.push(file.value);
  }
  const converted = await convertFiles(files, {
    assume: command.assume,
    mapping: mapping.value,
    today: now.toISOString().slice(0, 10),
  });
  if (!converted.ok) return tell(converted.failure);
  const { draft, report, questions } = converted.value;
  if (questions.length > 0) return tell(unanswered(questions));

  const written = await writeDraft(draft, target.value, now.toISOString());
  if (!written.ok) return tell(written.failure);
  const { bytes, losses } = written.value;
  const saved = command.to === null ? await toOutput(bytes) : await writeFile(command.to, bytes);
  if (!saved.ok) return tell(saved.failure);
  const name = command.to === null ? 'standard output' : basename(command.to);
  const lost = losses.map((reason): Problem => ({ file: name, line: null, path: null, reason }));
  const whole: Report = { ...report, problems: [...report.problems, ...lost] };
  const words = command.json ? `${JSON.stringify(whole)}\n` : inWords(whole, command.to ?? name);
  if (command.to !== null) return print(words);
  await note(words);
  return 0;
}

/** All questions that are open, each with the answers that there are. */
function unanswered(questions: Converted['questions']): Failure {
  const sentences = questions.map(({ file, question }) => `${file}: ${answerWith(question)}`);
  const [first = '', ...more] = sentences;
  return failure('question-open', first, more).failure;
}

async function mappingIn(path: string): Promise<Result<Mapping>> {
  try {
    return readMapping(await readFile(path, 'utf8'));
  } catch (error) {
    return readFailure(systemCode(error), path);
  }
}

/** The report for readers: what was written, and each problem in a line. */
function inWords({ problems, ...counts }: Report, to: string): string {
  const lines = problems.map((problem) => {
    // A terminal would obey control characters.
    return `  ${placeOf(problem, problem.file)}: ${problem.reason}.`.replace(/\p{Cc}+/gu, ' ');
  });
  return `${[`${to}: ${countsInWords(counts)}`, ...lines].join('\n')}\n`;
}
