// Test runs are counted honestly: a crash or an empty run is a failure.
import { describe, expect, test } from 'vitest';
import { checkOutcome, lastLine, runnerOutcome, secondTries, total, type Outcome } from './results.ts';

const vitest = (passed: number, failed: number) =>
  JSON.stringify({ numTotalTests: passed + failed, numPassedTests: passed, numFailedTests: failed });
const playwright = (expected: number, unexpected: number, flaky = 0) =>
  JSON.stringify({ suites: [], stats: { expected, unexpected, flaky, skipped: 0 } });

describe('a test runner', () => {
  test.each<[string, string | undefined, number, Outcome]>([
    ['Vitest’s counts are taken', vitest(12, 0), 0, { passed: 12, failed: 0, secondTry: 0 }],
    ['Vitest’s failures too', vitest(11, 2), 1, { passed: 11, failed: 2, secondTry: 0 }],
    ['Playwright’s counts are taken', playwright(7, 0), 0, { passed: 7, failed: 0, secondTry: 0 }],
    [
      'a test that passed at the second try is told apart',
      playwright(6, 1, 1),
      1,
      { passed: 7, failed: 1, secondTry: 1 },
    ],
    [
      'a file that could not be loaded is a failure',
      vitest(12, 0),
      1,
      { passed: 12, failed: 1, secondTry: 0 },
    ],
    ['no test at all is a failure', playwright(0, 0), 0, { passed: 0, failed: 1, secondTry: 0 }],
    ['no report is a failure', undefined, 0, { passed: 0, failed: 1, secondTry: 0 }],
    ['half a report is a failure', '{"stats":', 134, { passed: 0, failed: 1, secondTry: 0 }],
    ['a report of something else is a failure', '[]', 0, { passed: 0, failed: 1, secondTry: 0 }],
  ])('%s', (_, report, exitCode, expected) => {
    expect(runnerOutcome(report, exitCode)).toEqual(expected);
  });
});

test('a check passes or fails as one', () => {
  expect([checkOutcome(0), checkOutcome(2)]).toEqual([
    { passed: 1, failed: 0, secondTry: 0 },
    { passed: 0, failed: 1, secondTry: 0 },
  ]);
});

test('the last line is the sum', () => {
  const outcomes = [checkOutcome(0), checkOutcome(1), runnerOutcome(vitest(10, 3), 1)];
  expect(lastLine(total(outcomes))).toBe('11 passed, 4 failed');
});

test('a second try is said', () => {
  expect(secondTries(runnerOutcome(playwright(6, 0), 0))).toBeNull();
  expect(secondTries(runnerOutcome(playwright(6, 0, 2), 0))).toBe(
    '2 of these passed only at the second try: see “flaky” above.',
  );
});
