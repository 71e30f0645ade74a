// The deb as a reader meets it: installed by apt, used by an ordinary user with the sandbox on, removed without a trace.
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { PNG } from 'pngjs';
import { capture, projectFolder } from '../scripts/processes.ts';
import { marksOn } from './dateline.ts';
import { must, packages, processesOf, startPacked, type Running } from './packages.ts';

test.describe.configure({ mode: 'serial' });

/** An ordinary user of this machine, for as long as the tests last. */
const NAME = `dateline-test-${process.pid}`;
const HOME = join('/home', NAME);

let user = 0;
let before = new Set<string>();

/** The words that run a program as the user, in an environment of the user's own. */
const asUser = (...words: readonly string[]): [string, string[]] => [
  'runuser',
  [
    ...['--user', NAME, '--', 'env', '--ignore-environment', `--chdir=${HOME}`, `HOME=${HOME}`],
    ...['PATH=/usr/bin:/bin', 'LANG=C.UTF-8', `DISPLAY=${process.env['DISPLAY'] ?? ''}`],
    ...words,
  ],
];

const start = (...words: readonly string[]): Promise<Running> => startPacked(...asUser(...words));

/** Everything that packages and their scripts put onto a system; logs and apt's own records are no part of that. */
async function systemFiles(): Promise<Set<string>> {
  const records = ['/var/log', '/var/cache/apt', '/var/lib/apt', '/var/lib/dpkg', '/var/cache/debconf'];
  const skip = records.flatMap((path) => ['-path', path, '-prune', '-o']);
  const { stdout } = await must('find', ['/usr', '/etc', '/opt', '/var', '-xdev', ...skip, '-print']);
  return new Set(stdout.split('\n'));
}

async function endAllOfUser(): Promise<void> {
  for (const { id } of await processesOf(user)) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // It has ended with another.
    }
  }
  await expect.poll(async () => (await processesOf(user)).length).toBe(0);
}

const deb = async (): Promise<string> => {
  const found = (await readdir(packages).catch(() => [])).find((name) => name.endsWith('.deb'));
  if (found === undefined) throw new Error('There is no deb to install; npm test builds it.');
  return join(packages, found);
};

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await must('useradd', ['--create-home', '--shell', '/bin/sh', NAME]);
  user = (await stat(HOME)).uid;
  // An X server with a key lets others in who have it.
  const key = process.env['XAUTHORITY'] ?? join(homedir(), '.Xauthority');
  await copyFile(key, join(HOME, '.Xauthority')).catch(() => undefined);
  await must('chown', ['--recursive', `${NAME}:`, HOME]);
  before = await systemFiles();
  await must('apt-get', ['install', '--yes', '--no-install-recommends', await deb()]);
});

test.afterAll(async () => {
  await endAllOfUser();
  await capture('apt-get', ['purge', '--yes', 'dateline']);
  await capture('userdel', ['--remove', NAME]);
});

/** Waits for the five events, and checks what every process of the app says of its sandbox. */
async function expectFiveEventsInSandbox({ page }: Running): Promise<void> {
  await expect(marksOn(page)).toHaveCount(5);
  const processes = await processesOf(user);
  expect(processes.filter(({ words }) => words.includes('--no-sandbox'))).toEqual([]);
  const browser = processes.find(({ words }) => !words.some((word) => word.startsWith('--type=')));
  const renderers = processes.filter(({ words }) => words.includes('--type=renderer'));
  expect(renderers.length).toBeGreaterThan(0);
  for (const renderer of renderers) {
    // Its system calls are filtered, and it sees neither other processes nor a network.
    expect(renderer.seccomp).toBe(2);
    expect(renderer.namespaces.pid).not.toBe(browser?.namespaces.pid);
    expect(renderer.namespaces.net).not.toBe(browser?.namespaces.net);
  }
}

/** What the X server says of the app's windows, which are found by their class. */
async function windows(): Promise<string[]> {
  const { stdout } = await must('xwininfo', ['-root', '-tree']);
  const ids = [...stdout.matchAll(/^\s*(0x\w+) .*: \("dateline" "Dateline"\) /gm)].map(([, id]) => id ?? '');
  const properties = ['WM_CLASS', '_NET_WM_NAME', '_NET_WM_ICON'];
  // A window may be gone again by now.
  return Promise.all(ids.map(async (id) => (await capture('xprop', ['-id', id, ...properties])).stdout));
}

test('what it puts into menus, file managers and software centres is as their rules ask', async () => {
  const share = '/usr/share';
  await must('desktop-file-validate', [join(share, 'applications/dateline.desktop')]);
  const metainfo = join(share, 'metainfo/app.dateline.dateline.metainfo.xml');
  await must('appstreamcli', ['validate', '--no-net', metainfo]);
  expect(await capture('gio', ['mime', 'application/vnd.dateline+json'])).toMatchObject({
    stdout: expect.stringContaining('dateline.desktop'),
  });
  const icons = (await must('dpkg', ['--listfiles', 'dateline'])).stdout.match(/hicolor\/\S+\.(?:png|svg)/g);
  for (const size of ['16x16', '24x24', '32x32', '48x48', '64x64', '128x128', '256x256', '512x512'])
    for (const name of ['apps/dateline', 'mimetypes/application-vnd.dateline+json'])
      expect(icons).toContain(`hicolor/${size}/${name}.png`);
  const helper = await stat('/usr/lib/dateline/chrome-sandbox');
  expect({ owner: helper.uid, mode: helper.mode & 0o7777 }).toEqual({ owner: 0, mode: 0o4755 });
});

test('for apt a build for testing comes before the release of its version', async () => {
  const { stdout: version } = await must('dpkg-query', ['--show', '--showformat=${Version}', 'dateline']);
  const [release = ''] = version.split('~');
  expect((await capture('dpkg', ['--compare-versions', version, 'le', release])).code).toBe(0);
});

test('an ordinary user starts it and sees five events, in a sandbox of user namespaces', async () => {
  const running = await start('/usr/bin/dateline');
  try {
    await expectFiveEventsInSandbox(running);
    // The desktop entry's StartupWMClass, by which a task bar knows whose window it is; and an icon of the window's own.
    const entry = await readFile('/usr/share/applications/dateline.desktop', 'utf8');
    const startupClass = /^StartupWMClass=(.+)$/m.exec(entry)?.[1] ?? '';
    const properties = (await windows()).find((text) => text.includes('CSTO Mechanisms')) ?? '';
    expect(properties).toContain(`WM_CLASS(STRING) = "dateline", "${startupClass}"`);
    expect(properties).toContain('Icon (128 x 128)');
  } finally {
    await running.close();
  }
});

test('where there are no user namespaces the set-uid helper makes the sandbox', async () => {
  const running = await start('/usr/bin/dateline', '--disable-namespace-sandbox');
  try {
    await expectFiveEventsInSandbox(running);
  } finally {
    await running.close();
  }
});

test('a document is opened through the desktop entry, as by a double click', async () => {
  const article = await readFile(join(projectFolder, 'resources/article.dateline'), 'utf8');
  const title = 'Opened from the file manager';
  const document = join(HOME, 'a document.dateline');
  await writeFile(document, article.replace(/"title": "[^"]*"/, `"title": "${title}"`));
  const information = await capture(...asUser('gio', 'info', document));
  expect(information.stdout).toContain('standard::content-type: application/vnd.dateline+json');
  expect(information.stdout).toContain('application-vnd.dateline+json');

  // The app would otherwise hold on to what gio's own words come through.
  await must(...asUser('sh', '-c', 'exec gio open "$0" >/dev/null 2>&1', document));
  await expect.poll(async () => (await windows()).join(), { timeout: 20_000 }).toContain(title);
  await endAllOfUser();
});

test('the command writes a figure', async () => {
  const exported = await must(...asUser('dateline', '--export', 'figure.png', '--size', 'web'));
  expect(exported.stdout).toContain('figure.png');
  const picture = PNG.sync.read(await readFile(join(HOME, 'figure.png')));
  expect(picture.width).toBe(1600);
  // More than one colour: it is drawn.
  const colours = new Set(
    Array.from({ length: 4000 }, (_, index) => picture.data.readUInt32BE(index * 1024)),
  );
  expect(colours.size).toBeGreaterThan(3);
});

test('removed, it leaves nothing but the user’s own settings, and purged it says where those are', async () => {
  const listed = (await must('dpkg', ['--listfiles', 'dateline'])).stdout.trim().split('\n');
  expect(listed).toContain('/usr/bin/dateline');
  await must('apt-get', ['remove', '--yes', 'dateline']);
  const after = await systemFiles();
  expect(listed.filter((path) => path.includes('dateline') && after.has(path))).toEqual([]);
  expect([...after].filter((path) => !before.has(path))).toEqual([]);
  expect([...before].filter((path) => !after.has(path))).toEqual([]);

  const purged = await must('apt-get', ['purge', '--yes', 'dateline']);
  expect(purged.stdout).toContain('~/.config/Dateline');
  expect((await capture('dpkg-query', ['--show', 'dateline'])).stdout).toBe('');
  expect(await readdir(join(HOME, '.config/Dateline'))).not.toEqual([]);
});

test('the tar.gz runs the same way from any folder, or refuses to run without a sandbox', async () => {
  const archive = (await readdir(packages)).find((name) => name.endsWith('.tar.gz')) ?? '';
  const place = join(HOME, 'any folder');
  await mkdir(place);
  await must('tar', [
    '--extract',
    '--file',
    join(packages, archive),
    '--directory',
    place,
    '--strip-components=1',
  ]);
  await must('chown', ['--recursive', `${NAME}:`, place]);
  const program = join(place, 'dateline');
  // Without root there is no set-uid helper; user namespaces are what is left.
  const namespaces = (await capture(...asUser('unshare', '--user', 'true'))).code === 0;
  if (namespaces) {
    const running = await start(program);
    try {
      await expectFiveEventsInSandbox(running);
    } finally {
      await running.close();
    }
    const exported = await must(...asUser(program, '--export', 'from-archive.svg'));
    expect(exported.stdout).toContain('from-archive.svg');
  } else {
    await expect(start(program)).rejects.toThrow(/sandbox/i);
  }
  await rm(place, { recursive: true });
});
