// Takes the bytes of a document apart: where its fields and the entries of its lists stand. Pure.
import { success, type Result } from '../../result.ts';
import { scanJson } from './json.ts';
import { linesOf } from './line-numbers.ts';
import type { Path } from './path.ts';
import { STEP, type WatchReading } from './progress.ts';
import { LISTS, type ListName } from './schema.ts';
import {
  LARGEST_VALUE,
  TOO_LARGE,
  type OtherValue,
  type Place,
  type Source,
  type SourceList,
} from './source.ts';

/** A field of the outermost object. */
interface Field {
  /** Where its name begins. */
  readonly name: number;
  start: number;
  end: number;
  /** The beginnings and ends of its entries by turns, if it is a list of the document. */
  readonly entries: number[];
  /** How many entries it has, or how many values if it is an object. */
  count: number;
}

/** The most fields whose names are kept; a document has ten. Many times this fill the memory and help no one. */
const MOST_FIELDS = 100_000;
/** The most entries of a list whose places are kept: twice what any list may hold. */
const MOST_ENTRIES = 2_000_000;
/** The longest name that is read whole, bytes. */
const LONGEST_NAME = 10_000;

const OPENING_BRACKET = 0x5b;
const OPENING_BRACE = 0x7b;
const [LINE_FEED, RETURN] = [0x0a, 0x0d];

/**
 * Scans a file once, without making a value of any of it.
 *
 * @param bytes valid UTF-8.
 * @param from where the text begins.
 * @param known the names of fields that are always kept.
 * @param watch hears of the events found.
 * @returns its parts, or a failure `document-json` with the first place that is not JSON.
 */
export function scanDocument(
  bytes: Uint8Array,
  from: number,
  known: ReadonlySet<string>,
  watch?: WatchReading,
): Result<Source | null> {
  const fields = new Map<string, Field>();
  const root: { start: number; end: number } = { start: from, end: from };
  let field: Field | undefined;
  let isList = false;
  let isEvents = false;
  const fault = scanJson(bytes, from, {
    name: (start, end) => {
      const name = nameIn(bytes, start, end);
      field = { name: start, start: end, end, entries: [], count: 0 };
      isList = isListName(name);
      isEvents = name === 'events';
      // A name that stands twice counts the last time. It keeps its place among the others, as for `JSON.parse`.
      if (fields.size < MOST_FIELDS || known.has(name) || isList || fields.has(name)) fields.set(name, field);
    },
    begin: (depth, start) => {
      if (depth === 0) root.start = start;
      else if (field === undefined) return;
      else if (depth === 1) field.start = start;
      else {
        field.count += 1;
        if (isList && field.count <= MOST_ENTRIES) field.entries.push(start);
        if (isEvents && field.count % STEP === 0) watch?.({ found: field.count, checked: 0 });
      }
    },
    end: (depth, end) => {
      if (depth === 0) root.end = end;
      else if (field === undefined) return;
      else if (depth === 1) field.end = end;
      else if (isList && field.count <= MOST_ENTRIES) field.entries.push(end);
    },
  });
  if (fault !== null) return fault;
  return success(bytes[root.start] === OPENING_BRACE ? sourceOf(bytes, root, fields, known) : null);
}

function sourceOf(
  bytes: Uint8Array,
  root: Place,
  fields: ReadonlyMap<string, Field>,
  known: ReadonlySet<string>,
): Source {
  const list = (name: ListName): SourceList | OtherValue | undefined => {
    const field = fields.get(name);
    return field && listOf(bytes, field);
  };
  const values: [string, unknown][] = [];
  for (const [name, field] of fields) {
    if (!isListName(name)) values.push([name, known.has(name) ? valueIn(bytes, field) : null]);
  }
  return {
    text: bytes,
    fields: Object.fromEntries(values),
    names: [...fields.keys()],
    placeOf: (name) => fields.get(name),
    lists: {
      articles: list('articles'),
      lanes: list('lanes'),
      events: list('events'),
      notes: list('notes'),
      proposals: list('proposals'),
    },
    lines: (paths) => linesIn(bytes, root, fields, paths),
  };
}

function listOf(bytes: Uint8Array, field: Field): SourceList | OtherValue {
  if (bytes[field.start] !== OPENING_BRACKET) return { isList: false, value: valueIn(bytes, field) };
  return {
    isList: true,
    length: field.count,
    readable: Math.min(field.count, MOST_ENTRIES),
    entry: (position) => valueIn(bytes, entryAt(field, position)),
    place: (position) => entryAt(field, position),
  };
}

function entryAt({ entries, start }: Field, position: number): Place {
  return { start: entries[2 * position] ?? start, end: entries[2 * position + 1] ?? start };
}

function isListName(name: string): name is ListName {
  return LISTS.some((list) => list === name);
}

/** Makes the value that stands somewhere in the file. */
function valueIn(bytes: Uint8Array, span: Place): unknown {
  if (span.end - span.start > LARGEST_VALUE) return TOO_LARGE;
  return JSON.parse(textIn(bytes, span));
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function textIn(bytes: Uint8Array, { start, end }: Place): string {
  return decoder.decode(bytes.subarray(start, end));
}

/** A field's name. Of one that is far too long only the beginning, as it stands there. */
function nameIn(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > LONGEST_NAME) return textIn(bytes, { start: start + 1, end: start + LONGEST_NAME });
  const text = textIn(bytes, { start, end });
  return text.includes('\\') ? String(JSON.parse(text)) : text.slice(1, -1);
}

/** The line of each part; see {@link Source.lines}. */
function linesIn(
  bytes: Uint8Array,
  root: Place,
  fields: ReadonlyMap<string, Field>,
  paths: readonly Path[],
): (number | null)[] {
  if (!hasLines(bytes, root)) return paths.map(() => null);
  const offsets = paths.map(([name, position]) => {
    const field = fields.get(String(name));
    if (field === undefined) return root.start;
    return typeof position === 'number' ? entryAt(field, position).start : field.name;
  });
  const numbers = lineNumbers(bytes, offsets);
  const within = linesWithin(bytes, fields, paths);
  return offsets.map(
    (offset, place) => (numbers.get(offset) ?? 1) + (within.get(paths[place] ?? []) ?? 1) - 1,
  );
}

/** The line of each path within its entry, from 1; of other paths nothing. */
function linesWithin(
  bytes: Uint8Array,
  fields: ReadonlyMap<string, Field>,
  paths: readonly Path[],
): ReadonlyMap<Path, number> {
  const byEntry = new Map<number, { readonly span: Place; readonly together: Path[] }>();
  for (const path of paths) {
    const [name, position, ...inner] = path;
    const field = fields.get(String(name));
    if (field === undefined || typeof position !== 'number' || inner.length === 0) continue;
    const span = entryAt(field, position);
    const entry = byEntry.get(span.start);
    if (entry !== undefined) entry.together.push(path);
    else if (span.end - span.start <= LARGEST_VALUE) byEntry.set(span.start, { span, together: [path] });
  }
  const found = new Map<Path, number>();
  for (const { span, together } of byEntry.values()) {
    const lines = linesOf(
      textIn(bytes, span),
      together.map((path) => path.slice(2)),
    );
    for (const [place, path] of together.entries()) found.set(path, lines[place] ?? 1);
  }
  return found;
}

/** Whether the file has more than one line, so that line numbers mean anything. */
function hasLines(bytes: Uint8Array, { end }: Place): boolean {
  return [LINE_FEED, RETURN].some((lineBreak) => {
    const first = bytes.indexOf(lineBreak);
    return first >= 0 && first < end;
  });
}

/** The number of the line, from 1, on which each byte stands. */
function lineNumbers(bytes: Uint8Array, offsets: readonly number[]): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  let line = 1;
  let at = 0;
  for (const offset of [...offsets].sort((a, b) => a - b)) {
    for (; at < offset; at += 1) {
      const byte = bytes[at];
      // The second half of a line break counts, so that the first does not have to.
      if (byte === LINE_FEED || (byte === RETURN && bytes[at + 1] !== LINE_FEED)) line += 1;
    }
    numbers.set(offset, line);
  }
  return numbers;
}
