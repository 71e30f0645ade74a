// Dates are drawn as they are known: points, spans, doubt and open ends, in the window, in figures and in their legend.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { FigureOptions } from '../src/shared/figure/figure.ts';
import { expect, test, type Dateline } from './dateline.ts';
import { difference, RENDERERS, readSvg, writeFigure } from './figures.ts';

const FIXTURE = join(import.meta.dirname, 'fixtures/every-date.dateline');
/** `npm run screenshots` writes it, to be looked at before it is kept. */
const REFERENCE = join(import.meta.dirname, 'reference/every-date.png');

/** The figure that the reference is. */
const OPTIONS: Partial<FigureOptions> = {
  content: { kind: 'dates', from: '1848', to: '1861' },
  width: 1600,
  height: 1300,
};

/**
 * How many pixels beside the texts may differ from the reference. Measured on Electron 33.2.1: none between two runs,
 * and 160 where one uncertain day is drawn as certain, the least of the changes that the tests below make.
 */
const MOST_FAR = 50;

test.use({ lastFigure: 'any' });

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-dates-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const png = async (dateline: Dateline, options: Partial<FigureOptions> = {}) =>
  PNG.sync.read(await writeFigure(dateline, folder, 'png', { ...OPTIONS, ...options }));
const svg = async (dateline: Dateline, options: Partial<FigureOptions> = {}) =>
  readSvg(
    dateline,
    (await writeFigure(dateline, folder, 'svg', { ...OPTIONS, ...options })).toString('utf8'),
  );

/** A document with the dates of the fixture, some of them changed. */
async function changed(changes: Readonly<Record<string, string>>): Promise<string> {
  let text = await readFile(FIXTURE, 'utf8');
  for (const [from, to] of Object.entries(changes)) {
    expect(text).toContain(`"date": "${from}"`);
    text = text.replace(`"date": "${from}"`, `"date": "${to}"`);
  }
  const path = join(folder, 'changed.dateline');
  await writeFile(path, text);
  return path;
}

/** A document with one event. */
async function withOneEvent(date: string): Promise<string> {
  const path = join(folder, 'one.dateline');
  await writeFile(
    path,
    JSON.stringify({
      format: 'dateline',
      version: 1,
      title: 'One event',
      lanes: [{ id: 'lane', title: 'Lane' }],
      events: [
        {
          id: 'event',
          title: 'Event',
          date,
          lane: 'lane',
          dating: { kind: 'stated', confidence: 'high', explanation: 'For a test.' },
        },
      ],
    }),
  );
  return path;
}

test('the figure of every kind of date is as it was when it was looked at', async ({ dateline }) => {
  const reference = PNG.sync.read(await readFile(REFERENCE));
  await dateline.open(FIXTURE);
  const { texts } = await svg(dateline);
  const figure = await png(dateline);
  expect([figure.width, figure.height]).toEqual([reference.width, reference.height]);
  expect(difference(reference, figure, texts).far).toBeLessThanOrEqual(MOST_FAR);
});

for (const [what, changes] of [
  ['an uncertain day drawn as certain', { '1852-09-21?': '1852-09-21' }],
  ['an approximate year drawn as exact', { '1853~': '1853' }],
  ['an open end drawn as closed', { '1857-04-12/..': '1857-04-12/1861' }],
  ['one of two years drawn as both', { '[1854,1855]': '{1854,1855}' }],
  ['a month drawn as its first day', { '1854-06-XX': '1854-06-01' }],
] as const) {
  test(`the comparison with the reference sees ${what}`, async ({ dateline }) => {
    const reference = PNG.sync.read(await readFile(REFERENCE));
    await dateline.open(await changed(changes));
    const { texts } = await svg(dateline);
    expect(difference(reference, await png(dateline), texts).far).toBeGreaterThan(MOST_FAR);
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`the SVG of every kind of date looks like its PNG, ${theme}`, async ({ dateline }) => {
    await dateline.open(FIXTURE);
    const { texts } = await svg(dateline, { theme });
    const other = await RENDERERS.librsvg(join(folder, 'figure.svg'));
    const { beside, far } = difference(await png(dateline, { theme }), other, texts);
    // Each renderer spaces dashes and dots by itself, and here are many.
    expect(far / beside).toBeLessThan(0.0015);
  });
}

test('the legend explains each way of drawing that occurs', async ({ dateline }) => {
  await dateline.open(FIXTURE);
  const { texts } = await svg(dateline);
  expect(texts.map(({ text }) => text)).toEqual(
    expect.arrayContaining([
      'On this day',
      'Some or all of this span',
      'Date uncertain',
      'Date approximate',
      'One date of this span',
      'Several dates of this span',
      'Start open or unknown',
      'End open or unknown',
    ]),
  );
});

test('however far one zooms in on a year, nothing stands for a day of it, and its span is drawn whole', async ({
  dateline,
}) => {
  const year = { start: Date.UTC(1855, 0), end: Date.UTC(1856, 0) };
  await dateline.open(await withOneEvent('1855'));
  for (let step = 0; step < 8; step++) await dateline.timeline.zoomOut();
  await dateline.timeline.settle();
  const seen = new Set<string>();
  for (let step = 0; step < 30; step++) {
    const { start, end } = await dateline.timeline.window();
    const plot = await dateline.timeline.plot();
    const x = (instant: number) => plot.left + ((instant - start) / (end - start)) * plot.width;
    expect(await dateline.timeline.daySigns.count()).toBe(0);
    const bars = await dateline.timeline.bars();
    expect(bars.length).toBeGreaterThan(0);
    for (const { left, right, bearsLabel } of bars) {
      seen.add(bearsLabel ? 'inside' : 'beside');
      // What is drawn beyond the window does not matter, and nothing is shorter than a few pixels.
      const edge = (value: number) => Math.min(plot.left + plot.width, Math.max(plot.left, value));
      const least = x(year.end) - x(year.start) < 10 ? 10 : 1.5;
      expect(Math.abs(edge(left) - edge(x(year.start)))).toBeLessThan(least);
      expect(Math.abs(edge(right) - edge(x(year.end)))).toBeLessThan(least);
    }
    await dateline.timeline.zoomIn();
    await dateline.timeline.settle();
  }
  expect([...seen].sort()).toEqual(['beside', 'inside']);
});

test('an open end fades out at the edge of the view, wherever that stands', async ({ dateline }) => {
  await dateline.open(await withOneEvent('1857-04-12/..'));
  for (let step = 0; step < 4; step++) {
    const { left, width } = await dateline.timeline.plot();
    const [bar] = await dateline.timeline.bars();
    expect(Math.abs((bar?.right ?? 0) - (left + width))).toBeLessThan(2.5);
    await dateline.page.keyboard.press('ArrowRight');
    await dateline.timeline.settle();
  }
});
