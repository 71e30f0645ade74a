// Figures hold what they promise: the whole timeline, real text, nothing cut, the same for the same options.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { syntheticDocument } from '../bench/synthetic.ts';
import { FIGURE_SIZES } from '../src/shared/figure/sizes.ts';
import { document1, document2 } from '../src/shared/document/file/schema.ts';
import type { FigureFormat, FigureOptions } from '../src/shared/figure/figure.ts';
import { Dateline, expect, test } from './dateline.ts';
import { coloursIn, difference, overlaps, readSvg, RENDERERS, run, writeFigure } from './figures.ts';

const TITLES = [
  'Fall of Kabul',
  'CSTO summit, Dushanbe',
  'SCO summit',
  'Foreign ministers, New York',
  'Zas–Kulubaev meeting',
];

/** All that a figure is made of: nothing that runs, embeds or refers to anything but its own gradients. */
const ELEMENTS = [
  'a',
  'defs',
  'desc',
  'g',
  'linearGradient',
  'path',
  'rect',
  'stop',
  'text',
  'title',
  'tspan',
];

/** The share of pixels beside the texts that may differ: edges, which no two renderers smooth alike. */
const MOST_FAR = 0.001;

test.use({ lastFigure: 'any' });

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-figures-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const figure = (dateline: Dateline, format: FigureFormat, options: Partial<FigureOptions> = {}) =>
  writeFigure(dateline, folder, format, options);

const svg = async (dateline: Dateline, options: Partial<FigureOptions> = {}) =>
  (await figure(dateline, 'svg', options)).toString('utf8');

test('an SVG has every title as text, says in words what it shows, and nothing to run', async ({
  dateline,
}) => {
  const { error, title, description, elements, attributes, links, texts } = await readSvg(
    dateline,
    await svg(dateline),
  );
  expect(error).toBeNull();
  expect(title).toBe('CSTO Mechanisms to be Launched on Kyrgyz-Tajik Border');
  expect(description).toContain('Fall of Kabul, 15 August 2021 (Afghanistan)');
  expect(description).toContain('21 September 2022, uncertain (CSTO)');
  expect(texts.map(({ begins }) => begins)).toEqual(expect.arrayContaining(TITLES));
  expect(texts.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['Sources', 'Notes', 'Date uncertain', 'Afghanistan', '2021', '2022']),
  );
  // Lanes bear their names, and stand in no legend.
  for (const lane of ['Afghanistan', 'CSTO', 'SCO'])
    expect(texts.filter(({ text }) => text === lane)).toHaveLength(1);
  expect(elements.filter((name) => !ELEMENTS.includes(name))).toEqual([]);
  expect(attributes.filter((name) => name === 'style' || name === 'class' || name.startsWith('on'))).toEqual(
    [],
  );
  expect(links.length).toBeGreaterThan(7);
  expect(links.filter((address) => !/^https?:\/\//.test(address))).toEqual([]);
});

test('sources are listed by name and domain, each linked to its whole address', async ({ dateline }) => {
  const document = document2.parse(JSON.parse(await readFile('resources/article.dateline', 'utf8')));
  const sources = document.events.flatMap((event) => event.sources);
  expect(sources.length).toBeGreaterThan(5);
  const { texts, links } = await readSvg(dateline, await svg(dateline));
  const all = texts.map(({ text }) => text);
  for (const words of [
    'TASS tass.com',
    'USA Today, 15 Aug 2021 usatoday.com',
    'RFE/RL, 17 Sep 2021 rferl.org',
  ])
    expect(all.filter((text) => text.endsWith(words))).toHaveLength(1);
  // The credit alone says an address in full.
  expect(all.filter((text) => /https?:|www\./.test(text))).toHaveLength(1);
  expect(links).toEqual(expect.arrayContaining(sources.map(({ address }) => address)));

  const pdf = (await figure(dateline, 'pdf')).toString('latin1');
  for (const { address } of sources) expect(pdf).toContain(`/URI (${address})`);
  const { stdout } = await run('pdftotext', ['-raw', join(folder, 'figure.pdf'), '-']);
  expect(stdout).toContain('TASS tass.com');
  expect(stdout).not.toContain('www.');
});

test('the whole timeline is whole, however little of it the window shows', async ({ dateline }) => {
  const before = await svg(dateline);
  await dateline.timeline.show('Day');
  await dateline.timeline.settle();
  await expect(dateline.eventsInView).toHaveText('1 of 5 events in view');
  expect(await svg(dateline)).toBe(before);
});

test('the same options give the same bytes and the same pixels', async ({ dateline }) => {
  expect(await svg(dateline)).toBe(await svg(dateline));
  const [first, second] = [await figure(dateline, 'png'), await figure(dateline, 'png')];
  expect(PNG.sync.read(second).data.equals(PNG.sync.read(first).data)).toBe(true);
});

test('a figure holds nothing of the one before it', async ({ dateline }) => {
  const [drawing, picture] = [await svg(dateline), await figure(dateline, 'png')];
  await figure(dateline, 'pdf', { theme: 'dark', width: 793.7, height: 1122.52 });
  await figure(dateline, 'png', { theme: 'dark', transparent: true, width: 600, height: 400, scale: 3 });
  expect(await svg(dateline)).toBe(drawing);
  const again = await figure(dateline, 'png');
  expect(PNG.sync.read(again).data.equals(PNG.sync.read(picture).data)).toBe(true);
});

test('a page for figures that is lost meanwhile is no fault of the next figure', async ({ dateline }) => {
  const before = await svg(dateline);
  await dateline.app.evaluate(async ({ BrowserWindow }) => {
    const hidden = BrowserWindow.getAllWindows().find((window) => !window.isVisible());
    if (hidden === undefined) throw new Error('There is no page for figures.');
    const gone = new Promise((resolve) => hidden.webContents.once('render-process-gone', resolve));
    hidden.webContents.forcefullyCrashRenderer();
    await gone;
  });
  expect(await svg(dateline)).toBe(before);
});

/** A figure in each format: PNG and SVG as they are, a PDF as it prints and where its words stand. */
async function inEachFormat(dateline: Dateline): Promise<Readonly<Record<FigureFormat, Buffer>>> {
  const [png, drawing] = [await figure(dateline, 'png'), await figure(dateline, 'svg')];
  await figure(dateline, 'pdf');
  const pdf = join(folder, 'figure.pdf');
  await run('pdftoppm', ['-r', '96', '-png', '-singlefile', pdf, join(folder, 'printed')]);
  const { stdout } = await run('pdftotext', ['-bbox', pdf, '-']);
  const printed = await readFile(join(folder, 'printed.png'));
  return { png, svg: drawing, pdf: Buffer.concat([printed, Buffer.from(stdout)]) };
}

test('a window that is enlarged enlarges no figure, and no figure makes the window small again', async () => {
  let before: Readonly<Record<FigureFormat, Buffer>> | undefined;
  // Each zoom comes to a page that is there from the figure before, and then to a new one, in a new app.
  for (const zooms of [
    [1, 2, 0.5],
    [2, 1],
    [0.5, 2],
  ]) {
    const dateline = await Dateline.start({ size: { width: 1440, height: 900 } });
    for (const zoom of zooms) {
      await dateline.enlargeText(zoom);
      const figures = await inEachFormat(dateline);
      before ??= figures;
      for (const format of ['png', 'svg', 'pdf'] as const)
        expect(figures[format].equals(before[format]), `${format} at ${zoom}`).toBe(true);
      const { shown, drawn } = await dateline.app.evaluate(({ BrowserWindow }) => {
        const factors = (visible: boolean) =>
          BrowserWindow.getAllWindows()
            .filter((window) => window.isVisible() === visible)
            .map(({ webContents }) => webContents.getZoomFactor());
        return { shown: factors(true), drawn: factors(false) };
      });
      expect([shown, drawn]).toEqual([[expect.closeTo(zoom, 5)], [1]]);
    }
    await dateline.close();
  }
});

const NARROW = { name: 'narrow', width: 600, height: 400, textSize: 'S' } as const;
for (const { name, width, height, textSize } of [NARROW, ...FIGURE_SIZES]) {
  test(`no text is cut and no two overlap: ${name}`, async ({ dateline }) => {
    const drawn = await readSvg(dateline, await svg(dateline, { width, height, textSize }));
    expect([drawn.width, drawn.height]).toEqual([expect.closeTo(width, 1), expect.closeTo(height, 1)]);
    expect(overlaps(drawn.texts)).toEqual([]);
    const outside = drawn.texts.filter(
      ({ left, right, top, bottom }) => left < 0 || top < 0 || right > drawn.width || bottom > drawn.height,
    );
    expect(outside).toEqual([]);
    for (const title of TITLES) expect(drawn.texts.map(({ text }) => text).join(' ')).toContain(title);
  });
}

test('what is switched off is not there', async ({ dateline }) => {
  const parts = { title: false, legend: false, sources: false, credit: false, note: false };
  const { texts, links } = await readSvg(dateline, await svg(dateline, { parts }));
  const all = texts.map(({ text }) => text);
  expect(all).toEqual(expect.arrayContaining(TITLES));
  expect(
    all.filter((text) => /Sources|Notes|Date uncertain|Eurasia Business Today|CSTO Mechanisms/.test(text)),
  ).toEqual([]);
  expect(links).toEqual([]);
});

for (const theme of ['light', 'dark'] as const) {
  test(`librsvg and Inkscape draw the SVG as Chromium draws the PNG, ${theme}`, async ({ dateline }) => {
    const { texts } = await readSvg(dateline, await svg(dateline, { theme }));
    const own = PNG.sync.read(await figure(dateline, 'png', { theme }));
    for (const [renderer, draw] of Object.entries(RENDERERS)) {
      const other = await draw(join(folder, 'figure.svg'));
      expect([other.width, other.height], renderer).toEqual([own.width, own.height]);
      for (const text of texts)
        expect(coloursIn(other, text), `${text.text} is drawn by ${renderer}`).toBeGreaterThan(2);
      const { beside, far } = difference(own, other, texts);
      expect(beside / (own.width * own.height)).toBeGreaterThan(0.5);
      expect(far / beside, renderer).toBeLessThan(MOST_FAR);
    }
  });
}

test('letters of every script are there, and stay in the picture', async ({ dateline }) => {
  const file = join(import.meta.dirname, 'fixtures/scripts.dateline');
  const document = document1.parse(JSON.parse(await readFile(file, 'utf8')));
  await dateline.open(file);
  for (const width of [1600, 793.7]) {
    const drawn = await readSvg(dateline, await svg(dateline, { width }));
    expect(overlaps(drawn.texts)).toEqual([]);
    for (const { title } of document.events) {
      // A title is several lines, broken at blanks or, where it has none, anywhere.
      const lines = drawn.texts.filter(
        ({ begins }) => /\p{L}/u.test(begins) && title.includes(begins.trim()),
      );
      expect(
        lines
          .map(({ begins }) => begins)
          .join('')
          .replaceAll(' ', ''),
      ).toBe(title.replaceAll(' ', ''));
      for (const line of lines) {
        expect(line.left).toBeGreaterThanOrEqual(0);
        expect(line.right).toBeLessThanOrEqual(width);
      }
    }
  }
  // What has no glyph has no letter to be read in a PDF either.
  await figure(dateline, 'pdf');
  const { stdout } = await run('pdftotext', ['-raw', join(folder, 'figure.pdf'), '-']);
  const letters = new Set(stdout.normalize('NFKC'));
  for (const { title } of document.events)
    expect(
      Array.from(title).filter((letter) => !letters.has(letter)),
      title,
    ).toEqual([]);
});

test('2,000 events in 12 lanes are all in the figure, with a label or in a strip', async ({ dateline }) => {
  const path = join(folder, 'many.dateline');
  await writeFile(path, JSON.stringify(syntheticDocument(2000)));
  await dateline.open(path);
  const drawn = await readSvg(dateline, await svg(dateline));
  expect(drawn.height).toBe(900);
  expect(overlaps(drawn.texts)).toEqual([]);
  const named = drawn.description.split('; ');
  const others = Number(
    /^and ([\d,]+) events without a label\.$/.exec(named.pop() ?? '')?.[1]?.replace(',', ''),
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.length + others).toBe(2000);
  const picture = PNG.sync.read(await figure(dateline, 'png'));
  expect([picture.width, picture.height]).toEqual([1600, drawn.height]);
  await figure(dateline, 'pdf');
  const { stdout } = await run('pdfinfo', [join(folder, 'figure.pdf')]);
  expect(stdout).toMatch(/^Page size: +1200 x 675 pts$/m);
  const page = await run('pdftotext', ['-raw', join(folder, 'figure.pdf'), '-']);
  const [first = ''] = /(?<=\. )[^,]*/.exec(drawn.description) ?? [];
  expect(page.stdout).toContain(first.replace(/[\u2068\u2069]/gu, ''));
});
