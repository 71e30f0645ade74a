// What the columns of a table mean, as data: guessed by their heads and contents, shown and changed by a reader, kept in a file.
import { readWrittenDate, readWrittenTime, saysNoDate, USUAL } from '../../dates/written.ts';
import type { Path } from '../../document/file/path.ts';
import { excerpt } from '../../excerpt.ts';
import { failure, success, type Result } from '../../result.ts';
import { isAddress } from '../address.ts';
import {
  MAPPING_SCHEMA,
  TARGETS,
  type Mapping,
  type Origin,
  type TableSketch,
  type Target,
} from './fields.ts';

/** How many rows are shown, and looked at to guess. */
const SKETCHED = 20;
const GUESSED_FROM = 200;

/** Rows of cells, as a reader of tables finds them. */
export interface Table {
  /** All rows, the heads among them. */
  readonly rows: readonly (readonly string[])[];
  /** The line of a row, by its index from 0; `null` if the file has no lines. */
  readonly lineOf: (row: number) => number | null;
  /** Where a row stands in a file that is JSON, whose lines are found by that. */
  readonly pathOf?: ((row: number) => Path) | undefined;
  /** False where the heads were made of the names in the entries, and so count as no row. */
  readonly hasHeadsOfItsOwn?: boolean | undefined;
  /** How many rows of the file stand above the first. */
  readonly above?: number | undefined;
}

/** The names of a table's columns: their heads where these tell them apart, numbers otherwise. */
export function columnsOf(table: Table, heads: boolean): string[] {
  const width = table.rows.slice(0, GUESSED_FROM).reduce((most, row) => Math.max(most, row.length), 0);
  const names = heads ? (table.rows[0] ?? []).map((head) => head.replace(/\s+/g, ' ').trim()) : [];
  const seen = new Set<string>();
  return Array.from({ length: width }, (_, index) => {
    const name = names[index] ?? '';
    if (name === '' || seen.has(name)) return `#${index + 1}`;
    seen.add(name);
    return name;
  });
}

/** The index of a column by its name: exactly, or else without regard to case and signs; `-1` if there is none. */
export function columnIndex(columns: readonly string[], name: string): number {
  const exact = columns.indexOf(name);
  if (exact >= 0) return exact;
  const number = /^#(\d{1,4})$/.exec(name)?.[1];
  if (number !== undefined) return Number(number) <= columns.length ? Number(number) - 1 : -1;
  const wanted = plain(name);
  return columns.findIndex((column) => plain(column) === wanted);
}

/** What a screen shows of a table. */
export function sketchOf(table: Table, mapping: Mapping): TableSketch {
  const from = mapping.heads ? 1 : 0;
  const rows = table.rows.slice(from, from + SKETCHED);
  return {
    columns: columnsOf(table, mapping.heads),
    rows,
    lines: rows.map((_, place) => table.lineOf(from + place)),
    first: rowNumber(table, from),
  };
}

/** The number that a row has in its file, from 1; heads count, and what stands above them. @param index from 0. */
export function rowNumber({ hasHeadsOfItsOwn, above = 0 }: Table, index: number): number {
  return (hasHeadsOfItsOwn === false ? index : index + 1) + above;
}

/** A head in small letters, without signs: “Start Date”, “start_date” and “StartDate” are one. */
export function plain(head: string): string {
  return head
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The heads that people write over columns, in the order in which a target takes one. */
const HEADS: Readonly<Record<Target, readonly string[]>> = {
  id: ['id', 'event id', 'uid', 'key', 'identifier', 'unique id', 'uuid'],
  title: [
    ...[
      'title',
      'event',
      'headline',
      'event title',
      'event name',
      'name',
      'subject',
      'summary',
      'label',
      'what',
      'heading',
    ],
    ...[
      'titel',
      'ereignis',
      'titre',
      'evenement',
      'titulo',
      'evento',
      'titolo',
      'название',
      'событие',
      'message',
    ],
    ...['nom', 'nombre', 'nome', 'naam', 'bezeichnung', 'intitule'],
  ],
  label: ['short title', 'short name', 'short label'],
  description: [
    ...[
      'description',
      'details',
      'detail',
      'notes',
      'note',
      'text',
      'body',
      'content',
      'comment',
      'comments',
      'abstract',
      'remark',
      'remarks',
    ],
    ...['beschreibung', 'descripcion', 'descrizione', 'описание', 'event description', 'event content'],
    ...['bemerkung', 'bemerkungen', 'commentaire', 'remarques', 'observaciones', 'примечание'],
  ],
  edtf: ['date edtf', 'edtf'],
  start: [
    ...[
      'start date',
      'start',
      'date',
      'event date',
      'when',
      'begin',
      'begin date',
      'from',
      'date from',
      'start time',
      'datetime',
    ],
    ...[
      'date time',
      'timestamp',
      'point in time',
      'year written',
      'datum',
      'beginn',
      'fecha',
      'data',
      'дата',
      'начало',
      'time',
      'dates',
      'hdate',
    ],
    ...[
      'starts',
      'begins',
      'startdatum',
      'begindatum',
      'anfang',
      'von',
      'date debut',
      'date de debut',
      'debut',
      'fecha inicio',
      'fecha de inicio',
      'inicio',
      'data inizio',
      'data di inizio',
      'inizio',
      'data de inicio',
      'дата начала',
    ],
  ],
  'start-year': ['year', 'start year', 'begin year', 'year start', 'jahr', 'annee', 'ano', 'anno', 'год'],
  'start-month': ['month', 'start month', 'begin month', 'monat', 'mois', 'mes', 'mese', 'месяц', 'mo'],
  'start-day': ['day', 'start day', 'begin day', 'tag', 'jour', 'dia', 'giorno', 'день', 'dy'],
  'start-time': [
    ...['start time', 'time', 'time of day', 'begin time', 'event time', 'hour', 'start hour'],
    ...['uhrzeit', 'zeit', 'heure', 'hora', 'ora', 'tijd', 'время'],
  ],
  'start-latest': ['latest start date', 'latest start', 'latest date'],
  'start-approximate': ['start approximate', 'approximate', 'circa'],
  end: [
    'end date',
    'end',
    'to',
    'until',
    'date to',
    'finish',
    'finish date',
    'end time',
    'ende',
    'bis',
    'fin',
    'fine',
    'конец',
    'hdate end',
    ...['ends', 'enddatum', 'einddatum', 'date fin', 'date de fin', 'fecha fin', 'fecha de fin'],
    ...['data fine', 'data di fine', 'data fim', 'data de fim', 'дата окончания', 'дата конца'],
  ],
  'end-year': ['end year', 'year end', 'to year'],
  'end-month': ['end month'],
  'end-day': ['end day'],
  'end-time': ['end time', 'finish time', 'time to', 'end hour'],
  'end-earliest': ['earliest end date', 'earliest end'],
  'end-approximate': ['end approximate'],
  lane: [
    'lane',
    'group',
    'category',
    'layer',
    'track',
    'section',
    'series',
    'kategorie',
    'gruppe',
    'categorie',
    'categoria',
    'type',
    'категория',
    'event category',
  ],
  place: ['place', 'location', 'where', 'city', 'ort', 'lieu', 'lugar', 'luogo', 'место', 'country'],
  participants: ['participants', 'participant', 'people', 'person', 'persons', 'who', 'attendees', 'actors'],
  tags: ['tags', 'tag', 'keywords', 'labels', 'topics', 'event tags'],
  importance: ['importance'],
  source: [
    'source',
    'url',
    'link',
    'address',
    'source url',
    'reference',
    'web',
    'website',
    'links',
    'sources',
    'quelle',
  ],
  'source-title': ['source title', 'source name', 'source', 'reference'],
};

/** Targets that mean nothing without one of others. */
const NEEDS: Readonly<Partial<Record<Target, readonly Target[]>>> = {
  'start-month': ['start-year'],
  'start-day': ['start-year'],
  'start-time': ['start', 'start-year'],
  'end-month': ['end-year'],
  'end-day': ['end-year'],
  // An event ends on the day of its start if nothing else is said.
  'end-time': ['start-time', 'end', 'end-year'],
  'source-title': ['source'],
};

/**
 * Guesses what the columns of a table mean: by their heads, and where these say nothing by what stands in them.
 *
 * @param heads whether the first row holds heads; guessed if left out.
 */
export function guessMapping(table: Table, heads: boolean = hasHeads(table)): Mapping {
  const columns = columnsOf(table, heads);
  const rows = table.rows.slice(heads ? 1 : 0, GUESSED_FROM);
  const taken = new Set<number>();
  const fields: Partial<Record<Target, Origin>> = {};
  const take = (target: Target, index: number): void => {
    taken.add(index);
    fields[target] = { columns: [columns[index] ?? ''] };
  };
  const cells = (index: number): string[] =>
    rows.flatMap((row) => {
      const cell = row[index]?.trim() ?? '';
      return cell === '' ? [] : [cell];
    });

  if (heads) {
    const plainHeads = columns.map(plain);
    for (const target of TARGETS) {
      if (NEEDS[target]?.every((other) => fields[other] === undefined) === true) continue;
      for (const head of HEADS[target]) {
        const index = plainHeads.indexOf(head);
        if (index < 0 || taken.has(index) || !suits(target, cells(index))) continue;
        take(target, index);
        break;
      }
    }
  }
  if (fields['start-year'] !== undefined && fields.start !== undefined) {
    const [date] = 'columns' in fields.start ? fields.start.columns : [];
    const index = columns.indexOf(date ?? '');
    const whole = shareOf(cells(index), isDate) > 0.5;
    // A year beside a whole date says nothing more; beside “12 April” it is what is missing, unless month and day have columns.
    if (!whole && fields['start-month'] !== undefined) delete fields.start;
    else {
      if (!whole) fields.start = { columns: [date ?? '', ...yearColumn(fields['start-year'])] };
      delete fields['start-year'];
      delete fields['start-month'];
      delete fields['start-day'];
    }
  }
  const free = columns.map((_, index) => index).filter((index) => !taken.has(index));
  if (fields.start === undefined && fields['start-year'] === undefined) {
    const dates = free.filter((index) => cells(index).length > 0 && shareOf(cells(index), isDate) >= 0.8);
    const best = dates.find((index) => cells(index).some((cell) => !/^\d{1,3}$/.test(cell)));
    if (best !== undefined) take('start', best);
  }
  if (fields.title === undefined) {
    const texts = columns
      .map((_, index) => index)
      .filter((index) => !taken.has(index) && shareOf(cells(index), isText) >= 0.5);
    const [best] = [...texts].sort((one, other) => distinct(cells(other)) - distinct(cells(one)));
    if (best !== undefined) take('title', best);
  }
  return { heads, fields };
}

function yearColumn(origin: Origin): readonly string[] {
  return 'columns' in origin ? origin.columns : [];
}

/** Whether what stands in a column can be what its head says. */
function suits(target: Target, cells: readonly string[]): boolean {
  if (cells.length === 0) return true;
  if (target === 'source') return shareOf(cells, (cell) => /https?:\/\/\S/.test(cell)) >= 0.5;
  if (target === 'importance') return cells.every((cell) => /^[1-5]$/.test(cell));
  if (target === 'start' || target === 'end')
    return (
      shareOf(cells, (cell) => /\d/.test(cell) || saysNoDate(cell)) >= 0.5 && shareOf(cells, isClock) < 0.5
    );
  if (target === 'start-time' || target === 'end-time')
    return shareOf(cells, (cell) => readWrittenTime(cell) !== null) >= 0.8;
  if (target === 'start-year' || target === 'end-year')
    return shareOf(cells, (cell) => /\d/.test(cell)) >= 0.5;
  return true;
}

/** Whether the first row holds heads: none of its cells is a date, a number or an address, and none is blank or there twice. */
export function hasHeads({ rows }: Table): boolean {
  const [first = [], second] = rows;
  const cells = first.map((cell) => cell.trim());
  if (cells.some((cell) => /^[-+]?\d/.test(cell) || isAddress(cell))) return false;
  const known = new Set(Object.values(HEADS).flat());
  if (cells.some((cell) => known.has(plain(cell)))) return true;
  return second !== undefined && cells.every((cell) => cell !== '' && cell.length < 60) && cells.length > 1;
}

function isDate(cell: string): boolean {
  return (
    readWrittenDate(cell, { ...USUAL, century: 1900 }).ok ||
    (/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/.test(cell) && cell.length < 30)
  );
}

/** A time of day, which no date is. */
function isClock(cell: string): boolean {
  return /^\d{1,2}[:.]\d\d|^\d{1,2} ?[ap]\.?m/i.test(cell) && readWrittenTime(cell) !== null;
}

function isText(cell: string): boolean {
  return /\p{L}/u.test(cell) && !isAddress(cell) && !isDate(cell);
}

function shareOf(cells: readonly string[], holds: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(holds).length / cells.length;
}

function distinct(cells: readonly string[]): number {
  return new Set(cells).size;
}

/**
 * Reads a mapping from a JSON file, as `--map` takes it.
 *
 * @returns the mapping, or `mapping-invalid` with a sentence.
 */
export function readMapping(text: string): Result<Mapping> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failure('mapping-invalid', 'The mapping is not JSON.');
  }
  const parsed = MAPPING_SCHEMA.safeParse(value);
  if (parsed.success) return success(parsed.data);
  const [issue] = parsed.error.issues;
  const unknown = Object.keys(fieldsIn(value)).find((name) => !TARGETS.some((target) => target === name));
  if (unknown !== undefined)
    return failure(
      'mapping-invalid',
      `The mapping has no field ${excerpt(unknown)}; it has ${TARGETS.join(', ')}.`,
    );
  const where = issue?.path.map(String).join(' › ') ?? '';
  return failure(
    'mapping-invalid',
    `The mapping is wrong${where === '' ? '' : ` at ${where}`}: it needs “heads”, true or false, and “fields”, each with a list “columns” or a text “fixed”, such as {"heads": true, "fields": {"title": {"columns": ["Event"]}}}.`,
  );
}

function fieldsIn(value: unknown): object {
  const fields: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'fields') : null;
  return typeof fields === 'object' && fields !== null ? fields : {};
}
