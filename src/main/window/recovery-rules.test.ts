// A window that crashed comes back by itself once.
import { describe, expect, it } from 'vitest';
import { reopenedMessage, reopensItself } from './recovery-rules.ts';

describe('reopensItself', () => {
  it.each<[string, string, number | undefined, number, boolean]>([
    ['the first crash', 'crashed', undefined, 5, true],
    ['the first of memory', 'oom', undefined, 5, true],
    ['one that was ended', 'killed', undefined, 5, true],
    ['a crash right after one', 'crashed', 1_000, 1_001, false],
    ['a crash ten seconds after one', 'crashed', 1_000, 11_000, false],
    ['a crash some time after one', 'crashed', 1_000, 11_001, true],
    ['a page that cannot start', 'launch-failed', undefined, 5, false],
    ['a program that is damaged', 'integrity-failure', undefined, 5, false],
  ])('%s', (_case, reason, last, now, expected) => {
    expect(reopensItself(reason, last, now)).toBe(expected);
  });
});

describe('reopenedMessage', () => {
  it('says in a sentence what happened, and what of the export', () => {
    expect(reopenedMessage('crashed', false)).toBe(
      'The window crashed and was reopened where you left off. Your document is unchanged.',
    );
    expect(reopenedMessage('oom', true)).toBe(
      'The window ran out of memory and was reopened where you left off. Your document is unchanged. The export in progress was stopped and nothing was saved.',
    );
    expect(reopenedMessage('unresponsive', false)).toMatch(/^The window stopped responding and/);
    expect(reopenedMessage('killed', false)).toMatch(/^The system closed the window and/);
  });
});
