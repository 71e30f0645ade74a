// The lines of a journal: each is JSON behind a sum that shows whether it is as it was written. Pure.
import { nodeCrypto } from '../system/node-crypto.ts';

/** Hexadecimal digits of a line's sum. */
const SUM = 16;

const NEWLINE = 0x0a;

/**
 * A line of a journal, with its end.
 *
 * @param id of the journal, and `number` of the line from 0: a line that is missing or of another journal shows.
 */
export function lineOf(id: string, number: number, value: unknown): string {
  const json = JSON.stringify(value);
  return `${sumOf(id, number, json)} ${json}\n`;
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
  return nodeCrypto().createHash('sha256').update(`${id} ${number} ${json}`).digest('hex').slice(0, SUM);
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
