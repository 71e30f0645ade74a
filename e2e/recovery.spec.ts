// A window whose page is gone comes back where the reader was; one that goes again asks first.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dateline, expect, test } from './dateline.ts';
import { WEB } from './figures.ts';

interface Shown {
  readonly window: string;
  readonly text: string;
  readonly title: string;
}

/** What the window shows after its page was replaced, which Playwright does not follow; nothing while there is no page. */
const shown = (dateline: Dateline): Promise<Shown> =>
  dateline.app.evaluate(async ({ BrowserWindow }) => {
    const nothing: Shown = { window: '', text: '', title: '' };
    const contents = BrowserWindow.getAllWindows().find((window) => window.isVisible())?.webContents;
    if (contents === undefined || contents.isCrashed() || contents.isLoading()) return nothing;
    // A page that goes meanwhile never answers.
    const gone = new Promise<Shown>((resolve) => {
      contents.once('render-process-gone', () => {
        resolve(nothing);
      });
    });
    const reading = contents.executeJavaScript(`({
      window: document.querySelector('.timeline')?.dataset.window ?? '',
      text: (document.querySelector('.card')?.innerText ?? '') + '\\n' + (document.querySelector('.notice')?.innerText ?? ''),
      title: document.title,
    })`) as Promise<Shown>;
    return Promise.race([reading, gone]);
  });

const crash = (dateline: Dateline): Promise<void> =>
  dateline.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((window) => window.isVisible())
      ?.webContents.forcefullyCrashRenderer();
  });

/** Selects an event and goes where only a reader would. */
async function goSomewhere(dateline: Dateline): Promise<string> {
  const told = await listenToPlaces(dateline);
  await dateline.timeline.select('Foreign ministers, New York');
  for (const key of ['+', '+', 'ArrowLeft'])
    await dateline.timeline.change(() => dateline.page.keyboard.press(key));
  const { start, end } = await dateline.timeline.window();
  await expect.poll(told).toMatchObject({ window: { start, end }, selected: expect.any(String) });
  return `${start}/${end}`;
}

/** Listens to where the page says that the reader is, and tells what main was told last. */
async function listenToPlaces(dateline: Dateline): Promise<() => Promise<unknown>> {
  await dateline.app.evaluate(({ ipcMain }) => {
    const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers');
    const keep: unknown = handlers instanceof Map ? handlers.get('keepPlace') : undefined;
    if (!(handlers instanceof Map) || typeof keep !== 'function')
      throw new Error('Electron has its handlers elsewhere.');
    handlers.set('keepPlace', async (...given: unknown[]) => {
      await Reflect.apply(keep, undefined, given);
      Reflect.set(globalThis, 'place', given[1]);
      return null;
    });
  });
  return () => dateline.app.evaluate((): unknown => Reflect.get(globalThis, 'place'));
}

test('a crashed window says so and shows the same document, time and event again', async () => {
  const dateline = await Dateline.start({ size: { width: 1440, height: 900 } });
  const asked = await dateline.system.answerBoxes('Quit');
  const window = await goSomewhere(dateline);
  await crash(dateline);
  await expect.poll(async () => (await shown(dateline)).window).toBe(window);
  const after = await shown(dateline);
  expect(after.title).toBe('CSTO Mechanisms to be Launched on Kyrgyz-Tajik Border – Dateline');
  expect(after.text).toContain('CSTO foreign ministers’ working meeting');
  expect(after.text).toContain('reopened where you left off. Your document is unchanged.');
  expect(await asked()).toEqual([]);
  await dateline.close();
});

test('a window that crashes twice asks whether to reopen it, and does not go round in a circle', async () => {
  const dateline = await Dateline.start({ size: { width: 1440, height: 900 } });
  const asked = await dateline.system.answerBoxes('Reopen');
  const window = await goSomewhere(dateline);
  await crash(dateline);
  await expect.poll(async () => (await shown(dateline)).window).toBe(window);
  await crash(dateline);
  await expect.poll(asked).toHaveLength(1);
  expect((await asked())[0]).toMatch(/may do so again\. Your document is unchanged\..* Reopen\/Quit$/);
  await expect.poll(async () => (await shown(dateline)).window).not.toBe('');
  const after = await shown(dateline);
  // It shows all events: what it showed before may be what it did not survive.
  expect(after.window).not.toBe(window);
  expect(after.text).not.toContain('working meeting');
  await dateline.close();
});

test('Quit after the second crash ends the app', async () => {
  const dateline = await Dateline.start();
  await dateline.system.answerBoxes('Quit');
  const closed = dateline.app.waitForEvent('close');
  await crash(dateline);
  await expect.poll(async () => (await shown(dateline)).window).not.toBe('');
  await crash(dateline);
  await closed;
  await rm(dateline.dataFolder, { recursive: true, force: true });
});

test('a window that does not answer can be waited for or reopened where it was', async () => {
  const dateline = await Dateline.start({ size: { width: 1440, height: 900 } });
  const window = await goSomewhere(dateline);
  const hang = () =>
    dateline.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()
        .find((one) => one.isVisible())
        ?.emit('unresponsive');
    });
  let asked = await dateline.system.answerBoxes('Wait');
  await hang();
  expect(await asked()).toEqual([
    'The window is not responding. You can wait, or reopen it where you left off. Your document is unchanged. Wait/Reopen',
  ]);
  expect((await shown(dateline)).window).toBe(window);
  asked = await dateline.system.answerBoxes('Reopen');
  await hang();
  await expect.poll(async () => (await shown(dateline)).text).toContain('The window stopped responding');
  expect((await shown(dateline)).window).toBe(window);
  expect(await asked()).toHaveLength(1);
  await dateline.close();
});

test('an export that is under way when the window crashes is ended, and nothing of it is written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-recovery-'));
  const dateline = await Dateline.start({ size: { width: 1440, height: 900 } });
  // The save dialog answers when the test says so: until then the export is under way.
  await dateline.app.evaluate(
    ({ dialog }, path) => {
      dialog.showSaveDialog = () =>
        new Promise((resolve) => {
          Reflect.set(globalThis, 'answer', () => {
            resolve({ canceled: false, filePath: path });
          });
        });
    },
    join(folder, 'figure.png'),
  );
  await dateline.exportDialog.open();
  await dateline.exportDialog.preview();
  await dateline.exportDialog.button('Export').click();
  await expect.poll(() => dateline.app.evaluate(() => Reflect.has(globalThis, 'answer'))).toBe(true);
  await crash(dateline);
  await expect
    .poll(async () => (await shown(dateline)).text)
    .toContain('The export in progress was stopped and nothing was saved.');
  await dateline.app.evaluate(() => {
    Reflect.apply(Reflect.get(globalThis, 'answer') as () => void, undefined, []);
  });
  // Main draws one figure at a time: where this one is written, nothing of the one before is still to come.
  await dateline.system.answerSaveDialog(join(folder, 'next.svg'));
  const saved = await dateline.app.evaluate(
    ({ BrowserWindow }, request) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.isVisible())
        ?.webContents.executeJavaScript(`window.api.exportFigure(${request})`) as Promise<unknown>,
    JSON.stringify({ options: WEB, format: 'svg' }),
  );
  expect(saved).toMatchObject({ ok: true });
  expect(await readdir(folder)).toEqual(['next.svg']);
  await dateline.close();
  await rm(folder, { recursive: true });
});

test('what breaks in the window is said, and the document can be loaded again as it was', async () => {
  const dateline = await Dateline.start();
  const { page, timeline, notice } = dateline;
  await timeline.select('Fall of Kabul');
  await page.keyboard.press('Delete');
  await expect(timeline.marks).toHaveCount(4);
  // A promise that nobody waits for, and an error of a timer.
  for (const broken of [
    "void Promise.reject(new Error('broken'))",
    "setTimeout(() => { throw new Error('broken'); })",
  ]) {
    await page.evaluate(broken);
    await expect(notice).toContainText('Something went wrong in Dateline');
    await expect(notice).not.toContainText('broken');
    await notice.getByRole('button', { name: 'Load again' }).click();
    await expect(notice).toBeHidden();
    await expect(timeline.marks).toHaveCount(4);
  }
  // Of the window's own, and not of what the test broke.
  expect(dateline.problems.filter((problem) => !problem.includes('broken'))).toEqual([]);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(timeline.marks).toHaveCount(5);
  await dateline.close();
});
