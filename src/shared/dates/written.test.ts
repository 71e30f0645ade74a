// Dates as people write them, and what each leaves open.
import { describe, expect, test } from 'vitest';
import { cost } from '../cost.ts';
import { readWrittenDate, readWrittenTime, saysNoDate, USUAL } from './written.ts';

const read = (written: string, conventions: Partial<typeof USUAL> = {}): string => {
  const date = readWrittenDate(written, { ...USUAL, ...conventions });
  return date.ok ? date.value.edtf : date.failure.message;
};

test.each([
  ['2021-08-15', '2021-08-15'],
  ['2021-08', '2021-08'],
  ['2021', '2021'],
  ['[2022-10-03..2022-11-22]', '[2022-10-03..2022-11-22]'],
  ['1985-04-12/..', '1985-04-12/..'],
  ['-0043-03-15', '-0043-03-15'],
  ['185X', '185X'],
  ['2022-09-21?', '2022-09-21?'],
  ['Y-17000', 'Y-17000'],
  ['185', '0185'],
  ['18', '0018'],
  ['7', '0007'],
  ['10000', 'Y10000'],
  ['-44', '-0043'],
  ['−44', '-0043'],
  ['-1200', '-1199'],
  ['-0044', '-0044'],
  ['3 May 1912', '1912-05-03'],
  ['3rd of May, 1912', '1912-05-03'],
  ['May 3, 1912', '1912-05-03'],
  ['May 3rd 1912', '1912-05-03'],
  ['Friday, 3 May 1912', '1912-05-03'],
  ['3-May-1912', '1912-05-03'],
  ['3. Mai 1912', '1912-05-03'],
  ['3 мая 1912', '1912-05-03'],
  ['1er juillet 1789', '1789-07-01'],
  ['4 de julio de 1776', '1776-07-04'],
  ['1912 May 3', '1912-05-03'],
  ['May 1912', '1912-05'],
  ['Sept. 1912', '1912-09'],
  ['1912, May', '1912-05'],
  ['1912/5/3', '1912-05-03'],
  ['1912.5', '1912-05'],
  ['5/1912', '1912-05'],
  ['19120503', '1912-05-03'],
  ['31/12/1912', '1912-12-31'],
  ['3/4/1921', '1921-04-03'],
  ['1912-05-03 14:30', '1912-05-03T14:30'],
  ['1912-05-03 14:30:15.25', '1912-05-03T14:30:15'],
  ['2024-07-24 04:17:38.276340+00:00', '2024-07-24T04:17:38+00:00'],
  ['3 May 1912, 2:30 pm', '1912-05-03T14:30'],
  ['3 May 1912 at 12 a.m.', '1912-05-03T00:00'],
  ['c. 862', '0862~'],
  ['ca 862', '0862~'],
  ['circa 1850', '1850~'],
  ['~1850', '1850~'],
  ['about May 1850', '1850-05~'],
  ['c. 30 Jun 862', '0862-06-30~'],
  ['1850?', '1850?'],
  ['c. 1850 (?)', '1850%'],
  ['probably 1850', '1850?'],
  ['between 47 and 50', '[0047..0050]'],
  ['Between 843 and 848', '[0843..0848]'],
  ['between 3 and 5 May 1912', '[1912-05-03..1912-05-05]'],
  ['1854 or 1855', '[1854,1855]'],
  ['before 1850', '[..1849]'],
  ['before 13 Feb 858', '[..0858-02-12]'],
  ['before 1 March 1900', '[..1900-02-28]'],
  ['after 31 December 1999', '[2000-01-01..]'],
  ['after 1850', '[1851..]'],
  ['after January 1850', '[1850-02..]'],
  ['before the 19th century', '[..1799]'],
  ['by 1850', '[..1850]'],
  ['1850 or earlier', '[..1850]'],
  ['until 1850', '../1850'],
  ['since 1850', '1850/..'],
  ['from 1850', '1850/..'],
  ['1850–', '1850/..'],
  ['1850 onwards', '1850/..'],
  ['1850s', '185X'],
  ['the 1850s', '185X'],
  ['1800s', '180X'],
  ['c. 1850s', '185X~'],
  ['1850s BC', '[-1858..-1849]'],
  ['19th century', '18XX'],
  ['19th c.', '18XX'],
  ['1st century', '[0001..0099]'],
  ['5th century BCE', '[-0499..-0400]'],
  ['2nd millennium BCE', '[-1999..-1000]'],
  ['44 BC', '-0043'],
  ['44 B.C.E.', '-0043'],
  ['1 BCE', '0000'],
  ['AD 79', '0079'],
  ['79 CE', '0079'],
  ['44 v. Chr.', '-0043'],
  ['44 до н. э.', '-0043'],
  ['15 March 44 BC', '-0043-03-15'],
  ['12000 BCE', 'Y-11999'],
  ['1914–1918', '1914/1918'],
  ['1914-1918', '1914/1918'],
  ['1914–18', '1914/1918'],
  ['1914 - 18', '1914/1918'],
  ['1914-18', '1914/1918'],
  ['1909–12', '1909/1912'],
  ['1914 to 1918', '1914/1918'],
  ['from 1914 to 1918', '1914/1918'],
  ['c. 1914–18', '1914~/1918~'],
  ['c. 1914–1918?', '1914%/1918%'],
  ['1990–present', '1990/..'],
  ['1990 to date', '1990/..'],
  ['3–5 May 1912', '1912-05-03/1912-05-05'],
  ['3-5 May 1912', '1912-05-03/1912-05-05'],
  ['3 May – 5 June 1912', '1912-05-03/1912-06-05'],
  ['May–June 1912', '1912-05/1912-06'],
  ['May 3–5, 1912', '1912-05-03/1912-05-05'],
  ['May 3 – June 5, 1912', '1912-05-03/1912-06-05'],
  ['April 12th and 13th, 1912', '1912-04-12/1912-04-13'],
  ['3 May 1912 – 5 June 1913', '1912-05-03/1913-06-05'],
  ['2020-03-05 - 2020-03-09', '2020-03-05/2020-03-09'],
  ['2020-03-05 to 2020-03-09', '2020-03-05/2020-03-09'],
  ['47–50 BC', '-0049/-0046'],
  ['50–47 BC', '-0049/-0046'],
  ['44 BC – 14 AD', '-0043/0014'],
  ['5th to 3rd century BCE', '-0499/-0200'],
  ['1829/30', '1829/1830'],
  ['some year in the 1850s', '185X'],
  ['some month in 1856', '1856-XX'],
  ['some day in June 1854', '1854-06-XX'],
  ['21 September 2022, uncertain', '2022-09-21?'],
  ['spring 1851', '1851-21'],
  ['Fall of 1851', '1851-23'],
  ['Q3 2020', '2020-35'],
  ['2020-Q3', '2020-35'],
])('“%s” is %s', (written, edtf) => {
  expect(read(written)).toBe(edtf);
});

test.each([
  ['tomorrow', '“tomorrow” is not a date that Dateline can read'],
  ['April 12th and 13th', '“April 12th and 13th” is not a date that Dateline can read'],
  ['0', '“0” is not a date that Dateline can read'],
  ['3/4/21', '“3/4/21” is not a date that Dateline can read'],
  ['31 Feb 1912', '“1912-02-31” has no day 31; February of that year has 29 days'],
  ['2022-13', '“2022-13” has no month 13; months run from 01 to 12'],
  ['1918–1914', '“1918/1914” ends before it starts'],
  ['early 1850', '“early 1850” is not a date that Dateline can read'],
  ['=1+1', '“=1+1” is not a date that Dateline can read'],
  ['x'.repeat(300), 'has 300 characters, but a date can have at most 250'],
])('“%s” is no date', (written, message) => {
  expect(read(written)).toBe(message);
});

describe('what a date leaves open', () => {
  test.each([
    ['3/4/1921', { order: 'month-first' }, '1921-03-04'],
    ['3.4.1921 14:30', { order: 'month-first' }, '1921-03-04T14:30'],
    ['31/12/1921', { order: 'month-first' }, '“31/12/1921” is not a date that Dateline can read'],
    ['-44', { minus: 'bce-astronomical' }, '-0044'],
    ['0', { minus: 'bce-astronomical' }, '0000'],
    ['3/4/21', { century: 1900 }, '1921-04-03'],
    ['12-Mar-97', { century: 1900 }, '1997-03-12'],
    ["Mar '97", { century: 1900 }, '1997-03'],
    ['97', { century: 1900 }, '0097'],
    ['1909-12', { hyphen: 'hyphen-years' }, '1909/1912'],
    ['1909-12', { hyphen: 'hyphen-month' }, '1909-12'],
    ['1921-22', { hyphen: 'hyphen-years' }, '1921/1922'],
    ['1921-22', { hyphen: 'hyphen-month' }, '1921-22'],
    ['1912-05', { hyphen: 'hyphen-years' }, '1912-05'],
  ] as const)('“%s” with %j is %s', (written, conventions, edtf) => {
    expect(read(written, conventions)).toBe(edtf);
  });
});

test.each([
  ['9', '09:00'],
  ['9:30', '09:30'],
  ['9.30', '09:30'],
  ['0930', '09:30'],
  ['9:30:15', '09:30:15'],
  ['9:30:15.5', '09:30:15'],
  ['9:30 pm', '21:30'],
  ['12 a.m.', '00:00'],
  ['25:00', null],
  ['13 pm', null],
  ['noon', null],
])('the time “%s” is %s', (written, time) => {
  expect(readWrittenTime(written)).toBe(time);
});

test.each(['', ' ', 'n.d.', 'N/A', 'unknown', '–', '?', 'Null'])(
  '“%s” says that there is no date',
  (written) => {
    expect(saysNoDate(written)).toBe(true);
  },
);

test('no text takes long', () => {
  for (const piece of ['1-', '1 to ', 'c. ', '? ', 'may ', '–', '1912 ', '(', ' ', "'", 'b.c. ', '9:', 'é'])
    expect(cost(() => readWrittenDate(piece.repeat(250).slice(0, 250), USUAL), 5, 20)).toBeLessThan(20);
});
