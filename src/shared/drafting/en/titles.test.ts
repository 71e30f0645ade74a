// Titles, people and places of English events, as a reader would write them from the sentence's own words.
import { describe, expect, test } from 'vitest';
import { drafterFor } from '../languages.ts';

const draft = (text: string, published: string | null = '2022-10-04') =>
  drafterFor('en').draft(text, { published }).proposals;

const titles = (text: string): (readonly [string, string | null])[] =>
  draft(text).map(({ title, date }) => [title, date]);

describe('titles', () => {
  test.each<[string, (readonly [string, string | null])[]]>([
    // A second verb with a date of its own is an event of the same subject.
    [
      'She won a scholarship in 1947 and left for Edinburgh in 1950.',
      [
        ['She won a scholarship', '1947'],
        ['She left for Edinburgh', '1950'],
      ],
    ],
    [
      'The governor spoke to the president on Monday and will tour the area on Thursday.',
      [
        ['The governor spoke to the president', '2022-10-03'],
        ['The governor will tour the area', '2022-10-06'],
      ],
    ],
    // What a relative clause speaks of.
    [
      'Cyprus, which joined the euro in 2008, asked for help in June 2012.',
      [
        ['Cyprus joined the euro', '2008'],
        ['Cyprus asked for help', '2012-06'],
      ],
    ],
    ['Police are looking for a man who took £4,000 on Saturday.', [['A man took £4,000', '2022-10-01']]],
    ['A probe that has slept for months woke up on Monday.', [['A probe woke up', '2022-10-03']]],
    // Clauses of their own.
    [
      'A crowd broke in on 3 May 1812; three men were hanged on 9 June 1812.',
      [
        ['A crowd broke in', '1812-05-03'],
        ['Three men were hanged', '1812-06-09'],
      ],
    ],
    [
      'The guns opened fire on 6 April 1453, and on 18 April 1453 a first assault failed.',
      [
        ['The guns opened fire', '1453-04-06'],
        ['A first assault failed', '1453-04-18'],
      ],
    ],
    // Participles tell events of their nouns.
    ['They had paid with a bequest made in 2005.', [['A bequest made', '2005']]],
    [
      'Founded in 1908 by William Durant, the company failed on Monday.',
      [
        ['The company founded by William Durant', '1908'],
        ['The company failed', '2022-10-03'],
      ],
    ],
    [
      'Born in Kisumu in 1928, she left Kenya in 1947.',
      [
        ['Born in Kisumu', '1928'],
        ['She left Kenya', '1947'],
      ],
    ],
    // Who said what.
    [
      '“We have had three years of this,” said Jane Smith on Monday.',
      [['Jane Smith said “We have had three years of this”', '2022-10-03']],
    ],
    [
      'The rate fell to 4.6 percent, the Labor Department reported on Monday.',
      [
        ['The rate fell to 4.6 percent', '2022-10-03'],
        ['The Labor Department reported the rate fell to 4.6 percent', '2022-10-03'],
      ],
    ],
    // The place of a dispatch is no part of it.
    ['NICOSIA, Oct 3 (Reuters) - Banks closed on Monday.', [['Banks closed', '2022-10-03']]],
    // What is compared with, denied, or measured.
    [
      'Profit fell on Monday from $5 million a year earlier.',
      [['Profit fell from $5 million a year earlier', '2022-10-03']],
    ],
    [
      'Rovers won for the first time since 1978 on Sunday.',
      [['Rovers won for the first time', '2022-10-02']],
    ],
    ['The minister did not resign on Monday.', []],
    ['Deliveries are not due until October 2023.', [['Deliveries are not due', '2023-10']]],
    ['He came in shortly before 9 p.m. on Monday.', [['He came in', '2022-10-03']]],
  ])('%s', (text, expected) => {
    expect(titles(text)).toEqual(expected);
  });
});

describe('people and places', () => {
  test.each([
    ['Polish President Andrzej Duda met Joe Biden in Bali on Monday.', ['Andrzej Duda', 'Joe Biden'], 'Bali'],
    ['Judge Arnold Best told Senator Lane on Monday.', ['Arnold Best', 'Senator Lane'], null],
    ['Ratko Pavić, 58, pleaded guilty on Monday.', ['Ratko Pavić'], null],
    ['Northrop Grumman met Land Rover on Labor Day.', [], null],
    ['He beat Rome at Cannae in 2016, and lost at Zama in 2020.', [], 'Cannae'],
    ['The minister, who was in New York, resigned on Monday.', [], null],
    ['It was sold at Christie’s in New York Stock Exchange trading on Monday.', [], null],
    ['The tsar moved to Moscow from a palace in St. Petersburg in 2018.', [], 'St. Petersburg'],
  ])('%s', (text, people, place) => {
    expect(draft(text)[0]).toMatchObject({ people, place });
  });
});
