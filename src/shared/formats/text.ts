// Turns the bytes of a text file into text: UTF-8, UTF-16, or else an older encoding that is guessed and said.
import { checkEncoding } from '../document/file/text.ts';
import { failure, success, type Result } from '../result.ts';
import type { Problems } from './report.ts';

/** The most bytes that are read of any file. */
export const LARGEST_FILE = 256 * 2 ** 20;

/** The encoding of a text. */
interface Encoding {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'windows-1252';
  /** Whether the encoding is a guess. */
  readonly guessed: boolean;
  /** Where the text begins, behind its byte order mark. */
  readonly from: number;
}

/** Older encodings, and how readers call them. */
const OLD = ['windows-1251', 'windows-1252'] as const;

/**
 * The encoding of a text file: by its byte order mark, by the zeros of UTF-16, by being valid UTF-8; else one of two older
 * ones by how letters beyond ASCII stand.
 *
 * @param assume may name an encoding, which then is taken.
 */
export function encodingOf(bytes: Uint8Array, assume: readonly string[] = []): Encoding {
  const named = OLD.find((encoding) => assume.includes(encoding));
  if (named !== undefined) return { encoding: named, guessed: false, from: 0 };
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', guessed: false, from: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', guessed: false, from: 2 };
  const zeros = zerosIn(bytes.subarray(0, 64));
  if (zeros !== null) return { encoding: zeros, guessed: false, from: 0 };
  const from = first === 0xef && second === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (isUtf8(bytes)) return { encoding: 'utf-8', guessed: false, from };
  return { encoding: looksCyrillic(bytes) ? 'windows-1251' : 'windows-1252', guessed: true, from: 0 };
}

/**
 * Decodes a text file, and reports an encoding that is a guess.
 *
 * @returns the text without its byte order mark, or `file-too-large`.
 */
export function decodeText(bytes: Uint8Array, assume: readonly string[], problems: Problems): Result<string> {
  if (bytes.length > LARGEST_FILE) return tooLarge();
  const { text, encoding, guessed } = fileAsText(bytes, assume);
  if (guessed) reportGuess(encoding, problems);
  return success(text);
}

/** A text file as text, without its byte order mark, and the encoding that it was read as. */
export function fileAsText(
  bytes: Uint8Array,
  assume: readonly string[] = [],
): Omit<Encoding, 'from'> & { readonly text: string } {
  const { encoding, guessed, from } = encodingOf(bytes, assume);
  return { text: decodedAs(encoding, bytes.subarray(from)), encoding, guessed };
}

/** The beginning of a text file, in whatever encoding, to see what it holds. @param length bytes. */
export function startOf(bytes: Uint8Array, length = 4_096): string {
  const start = bytes.subarray(0, length);
  // A letter may be cut in two at the end; valid UTF-8 otherwise.
  const { encoding, from } = encodingOf(start.length < length ? start : withoutBrokenEnd(start));
  return decodedAs(encoding, start.subarray(from));
}

/** Bytes without the last sequence of UTF-8, which may be cut. */
function withoutBrokenEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > bytes.length - 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end - 1);
}

/** What stands in Windows-1252 from 0x80 to 0x9f. */
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Text in an encoding. Node decodes Windows-1252 as Latin-1, which has controls where the other has dashes and quotes. */
export function decodedAs(encoding: Encoding['encoding'], bytes: Uint8Array): string {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return encoding === 'windows-1252'
    ? text.replace(/[\u0080-\u009f]/g, (sign) => SIGNS[sign.charCodeAt(0) - 0x80] ?? sign)
    : text;
}

/** Says that an encoding was guessed. */
export function reportGuess(encoding: string, problems: Problems): void {
  const other = OLD.find((one) => one !== encoding) ?? '';
  problems.add(
    `The file is not UTF-8; it was read as ${encodingInWords(encoding)}. If letters are wrong, try ${encodingInWords(other)}`,
  );
}

/** Refuses a file that is too large to be read whole. */
export function tooLarge(): Result<never> {
  return failure(
    'file-too-large',
    `The file is larger than ${LARGEST_FILE / 2 ** 20} MB. Split it and import the parts.`,
  );
}

/** An encoding by the name that readers know, such as “Windows-1252”. */
export function encodingInWords(encoding: string): string {
  return encoding.replace('windows', 'Windows');
}

function isUtf8(bytes: Uint8Array): boolean {
  // Zeros at the start would be taken for UTF-16, which has been asked for already.
  const encoding = checkEncoding(bytes);
  return encoding.ok || encoding.failure.message.includes('UTF-16');
}

/** UTF-16 without a mark: nearly every other byte of Latin text is zero. */
function zerosIn(start: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let [even, odd] = [0, 0];
  start.forEach((byte, place) => {
    if (byte !== 0) return;
    if (place % 2 === 0) even += 1;
    else odd += 1;
  });
  const most = start.length / 2;
  if (most < 2) return null;
  if (odd > most * 0.8 && even === 0) return 'utf-16le';
  return even > most * 0.8 && odd === 0 ? 'utf-16be' : null;
}

/** In Cyrillic, letters beyond ASCII stand in runs; in other Latin alphabets mostly alone. */
function looksCyrillic(bytes: Uint8Array): boolean {
  let [alone, inRuns, run] = [0, 0, 0];
  for (const byte of bytes.subarray(0, 1_000_000)) {
    if (byte >= 0xc0 || byte === 0xa8 || byte === 0xb8) run += 1;
    else {
      if (run > 2) inRuns += run;
      else alone += run;
      run = 0;
    }
  }
  return inRuns > alone;
}

// eslint-disable-next-line no-control-regex -- these are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
// eslint-disable-next-line no-control-regex -- these are what is left out
const ALL_CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Whether a text has characters that no text should have. */
export function hasControls(text: string): boolean {
  return CONTROLS.test(text);
}

/** A text without characters that no text should have, and with line breaks of one kind. */
export function withoutControls(text: string): string {
  const broken = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return CONTROLS.test(broken) ? broken.replace(ALL_CONTROLS, '') : broken;
}
