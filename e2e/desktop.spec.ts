// Documents come from outside of the window: by a second start, from the system, dropped on it, out of the recent ones.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { launchArguments } from '../scripts/launch.ts';
import { isolate } from '../src/shared/isolate.ts';
import { Dateline, expect, test } from './dateline.ts';

const electron: unknown = createRequire(import.meta.url)('electron');
const project = join(import.meta.dirname, '..');

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-desktop-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Writes a small document with one event of this name. */
async function write(name: string, event: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(
    path,
    JSON.stringify({
      format: 'dateline',
      version: 1,
      title: `About ${event}`,
      articles: [],
      lanes: [{ id: 'l', title: 'Treaties' }],
      events: [
        {
          id: 'e',
          title: event,
          date: '1850-05-01',
          lane: 'l',
          dating: { kind: 'external', confidence: 'high', explanation: 'From the archive.' },
        },
      ],
    }),
  );
  return path;
}

/** Starts the app again with the data folder of one that runs; its exit code and what it wrote. */
async function startAgain(
  dateline: Dateline,
  words: readonly string[],
  cwd = project,
): Promise<{ readonly code: unknown; readonly output: string }> {
  const again = spawn(
    String(electron),
    [...launchArguments(), `--user-data-dir=${dateline.dataFolder}`, project, ...words],
    { cwd, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let output = '';
  again.stdout.on('data', (text) => {
    output += String(text);
  });
  const [code] = (await once(again, 'close')) as unknown[];
  return { code, output };
}

test('a second start hands its document to the running window, brings it up and ends', async ({
  dateline,
}) => {
  await write('treaty.dateline', 'Treaty signed');
  // Without a window manager nothing can be minimized: the window says that it is, and tells what is done about it.
  await dateline.app.evaluate(({ BrowserWindow }) => {
    const done: string[] = [];
    Reflect.set(globalThis, 'done', done);
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('there is no window');
    window.isMinimized = () => true;
    window.restore = () => done.push('restore');
    window.focus = () => done.push('focus');
  });
  // The name is relative to the folder of the second start, which is not that of the first.
  const { code } = await startAgain(dateline, ['treaty.dateline'], folder);
  expect(code).toBe(0);
  await expect(dateline.timeline.mark('Treaty signed')).toBeVisible();
  await expect(dateline.page).toHaveTitle('About Treaty signed – Dateline');
  expect(await dateline.app.evaluate((): unknown => Reflect.get(globalThis, 'done'))).toEqual([
    'restore',
    'focus',
  ]);
  expect(dateline.app.windows()).toHaveLength(1);
});

test('a second start without a document leaves the one that is open', async ({ dateline }) => {
  expect((await startAgain(dateline, [])).code).toBe(0);
  await expect(dateline.timeline.marks).toHaveCount(5);
  expect(dateline.app.windows()).toHaveLength(1);
});

test('a second start with a document that cannot be opened is told in the window, which keeps its own', async ({
  dateline,
}) => {
  const { code } = await startAgain(dateline, [join(folder, 'missing.dateline')]);
  expect(code).toBe(0);
  await expect(dateline.notice).toContainText(
    '“missing.dateline” cannot be opened. There is no file of this name in the folder',
  );
  await expect(dateline.timeline.marks).toHaveCount(5);
});

test('figures are exported from the command line while a window is open', async ({ dateline }) => {
  const figure = join(folder, 'figure.svg');
  const { code, output } = await startAgain(dateline, ['--export', figure]);
  expect(code).toBe(0);
  expect(output).toContain('figure.svg: 1600 × ');
  expect(await readFile(figure, 'utf8')).toContain('Fall of Kabul');
  await expect(dateline.timeline.marks).toHaveCount(5);
});

test('a file that the system asks to open is opened', async ({ dateline }) => {
  const path = await write('treaty.dateline', 'Treaty signed');
  const prevented = await dateline.app.evaluate(({ app }, file) => {
    let stopped = false;
    const event = {
      preventDefault: () => {
        stopped = true;
      },
    };
    app.emit('open-file', event, file);
    return stopped;
  }, path);
  expect(prevented).toBe(true);
  await expect(dateline.timeline.mark('Treaty signed')).toBeVisible();
});

test('documents that come one upon the other are opened in turn, and all are among the recent ones', async ({
  dateline,
}) => {
  const paths = [
    await write('one.dateline', 'One'),
    join(folder, 'missing.dateline'),
    await write('two.dateline', 'Two'),
  ];
  await dateline.app.evaluate(({ app }, files) => {
    for (const file of files) app.emit('open-file', { preventDefault: () => undefined }, file);
  }, paths);
  await expect(dateline.timeline.mark('Two')).toBeVisible();
  await expect(dateline.notice).toContainText('missing.dateline');
  expect(await dateline.menu.recent()).toEqual(['two.dateline', 'one.dateline', 'Clear Recent']);
});

test('a document that comes while the export dialog is open waits until it is closed', async ({
  dateline,
}) => {
  const path = await write('treaty.dateline', 'Treaty signed');
  await dateline.exportDialog.open();
  await dateline.exportDialog.preview();
  await startAgain(dateline, [path]);
  await expect(dateline.exportDialog.root).toContainText(
    '“treaty.dateline” will open when you close this dialog.',
  );
  await expect(dateline.page).toHaveTitle(/^CSTO Mechanisms/);
  await dateline.page.keyboard.press('Escape');
  await expect(dateline.timeline.mark('Treaty signed')).toBeVisible();
});

test('a file that is dragged onto the window is shown to be welcome, and opened where it is dropped', async ({
  dateline,
}) => {
  const path = await write('Кыргыз тарых & co.dateline', 'Treaty signed');
  const drag = await dateline.drag([path]);
  await drag.over();
  await expect(dateline.dropTarget).toBeVisible();
  await drag.leave();
  await expect(dateline.dropTarget).toHaveCount(0);
  await expect(dateline.timeline.marks).toHaveCount(5);
  await drag.over();
  await drag.drop();
  await expect(dateline.dropTarget).toHaveCount(0);
  await expect(dateline.timeline.mark('Treaty signed')).toBeVisible();
  expect(await dateline.menu.recent()).toEqual(['Кыргыз тарых & co.dateline', 'Clear Recent']);
});

test('what is dropped on the export dialog opens when it is closed; what cannot be opened is told in it', async ({
  dateline,
}) => {
  const paths = [await write('one.dateline', 'One'), await write('two.dateline', 'Two')];
  await dateline.exportDialog.open();
  await dateline.exportDialog.preview();
  for (const files of [paths, paths.slice(0, 1)]) {
    const drag = await dateline.drag(files);
    await drag.over();
    await drag.drop();
    await expect(dateline.exportDialog.root).toContainText(
      files.length > 1 ? 'Drop one file, not 2.' : '“one.dateline” will open when you close this dialog.',
    );
  }
  await dateline.exportDialog.button('Cancel').click();
  await expect(dateline.timeline.mark('One')).toBeVisible();
});

const DROPS: readonly {
  readonly name: string;
  readonly files: () => Promise<readonly string[]>;
  readonly says: string;
}[] = [
  {
    name: 'two files',
    files: async () => [await write('one.dateline', 'One'), await write('two.dateline', 'Two')],
    says: 'Dateline opens one document at a time. Drop one file, not 2.',
  },
  { name: 'a folder', files: () => Promise.resolve([folder]), says: 'It is a folder, not a file.' },
  {
    name: 'text',
    files: () => Promise.resolve([]),
    says: 'What was dropped is not a file. Drop a timeline document, a file that ends in .dateline, or an article.',
  },
  {
    name: 'another file',
    files: async () => {
      const path = join(folder, 'program.exe');
      await writeFile(path, 'MZ\0\0\0');
      return [path];
    },
    says: '“program.exe” cannot be opened.',
  },
];

for (const { name, files, says } of DROPS) {
  test(`dropping ${name} is told, and leaves what is on the screen`, async ({ dateline }) => {
    const drag = await dateline.drag(await files());
    await drag.over();
    await drag.drop();
    await expect(dateline.notice).toContainText(says);
    await expect(dateline.timeline.marks).toHaveCount(5);
  });
}

test('the page can have no path opened that nobody dropped', async ({ dateline }) => {
  const path = await write('treaty.dateline', 'Treaty signed');
  const answers = await dateline.page.evaluate(async (secret) => {
    const codes: string[] = [];
    for (const file of [Object.assign(new File(['{}'], secret), { path: secret }), { name: secret }]) {
      const answer = await window.api.openDropped(file);
      codes.push(answer.ok ? 'opened' : answer.failure.code);
    }
    return codes;
  }, path);
  expect(answers).toEqual(['file-without-place', 'file-without-place']);
  await expect(dateline.timeline.marks).toHaveCount(5);
});

test('recent documents are in the menu, named apart, over launches; a missing one is told and removed', async () => {
  await mkdir(join(folder, 'other'));
  const [one, namesake, gone] = [
    await write('one.dateline', 'One'),
    await write('other/one.dateline', 'The other one'),
    await write('gone.dateline', 'Gone'),
  ];
  let dateline = await Dateline.start({ args: [one] });
  expect(await dateline.menu.recent()).toEqual(['one.dateline', 'Clear Recent']);
  for (const path of [namesake, gone]) {
    await dateline.system.answerOpenDialog(path);
    await dateline.page.keyboard.press('ControlOrMeta+o');
  }
  await expect(dateline.timeline.mark('Gone')).toBeVisible();
  await dateline.close({ keepData: true });
  await rm(gone);

  // The bundled article is none of them.
  dateline = await Dateline.start({ dataFolder: dateline.dataFolder });
  const before = [
    'gone.dateline',
    'one.dateline – other',
    `one.dateline – ${basename(folder)}`,
    'Clear Recent',
  ];
  expect(await dateline.menu.recent()).toEqual(before);
  await dateline.app.evaluate(({ app }) => {
    const known: string[] = [];
    Reflect.set(globalThis, 'known', known);
    app.addRecentDocument = (path) => known.push(path);
  });
  // They are on the first screen, too.
  await dateline.statusBar.getByRole('button', { name: 'Recent…' }).click();
  const listed = dateline.page.getByRole('menu', { name: 'Recent documents' });
  await expect(listed.getByRole('menuitem')).toHaveText(before.slice(0, 3).map((label) => isolate(label)));
  await dateline.page.keyboard.press('ArrowDown');
  await dateline.page.keyboard.press('Enter');
  await expect(dateline.timeline.mark('The other one')).toBeVisible();
  await dateline.menu.chooseRecent(`one.dateline – ${basename(folder)}`);
  await expect(dateline.timeline.mark('One')).toBeVisible();
  // The system's own list is told, where it has one.
  expect(await dateline.app.evaluate((): unknown => Reflect.get(globalThis, 'known'))).toEqual([
    namesake,
    one,
  ]);
  await dateline.menu.chooseRecent('gone.dateline');
  await expect(dateline.notice).toContainText(
    '“gone.dateline” cannot be opened. There is no file of this name in the folder',
  );
  await expect(dateline.notice).toContainText('It was removed from the recent documents.');
  await expect(dateline.timeline.mark('One')).toBeVisible();
  expect(await dateline.menu.recent()).toEqual([
    `one.dateline – ${basename(folder)}`,
    'one.dateline – other',
    'Clear Recent',
  ]);
  await dateline.menu.chooseRecent('Clear Recent');
  expect(await dateline.menu.recent()).toEqual(['Clear Recent']);
  expect(dateline.problems).toEqual([]);
  await dateline.close({ keepData: true });
  const settings: unknown = JSON.parse(await readFile(join(dateline.dataFolder, 'settings.json'), 'utf8'));
  expect(settings).toMatchObject({ recent: [] });
  await rm(dateline.dataFolder, { recursive: true });
});
