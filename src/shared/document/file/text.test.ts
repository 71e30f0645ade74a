// Bytes are UTF-8 exactly where the decoder of the platform takes them, and break where it first has to mend.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkEncoding } from './text.ts';

/** Bytes that are rarely valid by chance: beginnings and continuations of sequences at the edges of what is allowed. */
const byte = fc.constantFrom(
  ...[0x20, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf],
  ...[0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff],
);
/** A blank at the start keeps bytes from looking like UTF-16. */
const bytes = fc
  .oneof(
    fc.array(byte, { maxLength: 6 }).map((parts) => Uint8Array.from(parts)),
    fc
      .tuple(fc.string({ unit: 'binary' }), fc.array(byte, { maxLength: 2 }))
      .map(([text, more]) => Uint8Array.from([...new TextEncoder().encode(text), ...more])),
  )
  .map((parts) => Uint8Array.from([0x20, 0x20, ...parts]));

function decoded(part: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(part);
  } catch {
    return null;
  }
}

test('any bytes', () => {
  fc.assert(
    fc.property(bytes, (part) => {
      const checked = checkEncoding(part);
      expect(checked.ok).toBe(decoded(part) !== null);
      if (checked.ok) return;
      // The longest valid beginning that can be cut off is what stands before the fault.
      let fault = part.length;
      while (decoded(part.subarray(0, fault)) === null) fault -= 1;
      const lines = (decoded(part.subarray(0, fault)) ?? '').split(/\r\n?|\n/);
      const place = `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
      expect(checked.failure.message).toBe(
        `The document is not UTF-8 text: it breaks at ${place}. Save it as UTF-8.`,
      );
    }),
    { numRuns: 5_000 },
  );
});

test('a byte order mark is no part of the text', () => {
  expect(checkEncoding(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b))).toEqual({ ok: true, value: 3 });
  expect(checkEncoding(Uint8Array.of(0x7b, 0xef, 0xbb, 0xbf))).toEqual({ ok: true, value: 0 });
});
