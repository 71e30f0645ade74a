// `npm test`: installs what is missing, then runs every check and test; the last line counts passes and failures.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notInstallable, testedPackages } from './installable.ts';
import { capture, npm, projectFolder, run } from './processes.ts';
import { checkOutcome, lastLine, runnerOutcome, secondTries, total, type Outcome } from './results.ts';
import { describeFailure, prepare } from './runtime/prepare.ts';
import { withSeats } from './seats.ts';

const reports = await mkdtemp(join(tmpdir(), 'dateline-test-'));

const scriptOf = (name: string, args: readonly string[]) => npm('run', '--silent', name, '--', ...args);

/** Runs a script of package.json and returns its exit code. */
function script(name: string, args: readonly string[] = []): Promise<number> {
  console.log(`\n── ${name}`);
  const [command, words] = scriptOf(name, args);
  return run(command, words, { cwd: projectFolder });
}

async function check(name: string, args: readonly string[] = []): Promise<Outcome> {
  return checkOutcome(await script(name, args));
}

/** Runs a script beside others, and prints what it says once it has ended. */
async function checkAside(name: string): Promise<Outcome> {
  const [command, words] = scriptOf(name, []);
  const { code, stdout, stderr } = await capture(command, words, { cwd: projectFolder });
  console.log(`\n── ${name}\n${stdout}${stderr}`);
  return checkOutcome(code);
}

async function outcomeFrom(file: string, exitCode: number): Promise<Outcome> {
  return runnerOutcome(await readFile(file, 'utf8').catch(() => undefined), exitCode);
}

async function unitTests(): Promise<Outcome> {
  const file = join(reports, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return outcomeFrom(file, await script('unit', reporters));
}

const leftOut = notInstallable({
  platform: process.platform,
  architecture: process.arch,
  user: process.getuid?.(),
  hasApt: (await capture('apt-get', ['--version'])).code === 0,
});

async function endToEndTests(): Promise<Outcome> {
  console.log('\n── end to end');
  const file = join(reports, 'end-to-end.json');
  const runner = join(projectFolder, 'node_modules/@playwright/test/cli.js');
  const exitCode = await withSeats((environment) =>
    run(process.execPath, [runner, 'test', '--project=app', ...(leftOut ? [] : ['--project=installed'])], {
      cwd: projectFolder,
      env: { ...environment, TMPDIR: reports, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    }),
  ).catch((error: unknown) => {
    console.error(String(error));
    return 1;
  });
  return outcomeFrom(file, exitCode);
}

/**
 * Runs the tests of the real app on a prepared machine and a fresh build; anything that prevents them counts as a
 * failure.
 */
async function appTests(): Promise<readonly Outcome[]> {
  console.log('\n── set-up');
  const machine = await prepare(leftOut ? 'tests' : 'tests-installing');
  if (!machine.ok) {
    console.error(describeFailure(machine.failure));
    return [checkOutcome(1)];
  }
  // This also builds the app, as for a package.
  const build = await check('dist', [
    ...['--light', '--output', join(projectFolder, testedPackages)],
    ...(leftOut ? ['--unpacked'] : []),
  ]);
  return build.failed > 0 ? [build] : [build, await endToEndTests()];
}

// The linter alone takes as long as the others together, on one processor.
const aside = checkAside('lint');
const outcomes = [
  await check('format:check'),
  await check('types'),
  await unitTests(),
  await aside,
  ...(await appTests()),
];
await rm(reports, { recursive: true });
const sum = total(outcomes);
console.log();
if (leftOut) console.log(leftOut);
const again = secondTries(sum);
if (again !== null) console.log(again);
console.log(lastLine(sum));
process.exitCode = sum.failed > 0 ? 1 : 0;
