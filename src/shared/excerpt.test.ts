// Text of a document within a sentence.
import { expect, test } from 'vitest';
import { excerpt } from './excerpt.ts';

test.each([
  ['short text is quoted whole', 'SCO summit', '“SCO summit”'],
  ['long text is cut', 'x'.repeat(61), `“${'x'.repeat(59)}…”`],
  ['a letter of two code units is never cut in two', '𝒳'.repeat(61), `“${'𝒳'.repeat(59)}…”`],
  ['line breaks and controls become spaces', 'a\r\nb\u0000c\u2028d', '“a b c d”'],
  ['nothing turns the direction of the sentence around it', 'a\u202eb\u2067c', '“a b c”'],
])('%s', (_, text, quoted) => {
  expect(excerpt(text)).toBe(quoted);
});
