// What the reader chooses while a file is shown before its import; main reads it again after each change.
import { signal, type ReadonlySignal } from '@preact/signals';
import { answerIn, asAnswer, questionKey, saysSheet } from '../../shared/formats/answers.ts';
import type { Question } from '../../shared/formats/format.ts';
import type { ImportChoice, ImportPreview } from '../../shared/formats/preview.ts';
import type { Mapping } from '../../shared/formats/table/fields.ts';
import type { ImportAsking, ImportTarget } from '../../shared/ipc.ts';
import type { Failure } from '../../shared/result.ts';
import { api } from '../api.ts';
import { answerImport } from './commands.ts';

/** A file that is looked at. */
export interface Choosing {
  readonly choice: ImportChoice;
  readonly where: ImportTarget;
  /** The file as it was last read; the choice may have changed since. */
  readonly preview: ImportPreview;
  readonly isRemembered: boolean;
  /** Why it cannot be read by the choice; `null` if it can. */
  readonly failure: Failure | null;
  /** Whether it is being read again. */
  readonly isReading: boolean;
  /** The keys of the questions that an import waits for, once the reader has asked for it. */
  readonly missing: readonly string[];
}

const state = signal<Choosing | null>(null);

/** The file that is looked at, or `null`. */
export const choosing: ReadonlySignal<Choosing | null> = state;

/** Starts with what main read of a file. */
export function beginChoosing({ preview, assume, isRemembered, where }: ImportAsking): void {
  state.value = {
    choice: { mapping: preview.table?.mapping ?? null, assume },
    where,
    preview,
    isRemembered,
    failure: null,
    isReading: false,
    missing: [],
  };
}

/** Forgets the file. */
export function endChoosing(): void {
  state.value = null;
}

/** Reads the columns by another mapping. */
export function changeMapping(change: (mapping: Mapping) => Mapping): void {
  const { mapping = null, assume = [] } = state.peek()?.choice ?? {};
  if (mapping !== null) choose({ mapping: change(mapping), assume });
}

/** Says where what is imported goes. */
export function changeTarget(where: ImportTarget): void {
  const now = state.peek();
  if (now !== null) state.value = { ...now, where };
}

/** Forgets what was remembered or chosen, and guesses. */
export function guessAgain(): void {
  choose({ mapping: null, assume: [] });
}

/** Answers a question, in the place of an earlier answer. */
export function answerQuestion(question: Question, answer: string): void {
  const choice = state.peek()?.choice;
  if (choice === undefined) return;
  const own = question.choices.map((one) => asAnswer(question.column, one.answer));
  const assume = [...choice.assume.filter((one) => !own.includes(one)), asAnswer(question.column, answer)];
  // A mapping is of one sheet.
  choose({ mapping: saysSheet(answer) ? null : choice.mapping, assume });
}

/** Imports the file as it was chosen, once all questions are answered. @returns the first that is not, by its key. */
export function importChosen(): string | null {
  const now = state.peek();
  if (now?.failure !== null) return null;
  const missing = now.preview.questions
    .filter((question) => answerIn(question, now.choice.assume) === undefined)
    .map(questionKey);
  if (missing.length === 0) answerImport({ ...now.choice, where: now.where });
  else state.value = { ...now, missing };
  return missing[0] ?? null;
}

function choose(choice: ImportChoice): void {
  const now = state.peek();
  if (now === null) return;
  state.value = { ...now, choice, isRemembered: false, isReading: true };
  void readAgain();
}

/** Whether a choice names the columns as they are called now, and so can stay as the reader made it. */
function isOfSameColumns({ mapping }: ImportChoice, before: ImportPreview, after: ImportPreview): boolean {
  const [columns, known] = [after.table?.columns ?? [], before.table?.columns ?? []];
  return (
    mapping !== null &&
    columns.length === known.length &&
    columns.every((name, place) => name === known[place])
  );
}

let isUnderWay = false;

/** Has main read the file by the last choice. What was chosen meanwhile comes after it, and only the last of that. */
async function readAgain(): Promise<void> {
  if (isUnderWay) return;
  isUnderWay = true;
  try {
    for (;;) {
      const wanted = state.peek()?.choice;
      if (wanted === undefined) return;
      const read = await api.previewImport(wanted);
      const now = state.peek();
      if (read === null || now === null) return;
      if (now.choice !== wanted) continue;
      state.value = read.ok
        ? {
            ...now,
            preview: read.value,
            choice: isOfSameColumns(wanted, now.preview, read.value)
              ? wanted
              : { ...wanted, mapping: read.value.table?.mapping ?? null },
            failure: null,
            isReading: false,
          }
        : { ...now, failure: read.failure, isReading: false };
      return;
    }
  } finally {
    isUnderWay = false;
  }
}
