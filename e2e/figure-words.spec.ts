// Title, subtitle and credit are worded for one figure: written as typed, whatever they say, and for this document alone.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FigureOptions } from '../src/shared/figure/figure.ts';
import { expect, test, type Dateline } from './dateline.ts';
import { readSvg, run, writeFigure } from './figures.ts';

test.use({ lastFigure: 'any' });

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-words-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The words of the bundled article. */
const TITLE = 'CSTO Mechanisms to be Launched on Kyrgyz-Tajik Border';

const svgOf = async (dateline: Dateline, options: Partial<FigureOptions>) =>
  readSvg(dateline, (await writeFigure(dateline, folder, 'svg', options)).toString('utf8'));

test('own words take the place of the document’s, in an SVG and a PDF', async ({ dateline }) => {
  const words = {
    title: 'Two years on the border',
    subtitle: 'From Kabul to Dushanbe',
    credit: 'Graphic: The Desk',
  };
  const { title, texts } = await svgOf(dateline, { words });
  expect(title).toBe(words.title);
  const all = texts.map(({ text }) => text);
  expect(all).toEqual(expect.arrayContaining(Object.values(words)));
  expect(all.join(' ')).not.toMatch(/Launched on Kyrgyz|Events from/);

  await writeFigure(dateline, folder, 'pdf', { words });
  const { stdout } = await run('pdftotext', ['-raw', join(folder, 'figure.pdf'), '-']);
  for (const text of Object.values(words)) expect(stdout).toContain(text);
  expect(stdout).not.toMatch(/Launched on Kyrgyz|Events from/);
  expect((await run('pdfinfo', [join(folder, 'figure.pdf')])).stdout).toContain(words.title);
});

test('words for a part that is left out are left out too', async ({ dateline }) => {
  const parts = { title: false, legend: true, sources: true, credit: false, note: false };
  const { texts } = await svgOf(dateline, { words: { title: 'Nowhere', credit: 'Nobody' }, parts });
  expect(texts.filter(({ text }) => /Nowhere|Nobody/.test(text))).toEqual([]);
});

test('hostile, endless and right-to-left words are words', async ({ dateline }) => {
  const hostile = '</text><script>alert(1)</script><img src=x onerror=alert(2)> &amp; “';
  const words = { title: hostile, subtitle: 'عامان على الحدود', credit: 'W'.repeat(1_000) };
  const { error, elements, attributes, texts, width } = await svgOf(dateline, { words });
  expect(error).toBeNull();
  expect(elements).not.toContain('script');
  expect(elements).not.toContain('img');
  expect(attributes.filter((name) => name.startsWith('on'))).toEqual([]);
  expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining([hostile, words.subtitle]));
  const credit = texts.filter(({ text }) => /^W+$/.test(text));
  expect(credit.map(({ text }) => text).join('')).toBe(words.credit);
  expect(credit.length).toBeGreaterThan(1);
  expect(credit.filter(({ right }) => right > width)).toEqual([]);
  const subtitle = texts.find(({ text }) => text === words.subtitle);
  expect(subtitle?.right).toBeGreaterThan(width - 60);
});

test('the dialog takes them, says where they are too long, and keeps them for this document alone', async ({
  dateline,
}) => {
  const { page, exportDialog } = dateline;
  const path = join(folder, 'figure.svg');
  await dateline.system.answerSaveDialog(path);
  await exportDialog.open();
  await expect(exportDialog.words('Title')).toHaveAttribute('placeholder', TITLE);
  await expect(exportDialog.words('Credit')).toHaveAttribute('placeholder', /^Events from “CSTO Mechanisms/);
  await exportDialog.choice('Format', 'SVG').click();
  const before = await exportDialog.preview();
  await exportDialog.words('Title').fill('Two years');
  await expect.poll(() => exportDialog.preview().then((now) => now !== before)).toBe(true);

  await exportDialog.words('Credit').fill('x'.repeat(1_001));
  const sentence = 'The credit has 1,001 characters; shorten it to at most 1,000.';
  await expect(exportDialog.words('Credit')).toHaveAccessibleDescription(sentence);
  await expect(exportDialog.words('Title')).toHaveAttribute('aria-invalid', 'false');
  await expect(exportDialog.button('Export')).toBeDisabled();
  await exportDialog.part('Credit').uncheck();
  await expect(exportDialog.words('Credit')).toHaveCount(0);
  await expect(exportDialog.button('Export')).toBeEnabled();
  await exportDialog.part('Credit').check();
  await exportDialog.words('Credit').fill('Staff');
  await exportDialog.button('Export').click();
  await expect(dateline.notice).toContainText('Saved figure.svg');
  const { title, texts } = await readSvg(dateline, await readFile(path, 'utf8'));
  expect(title).toBe('Two years');
  expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['Two years', 'Staff']));

  await exportDialog.open();
  await expect(exportDialog.words('Title')).toHaveValue('Two years');
  await expect(exportDialog.words('Credit')).toHaveValue('Staff');
  await page.keyboard.press('Escape');
  await expect(exportDialog.root).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Shift+e');
  await expect(dateline.notice).toContainText('Saved figure.svg');
  expect((await readSvg(dateline, await readFile(path, 'utf8'))).title).toBe('Two years');

  expect((await page.evaluate(() => window.api.lastFigure()))?.options.words).toBeUndefined();
  await dateline.open('e2e/fixtures/two-articles.dateline');
  await exportDialog.open();
  await expect(exportDialog.words('Title')).toHaveValue('');
  await expect(exportDialog.words('Credit')).toHaveAttribute('placeholder', /and 1 more$/);
});

test('what nobody has named is not printed', async ({ dateline }) => {
  const path = join(folder, 'unnamed.dateline');
  const document = {
    format: 'dateline',
    version: 2,
    title: 'Untitled timeline',
    articles: [{ id: 'one', title: 'The bridge', publisher: 'Unknown publisher', text: 'It opened.' }],
    lanes: [{ id: 'lane', title: 'Lane' }],
    events: [{ id: 'a', title: 'It opened', date: '2021-05-03', lane: 'lane' }],
  };
  await writeFile(path, JSON.stringify(document));
  await dateline.open(path);
  const said = (await svgOf(dateline, {})).texts.map(({ text }) => text).join('\n');
  expect(said).toContain('Events from “The bridge”');
  expect(said).not.toMatch(/Untitled|Unknown/);
  const named = (await svgOf(dateline, { words: { title: 'Our bridge' } })).texts.map(({ text }) => text);
  expect(named).toContain('Our bridge');
});
