// Decodes the bytes of a document: UTF-8 and nothing else.
import { failure, success, type Result } from '../../result.ts';
import { placeInText } from './place-in-text.ts';

/**
 * Decodes UTF-8, strictly; a byte order mark at the start is skipped.
 *
 * @returns the text, or a failure `document-encoding` that says which encoding it is or where it breaks.
 */
export function decodeText(bytes: Uint8Array): Result<string> {
  if (looksLikeUtf16(bytes)) {
    return failure('document-encoding', 'The document is encoded as UTF-16. Save it as UTF-8.');
  }
  try {
    return success(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return failure(
      'document-encoding',
      `The document is not UTF-8 text: it breaks at ${firstFault(bytes)}. Save it as UTF-8.`,
    );
  }
}

/** By its byte order mark, or by the zero that UTF-16 puts next to JSON's opening brace or bracket. */
function looksLikeUtf16([first, second]: Uint8Array): boolean {
  return (
    (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0
  );
}

/** The decoder does not report where it failed; decoding leniently and encoding again shows where the bytes differ. */
function firstFault(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const again = new TextEncoder().encode(text);
  const fault = bytes.findIndex((byte, position) => byte !== again[position]);
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    bytes.subarray(0, fault < 0 ? undefined : fault),
  );
  return placeInText(before, before.length).words;
}
