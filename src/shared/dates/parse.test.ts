// Which instants an EDTF string means; which strings are refused, and in which words.
import fc from 'fast-check';
import packageDate from 'edtf';
import { sample } from 'edtf/sample';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { cost } from '../cost.ts';
import { DAY, daysInMonth, instantOf } from './calendar.ts';
import { calendarDatesIn, partsOf } from './event-date.ts';
import { anyDate, dateOf } from './date-samples.ts';
import { LONGEST_DATE, parseEventDate } from './parse.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** How many dates to try where more runs than usual are worth their time. */
const MANY = 1_500;

/** The bounds in ISO 8601, midnights as days. */
function bounds({ start, end }: { readonly start: number; readonly end: number }): string {
  const iso = (instant: number): string =>
    Number.isFinite(instant)
      ? new Date(instant).toISOString().replace('T00:00:00.000Z', '').replace('.000Z', 'Z')
      : String(instant);
  return `${iso(start)} to ${iso(end)}`;
}

describe('the bounds of a date, end exclusive', () => {
  test.each([
    // Days, months and years, level 0
    ['2021-08-15', '2021-08-15 to 2021-08-16'],
    ['2022-10', '2022-10-01 to 2022-11-01'],
    ['2022-12', '2022-12-01 to 2023-01-01'],
    ['2022', '2022-01-01 to 2023-01-01'],
    ['2024-02-29', '2024-02-29 to 2024-03-01'],
    ['0099-12-31', '0099-12-31 to 0100-01-01'],
    ['0000', '0000-01-01 to 0001-01-01'],
    ['-0043-03-15', '-000043-03-15 to -000043-03-16'],
    ['-0001', '-000001-01-01 to 0000-01-01'],
    ['9999', '9999-01-01 to +010000-01-01'],
    // Times of day
    ['2021-08-15T09:30', '2021-08-15T09:30:00Z to 2021-08-15T09:31:00Z'],
    ['2021-08-15T09:30:05', '2021-08-15T09:30:05Z to 2021-08-15T09:30:06Z'],
    ['2021-08-15T09:30:05.25Z', '2021-08-15T09:30:05Z to 2021-08-15T09:30:06Z'],
    ['2021-08-15T04:00:00+04:30', '2021-08-14T23:30:00Z to 2021-08-14T23:30:01Z'],
    ['2021-08-15T22:00-0700', '2021-08-16T05:00:00Z to 2021-08-16T05:01:00Z'],
    ['2021-08-15T22:00−07', '2021-08-16T05:00:00Z to 2021-08-16T05:01:00Z'],
    ['2021-08-15T24:00', '2021-08-16 to 2021-08-16T00:01:00Z'],
    // Doubt changes no bounds
    ['2022-09-21?', '2022-09-21 to 2022-09-22'],
    ['2022~', '2022-01-01 to 2023-01-01'],
    ['2004-06~-11', '2004-06-11 to 2004-06-12'],
    // Seasons: whole months, of the year in which they begin
    ['2001-21', '2001-03-01 to 2001-06-01'],
    ['2001-24', '2001-12-01 to 2002-03-01'],
    ['2001-26', '2001-06-01 to 2001-09-01'],
    ['2001-29', '2001-09-01 to 2001-12-01'],
    ['2001-32', '2001-06-01 to 2001-09-01'],
    ['2001-33', '2001-01-01 to 2001-04-01'],
    ['2001-36', '2001-10-01 to 2002-01-01'],
    ['2001-37', '2001-01-01 to 2001-05-01'],
    ['2001-38', '2001-05-01 to 2001-09-01'],
    ['2001-39', '2001-09-01 to 2002-01-01'],
    ['2001-40', '2001-01-01 to 2001-07-01'],
    ['2001-41', '2001-07-01 to 2002-01-01'],
    // Unspecified digits
    ['2004-06-XX', '2004-06-01 to 2004-07-01'],
    ['2004-XX', '2004-01-01 to 2005-01-01'],
    ['2004-XX-XX', '2004-01-01 to 2005-01-01'],
    ['2004-1X', '2004-10-01 to 2005-01-01'],
    ['2004-X0-05', '2004-10-05 to 2004-10-06'],
    ['2004-06-X1', '2004-06-01 to 2004-06-22'],
    ['2021-02-2X', '2021-02-20 to 2021-03-01'],
    ['2021-02-X9', '2021-02-09 to 2021-02-20'],
    ['2021-XX-31', '2021-01-31 to 2022-01-01'],
    ['156X-12-25', '1560-12-25 to 1569-12-26'],
    ['156X-02-29', '1560-02-29 to 1568-03-01'],
    ['185X', '1850-01-01 to 1860-01-01'],
    ['1X23', '1023-01-01 to 1924-01-01'],
    ['-185X', '-001859-01-01 to -001849-01-01'],
    ['-15XX-02-29', '-001596-02-29 to -001504-03-01'],
    ['XXXX-12-25', '0000-12-25 to 9999-12-26'],
    ['XXXX-02-29', '0000-02-29 to 9996-03-01'],
    ['XX00-02-29', '0000-02-29 to 9600-03-01'],
    ['-XXX9-X2-3X', '-009999-12-30 to -000008-01-01'],
    ['2021-XX-3X', '2021-01-30 to 2022-01-01'],
    // Decades and centuries
    ['185', '1850-01-01 to 1860-01-01'],
    ['-185', '-001859-01-01 to -001849-01-01'],
    ['18', '1800-01-01 to 1900-01-01'],
    ['-04', '-000499-01-01 to -000399-01-01'],
    // Years of any length, and years of which only some digits count
    ['Y12000', '+012000-01-01 to +012001-01-01'],
    ['Y-17E3', '-017000-01-01 to -016999-01-01'],
    ['1950S2', '1900-01-01 to 2000-01-01'],
    ['-1950S3', '-001959-01-01 to -001949-01-01'],
    ['Y171010S3', '+171000-01-01 to +172000-01-01'],
    ['1950S9', '1950-01-01 to 1951-01-01'],
    // Intervals
    ['2022-09-14/2022-09-17', '2022-09-14 to 2022-09-18'],
    ['2022-09-14/2022-09-14', '2022-09-14 to 2022-09-15'],
    ['2021-08-15/2021', '2021-08-15 to 2022-01-01'],
    ['2021/2021-08-15', '2021-01-01 to 2021-08-16'],
    ['2004-06-XX/2004-07-03', '2004-06-01 to 2004-07-04'],
    ['2001-21/2001-23', '2001-03-01 to 2001-12-01'],
    ['Y-12000/-8000', '-012000-01-01 to -007999-01-01'],
    ['1985-04-12/..', '1985-04-12 to Infinity'],
    ['1985-04-12/', '1985-04-12 to Infinity'],
    ['../1985', '-Infinity to 1986-01-01'],
    ['/1985', '-Infinity to 1986-01-01'],
    ['/', '-Infinity to Infinity'],
    // Sets
    ['[2022-10-03..2022-11-22]', '2022-10-03 to 2022-11-23'],
    ['[1667,1668, 1670..1672]', '1667-01-01 to 1673-01-01'],
    ['{1672,1667}', '1667-01-01 to 1673-01-01'],
    ['[..1760-12-03]', '-Infinity to 1760-12-04'],
    ['[1760-12..]', '1760-12-01 to Infinity'],
    ['{..1983,1985..}', '-Infinity to Infinity'],
    ['[..1983..1985]', '-Infinity to 1986-01-01'],
    ['[1983..1985..]', '1983-01-01 to Infinity'],
  ])('%s is %s', (edtf, expected) => {
    expect(bounds(dateOf(edtf))).toBe(expected);
  });
});

describe('what a date is made of', () => {
  const certain = { uncertain: false, approximate: false, unspecified: false };

  test('a day', () => {
    const [start, end] = [Date.UTC(2021, 7, 15), Date.UTC(2021, 7, 16)];
    expect(dateOf('2021-08-15')).toEqual({
      form: 'single',
      edtf: '2021-08-15',
      start,
      end,
      uncertain: false,
      approximate: false,
      date: { start, end, precision: 'day', ...certain },
    });
  });

  test('an interval keeps its ends, and whether a missing one is open or unknown', () => {
    const from = { start: instantOf(1985), end: instantOf(1986), precision: 'year', ...certain };
    const shared = {
      form: 'interval',
      start: from.start,
      end: Infinity,
      uncertain: false,
      approximate: false,
      from,
    };
    expect(dateOf('1985/..')).toEqual({ ...shared, edtf: '1985/..', to: 'open' });
    expect(dateOf('1985/')).toEqual({ ...shared, edtf: '1985/', to: 'unknown' });
  });

  test('a set keeps its members, and whether one of them is meant or all', () => {
    const year = (number: number) => ({
      start: instantOf(number),
      end: instantOf(number + 1),
      precision: 'year',
      ...certain,
    });
    const members = [year(1667), { from: year(1670), to: year(1672) }];
    expect(dateOf('[1667,1670..1672]')).toMatchObject({ form: 'one-of', members });
    expect(dateOf('{1667,1670..1672}')).toMatchObject({ form: 'all-of', members });
    expect(dateOf('[..1667]')).toMatchObject({ members: [{ from: 'open', to: year(1667) }] });
  });

  test.each([
    ['2021', 'year'],
    ['2021-08', 'month'],
    ['2021-21', 'season'],
    ['2021-08-15', 'day'],
    ['2021-08-15T24:00', 'minute'],
    ['2021-08-15T09:30:00', 'second'],
    ['2004-06-XX', 'day'],
    ['2004-XX', 'month'],
    ['185X', 'year'],
    ['185', 'decade'],
    ['18', 'century'],
    ['Y12000', 'year'],
  ])('%s is given to the %s', (edtf, precision) => {
    expect(calendarDatesIn(partsOf(dateOf(edtf)))).toMatchObject([{ precision }]);
  });

  test.each([
    ['2022-09-21', false, false],
    ['2022-09-21?', true, false],
    ['2022~', false, true],
    ['2022-09%', true, true],
    ['?2004-06-~11', true, true],
    ['2004-06?-11~', true, true],
    ['185X~', false, true],
    ['185?', true, false],
    ['2001-21~', false, true],
    ['1950S2', false, true],
    ['1984?/2004-06~', true, true],
    ['[1667?,1668]', true, false],
  ])('%s: uncertain %s, approximate %s', (edtf, uncertain, approximate) => {
    expect(dateOf(edtf)).toMatchObject({ uncertain, approximate });
  });

  test('unspecified digits, the season and the estimate are kept', () => {
    expect(dateOf('185X')).toMatchObject({ date: { unspecified: true } });
    expect(dateOf('2001-26')).toMatchObject({ date: { season: 26 } });
    expect(dateOf('1950S2')).toMatchObject({ date: { estimate: 1950, unspecified: false } });
  });
});

describe('what is refused', () => {
  const hint = 'write for example 2021-08-15, 2021-08 or 2021?';

  test.each([
    ['', 'date-empty', `is empty; ${hint}`],
    ['  ', 'date-empty', `is empty; ${hint}`],
    ['2'.repeat(251), 'date-too-long', 'has 251 characters, but a date can have at most 250'],
    ['2021-13', 'date-invalid', '“2021-13” has no month 13; months run from 01 to 12'],
    ['2021-00-05', 'date-invalid', '“2021-00-05” has no month 00; months run from 01 to 12'],
    ['2021-42', 'date-invalid', '“2021-42” has no month 42; months run from 01 to 12'],
    ['2021-02-29', 'date-invalid', '“2021-02-29” has no day 29; February of that year has 28 days'],
    ['2021-04-31?', 'date-invalid', '“2021-04-31?” has no day 31; April of that year has 30 days'],
    ['2021-04-00', 'date-invalid', '“2021-04-00” has no day 0; April of that year has 30 days'],
    ['2021-02~-29', 'date-invalid', '“2021-02-29” has no day 29; February of that year has 28 days'],
    ['2021-02-3X', 'date-invalid', `“2021-02-3X” is not a date in EDTF; ${hint}`],
    ['2021-2X', 'date-invalid', `“2021-2X” is not a date in EDTF; ${hint}`],
    ['XXXX-XX-4X', 'date-invalid', `“XXXX-XX-4X” is not a date in EDTF; ${hint}`],
    ['XXXX-02-30', 'date-invalid', `“XXXX-02-30” is not a date in EDTF; ${hint}`],
    ['XX01-02-29', 'date-invalid', `“XX01-02-29” is not a date in EDTF; ${hint}`],
    ['-00', 'date-invalid', `“-00” is not a date in EDTF; ${hint}`],
    ['-000', 'date-invalid', `“-000” is not a date in EDTF; ${hint}`],
    ['-0000S2', 'date-invalid', `“-0000S2” is not a date in EDTF; ${hint}`],
    ['Y02021', 'date-invalid', `“Y02021” is not a date in EDTF; ${hint}`],
    ['2004~?-06', 'date-invalid', `“2004~?-06” is not a date in EDTF; ${hint}`],
    ['-0000', 'date-invalid', '“-0000” is not a year; the year before 0001 is 0000, which is 1 BCE'],
    ['2021-8-5', 'date-invalid', '“2021-8-5” is not a date in EDTF; is it 2021-08-05?'],
    [
      '12000',
      'date-invalid',
      '“12000” is not a date in EDTF; put Y before a year of more than four digits, as in Y12000',
    ],
    ['2021-13-1', 'date-invalid', `“2021-13-1” is not a date in EDTF; ${hint}`],
    ['August 2021', 'date-invalid', `“August 2021” is not a date in EDTF; ${hint}`],
    ['15.08.2021', 'date-invalid', `“15.08.2021” is not a date in EDTF; ${hint}`],
    [' 2021', 'date-invalid', `“ 2021” is not a date in EDTF; ${hint}`],
    ['2021??', 'date-invalid', `“2021??” is not a date in EDTF; ${hint}`],
    ['2022/2021', 'date-invalid', '“2022/2021” ends before it starts'],
    ['2020/2021/2022', 'date-invalid', `“2020/2021/2022” is not a date in EDTF; ${hint}`],
    ['2021/August', 'date-invalid', `“August” is not a date in EDTF; ${hint}`],
    ['[1672..1670]', 'date-invalid', '“1672..1670” ends before it starts'],
    ['[1667,..1668]', 'date-invalid', `“..1668” is not a date in EDTF; ${hint}`],
    ['[....1667]', 'date-invalid', `“..1667” is not a date in EDTF; ${hint}`],
    ['[1667..,1668]', 'date-invalid', `“1667..” is not a date in EDTF; ${hint}`],
    ['[..]', 'date-invalid', `“” is not a date in EDTF; ${hint}`],
    ['[]', 'date-invalid', `“” is not a date in EDTF; ${hint}`],
    ['[1667', 'date-invalid', `“[1667” is not a date in EDTF; ${hint}`],
    [
      '2021-08-15T24:01',
      'date-invalid',
      '“2021-08-15T24:01” has no such time of day; times run from 00:00:00 to 24:00:00',
    ],
    [
      '2021-08-15T12:60',
      'date-invalid',
      '“2021-08-15T12:60” has no such time of day; times run from 00:00:00 to 24:00:00',
    ],
    [
      '2021-08-15T12:00+14:30',
      'date-invalid',
      '“2021-08-15T12:00+14:30” has no such time zone; offsets run from -12:00 to +14:00',
    ],
    [
      '2021-08-15T12:00-12:30',
      'date-invalid',
      '“2021-08-15T12:00-12:30” has no such time zone; offsets run from -12:00 to +14:00',
    ],
    [
      'Y-17E7',
      'date-out-of-range',
      '“Y-17E7” is further than the timeline reaches, from 271,821 BCE to 275,759 CE',
    ],
    [
      'Y1E400',
      'date-out-of-range',
      '“Y1E400” is further than the timeline reaches, from 271,821 BCE to 275,759 CE',
    ],
  ])('%s', (edtf, code, message) => {
    expect(parseEventDate(edtf)).toEqual({ ok: false, failure: { code, message, details: [] } });
  });

  test('the first and the last year of the timeline are read, and those beyond are not', () => {
    for (const [edtf, ok] of [
      ['Y-271820', true],
      ['Y-271821', false],
      ['Y275759', true],
      ['Y275760', false],
    ] as const) {
      expect(parseEventDate(edtf).ok, edtf).toBe(ok);
    }
  });

  test('nothing that a document may hold makes it throw, and no refusal is longer than a few lines', () => {
    const characters = fc.constantFrom(...'0123456789-XYSTZE?~%/.,[]{}: ab\u202e'.split(''));
    const nearDates = fc.string({ unit: characters, maxLength: LONGEST_DATE + 5 });
    fc.assert(
      fc.property(fc.oneof(fc.string(), nearDates), (text) => {
        const result = parseEventDate(text);
        if (!result.ok) expect(result.failure.message).toMatch(/^[^\n\u202e]{1,300}$/);
      }),
    );
  });
});

describe('what a date may cost', () => {
  /** All characters that dates are written with, and longer pieces of them. */
  const part = fc.oneof(
    fc.constantFrom(...'0123456789-XYSTZE?~%/.,[]{}: '.split('')),
    fc.constantFrom('XXXX-XX-4X', 'XXXX-02-30', '-XXX1-02-29', 'XX-', '185', '18', '-0043-03-15', '~-06-?11'),
    fc.constantFrom('Y-17E8', 'Y12000S3', '1950S2', '2021-24', '..', '2021-08-15T24:00:00+04:30'),
  );
  const mixed = fc.array(part, { maxLength: LONGEST_DATE }).map((parts) => parts.join(''));
  const repeated = fc
    .tuple(mixed, fc.constantFrom('', '[', '{'), fc.constantFrom('', ',', '/', '..', ' '))
    .map(([member, open, between]) => open + `${member}${between}`.repeat(LONGEST_DATE));
  const closed = fc
    .tuple(fc.oneof(mixed, repeated), fc.constantFrom('', ']', '}'))
    .map(([text, close]) => text.slice(0, LONGEST_DATE - 1) + close);

  /** Masks of days that no year has, or that only a long search would rule out. */
  const IMPOSSIBLE = ['XXXX-XX-4X', 'XXXX-4X-01', '-XXXX-02-30', 'XXX1-02-29', '[XXXX-2X,XXXX-2X]'];

  test('whatever is written, it is read or refused within 20 ms', () => {
    fc.assert(
      fc.property(closed, (edtf) => {
        expect(cost(() => parseEventDate(edtf), 10, 10)).toBeLessThan(20);
      }),
      { numRuns: MANY, examples: IMPOSSIBLE.map((edtf) => [edtf]) },
    );
  });

  test('a set of rare dates costs about as much as one of plain dates', () => {
    const setOf = (member: string) => `[${Array<string>(20).fill(member).join()}]`;
    const [plain, ...rare] = ['2021-08-15', '185', '18~', 'Y12000', '2004-06~-11', 'XXX1-02-2X'].map(
      (member) => cost(() => parseEventDate(setOf(member)), 100),
    );
    expect(Math.max(...rare)).toBeLessThan(15 * (plain ?? 0));
  });
});

describe('against the edtf package', () => {
  /** The bounds that the package computes, the end made exclusive; `null` if it refuses the string. */
  function packageBounds(edtf: string): { start: number; end: number } | null {
    try {
      const { min, max } = packageDate(edtf);
      return min === null || max === null ? null : { start: min, end: max + 1 };
    } catch {
      return null;
    }
  }

  const number = (length: number) =>
    fc.integer({ min: 0, max: 10 ** length - 1 }).map((value) => String(value).padStart(length, '0'));
  const year = fc.tuple(fc.constantFrom('', '-'), number(4)).map((parts) => parts.join(''));
  /** Months and days, of which about a tenth do not exist. */
  const month = fc.integer({ min: 0, max: 13 }).map((value) => String(value).padStart(2, '0'));
  const day = fc.integer({ min: 0, max: 33 }).map((value) => String(value).padStart(2, '0'));

  test('days, months and years are read as the package reads them, and as no other', () => {
    const text = fc
      .tuple(year, fc.option(fc.tuple(month, fc.option(day))), fc.constantFrom('', '?', '~', '%'))
      .map(
        ([first, rest, mark]) => [first, ...(rest ?? []).filter((part) => part !== null)].join('-') + mark,
      );
    fc.assert(
      fc.property(text, (edtf) => {
        // The package accepts 29 February of any year, and turns it into 1 March.
        const [, written, february] = /^(-?\d{4})-(02-29)/.exec(edtf) ?? [];
        fc.pre(february === undefined || daysInMonth(Number(written), 1) === 29);
        const result = parseEventDate(edtf);
        expect(result.ok ? { start: result.value.start, end: result.value.end } : null).toEqual(
          packageBounds(edtf),
        );
      }),
    );
  });

  test('times of day start when they do for the package', () => {
    const clock = fc.tuple(
      fc.integer({ min: 0, max: 25 }),
      fc.integer({ min: 0, max: 62 }),
      fc.option(fc.integer({ min: 0, max: 62 })),
    );
    const zone = fc.oneof(
      fc.constantFrom('Z', '+00:00', '+14:00', '-12:00', '+14:30', '-13'),
      fc
        .tuple(
          fc.constantFrom('+', '-', '−'),
          fc.integer({ min: 1, max: 11 }),
          fc.integer({ min: 0, max: 59 }),
        )
        .map(
          ([sign, hours, minutes]) =>
            `${sign}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`,
        ),
    );
    const two = (value: number): string => String(value).padStart(2, '0');
    fc.assert(
      fc.property(clock, zone, ([hour, minute, second], offset) => {
        const time = [hour, minute, ...(second === null ? [] : [second])].map(two).join(':');
        const edtf = `2021-08-15T${time}${offset}`;
        const result = parseEventDate(edtf);
        expect(result.ok ? result.value.start : null, edtf).toBe(packageBounds(edtf)?.start ?? null);
      }),
    );
  });

  test('unspecified digits and numbered years span what they span for the package', () => {
    for (const edtf of [
      '185X',
      '18XX',
      '2004-XX',
      '2004-06-XX',
      '156X-12-25',
      '2021-02-2X',
      'Y12000',
      'Y-17E3',
      '185',
      '18',
    ]) {
      expect(bounds(dateOf(edtf)), edtf).toBe(
        bounds(packageBounds(edtf) ?? { start: Number.NaN, end: Number.NaN }),
      );
    }
  });

  test('whatever it is made of, a date has the bounds that it has for the package', () => {
    fc.assert(
      fc.property(anyDate, ({ edtf, start, end, uncertain, approximate }) => {
        expect(dateOf(edtf)).toMatchObject({ edtf, start, end, uncertain, approximate });
      }),
      { numRuns: MANY },
    );
  });

  test.each([0, 1, 2] as const)('whatever its grammar makes at level %i is read', (level) => {
    vi.stubEnv('TZ', 'UTC');
    const explained =
      /ends before it starts$|has no day 29;|further than the timeline reaches|but a date can have at most/;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        vi.spyOn(Math, 'random').mockImplementation(randomFrom(seed));
        for (const edtf of sample({ count: 5, level })) {
          const result = parseEventDate(edtf);
          if (result.ok) {
            expect(result.value.edtf).toBe(edtf);
            expect(result.value.start, edtf).toBeLessThan(result.value.end);
          } else expect(result.failure.message).toMatch(explained);
        }
      }),
    );
  });
});

test('a day written, read and written again is the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: instantOf(-9999) / DAY, max: instantOf(10_000) / DAY - 1 }), (day) => {
      const [, sign, year = '', rest] = /^([+-]?)(\d+)(.*)T/.exec(new Date(day * DAY).toISOString()) ?? [];
      const edtf = `${sign === '-' ? '-' : ''}${year.slice(-4)}${rest ?? ''}`;
      expect(dateOf(edtf)).toMatchObject({ edtf, start: day * DAY, end: (day + 1) * DAY });
    }),
  );
});

/** Numbers from 0 to 1, always the same for one seed (a linear congruential generator, Numerical Recipes). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
