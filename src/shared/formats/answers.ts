// Pairs the questions that a file leaves open with the answers that were given. Pure.
import type { Question } from './format.ts';

/** Names a question: the same column may leave several things open. */
export function questionKey({ column, choices }: Question): string {
  return `${column ?? ''}\n${choices.map(({ answer }) => answer).join(' ')}`;
}

/** Each question once, as it was asked last. */
export function distinct(questions: readonly Question[]): Question[] {
  return [...new Map(questions.map((question) => [questionKey(question), question])).values()];
}

/** The answer to a question among `assume`; `undefined` if there is none. */
export function answerIn({ column, choices }: Question, assume: readonly string[]): string | undefined {
  return choices.find(({ answer }) => assume.includes(asAnswer(column, answer)))?.answer;
}

/** An answer as `--assume` takes it: for one column alone, or for the file. */
export function asAnswer(column: string | null, answer: string): string {
  return column === null ? answer : `${column}=${answer}`;
}

/** Whether an answer says which sheet of a workbook is read, and so which columns there are. */
export function saysSheet(answer: string): boolean {
  return answer.startsWith('sheet-');
}
