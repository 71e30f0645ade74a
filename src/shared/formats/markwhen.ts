// Markwhen: events as lines of text, in groups of the old kind or under headings. https://docs.markwhen.com/
import { dayAsEdtf } from '../dates/as-edtf.ts';
import { DAY, dayOf, instantOf } from '../dates/calendar.ts';
import type { Instant } from '../dates/event-date.ts';
import { parseEventDate } from '../dates/parse.ts';
import { readWrittenDate, readWrittenTime, USUAL, type Conventions } from '../dates/written.ts';
import { excerpt } from '../excerpt.ts';
import { success, type Result } from '../result.ts';
import { headingOf, startDraft, type Found } from './draft.ts';
import { isAddress } from './address.ts';
import { Likelihood, type Format, type Imported, type ReadOptions } from './format.ts';
import { localTimeIn, namedZone, type Zone } from './ics/zones.ts';
import { EXACT, GUARD, withoutGuards, writeMarkwhen } from './write-markwhen.ts';
import { collectProblems, inEntries, type Problems } from './report.ts';
import { later, spanAsEdtf } from './spans.ts';
import { decodeText } from './text.ts';

/** A date or run of dates, and the moments that relative dates count from. */
interface Range {
  readonly edtf: string;
  readonly start: Instant;
  /** Exclusive. */
  readonly end: Instant;
}

/** What a file leaves to its reader, and how it is read. */
const RESOLVED = {
  now: 'Now was read as the day of the import',
  year: 'Dates without a year were read as dates of the year of the import',
  time: 'Times without a day were read as times of the day before them',
  relative: 'Dates that hang on others were counted from these',
} as const;

/** What ranges are read with. */
interface Context {
  readonly conventions: Conventions;
  readonly zone: Zone | null;
  /** The start of the day on which the file is read. */
  readonly today: Instant;
  readonly previous: Range | null;
  readonly ids: ReadonlyMap<string, Range>;
  /** Called with what the file leaves to its reader. */
  readonly onResolved: (what: keyof typeof RESOLVED) => void;
}

const UNIT = String.raw`(second|minute|hour|day|week|month|year|decade|centur)(?:s|y|ies)?`;
const LENGTH = new RegExp(String.raw`^(\d{1,6}) (?:(business|working|week) ?)?${UNIT}$`, 'i');
const RELATIVE = new RegExp(
  String.raw`^(?:(after|before|by|from) )?!([\w-]{1,60})(?:\.(start|end))?(?: ?([+-])? ?(\d{1,6}) ${UNIT})?$`,
  'i',
);
const SEPARATORS = [' / ', '/', ' - ', ' – ', '–', ' to ', '-'] as const;

/** Reads a range; `null` if it is none. */
function readRange(text: string, context: Context): Range | null {
  const single = readEnd(text, context);
  if (single !== null) return single;
  for (const separator of SEPARATORS) {
    // What has two of these is a date of numbers.
    if (separator === '-' && text.split('-').length > 2) continue;
    for (let at = text.indexOf(separator); at > 0; at = text.indexOf(separator, at + 1)) {
      const [left, right] = [text.slice(0, at).trim(), text.slice(at + separator.length).trim()];
      const from = readEnd(left, context);
      if (from === null) continue;
      const length = lengthIn(right, from.start);
      if (length !== null) return { edtf: spanAsEdtf(from.start, length), start: from.start, end: length };
      const to = readEnd(right, { ...context, previous: from });
      if (to === null) continue;
      const edtf = `${from.edtf.split('/')[0] ?? ''}/${to.edtf.split('/').at(-1) ?? ''}`;
      return { edtf, start: from.start, end: to.end };
    }
  }
  return null;
}

/** The end of a length of time that begins at a moment; `null` if the text is no length. */
function lengthIn(text: string, start: Instant): Instant | null {
  const [, count, working, unit = ''] = LENGTH.exec(text) ?? [];
  if (count === undefined) return null;
  const end =
    working === undefined
      ? later(start, Number(count), unit.toLowerCase())
      : workingDays(start, Number(count));
  return Math.abs(end) < 8e15 ? end : null;
}

function workingDays(start: Instant, count: number): Instant {
  // Whole weeks at once, so that a large number takes no longer.
  let at = start + Math.floor(count / 5) * 7 * DAY;
  for (let left = count % 5; left > 0; at += DAY) if (![0, 6].includes(new Date(at).getUTCDay())) left -= 1;
  return at;
}

function readEnd(text: string, context: Context): Range | null {
  const { today, previous, ids, onResolved } = context;
  if (/^now$/i.test(text)) {
    onResolved('now');
    return rangeOf(spanAsEdtf(today, today + DAY));
  }
  const week = /^(\d{4})-W(\d\d)$/.exec(text);
  if (week !== null) {
    const fourth = instantOf(Number(week[1]), 0, 4);
    const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + (Number(week[2]) - 1) * 7 * DAY;
    return Number(week[2]) >= 1 && Number(week[2]) <= 53
      ? rangeOf(spanAsEdtf(monday, monday + 7 * DAY))
      : null;
  }
  const time = /^\d{1,2}(?::\d\d){1,2}(?: ?[ap]m)?$|^\d{1,2} ?[ap]m$/i.test(text)
    ? readWrittenTime(text)
    : null;
  if (time !== null) {
    if (previous === null) return null;
    onResolved('time');
    // It hangs on the day that the last date names, by the clock of the file.
    const day = /^-?\d{4}-\d\d-\d\d/.exec(previous.edtf)?.[0] ?? dayAsEdtf(previous.start);
    return rangeOf(inZone(`${day}T${time}`, context.zone));
  }
  const relative = readRelative(text, previous, ids);
  if (relative !== null) {
    onResolved('relative');
    return relative;
  }
  if (/^\d{4,6}$|^\d{4}-\d\d(?:-\d\d)?$/.test(text))
    return rangeOf(text.length > 4 && !text.includes('-') ? `Y${text}` : text);
  if (
    !/^[\d\p{L}]/u.test(text) ||
    !/\d/.test(text) ||
    /[?~[\]{}%]|\.\.|\bX|^c\.|^(?:about|circa|before|after|until|between|from|since|by)\b/i.test(text)
  )
    return null;
  // A year has four digits here, or an era.
  if (/^\d{1,3}$/.test(text)) return null;
  const written = readWrittenDate(text, context.conventions);
  if (written.ok) {
    const { edtf, form } = written.value;
    return form === 'single' ? rangeOf(inZone(edtf, context.zone)) : null;
  }
  const { year } = dayOf(today);
  const ofThisYear = /^\p{L}{3,}\.? \d{1,2}$|^\d{1,2} \p{L}{3,}$/u.test(text)
    ? readWrittenDate(`${text} ${year}`, context.conventions)
    : null;
  if (ofThisYear?.ok !== true) return null;
  onResolved('year');
  return rangeOf(ofThisYear.value.edtf);
}

/** A time of day with the offset of the file's zone. */
function inZone(edtf: string, zone: Zone | null): string {
  const local = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?$/.exec(edtf);
  if (local === null || zone === null) return edtf;
  const time = localTimeIn(`${local.slice(1, 4).join('')}T${local[4] ?? ''}${local[5] ?? ''}00`);
  const offset = time === null ? null : zone(time);
  if (offset === null || offset < -720 || offset > 840) return edtf;
  const size = Math.abs(offset);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${edtf}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Dates that hang on the event before, or on one with an id. */
function readRelative(text: string, previous: Range | null, ids: ReadonlyMap<string, Range>): Range | null {
  if (previous !== null) {
    const end = lengthIn(text, previous.end);
    if (end !== null) return { edtf: spanAsEdtf(previous.end, end), start: previous.end, end };
  }
  const [whole, word = '', id = '', side, sign, count, unit = ''] = RELATIVE.exec(text) ?? [];
  const other = whole === undefined ? undefined : ids.get(id);
  if (other === undefined) return null;
  const isBefore = /^(?:before|by)$/i.test(word);
  const from = (side ?? (isBefore ? 'start' : 'end')) === 'start' ? other.start : other.end;
  if (count === undefined) return rangeOf(spanAsEdtf(from, from + DAY));
  const steps = sign === '-' || isBefore ? -Number(count) : Number(count);
  const to = later(from, steps, unit.toLowerCase());
  if (Math.abs(to) > 8e15) return null;
  const [start, end] = from < to ? [from, to] : [to, from];
  return sign === undefined
    ? { edtf: spanAsEdtf(start, end), start, end }
    : rangeOf(spanAsEdtf(to, to + DAY));
}

function rangeOf(edtf: string): Range | null {
  const date = parseEventDate(edtf);
  return date.ok ? { edtf, start: date.value.start, end: date.value.end } : null;
}

/** Looks like a date, so that a colon behind it was meant to begin an event. */
const DATE_LIKE =
  /^(?:-?\d{3,}|\d{1,2}[/.:-]\d|\d{1,4}s\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|now\b|(?:after|before|by) !|![\w-]+|c\. ?\d|\d+ ?(?:bce?|ad|ce)\b)/i;
const RECURRENCE = / (?:every|each) .*$/i;
/** The most colons before the text of an event: two times with seconds. */
const MOST_COLONS = 6;

interface Line {
  /** `null` if the date cannot be read. */
  readonly range: Range | null;
  readonly written: string;
  readonly text: string;
  readonly repeats: boolean;
}

/** Reads the first line of an event; `null` if the line is none. */
function readEvent(line: string, context: Context): Line | null {
  const text = line.trim();
  if (text.length > 1_000_000 || !/^[\d\p{L}!-]/u.test(text)) return null;
  const colons: number[] = [];
  for (
    let at = text.indexOf(':');
    at > 0 && at < 200 && colons.length < MOST_COLONS;
    at = text.indexOf(':', at + 1)
  )
    colons.push(at);
  // A time of day has colons of its own; that of the event mostly stands before a space.
  const isSpaced = (at: number): boolean => at + 1 === text.length || /\s/.test(text[at + 1] ?? '');
  const first = colons.find(isSpaced) ?? -1;
  for (const at of [...colons.filter(isSpaced), ...colons.filter((one) => !isSpaced(one))]) {
    const written = text.slice(0, at).trim();
    const repeats = RECURRENCE.test(written);
    const range = readRange(written.replace(RECURRENCE, ''), context);
    if (range !== null) return { range, written, text: text.slice(at + 1).trim(), repeats };
  }
  if (first < 0 || first > 80 || !DATE_LIKE.test(text)) return null;
  return {
    range: null,
    written: text.slice(0, first).trim(),
    text: text.slice(first + 1).trim(),
    repeats: false,
  };
}

/** The tags in a text. */
function tagsIn(text: string): string[] {
  return [...text.matchAll(/(?<=^|\s)#([\p{L}\p{N}_-]{1,60})/gu)].map(([, tag = '']) => tag);
}

/** Marks in a line of text, and what they say. */
function readText(text: string): {
  readonly text: string;
  /** Where it is, by a link that leads to no address but says so: `[Rome](location)`. */
  readonly place: string | undefined;
  readonly tags: string[];
  readonly sources: { title: string; address: string }[];
} {
  const sources: { title: string; address: string }[] = [];
  let place: string | undefined;
  const linked = text.replace(
    /!?\[([^\]\n]{0,1000})\]\(([^)\s]{1,2000})\)/g,
    (whole, title: string, address: string) => {
      if (/^locations?$/i.test(address)) {
        place ??= title;
        return title;
      }
      if (!isAddress(address)) return whole;
      sources.push({ title, address });
      return title;
    },
  );
  const tags = tagsIn(linked);
  return { text: linked, place, tags, sources };
}

const BOX = /^\[[ xX]?\] +/;

/** What the head of a file says. */
interface Header {
  readonly values: ReadonlyMap<string, string>;
  /** The patterns that dates are said to be written by. */
  readonly patterns: readonly string[];
  /** The names of zones by the tags whose events are in them. */
  readonly zones: ReadonlyMap<string, string>;
}

const NO_HEADER: Header = { values: new Map(), patterns: [], zones: new Map() };

/** Reads what stands above the events of a page, between two lines: `key: value` lines with what is indented below them. */
function readHeader(lines: readonly string[], from: number, to: number, problems: Problems): Header {
  const values = new Map<string, string>();
  const zones = new Map<string, string>();
  const patterns: string[] = [];
  /** The key that indented lines belong to. */
  let key = '';
  lines.slice(from, to).forEach((line, index) => {
    if (line.trim() === '' || /^\s*(?:-{3,}|\/\/)/.test(line)) return;
    const [, named, value = ''] = /^([#\w][\w .-]{0,60}):\s*(.*)$/.exec(line) ?? [];
    if (named !== undefined) {
      key = named.toLowerCase();
      values.set(key, /^[|>][+-]?$/.test(value) ? '' : unquoted(value));
      if (key === 'dateformat') patterns.push(...patternsIn(value));
      if (/^(?:title|description|timezone|dateformat)$/.test(key)) return;
    } else if (key === 'dateformat') {
      patterns.push(...patternsIn(line));
      return;
    } else if ((key === 'title' || key === 'description') && /^\s/.test(line)) {
      // A text of several lines.
      values.set(key, [values.get(key) ?? '', line.trim()].filter((part) => part !== '').join(' '));
      return;
    } else if (key.startsWith('#')) {
      const [, zone] = /^\s+(?:timezone|tz):\s*(.+)$/i.exec(line) ?? [];
      if (zone !== undefined) {
        zones.set(key.slice(1), unquoted(zone));
        return;
      }
    }
    problems.count(
      'header',
      (count) =>
        `What else the head of the file says, such as colours and views, was left out ${inEntries(count, 'lines')}`,
      { line: from + index + 1 },
    );
  });
  return { values, patterns, zones };
}

/** The patterns of dates in a line: one alone, entries of a list, or rules that name theirs. */
function patternsIn(text: string): string[] {
  const named = [...text.matchAll(/\bpattern:\s*("[^"]*"|'[^']*'|[^,}\s][^,}]*)/g)];
  if (named.length > 0) return named.map(([, pattern = '']) => unquoted(pattern));
  const listed = text.trim().replace(/^-\s+/, '');
  return listed === '' || /[:[{]/.test(listed) ? [] : [unquoted(listed)];
}

function unquoted(written: string): string {
  const value = written.trim();
  if (/^"(?:[^"\\]|\\.)*"$/.test(value))
    return value
      .slice(1, -1)
      .replace(/\\(["\\/])/g, '$1')
      .trim();
  return value.replace(/^'(.*)'$/, '$1').trim();
}

/** The entries of a list in brackets, or of one without. */
function entriesOf(list: string): string[] {
  const inner = list.trim().replace(/^\[(.*)\]$/, '$1');
  return [...inner.matchAll(/\s*("(?:[^"\\]|\\.)*"|[^,]+)\s*(?:,|$)/g)].map(([, entry = '']) =>
    unquoted(entry),
  );
}

/** The order of day and month by the patterns of a file; `null` if they do not say. Where they disagree the first counts. */
function orderOf(patterns: readonly string[], problems: Problems): Conventions['order'] | null {
  const orders = patterns.flatMap((pattern): Conventions['order'][] => {
    const [day, month] = [pattern.search(/d/i), pattern.search(/M/)];
    // Only numbers can be taken for each other.
    if (day < 0 || month < 0 || /MMM|^\W*y/.test(pattern)) return [];
    return [day < month ? 'day-first' : 'month-first'];
  });
  const [order] = orders;
  if (new Set(orders).size > 1)
    problems.add(
      `The formats of dates ${patterns.map((pattern) => excerpt(pattern, 20)).join(', ')} have day and month in two orders; the first was taken`,
    );
  return order ?? null;
}

const OLD_GROUP = /^\s*(section|group)\b\s*(.*)$/i;
const OLD_END = /^\s*end(?:\s*(?:section|group))?\s*$/i;
const HEADING = /^(#{1,6})\s+(.+)$/;
const BREAK = /^\s*_-_-_break_-_-_\s*$/;
const PROPERTY = /^\s*([A-Za-z][\w-]{0,40}):\s+(.*)$/;

const SOURCE_LINE = new RegExp(String.raw`^${GUARD}\[[^\]]*\]\(https?:[^)\s]+\)$`);

/** An event whose lines are being gathered. */
interface OpenEvent {
  readonly line: Line;
  /** Reads the line again by another zone. */
  readonly inZone: (zone: Zone) => Line | null;
  readonly at: number;
  readonly properties: Map<string, string>;
  readonly body: string[];
  readonly lane: string | undefined;
}

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Result<Imported>> {
  const problems = collectProblems(options.file);
  const decoded = decodeText(bytes, options.assume, problems);
  if (!decoded.ok) return decoded;
  const lines = decoded.value.split(/\r\n?|\n/);
  return Promise.resolve(success(readLines(lines, options, problems)));
}

/** How Markwhen reads dates where the head of a page says nothing else. */
const OWN: Conventions = { ...USUAL, order: 'month-first', minus: 'bce-astronomical' };

function readLines(
  lines: readonly string[],
  { file, today: day }: ReadOptions,
  problems: Problems,
): Imported {
  const draft = startDraft(file, problems);
  const isOld = lines.some((line) => OLD_END.test(line)) && lines.some((line) => OLD_GROUP.test(line));
  const parsedToday = parseEventDate(day);
  const today = parsedToday.ok ? parsedToday.value.start : 0;
  const ids = new Map<string, Range>();
  let previous: Range | null = null;
  let conventions = OWN;
  let zone: Zone | null = null;
  /** What stands above the events of the first page, and of the one that is being read. */
  let [first, header] = [NO_HEADER, NO_HEADER];
  /** The index of the first line of the page. */
  let page = 0;
  let row = 0;
  /** Titles of the groups or headings around, with the levels of headings. */
  let around: { readonly title: string; readonly level: number }[] = [];
  const open: { event: OpenEvent | null; started: boolean } = { event: null, started: false };

  const finishEvent = (): void => {
    const { event } = open;
    if (event === null) return;
    const { at, properties, body, lane } = event;
    const tagged = tagsIn([event.line.text, ...body].join('\n')).find((tag) =>
      header.zones.has(tag.toLowerCase()),
    );
    const zoneName =
      properties.get('timezone') ??
      properties.get('tz') ??
      header.zones.get(tagged?.toLowerCase() ?? '') ??
      '';
    const ownZone = zoneName === '' ? null : zoneNamed(zoneName);
    if (zoneName !== '' && ownZone === null)
      problems.add(`The time zone ${excerpt(zoneName)} is not known; times were read by that of the file`, {
        line: at,
      });
    const line = (ownZone === null ? null : event.inZone(ownZone)) ?? event.line;
    row += 1;
    const box = BOX.test(line.text);
    if (box)
      problems.count('box', (count) => `Check boxes were left out ${inEntries(count, 'events')}`, {
        line: at,
      });
    if (line.repeats)
      problems.add(`The event repeats (${excerpt(line.written)}); only its first instance was imported`, {
        line: at,
      });
    if (line.range === null)
      problems.add(`${excerpt(line.written)} is no date that Dateline can read; the event has none`, {
        line: at,
      });
    const head = readText(line.text.replace(BOX, ''));
    // Export writes sources as links behind the text.
    const links = body.filter((one) => SOURCE_LINE.test(one)).map((one) => readText(one));
    const words = body.filter((one) => !SOURCE_LINE.test(one));
    const rest = readText(
      words
        .map((one) => (one.startsWith(GUARD) ? one.slice(GUARD.length) : one))
        .join('\n')
        .trim(),
    );
    const place = properties.get('location') ?? properties.get('locations') ?? head.place ?? rest.place;
    const unknown = [...properties.keys()].filter(
      (name) => !/^(?:id|locations?|tags|tz|timezone|edtf)$/.test(name),
    );
    for (const name of unknown)
      problems.count(
        `property ${name}`,
        (count) => `The property ${excerpt(name)} was left out ${inEntries(count, 'events')}`,
        { line: at },
      );
    const found: Found = {
      row,
      where: { line: at },
      id: properties.get('id'),
      title: withoutGuards(head.text.replace(/(?<=^|\s)#[\p{L}\p{N}_-]+/gu, '').trim()),
      description: rest.text.split('\n').map(withoutGuards).join('\n'),
      date: exactDate(properties.get(EXACT)) ?? line.range?.edtf,
      written: line.written,
      lane,
      place: place === undefined ? undefined : withoutGuards(place.replace(/^\[(.*)\]$/, '$1')),
      tags: [...head.tags, ...rest.tags, ...entriesOf(properties.get('tags') ?? '')],
      sources: [...head.sources, ...rest.sources, ...links.flatMap(({ sources }) => sources)],
    };
    draft.add(found);
    const id = properties.get('id');
    if (id !== undefined && line.range !== null) ids.set(id, line.range);
    open.event = null;
  };
  const lane = (): string | undefined =>
    around.length === 0 ? undefined : around.map(({ title }) => title).join(' › ');

  const startEvent = (text: string, at: number, context: Context, line: Line): void => {
    const silent = { ...context, onResolved: () => undefined };
    open.event = {
      line,
      inZone: (own) => readEvent(text, { ...silent, zone: own }),
      at,
      properties: new Map(),
      body: [],
      lane: lane(),
    };
    previous = line.range ?? previous;
  };

  /** The title of a further page is the group around its events. */
  const startPage = (values: Header['values'], at: number): void => {
    const title = values.get('title') ?? '';
    if (title !== '') around = [{ title, level: 0 }];
    if ((values.get('description') ?? '') !== '')
      problems.add('The description of a further page was left out', { line: at });
  };

  lines.forEach((line, index) => {
    const at = index + 1;
    const context: Context = {
      conventions,
      zone,
      today,
      previous,
      ids,
      onResolved: (what) => {
        problems.count(`resolved ${what}`, (count) => `${RESOLVED[what]}, ${inEntries(count, 'dates')}`, {
          line: at,
        });
      },
    };
    if (BREAK.test(line)) {
      finishEvent();
      [around, open.started, page] = [[], false, index + 1];
      problems.count('break', (count) => `The pages of the file were joined ${inEntries(count, 'places')}`, {
        line: at,
      });
      return;
    }
    const group = isOld ? OLD_GROUP.exec(line) : null;
    const heading = isOld ? null : HEADING.exec(line);
    const found =
      /^\s*\/\//.test(line) || group !== null || heading !== null ? null : readEvent(line, context);
    if (!open.started && (group !== null || heading !== null || found !== null)) {
      open.started = true;
      header = readHeader(lines, page, index, problems);
      if (page === 0) first = header;
      else startPage(header.values, page + 1);
      conventions = { ...OWN, order: orderOf(header.patterns, problems) ?? OWN.order };
      const name = header.values.get('timezone') ?? '';
      zone = name === '' ? null : zoneNamed(name);
      if (name !== '' && zone === null)
        problems.add(`The time zone ${excerpt(name)} is not known; times were read as UTC`);
      // The first event may be read otherwise with what the head says.
      if (found !== null) {
        const own: Context = { ...context, conventions, zone };
        startEvent(line, at, own, readEvent(line, { ...own, onResolved: () => undefined }) ?? found);
        return;
      }
    }
    if (!open.started) return;
    if (group !== null || heading !== null) {
      finishEvent();
      const [title, level] =
        heading === null
          ? [group?.[2] ?? '', around.length + 1]
          : [heading[2] ?? '', heading[1]?.length ?? 1];
      if (heading !== null) around = around.filter((one) => one.level < level);
      const name = readText(title)
        .text.replace(/(?<=^|\s)#[\p{L}\p{N}_-]+/gu, '')
        .trim();
      around.push({ title: name === '' ? 'Group' : withoutGuards(name), level });
      return;
    }
    if (isOld && OLD_END.test(line)) {
      finishEvent();
      around.pop();
      return;
    }
    if (/^\s*\/\//.test(line)) {
      problems.count('comments', (count) => `Comments were left out ${inEntries(count, 'lines')}`, {
        line: at,
      });
      return;
    }
    if (found !== null) {
      finishEvent();
      startEvent(line, at, context, found);
      return;
    }
    const { event } = open;
    if (event === null) {
      if (line.trim() !== '' && !/^\s*style:/.test(line))
        problems.add('The text belongs to no event, and was left out', { line: at });
      return;
    }
    const [, key, value = ''] = event.body.length === 0 ? (PROPERTY.exec(line) ?? []) : [];
    if (key !== undefined && /^[a-z]/.test(key)) event.properties.set(key, value.trim());
    else event.body.push(line);
  });
  finishEvent();
  if (!open.started) header = readHeader(lines, page, lines.length, problems);
  if (page === 0) first = header;
  return draft.finish(headingOf(first.values.get('title') ?? '', first.values.get('description') ?? ''));
}

/** The whole date that export wrote beside one that the format can say. */
function exactDate(written: string | undefined): string | undefined {
  const edtf = written?.replace(/^"(.*)"$/, '$1') ?? '';
  return edtf !== '' && parseEventDate(edtf).ok ? edtf : undefined;
}

/** A zone by its name or by the hours that it is ahead of UTC. */
function zoneNamed(name: string): Zone | null {
  if (!/^[+-]?\d{1,2}(?:\.5)?$/.test(name)) return namedZone(name);
  const offset = Number(name) * 60;
  return () => offset;
}

/** Markwhen. */
export const markwhen: Format = {
  id: 'markwhen',
  name: 'Markwhen',
  endings: ['.mw', '.markwhen'],
  recognise({ text, ending }) {
    if (/^\s*[{[<]|^BEGIN:/.test(text)) return Likelihood.No;
    const lines = text.split(/\r\n?|\n/, 200);
    const events = lines.filter((line) =>
      /^(?:\d{4}(?:-\d\d){0,2}(?:[T ]\d{1,2}:\d\d(?::\d\d)?Z?)?(?: ?(?:\/|-|to) ?[\w-]+)?|\d{1,2}\/\d{1,4}(?:\/\d{2,4})?(?: \d{1,2}:\d\d)?|[A-Z][a-z]{2,8} \d[^:,]{0,30}|\d+ ?(?:BCE?|AD|CE)[^:,]{0,20}): \S/.test(
        line,
      ),
    ).length;
    const structure = lines.some((line) => OLD_GROUP.test(line)) && lines.some((line) => OLD_END.test(line));
    if (ending === '.mw' || ending === '.markwhen') return events > 0 ? Likelihood.Sure : Likelihood.Likely;
    if (events === 0) return Likelihood.No;
    const isMostly = events * 3 >= lines.filter((line) => line.trim() !== '').length;
    return structure || isMostly || /^(?:title|#\w+): /m.test(text) ? Likelihood.Likely : Likelihood.No;
  },
  read,
  write: writeMarkwhen,
};
