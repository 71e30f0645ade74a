// Every Russian rule reads its own examples, on Tuesday, 4 October 2022, and forty articles are read as they are marked.
import { describe, expect, test } from 'vitest';
import { f1, tallyAll } from '../marked.ts';
import { taggerOf } from '../tag.ts';
import { RULES } from './dates.ts';
import { RUSSIAN } from './index.ts';
import { ARTICLES } from './marked-samples.ts';

const tagger = taggerOf(RUSSIAN);

const read = (text: string): (readonly [string, string])[] =>
  tagger
    .tag(text, { published: '2022-10-04', narrative: false })
    .expressions.map(({ start, end, value }) => [text.slice(start, end), value]);

describe('rules', () => {
  test.each(RULES.flatMap(({ examples }) => examples))('%s', (text, expression, value) => {
    expect(read(text)).toContainEqual([expression, value]);
  });

  test('each has an example', () => {
    expect(RULES.filter(({ kind, examples }) => kind !== 'none' && examples.length === 0)).toEqual([]);
  });
});

test.each([
  'Май Сергеевич пришёл с Мартом.',
  'Окружающая среда изменилась, и среда обитания тоже.',
  'Миссия продолжалась в течение 20 лет.',
  '20-летняя миссия обошлась в 2000 рублей, погибли 1500 человек.',
  'Накануне саммита министры молчали.',
])('no date: %s', (text) => {
  const { expressions } = tagger.tag(text, { published: '2022-10-04', narrative: false });
  expect(
    expressions.filter(({ span }) => span !== null).map(({ start, end }) => text.slice(start, end)),
  ).toEqual([]);
});

test('forty articles are read with a value F1 of 85 at least', () => {
  expect(ARTICLES).toHaveLength(40);
  expect(f1(tallyAll(ARTICLES, tagger.tag))).toBeGreaterThanOrEqual(0.85);
});
