// A figure of some events shows these alone: their lanes, their time, their sources, and nothing of the others.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FigureOptions } from '../src/shared/figure/figure.ts';
import { expect, test, type Dateline } from './dateline.ts';
import { readSvg, run, writeFigure, type ReadSvg } from './figures.ts';

test.use({ lastFigure: 'any' });

const source = (name: string) => [{ title: `On ${name}`, address: `https://example.org/${name}` }];
const lane = (id: string) => ({ id, title: `Lane ${id}` });

/** Two centuries of which most figures here leave one out. */
const DOCUMENT = {
  format: 'dateline',
  version: 2,
  title: 'Two centuries of water',
  lanes: ['north', 'south', 'east'].map(lane),
  events: [
    { id: 'canal', title: 'A canal', date: '1850-05-01', lane: 'north', sources: source('canal') },
    { id: 'dam', title: 'A dam', date: '2001-03-04', lane: 'south', importance: 5, sources: source('dam') },
    { id: 'talks', title: 'Talks', date: '2003', lane: 'south', description: 'On the dam.', importance: 4 },
    { id: 'flood', title: 'A flood', date: '2005-01', lane: 'east', importance: 1 },
    { id: 'plan', title: 'A second dam', lane: 'east' },
  ],
};

let folder = '';
test.beforeEach(async ({ dateline }) => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-events-'));
  const path = join(folder, 'water.dateline');
  await writeFile(path, JSON.stringify(DOCUMENT));
  await dateline.open(path);
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const svgOf = async (dateline: Dateline, options: Partial<FigureOptions>) =>
  readSvg(dateline, (await writeFigure(dateline, folder, 'svg', options)).toString('utf8'));

const texts = (svg: ReadSvg): string[] => svg.texts.map(({ begins }) => begins.trim());

test('those found lay the figure out for themselves, in an SVG and a PDF', async ({ dateline }) => {
  const events = { kind: 'found', query: 'dam' } as const;
  const svg = await svgOf(dateline, { events });
  const all = texts(svg);
  expect(all).toEqual(
    expect.arrayContaining(['A dam', 'Talks', 'Lane south', 'Lane east', 'Without a date']),
  );
  expect(all.join('\n')).toContain('A second dam');
  expect(all.join('\n')).not.toMatch(/A canal|A flood|Lane north|On canal/);
  expect(svg.description).toMatch(/^Timeline, Jan 2001 – Feb 2004\. A dam, .*; Talks, [^;]*\.$/);
  expect(svg.description).not.toContain('1850');
  expect(
    all
      .filter((text) => /^\d{4}$/.test(text))
      .map(Number)
      .every((year) => year > 2000),
  ).toBe(true);

  await writeFigure(dateline, folder, 'pdf', { events });
  const { stdout } = await run('pdftotext', ['-raw', join(folder, 'figure.pdf'), '-']);
  expect(stdout).toContain('A dam');
  expect(stdout).not.toMatch(/A canal|A flood|Lane north|On canal/);
});

test('those that matter, in the lanes that the window shows', async ({ dateline }) => {
  const events = { kind: 'importance', least: 3 } as const;
  const all = texts(await svgOf(dateline, { events, lanes: ['south', 'north'] }));
  expect(all).toEqual(expect.arrayContaining(['A dam', 'Talks', 'A canal', 'Lane south', 'Lane north']));
  expect(all.join('\n')).not.toMatch(/A flood|Lane east|A second dam/);
  expect(all.indexOf('Lane south')).toBeLessThan(all.indexOf('Lane north'));
});

test('none is refused with a sentence', async ({ dateline }) => {
  const preview = await dateline.page.evaluate((request) => window.api.previewFigure(request, null), {
    options: {
      content: { kind: 'whole' },
      width: 800,
      height: 600,
      scale: 1,
      theme: 'light',
      transparent: false,
      parts: { title: true, legend: true, sources: true, credit: true, note: true },
      events: { kind: 'found', query: 'whale' },
    },
    format: 'png',
  } as const);
  expect(preview).toMatchObject({
    failure: {
      code: 'figure-events',
      message: 'No event has “whale” in it, so the figure would be empty. Search for other words.',
    },
  });
});

test('the dialog offers what makes sense now, with its numbers', async ({ dateline }) => {
  const { exportDialog } = dateline;
  const { events, importance } = exportDialog;
  await exportDialog.open();
  await expect(events.getByRole('option')).toHaveText([
    'All (5)',
    'Found (no search)',
    'Selected (none)',
    'By importance',
  ]);
  await expect(events.getByRole('option', { name: 'Found (no search)' })).toBeDisabled();
  await expect(events.getByRole('option', { name: 'Selected (none)' })).toBeDisabled();
  await events.selectOption('All (5)');
  await expect(importance).toHaveCount(0);
  const before = await exportDialog.preview();
  await events.selectOption('By importance');
  await expect(importance.getByRole('option')).toHaveText([
    'From 2 (4)',
    'From 3 (4)',
    'From 4 (2)',
    'From 5 (1)',
  ]);
  await importance.selectOption('From 4 (2)');
  await expect.poll(() => exportDialog.preview().then((now) => now !== before)).toBe(true);

  // What is selected can be chosen, and is then all of the figure.
  await dateline.page.keyboard.press('Escape');
  await dateline.timeline.select('A flood');
  const path = join(folder, 'selected.svg');
  await dateline.system.answerSaveDialog(path);
  await exportDialog.open();
  await events.selectOption('1 selected');
  await exportDialog.choice('Format', 'SVG').click();
  await exportDialog.button('Export').click();
  await expect(dateline.notice).toContainText('Saved selected.svg');
  const drawn = texts(await readSvg(dateline, await readFile(path, 'utf8')));
  expect(drawn).toContain('A flood');
  expect(drawn).not.toContain('A dam');
});

test('those found are written from the dialog, and not remembered for another document', async ({
  dateline,
}) => {
  const { page, exportDialog } = dateline;
  const path = join(folder, 'found.svg');
  await dateline.system.answerSaveDialog(path);
  await dateline.find.type('dam');
  const { events } = exportDialog;
  await exportDialog.open();
  await events.selectOption('3 found');
  await exportDialog.choice('Format', 'SVG').click();
  await exportDialog.button('Export').click();
  await expect(dateline.notice).toContainText('Saved found.svg');
  const all = texts(await readSvg(dateline, await readFile(path, 'utf8')));
  expect(all).toContain('A dam');
  expect(all).not.toContain('A flood');
  expect((await page.evaluate(() => window.api.lastFigure()))?.options.events).toBeUndefined();

  await exportDialog.open();
  await expect(events).toHaveValue('found');
  await page.keyboard.press('Escape');
  await dateline.open('e2e/fixtures/two-articles.dateline');
  await exportDialog.open();
  await expect(events).toHaveValue('all');
});
