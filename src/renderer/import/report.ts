// Words what became of an imported file: for the notice, for the dialog, and as a text to keep. Pure.
import { counted } from '../../shared/dates/distance.ts';
import { eventsInWords } from '../../shared/document/event-label.ts';
import type { FileReport, Problem } from '../../shared/formats/format.ts';
import type { ImportEdit } from '../../shared/formats/import-edit.ts';
import { countsInWords } from '../../shared/formats/report-in-words.ts';
import { grouped } from '../../shared/in-words.ts';
import { isolate } from '../../shared/isolate.ts';

/** The most problems that a notice lists; the dialog has all. */
const MOST_NOTICED = 3;

/**
 * One sentence, and a line for each of the first problems: what was changed or left out, and why.
 *
 * @param into what was done to the open document; left out where the file became a new one.
 */
export function importInWords(
  { fileName, report }: FileReport,
  into?: Omit<ImportEdit, 'edit'>,
): { readonly message: string; readonly details: readonly string[] } {
  const { problems } = report;
  const more = problems.length - MOST_NOTICED;
  const remarks = problems.length === 0 ? '' : `, ${counted(problems.length, 'remark')}`;
  const from = `Imported from “${isolate(fileName)}”`;
  return {
    message:
      into === undefined
        ? `${from}: ${countsInWords(report)}${remarks}. Save it to keep it.`
        : `${from} into this timeline: ${intoInWords(into)}${remarks}.`,
    details: [
      ...problems.slice(0, MOST_NOTICED).map(problemInWords),
      ...(more > 0 ? [`… and ${counted(more, 'more remark')}`] : []),
    ],
  };
}

/** “10 events added, 2 merged, 1 skipped”. */
function intoInWords({ added, merged, skipped }: Omit<ImportEdit, 'edit'>): string {
  return [
    `${eventsInWords(added)} added`,
    ...(merged === 0 ? [] : [`${number(merged)} merged`]),
    ...(skipped === 0 ? [] : [`${number(skipped)} skipped`]),
  ].join(', ');
}

/** “line 3, Date”; empty where it is not known. */
export function placeInWords({ line, path }: Problem): string {
  return [...(line === null ? [] : [`line ${number(line)}`]), ...(path === null ? [] : [path])].join(', ');
}

/** “line 3, Date: …” */
function problemInWords(problem: Problem): string {
  const where = placeInWords(problem);
  return where === '' ? `${problem.reason}.` : `${where}: ${problem.reason}.`;
}

/**
 * The whole report as a text: a line for each problem, with its place. Lists nothing if all is well.
 *
 * @param day on which the file was imported, in words.
 */
export function reportAsText({ fileName, report }: FileReport, day: string): string {
  return [
    `Import of “${fileName}”, ${day}`,
    `${countsInWords(report)}.`,
    '',
    ...report.problems.map(problemInWords),
    '',
  ].join('\n');
}

function number(count: number): string {
  return grouped(count);
}
