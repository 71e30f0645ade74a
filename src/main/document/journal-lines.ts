// The lines of a journal: each is JSON behind a sum that shows whether it is as it was written. Pure.
import type { Hash } from 'node:crypto';
import type { Step } from '../../shared/document/edit/history.ts';
import { nodeCrypto } from '../system/node-crypto.ts';

/** Hexadecimal digits of a line's sum. */
const SUM = 16;

const NEWLINE = 0x0a;

/**
 * A line of a journal with its end, in pieces of some hundred kilobytes. Throws a `RangeError` where it could not be read again,
 * since that takes a string.
 *
 * @param id of the journal, and `number` of the line from 0: a line that is missing or of another journal shows.
 */
export function* lineOf(
  id: string,
  number: number,
  value: LineValue,
): Generator<undefined, readonly Uint8Array[]> {
  const sum = createSum(id, number);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (const text of jsonOf(value)) {
    const piece = encoder.encode(text);
    sum.update(piece);
    size += piece.length;
    if (size > LONGEST) throw new RangeError('A step is too long for a line.');
    pieces.push(piece);
    yield;
  }
  return [encoder.encode(`${digits(sum)} `), ...pieces, Uint8Array.of(NEWLINE)];
}

/** What a line holds: journal.ts says what there is. */
type LineValue = Step | { readonly kind: 'header' | 'saved' };

/** Bytes of the longest line: all of them may be characters of one string. */
const LONGEST = 2 ** 29 - 100;

/** Changes that become one piece of text. */
const TOGETHER = 256;

/** The JSON of a line: that of an edit is made of some changes at a time. */
function* jsonOf(value: LineValue): Generator<string> {
  if (value.kind !== 'edit') {
    yield JSON.stringify(value);
    return;
  }
  const { changes } = value.edit;
  yield `${openEnded({ ...value, edit: undefined })},"edit":${openEnded({ ...value.edit, changes: undefined })},"changes":[`;
  for (let at = 0; at < changes.length; at += TOGETHER)
    yield (at === 0 ? '' : ',') + JSON.stringify(changes.slice(at, at + TOGETHER)).slice(1, -1);
  yield ']}}';
}

/** The JSON of an object that has fields, without its closing brace. */
function openEnded(value: object): string {
  return JSON.stringify(value).slice(0, -1);
}

/** Reads a journal, whatever became of its bytes: the value of each line, `undefined` for one that is not as it was written. */
export function readLines(id: string, bytes: Uint8Array): readonly unknown[] {
  const values: unknown[] = [];
  let from = 0;
  while (from < bytes.length) {
    const end = bytes.indexOf(NEWLINE, from);
    // A line without an end was being written when the app ended.
    values.push(end < 0 ? undefined : valueIn(id, values.length, bytes.subarray(from, end)));
    from = end < 0 ? bytes.length : end + 1;
  }
  return values;
}

function valueIn(id: string, number: number, line: Uint8Array): unknown {
  const text = decoder.decode(line);
  const json = text.slice(SUM + 1);
  if (text.slice(0, SUM + 1) !== `${sumOf(id, number, json)} `) return undefined;
  const value: unknown = JSON.parse(json);
  return value;
}

function sumOf(id: string, number: number, json: string): string {
  return digits(createSum(id, number).update(json));
}

function createSum(id: string, number: number): Hash {
  return nodeCrypto().createHash('sha256').update(`${id} ${number} `);
}

function digits(sum: Hash): string {
  return sum.digest('hex').slice(0, SUM);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
