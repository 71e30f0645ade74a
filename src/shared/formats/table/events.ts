// Makes events of the rows of a table, by what its columns mean.
import { parseEventDate } from '../../dates/parse.ts';
import { failure, success, type Result } from '../../result.ts';
import { excerpt } from '../../excerpt.ts';
import { grouped } from '../../in-words.ts';
import { startDraft, type Found } from '../draft.ts';
import type { Imported, Question, ReadOptions } from '../format.ts';
import { collectProblems, inEntries, type Problems } from '../report.ts';
import { joinEnds, settleColumns, type DateColumn, type FixedConventions } from './dates.ts';
import { TARGETS, type Mapping, type Target } from './fields.ts';
import { columnIndex, columnsOf, plain, rowNumber, sketchOf, type Table } from './mapping.ts';
import { whereIn } from './where.ts';

/** What a table of a certain program adds to its mapping. */
export interface TableKind {
  /** How its dates are written, where that program fixes it. */
  readonly conventions?: FixedConventions | undefined;
  /** The rows that are events; the others are left to the kind, which reports them. */
  readonly isEvent?: ((row: readonly string[], index: number) => boolean) | undefined;
  /** Changes what was found in a row; `null` leaves it out, which the kind reports. */
  readonly adapt?: ((found: Found, row: readonly string[], index: number) => Found) | undefined;
  /** Columns that the kind reads itself or knows to be without meaning here. */
  readonly known?: readonly string[] | undefined;
  /** Separates the entries of a list in a cell. */
  readonly lists?: RegExp | undefined;
}

/** How a column of EDTF is read. */
const EDTF: FixedConventions = { edtf: true, january: 'never' };

/** What a row says of a bound that has no column. */
const NO_DATE: Result<string | null> = success(null);

/** Separators in a cell that holds several tags; in one of names, a comma may belong to the name. Lines count before all. */
const LINES = /\s*\n\s*/;
const TAGS = /\s*[,;|]\s*/;
const NAMES = /\s*[;|]\s*/;

/**
 * Reads a table by its mapping.
 *
 * @returns the events, or `mapping-invalid` if the mapping names a column that is not there, or `table-empty`.
 */
export function readTable(
  table: Table,
  mapping: Mapping,
  { file, assume: given }: ReadOptions,
  problems: Problems = collectProblems(file),
  kind: TableKind = {},
): Result<Imported> {
  const assume = [...given, ...(mapping.assume ?? [])];
  const columns = columnsOf(table, mapping.heads);
  const cellsOf = columnCells(columns, mapping);
  if (!cellsOf.ok) return cellsOf;
  const { text, has, names, indexes, used } = cellsOf.value;
  const { rows } = table;

  const events: number[] = [];
  for (let index = mapping.heads ? 1 : 0; index < rows.length; index += 1) {
    const row = rows[index] ?? [];
    if (row.every((cell) => cell === '' || cell.trim() === '')) continue;
    if (kind.isEvent?.(row, index) !== false) events.push(index);
  }
  reportLeftOut(table, columns, used, kind, events, problems);

  const draft = startDraft(file, problems);
  const [start, end, latest, earliest] = settleColumns(
    [
      { column: dateColumn(rows, 'start', cellsOf.value), fixed: has('edtf') ? EDTF : kind.conventions },
      { column: dateColumn(rows, 'end', cellsOf.value), fixed: kind.conventions },
      { column: wholeColumn(rows, 'start-latest', cellsOf.value), fixed: kind.conventions },
      { column: wholeColumn(rows, 'end-earliest', cellsOf.value), fixed: kind.conventions },
    ],
    events,
    assume,
    problems,
  );
  const questions: Question[] = [start, end, latest, earliest].flatMap((one) => one?.questions ?? []);
  const people = indexes('participants');
  const roles = rolesOf(people, columns);
  // Without columns, those of all rows, if there are any.
  const everyone = listIn(text('participants', []), kind.lists, NAMES).map((name) => ({ name }));
  const [hasTags, hasSources] = [has('tags'), has('source')];
  const dateNames = [
    names('edtf'),
    names('start'),
    names('start-year'),
    names('end'),
    names('end-year'),
  ].find((name) => name !== '');

  const doubted = (edtf: string | null, target: Target, index: number): string | null => {
    const said = has(target) ? text(target, rows[index] ?? []) : '';
    if (edtf === null || said === '' || isNo(said)) return edtf;
    if (isYes(said) && /^[\dYX-]+(?:\/[\dYX-]+)?$/.test(edtf)) return `${edtf.replace('/', '~/')}~`;
    problems.count(
      target,
      (count) =>
        `What is said about dates being approximate cannot be read or does not fit, and was left out ${inEntries(count, 'rows')}`,
      whereIn(table, index, names(target)),
    );
    return edtf;
  };

  for (const index of events) {
    const row = rows[index] ?? [];
    const where = whereIn(table, index, dateNames);
    const from = start?.read(index) ?? NO_DATE;
    const to = end?.read(index) ?? NO_DATE;
    const latestStart = latest?.read(index) ?? NO_DATE;
    const earliestEnd = earliest?.read(index) ?? NO_DATE;
    const writtenStart = start?.written(index) ?? '';
    const writtenEnd = end?.written(index) ?? '';
    const written =
      writtenEnd === '' ? writtenStart : writtenStart === '' ? writtenEnd : `${writtenStart} – ${writtenEnd}`;
    let date: string | null = null;
    if (!from.ok) problems.add(`The date ${from.failure.message}; the event has no date`, where);
    else {
      const bound = (read: Result<string | null>, target: Target): string | null => {
        if (read.ok) return read.value;
        problems.add(
          `The date ${read.failure.message}, and was left out`,
          whereIn(table, index, names(target) || names('end-year') || dateNames),
        );
        return null;
      };
      const joined = joinEnds(
        doubted(from.value, 'start-approximate', index),
        doubted(bound(to, 'end'), 'end-approximate', index),
        {
          latestStart: bound(latestStart, 'start-latest'),
          earliestEnd: bound(earliestEnd, 'end-earliest'),
        },
        problems,
        where,
      );
      if (joined.ok) date = joined.value;
      else problems.add(`The date ${joined.failure.message}; the event has no date`, where);
      if (joined.ok && date === null)
        problems.add(
          written === '' ? 'The event has no date' : `${excerpt(written)} is no date; the event has none`,
          where,
        );
      // Only what was joined has to be read once more.
      if (date !== null && date !== from.value) {
        const parsed = parseEventDate(date);
        if (!parsed.ok) {
          problems.add(`The date ${parsed.failure.message}; the event has no date`, where);
          date = null;
        }
      }
    }
    const importance = text('importance', row);
    if (importance !== '' && !/^[1-5]$/.test(importance))
      problems.count(
        'importance',
        (count) => `The importance is no number from 1 to 5, and was left out ${inEntries(count, 'rows')}`,
        whereIn(table, index, names('importance')),
      );
    if (hasSources && text('source', row) === '' && text('source-title', row) !== '')
      problems.count(
        'source-title',
        (count) => `Titles of sources without an address were left out ${inEntries(count, 'rows')}`,
        whereIn(table, index, names('source-title')),
      );
    const found: Found = {
      row: rowNumber(table, index),
      where: whereIn(table, index),
      id: text('id', row),
      title: text('title', row),
      label: text('label', row),
      description: text('description', row),
      date: date ?? undefined,
      dateIsSound: true,
      written,
      lane: text('lane', row),
      place: text('place', row),
      tags: hasTags ? listIn(text('tags', row), kind.lists, TAGS) : undefined,
      importance: /^[1-5]$/.test(importance) ? Number(importance) : undefined,
      participants:
        people.length === 0
          ? everyone
          : people.flatMap((place, position) =>
              listIn(row[place]?.trim() ?? '', kind.lists, NAMES).map((name) => {
                const [, bare = name, role] = /^(.*\S) \[([^[\]]*)\]$/.exec(name) ?? [];
                return { name: bare, role: role === '' ? undefined : (role ?? roles[position]) };
              }),
            ),
      sources: hasSources ? sourcesIn(text('source', row), text('source-title', row)) : undefined,
    };
    const adapted = kind.adapt?.(found, row, index) ?? found;
    draft.add(adapted.date === found.date ? adapted : { ...adapted, dateIsSound: false });
  }
  return success(draft.finish({ questions, table: { mapping, sketch: sketchOf(table, mapping) } }));
}

/** The cells of targets. */
interface Cells {
  /** What a row holds for a target, trimmed; empty if nothing. */
  readonly text: (target: Target, row: readonly string[]) => string;
  readonly has: (target: Target) => boolean;
  /** The names of a target's columns, in words; empty if it has none. */
  readonly names: (target: Target) => string;
  readonly indexes: (target: Target) => readonly number[];
  /** The indexes of all columns that are mapped. */
  readonly used: ReadonlySet<number>;
}

function columnCells(columns: readonly string[], mapping: Mapping): Result<Cells> {
  const origins = new Map<Target, CellOrigin>();
  const used = new Set<number>();
  for (const [target, origin] of Object.entries(mapping.fields)) {
    const known = TARGETS.find((one) => one === target);
    if (known === undefined)
      return failure(
        'mapping-invalid',
        `The mapping has no field ${excerpt(target)}; it has ${TARGETS.join(', ')}.`,
      );
    if ('fixed' in origin) {
      origins.set(known, origin);
      continue;
    }
    const indexes = origin.columns.map((name) => columnIndex(columns, name));
    const missing = indexes.indexOf(-1);
    if (missing >= 0)
      return failure(
        'mapping-invalid',
        `The table has no column ${excerpt(origin.columns[missing] ?? '')}; its columns are ${columns.map((name) => excerpt(name, 40)).join(', ')}.`,
      );
    for (const index of indexes) used.add(index);
    origins.set(known, { indexes, join: origin.join ?? ' ' });
  }
  // A reader for each target, made once: a table may have a million rows.
  const readers: Partial<Record<Target, (row: readonly string[]) => string>> = {};
  for (const [target, origin] of origins) readers[target] = readerOf(origin);
  return success({
    used,
    has: (target) => origins.has(target),
    indexes: (target) => {
      const origin = origins.get(target);
      return origin === undefined || 'fixed' in origin ? [] : origin.indexes;
    },
    names: (target) => {
      const origin = origins.get(target);
      if (origin === undefined || 'fixed' in origin) return '';
      return origin.indexes.map((index) => columns[index] ?? '').join(', ');
    },
    text: (target, row) => readers[target]?.(row) ?? '',
  });
}

type CellOrigin = { readonly indexes: readonly number[]; readonly join: string } | { readonly fixed: string };

/** Reads a target's cells of a row, trimmed and joined. */
function readerOf(origin: CellOrigin): (row: readonly string[]) => string {
  if ('fixed' in origin) return () => origin.fixed;
  const [only, more] = origin.indexes;
  if (only !== undefined && more === undefined) return (row) => row[only]?.trim() ?? '';
  return (row) =>
    origin.indexes
      .flatMap((index) => {
        const cell = row[index]?.trim() ?? '';
        return cell === '' ? [] : [cell];
      })
      .join(origin.join);
}

/** A column of dates that stand whole in it; `null` if there is none. */
function wholeColumn(rows: Table['rows'], target: Target, { text, has, names }: Cells): DateColumn | null {
  if (!has(target)) return null;
  const whole = (index: number): string => text(target, rows[index] ?? []);
  return {
    name: names(target),
    whole,
    at(index) {
      const date = whole(index);
      return date === '' ? null : { date, month: '', day: '', time: '' };
    },
  };
}

/** The columns of an end of a date; `null` if it has none. */
function dateColumn(rows: Table['rows'], prefix: 'start' | 'end', cells: Cells): DateColumn | null {
  const { text, has, names } = cells;
  const [year, month, day, time] = [
    `${prefix}-year`,
    `${prefix}-month`,
    `${prefix}-day`,
    `${prefix}-time`,
  ] as const;
  const split = has(year);
  const date = prefix === 'start' && has('edtf') ? 'edtf' : split ? year : prefix;
  const parts = date !== 'edtf' && (split || has(month) || has(day) || has(time));
  if (!parts) return wholeColumn(rows, date, cells);
  const start = prefix === 'end' ? dateColumn(rows, 'start', cells) : null;
  return {
    name: names(date) || names(time),
    at(index) {
      const row = rows[index] ?? [];
      const end = {
        date: text(date, row),
        month: text(month, row),
        day: text(day, row),
        time: text(time, row),
      };
      if (end.date !== '' || end.month !== '' || end.day !== '') return end;
      if (end.time === '') return null;
      // A time alone is one of the day of the start.
      const startsOn = start?.at(index) ?? null;
      return startsOn === null ? end : { ...startsOn, time: end.time };
    },
  };
}

/** Says which columns were left out, and which rows have more cells than there are heads. */
function reportLeftOut(
  table: Table,
  columns: readonly string[],
  used: ReadonlySet<number>,
  kind: TableKind,
  events: readonly number[],
  problems: Problems,
): void {
  const known = new Set((kind.known ?? []).map(plain));
  const left = columns.map((name, index) => !used.has(index) && !known.has(plain(name)));
  const filled = columns.map(() => 0);
  const firsts = columns.map(() => 0);
  const places = left.flatMap((isLeft, place) => (isLeft ? [place] : []));
  for (const index of events) {
    const row = table.rows[index] ?? [];
    for (const place of places) {
      const cell = row[place];
      if (cell === undefined || cell === '' || cell.trim() === '') continue;
      if (filled[place] === 0) firsts[place] = index;
      filled[place] = (filled[place] ?? 0) + 1;
    }
    if (row.length > columns.length && row.slice(columns.length).some((cell) => cell.trim() !== ''))
      problems.add(
        `The row has ${row.length} cells, more than there are columns; the last were left out`,
        whereIn(table, index),
      );
  }
  columns.forEach((name, index) => {
    const count = filled[index] ?? 0;
    if (count > 0)
      problems.add(
        `The column was not imported; it holds something in ${grouped(count)} ${count === 1 ? 'row' : 'rows'}`,
        whereIn(table, firsts[index] ?? 0, name),
      );
  });
}

/** The heads of columns of people as their roles, unless they say no more than that. */
function rolesOf(indexes: readonly number[], columns: readonly string[]): (string | undefined)[] {
  return indexes.map((index) => {
    const name = columns[index] ?? '';
    return /^(?:participants?|people|persons?|who|attendees|actors|#\d+)$/.test(plain(name) || name)
      ? undefined
      : name;
  });
}

/** The entries of a list: a line each, or else between separators. */
function listIn(text: string, own: RegExp | undefined, usual: RegExp): string[] {
  if (text === '') return [];
  return text.split(own ?? (text.includes('\n') ? LINES : usual)).filter((entry) => entry !== '');
}

/** Addresses, each perhaps behind a title: `Title <https://example.org/>`. */
function sourcesIn(text: string, title: string): { readonly title: string; readonly address: string }[] {
  if (text === '') return [];
  const hasTitles = /<https?:[^<>\s]+>/.test(text);
  const entries = text
    .split(hasTitles ? LINES : /[\s;|]+(?=https?:)|\s*[;|]\s*/)
    .filter((entry) => entry !== '');
  return entries.map((entry) => {
    const [, name = '', address = ''] = /^(.*)<(https?:[^<>\s]+)>$/.exec(entry) ?? [];
    return address === '' ? { title, address: entry } : { title: name.trim(), address };
  });
}

function isNo(text: string): boolean {
  return /^(?:no|n|false|0|nein|non|нет)$/i.test(text);
}

function isYes(text: string): boolean {
  return /^(?:yes|y|true|1|x|ja|oui|si|sí|да)$/i.test(text);
}
