// The app opens on the article: five events, in order, drawn whole, with nothing sent anywhere.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectFolder } from '../scripts/processes.ts';
import { Dateline, expect, test } from './dateline.ts';

const EVENTS = [
  ['Fall of Kabul', '15 Aug 2021', 'Afghanistan'],
  ['CSTO summit, Dushanbe', '16 Sep 2021', 'CSTO'],
  ['SCO summit', '17 Sep 2021', 'SCO'],
  ['Foreign ministers, New York', '21 Sep 2022 ?', 'CSTO'],
  ['Zas–Kulubaev meeting', '3 Oct 2022', 'Kyrgyz–Tajik border'],
] as const;

/** The days of the events, in the order of time. */
const DAYS = [
  Date.UTC(2021, 7, 15),
  Date.UTC(2021, 8, 16),
  Date.UTC(2021, 8, 17),
  Date.UTC(2022, 8, 21),
  Date.UTC(2022, 9, 3),
];

test('shows the five events of the article from left to right in the order of time', async ({ dateline }) => {
  await expect(dateline.page).toHaveTitle('CSTO Mechanisms to be Launched on Kyrgyz-Tajik Border – Dateline');
  await expect(dateline.timeline.marks).toHaveCount(5);
  for (const [title, date] of EVENTS) await expect(dateline.timeline.mark(title)).toContainText(date);
  // Each dot stands where its day begins: the same share of the drawing as of the window.
  const { start, end } = await dateline.timeline.window();
  const { left, width } = await dateline.timeline.plot();
  const dots = await dateline.timeline.shapes.evaluateAll((all) =>
    all.map((dot) => {
      const { x, width: wide } = dot.getBoundingClientRect();
      return x + wide / 2;
    }),
  );
  const places = DAYS.map((day) => left + ((day - start) / (end - start)) * width);
  expect(dots.toSorted((a, b) => a - b).map(Math.round)).toEqual(places.map(Math.round));
});

test('puts every event in its lane, and the lanes in the order of the document', async ({ dateline }) => {
  await expect(dateline.lanes.rows).toHaveText(['Afghanistan', 'CSTO', 'SCO', 'Kyrgyz–Tajik border']);
  for (const [title, , lane] of EVENTS) {
    const mark = await dateline.timeline.mark(title).boundingBox();
    const row = await dateline.lanes.rows.filter({ hasText: new RegExp(`^${lane}$`) }).boundingBox();
    if (mark === null || row === null) throw new Error(`${title} or ${lane} is not drawn`);
    expect(mark.y).toBeGreaterThanOrEqual(row.y);
    expect(mark.y + mark.height).toBeLessThanOrEqual(row.y + row.height);
  }
});

test('opens with all events in view and a margin at both ends', async ({ dateline }) => {
  const { start, end } = await dateline.timeline.window();
  expect(start).toBeLessThan(Date.UTC(2021, 7, 15));
  expect(end).toBeGreaterThan(Date.UTC(2022, 9, 4));
  await expect(dateline.eventsInView).toHaveText('5 of 5 events in view');
  await expect(dateline.button('All')).toHaveAttribute('aria-pressed', 'true');
});

test('names the timeline and every mark for screen readers', async ({ dateline }) => {
  await expect(
    dateline.page.getByRole('region', {
      name: 'Timeline: CSTO Mechanisms to be Launched on Kyrgyz-Tajik Border',
    }),
  ).toBeVisible();
  for (const name of [
    /^Fall of Kabul 15 Aug 2021\W+Afghanistan$/,
    /^CSTO summit, Dushanbe 16 Sep 2021\W+CSTO summit in Dushanbe, CSTO$/,
    /^SCO summit 17 Sep 2021\W+SCO$/,
    /^Foreign ministers, New York 21 Sep 2022 \?\W+CSTO foreign ministers’ working meeting, 21 September 2022, uncertain, CSTO$/,
    /^Zas–Kulubaev meeting 3 Oct 2022\W+Kyrgyz–Tajik border$/,
  ]) {
    await expect(dateline.button(name)).toBeVisible();
  }
});

/** Files of a build with all that they import before they run, and their texts. */
async function loadedBy(files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const loaded = new Map<string, string>();
  const load = async (file: string): Promise<void> => {
    if (loaded.has(file)) return;
    const text = await readFile(file, 'utf8');
    loaded.set(file, text);
    const imported = text.matchAll(
      /(?:^|[;}])\s*(?:import|export)\s?(?:[^"'();]*?from\s?)?["'](\.[^"']+)["']/gm,
    );
    await Promise.all(Array.from(imported, ([, path = '']) => load(join(dirname(file), path))));
  };
  await Promise.all(files.map(load));
  return loaded;
}

test('main loads neither the date reader, the library that validates nor the rules of drafting before its window', async () => {
  const folder = join(projectFolder, 'out/main');
  const loaded = await loadedBy([join(folder, 'index.js')]);
  const chunks = (await readdir(join(folder, 'chunks'))).map((name) => join(folder, 'chunks', name));
  const texts = await Promise.all(chunks.map((file) => readFile(file, 'utf8')));
  for (const part of ['function parseEventDate', 'ZodMini', 'function grammarOf']) {
    const files = chunks.filter((_, place) => texts[place]?.includes(part));
    expect(files, part).not.toEqual([]);
    expect(
      files.filter((file) => loaded.has(file)),
      part,
    ).toEqual([]);
  }
});

test('the page loads nothing of imports, of other programs’ formats or of drafting before somebody needs it', async () => {
  const folder = join(projectFolder, 'out/renderer');
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const scripts = Array.from(
    page.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.js)"/g),
    ([, path = '']) => path,
  );
  const loaded = await loadedBy(scripts.map((path) => join(folder, path)));
  expect(loaded.size).toBeGreaterThan(1);
  const chunks = (await readdir(join(folder, 'assets'))).filter((name) => name.endsWith('.js'));
  const files = chunks.map((name) => join(folder, 'assets', name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  for (const words of [
    // The dialog, the report, the reader of tables, twins, and events of proposals.
    'As a new timeline',
    'Save it to keep it',
    'The column was not imported',
    'Open the file as a timeline of its own.',
    'Proposal ',
  ]) {
    const holding = files.filter((_, place) => texts[place]?.includes(words));
    expect(holding, words).not.toEqual([]);
    expect(
      holding.filter((file) => loaded.has(file)),
      words,
    ).toEqual([]);
  }
});

test('events come first, and what comes around them moves none of them', async () => {
  const dateline = await Dateline.start();
  const { page } = dateline;
  const placesOf = () =>
    Array.from(document.querySelectorAll('.timeline, .timeline .mark'), (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height];
    });
  await page.addInitScript(`
    globalThis.first = new Promise((resolve) => {
      new MutationObserver((_changes, observer) => {
        if (document.querySelector('.timeline[data-window] .mark') === null) return;
        observer.disconnect();
        resolve({ buttons: document.querySelectorAll('.toolbar button').length, places: (${placesOf.toString()})() });
      }).observe(document, { subtree: true, childList: true, attributes: true });
    });
  `);
  await page.reload();
  await dateline.ready();
  await expect(page.locator('.toolbar button').first()).toBeVisible();
  const first = await page.evaluate(() => Reflect.get(globalThis, 'first') as Promise<unknown>);
  expect(first).toEqual({ buttons: 0, places: await page.evaluate(placesOf) });
  await dateline.close();
});
