// The release workflow tests before it builds, refuses the stand-in, signs, and trusts few actions.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectFolder } from '../processes.ts';

const step = z.object({
  name: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).default({}),
  with: z.record(z.string(), z.unknown()).default({}),
});

const job = z.object({
  'runs-on': z.string(),
  'timeout-minutes': z.number(),
  needs: z.string().optional(),
  permissions: z.record(z.string(), z.string()),
  strategy: z
    .object({
      matrix: z.object({
        include: z.array(z.object({ name: z.string(), system: z.string(), runner: z.string() })),
      }),
    })
    .optional(),
  steps: z.array(step),
});

const text = await readFile(join(projectFolder, '.github/workflows/release.yml'), 'utf8');
const workflow = z
  .object({
    on: z.object({ push: z.object({ tags: z.array(z.string()) }) }),
    permissions: z.record(z.string(), z.string()),
    jobs: z.object({ build: job, release: job }),
  })
  // In YAML 1.2, unlike before, `on` is a string and not a boolean.
  .parse(parse(text));
const { build, release } = workflow.jobs;
const all = [...build.steps, ...release.steps];
const place = (words: string) =>
  build.steps.findIndex(({ run = '', uses = '' }) => (run + uses).includes(words));

test('it runs for a tag of a version alone', () => {
  expect(workflow.on.push).toEqual({ tags: ['v*'] });
});

test('Linux, Windows and both kinds of Mac are built on', () => {
  expect(build.strategy?.matrix.include.map(({ name }) => name)).toEqual([
    'linux-x64',
    'windows-x64',
    'macos-arm64',
    'macos-x64',
  ]);
});

test('the pinned Electron is fetched, the tests run on it, and only then the packages are built', () => {
  const order = [
    'npm ci',
    'npx install-electron',
    'npm test',
    'npm run dist',
    'attest-build-provenance@',
  ].map(place);
  expect(order).toEqual(order.toSorted((one, other) => one - other));
  expect(order[0]).toBeGreaterThan(-1);
});

test('the build is told that it is a release, so that it refuses the stand-in', () => {
  expect(build.steps[place('npm run dist')]?.run).toBe('npm run dist -- --release');
});

test('no step goes on after a failure', () => {
  expect(text).not.toMatch(/continue-on-error|\|\| true|always\(\)/);
});

test('what runs by others is pinned to a commit', () => {
  const used = all.flatMap(({ uses }) => uses ?? []);
  expect(used.length).toBeGreaterThan(0);
  for (const name of used) expect(name).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
});

test('each job may do what it has to, and no more', () => {
  expect(workflow.permissions).toEqual({});
  expect(build.permissions).toEqual({ contents: 'read', 'id-token': 'write', attestations: 'write' });
  expect(release.permissions).toEqual({ contents: 'write' });
});

test('only the build of the packages sees the secrets, and each system its own', () => {
  const secret = all.filter(({ env, with: given, run = '' }) =>
    JSON.stringify([env, given, run]).includes('secrets.'),
  );
  expect(secret.map(({ name }) => name)).toEqual(['Build the packages']);
  for (const [name, value] of Object.entries(secret[0]?.env ?? {})) {
    const system = name.startsWith('WIN_') ? 'windows' : 'macos';
    expect(value, name).toMatch(
      new RegExp(`^\\$\\{\\{ matrix\\.system == '${system}' && secrets\\.\\w+ \\|\\| '' \\}\\}$`),
    );
  }
  for (const name of ['CSC_LINK', 'APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID', 'WIN_CSC_LINK'])
    expect(secret[0]?.env).toHaveProperty(name);
});

test('no expression is pasted into a shell', () => {
  for (const { run = '' } of all) expect(run).not.toContain('${{');
});

test('packages, bill of materials and sums are attached, once what arrived is what was built', () => {
  expect(release.needs).toBe('build');
  const [, check, draft] = release.steps;
  expect(check?.run).toContain('sha256sum --check SHA256SUMS');
  expect(check?.run).toContain("-name 'dateline*'");
  expect(draft?.run).toMatch(/^gh release create .* --draft --verify-tag .* dist\/\*$/m);
});
