// Large documents are read in a process of their own: with progress, a way to cancel, and a window that outlives it.
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { syntheticDocument } from '../bench/synthetic.ts';
import { launchArguments } from '../scripts/launch.ts';
import { capture, projectFolder } from '../scripts/processes.ts';
import { Dateline, expect, test } from './dateline.ts';

const electron = String(createRequire(import.meta.url)('electron'));

let folder = '';
/** A document that takes seconds to read, and one that is only just large. */
let long = '';
let short = '';

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-large-'));
  long = join(folder, 'long.dateline');
  short = join(folder, 'short.dateline');
  await writeFile(long, JSON.stringify(syntheticDocument(200_000)));
  await writeFile(short, JSON.stringify(syntheticDocument(16_000)));
});

test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The helper's process id; `null` while there is none. */
const helperOf = (dateline: Dateline): Promise<number | null> =>
  dateline.app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Dateline helper')?.pid ?? null,
  );

/** Waits for the helper and sends it a signal. */
async function signalHelper(dateline: Dateline, signal: 'SIGKILL' | 'SIGSTOP'): Promise<void> {
  const id = await expect
    .poll(() => helperOf(dateline), { intervals: [10] })
    .not.toBeNull()
    .then(() => helperOf(dateline));
  if (id === null) throw new Error('The helper has ended.');
  process.kill(id, signal);
}

/** Begins to open a document from the window. */
async function begin(dateline: Dateline, path: string): Promise<void> {
  await dateline.system.answerOpenDialog(path);
  await dateline.page.keyboard.press('ControlOrMeta+o');
}

test('a small document needs no other process', async ({ dateline }) => {
  expect(await helperOf(dateline)).toBeNull();
});

test('a large document opens, and the process that read it ends', async ({ dateline }) => {
  await dateline.open(short);
  await expect(dateline.eventsInView).toHaveText('16,000 of 16,000 events in view');
  await expect.poll(() => helperOf(dateline)).toBeNull();
  await dateline.open(short);
});

/** How much of what a list has between its head and its foot no row covers, CSS pixels. */
function blankOf(list: HTMLElement): number {
  const edge = (cell: string) => list.querySelector(cell)?.getBoundingClientRect();
  let covered = edge('thead th')?.bottom ?? NaN;
  const end = edge('tfoot th')?.top ?? NaN;
  let blank = 0;
  for (const row of list.querySelectorAll('tr[data-index]')) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom <= covered || top >= end) continue;
    blank += Math.max(0, top - covered);
    covered = bottom;
  }
  return blank + Math.max(0, end - covered);
}

test('a window that starts with a large document says how far it is, until it is cancelled', async () => {
  const dateline = await Dateline.start({ args: [long], waits: false });
  await signalHelper(dateline, 'SIGSTOP');
  await expect(dateline.notice).toContainText(/^Opening “long\.dateline”: \d+ of 69 MB read/);
  await dateline.button('Cancel').click();
  await expect(dateline.problem).toContainText('The opening of “long.dateline” was cancelled.');
  await expect(dateline.notice).toHaveCount(0);
  await expect.poll(() => helperOf(dateline)).toBeNull();
  await dateline.button('Try again').click();
  await expect(dateline.eventsInView).toHaveText('200,000 of 200,000 events in view', { timeout: 30_000 });

  // The list, which is higher than a browser draws, has rows wherever it is scrolled to, up to the last.
  await dateline.list.open();
  for (const share of [0.2, 0.5, 0.9, 1]) {
    await dateline.list.scroll.evaluate((element, wanted) => {
      element.scrollTop = wanted * element.scrollHeight;
    }, share);
    await expect.poll(() => dateline.list.scroll.evaluate(blankOf)).toBeLessThan(2);
  }
  await expect(dateline.list.rows.last()).toHaveAttribute('aria-rowindex', '200001');
  await dateline.page.mouse.move(500, 400);
  await dateline.page.mouse.wheel(0, -600);
  await expect(dateline.list.rows.last()).not.toHaveAttribute('aria-rowindex', '200001');
  await expect.poll(() => dateline.list.scroll.evaluate(blankOf)).toBeLessThan(2);
  expect(dateline.problems).toEqual([]);
  await dateline.close();
});

test('what stands in for labels while a view of many events zooms gives way to them', async ({
  dateline,
}) => {
  const { page, timeline } = dateline;
  await dateline.open(long);
  const atFirst = await timeline.marks.count();
  await page.mouse.move(600, 300);
  for (let notch = 0; notch < 16; notch++) await page.mouse.wheel(0, -120);
  await timeline.settle();
  const titles = async () => (await timeline.marks.allTextContents()).toSorted();
  const seen = await titles();
  expect(seen.length).toBeGreaterThan(atFirst / 2);
  // Its own step is laid out by now: the same view, come to once more, shows the same.
  await page.keyboard.press('ArrowLeft');
  await timeline.settle();
  await page.keyboard.press('ArrowRight');
  await timeline.settle();
  expect(await titles()).toEqual(seen);

  // A step that is laid out ahead may be needed before that is done: here the window is not idle until then.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await timeline.change(() => page.mouse.wheel(0, -20));
  const idle = await page.evaluateHandle(() => {
    const before = window.requestIdleCallback.bind(window);
    const waiting: Parameters<typeof before>[] = [];
    window.requestIdleCallback = (...given) => waiting.push(given);
    return () => {
      window.requestIdleCallback = before;
      for (const given of waiting) before(...given);
    };
  });
  await expect(async () => {
    await page.mouse.wheel(0, -20);
    await expect(timeline.root).toHaveAttribute('data-stand-in', '', { timeout: 100 });
  }).toPass({ intervals: [1] });
  await idle.evaluate((begins) => {
    begins();
  });
  await timeline.settle();
});

test('Escape cancels the opening of a large document, and the one before stays', async ({ dateline }) => {
  await begin(dateline, long);
  await signalHelper(dateline, 'SIGSTOP');
  await expect(dateline.notice).toContainText('Opening “long.dateline”');
  // The window goes on meanwhile, and so do steps of its document.
  await dateline.timeline.select('SCO summit');
  expect(await dateline.page.evaluate(() => window.api.takeStep(1_000, { kind: 'undo' }))).toMatchObject({
    failure: { code: 'document-gone' },
  });
  await dateline.page.keyboard.press('Escape');
  await expect(dateline.notice).toHaveCount(0);
  await expect(dateline.card.heading).toHaveText('SCO summit');
  await expect.poll(() => helperOf(dateline)).toBeNull();
});

test('if the process that reads a document dies, the window says so and goes on', async ({ dateline }) => {
  await begin(dateline, long);
  await signalHelper(dateline, 'SIGKILL');
  await expect(dateline.notice).toHaveText(
    '“long.dateline” cannot be opened. The process that worked on it ended unexpectedly. Try again.',
  );
  await expect(dateline.timeline.marks).toHaveCount(5);
  await dateline.open(short);
});

test('so is a table of another program: cancelled where it hangs, and survived where it dies', async ({
  dateline,
}) => {
  const { page, notice } = dateline;
  const table = join(folder, 'table.csv');
  const rows = Array.from(
    { length: 100_000 },
    (_, row) => `Event ${row} of the table,1921-04-03,Lane ${row % 9}`,
  );
  await writeFile(table, ['Title,Date,Lane', ...rows, ''].join('\n'));
  const submit = page
    .getByRole('dialog', { name: 'Import “table.csv”' })
    .getByRole('button', { name: 'Import', exact: true });

  await begin(dateline, table);
  await expect(submit).toBeFocused();
  await page.keyboard.press('Enter');
  await signalHelper(dateline, 'SIGSTOP');
  await expect(notice).toContainText('Opening “table.csv”');
  await dateline.timeline.select('SCO summit');
  await page.keyboard.press('Escape');
  await expect(notice).toHaveCount(0);
  await expect(dateline.card.heading).toHaveText('SCO summit');
  await expect.poll(() => helperOf(dateline)).toBeNull();

  await begin(dateline, table);
  await expect(submit).toBeFocused();
  await page.keyboard.press('Enter');
  await signalHelper(dateline, 'SIGKILL');
  await expect(notice).toContainText('“table.csv” cannot be opened. The process that worked on it ended');
  await expect(dateline.timeline.marks).toHaveCount(5);

  await begin(dateline, table);
  await expect(submit).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(notice).toContainText('Imported from “table.csv”: 100,000 events', { timeout: 30_000 });
  await expect(dateline.eventsInView).toHaveText('100,000 of 100,000 events in view');

  // Into the open timeline: what is there already is found, and the window goes on until it is cancelled.
  const saved = join(folder, 'saved.dateline');
  await dateline.system.answerSaveDialog(saved);
  const again = async (): Promise<void> => {
    await dateline.menu.choose('import-file');
    await expect(submit).toBeFocused();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Import “table.csv”' });
    await expect(dialog).toContainText('100,000 events of 100,000 may be in this timeline', {
      timeout: 30_000,
    });
    await expect(submit).toBeFocused();
    await dialog.getByRole('group', { name: 'The same date and title: all' }).getByText('Keep both').click();
    await submit.click();
  };
  await again();
  await expect(notice).toContainText(/^Importing “table\.csv”: \d+%/);
  await page.keyboard.press('Escape');
  await expect(notice).toHaveCount(0);
  await expect(dateline.eventsInView).toHaveText('100,000 of 100,000 events in view');
  await again();
  await expect(notice).toContainText('into this timeline: 100,000 events added', { timeout: 30_000 });
  await expect(dateline.eventsInView).toHaveText('200,000 of 200,000 events in view');
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect(dateline.eventsInView).toHaveText('100,000 of 100,000 events in view');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(dateline.eventsInView).toHaveText('200,000 of 200,000 events in view');
  // Main has taken it, too: it saves what the page shows.
  await page.keyboard.press('ControlOrMeta+s');
  await expect(notice).toContainText('Saved “saved.dateline”', { timeout: 30_000 });
  const { events } = JSON.parse(await readFile(saved, 'utf8')) as { readonly events: readonly object[] };
  expect(events).toHaveLength(200_000);
});

/** Bytes beyond which a file is large, as white space. */
const PADDING = ' '.repeat(6_000_000);
const HEAD = '{"format":"dateline","version":2,"title":"T","lanes":[{"id":"l","title":"L"}],"events":[';

/** Hostile files: their contents in parts, and what the window says. */
const HOSTILE: readonly (readonly [string, () => Iterable<string>, RegExp])[] = [
  ['cut off', () => [JSON.stringify(syntheticDocument(20_000)).slice(0, -1_000_000)], /ends too early/],
  [
    'nested 100,000 deep',
    () => ['{"format":"dateline",', PADDING, '"x":', '['.repeat(100_000), ']'.repeat(100_000), '}'],
    /within each other/,
  ],
  [
    'one string of 500 MB',
    function* () {
      yield `${HEAD}{"id":"e","date":"2020","lane":"l","title":"`;
      for (let part = 0; part < 125; part += 1) yield 'x'.repeat(4_000_000);
      yield '"}]}';
    },
    /problem/,
  ],
  ['other text', () => ['<!doctype html><p>', PADDING], /not a timeline document/],
];

for (const [name, parts, says] of HOSTILE) {
  test(`a large file that is hostile is refused in a sentence: ${name}`, async ({ dateline }) => {
    const path = join(folder, 'hostile.dateline');
    await writeFile(path, '');
    for (const part of parts()) await appendFile(path, part);
    await begin(dateline, path);
    await expect(dateline.notice).toContainText('“hostile.dateline” cannot be opened.', { timeout: 30_000 });
    await expect(dateline.notice).toContainText(says);
    await expect(dateline.timeline.marks).toHaveCount(5);
  });
}

/**
 * An app without a window whose helper gets a file without end: it prints what comes of it with these limits, and then
 * whether the process has ended.
 */
const ENDLESS = `
  import { app } from 'electron';
  const [chunk, script, limits] = process.argv.slice(-3);
  // A top-level await would keep Electron from becoming ready.
  void app.whenReady().then(async () => {
    const { createHelper } = await import(chunk);
    const result = await createHelper(script).work({
      job: 'readDocument',
      asked: null,
      size: 2 ** 30,
      file: { next: () => Promise.resolve({ value: new Uint8Array(2 ** 18).fill(32) }) },
      tell: () => undefined,
      signal: new AbortController().signal,
      limits: JSON.parse(limits),
    });
    while (app.getAppMetrics().some(({ name }) => name === 'Dateline helper'))
      await new Promise((resolve) => setTimeout(resolve, 10));
    process.stdout.write(result.failure.code + ': ' + result.failure.message);
    app.exit(0);
  });
`;

for (const [what, limits, says] of [
  ['takes too long', { time: 1_500, memory: 2 ** 40 }, /^job-late: It took longer than 2 seconds/],
  ['needs too much memory', { time: 60_000, memory: 2 ** 28 }, /^job-memory: It took more than 0.3 GB/],
] as const) {
  test(`a job that ${what} is stopped and says so`, async () => {
    const chunks = join(projectFolder, 'out/main/chunks');
    const chunk = (await readdir(chunks)).find((name) => name.startsWith('helper-'));
    if (chunk === undefined) throw new Error('The helper is elsewhere.');
    const app = join(folder, 'endless.mjs');
    await writeFile(app, ENDLESS);
    const script = join(projectFolder, 'out/main/helper.js');
    const { stdout } = await capture(electron, [
      ...launchArguments(),
      app,
      join(chunks, chunk),
      script,
      JSON.stringify(limits),
    ]);
    expect(stdout).toMatch(says);
  });
}
