// The packed app: what is in it, which fuses are set in its program, that it runs, and that it can be built again the same.
import { cp, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { PNG } from 'pngjs';
import { z } from 'zod';
import { launchArguments } from '../scripts/launch.ts';
import { capture, projectFolder } from '../scripts/processes.ts';
import { marksOn } from './dateline.ts';
import { packedProgram, packages, startPacked } from './packages.ts';

/** The folder of app.asar and of what stands beside it. */
function resourcesOf(program: string): string {
  return process.platform === 'darwin'
    ? join(dirname(program), '../Resources')
    : join(dirname(program), 'resources');
}

const electron = z
  .object({ version: z.string() })
  .parse(createRequire(import.meta.url)('electron/package.json')).version;

/** How a fuse stands in the program: the characters 0 and 1. https://www.electronjs.org/docs/latest/tutorial/fuses */
const OFF = 0x30;
const ON = 0x31;

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-package-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('the fuses in the built program shut what the app does not need', async () => {
  const wire = await getCurrentFuseWire(packedProgram());
  const checksAsar = process.platform === 'linux' ? OFF : ON;
  const { RunAsNode, EnableCookieEncryption, EnableNodeOptionsEnvironmentVariable } = FuseV1Options;
  const { EnableNodeCliInspectArguments, EnableEmbeddedAsarIntegrityValidation } = FuseV1Options;
  const { OnlyLoadAppFromAsar, LoadBrowserProcessSpecificV8Snapshot } = FuseV1Options;
  const { GrantFileProtocolExtraPrivileges } = FuseV1Options;
  expect(wire).toMatchObject({
    [RunAsNode]: OFF,
    [EnableNodeOptionsEnvironmentVariable]: OFF,
    [EnableNodeCliInspectArguments]: OFF,
    [GrantFileProtocolExtraPrivileges]: OFF,
    [OnlyLoadAppFromAsar]: ON,
    [EnableEmbeddedAsarIntegrityValidation]: checksAsar,
    [EnableCookieEncryption]: OFF,
    [LoadBrowserProcessSpecificV8Snapshot]: OFF,
  });
});

test('the program does not become Node, whatever its environment says', async () => {
  const { stdout } = await capture(packedProgram(), [...launchArguments(), '--version'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nowhere.cjs' },
  });
  expect(stdout).toMatch(/^Dateline /);
});

test('app.asar holds the built code and a manifest, and nothing else', () => {
  const asar = join(resourcesOf(packedProgram()), 'app.asar');
  const files = listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  const strange = files.filter(
    (path) =>
      !/^\/(?:package\.json|out(?:\/(?:main(?:\/(?:(?:index|helper)\.js|chunks(?:\/[\w.-]+\.js)?))?|preload(?:\/index\.cjs)?|renderer(?:\/(?:(?:index|figure)\.html|assets(?:\/[\w.-]+\.(?:js|css|woff2|ttf|svg))?))?))?)$/.test(
        path,
      ),
  );
  expect(strange).toEqual([]);
  for (const needed of [
    '/out/main/index.js',
    '/out/main/helper.js',
    '/out/preload/index.cjs',
    '/out/renderer/index.html',
  ])
    expect(files).toContain(needed);
  expect(Object.keys(z.looseObject({}).parse(JSON.parse(extractFile(asar, 'package.json').toString()))))
    // No scripts, no dependencies.
    .toEqual([
      ...[
        'name',
        'productName',
        'version',
        'description',
        'license',
        'type',
        'main',
        'desktopName',
        'author',
      ],
    ]);
});

test('beside it are the article, the icon, the notices and one locale', async () => {
  const program = packedProgram();
  const resources = resourcesOf(program);
  const own = (await readdir(resources)).filter((name) => !/\.(?:lproj|icns|car)$/.test(name));
  expect(own.toSorted()).toEqual(
    ['app.asar', 'article.dateline', 'icon.png', 'third-party-notices.txt']
      .concat(process.platform === 'darwin' ? ['LICENSE.txt'] : [])
      .toSorted(),
  );
  const bundled = await readFile(join(projectFolder, 'resources/article.dateline'));
  expect(await readFile(join(resources, 'article.dateline'))).toEqual(bundled);
  const notices = await readFile(join(resources, 'third-party-notices.txt'), 'utf8');
  for (const name of ['vis-timeline', 'preact', 'zod', '@fontsource-variable/inter', 'Electron'])
    expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
  expect(notices).not.toMatch(/^(?:eslint|electron-builder|typescript|vitest) /m);
  if (process.platform !== 'darwin') {
    expect(await readdir(join(dirname(program), 'locales'))).toEqual(['en-US.pak']);
    const beside = await readdir(dirname(program));
    for (const name of ['LICENSE.txt', 'LICENSES.chromium.html']) expect(beside).toContain(name);
  }
});

test('the packed app opens on its five events', async () => {
  const running = await startPacked(packedProgram(), [
    ...launchArguments(),
    `--user-data-dir=${join(folder, 'data')}`,
  ]);
  try {
    await expect(marksOn(running.page)).toHaveCount(5);
  } finally {
    await running.close();
  }
});

test('its version ends in +standin on any Electron but the pinned one', async () => {
  const { stdout } = await capture(packedProgram(), [...launchArguments(), '--version']);
  const runtime = (await readFile(join(projectFolder, 'node_modules/electron/dist/version'), 'utf8')).trim();
  const pinned = runtime.replace(/^v/, '') === electron;
  expect(stdout).toMatch(pinned ? /^Dateline \d+\.\d+\.\d+\n$/ : /^Dateline \d+\.\d+\.\d+\+standin\n$/);
});

test('a release is refused on another runtime, or under a tag that is not its version', async () => {
  const words = ['--import', 'tsx', 'scripts/dist.ts', '--release', '--output', join(folder, 'release')];
  const refused = await capture(process.execPath, words, {
    cwd: projectFolder,
    env: { ...process.env, GITHUB_REF_NAME: 'v999.0.0' },
  });
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/^(?:A release is built on the pinned Electron alone|The tag v999\.0\.0 )/);
  expect(await readdir(folder)).toEqual([]);
});

test('built again, elsewhere, in another zone and language, app.asar is the same, byte for byte', async () => {
  test.setTimeout(180_000);
  const project = join(folder, 'elsewhere');
  const made = ['node_modules', 'out', 'dist', 'test-results', '.git'];
  for (const name of (await readdir(projectFolder)).filter((entry) => !made.includes(entry)))
    await cp(join(projectFolder, name), join(project, name), { recursive: true });
  await symlink(join(projectFolder, 'node_modules'), join(project, 'node_modules'), 'junction');
  const words = ['--import', 'tsx', 'scripts/dist.ts', '--unpacked', '--output', join(folder, 'again')];
  const built = await capture(process.execPath, words, {
    cwd: project,
    env: { ...process.env, INIT_CWD: project, TZ: 'Asia/Bishkek', LANG: 'tr_TR.UTF-8', LANGUAGE: 'tr' },
  });
  expect(built, built.stderr).toMatchObject({ code: 0 });
  const digest = async (program: string) =>
    createHash('sha256')
      .update(await readFile(join(resourcesOf(program), 'app.asar')))
      .digest('hex');
  const again = packedProgram().replace(packages, join(folder, 'again'));
  expect(await digest(again)).toBe(await digest(packedProgram()));
});

test('the icons that are kept are those of the SVGs', async () => {
  for (const name of ['icon', 'document']) {
    for (const size of [16, 48, 256]) {
      const file = join(folder, 'drawn.png');
      const sizes = ['--width', String(size), '--height', String(size)];
      const svg = join(projectFolder, 'resources', `${name}.svg`);
      expect(await capture('rsvg-convert', [...sizes, svg, '--output', file])).toMatchObject({ code: 0 });
      const drawn = PNG.sync.read(await readFile(file)).data;
      const kept = PNG.sync.read(
        await readFile(join(projectFolder, 'resources/icons', `${name}-${size}.png`)),
      ).data;
      expect(kept.length).toBe(drawn.length);
      // Versions of librsvg smooth edges a little differently.
      const off = drawn.reduce((sum, value, index) => sum + Math.abs(value - (kept[index] ?? 0)), 0);
      expect(off / drawn.length, `npm run icons draws ${name}.svg anew`).toBeLessThan(1);
    }
  }
});
