// Shows a file of another program before it is imported: its first events as they will be, and what it leaves open. Pure.
import { parseEventDate } from '../dates/parse.ts';
import { dateInWords } from '../dates/words.ts';
import type { TimelineEvent } from '../document/event.ts';
import { success, type Result } from '../result.ts';
import { distinct, saysSheet } from './answers.ts';
import type { FormatId, Imported, Question } from './format.ts';
import { recogniseFormat } from './formats.ts';
import { readFile, type InputFile, type ReadFile } from './convert.ts';
import type { Mapping } from './table/fields.ts';
import { columnIndex } from './table/mapping.ts';
import { columnsIn, withColumns } from './table/origins.ts';
import { isDocumentHeads } from './table/write.ts';
import { encodingOf } from './text.ts';

/** How a reader wants a file to be read. */
export interface ImportChoice {
  /** What the columns of a table mean, without answers; `null` to guess. */
  readonly mapping: Mapping | null;
  /** Answers to what it leaves open, such as `day-first` or `Date=day-first`. */
  readonly assume: readonly string[];
}

/** An event as it will be. */
export interface PreviewedEvent {
  readonly title: string;
  /** Its date in words; `null` if it has none. */
  readonly date: string | null;
  /** The title of its lane. */
  readonly lane: string;
  /** What was changed or could not be read in its row, a sentence each without a full stop. */
  readonly problems: readonly string[];
}

/** What a screen shows of a file before it is imported. */
export interface ImportPreview {
  /** What readers call the format. */
  readonly format: string;
  /** For tables whose columns can be mapped. */
  readonly table: {
    readonly mapping: Mapping;
    readonly columns: readonly string[];
    /** For each column the first different things in it. */
    readonly samples: readonly (readonly string[])[];
  } | null;
  /** All that the file leaves open, also what has been answered. */
  readonly questions: readonly Question[];
  /** The first events. */
  readonly events: readonly PreviewedEvent[];
  /** How many there are, and how many of these have no date. */
  readonly count: number;
  readonly undated: number;
  /** Whether only the first rows of the file were looked at. */
  readonly isPart: boolean;
}

/** The formats whose columns mean what a reader says. */
const TABLES: ReadonlySet<FormatId> = new Set(['csv', 'tsv', 'xlsx']);

/** Bytes of a text table that are looked at for a preview: some ten thousand rows, in a fraction of a second. */
const PREVIEWED = 2_000_000;

/** How many events, and how many things of a column, are shown. */
const SHOWN_EVENTS = 20;
const SHOWN_SAMPLES = 3;

/** The longest sample, UTF-16 code units. */
const LONGEST_SAMPLE = 80;

/** A preview, and what was read for it. */
export interface Previewed {
  readonly preview: ImportPreview;
  /** What was read of the file; `null` if that was only its first rows. */
  readonly read: ReadFile | null;
  /** Whether a reader should see it: the file is a table that no template explains, or leaves something open. */
  readonly isNeeded: boolean;
}

/**
 * Reads as much of a file as a preview needs.
 *
 * @param today `YYYY-MM-DD`.
 * @returns the preview; fails like `readFile`.
 */
export async function previewFile(
  file: InputFile,
  { mapping, assume }: ImportChoice,
  today: string,
): Promise<Result<Previewed>> {
  // Only text tables can be cut.
  const { bytes, isPart } = isTextTable(file)
    ? beginningOf(file.bytes)
    : { bytes: file.bytes, isPart: false };
  const mapped = mapping !== null && { mapping };
  const whole = await readFile(file.name, bytes, { ...mapped, assume, today });
  if (!whole.ok) return whole;
  const look = async (
    over: { readonly mapping?: Mapping },
    given: readonly string[],
  ): Promise<readonly Question[]> => {
    const read = await readFile(file.name, bytes, { ...over, assume: given, today });
    return read.ok ? read.value.imported.questions : [];
  };
  // What was answered is not asked any more, so further looks without the answers tell what there is to answer. Which sheet
  // is read stands apart: a mapping is of one sheet.
  const sheets = assume.filter(saysSheet);
  const questions = [
    ...(sheets.length > 0 ? (await look({}, [])).filter(({ column }) => column === null) : []),
    ...(assume.length > sheets.length ? await look({ ...mapped }, sheets) : []),
    ...whole.value.imported.questions,
  ];
  return success({
    preview: previewOf(whole.value, distinct(questions), isPart),
    read: isPart ? null : whole.value,
    isNeeded: needsPreview(whole.value),
  });
}

/** @param questions all that it leaves open. */
function previewOf(
  { format, imported }: ReadFile,
  questions: readonly Question[],
  isPart: boolean,
): ImportPreview {
  const { draft, report, table } = imported;
  const titles = new Map(draft.lanes.map(({ id, title }) => [id, title]));
  const problems = problemsByLine(imported);
  return {
    format: format?.name ?? 'Timeline document',
    table:
      table === undefined || format === null || !TABLES.has(format.id)
        ? null
        : {
            mapping: named(table.mapping, table.sketch.columns),
            columns: table.sketch.columns,
            samples: table.sketch.columns.map((_, at) => samplesOf(table.sketch.rows, at)),
          },
    questions,
    events: draft.events.slice(0, SHOWN_EVENTS).map((event) => ({
      title: event.title,
      date: dateOf(event),
      lane: titles.get(event.lane) ?? '',
      problems: problems(event),
    })),
    count: report.imported,
    undated: report.undated,
    isPart,
  };
}

/** A mapping without answers, in which each column goes by the name that is shown. */
function named({ heads, fields }: Mapping, columns: readonly string[]): Mapping {
  const shown = (name: string): string => columns[columnIndex(columns, name)] ?? name;
  return { heads, fields: withColumns(fields, (own) => own.map(shown)) };
}

function needsPreview({ format, imported }: ReadFile): boolean {
  if (imported.questions.length > 0) return true;
  const { table } = imported;
  return (
    table !== undefined && format !== null && TABLES.has(format.id) && !isDocumentHeads(table.sketch.columns)
  );
}

function isTextTable({ bytes, name }: InputFile): boolean {
  const format = recogniseFormat(bytes, name);
  return format.ok && (format.value.id === 'csv' || format.value.id === 'tsv');
}

function dateOf({ date }: TimelineEvent): string | null {
  const when = date === undefined ? null : parseEventDate(date);
  return when?.ok === true ? dateInWords(when.value) : null;
}

/** Finds the problems in the row of an event. */
function problemsByLine({ report, table }: Imported): (event: TimelineEvent) => readonly string[] {
  if (table === undefined) return () => [];
  const { columns } = table.sketch;
  const used = new Set(Object.values(named(table.mapping, columns).fields).flatMap(columnsIn));
  const byLine = new Map<number, string[]>();
  for (const { line, path, reason } of report.problems) {
    // That a column is left out is no fault of the row in which it first holds something.
    if (line === null || (path !== null && columns.includes(path) && !used.has(path))) continue;
    const known = byLine.get(line);
    if (known === undefined) byLine.set(line, [reason]);
    else known.push(reason);
  }
  const { lines, first } = table.sketch;
  return ({ dating }) => {
    const line = dating?.kind === 'imported' ? lines[dating.row - first] : undefined;
    return (line === undefined || line === null ? undefined : byLine.get(line)) ?? [];
  };
}

function samplesOf(rows: readonly (readonly string[])[], at: number): string[] {
  const samples = new Set<string>();
  for (const row of rows) {
    const cell = row[at]?.replace(/\s+/g, ' ').trim() ?? '';
    if (cell !== '')
      samples.add(cell.length > LONGEST_SAMPLE ? `${cell.slice(0, LONGEST_SAMPLE - 1)}…` : cell);
    if (samples.size === SHOWN_SAMPLES) break;
  }
  return [...samples];
}

/** The beginning of a large file to the end of a row; UTF-16 stays whole, since a byte of it says little. */
function beginningOf(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly isPart: boolean } {
  const whole = { bytes, isPart: false };
  if (bytes.length <= PREVIEWED || encodingOf(bytes.subarray(0, 64)).encoding.startsWith('utf-16'))
    return whole;
  let [end, isQuoted] = [0, false];
  for (let at = 0; at < PREVIEWED; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (byte === BREAK && !isQuoted) end = at + 1;
  }
  return end === 0 ? whole : { bytes: bytes.subarray(0, end), isPart: true };
}

const QUOTE = 0x22;
const BREAK = 0x0a;
