// The time axis: the ticks and labels of a window of time, from minutes to millennia, in UTC.
import {
  DAY,
  dayOf,
  daysInMonth,
  EARLIEST,
  FIRST_YEAR,
  HOUR,
  instantOf,
  LAST_YEAR,
  LATEST,
  MINUTE,
  yearOf,
} from './calendar.ts';
import type { Instant } from './event-date.ts';
import { stretchesBetween, unfolded, UNFOLDED, type FoldedTime } from './folds.ts';
import { centuryName, dayInMonth, millenniumName, monthName, written, yearName } from './names.ts';
import type { TimeWindow } from './window.ts';

/** One unit of time on the axis. */
export interface AxisTick {
  /** Where it starts. */
  readonly at: Instant;
  /** Where it ends and the next one starts. */
  readonly end: Instant;
  readonly label: string;
  /** A shorter label, where there is one, for a place that has no room for the other. */
  readonly short?: string;
  /** Set if it started within a fold, so that `at` is the fold's end. */
  readonly isCut?: true;
}

/** The two levels of the axis, each in order of time. */
export interface AxisTicks {
  /** The larger units that overlap the window; the first may start before it. */
  readonly major: readonly AxisTick[];
  /** The smaller units that start within the window. */
  readonly minor: readonly AxisTick[];
}

/** The least distance between two minor ticks, CSS pixels. */
const LEAST_DISTANCE = 64;
/** The room around a label, CSS pixels. */
const LABEL_GAP = 12;
/** About the width of a character of a label, CSS pixels. */
const CHARACTER = 7;

/**
 * The ticks of a window. Minor ones stand as close as their labels allow, but at least 64 pixels apart; major ones mark
 * the next natural unit. Labels of one level start at their ticks and never overlap. The step depends only on the
 * length of the window and on how long the names of its years are, so it stays the same while the window moves.
 *
 * Years stand at historical numbers, multiples of the step on both sides of the era: 200 BCE, 100 BCE, then 1 CE for
 * the year 0 that history does not have, 100 CE, 200 CE. A step of two years leaves out 2 CE, which is too close to 1
 * CE.
 *
 * Folds have no ticks. A larger unit that starts in one stands where it ends, so that what follows can be read.
 *
 * @param window of drawn time, within the range of `Date`
 * @param width of the view in CSS pixels; without width there are no ticks
 * @param measure returns the width of a label in CSS pixels
 * @param time the map from time to drawn time, in which the ticks are returned
 */
export function axisTicks(
  window: TimeWindow,
  width: number,
  measure: (label: string) => number = (label) => label.length * CHARACTER,
  time: FoldedTime = UNFOLDED,
): AxisTicks {
  if (!(width > 0)) return { major: [], minor: [] };
  const all = unfolded(window, time);
  const { minor, major } = levelFor(all, width / (window.end - window.start), measure);
  const stretches = stretchesBetween(time, all);
  const drawn = (tick: AxisTick): AxisTick => ({
    ...tick,
    at: time.place(tick.at),
    end: time.place(tick.end),
  });
  return {
    major: stretches
      .flatMap((stretch, position) => majorTicks(major, stretch, stretches[position - 1]))
      .map(drawn),
    minor: stretches
      .flatMap(({ start, end }) => {
        const first = minor.start(start);
        return ticks(minor, first < start ? minor.end(start) : first, end);
      })
      .map(drawn),
  };
}

/**
 * The larger units in a stretch of time.
 * @param before the stretch before the fold that it follows; `undefined` for the first
 */
function majorTicks(unit: Unit, { start, end }: TimeWindow, before: TimeWindow | undefined): AxisTick[] {
  const [first, ...others] = ticks(unit, Math.max(EARLIEST, unit.start(start)), end);
  if (first === undefined) return [];
  if (before === undefined || first.at >= start) return [first, ...others];
  // What goes on from before the fold is named there.
  return first.at < before.end ? others : [{ ...first, at: start, isCut: true }, ...others];
}

/** A unit of time that the axis can show. Starts and ends may lie outside the range of `Date`. */
interface Unit {
  /** The start of the unit that holds an instant. */
  readonly start: (instant: Instant) => Instant;
  /** The end of the unit that holds an instant. */
  readonly end: (instant: Instant) => Instant;
  readonly label: (instant: Instant) => string;
  readonly short?: (instant: Instant) => string;
  /** The shortest length of the unit, milliseconds. */
  readonly shortest: number;
}

/** What the axis shows at a depth of zoom. */
interface Level {
  readonly minor: Unit;
  readonly major: Unit;
}

function ticks(unit: Unit, from: Instant, end: Instant): AxisTick[] {
  const found: AxisTick[] = [];
  for (let at = from; at < end;) {
    const next = Math.min(LATEST, unit.end(at));
    const short = unit.short?.(at);
    found.push({ at, end: next, label: unit.label(at), ...(short !== undefined && { short }) });
    at = next;
  }
  return found;
}

/**
 * The finest level whose ticks and labels have room.
 * @param pixels to a millisecond
 */
function levelFor(window: TimeWindow, pixels: number, measure: (label: string) => number): Level {
  const samples = sampleInstants(window);
  const hasRoom = ({ shortest, label }: Unit, least: number): boolean =>
    shortest * pixels >= least &&
    samples.every((instant) => shortest * pixels >= measure(label(instant)) + LABEL_GAP);
  const isReadable = ({ minor, major }: Level): boolean =>
    hasRoom(minor, LEAST_DISTANCE) && hasRoom(major, 0);
  const fine = FINE_LEVELS.find(isReadable);
  if (fine !== undefined) return fine;
  let step = 1;
  while (step < COARSEST_STEP && !isReadable(yearLevel(step))) step *= String(step).startsWith('2') ? 2.5 : 2;
  return yearLevel(step);
}

/** More years than lie on either side of the year 1, so that no window has more than one such tick. */
const COARSEST_STEP = 1_000_000;
/** The last year before those of four digits, which are shorter because they carry no era. */
const LAST_SHORT_YEAR = 999;

/**
 * Instants whose labels are the longest that the window can show, on any of its days: in its first year, its last and
 * the one with the longest name between them, each on a long day of the longest month.
 */
function sampleInstants({ start, end }: TimeWindow): Instant[] {
  const first = Math.min(LAST_YEAR, Math.max(FIRST_YEAR, yearOf(start)));
  const last = Math.min(LAST_YEAR, Math.max(FIRST_YEAR, yearOf(end)));
  const between = Math.min(last, Math.max(first, LAST_SHORT_YEAR));
  return [first, last, between].map((year) => instantOf(year, 8, 30));
}

/** A length that divides the day, or the day itself. */
function every(length: number, label: Unit['label']): Unit {
  const start = (instant: Instant): Instant => Math.floor(instant / length) * length;
  return { start, end: (instant) => start(instant) + length, label, shortest: length };
}

/** From every few days of a month to the next. */
function days(starts: readonly number[], shortest: number): Unit {
  const inMonth = (year: number, month: number): number[] => {
    const end = daysInMonth(year, month) + 1;
    return starts.filter((day) => end - day >= shortest);
  };
  return {
    start(instant) {
      const { year, month, day } = dayOf(instant);
      return instantOf(
        year,
        month,
        inMonth(year, month).findLast((start) => start <= day),
      );
    },
    end(instant) {
      const { year, month, day } = dayOf(instant);
      const next = inMonth(year, month).find((start) => start > day);
      return next === undefined ? instantOf(year, month + 1) : instantOf(year, month, next);
    },
    label: dayInMonth,
    shortest: shortest * DAY,
  };
}

/** A number of months that divides the year. */
function months(count: number, label: Unit['label']): Unit {
  const start = (instant: Instant, later = 0): Instant => {
    const { year, month } = dayOf(instant);
    return instantOf(year, (Math.floor(month / count) + later) * count);
  };
  // No run of months is shorter than the one that begins with a common year; no month is shorter than February.
  const shortest = count === 1 ? 28 * DAY : instantOf(2001, count) - instantOf(2001);
  return { start, end: (instant) => start(instant, 1), label, shortest };
}

/** From one historical multiple of a step to the next; see {@link axisTicks}. */
function years(step: number, name: (year: number) => string): Unit {
  return {
    start: (instant) => instantOf(tickYear(yearOf(instant), step)),
    end: (instant) => instantOf(nextTickYear(yearOf(instant), step)),
    label: (instant) => name(yearOf(instant)),
    // For steps above two years, the step that begins with 1 CE is a year shorter than the others.
    shortest: (step > 2 ? step - 1 : step) * 365 * DAY,
  };
}

/** The last astronomical year up to this one that has a tick. */
function tickYear(year: number, step: number): number {
  if (year <= 0) return 1 - Math.ceil((1 - year) / step) * step;
  const multiple = Math.floor(year / step) * step;
  return multiple === 0 || (multiple === 2 && step === 2) ? 1 : multiple;
}

function nextTickYear(year: number, step: number): number {
  if (year <= 0) return tickYear(year, step) + step;
  const multiple = (Math.floor(year / step) + 1) * step;
  return multiple === 2 && step === 2 ? 4 : multiple;
}

/** Before our era, and in it. */
const ERAS: Unit = {
  start: (instant) => (yearOf(instant) > 0 ? instantOf(1) : EARLIEST),
  end: (instant) => (yearOf(instant) > 0 ? LATEST : instantOf(1)),
  label: (instant) => (yearOf(instant) > 0 ? 'CE' : 'BCE'),
  shortest: Infinity,
};

const timeOfDay: Unit['label'] = (instant) => written(instant, 'HH:mm');
const shortMonth: Unit['label'] = (instant) => monthName(instant, 'MMM');
const monthAndYear: Unit['label'] = (instant) => `${monthName(instant, 'MMMM')} ${yearName(yearOf(instant))}`;
const wholeDate: Unit['label'] = (instant) => `${dayInMonth(instant)} ${monthAndYear(instant)}`;
const shortMonthAndYear: Unit['label'] = (instant) => `${shortMonth(instant)} ${yearName(yearOf(instant))}`;
const shortDate: Unit['label'] = (instant) => `${dayInMonth(instant)} ${shortMonthAndYear(instant)}`;

const WHOLE_DAYS: Unit = { ...every(DAY, wholeDate), short: shortDate };
const WHOLE_MONTHS: Unit = { ...months(1, monthAndYear), short: shortMonthAndYear };
const WHOLE_YEARS = months(12, (instant) => yearName(yearOf(instant)));
const CENTURIES = years(100, centuryName);
const MILLENNIA = years(1000, millenniumName);

const ALL_DAYS = Array.from({ length: 31 }, (_, index) => index + 1);
const ODD_DAYS = ALL_DAYS.filter((day) => day % 2 === 1);

/** The units below a year, the finest first. */
const FINE_LEVELS: readonly Level[] = [
  ...[1, 2, 5, 10, 15, 30].map((count) => ({ minor: every(count * MINUTE, timeOfDay), major: WHOLE_DAYS })),
  ...[1, 2, 3, 6, 12].map((count) => ({ minor: every(count * HOUR, timeOfDay), major: WHOLE_DAYS })),
  { minor: days(ALL_DAYS, 1), major: WHOLE_MONTHS },
  { minor: days(ODD_DAYS, 2), major: WHOLE_MONTHS },
  { minor: days([1, 5, 10, 15, 20, 25], 4), major: WHOLE_MONTHS },
  { minor: days([1, 10, 20], 9), major: WHOLE_MONTHS },
  { minor: days([1, 15], 14), major: WHOLE_MONTHS },
  ...[1, 3, 6].map((count) => ({ minor: months(count, shortMonth), major: WHOLE_YEARS })),
];

/** Years by a step of 1, 2 or 5 times a power of ten; the major unit holds at least five. */
function yearLevel(step: number): Level {
  const major = step <= 20 ? CENTURIES : step <= 200 ? MILLENNIA : ERAS;
  return { minor: years(step, yearName), major };
}
