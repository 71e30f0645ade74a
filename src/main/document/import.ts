// Imports a file of another program, or a pasted table: the helper process reads it, and the reader says what its columns mean and leave open.
import type { PlacedDocument } from '../../shared/document/document.ts';
import { withBytes } from '../../shared/document/read-elsewhere.ts';
import { answerIn, distinct } from '../../shared/formats/answers.ts';
import type { Question, Report } from '../../shared/formats/format.ts';
import type { ImportChoice, ImportPreview } from '../../shared/formats/preview.ts';
import { LARGEST_FILE, tooLarge } from '../../shared/formats/text.ts';
import type { ImportAnswer, ImportAsking, ImportTarget } from '../../shared/ipc.ts';
import type { ImportedFile, ImportWish } from '../../shared/jobs.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import { readInHelper, type ReadingContext, type Source } from './in-helper.ts';
import type { RememberedMappings } from './remembered-mappings.ts';

/** What an import needs from the rest of main. */
export interface ImportContext extends ReadingContext {
  readonly mappings: RememberedMappings;
  /** Asks the reader, who may try other choices; `null` if they cancel. */
  readonly ask: (
    asking: Omit<ImportAsking, 'fileName'>,
    preview: (choice: ImportChoice) => Promise<Result<ImportPreview>>,
  ) => Promise<ImportAnswer | null>;
}

/** Where what is imported may go. */
export interface ImportPlace extends Pick<ImportAsking, 'open' | 'where'> {
  /** Whether the reader is asked in any case. */
  readonly asks: boolean;
  /** How it is read at first; guessed if left out. */
  readonly choice?: ImportChoice | undefined;
}

/** A document that was made of a file, what became of its entries, and where it goes. */
export interface ImportedDocument {
  readonly document: PlacedDocument;
  readonly report: Report;
  readonly where: ImportTarget;
}

/**
 * Imports a source.
 *
 * @returns the document. Fails like the job `importFile`, with `format-unknown` if no format that Dateline reads is
 *   recognised in it, and with `job-cancelled` if the reader cancels. Throws the system's errors.
 */
export async function importSource(
  source: Source,
  place: ImportPlace,
  context: ImportContext,
): Promise<Result<ImportedDocument>> {
  const whole = await source.size();
  if (!whole.ok) return whole;
  const size = whole.value;
  if (size > LARGEST_FILE) return tooLarge();
  /** How much of the file a preview takes, once it is known that its beginning is enough. */
  let previewed = size;
  const work = (
    want: ImportWish['want'],
    { mapping, assume }: ImportChoice,
    progress = context.progress,
  ): Promise<Result<ImportedFile>> => {
    const today = new Date().toISOString().slice(0, 10);
    const asked = { name: source.name, mapping, assume, today, want };
    return readInHelper('importFile', asked, source, want === 'preview' ? previewed : size, {
      ...context,
      progress,
    });
  };
  // While the page asks, it shows by itself that it waits.
  const preview = async (choice: ImportChoice): Promise<Result<ImportPreview>> => {
    const read = await work('preview', choice, () => undefined);
    if (!read.ok) return read;
    return read.value.kind === 'preview' ? success(read.value.preview) : NO_PREVIEW;
  };

  let choice: ImportAnswer = { ...(place.choice ?? NOTHING_CHOSEN), where: place.where };
  let isFirst = true;
  /** The columns of the table as the reader last saw them. */
  let columns: readonly string[];
  let unanswered: readonly Question[] = [];
  let read = await work(place.asks ? 'preview' : 'either', choice);
  for (;;) {
    if (!read.ok) return read;
    if (read.value.kind === 'document') {
      const { bytes, document, report, questions } = read.value;
      unanswered = questions.filter((question) => answerIn(question, choice.assume) === undefined);
      if (unanswered.length === 0) {
        return success({ document: withBytes(document, bytes), report, where: choice.where });
      }
      // The first rows left nothing open, but others do.
      read = await work('preview', choice);
      continue;
    }
    let shown = read.value.preview;
    if (shown.isPart) previewed = Math.min(size, PREVIEWED_BYTES);
    const last = isFirst && choice.mapping === null ? await lastChoice(shown, context) : null;
    const likeLast = last === null ? null : await preview(last);
    if (last !== null && likeLast?.ok === true) [shown, choice] = [likeLast.value, { ...choice, ...last }];
    columns = shown.table?.columns ?? [];
    const given = await context.ask(
      {
        preview: withQuestions(shown, unanswered),
        assume: choice.assume,
        isRemembered: likeLast?.ok === true,
        open: place.open,
        where: choice.where,
      },
      async (wanted) => {
        const other = await preview(wanted);
        if (!other.ok) return other;
        columns = other.value.table?.columns ?? [];
        return success(withQuestions(other.value, unanswered));
      },
    );
    if (given === null) return CANCELLED;
    [choice, isFirst] = [{ ...given, where: place.open === null ? 'new' : given.where }, false];
    read = await work('document', choice);
    if (read.ok && choice.mapping !== null)
      await context.mappings.keep(columns, choice.mapping, choice.assume);
  }
}

const NOTHING_CHOSEN: ImportChoice = { mapping: null, assume: [] };

const NO_PREVIEW = failure('job-broken', 'There is no preview of this file.');

const CANCELLED = failure('job-cancelled', 'It was cancelled.');

/** Bytes that are sent for a preview of the first rows: more than it looks at, by which it knows that there is more. */
const PREVIEWED_BYTES = 2_500_000;

/** How the last table with the same heads was read; `null` if there was none. */
async function lastChoice(
  { table }: ImportPreview,
  { mappings }: ImportContext,
): Promise<ImportChoice | null> {
  return (table === null ? undefined : await mappings.find(table.columns)) ?? null;
}

function withQuestions(preview: ImportPreview, more: readonly Question[]): ImportPreview {
  return { ...preview, questions: distinct([...preview.questions, ...more]) };
}
