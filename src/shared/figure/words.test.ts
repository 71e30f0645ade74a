// The words of a figure are one line each, not too long, and nothing where nothing is typed.
import { describe, expect, it } from 'vitest';
import { LONGEST_WORDS, readWords, WORDED } from './words.ts';

describe('readWords', () => {
  it.each([
    [{}, {}],
    [{ title: '', subtitle: '  ', credit: '\n' }, {}],
    [{ title: ' Two years ' }, { title: 'Two years' }],
    [{ credit: 'One\r\n\r\ntwo\tthree' }, { credit: 'One two three' }],
    [{ title: 'A\u0000\u001b[31mB' }, { title: 'A [31mB' }],
    [{ title: '<script>alert(1)</script>' }, { title: '<script>alert(1)</script>' }],
    [{ subtitle: 'عامان على الحدود' }, { subtitle: 'عامان على الحدود' }],
  ])('reads %j', (typed, words) => {
    expect(readWords(typed)).toEqual({ ok: true, value: words });
  });

  it.each(WORDED)('takes the longest %s and refuses one character more', (part) => {
    const longest = 'x'.repeat(LONGEST_WORDS[part]);
    expect(readWords({ [part]: ` ${longest} ` })).toEqual({ ok: true, value: { [part]: longest } });
    expect(readWords({ [part]: `${longest}x` })).toMatchObject({
      ok: false,
      failure: { code: `figure-${part}` },
    });
  });

  it('says how long the words may be', () => {
    expect(readWords({ credit: 'x'.repeat(1_001) })).toMatchObject({
      failure: { message: 'The credit has 1,001 characters; shorten it to at most 1,000.' },
    });
  });
});
