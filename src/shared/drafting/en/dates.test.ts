// Every English rule reads its own examples, on Tuesday, 4 October 2022, and passages are read as they are marked.
import { describe, expect, test } from 'vitest';
import { f1, tallyAll } from '../marked.ts';
import { taggerOf } from '../tag.ts';
import { RULES } from './dates.ts';
import { ENGLISH } from './index.ts';
import { ARTICLES } from './marked-samples.ts';

const tagger = taggerOf(ENGLISH);

const read = (text: string, published: string | null = '2022-10-04'): (readonly [string, string])[] =>
  tagger
    .tag(text, { published, narrative: false })
    .expressions.map(({ start, end, value }) => [text.slice(start, end), value]);

describe('rules', () => {
  test.each(RULES.flatMap(({ examples }) => examples))('%s', (text, expression, value) => {
    expect(read(text)).toContainEqual([expression, value]);
  });

  test('each has an example', () => {
    expect(RULES.filter(({ kind, examples }) => kind !== 'none' && examples.length === 0)).toEqual([]);
  });
});

describe('what is no date', () => {
  test.each([
    'Thousands may flood over the border.',
    'He may go. May I go too?',
    'The Sun reported it, and so did the Sunday Times.',
    'The March on Washington was led by April Ryan.',
    'Shares rose 1/4 to $2.50 a share.',
    'Sun Microsystems sold 2,000 servers and 1800 prisoners fled.',
    'Boeing 2707 and Windows 2000 were late; Resolution 1701 was not.',
    'The abrupt fall of the government came as a second surprise.',
    'Troops march on, then fall back.',
    'It cost $ 1999 and weighed 1950 kg.',
  ])('%s', (text) => {
    const dated = tagger
      .tag(text, { published: '2022-10-04', narrative: false })
      .expressions.filter(({ edtf }) => edtf !== null);
    expect(dated.map(({ start, end }) => text.slice(start, end))).toEqual([]);
  });

  test.each([
    ['He ruled for 20 years.', '20 years', 'P20Y'],
    ['It was a 20-year-old mission.', 'a 20-year-old', 'P20Y'],
  ])('a length is no date: %s', (text, expression, value) => {
    expect(read(text)).toEqual([[expression, value]]);
  });
});

test('passages of many kinds are read with a value F1 of 90 at least', () => {
  expect(f1(tallyAll(ARTICLES, tagger.tag))).toBeGreaterThanOrEqual(0.9);
});

test('years leave their era to the text before our era, and to no other', () => {
  const dates = (text: string) => read(text, null).map(([, value]) => value);
  expect(dates('War came in 218 BC. On 2 August 216 he won. Capua fell in 211. He left in 203.')).toEqual([
    'BC0218',
    'BC0216-08-02',
    'BC0211',
    'BC0203',
  ]);
  expect(
    dates('War came in 218 BC. Livy was read in 1518. A mob of 211, in 203 houses, fled in 203.'),
  ).toEqual(['BC0218', '1518']);
});
