// Sums up the results of checks and test runners in the last line of a test run.
import { z } from 'zod';

/** How many checks or tests passed and failed, and how many of those that passed needed a second try. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly secondTry: number;
}

const vitest = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number() })
  .transform((report): Outcome => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    secondTry: 0,
  }));

const playwright = z
  .object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })
  .transform(({ stats }): Outcome => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    secondTry: stats.flaky,
  }));

const report = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
});

const runnerReport = report.pipe(z.union([vitest, playwright]));

/** A check without a count of its own, such as the linter: it passed or failed as a whole. */
export function checkOutcome(exitCode: number): Outcome {
  return exitCode === 0 ? { passed: 1, failed: 0, secondTry: 0 } : { passed: 0, failed: 1, secondTry: 0 };
}

/**
 * The outcome of a test runner, from its JSON report (Vitest's or Playwright's) and its exit code. A runner that left
 * no report, ran no test, or failed without naming a failed test counts as one failure.
 */
export function runnerOutcome(reportText: string | undefined, exitCode: number): Outcome {
  const read = runnerReport.safeParse(reportText);
  const { passed, failed, secondTry } = read.success ? read.data : total([]);
  const failedUnnamed = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: failedUnnamed ? 1 : failed, secondTry };
}

/** Adds up outcomes. */
export function total(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce(
    (sum, { passed, failed, secondTry }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      secondTry: sum.secondTry + secondTry,
    }),
    { passed: 0, failed: 0, secondTry: 0 },
  );
}

/** What is to be said of tests that passed at the second try; the runner's own output above names them. */
export function secondTries({ secondTry }: Outcome): string | null {
  if (secondTry === 0) return null;
  return `${secondTry} of these passed only at the second try: see “flaky” above.`;
}

/** The last line of a test run. */
export function lastLine({ passed, failed }: Outcome): string {
  return `${passed} passed, ${failed} failed`;
}
