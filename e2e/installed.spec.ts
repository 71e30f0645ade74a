// The deb as a reader meets it: installed by apt, used by an ordinary user with the sandbox on, removed without a trace.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { capture, projectFolder } from '../scripts/processes.ts';
import { expect, test, windows } from './installed.ts';
import { must, packages } from './packages.ts';

// What is removed at the end is what was installed at the beginning.
test.describe.configure({ mode: 'serial' });

test('what it puts into menus, file managers and software centres is as their rules ask', async () => {
  const share = '/usr/share';
  for (const entry of ['dateline', 'zz-dateline-import'])
    await must('desktop-file-validate', [join(share, `applications/${entry}.desktop`)]);
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

test('an ordinary user starts it and sees five events, in a sandbox of user namespaces', async ({
  installed,
}) => {
  const running = await installed.start('/usr/bin/dateline');
  try {
    await installed.expectFiveEventsInSandbox(running);
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

test('where there are no user namespaces the set-uid helper makes the sandbox', async ({ installed }) => {
  const running = await installed.start('/usr/bin/dateline', '--disable-namespace-sandbox');
  try {
    await installed.expectFiveEventsInSandbox(running);
  } finally {
    await running.close();
  }
});

test('documents and files of other programs are opened through the desktop entries, as by a double click', async ({
  installed,
}) => {
  const article = await readFile(join(projectFolder, 'resources/article.dateline'), 'utf8');
  const title = 'Opened from the file manager';
  const document = join(installed.home, 'a document.dateline');
  await writeFile(document, article.replace(/"title": "[^"]*"/, `"title": "${title}"`));
  const information = await capture(...installed.asUser('gio', 'info', document));
  expect(information.stdout).toContain('standard::content-type: application/vnd.dateline+json');
  expect(information.stdout).toContain('application-vnd.dateline+json');

  // The app would otherwise hold on to what gio's own words come through.
  await installed.run('sh', '-c', 'exec gio open "$0" >/dev/null 2>&1', document);
  await expect.poll(async () => (await windows()).join(), { timeout: 20_000 }).toContain(title);
  await installed.endAll();

  // So are files of other programs, which the system knows by their endings.
  for (const [name, kind] of [
    ['bridge.timeline', 'application/x-timeline-project+xml'],
    ['groups.mw', 'text/x-markwhen'],
  ] as const) {
    const copy = join(installed.home, name);
    const folder = join(projectFolder, 'src/shared/formats/fixtures');
    await writeFile(copy, await readFile(join(folder, name === 'groups.mw' ? 'markwhen' : 'timeline', name)));
    const { stdout } = await capture(...installed.asUser('gio', 'info', copy));
    expect(stdout).toContain(`standard::content-type: ${kind}`);
  }
  const calendar = join(installed.home, 'a calendar.ics');
  await writeFile(
    calendar,
    'BEGIN:VCALENDAR\r\nX-WR-CALNAME:From a calendar\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20200502\r\nSUMMARY:Talks\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  );
  await installed.run('sh', '-c', 'exec gio open "$0" >/dev/null 2>&1', calendar);
  await expect.poll(async () => (await windows()).join(), { timeout: 20_000 }).toContain('From a calendar');
  await installed.endAll();
});

test('the command writes a figure', async ({ installed }) => {
  const exported = await installed.run('dateline', '--export', 'figure.png', '--size', 'web');
  expect(exported.stdout).toContain('figure.png');
  const picture = PNG.sync.read(await readFile(join(installed.home, 'figure.png')));
  expect(picture.width).toBe(1600);
  // More than one colour: it is drawn.
  const colours = new Set(
    Array.from({ length: 4000 }, (_, index) => picture.data.readUInt32BE(index * 1024)),
  );
  expect(colours.size).toBeGreaterThan(3);
});

test('removed, it leaves nothing but the user’s own settings, and purged it says where those are', async ({
  installed,
}) => {
  const listed = (await must('dpkg', ['--listfiles', 'dateline'])).stdout.trim().split('\n');
  expect(listed).toContain('/usr/bin/dateline');
  await must('apt-get', ['remove', '--yes', 'dateline']);
  expect(listed.filter((path) => path.includes('dateline') && existsSync(path))).toEqual([]);
  expect(await installed.changes()).toEqual({ added: [], missing: [] });

  const purged = await must('apt-get', ['purge', '--yes', 'dateline']);
  expect(purged.stdout).toContain('~/.config/Dateline');
  expect((await capture('dpkg-query', ['--show', 'dateline'])).stdout).toBe('');
  expect(await readdir(join(installed.home, '.config/Dateline'))).not.toEqual([]);
});

test('the tar.gz runs the same way from any folder, or refuses to run without a sandbox', async ({
  installed,
}) => {
  const archive = (await readdir(packages)).find((name) => name.endsWith('.tar.gz')) ?? '';
  const place = join(installed.home, 'any folder');
  await mkdir(place);
  await must('tar', [
    '--extract',
    '--file',
    join(packages, archive),
    '--directory',
    place,
    '--strip-components=1',
  ]);
  await installed.own(place);
  const program = join(place, 'dateline');
  // Without root there is no set-uid helper; user namespaces are what is left.
  const namespaces = (await capture(...installed.asUser('unshare', '--user', 'true'))).code === 0;
  if (namespaces) {
    const running = await installed.start(program);
    try {
      await installed.expectFiveEventsInSandbox(running);
    } finally {
      await running.close();
    }
    const exported = await installed.run(program, '--export', 'from-archive.svg');
    expect(exported.stdout).toContain('from-archive.svg');
  } else {
    await expect(installed.start(program)).rejects.toThrow(/sandbox/i);
  }
  await rm(place, { recursive: true });
});
