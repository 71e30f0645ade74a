// The job that imports a file makes a document of it, and tells how far it is.
import { expect, test } from 'vitest';
import type { ReadingProgress } from '../shared/document/file/progress.ts';
import { withBytes } from '../shared/document/read-elsewhere.ts';
import { importFileJob } from './import-file.ts';

const WISH = { name: 'table.csv', today: '2026-11-28', mapping: null, assume: [], want: 'document' } as const;
const table = (rows: number): Uint8Array =>
  new TextEncoder().encode(
    ['Title,Date', ...Array.from({ length: rows }, (_, row) => `Event ${row},1921-04-03`), ''].join('\n'),
  );

test('a document is made, whose bytes are those of its file', async () => {
  const done = await importFileJob(WISH, table(3), () => undefined);
  if (!done.ok || done.value.kind !== 'document') throw new Error('There is no document.');
  const { bytes, document, report } = done.value;
  const events = Array.from(withBytes(document, bytes).events.all(), ({ title, date }) => [title, date]);
  expect(events).toEqual([0, 1, 2].map((row) => [`Event ${row}`, '1921-04-03']));
  expect(report).toMatchObject({ read: 3, imported: 3, problems: [] });
});

test('its events are counted as they are written, then as they are checked', async () => {
  const told: ReadingProgress[] = [];
  await importFileJob(WISH, table(3_000), (progress) => told.push(progress));
  expect(told).toEqual([
    { found: 1_024, checked: 0 },
    { found: 2_048, checked: 0 },
    { found: 3_000, checked: 1_024 },
    { found: 3_000, checked: 2_048 },
  ]);
});
