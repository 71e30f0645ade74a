// The table of foreign formats, and how a file finds its own.
import { otherKind } from '../document/file/other-kind.ts';
import { enumerated } from '../in-words.ts';
import { failure, success, type Result } from '../result.ts';
import { aeon } from './aeon.ts';
import { calendarCsv } from './calendar-csv.ts';
import { csl } from './csl.ts';
import { csv, tsv } from './csv.ts';
import { BEGINNING, Likelihood, type Beginning, type Format } from './format.ts';
import { html, markdown } from './documents.ts';
import { ics } from './ics/ics.ts';
import { markwhen } from './markwhen.ts';
import { preceden } from './preceden.ts';
import { startOf } from './text.ts';
import { timelineProject } from './timeline-project.ts';
import { timelinejs } from './timelinejs.ts';
import { timelinejsCsv } from './timelinejs-csv.ts';
import { timesketch } from './timesketch.ts';
import { vis } from './vis.ts';
import { wikidata } from './wikidata.ts';
import { xlsx } from './xlsx.ts';

/** All foreign formats. Where a file may be of several, the first wins. */
export const FORMATS: readonly Format[] = [
  timelinejs,
  timelinejsCsv,
  aeon,
  preceden,
  calendarCsv,
  timesketch,
  wikidata,
  vis,
  csl,
  timelineProject,
  ics,
  xlsx,
  markwhen,
  tsv,
  csv,
  markdown,
  html,
];

/** The beginning of a file, as formats look at it. */
export function beginningOf(bytes: Uint8Array, fileName: string): Beginning {
  return {
    bytes: bytes.subarray(0, BEGINNING),
    text: startOf(bytes, BEGINNING),
    ending: /\.[^./\\]{1,12}$/.exec(fileName)?.[0].toLowerCase() ?? '',
  };
}

/**
 * Finds the format of a file by its content; among formats that are as likely, by its ending.
 *
 * @returns the format, or `format-unknown` with a sentence on what the file is instead.
 */
export function recogniseFormat(bytes: Uint8Array, fileName: string): Result<Format> {
  const beginning = beginningOf(bytes, fileName);
  let best: Format | undefined;
  let most = 0;
  for (const format of FORMATS) {
    if (format.read === undefined) continue;
    const likelihood = format.recognise(beginning);
    if (likelihood === Likelihood.No) continue;
    const score = 2 * likelihood + (format.endings.includes(beginning.ending) ? 1 : 0);
    if (score > most) [best, most] = [format, score];
  }
  if (best !== undefined) return success(best);
  const kind = otherKind(bytes);
  return failure(
    'format-unknown',
    `Dateline does not know this format: the file is ${kind ?? 'JSON of another kind'}. It reads ${enumerated(NAMES, 'and')}.`,
  );
}

const NAMES = FORMATS.filter(({ read }) => read !== undefined).map(({ name }) => name);
