// What an article offers before anybody reviews it: its publication date, and a first glance at its dates.
import { expect, test } from 'vitest';
import { glanceOf } from './glance.ts';
import { drafterFor } from './languages.ts';
import { offeredDates } from './published.ts';

test.each<[string, string | null, string[]]>([
  ['A headline\nOctober 4, 2022\nThe text.', null, ['2022-10-04']],
  ['The text of 3 May 2021.\nPublished: 4 October 2022, 10:00', null, ['2022-10-04']],
  ['The text.', 'https://example.org/2022/10/04/bridge', ['2022-10-04']],
  ['The text.', 'https://example.org/news-20221004.html', ['2022-10-04']],
  [
    '3 May 2021\nPublished on 4 October 2022',
    'https://example.org/2022/10/05/',
    ['2022-10-04', '2021-05-03', '2022-10-05'],
  ],
  ['Мост открыли\n4 октября 2022 года\nТекст статьи о мосте.', null, ['2022-10-04']],
  ['They met on 3 May 2021 and in June.', 'https://example.org/1234567890', []],
])('%j at %s', (text, address, dates) => {
  expect(offeredDates(text, address).map(({ date }) => date)).toEqual(dates);
});

test('a glance counts the sentences with a date, and says from when to when', () => {
  const glance = (text: string): unknown => glanceOf(drafterFor('en').tag(text, { published: '2022-10-04' }));
  expect(glance('They met in March 2019 and in 2020. They left. They met again yesterday.')).toEqual({
    sentences: 2,
    from: '2019-03',
    to: '2022-10-03',
    waiting: 0,
  });
  expect(glance('They never met.')).toEqual({ sentences: 0, from: null, to: null, waiting: 0 });
  const { tag } = drafterFor('en');
  expect(glanceOf(tag('They met yesterday and in May 2021.', { published: null }))).toEqual({
    sentences: 1,
    from: '2021-05',
    to: '2021-05',
    waiting: 1,
  });
});

test('a passage has a reference date of its own', () => {
  const text = 'They met yesterday. The agency wrote: they met yesterday.';
  const { expressions } = drafterFor('en').tag(text, {
    published: '2022-10-04',
    passages: [{ from: 20, published: '2021-09-18' }],
  });
  expect(expressions.map(({ value }) => value)).toEqual(['2022-10-03', '2021-09-17']);
  expect(expressions[1]?.why).toContain('counted from the date of this report, 18 September 2021');
});

test('a passage whose date is known leaves no doubt about what its dates count from', () => {
  const text = 'In the previous month, leaders met, according to RFERL.';
  const dates = (passages: readonly { readonly from: number; readonly published: string }[]): unknown =>
    drafterFor('en')
      .draft(text, { published: '2022-10-04', passages })
      .proposals.map(({ date, doubtful, otherReport }) => [date, doubtful, otherReport]);
  expect(dates([])).toEqual([['2022-09?', true, true]]);
  expect(dates([{ from: 0, published: '2021-10-05' }])).toEqual([['2021-09', false, false]]);
});
