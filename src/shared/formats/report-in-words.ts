// Words what became of an imported file, for the notice to the reader. Pure.
import { isolate } from '../isolate.ts';
import type { FileReport, Problem } from './format.ts';

/** The most problems that are listed. */
const MOST_LISTED = 200;

/** One sentence, and a line for each problem: what was changed or left out, and why. */
export function importInWords({ fileName, report: { read, imported, undated, problems } }: FileReport): {
  readonly message: string;
  readonly details: readonly string[];
} {
  const events = `${count(imported)} ${imported === 1 ? 'event' : 'events'}`;
  const parts = [
    read === imported ? events : `${events} of ${count(read)} entries`,
    ...(undated === 0 ? [] : [`${count(undated)} without a date`]),
    ...(problems.length === 0
      ? []
      : [`${count(problems.length)} ${problems.length === 1 ? 'remark' : 'remarks'}`]),
  ];
  const more = problems.length - MOST_LISTED;
  return {
    message: `Imported from “${isolate(fileName)}”: ${parts.join(', ')}. Save it to keep it.`,
    details: [
      ...problems.slice(0, MOST_LISTED).map(problemInWords),
      ...(more > 0 ? [`… and ${count(more)} more`] : []),
    ],
  };
}

/** “line 3, Date: …” */
export function problemInWords({ line, path, reason }: Problem): string {
  const where = [...(line === null ? [] : [`line ${count(line)}`]), ...(path === null ? [] : [path])].join(
    ', ',
  );
  return where === '' ? `${reason}.` : `${where}: ${reason}.`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
