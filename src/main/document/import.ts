// Opens files of other programs: the helper process reads them, and the reader answers what they leave open.
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { Question, Report } from '../../shared/formats/format.ts';
import { isolate } from '../../shared/isolate.ts';
import { PIECE } from '../../shared/jobs.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import type { Helper, Limits } from '../jobs/work.ts';
import { readPieces, roomFor } from './open.ts';

/** What an import needs from the rest of main. */
export interface ImportContext {
  readonly helper: Helper;
  /** The window, which owns the questions. */
  readonly window: () => BrowserWindow;
  readonly signal: AbortSignal;
}

/** A document that was made of a file, and what became of its entries. */
export interface ImportedDocument {
  readonly document: PlacedDocument;
  readonly report: Report;
}

/**
 * Imports the file at `path`.
 *
 * @param path absolute.
 * @returns the document; `null` if no format that Dateline reads is recognised in it. Fails like the job `importFile`, or
 *   with `job-cancelled` if the reader leaves a question open. Throws the system's errors.
 */
export async function importFile(
  path: string,
  context: ImportContext,
): Promise<Result<ImportedDocument> | null> {
  const name = basename(path);
  const assume: string[] = [];
  for (;;) {
    const read = await run(path, name, assume, context);
    if (!read.ok) return read.failure.code === 'format-unknown' ? null : read;
    const { bytes, report, questions } = read.value;
    const question = questions.find(({ column }) => !assume.some((answer) => isAnswer(answer, column)));
    if (question === undefined) {
      const { readDocument } = await import('../../shared/document/file/read.ts');
      const document = readDocument(bytes);
      return document.ok ? success({ document: document.value, report }) : document;
    }
    const answer = await ask(question, name, context.window());
    if (answer === null) return failure('job-cancelled', 'It was cancelled.');
    assume.push(question.column === null ? answer : `${question.column}=${answer}`);
  }
}

/** Whether an answer is about a column, or about the file where that is `null`. */
function isAnswer(answer: string, column: string | null): boolean {
  return column === null ? !answer.includes('=') : answer.startsWith(`${column}=`);
}

async function run(
  path: string,
  name: string,
  assume: readonly string[],
  { helper, signal }: ImportContext,
): ReturnType<typeof helper.work<'importFile'>> {
  const { size } = await stat(path);
  const room = roomFor(size);
  if (!room.ok) return room;
  return helper.work({
    job: 'importFile',
    asked: { name, assume, today: new Date().toISOString().slice(0, 10) },
    size,
    file: readPieces(path, room.value, PIECE)[Symbol.asyncIterator](),
    tell: () => undefined,
    signal,
    limits: limitsFor(size),
  });
}

/** A minute and a second for each megabyte, and a gigabyte beside eight times the file. */
function limitsFor(size: number): Limits {
  return { time: 60_000 + size / 1_000, memory: 8 * size + 2 ** 30 };
}

/** Asks the reader; `null` if they cancel. */
async function ask(
  { words, choices, assumed }: Question,
  name: string,
  window: BrowserWindow,
): Promise<string | null> {
  const usual = Math.max(
    0,
    choices.findIndex(({ answer }) => answer === assumed),
  );
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Import',
    message: words,
    detail: `“${isolate(name)}” leaves this open. The answer holds for the whole column.`,
    buttons: [...choices.map(({ words: meaning }) => meaning), 'Cancel'],
    defaultId: usual,
    cancelId: choices.length,
    noLink: true,
  });
  return choices[response]?.answer ?? null;
}
