// Checks the files that the command line names: reads each as it would be to open it, and prints what is wrong with it.
import type { PlacedDocument } from '../../shared/document/document.ts';
import { eventsInWords } from '../../shared/document/event-label.ts';
import { MOST_COUNTED, problemLines } from '../../shared/document/file/problems.ts';
import type { Examined } from '../../shared/document/file/validate.ts';
import { unknownFieldsInWords } from '../../shared/document/unknown-fields-in-words.ts';
import { dayAsEdtf } from '../../shared/dates/as-edtf.ts';
import { parseEventDate } from '../../shared/dates/parse.ts';
import { dateInWords } from '../../shared/dates/words.ts';
import { grouped } from '../../shared/in-words.ts';
import { examineFile } from '../document/open.ts';
import type { CommandLine } from './arguments.ts';

/**
 * Prints for each file in turn that it has no problems, or all of them.
 *
 * @param print writes to standard output; returns 2, after it has said why, if that fails.
 * @returns the exit code: 2 if a file has a problem, or if standard output could not be written.
 */
export async function checkCommand(
  { files, json }: Extract<CommandLine, { kind: 'check' }>,
  print: (text: string) => Promise<0 | 2>,
): Promise<0 | 2> {
  let code: 0 | 2 = 0;
  for (const file of files) {
    const examined = await examineFile(file, MOST_COUNTED);
    if (!examined.ok) code = 2;
    const lines = json ? [JSON.stringify(answerOn(file, examined))] : linesOn(file, examined);
    if ((await print(lines.map((line) => `${line}\n`).join(''))) !== 0) return 2;
  }
  return code;
}

/** The answer for readers: the first line names the file, each further line is indented. */
function linesOn(file: string, examined: Examined): string[] {
  const [first = '', ...more] = examined.ok ? soundLines(examined.value) : faultyLines(examined);
  // A terminal would obey control characters.
  return [`${file}: ${first}`, ...more.map((line) => `  ${line}`)].map((line) =>
    line.replace(/\p{Cc}+/gu, ' '),
  );
}

function soundLines(document: PlacedDocument): string[] {
  const { events, unknownFields } = document;
  const undated = events.count - events.dated;
  const extent = daysOf(document);
  const words = [
    'no problems',
    eventsInWords(events.count),
    ...(extent === null ? [] : [`from ${dayInWords(extent.from)} to ${dayInWords(extent.to)}`]),
    ...(undated === 0 ? [] : [`${grouped(undated)} without a date`]),
  ];
  const unknown = unknownFieldsInWords(unknownFields);
  return [words.join(', '), ...(unknown === null ? [] : [unknown.message, ...unknown.details])];
}

function faultyLines({ failure, problems }: Extract<Examined, { ok: false }>): string[] {
  return [
    failure.message,
    ...(problems.length > 0 ? problemLines(problems, problems.length) : failure.details),
  ];
}

/** The answer for programs; docs/format.md describes it. */
function answerOn(file: string, examined: Examined): object {
  if (!examined.ok) {
    const { failure, problems } = examined;
    return {
      file,
      ok: false,
      code: failure.code,
      message: failure.message,
      details: problems.length > 0 ? [] : failure.details,
      problems,
    };
  }
  const { version, events, unknownFields } = examined.value;
  const { from, to } = daysOf(examined.value) ?? { from: null, to: null };
  return {
    file,
    ok: true,
    version,
    events: events.count,
    undated: events.count - events.dated,
    from,
    to,
    unknownFields,
  };
}

/** The first and the last day of all events, in EDTF; `null` if no event has a date. */
function daysOf({ events }: PlacedDocument): { readonly from: string; readonly to: string } | null {
  const extent = events.extentOf();
  return extent && { from: dayAsEdtf(extent.start), to: dayAsEdtf(extent.end - 1) };
}

function dayInWords(edtf: string): string {
  const date = parseEventDate(edtf);
  return date.ok ? dateInWords(date.value) : edtf;
}
