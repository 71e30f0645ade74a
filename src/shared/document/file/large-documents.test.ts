// Files far larger than any text or value that may be made of them: a sentence each, in bounded time and memory.
import { expect, test } from 'vitest';
import { failure } from '../../result.ts';
import { fileOf } from '../samples.ts';
import { readDocument } from './read.ts';
import { LARGEST_VALUE } from './source.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file in which `filling` stands as often as wanted between two parts. */
function filled(before: string, filling: string, times: number, after: string): Uint8Array {
  const [head, piece, tail] = [before, filling, after].map(encode);
  if (head === undefined || piece === undefined || tail === undefined) throw new Error('three parts');
  const bytes = new Uint8Array(head.length + piece.length * times + tail.length);
  bytes.set(head);
  const middle = bytes.subarray(head.length, bytes.length - tail.length);
  middle.set(piece);
  // What is there is put behind itself until the middle is full.
  for (let full = piece.length; full < middle.length; full *= 2) middle.copyWithin(full, 0, full);
  bytes.set(tail, bytes.length - tail.length);
  return bytes;
}

const TOO_LARGE = LARGEST_VALUE + 1;

function invalid(...problems: readonly string[]) {
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  return failure('document-invalid', `The document has ${count}.`, problems);
}

test('a title that is too large to be read', () => {
  const [before = '', after = ''] = JSON.stringify(fileOf([], { title: '#' })).split('#');
  expect(readDocument(filled(before, 'x', TOO_LARGE, after))).toEqual(
    invalid('title: is larger than 64 MB; shorten it.'),
  );
});

test('an event that is too large to be read, among others', () => {
  const event = { id: 'a', title: 'A', date: '2021', lane: 'lane' };
  const events = [event, { ...event, title: '#' }, { ...event, lane: 'none' }];
  const [before = '', after = ''] = JSON.stringify(fileOf(events)).split('#');
  expect(readDocument(filled(before, 'x', TOO_LARGE, after))).toEqual(
    invalid(
      'events[1]: is larger than 64 MB; shorten it.',
      'events[2] “A” › id: “a” is the id of an earlier entry; give each its own.',
      'events[2] “A” › lane: there is no lane with the id “none”.',
    ),
  );
});

test('an unknown field that is too large to be read', () => {
  const [before = '', after = ''] = JSON.stringify(fileOf([], { mood: ['#'] })).split('"#"');
  expect(readDocument(filled(before, '[],', Math.ceil(TOO_LARGE / 3), `7${after}`))).toMatchObject({
    value: { unknownFields: [{ name: 'mood', first: 'the document', count: 1 }] },
  });
});

test('a name that is longer than any text', () => {
  const read = readDocument(filled('{"format":"dateline","version":1,"', 'x', 2 ** 24, '":1}'));
  expect(read).toMatchObject({ failure: { code: 'document-invalid' } });
  if (!read.ok) expect(read.failure.details.at(-1)).toMatch(/^“x+…”: is not a field of the format/);
});

test('a million events with the same id', () => {
  const [before = '', after = ''] = JSON.stringify(fileOf([])).split('[]');
  const event = '{"id":"a","title":"A","lane":"lane"},';
  const read = readDocument(filled(`${before}[`, event, 1_000_000, `${event.slice(0, -1)}]${after}`));
  expect(read).toMatchObject({ failure: { message: 'The document has more than 10,000 problems.' } });
});

test('far more entries than a list may have, and far more fields than a document has', () => {
  const entries = filled(
    '{"format":"dateline","version":2,"title":"T","lanes":[],"events":[',
    '7,',
    3_000_000,
    '7]}',
  );
  expect(readDocument(entries)).toMatchObject({ failure: { code: 'document-invalid' } });
  const names = Array.from({ length: 200_000 }, (_, number) => `"f${number}":0`).join();
  const fields = encode(`{${names},"format":"dateline","version":2,"title":"T","lanes":[],"events":[]}`);
  expect(readDocument(fields)).toMatchObject({ value: { unknownFields: { length: 10_000 } } });
});

test('a hundred thousand lists within each other', () => {
  const nested = filled('{"format":"dateline","x":', '[', 100_000, '');
  expect(readDocument(nested)).toMatchObject({
    failure: {
      message: expect.stringContaining('more than 100 lists and objects within each other') as unknown,
    },
  });
});
