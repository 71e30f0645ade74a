// What a reader makes is kept: saved whole, asked about before it goes, and there again after any end of the app.
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dateline, expect, test } from './dateline.ts';
import { Editor } from './pages/editor.ts';
import { added, take, titled } from './pages/edits.ts';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-keep-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const SIZE = { width: 1440, height: 900 };
const NEW = 'Untitled timeline';

/** Makes a new document with a title and an event, which the page then shows. */
async function make(dateline: Dateline, title: string): Promise<void> {
  await dateline.menu.choose('new-document');
  await expect(dateline.page).toHaveTitle(`${NEW} – Dateline`);
  await take(dateline.page, titled(NEW, title));
  await take(dateline.page, added('opened', 'events', { date: '1932-03-19' }));
  await show(dateline, `• ${title} – Dateline`);
}

/** Has the page show what main has. */
async function show(dateline: Dateline, title: string): Promise<void> {
  await dateline.page.reload();
  await expect(dateline.page).toHaveTitle(title);
  await dateline.ready();
}

async function saveAs(dateline: Dateline, name: string): Promise<string> {
  const path = join(folder, name);
  await dateline.system.answerSaveDialog(path);
  await dateline.page.keyboard.press('ControlOrMeta+s');
  await expect(dateline.notice).toHaveText(`Saved “${name}” in ${folder.split('/').at(-1) ?? ''}.`);
  return path;
}

/** Ends the app as a power cut would. Its data folder stays. */
async function kill({ app }: Dateline): Promise<void> {
  const process = app.process();
  const ended = once(process, 'exit');
  process.kill('SIGKILL');
  await ended;
}

const inFile = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));
const journals = (dateline: Dateline): Promise<string[]> =>
  readdir(join(dateline.dataFolder, 'journals')).catch(() => []);

test('a document is made, saved and opened again: it is equal, and nothing is kept of it beside', async ({
  dateline,
}) => {
  await make(dateline, 'Bridge');
  await expect.poll(() => journals(dateline)).toHaveLength(2);
  const path = await saveAs(dateline, 'bridge.dateline');
  await expect(dateline.page).toHaveTitle('Bridge – Dateline');
  expect(await inFile(path)).toMatchObject({
    version: 2,
    title: 'Bridge',
    modified: expect.any(String),
    events: [{ id: 'opened', title: 'opened', lane: 'events', date: '1932-03-19' }],
  });
  const asked = await dateline.system.answerBoxes('Cancel');
  await dateline.menu.choose('new-document');
  await expect(dateline.page).toHaveTitle(`${NEW} – Dateline`);
  expect(await asked()).toEqual([]);
  await expect.poll(() => journals(dateline)).toEqual([]);
  await dateline.open(path);
  await expect(dateline.timeline.mark('opened')).toBeVisible();
  const before = await readFile(path, 'utf8');
  await dateline.page.keyboard.press('ControlOrMeta+s');
  await expect(dateline.notice).toContainText('Saved');
  expect(await readFile(path, 'utf8')).toBe(before);
});

test('unsaved changes are asked about before another document takes their place', async ({ dateline }) => {
  await make(dateline, 'Bridge');
  const cancelled = await dateline.system.answerBoxes('Cancel');
  await dateline.menu.choose('open-bundled-document');
  await expect
    .poll(cancelled)
    .toEqual([
      'Do you want to save the changes to “Bridge”? If you don’t save them, they are lost. Save/Don’t Save/Cancel',
    ]);
  await expect(dateline.page).toHaveTitle('• Bridge – Dateline');

  await dateline.system.answerSaveDialog(null);
  const saving = await dateline.system.answerBoxes('Save');
  await dateline.menu.choose('open-bundled-document');
  await expect.poll(saving).toHaveLength(1);
  await expect(dateline.page).toHaveTitle('• Bridge – Dateline');

  const path = join(folder, 'bridge.dateline');
  await dateline.system.answerSaveDialog(path);
  await dateline.menu.choose('open-bundled-document');
  await expect(dateline.page).toHaveTitle(/CSTO/);
  expect(await inFile(path)).toMatchObject({ title: 'Bridge' });

  await make(dateline, 'Ferry');
  const dropped = await dateline.system.answerBoxes('Don’t Save');
  await dateline.menu.choose('new-document');
  await expect(dateline.page).toHaveTitle(`${NEW} – Dateline`);
  expect(await dropped()).toHaveLength(1);
  await expect.poll(() => journals(dateline)).toEqual([]);
  await expect(dateline.menu.recent()).resolves.toContain('bridge.dateline');
});

test('a page that is loaded again has the document with its history', async ({ dateline }) => {
  await make(dateline, 'Bridge');
  await dateline.page.keyboard.press('ControlOrMeta+z');
  await dateline.page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.page).toHaveTitle(`${NEW} – Dateline`);
  await show(dateline, `${NEW} – Dateline`);
  await dateline.page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(dateline.page).toHaveTitle('• Bridge – Dateline');
});

test('a document of version 1 becomes one of version 2 when it is saved, which is said once', async ({
  dateline,
}) => {
  const path = join(folder, 'old.dateline');
  const lanes = [{ id: 'a', title: 'A' }];
  await writeFile(
    path,
    JSON.stringify({ format: 'dateline', version: 1, title: 'Old', articles: [], lanes, events: [] }),
  );
  await dateline.open(path);
  await take(dateline.page, titled('Old', 'New'));
  await show(dateline, '• New – Dateline');
  await dateline.page.keyboard.press('ControlOrMeta+s');
  await expect(dateline.notice).toContainText('It now has version 2 of the format.');
  const kept = await dateline.page.evaluate(() => window.api.earlierVersions());
  expect(kept.map(({ kind }) => kind)).toEqual(['saved', 'before']);
  await dateline.page.keyboard.press('ControlOrMeta+s');
  await expect(dateline.notice).not.toContainText('version 2');
  expect(await inFile(path)).toMatchObject({ version: 2, title: 'New' });
});

test('what cannot be saved stays open, and can be saved elsewhere', async ({ dateline }) => {
  await make(dateline, 'Bridge');
  const path = await saveAs(dateline, 'bridge.dateline');
  await chmod(path, 0o444);
  await take(dateline.page, titled('Bridge', 'Ferry'));
  await show(dateline, '• Ferry – Dateline');
  await dateline.page.keyboard.press('ControlOrMeta+s');
  await expect(dateline.notice).toContainText('“bridge.dateline” could not be saved: it is read-only.');
  await expect(dateline.page).toHaveTitle('• Ferry – Dateline');
  const other = join(folder, 'ferry.dateline');
  await dateline.system.answerSaveDialog(other);
  await dateline.notice.getByRole('button', { name: 'Save As…' }).click();
  await expect(dateline.page).toHaveTitle('Ferry – Dateline');
  expect(await inFile(path)).toMatchObject({ title: 'Bridge' });
  expect(await inFile(other)).toMatchObject({ title: 'Ferry' });
});

test('a file that is open and has changes is not opened a second time', async ({ dateline }) => {
  await make(dateline, 'Bridge');
  const path = await saveAs(dateline, 'bridge.dateline');
  await take(dateline.page, titled('Bridge', 'Ferry'));
  await show(dateline, '• Ferry – Dateline');
  const asked = await dateline.system.answerBoxes('Don’t Save');
  await dateline.menu.chooseRecent('bridge.dateline');
  await expect(dateline.notice).toHaveText(
    '“bridge.dateline” is open already, with changes that are not saved.',
  );
  await expect(dateline.page).toHaveTitle('• Ferry – Dateline');
  expect(await asked()).toEqual([]);
  expect(await inFile(path)).toMatchObject({ title: 'Bridge' });
});

test('what stands in an open field is kept before it is asked, and saved', async ({ dateline }) => {
  await dateline.menu.choose('new-document');
  await expect(dateline.page).toHaveTitle(`${NEW} – Dateline`);
  const editor = new Editor(dateline.page);
  await dateline.page.keyboard.press('a');
  await editor.title.waitFor();
  await dateline.page.keyboard.type('Bridge opened');
  const path = join(folder, 'bridge.dateline');
  await dateline.system.answerSaveDialog(path);
  const asked = await dateline.system.answerBoxes('Save');
  await dateline.menu.choose('open-bundled-document');
  await expect(dateline.page).toHaveTitle(/CSTO/);
  expect(await asked()).toHaveLength(1);
  expect(await inFile(path)).toMatchObject({ events: [{ title: 'Bridge opened' }] });
});

test('a page that hangs keeps neither the question nor the window', async () => {
  const dateline = await Dateline.start({ size: SIZE });
  await make(dateline, 'Bridge');
  const path = join(folder, 'bridge.dateline');
  await dateline.system.answerSaveDialog(path);
  await dateline.system.answerBoxes('Save');
  const ended = once(dateline.app.process(), 'exit');
  void dateline.page
    .evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);
  await dateline.app.evaluate(({ app }) => {
    app.quit();
  });
  await ended;
  expect(await inFile(path)).toMatchObject({ title: 'Bridge' });
  await rm(dateline.dataFolder, { recursive: true, force: true });
});

test('closing asks once, and saves in the file that the document has', async () => {
  const dateline = await Dateline.start({ size: SIZE });
  await make(dateline, 'Bridge');
  const path = await saveAs(dateline, 'bridge.dateline');
  await take(dateline.page, titled('Bridge', 'Ferry'));
  const close = () =>
    dateline.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()
        .find((window) => window.isVisible())
        ?.close();
    });
  const asked = await dateline.system.answerBoxes('Cancel');
  await close();
  await expect.poll(asked).toHaveLength(1);
  expect(dateline.app.windows()).not.toHaveLength(0);
  await dateline.system.answerBoxes('Save');
  const ended = once(dateline.app.process(), 'exit');
  await close();
  await ended;
  expect(await inFile(path)).toMatchObject({ title: 'Ferry' });
  await expect.poll(() => journals(dateline)).toEqual([]);
  await rm(dateline.dataFolder, { recursive: true, force: true });
});

test('after a sudden end the next start offers the changes, with their history', async () => {
  const before = await Dateline.start({ size: SIZE });
  await make(before, 'Bridge');
  await kill(before);
  const { dataFolder } = before;

  const dateline = await Dateline.start({ size: SIZE, dataFolder });
  const dialog = dateline.page.getByRole('dialog', { name: 'Changes that were not saved' });
  await expect(dialog.getByRole('heading', { level: 3 })).toHaveText('2 changes to “Bridge”');
  await expect(dialog.getByRole('button', { name: 'Recover' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Show both' }).click();
  await expect(dialog.getByRole('region', { name: 'What was changed' })).toContainText(
    'Event “opened” added',
  );
  await expect(dialog).toContainText(/Last at \d\d:\d\d\. They were never saved in a file\./);
  await dialog.getByRole('button', { name: 'Recover' }).click();
  await expect(dateline.page).toHaveTitle('• Bridge – Dateline');
  await expect(dateline.notice).toContainText('Recovered 2 changes. Save the document to keep them.');
  await dateline.page.keyboard.press('ControlOrMeta+z');
  await dateline.page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.page).toHaveTitle(`${NEW} – Dateline`);
  await dateline.page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(dateline.page).toHaveTitle('• Bridge – Dateline');

  // The end after that finds what was recovered, and what was done to it since.
  await kill(dateline);
  const again = await Dateline.start({ size: SIZE, dataFolder });
  const offered = again.page.getByRole('dialog', { name: 'Changes that were not saved' });
  await expect(offered.getByRole('heading', { level: 3 })).toHaveText('1 change to “Bridge”');
  await offered.getByRole('button', { name: 'Discard' }).click();
  await expect(offered).toHaveCount(0);
  await expect.poll(() => journals(again)).toEqual([]);
  expect(again.problems).toEqual([]);
  await again.close();
});

test('a page reaches no file by the id of a version or of changes that were left', async ({ dateline }) => {
  await make(dateline, 'Bridge');
  await saveAs(dateline, 'bridge.dateline');
  const answers = await dateline.page.evaluate(async () => {
    const id = '../../../../etc/passwd';
    return [
      await window.api.openVersion(id),
      await window.api.restoreVersion(id),
      await window.api.recoverChanges(id),
      await window.api.setAsideChanges(id),
      await window.api.compareWith({ kind: 'version', id }),
      await window.api.compareWith({ kind: 'left', id }),
    ].map((answer) => (answer?.ok === false ? answer.failure.code : answer));
  });
  expect(answers).toEqual([
    'no-version',
    'no-version',
    'no-changes',
    'no-changes',
    'no-version',
    'no-changes',
  ]);
});

test('an earlier version is compared, restored as one edit, and opened beside', async ({ dateline }) => {
  await make(dateline, 'Bridge');
  const path = await saveAs(dateline, 'bridge.dateline');
  await take(dateline.page, titled('Bridge', 'Ferry'));
  await show(dateline, '• Ferry – Dateline');
  await dateline.page.keyboard.press('ControlOrMeta+s');
  await expect(dateline.page).toHaveTitle('Ferry – Dateline');

  const dialog = dateline.page.getByRole('dialog', { name: 'Earlier versions' });
  const versions = dialog.locator('.kept-list > li');
  await dateline.menu.choose('show-versions');
  await expect(versions).toHaveCount(2);
  await expect(versions.first()).toContainText('Saved · 1 event · 1 KB');
  const oldest = versions.last();
  await oldest.getByRole('button', { name: 'Compare' }).click();
  await expect(oldest).toContainText('How the document differs from this version: 1 place');
  await expect(oldest).toContainText('“Bridge” → “Ferry”');
  await oldest.getByRole('button', { name: 'Restore' }).click();
  await expect(dateline.page).toHaveTitle('• Bridge – Dateline');
  await expect(dateline.notice).toContainText('Undo brings back what was here.');
  await dateline.page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.page).toHaveTitle('Ferry – Dateline');

  await dateline.menu.choose('show-versions');
  await versions.last().getByRole('button', { name: 'Open beside' }).click();
  await expect(dateline.page).toHaveTitle('Bridge – Dateline');
  await expect(dateline.notice).toContainText('as a document without a file.');
  expect(await inFile(path)).toMatchObject({ title: 'Ferry' });
});

/** Tells the app that its window has the focus again, as coming back from another program does. */
const comeBack = (dateline: Dateline): Promise<void> =>
  dateline.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((window) => window.isVisible())
      ?.emit('focus');
  });

test('a file that another program changed is compared, kept or read again', async ({ dateline }) => {
  await make(dateline, 'Bridge');
  const path = await saveAs(dateline, 'bridge.dateline');
  const theirs = (title: string) => async () => {
    const file = (await inFile(path)) as object;
    await writeFile(path, JSON.stringify({ ...file, title }));
  };
  const dialog = dateline.page.getByRole('dialog', { name: 'Changed by another program' });

  // What was only written again is as it was.
  await writeFile(path, await readFile(path));
  await comeBack(dateline);
  await theirs('Theirs')();
  await comeBack(dateline);
  await expect(dialog).toContainText('You have changed nothing here.');
  await dialog.getByRole('button', { name: 'Compare' }).click();
  await expect(dialog).toContainText('“Theirs” → “Bridge”');
  await dialog.getByRole('button', { name: 'Reload' }).click();
  await expect(dateline.page).toHaveTitle('Theirs – Dateline');

  await take(dateline.page, titled('Theirs', 'Mine'));
  await show(dateline, '• Mine – Dateline');
  await theirs('Theirs again')();
  await dateline.page.keyboard.press('ControlOrMeta+s');
  await expect(dialog).toContainText('It was not saved.');
  expect(await inFile(path)).toMatchObject({ title: 'Theirs again' });
  await dialog.getByRole('button', { name: 'Save mine' }).click();
  await expect(dateline.page).toHaveTitle('Mine – Dateline');
  expect(await inFile(path)).toMatchObject({ title: 'Mine' });
  // What was replaced is among the versions.
  const versions = await dateline.page.evaluate(() => window.api.earlierVersions());
  expect(versions.map(({ kind }) => kind)).toContain('before');

  await rm(path);
  await comeBack(dateline);
  await expect(dateline.notice).toContainText('“bridge.dateline” is not in its folder any more.');
  await expect(dateline.page).toHaveTitle('• Mine – Dateline');
  await dateline.page.keyboard.press('ControlOrMeta+s');
  await expect(dateline.page).toHaveTitle('Mine – Dateline');
  expect(await inFile(path)).toMatchObject({ title: 'Mine' });
});

test('the menu names what is undone and redone, and offers to save what is not saved', async ({
  dateline,
}) => {
  const offered = (id: string) =>
    dateline.app.evaluate(({ Menu }, wanted) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
      return `${item?.label.replace('&', '') ?? ''}${item?.enabled === true ? '' : ' (not now)'}`;
    }, id);
  await make(dateline, 'Bridge');
  await expect.poll(() => offered('undo')).toBe('Undo Add opened');
  await expect.poll(() => offered('redo')).toBe('Redo');
  expect(await offered('show-versions')).toBe('Earlier Versions… (not now)');
  await dateline.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => offered('undo')).toBe('Undo Change title to Bridge');
  await expect.poll(() => offered('redo')).toBe('Redo Add opened');
  expect(await offered('save-document')).toBe('Save');
  await saveAs(dateline, 'bridge.dateline');
  expect(await offered('save-document')).toBe('Save (not now)');
  expect(await offered('show-versions')).toBe('Earlier Versions…');
});
