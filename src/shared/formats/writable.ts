// The formats that the window exports to: for the menu, which loads no format. Pure.
import type { FormatId } from './format.ts';

/** A format as the menu shows it. */
export interface WritableFormat {
  readonly id: FormatId;
  /** What readers call it. */
  readonly name: string;
  /** The ending of its files, without the dot. */
  readonly ending: string;
}

/** In the order of the menu. A test holds this to the formats that can write. */
export const WRITABLE_FORMATS: readonly WritableFormat[] = [
  { id: 'csv', name: 'Table (CSV)', ending: 'csv' },
  { id: 'xlsx', name: 'Excel', ending: 'xlsx' },
  { id: 'timelinejs', name: 'TimelineJS', ending: 'json' },
  { id: 'timelinejs-csv', name: 'TimelineJS spreadsheet (CSV)', ending: 'csv' },
  { id: 'ics', name: 'Calendar (iCalendar)', ending: 'ics' },
  { id: 'markwhen', name: 'Markwhen', ending: 'mw' },
  { id: 'timeline', name: 'The Timeline Project', ending: 'timeline' },
  { id: 'vis', name: 'vis-timeline', ending: 'json' },
  { id: 'markdown', name: 'Markdown table', ending: 'md' },
  { id: 'html', name: 'HTML table', ending: 'html' },
  { id: 'csl', name: 'Sources (CSL-JSON)', ending: 'json' },
];
