// The bundled article gives five proposals and no more, and setting one date moves what hangs on it.
import { describe, expect, test } from 'vitest';
import { readDocument } from '../document/file/read.ts';
import bundledText from '../../../resources/article.dateline?raw';
import { parseEventDate } from '../dates/parse.ts';
import { drafterFor } from './languages.ts';
import { moved } from './moved.ts';
import type { Proposal } from './propose.ts';
import { keptOf, reviewed } from '../document/reviewed.ts';

const english = drafterFor('en');

/** The proposals of a text of news from 4 October 2022, a Tuesday. */
const proposed = (text: string, published: string | null = '2022-10-04'): readonly Proposal[] =>
  english.draft(text, { published }).proposals;

const datesOf = (text: string): (readonly [string, string | null])[] =>
  proposed(text).map(({ title, date }) => [title, date]);

test('what follows a season in its sentence does not count from a day before it', () => {
  expect(
    datesOf(
      'The bridge opened on Monday. It was closed in the autumn of 2019, and two weeks later work began.',
    ),
  ).toEqual([
    ['The bridge opened', '2022-10-03'],
    ['It was closed', '2019-23'],
    ['Work began', null],
  ]);
});

test('a range is explained by the words of both its ends', () => {
  const explained = (text: string): unknown =>
    proposed(text).map(({ why, expression }) => [why, text.slice(expression?.start, expression?.end)]);
  expect(explained('The pier was built from 3 May to 20 August 2021.')).toEqual([
    ['“3 May to 20 August 2021” says so', '3 May to 20 August 2021'],
  ]);
  expect(explained('Traffic fell between 2001 and 2006.')).toEqual([
    ['“2001 and 2006” says so', '2001 and 2006'],
  ]);
});

describe('the bundled article', () => {
  const read = readDocument(new TextEncoder().encode(bundledText));
  if (!read.ok) throw new Error(read.failure.message);
  const [article] = read.value.articles;
  if (article === undefined) throw new Error('there is no article');
  const { text, published, hidden } = article;
  const { proposals } = english.draft(text, { published: published ?? null, hidden });

  test('gives five proposals, in the order of its text', () => {
    expect(proposals.map(({ title, date, ground, doubtful }) => [title, date, ground, doubtful])).toEqual([
      ['Stanislav Zas met with foreign minister Jeenbek Kulubaev', '[2022-10-03..2022-11-22]', 'lead', false],
      ['Working meeting of the CSTO Foreign Ministers in New York', null, 'undated', false],
      [
        'Leaders of the Collective Security Treaty Organization gathered in the Tajik capital',
        '[2022-09?..2022-10?]',
        'publication',
        true,
      ],
      ['The Shanghai Cooperation Organization held its summit', null, 'linked', false],
      ['Abrupt fall of the Western-backed government in Kabul', null, 'undated', false],
    ]);
  });

  test('is the same without knowing what is hidden', () => {
    expect(english.draft(text, { published: published ?? null }).proposals).toEqual(proposals);
  });

  test('says what is known of those without a date', () => {
    expect(proposals.map(({ relations }) => relations)).toEqual([
      [],
      [{ order: 'before', than: 0 }],
      [],
      [],
      [{ order: 'before', than: 'publication' }],
    ]);
  });

  test('warns that another report begins with the summit', () => {
    expect(proposals.map(({ otherReport }) => otherReport)).toEqual([false, false, true, false, false]);
    expect(proposals[2]?.why).toContain('another report begins here');
  });

  test('moves the one summit with the other', () => {
    expect(proposals[3]?.link).toEqual({ on: 2, unit: 'day', by: 1 });
    const [, , summit] = reviewed(article.id, proposals, [], () => undefined);
    const kept = summit === undefined ? [] : [keptOf(article.id, summit, { date: '2021-09-16' })];
    const dates = reviewed(article.id, proposals, kept, () => undefined).map(({ date }) => date);
    expect(dates).toEqual(['[2022-10-03..2022-11-22]', null, '2021-09-16', '2021-09-17', null]);
  });

  test('waits with what hangs on a publication date that is not known', () => {
    expect(english.draft(text, { published: null }).proposals.map(({ date }) => date)).not.toContain(
      '2022-10-05',
    );
  });
});

describe('a step', () => {
  test.each([
    [{ unit: 'day', by: 1 }, '2021-09-16', '2021-09-17'],
    [{ unit: 'day', by: 1 }, '2021-12-31?', '2022-01-01?'],
    [{ unit: 'day', by: 1 }, '2021-09', null],
    [{ unit: 'day', by: 1 }, '2021-09-16/2021-09-18', null],
    [{ unit: 'month', by: -1 }, '2022-01-15', '2021-12'],
    [{ unit: 'week', by: 1 }, '2021-09-16', '2021-09-20/2021-09-26'],
    [{ unit: 'year', by: 2 }, '-0043', '-0041'],
    [{ unit: 'day', by: 0 }, '2021-09~', '2021-09~'],
  ] as const)('%o from %s is %s', (step, from, to) => {
    expect(moved(step, from)).toBe(to);
  });
});

describe('which date belongs to what', () => {
  test.each<[string, (readonly [string, string | null])[]]>([
    ['The minister resigned on Monday.', [['The minister resigned', '2022-10-03']]],
    ['On Friday, the minister resigned.', [['The minister resigned', '2022-09-30']]],
    // The content, not the saying.
    [
      'The ministry said on Monday that the minister resigned last week.',
      [
        ['The ministry said that the minister resigned', '2022-10-03'],
        ['The minister resigned', '2022-09-26/2022-10-02'],
      ],
    ],
    // News without a date are from the day of publication or just before.
    ['The minister has resigned.', [['The minister has resigned', '2022-10-04~']]],
    // States, plans and what may be are no events.
    ['The minister is 54 years old.', []],
    ['The minister will resign.', []],
    ['The minister may resign on Friday.', []],
    ['If the minister resigned on Friday, the party would split.', []],
    ['They had met previously.', []],
    // The ends of a range are one date.
    ['The fair ran from 2 to 5 May.', [['The fair ran', '2022-05-02/2022-05-05']]],
    ['The war lasted from 2014 to 2018.', [['The war lasted', '2014/2018']]],
    ['She left between 3 and 5 May 1912.', [['She left', '[1912-05-03..1912-05-05]']]],
    // A date that a noun has of its own.
    ['The suit, filed in September 2003, accuses the firm.', [['The suit filed', '2003-09']]],
    [
      'The court upheld the 1991 agreement on Monday.',
      [['The court upheld the 1991 agreement', '2022-10-03']],
    ],
  ])('%s', (text, dates) => {
    expect(datesOf(text)).toEqual(dates);
  });

  test('tells one event once, with all sentences that go on about it', () => {
    const [first, ...more] = proposed(
      'The minister resigned on Monday. She gave no reason. She thanked all.',
    );
    expect(first?.quotes).toHaveLength(3);
    expect(more).toEqual([]);
  });

  test('tells the headline with its lead', () => {
    const text = 'Minister resigns in Vienna\n\nThe Vienna minister resigned on Monday.';
    expect(proposed(text).map(({ quotes }) => quotes.length)).toEqual([2]);
  });

  test('links a date to the one that it is counted from', () => {
    const text = 'The CSTO met on 16 September 2021. The SCO held its summit the next day.';
    const proposals = proposed(text);
    expect(proposals.map(({ date, link }) => [date, link])).toEqual([
      ['2021-09-16', null],
      ['2021-09-17', { on: 0, unit: 'day', by: 1 }],
    ]);
  });

  test('names place and people', () => {
    const [first] = proposed('Angela Merkel met Emmanuel Macron in Berlin on Monday.');
    expect(first).toMatchObject({ place: 'Berlin', people: ['Angela Merkel', 'Emmanuel Macron'] });
  });

  test('gives dates that can be read', () => {
    const text = 'He was born in early March 1850, left before 1870, and died in the 1890s or in late 1901.';
    for (const { date } of english.draft(text, { published: null }).proposals)
      if (date !== null) expect(parseEventDate(date)).toMatchObject({ ok: true });
  });
});
