// Results of Wikidata queries, as JSON or CSV. https://www.wikidata.org/wiki/Wikidata:SPARQL_query_service
import { yearAsEdtf } from '../dates/as-edtf.ts';
import { parseEventDate } from '../dates/parse.ts';
import type { Path } from '../document/file/path.ts';
import { grouped } from '../in-words.ts';
import { failure, type Result } from '../result.ts';
import { headsOf } from './csv.ts';
import { Likelihood, type Format, type Imported, type ReadOptions } from './format.ts';
import { field, isRecord, listOf, readJson, textIn } from './json.ts';
import { collectProblems, inEntries, type Problems, type Where } from './report.ts';
import { startOf } from './text.ts';
import { readCsv } from './table/csv.ts';
import { readTable } from './table/events.ts';
import type { Mapping, Origin, Target } from './table/fields.ts';
import { columnIndex, columnsOf, plain, type Table } from './table/mapping.ts';
import { whereIn } from './table/where.ts';

const ITEM = /^https?:\/\/www\.wikidata\.org\/entity\/[QL]\d+$/;
const TIME = /^([+-]?\d{4,16})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)Z$/;
/** Blank nodes: a value that Wikidata knows to be unknown. */
const UNKNOWN = /^(?:t\d+|_:\w+|https?:\/\/\S*\/\.well-known\/genid\/\S+)$/;

/**
 * A time of the query service in EDTF.
 *
 * @param precision 0 to 14, as Wikibase counts: 9 is a year, 11 a day; `null` if the query did not ask for it.
 */
function edtfOfTime(text: string, precision: number | null): string | null {
  const [whole, digits, month, day, time] = TIME.exec(text) ?? [];
  if (whole === undefined) return null;
  const year = Number(digits);
  // Beyond what a document reaches, which then is said.
  if (Math.abs(year) > 270_000) return `Y${year}`;
  const edtf = yearAsEdtf(year);
  if (precision === null || precision >= 11)
    return edtf.startsWith('Y')
      ? edtf
      : `${edtf}-${month ?? ''}-${day ?? ''}${time === '00:00:00' || precision === 11 ? '' : `T${time ?? ''}Z`}`;
  if (precision === 10) return edtf.startsWith('Y') ? edtf : `${edtf}-${month ?? ''}`;
  if (precision === 9) return edtf;
  const years = YEARS.get(precision);
  if (years === undefined) return `${edtf}~`;
  const [first, last] = yearsAround(year, years);
  // EDTF has short forms for what begins with a round year of four digits.
  const round = String(first).padStart(4, '0');
  if (first > 0 && last < 10_000 && first % years === 0 && years < 1_000)
    return round.slice(0, years === 10 ? 3 : 2);
  return `[${yearAsEdtf(first)}..${yearAsEdtf(last)}]`;
}

/** How many years a precision spans. */
const YEARS: ReadonlyMap<number, number> = new Map([
  [8, 10],
  [7, 100],
  [6, 1_000],
]);

/**
 * The decade, century or millennium of a year. Wikidata counts the nth to the round year that ends it, so that 1800 is in
 * the 18th century and 1801 in the 19th, and decades from the round year that begins them.
 *
 * @returns its first and last year as Dateline counts them: the 18th century has 1700 to 1799.
 */
function yearsAround(year: number, size: number): readonly [number, number] {
  const isBefore = year <= 0;
  const count = isBefore ? 1 - year : year;
  if (size === 10) {
    const round = Math.floor(count / 10) * 10;
    return isBefore ? [1 - (round + 9), 1 - Math.max(1, round)] : [Math.max(1, round), round + 9];
  }
  const nth = Math.ceil(count / size);
  return isBefore ? [1 - nth * size, -(nth - 1) * size] : [Math.max(1, (nth - 1) * size), nth * size - 1];
}

/** The cells of query results, by the names of their variables. */
function tableOf(value: unknown, problems: Problems): Table | null {
  const bindings = listOf(field(field(value, 'results'), 'bindings'));
  const flat = bindings ?? listOf(value);
  if (flat === undefined) return null;
  const named = listOf(field(field(value, 'head'), 'vars'))?.map(textIn) ?? [];
  const columns = new Set<string>(named.filter((name) => name !== ''));
  for (const row of flat) if (isRecord(row)) for (const name of Object.keys(row)) columns.add(name);
  const names = [...columns].slice(0, MOST_VARIABLES);
  if (columns.size > names.length)
    problems.add(
      `The results have ${grouped(columns.size)} variables; the first ${grouped(names.length)} were read`,
    );
  const root: Path = bindings === undefined ? [] : ['results', 'bindings'];
  const rows = flat.map((row, index) => {
    if (!isRecord(row)) problems.add('The entry is no result, and was left out', { path: [...root, index] });
    return names.map((name) => {
      const cell = field(row, name);
      const own = isRecord(cell) ? field(cell, 'value') : cell;
      return typeof own === 'boolean' ? String(own) : textIn(own);
    });
  });
  return {
    rows: [names, ...rows],
    lineOf: () => null,
    pathOf: (row) => [...root, row - 1],
    hasHeadsOfItsOwn: false,
  };
}

/** The most variables of a query that become columns. */
const MOST_VARIABLES = 1_000;

/** What an item says of how sure a date is, as “sourcing circumstances” and “nature of statement” name it. */
const DOUBTS: Readonly<Record<string, '~' | '?'>> = {
  Q5727902: '~',
  Q18122778: '?',
  Q30230067: '?',
  Q18603603: '?',
  circa: '~',
  presumably: '?',
  possibly: '?',
  hypothetically: '?',
};
const DOUBT_ITEM = /^(?:https?:\/\/www\.wikidata\.org\/entity\/)?(\w+)$/;

/** The doubt that a cell adds to the date of its row; empty if none. */
function doubtIn(cell: string): string {
  const name = DOUBT_ITEM.exec(cell.trim())?.[1] ?? '';
  return Object.hasOwn(DOUBTS, name) ? (DOUBTS[name] ?? '') : '';
}

/** Columns that say more of the date in another: its bounds, how sure it is, how fine, and by which calendar it was written. */
interface Qualifiers {
  readonly precisions: readonly number[];
  readonly calendars: readonly number[];
  readonly doubts: readonly number[];
  readonly earliest: number | undefined;
  readonly latest: number | undefined;
}

function qualifiersOf(table: Table, columns: readonly string[]): Qualifiers {
  const named = (test: RegExp): number[] =>
    columns.flatMap((name, index) => (test.test(name) ? [index] : []));
  const rows = table.rows.slice(1);
  const holdTimes = (index: number): boolean => rows.some((row) => TIME.test(row[index] ?? ''));
  return {
    precisions: named(/precision$/i),
    calendars: named(/calendar(?:_?model)?(?:Label)?$/i),
    doubts: columns.flatMap((_, index) => {
      const cells = rows.map((row) => row[index] ?? '').filter((cell) => cell !== '');
      return cells.length > 0 && cells.every((cell) => doubtIn(cell) !== '') ? [index] : [];
    }),
    earliest: named(/^(?:date_?)?earliest(?:_?(?:date|start))?$/i).find(holdTimes),
    latest: named(/^(?:date_?)?latest(?:_?(?:date|start))?$/i).find(holdTimes),
  };
}

const START =
  /^(?:date|start|starttime|startdate|time|when|pointintime|point|begin|beginning|inception|birth|dateofbirth|dob|year|from)$/i;
const END = /^(?:end|endtime|enddate|until|to|death|dateofdeath|dod|dissolved)$/i;

/** Guesses what the variables of a query mean, by their names and what stands in them. */
function mappingOf(table: Table, { precisions, calendars, doubts, earliest, latest }: Qualifiers): Mapping {
  const columns = columnsOf(table, true);
  const rows = table.rows.slice(1, 200);
  const holds = (index: number, test: RegExp): boolean => rows.some((row) => test.test(row[index] ?? ''));
  const apart = new Set([...precisions, ...calendars, ...doubts, earliest, latest]);
  const all = columns.map((_, index) => index).filter((index) => !apart.has(index));
  const times = all.filter((index) => holds(index, TIME));
  const items = all.filter((index) => holds(index, ITEM));
  const labels = all.filter((index) => columns[index]?.endsWith('Label') === true);
  const fields: Partial<Record<Target, Origin>> = {};
  const put = (target: Target, index: number | undefined): void => {
    if (index !== undefined) fields[target] = { columns: [columns[index] ?? ''] };
  };
  const named = (test: RegExp, among: readonly number[]): number | undefined =>
    among.find((index) => test.test(columns[index] ?? ''));
  const place = named(/^(?:place|location|country|city|where)\w*Label$/i, labels);
  const title = labels.find((index) => index !== place) ?? named(/^(?:label|title|name|event)$/i, all);
  const of = (columns[title ?? -1] ?? '').replace(/Label$/, '');
  put('title', title);
  put('source', items.find((index) => columns[index] === of) ?? items[0]);
  put('place', place);
  put('description', named(/description$/i, all));
  const end = named(END, times);
  // Where nothing but bounds is known, the earlier stands for the date until both are joined.
  put('start', named(START, times) ?? times.find((index) => index !== end) ?? earliest ?? latest);
  put('end', end);
  put(
    'lane',
    labels.find((index) => index !== title && index !== place),
  );
  return { heads: true, fields };
}

/** Reads rows whose dates are times of the query service. */
function readResults(table: Table, options: ReadOptions, problems: Problems): Result<Imported> {
  const columns = columnsOf(table, true);
  const qualifiers = qualifiersOf(table, columns);
  const { precisions, calendars, doubts, earliest, latest } = qualifiers;
  const mapping = options.mapping ?? mappingOf(table, qualifiers);
  const startAt = columnOf(mapping, 'start', columns);
  const endAt = columnOf(mapping, 'end', columns);
  const times = columns.map((_, index) => table.rows.slice(1).some((row) => TIME.test(row[index] ?? '')));
  const dated = times.flatMap((isTime, index) => (isTime ? [index] : []));
  const [first = -1] = dated;
  const [precision] = precisions;
  // Each date has the precision whose name begins like its own, and otherwise the only one there is.
  const precisionOf = new Map(
    dated.map((index) => {
      const name = plain(columns[index] ?? '').split(' ')[0] ?? '';
      const own = precisions.find((one) => plain(columns[one] ?? '').startsWith(name));
      return [index, own ?? (precisions.length === 1 && index === first ? precision : undefined)];
    }),
  );
  const rows = table.rows.map((row, index) => {
    if (index === 0) return row;
    const where = (place: number): Where => whereIn(table, index, columns[place]);
    const cells = row.map((cell, place) => {
      if (UNKNOWN.test(cell)) {
        problems.count(
          'unknown',
          (count) => `Values that Wikidata knows to be unknown were left out ${inEntries(count, 'places')}`,
          where(place),
        );
        return '';
      }
      if (times[place] !== true) return ITEM.test(cell) ? cell.replace('http:', 'https:') : cell;
      const column = precisionOf.get(place);
      const level = column === undefined || !row[column] ? NaN : Number(row[column]);
      return edtfOfTime(cell, Number.isInteger(level) ? level : null) ?? cell;
    });
    if (
      calendars.some(
        (place) =>
          /\/Q1985786$|julian/i.test(row[place] ?? '') && !/proleptic gregorian/i.test(row[place] ?? ''),
      )
    )
      problems.count(
        'julian',
        (count) =>
          `Dates that were written by the Julian calendar are those of the Gregorian one, as results of queries give them, ${inEntries(count, 'rows')}`,
        where(calendars[0] ?? 0),
      );
    if (startAt < 0) return cells;
    const hasEnd = endAt >= 0 && (cells[endAt] ?? '') !== '';
    const bounds = [earliest, latest].map((place) => (place === undefined ? '' : (cells[place] ?? '')));
    const own = cells[startAt] ?? '';
    const within = boundsOf(bounds);
    if (within !== null) {
      if (hasEnd)
        problems.count(
          'bounds',
          (count) =>
            `A start that lies between two dates cannot be part of an interval; the earlier was taken ${inEntries(count, 'rows')}`,
          where(startAt),
        );
      cells[startAt] = hasEnd ? ([bounds[0], own, bounds[1]].find((one) => one !== '') ?? '') : within;
    }
    const marks = new Set(doubts.map((place) => doubtIn(row[place] ?? '')));
    const mark = marks.has('~') ? (marks.has('?') ? '%' : '~') : marks.has('?') ? '?' : '';
    const date = cells[startAt] ?? '';
    if (mark !== '' && date !== '') {
      const isPlain = /^Y?-?[\dX-]+$/.test(date);
      if (isPlain) cells[startAt] = date + mark;
      else if (!date.endsWith('~'))
        problems.count(
          'doubt',
          (count) => `A doubt that such a date cannot have was left out ${inEntries(count, 'rows')}`,
          where(doubts[0] ?? 0),
        );
    }
    return cells;
  });
  return readTable({ ...table, rows }, mapping, options, problems, {
    // Only the precision says what 1 January is.
    conventions: { edtf: true, january: precisions.length === 0 ? 'always' : 'never' },
    known: [
      ...[...precisions, ...calendars, ...doubts, earliest, latest].flatMap((index) =>
        index === undefined ? [] : [columns[index] ?? ''],
      ),
      ...columns.filter((_, index) => isOnlyItems(table, index)),
    ],
    adapt: (found, _row, index) => {
      if (found.title !== undefined && /^Q\d+$/.test(found.title))
        problems.count(
          'label',
          (count) => `Items without a label are called by their numbers ${inEntries(count, 'rows')}`,
          whereIn(table, index),
        );
      // What stood there, not what was made of it.
      const own = [startAt, endAt].flatMap((place) => table.rows[index]?.[place] ?? []);
      return { ...found, written: own.filter((cell) => cell !== '').join(' – ') };
    },
  });
}

/** A date that lies between two bounds, of which one may be blank; `null` if there is none that EDTF can say. */
function boundsOf([from = '', to = '']: readonly string[]): string | null {
  if (from === '' && to === '') return null;
  const edtf = from === to ? from : `[${from}..${to}]`;
  return parseEventDate(edtf).ok ? edtf : null;
}

/** The index of the only column of a target; `-1` if it has none or several. */
function columnOf({ fields }: Mapping, target: Target, columns: readonly string[]): number {
  const origin = fields[target];
  const [name, more] = origin !== undefined && 'columns' in origin ? origin.columns : [];
  return name === undefined || more !== undefined ? -1 : columnIndex(columns, name);
}

function isOnlyItems(table: Table, index: number): boolean {
  return table.rows.slice(1, 200).every((row) => (row[index] ?? '') === '' || ITEM.test(row[index] ?? ''));
}

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Result<Imported>> {
  const problems = collectProblems(options.file);
  if (/^\s*[[{]/.test(startOf(bytes))) {
    const json = readJson(bytes, options.assume, problems);
    if (!json.ok) return json;
    if (isRecord(field(json.value, 'entities')))
      return failure(
        'wikidata',
        'The file holds items of Wikidata as they are kept there. Dateline reads the results of queries: ask for what you want at the query service, and download that as JSON or CSV.',
      );
    const table = tableOf(json.value, problems);
    return table === null
      ? failure('wikidata', 'The file holds no results of a query.')
      : readResults(table, options, problems);
  }
  const table = await readCsv(bytes, options, problems);
  return table.ok ? readResults(table.value, options, problems) : table;
}

/** How a file with whole items begins, which is refused by name. */
const ENTITIES = /^\s*\{\s*"entities"\s*:\s*\{\s*"[QPL]\d+"/;

/** Results of Wikidata queries. */
export const wikidata: Format = {
  id: 'wikidata',
  name: 'Wikidata query results',
  endings: ['.json', '.csv', '.tsv'],
  recognise(beginning) {
    const { text } = beginning;
    if (/^\s*\{/.test(text))
      return (/"bindings"\s*:/.test(text) && /"vars"\s*:/.test(text)) || ENTITIES.test(text)
        ? Likelihood.Sure
        : Likelihood.No;
    const hasItems = /https?:\/\/www\.wikidata\.org\/entity\/Q\d+/.test(text);
    if (!hasItems) return Likelihood.No;
    if (/^\s*\[\s*\{/.test(text))
      return /"start"\s*:/.test(text) && /"content"\s*:/.test(text) ? Likelihood.No : Likelihood.Sure;
    return /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/.test(text) && headsOf(beginning).length > 1
      ? Likelihood.Sure
      : Likelihood.No;
  },
  read,
};
