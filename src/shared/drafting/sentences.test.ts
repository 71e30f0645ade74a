// Texts are cut into tokens and sentences where readers see them end.
import { expect, test } from 'vitest';
import { ENGLISH } from './en/index.ts';
import { sentencesOf } from './sentences.ts';
import { tokensOf } from './tokens.ts';

const sentences = (text: string): string[] => {
  const tokens = tokensOf(text);
  return sentencesOf(tokens, ENGLISH.abbreviations).map(({ from, to }) =>
    text.slice(tokens[from]?.start, tokens[to - 1]?.end),
  );
};

test.each([
  ['He left. She stayed.', ['He left.', 'She stayed.']],
  ['He said: “I left.” She stayed.', ['He said: “I left.”', 'She stayed.']],
  [
    'Mr. Smith of the U.S. Army left on Oct. 4. He met J. Doe.',
    ['Mr. Smith of the U.S. Army left on Oct. 4.', 'He met J. Doe.'],
  ],
  [
    'It opens at 6:30 a.m. EST Wednesday. It closes at 8 p.m. The rest …',
    ['It opens at 6:30 a.m. EST Wednesday.', 'It closes at 8 p.m.', 'The rest …'],
  ],
  ['A headline\nThe text begins.', ['A headline', 'The text begins.']],
  ['One sentence that goes on\nover a line.', ['One sentence that goes on\nover a line.']],
  ['Profit rose 2.5% to $1.2bn. It fell.', ['Profit rose 2.5% to $1.2bn.', 'It fell.']],
])('%j', (text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

test('lines that are cut at a width do not end a sentence', () => {
  const line = 'the minister of the interior, who had been in office for';
  const text = Array.from({ length: 8 }, () => `${line}\n${line}`).join('\n');
  expect(sentences(`${text} Years.`)).toHaveLength(1);
});

test('a text without a full stop is cut all the same', () => {
  expect(sentences('word '.repeat(1_000)).length).toBeGreaterThan(1);
});

test.each([
  ['15th of August', ['15th', 'of', 'august']],
  ['1914–18', ['1914', '-', '18']],
  ['2021-08-15T09:30', ['2021-08-15t09:30']],
  ['5:30PM', ['5:30', 'pm']],
  ['О’Нил ещё', ['о', "'", 'нил', 'еще']],
])('%s is %j', (text, words) => {
  expect(tokensOf(text).map(({ word }) => word)).toEqual(words);
});
