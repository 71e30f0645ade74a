// A figure has exactly the size that was asked for, whatever is in it: read back from the files that were written.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { syntheticDocument } from '../bench/synthetic.ts';
import { FIGURE_SIZES, PRINT_SCALE } from '../src/shared/figure/sizes.ts';
import { TEXT_SIZES } from '../src/shared/figure/text-size.ts';
import type { FigureOptions } from '../src/shared/figure/figure.ts';
import { expect, test, type Dateline } from './dateline.ts';
import { overlaps, readSvg, run, writeFigure } from './figures.ts';

test.use({ lastFigure: 'any' });

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-sizes-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A document that no figure has room for: long titles, lanes, sources and notes without end. */
function crowdedDocument(events: number, lanes: number): unknown {
  const document = syntheticDocument(events);
  const rows = Array.from({ length: lanes }, (_, lane) => ({
    id: `lane-${lane}`,
    title: `Lane ${lane + 1}, which has a long name`,
  }));
  return {
    ...document,
    title: 'A title that does not come to its end, '.repeat(7).slice(0, 250),
    lanes: rows,
    events: document.events.map((event, row) => ({
      ...event,
      lane: `lane-${row % lanes}`,
      sources: [{ title: `Source ${row + 1}`, address: `https://example.org/${row + 1}` }],
    })),
    notes: Array.from({ length: 50 }, (_, note) => ({
      text: `Note ${note + 1}. ${'It says at length what was found. '.repeat(1 + (note % 9))}`,
    })),
  };
}

async function openCrowded(dateline: Dateline, events: number, lanes: number): Promise<void> {
  const path = join(folder, 'crowded.dateline');
  await writeFile(path, JSON.stringify(crowdedDocument(events, lanes)));
  await dateline.open(path);
}

/** The size of a PNG and its dots to the metre. */
function readPng(bytes: Buffer): { readonly size: readonly number[]; readonly dots: readonly number[] } {
  const at = bytes.indexOf('pHYs') + 4;
  return {
    size: [bytes.readUInt32BE(16), bytes.readUInt32BE(20)],
    dots: [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)],
  };
}

/** The sizes of the pages of a PDF, points. */
function readPdf(bytes: Buffer): readonly (readonly number[])[] {
  const boxes = bytes.toString('latin1').matchAll(/\/MediaBox \[(\S+) (\S+) (\S+) (\S+)\]/g);
  return [...boxes].map(([, left, bottom, right, top]) => [
    Number(right) - Number(left),
    Number(top) - Number(bottom),
  ]);
}

/** Writes a figure in all formats, and holds that each has its size. */
async function expectSize(dateline: Dateline, options: Partial<FigureOptions>): Promise<void> {
  const { width = 0, height = 0, scale = 1 } = options;
  const png = readPng(await writeFigure(dateline, folder, 'png', options));
  expect(png.size).toEqual([Math.round(width * scale), Math.round(height * scale)]);
  const dots = Math.round((scale * 96) / 0.0254);
  expect(png.dots).toEqual([dots, dots]);

  const svg = (await writeFigure(dateline, folder, 'svg', options)).toString('utf8');
  const [, wide, high, viewWide, viewHigh] =
    /<svg [^>]*width="(\S+)" height="(\S+)" viewBox="0 0 (\S+) (\S+)"/.exec(svg) ?? [];
  expect([Number(wide), Number(high)]).toEqual([expect.closeTo(width, 1), expect.closeTo(height, 1)]);
  expect(Number(viewWide) / Number(viewHigh)).toBeCloseTo(width / height, 3);
  const drawn = await readSvg(dateline, svg);
  expect(
    drawn.texts.filter(
      ({ left, right, top, bottom }) => left < 0 || top < 0 || right > width + 1 || bottom > height + 1,
    ),
  ).toEqual([]);
  expect(overlaps(drawn.texts)).toEqual([]);

  const pages = readPdf(await writeFigure(dateline, folder, 'pdf', options));
  expect(pages.length).toBeGreaterThan(0);
  for (const page of pages)
    expect(page).toEqual([expect.closeTo(width * 0.75, 2), expect.closeTo(height * 0.75, 2)]);
  const { stdout } = await run('pdfinfo', [join(folder, 'figure.pdf')]);
  expect(stdout).toMatch(new RegExp(`^Pages: +${pages.length}$`, 'm'));
}

for (const { name, width, height, scale, textSize } of FIGURE_SIZES) {
  test(`${name} is that size in every format`, async ({ dateline }) => {
    await expectSize(dateline, { width, height, scale, textSize });
  });
}

test('a free size is that size, at every text size', async ({ dateline }) => {
  for (const textSize of TEXT_SIZES) {
    await expectSize(dateline, { width: 1001, height: 777, scale: 1.3, textSize });
    await expectSize(dateline, { width: 680.31, height: 531.5, scale: PRINT_SCALE, textSize });
  }
});

test('A4 is that size with long titles, 30 lanes, 200 sources and 50 notes', async ({ dateline }) => {
  await openCrowded(dateline, 200, 30);
  const mm = 96 / 25.4;
  await expectSize(dateline, { width: 210 * mm, height: 297 * mm, scale: PRINT_SCALE, textSize: 'S' });
  // What has no room on the first page is on the next ones, to the last note.
  const { stdout } = await run('pdftotext', ['-raw', join(folder, 'figure.pdf'), '-']);
  for (const words of ['Notes', 'Note 1. It says', 'Note 50. It says', 'Notes, continued'])
    expect(stdout).toContain(words);
});

test('the web’s size is that with 10,000 events', async ({ dateline }) => {
  await openCrowded(dateline, 10_000, 6);
  const [{ width, height, scale, textSize }] = FIGURE_SIZES;
  await expectSize(dateline, { width, height, scale, textSize });
});

test('what a figure leaves out is said below its preview', async ({ dateline }) => {
  await openCrowded(dateline, 200, 6);
  await dateline.exportDialog.open();
  await dateline.exportDialog.choice('Format', 'PNG').click();
  await dateline.exportDialog.size.selectOption('Web, 1600 × 900');
  await dateline.exportDialog.part('Notes').check();
  await expect(dateline.exportDialog.previewWords).toContainText(/Left out for want of room: .*50 notes/, {
    timeout: 30_000,
  });
  await dateline.exportDialog.choice('Format', 'PDF').click();
  await expect(dateline.exportDialog.previewWords).toContainText(
    /^1,600 × 900 pixels · 423 × 238 mm · about/,
  );
  await expect(dateline.exportDialog.previewWords).not.toContainText('Left out');
  await expect(dateline.exportDialog.previewWords).toContainText(/On (a|\d+) further pages?: .*50 notes\.$/);
});

test('what cannot fit is said at the size before anything is written', async ({ dateline }) => {
  await openCrowded(dateline, 200, 30);
  await dateline.exportDialog.open();
  await dateline.exportDialog.size.selectOption('Custom…');
  await dateline.exportDialog.field('Height').fill('300');
  const sentence =
    /^The title and 30 lanes need a height of [\d,]+ pixels \(\d+ mm\) at text size S\. Choose a taller figure, fewer lanes or no title\.$/;
  await expect(dateline.exportDialog.field('Height')).toHaveAccessibleDescription(sentence);
  await expect(dateline.exportDialog.field('Height')).toHaveAttribute('aria-invalid', 'true');
  await expect(dateline.exportDialog.button('Export')).toBeDisabled();
  await expect(dateline.exportDialog.button('Export')).toHaveAccessibleDescription(sentence);
  await dateline.exportDialog.field('Height').fill('1200');
  await expect(dateline.exportDialog.field('Height')).toHaveAttribute('aria-invalid', 'false');
  await expect(dateline.exportDialog.button('Export')).toBeEnabled();
});

test('the text follows the size until it is chosen', async ({ dateline }) => {
  await dateline.exportDialog.open();
  const text = (label: string) => dateline.exportDialog.choice('Text size', label).getByRole('radio');
  await expect(text('Auto (M)')).toBeChecked();
  await dateline.exportDialog.size.selectOption('Slide, 1920 × 1080');
  await expect(text('Auto (L)')).toBeChecked();
  const large = await dateline.exportDialog.preview();
  await dateline.exportDialog.choice('Text size', 'S').click();
  await expect.poll(() => dateline.exportDialog.preview().then((now) => now !== large)).toBe(true);
  await dateline.exportDialog.size.selectOption('Web, 1600 × 900');
  await expect(text('S')).toBeChecked();
});
