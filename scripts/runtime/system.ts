// Provides what Electron needs of a Linux system: shared libraries, an X server if there is no display, a sandbox.
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { failure, success, type Result } from '../../src/shared/result.ts';
import { hasDisplay, thisSeat } from '../launch.ts';
import { capture, type Finished } from '../processes.ts';
import {
  checkSandbox,
  installation,
  localNames,
  missingLibraries,
  needs,
  TOOLS,
  tools,
  type Needs,
  type Purpose,
  type Tool,
} from './decisions.ts';
import { showInstallation } from './progress.ts';

const holds = async (condition: string): Promise<boolean> =>
  (await capture('sh', ['-c', condition])).code === 0;

async function findNeeds(executable: string, purpose: Purpose): Promise<Needs> {
  const libraries = missingLibraries((await capture('ldd', [executable])).stdout);
  const missing: Tool[] = [];
  for (const tool of tools(purpose, hasDisplay()))
    if (!(await holds(TOOLS[tool].isThere))) missing.push(tool);
  return needs(libraries, missing);
}

/** Runs apt-get, waiting up to two minutes for another one to end. */
async function aptGet(args: readonly string[], hear?: (text: string) => void): Promise<Finished> {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (let waited = 0; ; waited += 1) {
    const finished = await capture('apt-get', args, { env: environment }, hear);
    if (finished.code === 0 || waited === 60 || !finished.stderr.includes('Could not get lock'))
      return finished;
    await sleep(2000);
  }
}

async function install(packages: readonly string[]): Promise<Finished> {
  console.log(`Installing what Electron needs, with apt-get: ${packages.join(', ')}`);
  await aptGet(['update']);
  const policy = await capture('apt-cache', ['policy', ...packages.flatMap((name) => [name, `${name}t64`])]);
  const names = localNames(packages, policy.stdout);
  const words = ['install', '-y', '--no-install-recommends', '-o', 'APT::Status-Fd=1', ...names];
  return showInstallation((hear) => aptGet(words, hear));
}

async function seeToPackages(executable: string, purpose: Purpose): Promise<Result<null>> {
  const missing = await findNeeds(executable, purpose);
  const plan = installation(missing, {
    isRoot: thisSeat().user === 0,
    hasApt: await holds('command -v apt-get'),
  });
  if (!plan.ok) return plan;
  if (plan.value.length === 0) return success(null);

  const finished = await install(plan.value);
  const still = await findNeeds(executable, purpose);
  if (still.packages.length + still.unknown.length === 0) return success(null);
  return failure(
    'packages-not-installed',
    `apt-get could not install ${[...still.packages, ...still.unknown].join(', ')}; once it can, run this again.`,
    finished.stderr.trim().split('\n').slice(-5),
  );
}

async function seeToSandbox(executable: string): Promise<Result<null>> {
  const helper = join(dirname(executable), 'chrome-sandbox');
  const file = await stat(helper).catch(() => undefined);
  return checkSandbox({
    isRoot: thisSeat().user === 0,
    helper,
    helperIsSetuid: file?.uid === 0 && (file.mode & 0o4000) !== 0,
    namespaces: (await capture('unshare', ['--user', '--map-root-user', 'true'])).code === 0,
  });
}

/**
 * Makes sure that `executable`, an Electron, can run here for its purpose, and installs packages if the user is root.
 * Fails with one sentence on what is missing and the command that installs it.
 */
export async function seeToSystem(executable: string, purpose: Purpose): Promise<Result<null>> {
  if (process.platform !== 'linux') return success(null);
  const packages = await seeToPackages(executable, purpose);
  return packages.ok && purpose !== 'packing' ? seeToSandbox(executable) : packages;
}
