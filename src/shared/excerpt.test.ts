// Quotes text of a document within a sentence.
import { expect, test } from 'vitest';
import { excerpt } from './excerpt.ts';

test.each([
  ['short text is quoted whole', 'SCO summit', '“SCO summit”'],
  ['long text is cut', 'x'.repeat(61), `“${'x'.repeat(59)}…”`],
  ['a letter of two code units is never cut in two', '𝒳'.repeat(61), `“${'𝒳'.repeat(59)}…”`],
  ['line breaks and tabs become spaces', 'a\r\nb\tc\u2028d', '“a b c d”'],
  ['a control is named', 'a\u0000b\u001b[31m', '“a[U+0000]b[U+001B][31m”'],
  ['nothing turns the direction of the sentence around it', 'a\u202eb\u2067c', '“a[U+202E]b[U+2067]c”'],
  ['a character that nobody sees is named alone', '\u200b', '“[U+200B]”'],
  ['and within a word', 'date\u200bline\u2060', '“date[U+200B]line[U+2060]”'],
  ['so are a soft hyphen, a filler and a tag', 'a\u00ad\u3164\u{e0041}', '“a[U+00AD][U+3164][U+E0041]”'],
  ['a joiner between Latin letters is named', 'a\u200db\u200cc', '“a[U+200D]b[U+200C]c”'],
  ['a joiner that a script needs is left', 'می‌خواهم', '“می‌خواهم”'],
  ['a joiner that an emoji needs is left', '👩‍🚒 ❤️', '“👩‍🚒 ❤️”'],
])('%s', (_, text, quoted) => {
  expect(excerpt(text)).toBe(quoted);
});
