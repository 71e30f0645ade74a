// What files leave open, on the command line: how it is asked, and the option that answers it.
import type { Question } from '../../shared/formats/format.ts';
import { unknownAnswer } from '../../shared/formats/questions.ts';
import { failure, type Failure } from '../../shared/result.ts';

/** A question with the answers that there are, in sentences. */
export function answerWith({ words, choices }: Question): string {
  const answers = choices.map(({ answer, words: meaning }) => `${answer} (${meaning})`);
  return `${words} Answer it with --assume ${answers.join(' or ')}.`;
}

/** Why the answers of `--assume` cannot be taken, if one is none. */
export function unknownAssumption(answers: readonly string[]): Failure | undefined {
  const wrong = unknownAnswer(answers);
  return wrong === undefined
    ? undefined
    : failure('command-line-invalid', `--assume does not know “${wrong}”; docs/import.md lists the answers.`)
        .failure;
}
