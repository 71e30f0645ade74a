// Figures that fold long empty stretches of time, and that say how far apart two events are.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { FigureOptions } from '../src/shared/figure/figure.ts';
import { expect, test, type Dateline } from './dateline.ts';
import { difference, readSvg, RENDERERS, run, writeFigure, type ReadSvg } from './figures.ts';

test.use({ lastFigure: 'any' });

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-time-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const svgOf = async (dateline: Dateline, options: Partial<FigureOptions>) =>
  readSvg(dateline, (await writeFigure(dateline, folder, 'svg', options)).toString('utf8'));

const leftOf = ({ texts }: ReadSvg, begins: string): number => {
  const text = texts.find((each) => each.begins.trim() === begins);
  if (text === undefined) throw new Error(`“${begins}” is not in the figure.`);
  return text.left;
};

const TITLES = ['Fall of Kabul', 'CSTO summit, Dushanbe', 'SCO summit', 'Zas–Kulubaev meeting'];

/** Of the example, the ids of an event before the empty year and of one after it. */
const COMPARED = ['fall-of-kabul', 'zas-kulubaev'] as const;

test('an empty year is folded, said on the axis and in words, and gives its room to the rest', async ({
  dateline,
}) => {
  const plain = await svgOf(dateline, {});
  const folded = await svgOf(dateline, { fold: true });
  expect(plain.texts.map(({ text }) => text)).not.toContain('1 year');
  expect(plain.description).not.toContain('folded');
  expect(folded.texts.filter(({ text }) => text === '1 year')).toHaveLength(1);
  expect(folded.description).toMatch(
    /^Timeline, .*2021.*2022, folded: 1 year \(.*2021.*2022\)\. Fall of Kabul/,
  );

  const fold = leftOf(folded, '1 year');
  expect(leftOf(folded, 'CSTO summit, Dushanbe')).toBeLessThan(fold);
  expect(leftOf(folded, 'Foreign ministers, New York')).toBeGreaterThan(fold);
  // Labels stay on their side of the fold.
  for (const begins of ['CSTO summit, Dushanbe', 'SCO summit'])
    expect(folded.texts.find((text) => text.begins.trim() === begins)?.right).toBeLessThan(fold);
  const apart = (svg: ReadSvg) => leftOf(svg, 'CSTO summit, Dushanbe') - leftOf(svg, 'Fall of Kabul');
  expect(apart(folded)).toBeGreaterThan(3 * apart(plain));
  // What stands on either side of the fold is named: a year or a month of that year.
  const axis = folded.texts.filter(({ top, text }) => top < 200 && /20(?:21|22)/.test(text));
  expect(axis.some(({ left, text }) => left < fold && text.includes('2021'))).toBe(true);
  expect(axis.some(({ left, text }) => left > fold && text.includes('2022'))).toBe(true);

  await writeFigure(dateline, folder, 'pdf', { fold: true });
  const { stdout } = await run('pdftotext', ['-raw', join(folder, 'figure.pdf'), '-']);
  for (const text of ['1 year', ...TITLES]) expect(stdout).toContain(text);
});

for (const theme of ['light', 'dark'] as const) {
  test(`folds and brackets look the same in a PNG and an SVG, ${theme}`, async ({ dateline }) => {
    const options = { fold: true, compared: COMPARED, theme };
    const png = PNG.sync.read(await writeFigure(dateline, folder, 'png', options));
    const { texts } = await svgOf(dateline, options);
    const other = await RENDERERS.librsvg(join(folder, 'figure.svg'));
    const { beside, far } = difference(png, other, texts);
    expect(far / beside).toBeLessThan(0.001);
    const plain = PNG.sync.read(await writeFigure(dateline, folder, 'png', { theme }));
    expect(png.data.equals(plain.data)).toBe(false);
  });
}

test('what goes on over a fold is broken by it, from edge to edge', async ({ dateline }) => {
  const path = join(folder, 'open.dateline');
  const dated = (id: string, date: string) => ({ id, title: `Event ${id}`, date, lane: 'lane' });
  const events = [
    dated('open', '1993-03/..'),
    dated('a', '1993-05-02'),
    dated('b', '1994-01-12'),
    dated('c', '2021-04-28'),
  ];
  const lanes = [{ id: 'lane', title: 'Lane' }];
  await writeFile(path, JSON.stringify({ format: 'dateline', version: 2, title: 'Open', lanes, events }));
  await dateline.open(path);
  const svg = (await writeFigure(dateline, folder, 'svg', { fold: true })).toString('utf8');
  // Boxes as wide as a break: through the lane, after it through the bar, and at last that of the axis.
  const breaks = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="8" height="([\d.]+)"/g)];
  const [lane, bar, axis, ...more] = breaks.map(([, ...numbers]) => numbers.map(Number));
  expect(axis?.[1]).toBeLessThan(lane?.[1] ?? 0);
  expect(more).toEqual([]);
  expect(bar?.[0]).toBe(lane?.[0]);
  expect(bar?.[1]).toBeGreaterThan(lane?.[1] ?? Infinity);
  expect(bar?.[2]).toBeLessThan(lane?.[2] ?? 0);
  const png = PNG.sync.read(await writeFigure(dateline, folder, 'png', { fold: true }));
  const { texts } = await readSvg(dateline, svg);
  const { beside, far } = difference(png, await RENDERERS.librsvg(join(folder, 'figure.svg')), texts);
  expect(far / beside).toBeLessThan(0.001);
});

test('nothing is folded where events are spread evenly', async ({ dateline }) => {
  const path = join(folder, 'even.dateline');
  const events = [2001, 2004, 2007, 2010].map((year) => ({
    id: `e${year}`,
    title: `In ${year}`,
    date: `${year}-05-01`,
    lane: 'lane',
  }));
  const lanes = [{ id: 'lane', title: 'Lane' }];
  await writeFile(path, JSON.stringify({ format: 'dateline', version: 2, title: 'Even', lanes, events }));
  await dateline.open(path);
  const plain = await writeFigure(dateline, folder, 'svg', {});
  expect((await writeFigure(dateline, folder, 'svg', { fold: true })).equals(plain)).toBe(true);
});

test('every kind of date is drawn with folds, and crowds too', async ({ dateline }) => {
  await dateline.open('e2e/fixtures/every-date.dateline');
  const plain = await svgOf(dateline, {});
  const folded = await svgOf(dateline, { fold: true });
  expect(folded.error).toBeNull();
  const named = ({ description }: ReadSvg) => description.split('. ').slice(1).join('. ').split('; ').length;
  expect(named(folded)).toBeGreaterThanOrEqual(named(plain));
});

test('the distance between two compared events is offered where two are, and written', async ({
  dateline,
}) => {
  const { page, exportDialog } = dateline;
  const path = join(folder, 'compared.svg');
  await dateline.system.answerSaveDialog(path);
  const { distance } = exportDialog;
  await exportDialog.open();
  await expect(distance).toHaveCount(0);
  await page.keyboard.press('Escape');
  await dateline.timeline.mark('Fall of Kabul').click();
  await dateline.timeline.compareWith('Zas–Kulubaev meeting');
  await exportDialog.open();
  await expect(distance).toBeChecked();
  await exportDialog.choice('Format', 'SVG').click();
  await exportDialog.button('Export').click();
  await expect(dateline.notice).toContainText('Saved compared.svg');
  const words = '414 days (1 year, 1 month, 18 days)';
  const bracket = await readSvg(dateline, await readFile(path, 'utf8'));
  expect(bracket.texts.filter(({ text }) => text === words)).toHaveLength(1);
  // The axis gives way to the words of the bracket.
  const own = bracket.texts.find(({ text }) => text === words);
  const over = bracket.texts.filter(
    (text) =>
      text !== own &&
      own !== undefined &&
      Math.min(text.right, own.right) > Math.max(text.left, own.left) &&
      Math.min(text.bottom, own.bottom) - Math.max(text.top, own.top) > 4,
  );
  expect(over).toEqual([]);

  await exportDialog.open();
  await distance.uncheck();
  await exportDialog.button('Export').click();
  await expect(exportDialog.root).toHaveCount(0);
  const without = await readSvg(dateline, await readFile(path, 'utf8'));
  expect(without.texts.map(({ text }) => text)).not.toContain(words);
  expect((await page.evaluate(() => window.api.lastFigure()))?.options.compared).toBeUndefined();

  const options = { content: { kind: 'whole' }, compared: COMPARED } as const;
  await writeFigure(dateline, folder, 'pdf', options);
  const { stdout } = await run('pdftotext', ['-raw', join(folder, 'figure.pdf'), '-']);
  expect(stdout).toContain(words);
});
