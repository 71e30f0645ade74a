// What a file leaves open: each question is asked once, for its whole column or for the file.
import { useId } from 'preact/hooks';
import { answerIn, questionKey } from '../../shared/formats/answers.ts';
import type { Question } from '../../shared/formats/format.ts';
import { answerQuestion } from './choosing.ts';

/** All questions, also those that are answered. @param missing the keys of those that an import waits for. */
export function Questions({
  questions,
  assume,
  missing,
}: {
  readonly questions: readonly Question[];
  readonly assume: readonly string[];
  readonly missing: readonly string[];
}) {
  return (
    <section class="import-questions">
      {questions.map((question) => {
        const key = questionKey(question);
        return (
          <OneQuestion
            key={key}
            question={question}
            answer={answerIn(question, assume)}
            isMissing={missing.includes(key)}
          />
        );
      })}
    </section>
  );
}

function OneQuestion({
  question,
  answer,
  isMissing,
}: {
  readonly question: Question;
  readonly answer: string | undefined;
  readonly isMissing: boolean;
}) {
  const name = useId();
  return (
    <fieldset class={isMissing ? 'import-question missing' : 'import-question'}>
      <legend dir="auto">{question.words}</legend>
      {question.choices.map((choice) => (
        <label key={choice.answer} class="check">
          <input
            type="radio"
            name={name}
            value={choice.answer}
            checked={choice.answer === answer}
            onChange={() => {
              answerQuestion(question, choice.answer);
            }}
          />
          <span dir="auto">{choice.words}</span>
        </label>
      ))}
    </fieldset>
  );
}
