// Timelines of computers: Timesketch (CSV and JSON lines), Plaso (its CSV, l2tcsv and JSON lines), TLN and mactime.
import { excerpt } from '../excerpt.ts';
import { failure, success, type Result } from '../result.ts';
import { headsOf } from './csv.ts';
import { cut, oneLine } from './draft.ts';
import {
  Likelihood,
  type Beginning,
  type Format,
  type Imported,
  type Question,
  type ReadOptions,
} from './format.ts';
import { field, isRecord, listOf, textIn } from './json.ts';
import { answerTo } from './questions.ts';
import { collectProblems, inEntries, type Problems } from './report.ts';
import { readCsv } from './table/csv.ts';
import { readTable } from './table/events.ts';
import type { Mapping, Origin, Target } from './table/fields.ts';
import { columnsOf, plain, type Table } from './table/mapping.ts';
import { decodeText, startOf } from './text.ts';

/** Heads that stand for a field, the first that is there. */
const COLUMNS: Readonly<Partial<Record<Target, readonly string[]>>> = {
  title: ['message', 'short', 'desc', 'description', 'file name'],
  description: ['desc', 'display_name', 'filename'],
  lane: ['source', 'sourcetype', 'source_short', 'data_type'],
  place: ['host', 'hostname'],
  participants: ['user', 'username'],
  tags: ['timestamp_desc', 'type'],
};
/** Columns of lists that become tags too. */
const TAG_LISTS = ['tag', 'tags', 'labels'];

/** Dates that mean “never”: the beginnings of Windows', Unix' and DOS' counts. */
const NEVER = /^(?:1601-01-01|1970-01-01T00:00:00|1980-01-01T00:00:00|2107-)/;

/** What a bare number counts, by its size: nano-, micro-, milliseconds or seconds since 1970. */
function isoOf(text: string): string | null {
  const number = Number(text);
  if (text === '' || !Number.isFinite(number)) return null;
  const size = Math.abs(number);
  const milliseconds =
    size > 1e17 ? number / 1e6 : size > 1e14 ? number / 1e3 : size > 1e11 ? number : number * 1e3;
  return Math.abs(milliseconds) <= 8.64e15 ? new Date(milliseconds).toISOString() : null;
}

/** A date of these programs in EDTF, where it is none yet. */
function rewrite(written: string): string {
  const text = written.trim();
  if (/^-?\d{5,20}(?:\.\d+)?$/.test(text)) return isoOf(text) ?? written;
  return text
    .replace(/^(\d{4}-\d\d-\d\d)[T ]{1,2}(\d\d:\d\d:\d\d)/, '$1T$2')
    .replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
}

function mappingOf(table: Table): Mapping {
  const columns = columnsOf(table, true);
  const plainColumns = columns.map((column) => column.toLowerCase());
  const fields: Partial<Record<Target, Origin>> = {};
  const used = new Set<string>();
  for (const [target, heads] of Object.entries(COLUMNS)) {
    const head = heads.find((one) => plainColumns.includes(one) && !used.has(one));
    if (head === undefined) continue;
    used.add(head);
    Object.assign(fields, { [target]: { columns: [columns[plainColumns.indexOf(head)] ?? ''] } });
  }
  const at = (head: string): string | undefined => columns[plainColumns.indexOf(head)];
  const tags = [...(fields.tags !== undefined && 'columns' in fields.tags ? fields.tags.columns : [])];
  tags.push(...TAG_LISTS.flatMap((head) => at(head) ?? []));
  if (tags.length > 0) fields.tags = { columns: tags, join: '\n' };
  const [whole, number, date, time] = [at('datetime'), at('timestamp'), at('date'), at('time')];
  const start = whole ?? number ?? date ?? time;
  if (start !== undefined) fields.start = { columns: [start] };
  if (start === date && time !== undefined) fields['start-time'] = { columns: [time] };
  return { heads: true, fields };
}

/** JSON lines as a table: a column for each name that occurs. */
function tableOfLines(text: string, problems: Problems): Result<Table> {
  const columns = new Map<string, number>();
  const rows: string[][] = [];
  const lines: number[] = [];
  let line = 0;
  for (let at = 0; at < text.length;) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    const one = text.slice(at, end).trim();
    at = end + 1;
    line += 1;
    if (one === '') continue;
    const value = parsed(one);
    if (!isRecord(value)) {
      problems.add('The line is no JSON object, and was left out', { line });
      continue;
    }
    const row: string[] = [];
    const when = field(value, 'date_time');
    const isDated = ['datetime', 'timestamp'].some((name) => textIn(field(value, name)) !== '');
    const entries = Object.entries(value).filter(([name]) => name !== 'date_time');
    if (isRecord(when) && !isDated) {
      const iso = isoOfDateTime(when);
      if (iso !== null) entries.push(['datetime', iso]);
      else if (textIn(field(when, '__class_name__')) !== 'SemanticTime')
        problems.add(
          `The time of the kind ${excerpt(textIn(field(when, '__class_name__')))} cannot be read`,
          { line, path: 'date_time' },
        );
    }
    for (const [name, part] of entries) {
      let column = columns.get(name);
      if (column === undefined) {
        if (columns.size >= 1_000) {
          problems.count(
            'wide',
            (count) => `Fields beyond the first 1,000 were left out ${inEntries(count, 'lines')}`,
            { line },
          );
          continue;
        }
        column = columns.size;
        columns.set(name, column);
      }
      row[column] = cellOf(part);
      if (row[column] === '' && typeof part === 'object' && part !== null && Object.keys(part).length > 0)
        problems.count(
          'nested',
          (count) => `Objects within a field were left out ${inEntries(count, 'lines')}`,
          { line, path: name },
        );
    }
    rows.push(Array.from(row, (cell: string | undefined) => cell ?? ''));
    lines.push(line);
  }
  if (rows.length === 0) return failure('table-empty', 'The file has no lines of JSON.');
  return success({
    rows: [[...columns.keys()], ...rows],
    lineOf: (row) => (row === 0 ? 1 : (lines[row - 1] ?? null)),
    hasHeadsOfItsOwn: false,
  });
}

/** A value as a cell: of lists a line for each entry; blank for what is no text. */
function cellOf(value: unknown): string {
  const list = listOf(value);
  if (list === undefined) return typeof value === 'boolean' ? String(value) : textIn(value);
  const cells = list.map(textIn);
  return cells.includes('') ? '' : cells.join('\n');
}

/** What the times of Plaso count from, and in which unit, milliseconds both. */
const COUNTS: Readonly<Record<string, { readonly from: number; readonly unit: number }>> = {
  PosixTime: { from: 0, unit: 1_000 },
  PosixTimeInMilliseconds: { from: 0, unit: 1 },
  PosixTimeInMicroseconds: { from: 0, unit: 1e-3 },
  PosixTimeInNanoseconds: { from: 0, unit: 1e-6 },
  JavaTime: { from: 0, unit: 1 },
  Filetime: { from: Date.UTC(1601), unit: 1e-4 },
  WebKitTime: { from: Date.UTC(1601), unit: 1e-3 },
  UUIDTime: { from: Date.UTC(1582, 9, 15), unit: 1e-4 },
  CocoaTime: { from: Date.UTC(2001), unit: 1_000 },
  HFSTime: { from: Date.UTC(1904), unit: 1_000 },
  OLEAutomationDate: { from: Date.UTC(1899, 11, 30), unit: 86_400_000 },
  DelphiDateTime: { from: Date.UTC(1899, 11, 30), unit: 86_400_000 },
};

/** The time of Plaso's `date_time`, as it stands there in parts, in words or counted; `null` if there is none. */
function isoOfDateTime(value: unknown): string | null {
  const parts = listOf(field(value, 'time_elements_tuple'))?.map(Number);
  if (parts !== undefined) {
    const [year = NaN, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
    const instant = new Date(0);
    instant.setUTCFullYear(year, month - 1, day);
    instant.setUTCHours(hour, minute, second);
    const isSound = instant.getUTCFullYear() === year && instant.getUTCMonth() === month - 1;
    return isSound && instant.getUTCDate() === day ? instant.toISOString() : null;
  }
  const count = field(value, 'timestamp');
  const name = textIn(field(value, '__class_name__'));
  const kind = Object.hasOwn(COUNTS, name) ? COUNTS[name] : undefined;
  if (kind !== undefined && textIn(count) !== '' && Number.isFinite(Number(count))) {
    const instant = kind.from + Number(count) * kind.unit;
    return Math.abs(instant) <= 8.64e15 ? new Date(instant).toISOString() : null;
  }
  const words = textIn(field(value, 'string'));
  return /^\d{4}-\d\d-\d\d/.test(words) ? words : null;
}

/** The entries of a list as Python writes it, a line each: `['a', 'b']`; `null` if the text is none. */
function listLiteral(text: string): string | null {
  const inner = /^\s*\[(.*)\]\s*$/s.exec(text)?.[1]?.trim();
  if (inner === undefined) return null;
  if (inner === '') return '';
  const entries = [
    ...inner.matchAll(/\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^,'"\s][^,'"]*?))\s*(?:,|$)/gy),
  ];
  const whole = entries.reduce((length, [entry]) => length + entry.length, 0);
  return whole === inner.length
    ? entries.map(([, one, two, bare]) => (one ?? two ?? bare ?? '').replace(/\\(.)/g, '$1')).join('\n')
    : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Old l2tcsv quotes nothing, and a dash stands for nothing. */
function isOldCsv(heads: readonly string[]): boolean {
  return heads[0] === 'date' && heads.includes('MACB') && heads.includes('sourcetype');
}

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Result<Imported>> {
  const problems = collectProblems(options.file);
  const start = startOf(bytes);
  if (start.startsWith('SQLite format 3'))
    return failure(
      'plaso',
      'The file is a Plaso storage. Write its events with psort.py -o l2tcsv, and import that.',
    );
  const [line = ''] = start.split(/\r?\n/);
  const isOld = isOldCsv(line.split(','));
  const table = /^\s*\{/.test(start)
    ? textTable(bytes, options, problems)
    : await readCsv(
        bytes,
        { assume: options.assume, unquoted: isOld && !line.includes('"') && isUnquoted(start) },
        problems,
      );
  if (!table.ok) return table;
  const { value } = table;
  // Both of Plaso’s tables write it for nothing.
  if (isOld || line.startsWith('datetime,timestamp_desc,source,source_long,'))
    for (const row of value.rows)
      row.forEach((cell, place) => {
        if (cell === '-') Reflect.set(row, place, '');
      });
  return readRows(value, options, problems);
}

/** Whether a quotation mark in the first lines opens no cell. */
function isUnquoted(start: string): boolean {
  return !/(?:^|,)"[^"]*"(?:,|\r?\n)/m.test(start);
}

function textTable(bytes: Uint8Array, options: ReadOptions, problems: Problems): Result<Table> {
  const text = decodeText(bytes, options.assume, problems);
  return text.ok ? tableOfLines(text.value, problems) : text;
}

function readRows(table: Table, options: ReadOptions, problems: Problems): Result<Imported> {
  const columns = columnsOf(table, true).map((column) => column.toLowerCase());
  const [whole, number, zone] = [
    columns.indexOf('datetime'),
    columns.indexOf('timestamp'),
    columns.indexOf('timezone'),
  ];
  // Where datetime is blank, timestamp says when.
  if (whole >= 0 && number >= 0)
    for (const row of table.rows.slice(1))
      if ((row[whole] ?? '').trim() === '' && (row[number] ?? '').trim() !== '')
        Reflect.set(row, whole, row[number]);
  const lists = columns.flatMap((column, index) => (TAG_LISTS.includes(column) ? [index] : []));
  for (const row of table.rows.slice(1))
    for (const place of lists) {
      const list = listLiteral(row[place] ?? '');
      if (list !== null) Reflect.set(row, place, list);
    }
  const never = answerTo(['never-undated', 'never-date'], null, options.assume);
  let nevers = 0;
  const imported = readTable(table, options.mapping ?? mappingOf(table), options, problems, {
    conventions: { rewrite, order: 'month-first', january: 'never' },
    // Both say when; which is taken is said where they disagree.
    known: ['timestamp', 'datetime', 'timezone', 'date', 'time'],
    adapt: (found, row, index) => {
      const line = (): number | null => table.lineOf(index);
      let { date } = found;
      const own = whole < 0 || number < 0 ? null : isoOf(row[number]?.trim() ?? '');
      if (own !== null && date !== undefined && !NEVER.test(date) && !sameSecond(own, date))
        problems.count(
          'disagree',
          (count) =>
            `The columns datetime and timestamp disagree; datetime was taken ${inEntries(count, 'rows')}`,
          { line },
        );
      if (date !== undefined && zone >= 0 && /T[\d:]+$/.test(date)) {
        const name = row[zone]?.trim() ?? '';
        if (name !== '' && !/^(?:UTC|GMT|Z)$/i.test(name))
          problems.count(
            'zone',
            (count) => `Times of other zones than UTC were read as UTC ${inEntries(count, 'rows')}`,
            { line, path: 'timezone' },
          );
      }
      if (date !== undefined && NEVER.test(date)) {
        nevers += 1;
        if (never !== 'never-date') date = undefined;
      }
      const title = oneLine(found.title ?? '');
      if (title.length <= 300) return { ...found, date };
      problems.count(
        'long',
        (count) =>
          `Long messages were cut for the title and stand whole in the description ${inEntries(count, 'rows')}`,
        { line },
      );
      const description = [found.title, found.description]
        .filter((one) => one !== undefined && one !== '')
        .join('\n');
      return { ...found, date, title: cut(title, 300), description: cut(description, 20_000) };
    },
  });
  if (!imported.ok || nevers === 0) return imported;
  return success({
    ...imported.value,
    ...(never === undefined && { questions: [...imported.value.questions, NEVER_QUESTION] }),
  });
}

const NEVER_QUESTION: Question = {
  column: null,
  words:
    'Some dates are the first or last that a system can count, such as 1601-01-01: do these mean “never”?',
  choices: [
    { answer: 'never-undated', words: 'yes: these events have no date' },
    { answer: 'never-date', words: 'no: they are dates' },
  ],
  assumed: 'never-undated',
};

function sameSecond(iso: string, edtf: string): boolean {
  return (
    new Date(edtf.endsWith('Z') || /[+-]\d\d:\d\d$/.test(edtf) ? edtf : `${edtf}Z`).getTime() ===
    Math.floor(new Date(iso).getTime() / 1_000) * 1_000
  );
}

function recognise(beginning: Beginning): Likelihood {
  const { text, bytes } = beginning;
  if (bytes[0] === 0x53 && text.startsWith('SQLite format 3')) return Likelihood.Likely;
  if (/^\s*\{/.test(text)) {
    const [line = ''] = text.split('\n');
    const isLine = /\}\s*$/.test(line) || text.length > 60_000;
    return isLine &&
      /"(?:timestamp_desc|data_type|date_time)"/.test(line) &&
      /"(?:datetime|timestamp|date_time)"/.test(line)
      ? Likelihood.Sure
      : Likelihood.No;
  }
  const heads = headsOf(beginning);
  const has = (...names: string[]): boolean =>
    names.every((name) => heads.some((head) => plain(head) === plain(name)));
  return has('message', 'timestamp_desc') ||
    isOldCsv(heads) ||
    has('time', 'source', 'host', 'user', 'description') ||
    has('date', 'size', 'mode', 'meta', 'file name')
    ? Likelihood.Sure
    : Likelihood.No;
}

/** Timesketch, Plaso and their like. */
export const timesketch: Format = {
  id: 'timesketch',
  name: 'Timesketch or Plaso',
  endings: ['.csv', '.jsonl', '.json'],
  recognise,
  read,
};
