// Converts files from one format to another: reads each by what it holds, merges them, and writes the whole.
import { newDocumentBytes } from '../document/file/write.ts';
import type { WatchReading } from '../document/file/progress.ts';
import { examineDocument, readDocument } from '../document/file/read.ts';
import type { Article, PlacedDocument } from '../document/document.ts';
import type { TimelineEvent } from '../document/event.ts';
import { excerpt } from '../excerpt.ts';
import { failure, success, type Result } from '../result.ts';
import type { Draft, Format, Imported, Problem, Question, ReadOptions, Report, Written } from './format.ts';
import { FORMATS, recogniseFormat } from './formats.ts';
import { mergeDrafts } from './merge.ts';

/** A file to convert. */
export interface InputFile {
  /** Without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was read of all files. */
export interface Converted {
  readonly draft: Draft;
  readonly report: Report;
  /** The questions that are open, each with the file that leaves it so. */
  readonly questions: readonly { readonly file: string; readonly question: Question }[];
}

/** The format to write: a foreign one, or a timeline document. */
export type Target = Format | 'dateline';

/**
 * The format of a file to write, by its name or by that of the format.
 *
 * @param fileName `null` for standard output.
 * @returns the format, or `format-unknown` with a sentence that names those there are.
 */
export function targetFormat(fileName: string | null, name: string | null): Result<Target> {
  const writable = FORMATS.filter(({ write }) => write !== undefined);
  if (name !== null) {
    if (name === 'dateline') return success('dateline');
    const named = writable.find(({ id }) => id === name);
    return named === undefined
      ? failure(
          'format-unknown',
          `--format must be dateline, ${writable.map(({ id }) => id).join(', ')}, not ${excerpt(name)}.`,
        )
      : success(named);
  }
  if (fileName === null) return failure('format-unknown', '--to - needs --format and the name of a format.');
  const ending = /\.[^.]{1,12}$/.exec(fileName)?.[0].toLowerCase() ?? '';
  if (ending === '.dateline') return success('dateline');
  const fitting = writable.filter(({ endings }) => endings.includes(ending));
  const [own, ...others] = fitting;
  if (own === undefined)
    return failure(
      'format-unknown',
      `The ending of ${excerpt(fileName)} names no format that Dateline writes; say which with --format.`,
    );
  // A table is a table, unless another template is asked for by its name.
  const table = fitting.find(({ id }) => id === 'csv');
  if (table !== undefined) return success(table);
  return others.length === 0
    ? success(own)
    : failure(
        'format-unknown',
        `${excerpt(fileName)} may be ${fitting.map((format) => format.name).join(', ')}; say which with --format ${fitting.map(({ id }) => id).join(', ')}.`,
      );
}

/**
 * Reads files and merges them, in their order.
 *
 * @returns all of their events, or the first failure, whose sentence names the file.
 */
export async function convertFiles(
  files: readonly InputFile[],
  options: Omit<ReadOptions, 'file'>,
): Promise<Result<Converted>> {
  const drafts: Draft[] = [];
  const reports: Report[] = [];
  const questions: { file: string; question: Question }[] = [];
  let hasTable = false;
  for (const { name, bytes } of files) {
    const read = await readFile(name, bytes, options);
    if (!read.ok) {
      const { code, message, details } = read.failure;
      return failure(code, files.length > 1 ? `${name}: ${message}` : message, details);
    }
    const { imported } = read.value;
    hasTable ||= imported.table !== undefined;
    drafts.push(imported.draft);
    reports.push(imported.report);
    questions.push(...imported.questions.map((question) => ({ file: name, question })));
  }
  if (options.mapping !== undefined && !hasTable)
    return failure('mapping-invalid', 'The mapping says what columns mean, but no file is a table.');
  const changes: Problem[] = [];
  const draft = mergeDrafts(drafts, (place, reason) => {
    changes.push({ file: files[place]?.name ?? '', line: null, path: null, reason });
  });
  const sum = (count: (report: Report) => number): number =>
    reports.reduce((total, report) => total + count(report), 0);
  return success({
    draft,
    report: {
      read: sum(({ read }) => read),
      imported: sum(({ imported }) => imported),
      undated: sum(({ undated }) => undated),
      problems: [...reports.flatMap(({ problems }) => problems), ...changes],
    },
    questions,
  });
}

/** What was read of a file, and as what. */
export interface ReadFile {
  /** `null` for a timeline document. */
  readonly format: Format | null;
  readonly imported: Imported;
}

/**
 * Reads a file by what it holds.
 *
 * @returns what was read; `format-unknown`, or the format's own failure, with a sentence on why nothing was.
 */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  options: Omit<ReadOptions, 'file'>,
): Promise<Result<ReadFile>> {
  if (/^\s*(?:\ufeff)?\{/.test(new TextDecoder('utf-8').decode(bytes.subarray(0, 64)))) {
    const own = readDocument(bytes);
    // Another kind of JSON is a foreign format; a faulty document is no other.
    if (own.ok || own.failure.code === 'document-invalid' || own.failure.code === 'document-version')
      return own.ok ? success({ format: null, imported: importedOf(own.value) }) : own;
  }
  const format = recogniseFormat(bytes, name);
  if (!format.ok) return format;
  const imported = await format.value.read?.(bytes, { ...options, file: name });
  if (imported === undefined) return failure('format-unknown', `${format.value.name} cannot be read.`);
  return imported.ok ? success({ format: format.value, imported: imported.value }) : imported;
}

/** A document as plain values, for a writer. */
export function draftOf({
  title,
  subtitle,
  author,
  articles,
  lanes,
  notes,
  proposals,
  events,
}: PlacedDocument): Draft {
  return {
    title,
    ...(subtitle !== undefined && { subtitle }),
    ...(author !== undefined && { author }),
    articles: articles.map(asPublished),
    lanes,
    events: Array.from(events.all(), asWritten),
    notes,
    ...(proposals.length > 0 && { proposals }),
  };
}

function importedOf(document: PlacedDocument): Imported {
  const draft = draftOf(document);
  const { events } = draft;
  return {
    draft,
    report: {
      read: events.length,
      imported: events.length,
      undated: events.filter(({ date }) => date === undefined).length,
      problems: [],
    },
    questions: [],
  };
}

/** An event as a file holds it, without its date read. */
function asWritten(event: TimelineEvent): TimelineEvent {
  const copy: TimelineEvent & { when?: unknown } = { ...event };
  delete copy.when;
  return copy;
}

function asPublished(article: Article): Article {
  const copy: Article & { publishedWhen?: unknown } = { ...article };
  delete copy.publishedWhen;
  return copy;
}

/**
 * Writes a draft.
 *
 * @param modified when it is written, ISO 8601: for documents.
 */
export async function writeDraft(draft: Draft, target: Target, modified: string): Promise<Result<Written>> {
  if (target === 'dateline') {
    const made = documentOf(draft, modified);
    return made.ok ? success({ bytes: made.value.bytes, losses: [] }) : made;
  }
  if (target.write === undefined) return failure('format-unknown', `${target.name} cannot be written.`);
  return success(await target.write(draft));
}

/**
 * Makes a timeline document of a draft.
 *
 * @param modified when it is made, ISO 8601.
 * @param watch hears how far it has come: events are written, and then checked like those of any other file.
 * @returns its file, and what was read of that as of any other; or why it cannot be read.
 */
export function documentOf(
  draft: Draft,
  modified: string,
  watch?: WatchReading,
): Result<{ readonly bytes: Uint8Array; readonly document: PlacedDocument }> {
  const bytes = newDocumentBytes({ ...draft, proposals: draft.proposals ?? [] }, modified, watch);
  // The scan finds again the events that have been written.
  const examined = examineDocument(bytes, 1, (progress) => {
    if (progress.checked > 0) watch?.(progress);
  });
  if (examined.ok) return success({ bytes, document: examined.value });
  const [problem] = examined.problems;
  const where = problem === undefined ? '' : ` ${problem.place}: ${problem.sentence}.`;
  return failure(examined.failure.code, `${examined.failure.message}${where}`);
}
