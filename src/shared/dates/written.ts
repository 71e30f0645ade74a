// Reads dates as people write them in tables and texts: “c. 862”, “between 47 and 50”, “3–5 May 1912”, “44 BC”, “1850s”.
import { excerpt } from '../excerpt.ts';
import { failure, type Result } from '../result.ts';
import { yearAsEdtf } from './as-edtf.ts';
import { daysInMonth } from './calendar.ts';
import type { EventDate } from './event-date.ts';
import { MONTH_LETTERS, monthOf } from './month-names.ts';
import { LONGEST_DATE, parseEventDate } from './parse.ts';
import { romanNumber } from './roman.ts';

/** What a written date leaves open and only its writer, or the other dates of its column, can tell. */
export interface Conventions {
  /** Whether 3/4/1921 is 3 April or March 4. */
  readonly order: 'day-first' | 'month-first';
  /** Whether -44 is 44 BCE, or 45 BCE as astronomers count. */
  readonly minus: 'bce-minus' | 'bce-astronomical';
  /** The year to which two digits of a year are added; `null` if such dates are not read. */
  readonly century: number | null;
  /** Whether 1909-12 is December 1909 or 1909 to 1912. */
  readonly hyphen: 'hyphen-month' | 'hyphen-years';
}

/** The conventions where nobody was asked: those of most of the world. */
export const USUAL: Conventions = {
  order: 'day-first',
  minus: 'bce-minus',
  century: null,
  hyphen: 'hyphen-month',
};

/** A time of day, day, month, season or year. */
interface Unit {
  /** Astronomical. */
  readonly year: number;
  /** 1 to 12, or the code of a season or quarter, 21 to 36. */
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  /** `T09:30`, with seconds and an offset where they are given. */
  readonly time?: string | undefined;
}

/** One of some years, the last included, and the digits that they share where EDTF can write it so. */
interface Years {
  readonly first: number;
  readonly last: number;
  readonly mask?: string | undefined;
}

/** A date before it is written in EDTF. */
type Part = (Unit | Years) & Doubt;

/** Doubts that hold for all of what follows. */
interface Doubt {
  readonly uncertain: boolean;
  readonly approximate: boolean;
}

/** Most dates of most tables. Years of four digits, so that no convention is asked for. */
const ISO = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?)?$/;

/**
 * Reads a date as someone wrote it: EDTF as it is, and otherwise a year, month, day or time of day in the usual notations,
 * with an era, a doubt, a range, “before”, “between”, decades, centuries and seasons. A year of fewer than four digits is
 * a year, never a decade or century as in EDTF.
 *
 * @returns the date, or `date-unreadable` with words that follow the name of a field and have no full stop.
 */
export function readWrittenDate(written: string, conventions: Conventions): Result<EventDate> {
  const trimmed = written.trim();
  if (ISO.test(trimmed) && hyphenated(trimmed) === null) {
    const date = parseEventDate(trimmed);
    if (date.ok || !/^\d{4}-\d\d$/.test(trimmed)) return date;
  }
  if (trimmed === '') return parseEventDate(trimmed);
  if (trimmed.length > LONGEST_DATE) return parseEventDate(trimmed);
  const text = normalised(trimmed);
  const edtf = readPhrase(text, conventions);
  if (edtf !== null) {
    const date = parseEventDate(edtf);
    if (date.ok || !looksLikeEdtf(trimmed)) return date;
  }
  if (looksLikeEdtf(trimmed)) {
    const date = parseEventDate(trimmed);
    if (date.ok || ISO.test(trimmed) || /^[[{]/.test(trimmed)) return date;
  }
  return failure('date-unreadable', `${excerpt(trimmed)} is not a date that Dateline can read`);
}

/**
 * Words that say which part of a month, year, decade or century is meant: a third of a month or year, as where articles are
 * drafted. Of decades and centuries no date can say it: it is that of the whole.
 */
const PART_OF = /^(?:the )?(?<part>early|mid|middle|late)(?:-| (?:in |of )?)(?:the )?(?=\S)/;
const PARTS = ['early', 'mid', 'late'];

/** Whether a date leaves out a word of its text, as of “mid-1850s”, of which it is the whole. @param edtf what was read. */
export function leavesOutPart(written: string, edtf: string): boolean {
  return PART_OF.test(written.trim().toLowerCase()) && !/-3[789][~%]|^\[-?\d{4}-\d\d-\d\d/.test(edtf);
}

/** Texts that say that there is no date. */
const NO_DATE =
  /^(?:[-–—?.*]+|n\.? ?d\.?|n\/?a|none|null|unknown|undated|tbd|no date|not dated|s\.? ?d\.?|o\. ?j\.?)$/i;

/** Whether a text only says that there is no date: “n.d.”, “unknown”, “–”. */
export function saysNoDate(written: string): boolean {
  const text = written.trim();
  return text === '' || (text.length < 12 && NO_DATE.test(text));
}

/** Letters, digits and signs of EDTF, and no run of digits that this file reads as a year. */
function looksLikeEdtf(text: string): boolean {
  if (ISO.test(text)) return true;
  return /^[-\d[{YX.?~%/][-\dTZXYES.,:+?~%/[\]{} −]*$/.test(text) && !/^-?\d{1,3}$/.test(text);
}

function normalised(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2010\u2011\u2212]/g, '-')
    .replace(/[\u2012-\u2015]/g, '–')
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ');
}

const ABOUT =
  /^(?:c\.|ca\.?|circa|cca\.?|c(?= ?\d)|about|around|approximately|approx\.?|roughly|~|um|etwa|vers|около|ок\.) ?(?=\S)/;
const MAYBE = /^(?:\? ?|(?:perhaps|possibly|probably|presumably|prob\.|poss\.|maybe|wohl|vermutlich) )(?=\S)/;
const QUESTIONED = / ?(?:\(\?\)|\?|\((?:uncertain|disputed)\)|, uncertain)$/;
const ESTIMATED = / ?(?:~|\((?:circa|approx\.?|approximately|approximate|estimated|est\.)\))$/;

/** Takes doubts off the front and back of a text. */
function withoutDoubt(text: string): { bare: string } & Doubt {
  let bare = text;
  let [uncertain, approximate] = [false, false];
  for (let before = ''; before !== bare;) {
    before = bare;
    bare = bare.replace(ABOUT, '').replace(ESTIMATED, '');
    if (bare !== before) approximate = true;
    const certain = bare.replace(MAYBE, '').replace(QUESTIONED, '');
    if (certain !== bare) uncertain = true;
    bare = certain;
  }
  return { bare, uncertain, approximate };
}

/** Reads a whole text in small letters as EDTF; `null` if it is none of the notations. */
function readPhrase(text: string, conventions: Conventions): string | null {
  const read = (part: string): Part | null => readPart(part, conventions);
  const hyphen = hyphenated(text);
  if (hyphen !== null) return conventions.hyphen === 'hyphen-years' ? `${hyphen[0]}/${hyphen[1]}` : text;
  const single = read(text);
  if (single !== null) return partOfMonth(text, single) ?? wholeOf(single);

  const [, unit, within] = /^some (year|month|day) (?:in|of) (.+)$/.exec(text) ?? [];
  if (within !== undefined) {
    const part = read(within);
    if (part === null || 'first' in part !== (unit === 'year')) return null;
    return unit === 'year' ? wholeOf(part) : edtfOf(part).replace(/^([\d-]+)/, '$1-XX');
  }
  const [, first, second] =
    /^(?:some ?time )?between (.+?) (?:and|und|et|y|e|и|–|-) (.+)$/.exec(text) ??
    /^(?:either )?(.+?) or (.+)$/.exec(text) ??
    [];
  if (first !== undefined && second !== undefined && !/^(?:earlier|later|before|after)$/.test(second)) {
    const ends = readEnds(first, second, { uncertain: false, approximate: false }, conventions);
    if (ends === null) return null;
    return text.includes(' or ')
      ? `[${edtfOf(ends[0])},${edtfOf(ends[1])}]`
      : `[${endOf(ends[0], 'from')}..${endOf(ends[1], 'to')}]`;
  }
  const [, word, rest] =
    /^(before|after|until|till|to|by|from|since|as of|up to|not before|not after|no later than|no earlier than|pre|post|ante|vor|nach|seit|bis|ab|до|после|с)[ -](.+)$/.exec(
      text,
    ) ?? [];
  if (word !== undefined && rest !== undefined) {
    const range = /^(?:from|ab|с)$/.test(word) ? readRange(rest, conventions) : null;
    if (range !== null) return range;
    const part = read(rest.replace(/ on(?:wards?)?$/, ''));
    return part === null ? null : bounded(word, part);
  }
  const [, whole, direction] =
    /^(.+?),? (?:or|and) (earlier|before|later|after)$/.exec(text) ??
    /^(.+?) (onwards?|on|to present|- present|-|–)$/.exec(text) ??
    /^(.+?)([-–])$/.exec(text) ??
    [];
  if (whole !== undefined && direction !== undefined) {
    const part = read(whole);
    if (part === null) return null;
    if (/^(?:earlier|before)$/.test(direction)) return `[..${endOf(part, 'to')}]`;
    if (/^(?:later|after)$/.test(direction)) return `[${endOf(part, 'from')}..]`;
    return `${endOf(part, 'from')}/..`;
  }
  return readRange(text, conventions);
}

/** Early, mid or late in a month: some day of ten, as a set; `null` for all other dates. */
function partOfMonth(text: string, part: Part): string | null {
  const third = thirdIn(withoutDoubt(text).bare);
  if (third === null || 'first' in part || part.day !== undefined) return null;
  const { year, month } = part;
  if (month === undefined || month > 12) return null;
  const last = daysInMonth(year, month - 1);
  const day = (number: number): string => edtfOf({ ...part, day: number, approximate: true });
  return `[${day(10 * third + 1)}..${day(third === 2 ? last : 10 * third + 10)}]`;
}

/** Which third a text begins with: 0 for “early”, 1 for “mid”, 2 for “late”; `null` if with none. */
function thirdIn(text: string): number | null {
  const part = PART_OF.exec(text)?.groups?.['part'];
  return part === undefined ? null : PARTS.indexOf(part === 'middle' ? 'mid' : part);
}

/** A date with a word before it that leaves one side open. */
function bounded(word: string, part: Part): string | null {
  const [from, to] = [endOf(part, 'from'), endOf(part, 'to')];
  switch (word) {
    case 'from':
    case 'since':
    case 'as of':
    case 'seit':
    case 'ab':
    case 'с':
      return `${from}/..`;
    case 'until':
    case 'till':
    case 'to':
    case 'up to':
    case 'bis':
    case 'до':
      return `../${to}`;
    case 'by':
    case 'not after':
    case 'no later than':
      return `[..${to}]`;
    case 'not before':
    case 'no earlier than':
      return `[${from}..]`;
    case 'after':
    case 'post':
    case 'nach':
    case 'после': {
      const next = neighbour(part, 1);
      return next === null ? null : `[${edtfOf(next)}..]`;
    }
    default: {
      const previous = neighbour(part, -1);
      return previous === null ? null : `[..${edtfOf(previous)}]`;
    }
  }
}

/** The unit before or after a year, month or day. */
function neighbour(part: Part, step: 1 | -1): Part | null {
  const { uncertain, approximate } = part;
  const doubt = { uncertain, approximate };
  if ('first' in part) return { year: step < 0 ? part.first - 1 : part.last + 1, ...doubt };
  const { year, day, time } = part;
  const third = (part.month ?? 0) - FIRST_THIRD;
  // The month before or after a third of a year.
  const month = third < 0 ? part.month : step < 0 ? 4 * third + 1 : 4 * third + 4;
  if (time !== undefined || (month !== undefined && month > 12)) return null;
  if (month === undefined) return { year: year + step, ...doubt };
  const other = new Date(Date.UTC(2000 + (((year % 400) + 400) % 400), month - 1, day ?? 1));
  if (day === undefined) other.setUTCMonth(other.getUTCMonth() + step);
  else other.setUTCDate(day + step);
  const years = other.getUTCFullYear() - (2000 + (((year % 400) + 400) % 400));
  return {
    year: year + years,
    month: other.getUTCMonth() + 1,
    day: day === undefined ? undefined : other.getUTCDate(),
    ...doubt,
  };
}

function edtfOf(part: Part): string {
  const mark = part.uncertain ? (part.approximate ? '%' : '?') : part.approximate ? '~' : '';
  if ('first' in part) {
    if (part.mask !== undefined) return `${part.mask}${mark}`;
    return `${yearAsEdtf(part.first)}${mark}..${yearAsEdtf(part.last)}${mark}`;
  }
  const { year, month, day, time } = part;
  const two = (number: number): string => String(number).padStart(2, '0');
  const date = [yearAsEdtf(year), ...[month, day].flatMap((one) => (one === undefined ? [] : [two(one)]))];
  return `${date.join('-')}${time ?? ''}${mark}`;
}

/** The whole of a date: years that may be any of several become a set. */
function wholeOf(part: Part): string {
  const edtf = edtfOf(part);
  return edtf.includes('..') ? `[${edtf}]` : edtf;
}

/** A span as an end of an interval: its first or its last year. */
function endOf(part: Part, side: 'from' | 'to'): string {
  if (!('first' in part)) return edtfOf(part);
  const { uncertain, approximate } = part;
  return edtfOf({ year: side === 'from' ? part.first : part.last, uncertain, approximate });
}

const ERA_BEHIND =
  / ?(?<![a-z])(?:(?<before>b\.? ?c\.?(?: ?e\.?)?|v\. ?chr\.?|av(?:ant)?\.? j\.?-? ?c\.?|a\. ?c\.|до н\. ?э\.?)|(?<after>c\.? ?e\.?|a\.? ?d\.?|n\. ?chr\.?|ap(?:r[eè]s)?\.? j\.?-? ?c\.?|d\. ?c\.|н\. ?э\.?))$/;
const ERA_BEFORE = /^(?:(?<before>b\.?c\.?(?:e\.?)?)|(?<after>a\.?d\.?|c\.?e\.?)) ?(?=\d)/;

/** Takes the era off a text. */
function withoutEra(text: string): { readonly bare: string; readonly era: 'before' | 'after' | null } {
  for (const form of [ERA_BEHIND, ERA_BEFORE]) {
    const groups = form.exec(text)?.groups;
    if (groups !== undefined)
      return {
        bare: text.replace(form, '').trim(),
        era: groups['before'] === undefined ? 'after' : 'before',
      };
  }
  return { bare: text, era: null };
}

const TIME_BEHIND =
  /(?:t|,? at |,? )(?<hour>\d{1,2})(?:[:.](?<minute>\d\d)(?::(?<second>\d\d)(?:[.,]\d+)?)?)? ?(?<half>[ap]\.?m\.?)?(?: ?(?<zone>z|utc|gmt|[+-]\d\d:?(?:\d\d)?))?$/;

/** Takes a time of day off the end of a text; `null` if there is none. */
function withoutTime(text: string): { readonly bare: string; readonly time: string } | null {
  const found = TIME_BEHIND.exec(text);
  const { hour = '', minute, second, half, zone } = found?.groups ?? {};
  if (found === null || (minute === undefined && half === undefined)) return null;
  const time = timeOf(hour, minute, second, half, zone);
  return time === null ? null : { bare: text.slice(0, found.index), time };
}

function timeOf(hour: string, minute = '00', second?: string, half?: string, zone?: string): string | null {
  const written = Number(hour);
  if (half !== undefined && (written < 1 || written > 12)) return null;
  const hours = half === undefined ? written : (written % 12) + (half.startsWith('p') ? 12 : 0);
  if (hours > 24) return null;
  const offset = zone === undefined ? '' : /^[+-]/.test(zone) ? zone : 'Z';
  return `T${String(hours).padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}${offset}`;
}

const TIME_ALONE =
  /^(?<hour>\d{1,2})(?:[:.](?<minute>\d\d)(?::(?<second>\d\d)(?:[.,]\d+)?)?)? ?(?<half>[ap]\.?m\.?)?$|^(?<h>\d\d)(?<m>\d\d)$/;

/** Reads a time of day that stands by itself, as `9`, `9:30`, `9.30`, `0930`, `9:30:15`, `9:30 pm`; `null` if it is none. */
export function readWrittenTime(written: string): string | null {
  const groups = TIME_ALONE.exec(written.trim().toLowerCase())?.groups;
  if (groups === undefined) return null;
  const { hour, minute, second, half, h, m } = groups;
  const time = timeOf(hour ?? h ?? '', minute ?? m, second, half);
  return time?.slice(1) ?? null;
}

const WEEKDAY =
  /^(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,? (?=\d|[a-z])/;
const ORDINAL = String.raw`(?:st|nd|rd|th|er|\.)?`;
const DAY = String.raw`(?<day>\d{1,2})${ORDINAL}`;
const MONTH = String.raw`(?<month>${MONTH_LETTERS})\.?`;
const YEAR = String.raw`(?<year>-?'?\d{1,6})`;

const NAMED_FORMS = [
  new RegExp(`^(?:the )?${DAY}[ -]?(?:of |de |d')?${MONTH},?(?: de| of)?[ -]?,?${YEAR}$`),
  new RegExp(`^${MONTH}[ -](?:the )?${DAY},? ?${YEAR}$`),
  new RegExp(`^${YEAR}[ -]${MONTH}[ -]${DAY}$`),
  new RegExp(`^${MONTH},?(?: of| de)?[ -]?${YEAR}$`),
  new RegExp(`^${YEAR}[, -]{1,2}${MONTH}$`),
];
const YEAR_FIRST = /^(?<year>\d{4})[./-](?<number>\d{1,2})(?:[./-](?<day>\d{1,2}))?$/;
const YEAR_LAST = /^(?<one>\d{1,2})([./-]) ?(?<other>\d{1,2})\2 ?(?<year>\d{1,6})$/;
const MONTH_AND_YEAR = /^(?<number>\d{1,2})[./-](?<year>\d{4})$/;
const COMPACT = /^(?<year>[12]\d{3})(?<number>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])$/;
const SEASON =
  /^(?:the )?(?:(?<season>spring|summer|autumn|fall|winter|весн(?:а|ы|ой)|лет(?:о|а|ом)|осен(?:ь|и|ью)|зим(?:а|ы|ой))|q(?<quarter>[1-4])|(?<nth>first|second|third|fourth|1st|2nd|3rd|4th) quarter)(?: of|,)? (?<year>-?\d{1,6})$|^(?<yearFirst>\d{4})[ -]?q(?<quarterLast>[1-4])$/;
const SEASON_CODES: Readonly<Record<string, number>> = {
  spring: 21,
  summer: 22,
  autumn: 23,
  fall: 23,
  winter: 24,
  весн: 21,
  лет: 22,
  осен: 23,
  зим: 24,
};
/** What follows the stem of a season in Russian, which has cases. */
const CASE = /(?<=^(?:весн|лет|осен|зим))[а-я]+$/;
const DECADE = /^(?:the )?(?<decade>\d{1,4}0)(?:'?s|-?(?:е|х|ые|ых)(?: год(?:ы|ов|ах)| гг\.)?)$/;
const ORDINAL_NUMBER = String.raw`(?<number>\d{1,2}|[ivxіх]{1,5})(?:-?(?:st|nd|rd|th|e|è?me|er|й|го|ый|ом)|[.ºª°])?`;
const CENTURY = new RegExp(
  String.raw`^(?:the )?${ORDINAL_NUMBER} ?(?<unit>century|cent\.?|c\.|jahrhundert|jh\.?|siècle|s\.|secolo|eeuw|век[ае]?|в\.|millennium|mill\.?|тысячелети[ея])$`,
);
const CENTURY_FIRST = new RegExp(String.raw`^(?:siglo|secolo|século|sec\.) ${ORDINAL_NUMBER}$`);
/** What stands behind years in Russian. */
const YEAR_NAMED = /(?<=\d) ?(?:гг?\.|гг?|год[аы]?|году|годах|годов)$/;
const THOUSANDS = /^\d{1,3}(?:[ ,.']\d{3})+$/;

/** Small letters of Roman numbers from 1 to 39, some of which others write in Cyrillic. */
const ROMAN = /^[xх]{0,3}(?:[iі][xхv]|v?[iі]{0,3})$/;

/** A number in digits or as the Romans wrote it; `null` if it is none. */
function ordinalIn(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  return ROMAN.test(text) ? romanNumber(text.toUpperCase()) : null;
}

/** Reads one date with its doubt; `null` if it is none. */
function readPart(text: string, conventions: Conventions): Part | null {
  const { bare, uncertain, approximate } = withoutDoubt(text);
  const unit = readUnit(bare.replace(PART_OF, '').replace(WEEKDAY, ''), conventions);
  if (unit === null) return null;
  const third = thirdIn(bare);
  const isYear = !('first' in unit) && unit.month === undefined && Math.abs(unit.year) < 10_000;
  return third === null || !isYear
    ? { ...unit, uncertain, approximate }
    : { ...unit, month: FIRST_THIRD + third, uncertain, approximate: true };
}

/** The code of the first third of a year in EDTF. */
const FIRST_THIRD = 37;

function readUnit(text: string, conventions: Conventions): Unit | Years | null {
  const date = readUntimed(text, conventions);
  if (date !== null) return date;
  const timed = withoutTime(text);
  const day = timed === null ? null : readUntimed(timed.bare, conventions);
  if (timed === null || day === null || 'first' in day || day.day === undefined) return null;
  return { ...day, time: timed.time };
}

function readUntimed(text: string, conventions: Conventions): Unit | Years | null {
  const { bare: dated, era } = withoutEra(text);
  // “1812 г.”, and “10,000 BC”, whose era says that it is one year.
  const named = dated.replace(YEAR_NAMED, '');
  const bare = era !== null && THOUSANDS.test(named) ? named.replace(/[ ,.']/g, '') : named;
  const yearOf = (digits: string): number | null => readYear(digits, era, conventions);

  if (/^-?\d{1,6}$/.test(bare)) {
    const year = yearOf(bare);
    return year === null ? null : { year };
  }
  const decade = DECADE.exec(bare)?.groups?.['decade'];
  if (decade !== undefined) return yearsFrom(Number(decade), 10, era);
  const spans = CENTURY.exec(bare)?.groups ?? CENTURY_FIRST.exec(bare)?.groups;
  if (spans !== undefined) {
    const number = ordinalIn(spans['number'] ?? '');
    if (number !== null)
      return ordinalYears(number, /^(?:mill|тысяч)/.test(spans['unit'] ?? '') ? 1000 : 100, era);
  }

  const season = SEASON.exec(bare)?.groups;
  if (season !== undefined) {
    const year = yearOf(season['year'] ?? season['yearFirst'] ?? '');
    const quarter = season['quarter'] ?? season['quarterLast'] ?? quarterOf(season['nth']);
    const month =
      quarter === undefined ? SEASON_CODES[(season['season'] ?? '').replace(CASE, '')] : 32 + Number(quarter);
    return year === null || month === undefined ? null : { year, month };
  }
  for (const form of NAMED_FORMS) {
    const groups = form.exec(bare)?.groups;
    if (groups === undefined) continue;
    const month = monthOf(groups['month'] ?? '');
    const digits = groups['year'] ?? '';
    const day = groups['day'];
    const year =
      era === null && /^'?\d{1,2}$/.test(digits)
        ? shortYear(digits, day !== undefined, conventions)
        : yearOf(digits);
    if (month === null || year === null) continue;
    return { year, month, day: day === undefined ? undefined : Number(day) };
  }
  return readNumbers(bare, era, conventions);
}

function quarterOf(nth: string | undefined): string | undefined {
  if (nth === undefined) return undefined;
  return String(1 + (['first', 'second', 'third', 'fourth', '1st', '2nd', '3rd', '4th'].indexOf(nth) % 4));
}

/** Days, months and years in numbers alone. */
function readNumbers(text: string, era: 'before' | 'after' | null, conventions: Conventions): Unit | null {
  const first = (YEAR_FIRST.exec(text) ?? COMPACT.exec(text) ?? MONTH_AND_YEAR.exec(text))?.groups;
  if (first !== undefined) {
    const year = readYear(first['year'] ?? '', era, conventions);
    const [month, day] = [Number(first['number']), first['day']];
    if (year === null || month < 1 || month > 12) return null;
    return { year, month, day: day === undefined ? undefined : Number(day) };
  }
  const last = YEAR_LAST.exec(text)?.groups;
  if (last === undefined) return null;
  const digits = last['year'] ?? '';
  const year =
    era === null && digits.length < 3
      ? shortYear(digits, true, conventions)
      : readYear(digits, era, conventions);
  const [one, other] = [Number(last['one']), Number(last['other'])];
  const [day, month] = conventions.order === 'day-first' ? [one, other] : [other, one];
  return year === null || month < 1 || month > 12 || day < 1 || day > 31 ? null : { year, month, day };
}

/** A year of two digits, to which a century is added. Behind a month alone they need an apostrophe: “May 12” has no year. */
function shortYear(digits: string, hasDay: boolean, { century }: Conventions): number | null {
  const isShort = hasDay ? /^'?\d\d$/.test(digits) : /^'\d\d$/.test(digits);
  return isShort && century !== null ? century + Number(digits.replace("'", '')) : null;
}

/** An astronomical year from its digits, sign and era. */
function readYear(digits: string, era: 'before' | 'after' | null, { minus }: Conventions): number | null {
  if (!/^-?\d{1,6}$/.test(digits)) return null;
  const number = Number(digits);
  if (era !== null) {
    if (number <= 0) return null;
    return era === 'before' ? 1 - number : number;
  }
  // Four digits that begin with 0 are EDTF, where the year 0 is 1 BCE.
  if (/^-?0\d{3}$/.test(digits)) return digits === '-0000' ? null : number;
  if (minus === 'bce-astronomical') return Object.is(number, -0) ? null : number;
  return number === 0 ? null : number < 0 ? number + 1 : number;
}

/** The years of a decade or century that begins with round digits. */
function yearsFrom(round: number, size: number, era: 'before' | 'after' | null): Years {
  if (era === 'before') return { first: 1 - (round + size - 1), last: 1 - Math.max(1, round) };
  const digits = String(round).padStart(4, '0');
  const mask = size === 10 ? `${digits.slice(0, -1)}X` : `${digits.slice(0, -2)}XX`;
  return { first: round, last: round + size - 1, mask: round > 9999 ? undefined : mask };
}

/** The years of the nth century or millennium: the 19th century has 1800 to 1899, as everywhere in Dateline. */
function ordinalYears(number: number, size: number, era: 'before' | 'after' | null): Years | null {
  if (number < 1) return null;
  if (era === 'before') return { first: 1 - number * size, last: -(number - 1) * size };
  // The year 0 is 1 BCE.
  if (number === 1) return { first: 1, last: size - 1 };
  const round = (number - 1) * size;
  return size === 100 ? yearsFrom(round, size, era) : { first: round, last: round + size - 1 };
}

/** The years on both sides of a hyphen that may also stand before a month or season: `1909-12`, `1921-22`. */
function hyphenated(text: string): readonly [string, string] | null {
  const [, year, short] = /^(\d{4})-(\d\d)$/.exec(text) ?? [];
  if (year === undefined || short === undefined) return null;
  const number = Number(short);
  const isUnit = (number >= 1 && number <= 12) || (number >= 21 && number <= 41);
  return isUnit && number > Number(year.slice(2)) ? [year, `${year.slice(0, 2)}${short}`] : null;
}

/** Words that stand for an end that has not come. */
const OPEN = /^(?:now|present|today|date|current|ongoing|heute|\.\.|\?)$/;
const SEPARATOR = / ?(?:–|\.\.\.?|\/) ?| (?:to|through|thru|until|till|bis|al?|à|по|-|and|&|und) |-/g;
/** No date has more dashes than this. */
const MOST_SEPARATORS = 8;

/** Reads a run of dates: `A to B`, with what `B` shares with `A` left out on either side. */
function readRange(text: string, conventions: Conventions): string | null {
  const { bare, ...doubt } = withoutDoubt(text.replace(/^(?:from|von) /, ''));
  let tried = 0;
  for (const separator of bare.matchAll(SEPARATOR)) {
    tried += 1;
    if (tried > MOST_SEPARATORS) return null;
    const left = bare.slice(0, separator.index).trim();
    const right = bare.slice(separator.index + separator[0].length).trim();
    if (left === '' || right === '') continue;
    // What has two of these is a date of numbers.
    if (/^[-/]$/.test(separator[0]) && bare.split(separator[0]).length > 2) continue;
    if (separator[0] === '/' && !/(?:\d{3}|[^\d])$/.test(left)) continue;
    if (OPEN.test(right)) {
      const part = readPart(left, conventions);
      if (part !== null) return `${endOf(joined(part, doubt), 'from')}/${right === '?' ? '' : '..'}`;
    }
    const ends = readEnds(left, right, doubt, conventions);
    if (ends === null) continue;
    const [from, to] = ends;
    // “12th and 13th” are a run of days, but “1851 and 1856” two years.
    if (/^ (?:and|&|und) $/.test(separator[0]) && !areAdjacent(from, to))
      return `{${edtfOf(from)},${edtfOf(to)}}`;
    return `${endOf(from, 'from')}/${endOf(to, 'to')}`;
  }
  return null;
}

function areAdjacent(from: Part, to: Part): boolean {
  const next = neighbour(from, 1);
  return next !== null && edtfOf(next) === edtfOf(to);
}

function joined(part: Part, doubt: Doubt): Part {
  return {
    ...part,
    uncertain: part.uncertain || doubt.uncertain,
    approximate: part.approximate || doubt.approximate,
  };
}

/** Both ends of a run; each may leave out what the other says. */
function readEnds(
  left: string,
  right: string,
  doubt: Doubt,
  conventions: Conventions,
): readonly [Part, Part] | null {
  for (const [one, other] of completed(left, right)) {
    const [from, to] = [readPart(one, conventions), readPart(other, conventions)];
    if (from === null || to === null) continue;
    const ends = [joined(from, doubt), joined(to, doubt)] as const;
    // “47–50 BC” is written from the smaller number to the larger.
    const isTurned = startYear(from) > startYear(to) && startYear(from) < 1 && one !== left;
    return isTurned ? [ends[1], ends[0]] : ends;
  }
  return null;
}

function startYear(part: Part): number {
  return 'first' in part ? part.first : part.year;
}

/** Ways to complete the two sides of a range from each other, the most likely first. */
function* completed(left: string, right: string): Generator<readonly [string, string]> {
  const { bare, era } = withoutEra(right);
  const tail = era === null ? '' : right.slice(bare.length);
  if (era !== null && withoutEra(left).era === null)
    yield [`${left}${tail.startsWith(' ') ? tail : ` ${tail.trim()}`}`, right];
  const century = / ?(?:century|cent\.|c\.|millennium)(?: .*)?$/.exec(right)?.[0];
  if (century !== undefined && /^(?:the )?\d{1,2}(?:st|nd|rd|th)$/.test(left))
    yield [`${left}${century}`, right];
  // `1914–18`, `c. 1914–c. 18`
  const [, longer] = /(?:^|[^\d])(\d{3,6})$/.exec(withoutDoubt(left).bare) ?? [];
  const [, shorter] = /^(\d{1,3})$/.exec(withoutDoubt(right).bare) ?? [];
  if (longer !== undefined && shorter !== undefined && shorter.length < longer.length) {
    const whole = longer.slice(0, -shorter.length) + shorter;
    if (Number(whole) > Number(longer)) yield [left, right.replace(shorter, whole)];
    return;
  }
  // `3–5 May 1912`, `3 May – 5 June 1912`, `May–June 1912`, `May 3–5, 1912`, `May 3 – June 5, 1912`
  // A doubt on either side of all of it is about both: “between about 11 and 20 March 2021”, “11 and 20 March 2021, uncertain”.
  const [first, last] = [withoutDoubt(left).bare, withoutDoubt(right).bare];
  const before = left.slice(0, left.indexOf(first));
  const behind = right.slice(right.indexOf(last) + last.length);
  const [, year] = /[ ,-](-?\d{1,6}(?: ?[a-z.]{2,6})?)$/.exec(last) ?? [];
  if (year !== undefined) {
    const ofDay = new RegExp(`^\\d{1,2}${ORDINAL}[ -]?(${MONTH_LETTERS}\\.?),? `).exec(last)?.[1];
    if (new RegExp(`^\\d{1,2}${ORDINAL}$`).test(first) && ofDay !== undefined)
      yield [`${left} ${ofDay} ${year}${behind}`, `${before}${right}`];
    if (/^\d{1,2}[a-z.]{0,2},? /.test(right)) {
      const monthFirst = new RegExp(`^(${MONTH_LETTERS}\\.?) \\d{1,2}${ORDINAL}$`).exec(left)?.[1];
      if (monthFirst !== undefined && ofDay === undefined)
        yield [`${left}, ${year}`, `${monthFirst} ${right}`];
    }
    yield [`${left} ${year}${behind}`, right];
  }
  yield [left, right];
}
