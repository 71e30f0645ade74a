// The notice is short, the text has everything with its place, and where all is well there is nothing to list.
import { expect, it } from 'vitest';
import type { FileReport, Problem } from '../../shared/formats/format.ts';
import { importInWords, reportAsText } from './report.ts';

const problem = (line: number | null, path: string | null): Problem => ({
  file: 'a.csv',
  line,
  path,
  reason: '“some day” is no date',
});
const report = (problems: readonly Problem[], read = 5): FileReport => ({
  fileName: 'a.csv',
  report: { read, imported: 5, undated: 1, problems },
});

it('names the first problems in the notice, and counts the others', () => {
  const { message, details } = importInWords(
    report([problem(1_234, 'Date'), problem(3, null), problem(null, 'events[2]'), problem(null, null)], 6),
  );
  expect(message.replace(/[\u2068\u2069]/g, '')).toBe(
    'Imported from “a.csv”: 5 events of 6 entries, 1 without a date, 4 remarks. Save it to keep it.',
  );
  expect(details).toEqual([
    'line 1,234, Date: “some day” is no date.',
    'line 3: “some day” is no date.',
    'events[2]: “some day” is no date.',
    '… and 1 more remark',
  ]);
});

it('lists all as a text, and nothing where all is well', () => {
  expect(reportAsText(report([problem(3, 'Date'), problem(null, null)]), '29 November 2026')).toBe(
    'Import of “a.csv”, 29 November 2026\n5 events, 1 without a date.\n\nline 3, Date: “some day” is no date.\n“some day” is no date.\n',
  );
  expect(reportAsText(report([]), 'today').split('\n').filter(Boolean)).toHaveLength(2);
  expect(importInWords(report([])).details).toEqual([]);
});
