// Dates for tests: one read from its text, and random ones with the bounds that the `edtf` package computes.
import packageDate from 'edtf';
import fc from 'fast-check';
import { grouped } from '../in-words.ts';
import { daysInMonth } from './calendar.ts';
import type { EventDate } from './event-date.ts';
import { parseEventDate } from './parse.ts';

/** Reads a date that must be valid. */
export function dateOf(edtf: string): EventDate {
  const date = parseEventDate(edtf);
  if (!date.ok) throw new Error(date.failure.message);
  return date.value;
}

/** A date, its bounds according to the package, and names that its words must contain. */
export interface DateSample {
  readonly edtf: string;
  /** First millisecond; `-Infinity` where open or unknown. */
  readonly start: number;
  /** Exclusive; `Infinity` where open or unknown. */
  readonly end: number;
  readonly uncertain: boolean;
  readonly approximate: boolean;
  /** The years, decades and centuries that its words must name; they may name no others. */
  readonly names: readonly string[];
}

interface Single {
  readonly text: string;
  readonly doubt: string;
  readonly names: readonly string[];
  /** The year, if the text is only a year. */
  readonly year: number | null;
  /** Grows with the start of the date. */
  readonly place: number;
}

/** Beyond these years the package and `Date` disagree. */
const FARTHEST_YEAR = 270_000;

const two = (value: number): string => String(value).padStart(2, '0');
const yearText = (year: number): string => `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;

/** A year's number in words, without the era that {@link eraOf} adds. */
function numberOf(year: number): string {
  const number = year > 0 ? year : 1 - year;
  return number >= 10_000 ? grouped(number) : String(number);
}

/** The era that a year's words must carry, if any. */
function eraOf(year: number): string[] {
  return year <= 0 ? ['BCE'] : year < 1000 || year > 9999 ? ['CE'] : [];
}

function namesOf(year: number): string[] {
  return [numberOf(year), ...eraOf(year)];
}

const shortYear = fc.integer({ min: -9999, max: 9999 });
const anyDoubt = fc.constantFrom('', '', '', '?', '~', '%');

/** Existing years, months and days. */
const plain: fc.Arbitrary<Single> = fc
  .tuple(
    shortYear,
    fc.constantFrom('year', 'month', 'day'),
    fc.integer({ min: 1, max: 12 }),
    fc.nat(30),
    anyDoubt,
  )
  .map(([year, precision, month, days, doubt]) => {
    // In the year 0 the package ends 28 February a day late and takes the 29th for 1 March.
    const last = year === 0 && month === 2 ? 27 : daysInMonth(year, month - 1);
    const day = (days % last) + 1;
    const rest = precision === 'year' ? '' : `-${two(month)}`;
    const ofMonth = precision === 'day' ? `-${two(day)}` : '';
    return {
      text: yearText(year) + rest + ofMonth,
      doubt,
      names: namesOf(year),
      year: precision === 'year' ? year : null,
      place: year * 400 + (rest === '' ? 0 : month * 31) + (ofMonth === '' ? 0 : day - 1),
    };
  });

/** Years of five and six digits. */
const long: fc.Arbitrary<Single> = fc
  .tuple(fc.integer({ min: 10_000, max: FARTHEST_YEAR }), fc.boolean())
  .map(([size, before]) => {
    const year = before ? -size : size;
    return { text: `Y${year}`, doubt: '', names: namesOf(year), year, place: 0 };
  });

/** Missing digits, decades and centuries, from the year 1000 on, where their names are simple. */
const rough: fc.Arbitrary<Single> = fc
  .tuple(
    fc.integer({ min: 1000, max: 9999 }),
    fc.constantFrom('X', 'XX', 'decade', 'century', '-XX', '-XX-XX', '-02-XX'),
    anyDoubt,
  )
  .map(([year, kind, doubt]) => {
    const decade = Math.floor(year / 10);
    const century = Math.floor(year / 100);
    const inDecade = { text: `${decade}`, doubt, names: [`${decade}0s`], year: null, place: 0 };
    const inCentury = {
      text: `${century}`,
      doubt,
      names: [`${ordinal(century + 1)} century`],
      year: null,
      place: 0,
    };
    switch (kind) {
      case 'decade':
        return inDecade;
      case 'century':
        return inCentury;
      case 'X':
        // The first decade of a century or millennium is named as a decade, too.
        return { ...inDecade, text: `${decade}X` };
      case 'XX':
        return { ...inCentury, text: `${century}XX` };
      case '-XX':
      case '-XX-XX':
      case '-02-XX':
        return { text: `${year}${kind}`, doubt, names: [String(year)], year: null, place: 0 };
    }
  });

function ordinal(number: number): string {
  const ending =
    number % 100 > 10 && number % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}

const single = fc.oneof(
  { weight: 5, arbitrary: plain },
  { weight: 1, arbitrary: long },
  { weight: 2, arbitrary: rough },
);

/** Several dates in chronological order. */
function inOrder(count: number): fc.Arbitrary<Single[]> {
  return fc
    .array(plain, { minLength: count, maxLength: count })
    .map((dates) => dates.toSorted((a, b) => a.place - b.place));
}

const interval: fc.Arbitrary<DateSample> = fc
  .tuple(inOrder(2), fc.constantFrom('both', '/..', '/', '../', 'before'))
  .map(([dates, open]) => {
    const [from, to] = dates;
    if (from === undefined || to === undefined) throw new Error('Two dates were made.');
    const text = ({ text: date, doubt }: Single) => date + doubt;
    switch (open) {
      case 'both':
        // The package refuses an interval that ends on the day, or in the year, on which it starts.
        return sampleOf(`${text(from)}/${text(to)}`, [from, to], {
          start: boundsOf(from.text).start,
          end: boundsOf(to.text).end,
        });
      case '/..':
      case '/':
        return sampleOf(text(from) + open, [from]);
      case '../':
      case 'before':
        return sampleOf(`${open === '../' ? '../' : '/'}${text(to)}`, [to]);
    }
  });

const set: fc.Arbitrary<DateSample> = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }).chain(inOrder),
    fc.constantFrom('[]', '{}'),
    fc.constantFrom('', 'earlier', 'later'),
  )
  .map(([dates, [open = '', close = ''], beyond]) => {
    const list = dates.map(({ text, doubt }) => text + doubt).join(',');
    const edtf = `${open}${beyond === 'earlier' ? '..' : ''}${list}${beyond === 'later' ? '..' : ''}${close}`;
    // One of the years up to 1984 is “before 1985”.
    const edge = beyond === 'earlier' ? 0 : dates.length - 1;
    const named = dates.map((date, position) =>
      open === '[' && beyond !== '' && position === edge && date.year !== null && date.doubt === ''
        ? { ...date, names: namesOf(date.year + (beyond === 'earlier' ? 1 : -1)) }
        : date,
    );
    return sampleOf(edtf, named, boundsOfAll(dates, beyond));
  });

/** The package ends a set with its last member, even if an earlier one ends later: `[2004,2004-01-01]`. */
function boundsOfAll(dates: readonly Single[], beyond: string): Pick<DateSample, 'start' | 'end'> {
  const bounds = dates.map(({ text }) => boundsOf(text));
  return {
    start: beyond === 'earlier' ? -Infinity : Math.min(...bounds.map(({ start }) => start)),
    end: beyond === 'later' ? Infinity : Math.max(...bounds.map(({ end }) => end)),
  };
}

/** Any date. */
export const anyDate: fc.Arbitrary<DateSample> = fc.oneof(
  { weight: 3, arbitrary: single.map((date) => sampleOf(date.text + date.doubt, [date])) },
  { weight: 2, arbitrary: interval },
  { weight: 2, arbitrary: set },
);

function sampleOf(
  edtf: string,
  dates: readonly Single[],
  bounds = boundsOf(edtf.replaceAll(/[?~%]/g, '')),
): DateSample {
  return {
    edtf,
    ...bounds,
    uncertain: dates.some(({ doubt }) => doubt === '?' || doubt === '%'),
    approximate: dates.some(({ doubt }) => doubt === '~' || doubt === '%'),
    names: dates.flatMap(({ names }) => names),
  };
}

/** The bounds that the package computes. Doubt changes no bounds, and the package does not read it in every place. */
function boundsOf(edtf: string): { readonly start: number; readonly end: number } {
  const { min, max } = packageDate(edtf);
  return { start: min ?? -Infinity, end: max === null ? Infinity : max + 1 };
}
