// The app reads every document that is made for pictures, and finds in it what the picture is to show.
import { expect, test } from 'vitest';
import { readDocument } from '../src/shared/document/file/read.ts';
import { SCREENSHOT_DOCUMENTS } from './screenshot-documents.ts';

const read = (name: string) => {
  const document = readDocument(new TextEncoder().encode(JSON.stringify(SCREENSHOT_DOCUMENTS[name]?.())));
  if (!document.ok) throw new Error([document.failure.message, ...document.failure.details].join('\n'));
  return document.value;
};

test.each([
  ['thirty-events', 30, 6],
  ['two-hundred-events', 200, 1],
  ['hundred-thousand-events', 100_000, 6],
  ['overlapping-intervals', 24, 3],
  ['one-event', 1, 1],
  ['five-thousand-years', 43, 4],
  ['four-languages', 12, 4],
])('%s is read', (name, events, lanes) => {
  const document = read(name);
  expect(document.events.count).toBe(events);
  expect(document.lanes).toHaveLength(lanes);
});

test('the same events have the same titles and dates whenever they are made, and no two of thirty one title', () => {
  expect(SCREENSHOT_DOCUMENTS['overlapping-intervals']?.()).toEqual(
    SCREENSHOT_DOCUMENTS['overlapping-intervals']?.(),
  );
  expect(new Set(Array.from(read('thirty-events').events.all(), ({ title }) => title)).size).toBe(30);
});
