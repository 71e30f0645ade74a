// Reads the dates of a table, column by column: each column settles its conventions first, then each row is read.
import type { EventDate } from '../../dates/event-date.ts';
import { watchColumn, type Evidence } from '../../dates/left-open.ts';
import { monthOf } from '../../dates/month-names.ts';
import { parseEventDate } from '../../dates/parse.ts';
import {
  leavesOutPart,
  readWrittenDate,
  readWrittenTime,
  saysNoDate,
  USUAL,
  type Conventions,
} from '../../dates/written.ts';
import { excerpt } from '../../excerpt.ts';
import { failure, success, type Result } from '../../result.ts';
import type { Question } from '../format.ts';
import { askJanuary, settle } from '../questions.ts';
import { inEntries, type Problems, type Where } from '../report.ts';

/** What a row says of one end of its date; blank texts where it says nothing. */
export interface WrittenEnd {
  /** A date as a whole, or a year with what the other columns add. */
  readonly date: string;
  readonly month: string;
  readonly day: string;
  readonly time: string;
}

/** The columns that an end of a date is written in. */
export interface DateColumn {
  /** The columns' names in words. */
  readonly name: string;
  /** What a row says, by its index; `null` where it says nothing. */
  readonly at: (row: number) => WrittenEnd | null;
  /** The same, where each date stands whole in its row; empty where it says nothing. */
  readonly whole?: ((row: number) => string) | undefined;
}

/** The dates of a column once it is settled how to read them. */
export interface SettledColumn {
  /** The date of a row in EDTF, `null` where there is none, or why it cannot be read. */
  readonly read: (row: number) => Result<string | null>;
  /** What stands there, on one line. */
  readonly written: (row: number) => string;
  readonly questions: readonly Question[];
}

/** How often “1 January” may be a coincidence. */
const SUSPICIOUS = { least: 3, share: 0.1 };

/** The most dates that are remembered, as tables repeat theirs. */
const MOST_KEPT = 20_000;

/** A whole day's time that was only filled in. */
const MIDNIGHT = /T00:00(?::00)?(?:Z|[+-]00:?(?:00)?)?$/;

/** What a column is said to mean by the format that it belongs to. */
export interface FixedConventions extends Partial<Conventions> {
  /** Whether 1 January may stand for a year: where it is suspiciously frequent (the default), wherever it occurs, or never. */
  readonly january?: 'suspicious' | 'always' | 'never' | undefined;
  /** Writes a date of the program in a notation that is read here. */
  readonly rewrite?: ((written: string) => string) | undefined;
  /** Whether dates are EDTF after that, and nothing else: `178` is a decade then, not a year. */
  readonly edtf?: boolean | undefined;
}

/** A column of dates, with what its format says of it; `null` if the table has none. */
export interface ColumnToSettle {
  readonly column: DateColumn | null;
  readonly fixed?: FixedConventions | undefined;
}

/** What a column says of the conventions that it was written by. */
interface Seen {
  readonly column: DateColumn;
  /** The date of a row as it was written. */
  readonly dateIn: (row: number) => string | null;
  readonly fixed: FixedConventions;
  readonly evidence: Evidence;
}

/**
 * Looks through the date columns of a table, settles their conventions, and says how to read each row. The order of day
 * and month that one of them settles is that of the others too.
 *
 * @param rows the indexes of the rows that hold events.
 * @returns the columns in their order; `null` for one that is not there or holds nothing.
 */
export function settleColumns(
  columns: readonly ColumnToSettle[],
  rows: readonly number[],
  assume: readonly string[],
  problems: Problems,
): readonly (SettledColumn | null)[] {
  const seen = columns.map(({ column, fixed = {} }) =>
    column === null ? null : lookThrough(column, fixed, rows),
  );
  const orders = new Set(seen.flatMap((one) => one?.evidence.settled.order ?? []));
  const [order] = orders.size === 1 ? orders : [];
  return seen.map((one) =>
    one === null
      ? null
      : settleColumn(order === undefined ? one : withOrder(one, order), rows, assume, problems),
  );
}

/** Looks at all dates of a column; `null` if there are none. */
function lookThrough(column: DateColumn, fixed: FixedConventions, rows: readonly number[]): Seen | null {
  const witness = watchColumn();
  let sees = false;
  const dateIn = column.whole ?? ((row: number) => column.at(row)?.date ?? null);
  for (const row of rows) {
    const date = dateIn(row);
    if (date === null || (date === '' && column.whole !== undefined)) continue;
    sees = true;
    witness.see(fixed.rewrite?.(date) ?? date);
  }
  return sees ? { column, dateIn, fixed, evidence: witness.tell() } : null;
}

function withOrder({ evidence: { settled, open }, ...seen }: Seen, order: Conventions['order']): Seen {
  return {
    ...seen,
    evidence: {
      settled: { order, ...settled },
      open: new Map([...open].filter(([question]) => question !== 'order')),
    },
  };
}

function settleColumn(
  { column, dateIn, fixed, evidence }: Seen,
  rows: readonly number[],
  assume: readonly string[],
  problems: Problems,
): SettledColumn {
  // EDTF leaves nothing open.
  const known: readonly string[] = fixed.edtf === true ? Object.keys(USUAL) : Object.keys(fixed);
  const { conventions, questions } = settle(
    column.name,
    {
      settled: evidence.settled,
      open: new Map([...evidence.open].filter(([question]) => !known.includes(question))),
    },
    assume,
  );
  if (evidence.open.has('minus') && !known.includes('minus') && conventions.minus === 'bce-minus')
    problems.add(
      'Years with a minus sign were read as years before our era that know no year 0: -44 as 44 BCE',
      { path: column.name },
    );
  const {
    january = 'suspicious',
    rewrite = (written: string) => written,
    edtf: isEdtf = false,
    ...set
  } = fixed;
  const own: Conventions = { ...conventions, ...set };

  /** What each row says, read once: a table may have a million. */
  const found: (Result<string | null> | undefined)[] = [];
  const kept = new Map<string, Result<string | null>>();
  const readEnd = (end: WrittenEnd): Result<string | null> => {
    if (end.month !== '' || end.day !== '' || end.time !== '')
      return readParts({ ...end, date: rewrite(end.date) }, own);
    return readDate(end.date);
  };
  const readDate = (written: string): Result<string | null> => {
    const before = kept.get(written);
    if (before !== undefined) return before;
    const date = isEdtf ? readEdtf(rewrite(written)) : readWhole(rewrite(written), own);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(written, date);
    return date;
  };
  const readRow = (row: number): Result<string | null> | null => {
    if (column.whole === undefined) {
      const end = column.at(row);
      return end === null ? null : readEnd(end);
    }
    const written = column.whole(row);
    return written === '' ? null : readDate(written);
  };

  // What precision a time or 1 January has is seen only in the whole column.
  let [days, firsts, times, midnights, fractions, parts] = [0, 0, 0, 0, 0, 0];
  for (const row of rows) {
    const date = readRow(row);
    if (date === null) continue;
    found[row] = date;
    if (!date.ok || date.value === null) continue;
    const edtf = date.value;
    if (edtf.length < 20 && leavesOutPart(dateIn(row) ?? '', edtf)) parts += 1;
    if (edtf.includes('T')) {
      times += 1;
      if (MIDNIGHT.test(edtf)) midnights += 1;
      if (/:\d\d[.,]\d*[1-9]/.test(dateIn(row) ?? '')) fractions += 1;
    }
    if (edtf.length >= 10 && /^-?\d{4}-\d\d-\d\d/.test(edtf)) {
      days += 1;
      if (edtf.includes('-01-01') && /^-?\d{4}-01-01(?:T|$)/.test(edtf)) firsts += 1;
    }
  }
  const onlyMidnights = times > 0 && times === midnights;
  if (onlyMidnights)
    problems.add(`All times of the column are midnight; they were read as days ${inEntries(times, 'rows')}`, {
      path: column.name,
    });
  if (fractions > 0)
    problems.add(`Fractions of a second were left out ${inEntries(fractions, 'rows')}`, {
      path: column.name,
    });

  if (parts > 0)
    problems.add(
      `A date cannot say “early”, “mid” or “late” of a decade or century: the event has the date without that word, which stands beside it, ${inEntries(parts, 'rows')}`,
      { path: column.name },
    );

  let byYear = false;
  const asked: Question[] = [...questions];
  const isSuspicious =
    (onlyMidnights || times === 0) &&
    (january === 'always'
      ? firsts > 0
      : january === 'suspicious' && firsts >= SUSPICIOUS.least && firsts > days * SUSPICIOUS.share);
  if (isSuspicious) {
    const { answer, question } = askJanuary(column.name, firsts, assume);
    byYear = answer === 'january-year';
    if (question !== null) asked.push(question);
    if (byYear)
      problems.add(`1 January was read as the whole year ${inEntries(firsts, 'rows')}`, {
        path: column.name,
      });
  }

  return {
    questions: asked,
    written: (row) => {
      if (column.whole !== undefined) return column.whole(row);
      const end = column.at(row);
      return end === null ? '' : inWords(end);
    },
    read(row) {
      const date = found[row] ?? NOTHING;
      if (!date.ok || date.value === null || (!onlyMidnights && !byYear)) return date;
      let edtf = date.value;
      if (onlyMidnights) edtf = edtf.replace(MIDNIGHT, '');
      if (byYear && !edtf.includes('T')) edtf = edtf.replace(/^(-?\d{4})-01-01$/, '$1');
      return success(edtf);
    },
  };
}

const NOTHING = success(null);

function inWords({ date, month, day, time }: WrittenEnd): string {
  return [date, month, day, time].filter((part) => part !== '').join(' ');
}

function readEdtf(text: string): Result<string | null> {
  if (saysNoDate(text)) return success(null);
  const date = parseEventDate(text);
  return date.ok ? success(withoutFraction(date.value)) : date;
}

function readWhole(written: string, conventions: Conventions): Result<string | null> {
  if (saysNoDate(written)) return success(null);
  const date = readWrittenDate(written, conventions);
  if (!date.ok) return date;
  return success(withoutFraction(date.value));
}

/** The date without fractions of a second, which Dateline does not draw. */
function withoutFraction({ edtf, form }: EventDate): string {
  return form === 'single' ? edtf.replace(/(?<=T\d\d:\d\d:\d\d)\.\d+/, '') : edtf;
}

/** Reads a date whose month, day and time stand in columns of their own. A column that is blank makes the date coarser. */
function readParts({ date, month, day, time }: WrittenEnd, conventions: Conventions): Result<string | null> {
  if (date === '') return failure('date-unreadable', 'has a month, day or time, but no year');
  const year = readWhole(
    /^-?\d{1,3}(?:[ ,]\d{3})+$/.test(date) ? date.replace(/[ ,]/g, '') : date,
    conventions,
  );
  if (!year.ok) return year;
  if (year.value === null) return failure('date-unreadable', 'has a month, day or time, but no year');
  const [, bare = '', mark = ''] = /^(-?\d{4}|Y-?\d{5,6})([?~%]?)$/.exec(year.value) ?? [];
  if (month === '' && day === '') {
    if (time === '') return year;
    const ofDay = withTime(year.value, time);
    return ofDay ?? failure('date-unreadable', `has the time ${excerpt(time)}, but no day`);
  }
  if (bare === '')
    return failure(
      'date-unreadable',
      `has a month or day, but ${excerpt(date)} is no year that these can follow`,
    );
  if (month === '') return failure('date-unreadable', 'has a day, but no month');
  const number = /^\d{1,2}$/.test(month) ? Number(month) : monthOf(month.toLowerCase());
  if (number === null || number < 1 || number > 12)
    return failure('date-unreadable', `has the month ${excerpt(month)}, which is none`);
  if (bare.startsWith('Y'))
    return failure('date-unreadable', 'has a month in a year of more than four digits');
  const toMonth = `${bare}-${String(number).padStart(2, '0')}`;
  if (day === '') {
    if (time !== '') return failure('date-unreadable', `has the time ${excerpt(time)}, but no day`);
    return success(toMonth + mark);
  }
  if (!/^\d{1,2}$/.test(day)) {
    // “12th and 13th”
    const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2000, number - 1),
    );
    return readWhole(`${day} ${name} ${date}`, conventions);
  }
  const toDay = `${toMonth}-${day.padStart(2, '0')}`;
  const parsed = parseEventDate(toDay);
  if (!parsed.ok) return parsed;
  if (time === '') return success(toDay + mark);
  return (
    withTime(toDay, time) ?? failure('date-unreadable', `has the time ${excerpt(time)}, which cannot be read`)
  );
}

/** A day with its time; `null` if either cannot be. */
function withTime(day: string, time: string): Result<string> | null {
  const read = readWrittenTime(time);
  if (read === null || !/^-?\d{4}-\d\d-\d\d$/.test(day)) return null;
  return success(`${day}T${read}`);
}

/** What is said of a row besides its start and end. */
export interface Bounds {
  readonly latestStart: string | null;
  readonly earliestEnd: string | null;
}

/**
 * Makes one date of a start and an end.
 *
 * @param start EDTF, `null` if there is none.
 * @param end the same; the same date as the start counts as none.
 */
export function joinEnds(
  start: string | null,
  end: string | null,
  { latestStart, earliestEnd }: Bounds,
  problems: Problems,
  where: Where,
): Result<string | null> {
  if (start === null && end === null) return success(null);
  const isSpread = latestStart !== null && latestStart !== start;
  if (isSpread && start !== null && (end === null || end === latestStart))
    return success(`[${start}..${latestStart}]`);
  if (isSpread || (earliestEnd !== null && earliestEnd !== end))
    problems.add(
      'A start or end that lies between two dates cannot be part of an interval; the widest was taken',
      where,
    );
  if (start === null) return success(`../${end ?? ''}`);
  if (end === null || end === start) return success(start);
  for (const one of [start, end])
    if (/^[[{]|\//.test(one))
      return failure('date-unreadable', `${excerpt(one)} cannot be the start or end of an interval`);
  return success(`${start}/${end}`);
}
