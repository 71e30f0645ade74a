// The questions that a file may leave open, and the answers that `--assume` and mappings take.
import { USUAL, type Conventions } from '../dates/written.ts';
import type { Evidence, OpenQuestion } from '../dates/left-open.ts';
import { excerpt } from '../excerpt.ts';
import { grouped } from '../in-words.ts';
import type { Choice, Question } from './format.ts';

/** The answers to questions on dates, with what each sets. */
const CENTURIES: Readonly<Record<string, number>> = {
  'century-1700': 1700,
  'century-1800': 1800,
  'century-1900': 1900,
  'century-2000': 2000,
};

/** What “1 January” means in a column where it is suspiciously frequent. */
export type JanuaryAnswer = 'january-year' | 'january-day';

/** All answers that `--assume` takes. */
const ANSWERS: readonly string[] = [
  'day-first',
  'month-first',
  'bce-minus',
  'bce-astronomical',
  ...Object.keys(CENTURIES),
  'hyphen-month',
  'hyphen-years',
  'january-year',
  'january-day',
  'end-inclusive',
  'end-exclusive',
  'never-undated',
  'never-date',
  'windows-1251',
  'windows-1252',
];

/**
 * The answer to a question: that for the column alone, or that for all.
 *
 * @param choices the answers that the question takes.
 */
export function answerTo<Answer extends string>(
  choices: readonly Answer[],
  column: string | null,
  assume: readonly string[],
): Answer | undefined {
  const own =
    column === null
      ? []
      : assume.flatMap((one) => (one.startsWith(`${column}=`) ? [one.slice(column.length + 1)] : []));
  return choices.find((choice) => own.includes(choice)) ?? choices.find((choice) => assume.includes(choice));
}

/** An answer of `assume` that no question takes, if there is one. */
export function unknownAnswer(assume: readonly string[]): string | undefined {
  return assume.find((one) => {
    const answer = one.slice(one.lastIndexOf('=') + 1);
    return !ANSWERS.includes(answer) && !/^sheet-\d{1,3}$/.test(answer);
  });
}

/** What a column's dates mean, and the questions that are still open. */
export function settle(
  column: string,
  { settled, open }: Evidence,
  assume: readonly string[],
): { readonly conventions: Conventions; readonly questions: readonly Question[] } {
  const order = answerTo(['day-first', 'month-first'], column, assume);
  const minus = answerTo(['bce-minus', 'bce-astronomical'], column, assume);
  const century = answerTo(Object.keys(CENTURIES), column, assume);
  const hyphen = answerTo(['hyphen-month', 'hyphen-years'], column, assume);
  const answered: Readonly<Record<OpenQuestion, unknown>> = { order, minus, century, hyphen };
  const conventions: Conventions = {
    order: settled.order ?? order ?? USUAL.order,
    minus: minus ?? settled.minus ?? USUAL.minus,
    century: century === undefined ? (open.has('century') ? 1900 : null) : (CENTURIES[century] ?? null),
    hyphen: hyphen ?? USUAL.hyphen,
  };
  const questions = [...open].flatMap(([question, example]) =>
    answered[question] === undefined ? [questionOn(question, column, example)] : [],
  );
  return { conventions, questions };
}

function questionOn(question: OpenQuestion, column: string, example: string): Question {
  const ask = (words: string, choices: readonly Choice[]): Question => ({
    column,
    words: `In the column ${excerpt(column)}, ${words}?`,
    choices,
    assumed: choices[0]?.answer ?? '',
  });
  switch (question) {
    case 'order':
      return ask(`which number of ${excerpt(example)} is the month`, [
        { answer: 'day-first', words: 'the second: the day comes first' },
        { answer: 'month-first', words: 'the first: the month comes first' },
      ]);
    case 'minus':
      return ask(`which year is ${excerpt(example)}`, [
        { answer: 'bce-minus', words: '-44 is 44 BCE, and there is no year 0' },
        { answer: 'bce-astronomical', words: '-44 is 45 BCE: 0 is 1 BCE, as astronomers count' },
      ]);
    case 'century':
      return ask(`which century is meant by ${excerpt(example)}`, [
        { answer: 'century-1900', words: 'the years from 1900 to 1999' },
        { answer: 'century-2000', words: 'the years from 2000 to 2099' },
        { answer: 'century-1800', words: 'the years from 1800 to 1899' },
        { answer: 'century-1700', words: 'the years from 1700 to 1799' },
      ]);
    case 'hyphen':
      return ask(`is ${excerpt(example)} a part of a year, or years from one to another`, [
        { answer: 'hyphen-month', words: 'a month or season of a year' },
        { answer: 'hyphen-years', words: 'from one year to another' },
      ]);
  }
}

/** Asks what “1 January” means, unless that has been answered. */
export function askJanuary(
  column: string,
  count: number,
  assume: readonly string[],
): { readonly answer: JanuaryAnswer; readonly question: Question | null } {
  const answer = answerTo<JanuaryAnswer>(['january-year', 'january-day'], column, assume);
  if (answer !== undefined) return { answer, question: null };
  return {
    answer: 'january-year',
    question: {
      column,
      words: `In the column ${excerpt(column)}, does 1 January stand for the whole year, as it may in ${grouped(count)} ${count === 1 ? 'row' : 'rows'}?`,
      choices: [
        { answer: 'january-year', words: 'the year alone' },
        { answer: 'january-day', words: 'the day' },
      ],
      assumed: 'january-year',
    },
  };
}
