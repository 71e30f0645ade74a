// What the helper reads and main puts together is what main would have read.
import { expect, it } from 'vitest';
import { readDocument } from '../shared/document/file/read.ts';
import { documentBytes } from '../shared/document/file/write.ts';
import { withBytes } from '../shared/document/read-elsewhere.ts';
import { readDocumentJob } from './read-document.ts';

const FILE = JSON.stringify({
  before: [1, 2],
  format: 'dateline',
  version: 2,
  title: 'Т',
  lanes: [{ id: 'l', title: 'L', shade: 3 }],
  between: { x: 'y' },
  events: [
    { id: 'a', title: 'A', date: '2021-05~', lane: 'l', mood: 'good' },
    { id: 'b', title: 'B', lane: 'l' },
  ],
});

it('reads a document, and leaves its bytes where they are', async () => {
  // The file may be a part of a larger array.
  const bytes = Buffer.from(`   ${FILE}`).subarray(3);
  const done = await readDocumentJob(null, bytes, () => undefined);
  const known = readDocument(bytes);
  if (!done.ok || !known.ok) return expect.fail('it is a document');
  const document = withBytes(structuredClone(done.value), bytes);
  expect({ ...document, events: [...document.events.all()] }).toEqual({
    ...known.value,
    events: [...known.value.events.all()],
  });
  expect(documentBytes(document)).toEqual(documentBytes(known.value));
});

it('says how far it is', async () => {
  const events = Array.from({ length: 3_000 }, (_, place) => ({
    id: `e${place}`,
    title: 'E',
    date: '2021',
    lane: 'l',
  }));
  const bytes = Buffer.from(JSON.stringify({ ...JSON.parse(FILE), events }));
  const told: unknown[] = [];
  await readDocumentJob(null, bytes, (progress) => told.push(progress));
  expect(told).toEqual([
    { found: 1024, checked: 0 },
    { found: 2048, checked: 0 },
    { found: 3000, checked: 0 },
    { found: 3000, checked: 1024 },
    { found: 3000, checked: 2048 },
  ]);
});
