// Checks the files that the command line names: reads each as it would be to open it, and prints what is wrong with it.
import { basename } from 'node:path';
import type { PlacedDocument } from '../../shared/document/document.ts';
import { eventsInWords } from '../../shared/document/event-label.ts';
import { MOST_COUNTED, problemLines } from '../../shared/document/file/problems.ts';
import type { Examined } from '../../shared/document/file/validate.ts';
import { unknownFieldsInWords } from '../../shared/document/unknown-fields-in-words.ts';
import { dayAsEdtf } from '../../shared/dates/as-edtf.ts';
import { extentOf } from '../../shared/dates/order.ts';
import { parseEventDate, readAgain } from '../../shared/dates/parse.ts';
import type { TimeWindow } from '../../shared/dates/window.ts';
import { dateInWords } from '../../shared/dates/words.ts';
import type { ReadFile } from '../../shared/formats/convert.ts';
import { countsInWords } from '../../shared/formats/report-in-words.ts';
import { grouped } from '../../shared/in-words.ts';
import type { Failure } from '../../shared/result.ts';
import { examineFile, mayBeForeign } from '../document/open.ts';
import type { CommandLine } from './arguments.ts';
import { inputFile, placeOf } from './input-file.ts';
import { keepLibrariesQuiet } from './quiet.ts';
import { answerWith, unknownAssumption } from './questions.ts';

type Command = Extract<CommandLine, { kind: 'check' }>;

/** What a check writes to. */
export interface CheckStreams {
  /** Writes to standard output; returns 2, after it has said why, if that fails. */
  readonly print: (text: string) => Promise<0 | 2>;
  /** Reports on standard error; returns 2. */
  readonly tell: (reason: Failure) => Promise<2>;
}

/** What is said of a file: to readers, in lines, and to programs. */
interface Answer {
  readonly ok: boolean;
  /** The first follows the name of the file. */
  readonly lines: readonly string[];
  /** docs/format.md describes it. */
  readonly fields: object;
}

/**
 * Prints for each file in turn that it has no problems, or all of them.
 *
 * @returns the exit code: 2 if a file has a problem, or if standard output could not be written.
 */
export async function checkCommand(
  { files, json, assume }: Command,
  { print, tell }: CheckStreams,
): Promise<0 | 2> {
  const wrong = unknownAssumption(assume);
  if (wrong !== undefined) return tell(wrong);
  let code: 0 | 2 = 0;
  for (const file of files) {
    const { ok, lines, fields } = await answerOn(file, assume);
    if (!ok) code = 2;
    const printed = json ? [JSON.stringify({ file, ok, ...fields })] : linesOn(file, lines);
    if ((await print(printed.map((line) => `${line}\n`).join(''))) !== 0) return 2;
  }
  return code;
}

/** The answer for readers: the first line names the file, each further line is indented. */
function linesOn(file: string, [first = '', ...more]: readonly string[]): string[] {
  // A terminal would obey control characters.
  return [`${file}: ${first}`, ...more.map((line) => `  ${line}`)].map((line) =>
    line.replace(/\p{Cc}+/gu, ' '),
  );
}

/** Reads a file: as a document, as a file of another program, or as an article, whichever it is first. */
async function answerOn(path: string, assume: readonly string[]): Promise<Answer> {
  const examined = await examineFile(path, MOST_COUNTED);
  if (examined.ok) return soundDocument(examined.value);
  if (!mayBeForeign(examined.failure, path)) return faulty(examined);
  const file = await inputFile(path);
  if (!file.ok) return faulty({ ...file, problems: [] });
  const { bytes } = file.value;
  // All that reads files of other programs, and then what reads articles, is loaded here.
  const { readFile } = await import('../../shared/formats/convert.ts');
  const today = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
  const read = await readFile(basename(path), bytes, { assume, today });
  if (read.ok) return foreign(read.value);
  if (read.failure.code !== 'format-unknown') return faulty({ ...read, problems: [] });
  keepLibrariesQuiet();
  const { readArticle } = await import('../../shared/formats/article/read.ts');
  const article = await readArticle(bytes);
  if (article.ok) return soundArticle(article.value.text);
  // Of a file of no kind that Dateline reads, what reading it as a document said counts.
  return faulty(article.failure.code === 'article-unknown' ? examined : { ...article, problems: [] });
}

function soundDocument({ version, events, unknownFields }: PlacedDocument): Answer {
  const counts = { events: events.count, undated: events.count - events.dated };
  const unknown = unknownFieldsInWords(unknownFields);
  const sound = soundEvents(counts, events.extentOf());
  return {
    ...sound,
    lines: [...sound.lines, ...(unknown === null ? [] : [unknown.message, ...unknown.details])],
    fields: { format: 'dateline', version, ...sound.fields, unknownFields },
  };
}

function soundEvents(
  counts: { readonly events: number; readonly undated: number },
  extent: TimeWindow | null,
): Answer {
  const days = extent && { from: dayAsEdtf(extent.start), to: dayAsEdtf(extent.end - 1) };
  const words = [
    'no problems',
    eventsInWords(counts.events),
    ...(days === null ? [] : [`from ${dayInWords(days.from)} to ${dayInWords(days.to)}`]),
    ...(counts.undated === 0 ? [] : [`${grouped(counts.undated)} without a date`]),
  ];
  return {
    ok: true,
    lines: [words.join(', ')],
    fields: { ...counts, ...(days ?? { from: null, to: null }) },
  };
}

/** A file of another program: what would be left out or asked is a problem here, where nobody answers. */
function foreign({ format, imported: { draft, report, questions } }: ReadFile): Answer {
  const { problems, imported, undated } = report;
  const name = { format: format?.id ?? 'dateline' };
  if (questions.length === 0 && problems.length === 0) {
    const extent = extentOf(
      draft.events.flatMap(({ date }) => (date === undefined ? [] : [readAgain(date)])),
    );
    const sound = soundEvents({ events: imported, undated }, extent);
    return { ...sound, fields: { ...name, ...sound.fields } };
  }
  const all = [
    ...questions.map((question) => ({ place: question.column, line: null, sentence: answerWith(question) })),
    ...problems.map(({ path, line, reason }) => ({ place: path, line, sentence: reason })),
  ];
  const number = all.length === 1 ? 'one problem' : `${grouped(all.length)} problems`;
  const message = `${countsInWords(report)}; ${number}.`;
  return {
    ok: false,
    lines: [
      message,
      ...questions.map(answerWith),
      ...problems.map((problem) => {
        const place = placeOf(problem);
        return `${place === '' ? '' : `${place}: `}${problem.reason}.`;
      }),
    ],
    fields: {
      ...name,
      code: questions.length > 0 ? 'question-open' : 'import-incomplete',
      message,
      details: [],
      problems: all,
    },
  };
}

function soundArticle(text: string): Answer {
  const words = text.match(/\S+/gu)?.length ?? 0;
  return {
    ok: true,
    lines: [`no problems, an article of ${words === 1 ? 'one word' : `${grouped(words)} words`}`],
    fields: { format: 'article', words },
  };
}

function faulty({ failure, problems }: Extract<Examined, { ok: false }>): Answer {
  const hasProblems = problems.length > 0;
  return {
    ok: false,
    lines: [failure.message, ...(hasProblems ? problemLines(problems, problems.length) : failure.details)],
    fields: {
      code: failure.code,
      message: failure.message,
      details: hasProblems ? [] : failure.details,
      problems,
    },
  };
}

function dayInWords(edtf: string): string {
  const date = parseEventDate(edtf);
  return date.ok ? dateInWords(date.value) : edtf;
}
