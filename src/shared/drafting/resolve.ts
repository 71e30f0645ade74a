// Tells which day, month or year an expression means, from its words and from what it hangs on.
import type { Fields } from './grammar.ts';
import { holiday, nthWeekday } from './holidays.ts';
import type { Tense } from './language.ts';
import {
  coarser,
  dayNumber,
  dayParts,
  firstDay,
  GRAINS,
  lastDay,
  mod,
  spanOf,
  spanOfYear,
  weekdayOf,
  yearOfSpan,
  type Grain,
  type Span,
} from './units.ts';

/** What an expression is counted from. */
export type Base = 'none' | 'reference' | 'anchor';

/** What is known where an expression stands. */
export interface Context {
  /** The day of writing; `null` if it is not known. */
  readonly reference: number | null;
  /** Whether the text tells history rather than news. */
  readonly narrative: boolean;
  /** The date that the text spoke of last, and the last that was a day, a month or shorter, and has a year. */
  readonly anchor: Span | null;
  readonly dayAnchor: Span | null;
  /** Whether the text states the date that it spoke of last, or counts it from one that it states. */
  readonly isAnchorStated: boolean;
  /** The year with which the sentence begins, in news: “In 2014 the budget was passed on 28 December”. */
  readonly fronted: Span | null;
  /** In a narrative, the last day of the next date that is stated with its year: what comes before it was mostly not later. */
  readonly ahead: number | null;
  readonly tense: () => Tense;
  /** Whether days come before months in dates of numbers; `null` where both are common. */
  readonly dayFirst: boolean | null;
}

/** What an expression means. */
export interface Meaning {
  readonly span: Span;
  readonly base: Base;
  /** The tense that decided, if one did. */
  readonly tense?: Tense;
  /** The other reading, where two are as likely: 3/5/2021. */
  readonly other?: Span;
  /** Whether what it should hang on is missing, so that something else stood in. */
  readonly standIn?: boolean;
  /** Whether a round number of units makes it rough. */
  readonly rough?: boolean;
}

const UNIT_GRAIN: Readonly<Record<string, Grain>> = Object.fromEntries(GRAINS.map((grain) => [grain, grain]));

/** The unit of the calendar that a word of the tables stands for. */
export function grainOf(unit: string | undefined): Grain | undefined {
  return unit === undefined ? undefined : UNIT_GRAIN[unit];
}

/** A field that is a number. */
export function numberIn(fields: Fields, name: string): number | undefined {
  const value = fields[name];
  return typeof value === 'number' ? value : undefined;
}

/** A field that is a word. */
export function wordIn(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
}

/** The meaning of a date; `null` if what it hangs on is not known, or if there is no such day. */
export function meaningOf(fields: Fields, context: Context): Meaning | null {
  const meaning = unitNamed(fields, context);
  // “The week of October 17”
  return meaning !== null && fields['weekOf'] === 1
    ? { ...meaning, span: spanOf(firstDay(meaning.span), 'week') }
    : meaning;
}

function unitNamed(fields: Fields, context: Context): Meaning | null {
  const iso = wordIn(fields, 'iso');
  if (iso !== undefined) return stated(dayOfIso(iso));
  const slashed = wordIn(fields, 'slashed');
  if (slashed !== undefined) return numbersOnly(slashed, context);
  const today = numberIn(fields, 'today');
  if (today !== undefined) return deictic(context, (day) => ({ grain: 'day', n: day + today }));
  if (fields['eve'] === 1) return eve(context);
  const decade = numberIn(fields, 'decade');
  if (decade !== undefined) return stated({ grain: 'decade', n: decade });
  const decades = numberIn(fields, 'decades');
  if (decades !== undefined) return decadeOfCentury(decades, context);
  const century = numberIn(fields, 'century');
  if (century !== undefined) {
    const n = century + (numberIn(fields, 'centuryTens') ?? 0);
    const decadeIn = numberIn(fields, 'decadeIn');
    if (decadeIn !== undefined && fields['era'] !== 'bc')
      return stated({ grain: 'decade', n: (n - 1) * 10 + decadeIn });
    return stated({ grain: 'century', n: fields['era'] === 'bc' ? -n : n - 1 });
  }
  const year = yearIn(fields, context);
  if (year === null) return null;
  const name = wordIn(fields, 'holiday');
  if (name !== undefined) return holidayIn(name, year, context);
  const month = numberIn(fields, 'month');
  const day = numberIn(fields, 'day');
  const weekday = numberIn(fields, 'weekday');
  const nth = numberIn(fields, 'nth');
  const season = numberIn(fields, 'season');
  const unit = wordIn(fields, 'unit');
  if (month !== undefined) return monthMeaning({ month, day, weekday, nth }, fields, year, context);
  if (season !== undefined) return seasonMeaning(season, fields, year, context);
  if (nth !== undefined && (unit === 'quarter' || unit === 'half'))
    return partOfYear(unit, nth, year, context);
  const weeks = numberIn(fields, 'weeks');
  if (weekday !== undefined && weeks !== undefined) return weeksFrom(weekday, weeks, context);
  if (weekday !== undefined) return weekdayMeaning(weekday, fields, context);
  if (day !== undefined) return dayOfMonth(day, context);
  const which = wordIn(fields, 'which');
  const unitsYear = numberIn(fields, 'unitsYear');
  if (unit !== undefined && unitsYear !== undefined) return sameUnitOfYear(unit, unitsYear, context);
  if (unit !== undefined && which !== undefined) return unitMeaning(unit, which, fields, context);
  if (year !== undefined) return { ...year, span: { grain: 'year', n: year.n } };
  // “At the same time”: the date that was named last, of whatever unit.
  return which === 'same' && context.anchor !== null ? { span: context.anchor, base: 'anchor' } : null;
}

/**
 * So many units before or after the reference date or the anchor.
 *
 * @param direction -1 or 1
 */
export function offsetMeaning(
  { count, half, unit }: { readonly count: number; readonly half: boolean; readonly unit: string },
  direction: number,
  from: 'reference' | 'anchor',
  context: Context,
): Meaning | null {
  if (count < 0) return null;
  const [grain, times] =
    unit === 'fortnight' ? (['week', 2] as const) : ([UNIT_GRAIN[unit] ?? 'day', 1] as const);
  const by = direction * Math.round((count + (half ? 0.5 : 0)) * times);
  if (['hour', 'minute', 'second'].includes(unit)) return null;
  const shift = (span: Span): Span => {
    const here = coarser(span.grain, grain) ? span : spanOf(firstDay(span), grain);
    if (here.grain === grain) return { grain, n: here.n + by };
    // A finer unit than what it hangs on: “two days later” after a month is that month at best.
    return spanOf(Math.floor((firstDay(span) + lastDay(span)) / 2) + days(by, grain), span.grain);
  };
  const rough = grain === 'day' ? count >= 10 && count % 5 === 0 : count > 1 || half;
  if (from === 'anchor' && context.anchor !== null) {
    // Days count from a day, not from the year that was named in passing since.
    const base = grain === 'day' || grain === 'week' ? (context.dayAnchor ?? context.anchor) : context.anchor;
    const span = base.grain === 'day' && grain === 'week' ? dayShift(base, by * 7) : shift(base);
    return { span, base: 'anchor' };
  }
  if (from === 'anchor' && context.narrative) return null;
  const meaning = deictic(context, (day) => shift({ grain: 'day', n: day }), from === 'reference');
  return meaning === null ? null : { ...meaning, rough, ...(from === 'anchor' && { standIn: true }) };
}

function dayShift({ n }: Span, by: number): Span {
  return spanOf(n + by, 'week');
}

/** How long units are, about. */
const DAYS: Readonly<Record<Grain, number>> = {
  day: 1,
  weekend: 7,
  week: 7,
  month: 30.4,
  season: 91.3,
  quarter: 91.3,
  half: 182.6,
  year: 365.2,
  decade: 3652,
  century: 36524,
  millennium: 365242,
};

function days(by: number, grain: Grain): number {
  return Math.round(by * DAYS[grain]);
}

function stated(span: Span | null): Meaning | null {
  return span === null ? null : { span, base: 'none' };
}

/** The day before the day that the text spoke of last, or before that of writing. */
function eve(context: Context): Meaning | null {
  const { dayAnchor } = context;
  if (dayAnchor?.grain === 'day') return { span: { grain: 'day', n: dayAnchor.n - 1 }, base: 'anchor' };
  return context.narrative ? null : deictic(context, (day) => ({ grain: 'day', n: day - 1 }));
}

/** Counts from the day of writing. In a narrative, the text's own time stands in for it. */
function deictic(context: Context, count: (day: number) => Span, always = false): Meaning | null {
  if (context.narrative && !always && context.anchor !== null)
    return { span: count(firstDay(context.anchor)), base: 'anchor' };
  return context.reference === null ? null : { span: count(context.reference), base: 'reference' };
}

/** Counts from the date before in the text; where there is none, the day of writing stands in. */
function anaphoric(context: Context, grain: Grain, count: (anchor: Span) => Span): Meaning | null {
  // “The previous week” counts from a day or a month that was named, not from the year that was named since.
  const isTooCoarse =
    context.anchor !== null && coarser(context.anchor.grain, 'season') && !coarser(grain, 'season');
  const anchor = isTooCoarse ? (context.dayAnchor ?? context.anchor) : context.anchor;
  if (anchor !== null) return { span: count(anchor), base: 'anchor' };
  if (context.reference === null) return null;
  return { span: count({ grain: 'day', n: context.reference }), base: 'reference', standIn: true };
}

function dayOfIso(iso: string): Span | null {
  const [year = NaN, month = NaN, day = NaN] = iso.slice(0, 10).split('-').map(Number);
  return realDay(year, month, day);
}

/** A day, or `null` if the month has no such day. */
function realDay(year: number, month: number, day: number): Span | null {
  const n = dayNumber(year, month, day);
  const real = dayParts(n);
  return real.month === month && real.day === day ? { grain: 'day', n } : null;
}

/** A date of numbers alone: the year has four digits, or stands last. */
function numbersOnly(written: string, context: Context): Meaning | null {
  const parts = written.split(/[/.]/).map(Number);
  const [a = NaN, b = NaN, c = NaN] = parts;
  if (/^\d{4}/.test(written)) return stated(realDay(a, b, c));
  const year = c < 100 ? nearYear(c, context) : c;
  const dayMonth = realDay(year, b, a);
  const monthDay = realDay(year, a, b);
  const dayFirst = context.dayFirst ?? written.includes('.');
  const [first, second] = dayFirst ? [dayMonth, monthDay] : [monthDay, dayMonth];
  if (first === null) return stated(second);
  if (second === null || second.n === first.n || context.dayFirst !== null || written.includes('.'))
    return stated(first);
  return { span: first, base: 'none', other: second };
}

/** The year of two digits: that of the century before up to ten years after the date that is known. */
function nearYear(twoDigits: number, { reference, anchor, narrative }: Context): number {
  const near =
    narrative && anchor !== null
      ? yearOfSpan(anchor) + 60
      : reference === null
        ? 2030
        : dayParts(reference).year + 10;
  return near - mod(near - twoDigits, 100);
}

interface Year {
  readonly n: number;
  readonly base: Base;
  readonly standIn?: boolean;
}

/** The year that an expression gives; `undefined` if it gives none, `null` if it cannot be told. */
function yearIn(fields: Fields, context: Context): Year | undefined | null {
  const year = numberIn(fields, 'year');
  if (year !== undefined) return { n: fields['era'] === 'bc' ? 1 - year : year, base: 'none' };
  const yy = numberIn(fields, 'yy');
  if (yy !== undefined) return { n: nearYear(yy, context), base: 'none' };
  const which = wordIn(fields, 'yearWhich');
  if (which === undefined) return undefined;
  const meaning = unitMeaning('year', which, {}, context);
  return meaning === null ? null : { ...meaning, n: meaning.span.n };
}

/** “Last week”, “that year”, “the following month”. */
function unitMeaning(unit: string, which: string, fields: Fields, context: Context): Meaning | null {
  const grain = UNIT_GRAIN[unit];
  if (grain === undefined) return null;
  const at = (by: number) => (span: Span) => {
    if (coarser(span.grain, grain) && span.grain !== grain) {
      // “The next day” after a month: no day is known, the month is all that can be said.
      return span;
    }
    return { grain, n: spanOf(firstDay(span), grain).n + by };
  };
  const from = (by: number) => (day: number) => at(by)({ grain: 'day', n: day });
  switch (which) {
    case 'last':
      return deictic(context, from(-1));
    case 'beforelast':
      return deictic(context, from(-2));
    case 'this':
      return deictic(context, from(0));
    case 'next':
      // “The next year” goes on from what was told, “next year” from today.
      return fields['the'] === undefined ? deictic(context, from(1)) : anaphoric(context, grain, at(1));
    case 'previous':
      return anaphoric(context, grain, at(-1));
    case 'following':
      return anaphoric(context, grain, at(1));
    case 'the': {
      // “It will open by the end of the year”, whatever year the sentence before spoke of.
      if (!context.narrative && context.tense() === 'future') return deictic(context, from(0));
      // “The end of the year” is that of the year that the text has come to, or else of this one.
      const { anchor, isAnchorStated } = context;
      const isCoarse = anchor !== null && coarser(anchor.grain, grain) && anchor.grain !== grain;
      if ((isCoarse || !isAnchorStated) && !context.narrative) return deictic(context, from(0));
      const told = anaphoric(context, grain, at(0));
      return told === null || told.base === 'anchor' ? told : { span: told.span, base: told.base };
    }
    case 'inDay':
      // “Earlier in the day”: the day of the news is not known here, where no day is named near.
      return context.dayAnchor?.grain === grain ? anaphoric(context, grain, at(0)) : null;
    case 'same':
    case 'that':
      // “The quarter” of a report that names none is the one that has ended.
      if (grain === 'quarter' && !hasQuarter(context.anchor)) return deictic(context, from(-1));
      return anaphoric(context, grain, at(0));
    case 'nearest':
      return deictic(context, (day) => {
        const span = spanOf(day, grain);
        return firstDay(span) > day && context.tense() !== 'future' ? { grain, n: span.n - 1 } : span;
      });
    default:
      return null;
  }
}

function hasQuarter(anchor: Span | null): boolean {
  return anchor?.grain === 'quarter';
}

/** Of the same unit before and after a day, the one that the tense points to; the past where nothing does. */
function byTense(before: Span, after: Span, day: number, tense: Tense): Span {
  if (before.n === after.n) return before;
  const since = day - firstDay(before);
  const until = firstDay(after) - day;
  // Nobody says “on June 26” of a day almost a year away, whatever the verb.
  if (tense === 'future') return until > 300 && since <= 45 ? before : after;
  if (tense === 'past') return since > 330 && until <= 35 ? after : before;
  return since > 2 * until && until <= 120 ? after : before;
}

interface MonthParts {
  readonly month: number;
  readonly day: number | undefined;
  readonly weekday: number | undefined;
  readonly nth: number | undefined;
}

function monthMeaning(
  parts: MonthParts,
  fields: Fields,
  year: Year | undefined,
  context: Context,
): Meaning | null {
  const { month, day, weekday, nth } = parts;
  const inYear = (of: number): Span | null => {
    if (nth !== undefined && weekday !== undefined)
      return { grain: 'day', n: nthWeekday(of, month, weekday, nth) };
    return day === undefined ? { grain: 'month', n: of * 12 + month - 1 } : realDay(of, month, day);
  };
  if (year !== undefined) {
    const span = inYear(year.n);
    return span === null ? null : { ...year, span };
  }
  const which = wordIn(fields, 'which');
  if (which === 'previous' || which === 'following')
    return anaphoric(context, 'month', (anchor) => {
      const { n } = spanOf(firstDay(anchor), 'month');
      const before = n - (mod(n - (month - 1), 12) || 12);
      const after = n + (mod(month - 1 - n, 12) || 12);
      // For the month that comes next, writers say “the following month”.
      return { grain: 'month', n: which === 'previous' ? before : after === n + 1 ? after + 12 : after };
    });
  if (which === 'thatMonth')
    return context.anchor === null
      ? null
      : { span: monthFrom(spanOf(firstDay(context.anchor), 'month'), month, true), base: 'anchor' };
  // “The next June” of a story.
  if (context.narrative && context.anchor !== null && which === 'next' && day === undefined)
    return anaphoric(context, 'month', (anchor) =>
      monthFrom(spanOf(lastDay(anchor), 'month'), month, coarser(anchor.grain, 'year')),
    );
  if (context.narrative && context.anchor !== null) {
    const of = steppedBack(narrativeYear(month, context.anchor, context.dayAnchor), inYear, context);
    // 29 February: the nearest year that has one.
    const span = inYear(of) ?? inYear(of + 1) ?? inYear(of - 1);
    return span === null ? null : { span, base: 'anchor' };
  }
  if (which === undefined && context.fronted !== null) {
    const span = inYear(yearOfSpan(context.fronted));
    if (span !== null) return { span, base: 'anchor' };
  }
  const { reference } = context;
  if (reference === null) return null;
  const now = dayParts(reference);
  if (which === 'this') {
    const span = inYear(now.year);
    return span === null ? null : { span, base: 'reference' };
  }
  // 29 February stands in leap years alone.
  const near = [-4, -3, -2, -1, 0, 1, 2, 3, 4]
    .map((by) => inYear(now.year + by))
    .filter((span) => span !== null);
  const here = day === undefined && nth === undefined ? spanOf(reference, 'month').n : reference;
  const before = near.findLast(({ n }) => (which === 'last' ? n < here : n <= here));
  const after = near.find(({ n }) => (which === 'next' ? n > here : n >= here));
  if (before === undefined || after === undefined) return null;
  if (which === 'last') {
    // For the month that has just ended, writers say “last month”.
    const isJust = before.grain === 'month' && here - before.n <= 1;
    return { span: isJust ? { grain: 'month', n: before.n - 12 } : before, base: 'reference' };
  }
  if (which === 'next') return { span: after, base: 'reference' };
  const tense = context.tense();
  return { span: byTense(before, after, reference, tense), base: 'reference', tense };
}

/** The first month of a name after another, or that one itself where it may be meant. */
function monthFrom({ n }: Span, month: number, itself: boolean): Span {
  const after = n + mod(month - 1 - n, 12);
  return { grain: 'month', n: after === n && !itself ? n + 12 : after };
}

/** The year of a month in a narrative that has come to a date: that of the date, or the next after a turn of the year. */
export function narrativeYear(month: number, anchor: Span, dayAnchor: Span | null): number {
  const year = yearOfSpan(anchor);
  const isCoarse = coarser(anchor.grain, 'year') || anchor.grain === 'season';
  const at = !isCoarse ? anchor : dayAnchor !== null && yearOfSpan(dayAnchor) === year ? dayAnchor : null;
  if (at === null) return year;
  const forward = month - dayParts(firstDay(at)).month;
  return forward < -6 ? year + 1 : year;
}

/** A story that goes on by fewer days than this has gone on, and not back. */
const SMALL_STEP = 130;

/** The year before, where a story would run past the next date that it states, and would not if it had gone back to that year. */
function steppedBack(
  year: number,
  inYear: (year: number) => Span | null,
  { ahead, anchor }: Context,
): number {
  const here = inYear(year);
  const earlier = inYear(year - 1);
  if (ahead === null || here === null || earlier === null) return year;
  if (anchor !== null && firstDay(here) - lastDay(anchor) < SMALL_STEP) return year;
  return firstDay(here) > ahead && firstDay(earlier) <= ahead ? year - 1 : year;
}

function seasonMeaning(
  season: number,
  fields: Fields,
  year: Year | undefined,
  context: Context,
): Meaning | null {
  if (year !== undefined) return { ...year, span: { grain: 'season', n: year.n * 4 + season } };
  const which = wordIn(fields, 'which') ?? wordIn(fields, 'whichFrom');
  const pick = (from: Span): Span => {
    const { n } = spanOf(firstDay(from), 'season');
    const before = n - mod(n - season, 4);
    const after = n + mod(season - n, 4);
    switch (which ?? 'none') {
      case 'last':
      case 'previous':
        return { grain: 'season', n: before === n ? n - 4 : before };
      case 'beforelast':
        return { grain: 'season', n: before === n ? n - 8 : before - 4 };
      case 'next':
      case 'following':
        return { grain: 'season', n: after === n ? n + 4 : after };
      default:
        return { grain: 'season', n: before };
    }
  };
  if (
    which === 'previous' ||
    which === 'following' ||
    which === 'same' ||
    which === 'that' ||
    context.narrative
  ) {
    if (which === undefined || which === 'this' || which === 'that' || which === 'same')
      return anaphoric(context, 'season', (anchor) => {
        const n = yearOfSpan(anchor) * 4 + season;
        return { grain: 'season', n };
      });
    return anaphoric(context, 'season', pick);
  }
  const { reference } = context;
  if (reference === null) return null;
  const here: Span = { grain: 'day', n: reference };
  if (which === 'this')
    return { span: { grain: 'season', n: dayParts(reference).year * 4 + season }, base: 'reference' };
  if (which !== undefined) return { span: pick(here), base: 'reference' };
  const tense = context.tense();
  const before = pick(here);
  return {
    span: byTense(before, { grain: 'season', n: before.n + 4 }, reference, tense),
    base: 'reference',
    tense,
  };
}

function partOfYear(
  unit: 'quarter' | 'half',
  nth: number,
  year: Year | undefined,
  context: Context,
): Meaning | null {
  const count = unit === 'quarter' ? 4 : 2;
  if (nth > count) return null;
  if (year !== undefined) return { ...year, span: { grain: unit, n: year.n * count + nth - 1 } };
  if (context.narrative && context.anchor !== null)
    return { span: { grain: unit, n: yearOfSpan(context.anchor) * count + nth - 1 }, base: 'anchor' };
  if (context.reference === null) return null;
  const now = spanOf(context.reference, unit).n;
  const tense = context.tense();
  const before = now - mod(now - (nth - 1), count);
  const after = now + mod(nth - 1 - now, count);
  return {
    span: byTense({ grain: unit, n: before }, { grain: unit, n: after }, context.reference, tense),
    base: 'reference',
    tense,
  };
}

/** The first year in which most of Europe, and Britain, had the calendar of today. */
const FIRST_GREGORIAN = 1753;

function weekdayMeaning(weekday: number, fields: Fields, context: Context): Meaning | null {
  const which = wordIn(fields, 'which');
  const week = wordIn(fields, 'weekWhich');
  if (week !== undefined) {
    const meaning = unitMeaning('week', week, {}, context);
    return meaning === null
      ? null
      : { ...meaning, span: { grain: 'day', n: firstDay(meaning.span) + weekday - 1 } };
  }
  const before = (day: number, strict: boolean): Span => {
    const away = mod(weekdayOf(day) - weekday, 7);
    return { grain: 'day', n: day - (strict && away === 0 ? 7 : away) };
  };
  const after = (day: number, strict: boolean): Span => {
    const away = mod(weekday - weekdayOf(day), 7);
    return { grain: 'day', n: day + (strict && away === 0 ? 7 : away) };
  };
  switch (which ?? 'none') {
    case 'last':
      return deictic(context, (day) => before(day, true));
    case 'next':
      return deictic(context, (day) => after(day, true));
    case 'this':
      return deictic(context, (day) => ({ grain: 'day', n: firstDay(spanOf(day, 'week')) + weekday - 1 }));
    case 'previous':
      return anaphoric(context, 'day', (anchor) => before(firstDay(anchor), true));
    case 'following':
      return anaphoric(context, 'day', (anchor) => after(firstDay(anchor), true));
    default: {
      // Before the calendar of today, nobody knows by it which day was a Monday.
      if (context.narrative && context.dayAnchor !== null && yearOfSpan(context.dayAnchor) < FIRST_GREGORIAN)
        return null;
      if (context.narrative && context.dayAnchor !== null)
        return { span: after(firstDay(context.dayAnchor), false), base: 'anchor' };
      if (context.reference === null || context.narrative) return null;
      const tense = context.tense();
      const day = context.reference;
      return { span: tense === 'future' ? after(day, false) : before(day, false), base: 'reference', tense };
    }
  }
}

/** “Monday week”, “a week ago Monday”: so many weeks on from the next such day, or back from the last. */
function weeksFrom(weekday: number, weeks: number, context: Context): Meaning | null {
  return deictic(context, (day) => {
    const away = weeks > 0 ? mod(weekday - weekdayOf(day), 7) : -mod(weekdayOf(day) - weekday, 7);
    return { grain: 'day', n: day + away + 7 * weeks };
  });
}

/** How many of a part of the year a year has. */
const IN_YEAR: ReadonlyMap<Grain, number> = new Map([
  ['month', 12],
  ['quarter', 4],
  ['half', 2],
]);

/**
 * “The same quarter last year”: so many years from the one that the text speaks of, or else from the one of writing.
 *
 * @param unit a unit of the calendar, or `period`: the month, quarter or half that was named last.
 */
function sameUnitOfYear(unit: string, years: number, context: Context): Meaning | null {
  const { anchor, dayAnchor, reference } = context;
  const isMeant = ({ grain }: Span): boolean => (unit === 'period' ? IN_YEAR.has(grain) : grain === unit);
  const named = [anchor, dayAnchor].find((span) => span !== null && isMeant(span)) ?? null;
  const grain = unit === 'period' ? (named?.grain ?? 'year') : grainOf(unit);
  if (grain === undefined || (named ?? reference) === null) return null;
  const base: Base = named === null ? 'reference' : 'anchor';
  const from = named ?? spanOf(reference ?? 0, grain);
  const count = IN_YEAR.get(grain);
  if (count !== undefined) return { span: { grain, n: from.n + years * count }, base };
  return { span: spanOf(sameDay(firstDay(from), 'year', years), grain), base };
}

/** The day so many units on: of the same number in its month, where that month has one. */
function sameDay(day: number, unit: Grain, by: number): number {
  if (unit !== 'month' && unit !== 'year') return day + Math.round(by * DAYS[unit]);
  const { year, month, day: n } = dayParts(day);
  const months = year * 12 + month - 1 + by * (unit === 'year' ? 12 : 1);
  const last = lastDay({ grain: 'month', n: months });
  return Math.min(dayNumber(Math.floor(months / 12), mod(months, 12) + 1, n), last);
}

/** “Two years ago today”, “a year ago this week”: so long before the day of writing, and the unit that the day lies in. */
export function agoMeaning(
  { count, unit }: { readonly count: number; readonly unit: string },
  to: string,
  today: number,
  context: Context,
): Meaning | null {
  const [grain, times] = unit === 'fortnight' ? (['week', 2] as const) : ([grainOf(unit), 1] as const);
  const toGrain = grainOf(to);
  if (count < 0 || grain === undefined || toGrain === undefined) return null;
  return deictic(context, (day) => spanOf(sameDay(day + today, grain, -count * times), toGrain), true);
}

/** “The 20th”: of the month that was named last. */
function dayOfMonth(day: number, context: Context): Meaning | null {
  const anchor = context.dayAnchor ?? context.anchor;
  if (anchor === null || coarser(anchor.grain, 'season')) {
    if (context.reference === null || context.narrative) return null;
    const { year, month } = dayParts(context.reference);
    const span = realDay(year, month, day);
    return span === null ? null : { span, base: 'reference' };
  }
  const { year, month } = dayParts(firstDay(anchor));
  const span = realDay(year, month, day);
  return span === null ? null : { span, base: 'anchor' };
}

function holidayIn(name: string, year: Year | undefined, context: Context): Meaning | null {
  if (year !== undefined) {
    const n = holiday(name, year.n);
    return n === null ? null : { ...year, span: { grain: 'day', n } };
  }
  if (context.narrative && context.anchor !== null) {
    const n = holiday(name, yearOfSpan(context.anchor));
    return n === null ? null : { span: { grain: 'day', n }, base: 'anchor' };
  }
  const { reference } = context;
  if (reference === null) return null;
  const { year: now } = dayParts(reference);
  const all = [now - 1, now, now + 1].map((each) => holiday(name, each)).filter((n) => n !== null);
  const before = all.findLast((n) => n <= reference);
  const after = all.find((n) => n >= reference);
  if (before === undefined || after === undefined) return null;
  const tense = context.tense();
  const span = byTense({ grain: 'day', n: before }, { grain: 'day', n: after }, reference, tense);
  return { span, base: 'reference', tense };
}

function decadeOfCentury(decade: number, { narrative, anchor, reference }: Context): Meaning | null {
  const year =
    narrative && anchor !== null
      ? yearOfSpan(anchor) + 50
      : reference === null
        ? null
        : dayParts(reference).year;
  if (year === null) return null;
  const now = spanOfYear(year, 'decade').n;
  return {
    span: { grain: 'decade', n: now - mod(now - decade, 10) },
    base: narrative && anchor !== null ? 'anchor' : 'reference',
  };
}
