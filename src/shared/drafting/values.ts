// Writes what an expression means as a value of TIMEX3, and as the EDTF date of an event beside it.
import type { Fields } from './grammar.ts';
import type { Frame } from './language.ts';
import { numberIn, wordIn, type Meaning } from './resolve.ts';
import {
  coarser,
  dayNumber,
  edtfDay,
  firstDay,
  lastDay,
  mod,
  spanAsEdtf,
  spanAsTimex,
  two,
  type Span,
} from './units.ts';
import { yearAsEdtf } from '../dates/as-edtf.ts';

const TIME_PART = /^(?:MO|AF|EV|NI|DT|MI)$/;

/** The time of day in an expression, as TIMEX3 writes it behind the day: `T18:00`, `TNI`; empty without one. */
export function timeOfDay(fields: Fields): string {
  const part = wordIn(fields, 'daypart');
  if (part !== undefined && TIME_PART.test(part)) return `T${part}`;
  const clock = numberIn(fields, 'clock');
  if (clock !== undefined) return `T${two(clock)}:00`;
  const iso = wordIn(fields, 'iso');
  if (iso !== undefined) return iso.includes('T') ? `T${iso.slice(11, 16)}` : '';
  const hourTime = wordIn(fields, 'hourtime');
  const written = wordIn(fields, 'time') ?? hourTime?.slice(0, -2) ?? wordIn(fields, 'hour');
  if (written === undefined) {
    const count = numberIn(fields, 'count');
    return count !== undefined && fields['kind'] === 'time' ? `T${two(count)}:00` : '';
  }
  const [hour = 0, minute = numberIn(fields, 'minute') ?? 0, second] = written
    .replace(/:00$/, fields['minute'] === undefined ? ':00' : '')
    .split(':')
    .map(Number);
  const meridiem = hourTime === undefined ? numberIn(fields, 'meridiem') : hourTime.endsWith('pm') ? 12 : 0;
  // “At six in the evening”
  const ofDay = wordIn(fields, 'partOfClock');
  const isLate = hour < 12 && (ofDay === 'AF' || ofDay === 'EV' || (ofDay === 'NI' && hour > 4));
  const hours = meridiem === undefined ? hour + (isLate ? 12 : 0) : (hour % 12) + meridiem;
  return `T${two(hours)}:${two(minute)}${second === undefined ? '' : `:${two(second)}`}`;
}

/** A value of TIMEX3: the plain unit, and the time of day. */
export function asTimex({ span }: Meaning, fields: Fields, time: string): string {
  if (fields['nightTo'] === 1) return nightTo(span);
  return `${spanAsTimex(span)}${span.grain === 'day' ? time : ''}`;
}

/** The night between a day and the day before it. */
function nightTo({ n }: Span): string {
  return `${edtfDay(n - 1)}/${edtfDay(n)}`;
}

/**
 * The date of an event beside an expression, in EDTF. It is never finer than the text: “early March” is one of the first
 * ten days, “before 2010” is any time up to 2009.
 */
export function asEdtf(meaning: Meaning, fields: Fields, frame: Frame, time: string): string {
  const { span, other, standIn, rough } = meaning;
  const isRough = rough === true || fields['rough'] === 1;
  const marks = standIn === true ? (isRough ? '%' : '?') : isRough ? '~' : '';
  if (fields['nightTo'] === 1) return nightTo(span);
  if (other !== undefined) return `[${spanAsEdtf(span, '')},${spanAsEdtf(other, '')}]`;
  const one = partAsEdtf(span, fields, marks) ?? spanAsEdtf(span, /T\d/.test(time) ? '' : marks);
  const timed =
    /T\d/.test(time) && span.grain === 'day' && !time.startsWith('T24') ? `${one}${time}${marks}` : one;
  if (frame !== 'at' && (timed.includes('[') || timed.includes('/')))
    return framedRange(span, frame, marks, fields['part'] !== undefined);
  // “Shortly before 9 p.m.”: on that day all the same.
  if (/T\d/.test(time) && (frame === 'before' || frame === 'after' || frame === 'by'))
    return spanAsEdtf(span, marks);
  switch (frame) {
    case 'at':
      return timed;
    case 'before':
      // “Before the end of May” is May at the latest.
      return `[..${spanAsEdtf(fields['part'] === undefined ? neighbour(span, -1) : span, marks)}]`;
    case 'after':
      return `[${spanAsEdtf(neighbour(span, 1), marks)}..]`;
    case 'by':
      return `[..${spanAsEdtf(span, marks)}]`;
    case 'since':
      return `${spanAsEdtf(span, marks)}/..`;
    case 'until':
      return `../${spanAsEdtf(span, marks)}`;
  }
}

/** A week, a part of a month or a decade in a frame: the day at its edge stands for it. */
function framedRange(span: Span, frame: Exclude<Frame, 'at'>, marks: string, isPart: boolean): string {
  switch (frame) {
    case 'before':
      return `[..${edtfDay(isPart ? lastDay(span) : firstDay(span) - 1)}${marks}]`;
    case 'after':
      return `[${edtfDay(lastDay(span) + 1)}${marks}..]`;
    case 'by':
      return `[..${edtfDay(lastDay(span))}${marks}]`;
    case 'since':
      return `${edtfDay(firstDay(span))}${marks}/..`;
    case 'until':
      return `../${edtfDay(lastDay(span))}${marks}`;
  }
}

/** The unit before or after; of units longer than a year, the year before or after. */
function neighbour(span: Span, by: number): Span {
  return coarser(span.grain, 'decade')
    ? { grain: 'day', n: by < 0 ? firstDay(span) - 1 : lastDay(span) + 1 }
    : { grain: span.grain, n: span.n + by };
}

/** Early, mid, late; the beginning and the end of a month or a year. `null` where there is no part. */
function partAsEdtf(span: Span, fields: Fields, marks: string): string | null {
  const part = wordIn(fields, 'part');
  if (part === undefined) return null;
  const mark = marks.includes('?') || marks === '%' ? '%' : '~';
  if (span.grain === 'month') {
    const from = { early: 1, start: 1, mid: 11, late: 21, end: 21 }[part] ?? 1;
    const to = from === 21 ? 31 : from + 9;
    const day = (n: number): string =>
      edtfDay(Math.min(dayNumber(Math.floor(span.n / 12), mod(span.n, 12) + 1, n), lastDay(span)));
    return `[${day(from)}${mark}..${day(to)}${mark}]`;
  }
  if (span.grain === 'year') {
    const code = { early: '37', start: '01', mid: '38', late: '39', end: '12' }[part];
    return code === undefined ? null : `${yearAsEdtf(span.n)}-${code}${mark}`;
  }
  return spanAsEdtf(span, mark);
}
