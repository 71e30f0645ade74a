// Results of Wikidata queries, as JSON or CSV. https://www.wikidata.org/wiki/Wikidata:SPARQL_query_service
import { yearAsEdtf } from '../dates/as-edtf.ts';
import { failure, type Result } from '../result.ts';
import { headsOf } from './csv.ts';
import { Likelihood, type Format, type Imported, type ReadOptions } from './format.ts';
import { field, isRecord, listOf, readJson, textIn } from './json.ts';
import { collectProblems, inEntries, type Problems } from './report.ts';
import { readCsv } from './table/csv.ts';
import { readTable } from './table/events.ts';
import { columnsOf, plain, type Mapping, type Origin, type Table, type Target } from './table/mapping.ts';

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
  const [whole, digits, month, day] = TIME.exec(text) ?? [];
  if (whole === undefined) return null;
  const year = Number(digits);
  // Beyond what a document reaches, which then is said.
  if (Math.abs(year) > 270_000) return `Y${year}`;
  const edtf = yearAsEdtf(year);
  if (precision === null || precision >= 11)
    return edtf.startsWith('Y') ? edtf : `${edtf}-${month ?? ''}-${day ?? ''}`;
  if (precision === 10) return edtf.startsWith('Y') ? edtf : `${edtf}-${month ?? ''}`;
  if (precision === 9) return edtf;
  if (precision === 8) {
    if (year < 0 || edtf.startsWith('Y')) return `[${yearAsEdtf(year - 5)}..${yearAsEdtf(year + 5)}]`;
    return edtf.slice(0, 3);
  }
  // The nth century: 1800 is in the 18th, 1801 in the 19th.
  if (precision === 7 && year > 0 && year < 10_000) {
    const nth = Math.floor((year + 99) / 100);
    return nth === 1 ? '[0001..0099]' : String(nth - 1).padStart(2, '0');
  }
  if (precision === 7) return `[${yearAsEdtf(year - 50)}..${yearAsEdtf(year + 50)}]`;
  if (precision === 6 && year > 0) {
    const first = Math.floor((year - 1) / 1_000) * 1_000 + 1;
    return `[${yearAsEdtf(first)}..${yearAsEdtf(first + 999)}]`;
  }
  return `${edtf}~`;
}

/** The cells of query results, by the names of their variables. */
function tableOf(value: unknown, problems: Problems): Table | null {
  const bindings = listOf(field(field(value, 'results'), 'bindings'));
  const flat = bindings ?? listOf(value);
  if (flat === undefined) return null;
  const named = listOf(field(field(value, 'head'), 'vars'))?.map(textIn) ?? [];
  const columns = new Set<string>(named.filter((name) => name !== ''));
  for (const row of flat.slice(0, 1_000))
    if (isRecord(row)) for (const name of Object.keys(row)) if (columns.size < 1_000) columns.add(name);
  const names = [...columns];
  const rows = flat.map((row, index) => {
    if (!isRecord(row)) problems.add('The entry is no result, and was left out', { path: [index] });
    return names.map((name) => {
      const cell = field(row, name);
      return isRecord(cell) ? textIn(field(cell, 'value')) : textIn(cell);
    });
  });
  return { rows: [names, ...rows], lineOf: () => null, hasHeadsOfItsOwn: false };
}

const START =
  /^(?:date|start|starttime|startdate|time|when|pointintime|point|begin|beginning|inception|birth|dateofbirth|dob|year|from)$/i;
const END = /^(?:end|endtime|enddate|until|to|death|dateofdeath|dod|dissolved)$/i;

/** Guesses what the variables of a query mean, by their names and what stands in them. */
function mappingOf(table: Table): Mapping {
  const columns = columnsOf(table, true);
  const rows = table.rows.slice(1, 200);
  const holds = (index: number, test: RegExp): boolean => rows.some((row) => test.test(row[index] ?? ''));
  const times = columns.flatMap((_, index) => (holds(index, TIME) ? [index] : []));
  const items = columns.flatMap((_, index) => (holds(index, ITEM) ? [index] : []));
  const labels = columns.flatMap((name, index) => (name.endsWith('Label') ? [index] : []));
  const all = columns.map((_, index) => index);
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
  put('start', named(START, times) ?? times.find((index) => index !== end));
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
  const precisions = columns.flatMap((name, index) => (/precision$/i.test(name) ? [index] : []));
  const [precision] = precisions;
  const times = columns.map((_, index) => table.rows.slice(1).some((row) => TIME.test(row[index] ?? '')));
  const dated = times.flatMap((isTime, index) => (isTime ? [index] : []));
  const first = dated[0] ?? -1;
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
    return row.map((cell, place) => {
      if (UNKNOWN.test(cell)) {
        problems.count(
          'unknown',
          (count) => `Values that Wikidata knows to be unknown were left out ${inEntries(count, 'places')}`,
          { path: columns[place] },
        );
        return '';
      }
      if (times[place] !== true) return ITEM.test(cell) ? cell.replace('http:', 'https:') : cell;
      const column = precisionOf.get(place);
      const level = column === undefined ? null : Number(row[column] ?? '');
      return edtfOfTime(cell, level !== null && Number.isInteger(level) ? level : null) ?? cell;
    });
  });
  const calendars = columns.filter((name) => /calendar(?:model)?$/i.test(name));
  return readTable({ ...table, rows }, options.mapping ?? mappingOf(table), options, problems, {
    // Only the precision says what 1 January is.
    conventions: { edtf: true, january: precisions.length === 0 ? 'always' : 'never' },
    known: [
      ...precisions.map((index) => columns[index] ?? ''),
      ...calendars,
      ...columns.filter((_, index) => isOnlyItems(table, index)),
    ],
    adapt: (found, _row, index) => {
      if (found.title !== undefined && /^Q\d+$/.test(found.title))
        problems.count(
          'label',
          (count) => `Items without a label are called by their numbers ${inEntries(count, 'rows')}`,
          { line: () => table.lineOf(index) },
        );
      return found;
    },
  });
}

function isOnlyItems(table: Table, index: number): boolean {
  return table.rows.slice(1, 200).every((row) => (row[index] ?? '') === '' || ITEM.test(row[index] ?? ''));
}

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Result<Imported>> {
  const problems = collectProblems(options.file);
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 64));
  if (/^[^{["]*[[{]/.test(start) && /^\s*\ufeff?[[{]/.test(start)) {
    const json = readJson(bytes, options.assume, problems);
    if (!json.ok) return json;
    const table = tableOf(json.value, problems);
    return table === null
      ? failure('wikidata', 'The file holds no results of a query.')
      : readResults(table, options, problems);
  }
  const table = await readCsv(bytes, options, problems);
  return table.ok ? readResults(table.value, options, problems) : table;
}

/** Results of Wikidata queries. */
export const wikidata: Format = {
  id: 'wikidata',
  name: 'Wikidata query results',
  endings: ['.json', '.csv', '.tsv'],
  recognise(beginning) {
    const { text } = beginning;
    if (/^\s*\{/.test(text))
      return /"bindings"\s*:/.test(text) && /"vars"\s*:/.test(text) ? Likelihood.Sure : Likelihood.No;
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
