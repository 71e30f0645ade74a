// Checks the encoding of a document: UTF-8 and nothing else. Pure.
import { failure, success, type Result } from '../../result.ts';
import { placeInText } from './place-in-text.ts';

/**
 * Checks that bytes are valid UTF-8.
 *
 * @returns where the text begins, behind a byte order mark; or a failure `document-encoding` that says which encoding it
 *   is or where it breaks.
 */
export function checkEncoding(bytes: Uint8Array): Result<number> {
  if (looksLikeUtf16(bytes)) {
    return failure('document-encoding', 'The document is encoded as UTF-16. Save it as UTF-8.');
  }
  const fault = firstFault(bytes);
  if (fault < bytes.length) {
    return failure(
      'document-encoding',
      `The document is not UTF-8 text: it breaks at ${placeInText(bytes, 0, fault).words}. Save it as UTF-8.`,
    );
  }
  const [first, second, third] = bytes;
  return success(first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0);
}

/** By its byte order mark, or by the zero that UTF-16 puts next to JSON's opening brace or bracket. */
function looksLikeUtf16([first, second]: Uint8Array): boolean {
  return (
    (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0
  );
}

/** The first byte of the first sequence that is not valid, or the number of bytes. */
function firstFault(bytes: Uint8Array): number {
  const { length } = bytes;
  let at = 0;
  while (at < length) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) {
      at += 1;
      continue;
    }
    const size = sequenceLength(first, bytes[at + 1] ?? 0);
    if (size === 0) return at;
    for (let more = at + 2; more < at + size; more += 1) if (((bytes[more] ?? 0) & 0xc0) !== 0x80) return at;
    at += size;
  }
  return length;
}

/**
 * How many bytes a sequence has, by its first two; 0 if no sequence begins with these: The Unicode Standard, table 3-7.
 */
function sequenceLength(first: number, second: number): number {
  if (first < 0xc2 || first > 0xf4) return 0;
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}
