// What a reader sees and hears of a date: in a phrase, on a mark, and how finely it is known.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, EARLIEST, instantOf, LATEST, MINUTE, YEAR } from './calendar.ts';
import { anyDate, dateOf } from './date-samples.ts';
import { around } from './window.ts';
import { dateInShort, dateInWords, precisionInWords, windowInWords } from './words.ts';

describe('a date in words, in short, and its precision', () => {
  test.each([
    // Single dates
    ['2021-08-15', '15 August 2021', '15 Aug 2021', 'to the day'],
    ['2022-10', 'October 2022', 'Oct 2022', 'to the month'],
    ['2022', '2022', '2022', 'to the year'],
    ['0476', '476 CE', '476 CE', 'to the year'],
    ['0000', '1 BCE', '1 BCE', 'to the year'],
    ['-0043-03-15', '15 March 44 BCE', '15 Mar 44 BCE', 'to the day'],
    ['Y-17000', '17,001 BCE', '17,001 BCE', 'to the year'],
    ['-9998', '9999 BCE', '9999 BCE', 'to the year'],
    ['Y12000', '12,000 CE', '12,000 CE', 'to the year'],
    ['185', '1850s', '1850s', 'to the decade'],
    ['047', '470s CE', '470s CE', 'to the decade'],
    ['-185', '1860 to 1851 BCE', '1860–1851 BCE', 'to the decade'],
    ['000', '1 BCE to 9 CE', '1 BCE – 9 CE', 'to the decade'],
    ['18', '19th century', '19th century', 'to the century'],
    ['04', '5th century CE', '5th century CE', 'to the century'],
    ['-04', '5th century BCE', '5th century BCE', 'to the century'],
    ['2021-08-15T09:30', '15 August 2021, 09:30 UTC', '15 Aug 2021, 09:30', 'to the minute'],
    ['2021-08-15T09:30:05+04:30', '15 August 2021, 05:00:05 UTC', '15 Aug 2021, 05:00:05', 'to the second'],
    // Doubt
    ['2022-09-21?', '21 September 2022, uncertain', '21 Sep 2022 ?', 'to the day, uncertain'],
    ['1850~', 'about 1850', 'c. 1850', 'to the year, approximate'],
    ['1850-06%', 'about June 1850, uncertain', 'c. Jun 1850 ?', 'to the month, approximate, uncertain'],
    ['185~', 'about the 1850s', 'c. 1850s', 'to the decade, approximate'],
    ['2004-06~-11', 'about 11 June 2004', 'c. 11 Jun 2004', 'to the day, approximate'],
    // Parts of a year
    ['2001-21', 'spring 2001', 'spring 2001', 'to the season'],
    ['2001-28', 'winter 2001 (Northern Hemisphere)', 'winter 2001', 'to the season'],
    ['2001-31~', 'about autumn 2001 (Southern Hemisphere)', 'c. autumn 2001', 'to the season, approximate'],
    ['2001-33', 'first quarter of 2001', 'Q1 2001', 'to the quarter'],
    ['2001-39', 'September to December 2001', 'Sep–Dec 2001', 'to the third of a year'],
    ['2001-40~', 'about the first half of 2001', 'c. H1 2001', 'to the half-year, approximate'],
    // Unspecified digits
    ['2004-06-XX', 'some day in June 2004', 'Jun 2004', 'to the month'],
    ['2004-XX', 'some month in 2004', '2004', 'to the year'],
    ['2004-XX-XX', 'some day in 2004', '2004', 'to the year'],
    ['185X', 'some year in the 1850s', '1850s', 'to the decade'],
    ['18XX?', 'some year in the 19th century, uncertain', '19th century ?', 'to the century, uncertain'],
    ['1XXX', 'some year in the 2nd millennium', '2nd millennium', 'to the millennium'],
    ['-1XXX', 'some year in the 2nd millennium BCE', '2nd millennium BCE', 'to the millennium'],
    ['2004-06-2X', 'some day between 20 and 29 June 2004', 'one of 20–29 Jun 2004', 'to the month'],
    ['2004-1X', 'some month between October and December 2004', 'one of Oct–Dec 2004', 'to the year'],
    ['1X23', 'some year between 1023 and 1923', 'one of 1023–1923', 'to the millennium'],
    ['156X-12-25', '25 December of some year in the 1560s', '25 Dec, 1560s', 'to the decade'],
    ['156X-12', 'December of some year in the 1560s', 'Dec, 1560s', 'to the decade'],
    ['156X-12-XX', 'some day in December of some year in the 1560s', 'Dec, 1560s', 'to the decade'],
    ['156X-02-29', '29 February of some year between 1560 and 1568', '29 Feb, 1560–1568', 'to the decade'],
    ['XXXX-12-25', '25 December of an unknown year', '25 Dec, year unknown', 'in part'],
    ['XXXX-XX', 'some month of an unknown year', 'year unknown', 'in part'],
    ['XXXX', 'an unknown year', 'year unknown', 'in part'],
    ['1950S2', 'about 1950, between 1900 and 1999', 'c. 1950', 'to the century, approximate'],
    // Intervals
    ['2022-09-14/2022-09-17', '14 to 17 September 2022', '14–17 Sep 2022', 'to the day'],
    ['2022-10-03/2022-11-22', '3 October to 22 November 2022', '3 Oct – 22 Nov 2022', 'to the day'],
    ['2021-08-15/2022-10-03', '15 August 2021 to 3 October 2022', '15 Aug 2021 – 3 Oct 2022', 'to the day'],
    ['2022-09/2022-11', 'September to November 2022', 'Sep–Nov 2022', 'to the month'],
    ['1939/1945', '1939 to 1945', '1939–1945', 'to the year'],
    ['-0499/-0299', '500 to 300 BCE', '500–300 BCE', 'to the year'],
    ['-0009/0014', '10 BCE to 14 CE', '10 BCE – 14 CE', 'to the year'],
    ['185/187', 'the 1850s to the 1870s', '1850s–1870s', 'to the decade'],
    ['2022-09-14/2022-09-14', '14 September 2022', '14 Sep 2022', 'to the day'],
    ['1850-06/1852', 'June 1850 to 1852', 'Jun 1850 – 1852', 'to the year or finer'],
    [
      '2021-08-15T09:30/2021-08-15T11:00',
      '15 August 2021, 09:30 to 11:00 UTC',
      '15 Aug 2021, 09:30–11:00',
      'to the minute',
    ],
    [
      '2021-08-15T22:00/2021-08-16T02:00',
      '15 August 2021, 22:00 UTC to 16 August 2021, 02:00 UTC',
      '15 Aug 2021, 22:00 – 16 Aug 2021, 02:00',
      'to the minute',
    ],
    [
      '2022-09-14~/2022-09-17~',
      'about 14 to 17 September 2022',
      'c. 14–17 Sep 2022',
      'to the day, approximate',
    ],
    [
      '2022-09-14?/2022-09-17',
      '14 September 2022 (uncertain) to 17 September 2022',
      '14 Sep 2022 ? – 17 Sep 2022',
      'to the day, uncertain',
    ],
    ['1985-04-12/..', 'from 12 April 1985 on', 'from 12 Apr 1985', 'to the day, end open'],
    ['1985-04-12/', 'from 12 April 1985, end unknown', '12 Apr 1985 – unknown', 'to the day, end unknown'],
    ['../1985~', 'until about 1985', 'until c. 1985', 'to the year, approximate, start open'],
    ['/1985', 'until 1985, start unknown', 'unknown – 1985', 'to the year, start unknown'],
    ['/', 'date unknown', 'date unknown', 'without dates, start unknown, end unknown'],
    ['../..', 'without start or end', 'without start or end', 'without dates, start open, end open'],
    // One of a set
    [
      '[2022-10-03..2022-11-22]',
      'between 3 October and 22 November 2022',
      'one of 3 Oct – 22 Nov 2022',
      'as one of several days',
    ],
    ['[2021-09-16,2021-09-17]', '16 or 17 September 2021', '16 or 17 Sep 2021', 'as one of several days'],
    ['[1667?,1668]', '1667 (uncertain) or 1668', '1667 ? or 1668', 'as one of several years, uncertain'],
    [
      '[1667,1668,1670..1672]',
      '1667, 1668 or between 1670 and 1672',
      'one of 1667–1672',
      'as one of several years',
    ],
    ['[1667,1668-05]', '1667 or May 1668', '1667 or May 1668', 'as one of several dates'],
    ['[..1984]', 'before 1985', 'before 1985', 'as one of several years'],
    ['[..0000]', 'before 1 CE', 'before 1 CE', 'as one of several years'],
    ['[1986..]', 'after 1985', 'after 1985', 'as one of several years'],
    ['[..1984?]', '1984 (uncertain) or earlier', '1984 ? or earlier', 'as one of several years, uncertain'],
    ['[..199X]', 'some year in the 1990s or earlier', '1990s or earlier', 'as one of several years'],
    ['[1979,1984..]', '1979 or after 1983', '1979 or 1984 or later', 'as one of several years'],
    [
      '[1979..1981,1984..]',
      'between 1979 and 1981 or after 1983',
      '1979–1984 or later',
      'as one of several years',
    ],
    ['../1984', 'until 1984', 'until 1984', 'to the year, start open'],
    ['[..1760-12-03]', '3 December 1760 or earlier', '3 Dec 1760 or earlier', 'as one of several days'],
    ['[1760-12..]', 'December 1760 or later', 'Dec 1760 or later', 'as one of several months'],
    ['[1667]', '1667', '1667', 'to the year'],
    // All of a set
    ['{1667,1668,1670..1672}', '1667, 1668 and 1670 to 1672', '1667–1672', 'to the year'],
    [
      '{2021-09-16,2021-10-03,2021-10-05}',
      '16 September, 3 and 5 October 2021',
      '16 Sep – 5 Oct 2021',
      'to the day',
    ],
    ['{1960,1961-12}', '1960 and December 1961', '1960 and Dec 1961', 'to the year or finer'],
    ['{..1984}', '1984 and earlier', '1984 and earlier', 'to the year'],
  ])('%s', (edtf, words, short, precision) => {
    const date = dateOf(edtf);
    expect([dateInWords(date), dateInShort(date), precisionInWords(date)]).toEqual([words, short, precision]);
  });
});

test('every day is read back from its words as the day it was', () => {
  const days = fc.integer({ min: instantOf(1000) / DAY, max: instantOf(10_000) / DAY - 1 });
  fc.assert(
    fc.property(days, (day) => {
      const date = dateOf(new Date(day * DAY).toISOString().slice(0, 10));
      expect(Date.parse(`${dateInWords(date)} UTC`)).toBe(day * DAY);
      expect(Date.parse(`${dateInShort(date)} UTC`)).toBe(day * DAY);
    }),
  );
});

test('a date’s words name the years, decades or centuries that bound it for the edtf package, and no others', () => {
  fc.assert(
    fc.property(anyDate, ({ edtf, names, uncertain, approximate, start, end }) => {
      const date = dateOf(edtf);
      const words = dateInWords(date);
      const isNamed = (name: string): boolean => new RegExp(`(?<![\\d,])${name}\\b`).test(words);
      expect([words, names.filter((name) => !isNamed(name))]).toEqual([words, []]);
      // Only the days of months remain.
      const rest = names.reduce(
        (text, name) => text.replaceAll(new RegExp(`(?<![\\d,])${name}\\b`, 'g'), ''),
        words,
      );
      expect((rest.match(/[\d,]*\d/g) ?? []).filter((number) => !(Number(number) <= 31))).toEqual([]);
      expect(words.includes('uncertain')).toBe(uncertain);
      expect(/about|approximate/.test(words)).toBe(approximate);
      expect(/until|earlier|before|start unknown/.test(words)).toBe(start === -Infinity);
      expect(/ on$|end unknown|later|after/.test(words)).toBe(end === Infinity);
    }),
    { numRuns: 1_000 },
  );
});

describe('a window in words', () => {
  const at = (iso: string): number => Date.parse(`${iso}Z`);

  test.each([
    [
      'the day before its exclusive end is the last',
      '2021-08-15T00:00',
      '2022-10-04T00:00',
      '15 Aug 2021 – 3 Oct 2022',
    ],
    ['parts of days count', '2021-08-14T23:00', '2022-10-03T01:00', '14 Aug 2021 – 3 Oct 2022'],
    ['one whole day', '2021-09-17T00:00', '2021-09-18T00:00', '17 Sep 2021'],
    ['two whole days', '2021-09-16T00:00', '2021-09-18T00:00', '16–17 Sep 2021'],
    ['less than two days by the minute', '2021-09-17T09:00', '2021-09-17T15:30', '17 Sep 2021, 09:00–15:30'],
    ['past midnight', '2021-09-17T22:00', '2021-09-18T02:00', '17 Sep 2021, 22:00 – 18 Sep 2021, 02:00'],
    ['a few years by the month', '1998-08-20T00:00', '2012-10-05T00:00', 'Aug 1998 – Oct 2012'],
    ['decades by the year', '1850-03-01T00:00', '1990-05-05T00:00', '1850–1990'],
    ['one whole month', '2022-02-01T00:00', '2022-03-01T00:00', 'Feb 2022'],
    ['whole months', '2021-08-01T00:00', '2022-11-01T00:00', 'Aug 2021 – Oct 2022'],
    ['one whole year', '2021-01-01T00:00', '2022-01-01T00:00', '2021'],
    ['whole years', '2021-01-01T00:00', '2023-01-01T00:00', '2021–2022'],
  ])('%s', (_, start, end, expected) => {
    expect(windowInWords({ start: at(start), end: at(end) })).toBe(expected);
  });

  test('across the eras', () => {
    expect(windowInWords({ start: instantOf(-499), end: instantOf(1201) })).toBe('500 BCE – 1200');
    expect(windowInWords({ start: instantOf(-499), end: instantOf(-299) })).toBe('500–301 BCE');
  });

  test('at a single instant', () => {
    expect(windowInWords({ start: at('2021-09-17T00:00'), end: at('2021-09-17T00:00') })).toBe('17 Sep 2021');
    expect(windowInWords({ start: at('2021-01-01T00:00'), end: at('2021-01-01T00:00') })).toBe('1 Jan 2021');
  });

  test.each([
    ['2021-05-01T00:00', 'from May 2021', 'until Apr 2021'],
    ['2021-05-02T00:00', 'from 2 May 2021', 'until 1 May 2021'],
    ['2021-01-01T00:00', 'from 2021', 'until 2020'],
    ['2021-05-02T09:30', 'from 2 May 2021, 09:30', 'until 2 May 2021, 09:30'],
  ])('an end at the bounds of time is open and has no date: %s', (known, from, until) => {
    expect(windowInWords({ start: at(known), end: LATEST })).toBe(from);
    expect(windowInWords({ start: EARLIEST, end: at(known) })).toBe(until);
  });

  test('both ends at the bounds of time', () => {
    expect(windowInWords({ start: EARLIEST, end: LATEST })).toBe('open start and end');
  });

  test('is written of every window, and never longer than two dates with times', () => {
    const length = fc.double({ min: Math.log(MINUTE), max: Math.log(20_000 * YEAR), noNaN: true });
    const middle = fc.double({ min: EARLIEST / 2, max: LATEST / 2, noNaN: true });
    fc.assert(
      fc.property(middle, length, (instant, logarithm) => {
        expect(windowInWords(around(instant, Math.exp(logarithm))).length).toBeLessThanOrEqual(60);
      }),
    );
  });
});
