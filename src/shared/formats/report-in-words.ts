// Words the counts of a report, the same on the screen and on the command line. Pure.
import { eventsInWords } from '../document/event-label.ts';
import { grouped } from '../in-words.ts';
import type { Report } from './format.ts';

/** “3 events, 1 without a date”, or “3 events of 4 entries”. */
export function countsInWords({ read, imported, undated }: Omit<Report, 'problems'>): string {
  const of = read === imported ? '' : ` of ${read === 1 ? '1 entry' : `${grouped(read)} entries`}`;
  const without = undated === 0 ? '' : `, ${grouped(undated)} without a date`;
  return `${eventsInWords(imported)}${of}${without}`;
}
