// Whatever the story and the size of its figure: no text leaves the figure, and no two lie over each other.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { FigureOptions } from '../src/shared/figure/figure.ts';
import { expect, test } from './dateline.ts';
import { overlaps, readSvg, WEB } from './figures.ts';

test.use({ lastFigure: 'any' });

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-any-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const WORDS = ['bridge', 'treaty', 'council', 'ministers', 'border', 'ceasefire', 'reservoir', 'parliament'];
const words = (most: number) =>
  fc
    .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most, size: 'max' })
    .map((all) => all.join(' '));

const DAY = 86_400_000;
const asDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
const asMonth = (day: number): string => asDay(day).slice(0, 7);

/** A date of any kind among some days, counted from 1970. */
const dateIn = (first: number, last: number) => {
  const day = fc.integer({ min: first, max: last });
  const two = fc.tuple(day, day).map((both) => both.toSorted((a, b) => a - b));
  return fc.oneof(
    day.map(asDay),
    day.map(asMonth),
    day.map((one) => asDay(one).slice(0, 4)),
    two.map(([from = 0, to = 0]) => `${asDay(from)}/${asDay(to)}`),
    day.map((one) => `${asMonth(one)}/..`),
    day.map((one) => `../${asMonth(one)}`),
    day.map((one) => `${asMonth(one)}~`),
    day.map((one) => `${asMonth(one)}?`),
    two.map(([from = 0, to = 0]) => `[${asMonth(from)},${asMonth(to)}]`),
  );
};

const story = fc
  .record({
    first: fc.integer({ min: -30_000, max: 15_000 }),
    length: fc.constantFrom(3, 60, 1_200, 12_000),
    lanes: fc.array(words(3), { minLength: 1, maxLength: 5 }),
    count: fc.constantFrom(1, 2, 3, 5, 8, 21, 34, 60, 120),
    title: words(12),
  })
  .chain(({ first, length, lanes, count, title }) =>
    fc.record({
      title: fc.constant(title),
      lanes: fc.constant(lanes.map((name, at) => ({ id: `lane-${at}`, title: name }))),
      events: fc.array(
        fc.record(
          {
            title: words(9),
            date: dateIn(first, first + length),
            lane: fc.nat(lanes.length - 1).map((at) => `lane-${at}`),
            place: words(1),
            description: words(14),
            importance: fc.integer({ min: 1, max: 5 }),
            sources: fc.constant([{ title: 'A source', address: 'https://example.org/' }]),
          },
          { requiredKeys: ['title', 'date', 'lane'] },
        ),
        { minLength: count, maxLength: count, size: 'max' },
      ),
    }),
  );

const look = fc.record({
  size: fc.constantFrom(
    ...([
      [600, 400],
      [1600, 900],
      [1080, 1350],
      [340, 500],
      [420, 900],
      [794, 1123],
      [900, 300],
    ] as const),
  ),
  textSize: fc.constantFrom('S', 'M', 'L'),
  fold: fc.boolean(),
  parts: fc.record({
    title: fc.boolean(),
    legend: fc.boolean(),
    sources: fc.boolean(),
    credit: fc.boolean(),
    note: fc.boolean(),
  }),
});

const cases = fc.sample(fc.tuple(story, fc.array(look, { minLength: 5, maxLength: 5 })), {
  seed: 11,
  numRuns: 16,
});

for (const [at, [{ title, lanes, events }, looks]] of cases.entries())
  test(`no text leaves a figure or lies over another: story ${at + 1}, of ${events.length} events`, async ({
    dateline,
  }) => {
    const path = join(folder, 'any.dateline');
    const named = events.map((event, number) => ({ id: `event-${number}`, ...event }));
    await writeFile(path, JSON.stringify({ format: 'dateline', version: 2, title, lanes, events: named }));
    await dateline.open(path);
    const file = join(folder, 'figure.svg');
    await dateline.system.answerSaveDialog(file);
    for (const { size, ...chosen } of looks) {
      const options: FigureOptions = { ...WEB, ...chosen, width: size[0], height: size[1] };
      const saved = await dateline.page.evaluate((request) => window.api.exportFigure(request), {
        format: 'svg',
        options,
      } as const);
      // What cannot fit is refused in a sentence.
      if (saved?.ok === false) {
        expect(saved.failure.code).toBe('figure-crowded');
        continue;
      }
      const drawn = await readSvg(dateline, await readFile(file, 'utf8'));
      expect(overlaps(drawn.texts)).toEqual([]);
      const outside = drawn.texts.filter(
        ({ left, right, top, bottom }) =>
          left < -0.5 || top < -0.5 || right > drawn.width + 0.5 || bottom > drawn.height + 0.5,
      );
      expect(outside).toEqual([]);
    }
  });
