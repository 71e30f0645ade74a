// The window looks as it did when its pictures in docs/pictures/timeline were looked at and kept.
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { PNG } from 'pngjs';
import { projectFolder } from '../scripts/processes.ts';
import { KEPT, KEPT_FOLDER, takePicture, withDocument, type Sheet } from '../scripts/sheets.ts';
import { differentBlocks, painted, type Box } from './blocks.ts';
import { expect, test, type Dateline } from './dateline.ts';

/**
 * How many blocks may look different. Measured: none between two runs on Electron 33.2.1, three between that and
 * Chromium 156, and dozens in each of the changes that the tests below make.
 */
const MOST_DIFFERENT = 12;

/** Shows a document as a kept picture does, takes the picture anew and compares it with that. */
async function compare(dateline: Dateline, sheet: Sheet, path: string | undefined) {
  const { theme, width, height, file } = sheet;
  if (path !== undefined) await dateline.open(path);
  await dateline.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await dateline.resize(width, height);
  await dateline.page.mouse.move(1, 1);
  const drawn = PNG.sync.read(await takePicture(dateline.page));
  const kept = PNG.sync.read(await readFile(join(KEPT_FOLDER, file)));
  expect([drawn.width, drawn.height]).toEqual([kept.width, kept.height]);
  return { drawn, different: differentBlocks(drawn, kept, await inSystemFonts(dateline)) };
}

/** Where words stand that the app's own fonts have no letters for: each machine draws them in its own. */
function inSystemFonts({ page }: Dateline): Promise<Box[]> {
  return page.evaluate(() => {
    const boxes: Box[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      if (!/[\p{Script=Arabic}\p{Script=Han}]/u.test(text.textContent ?? '')) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        // Another font may be wider or narrower.
        const wider = 8 + (right - left) * 0.2;
        boxes.push({ left: left - wider, right: right + wider, top: top - 4, bottom: bottom + 4 });
      }
    }
    return boxes;
  });
}

for (const sheet of KEPT) {
  const name = sheet.file.replace('.png', '');
  test(`${name} is drawn as it was when it was looked at`, async ({ dateline }, testInfo) => {
    await withDocument(sheet.document, async (path) => {
      const { drawn, different } = await compare(dateline, sheet, path);
      const paths = {
        drawn: testInfo.outputPath(sheet.file),
        marked: testInfo.outputPath(`${name}-different.png`),
      };
      if (different.length > MOST_DIFFERENT) {
        await writeFile(paths.drawn, PNG.sync.write(drawn));
        await writeFile(paths.marked, PNG.sync.write(painted(drawn, different)));
      }
      const shown = (file: string) => relative(projectFolder, file);
      expect(
        different.length,
        [
          `Dateline no longer draws ${shown(join(KEPT_FOLDER, sheet.file))}.`,
          `It draws ${shown(paths.drawn)}; ${shown(paths.marked)} shows in red where they differ.`,
          `If the new picture is right, run “npm run screenshots -- ${name}” and commit it.`,
        ].join('\n'),
      ).toBeLessThanOrEqual(MOST_DIFFERENT);
    });
  });
}

for (const [what, name, from, to] of [
  ['a date that is a week later', 'thirty-events', '"date":"2023-05-11"', '"date":"2023-05-18"'],
  ['a date that has become approximate', 'overlapping-intervals', '/2007-08-31"', '~/2007-08-31~"'],
  ['a title with one word more', 'four-languages', '"Өкмөт отставкага', '"Өкмөт дагы отставкага'],
] as const) {
  test(`the comparison sees ${what}`, async ({ dateline }) => {
    const sheet = KEPT.find(({ document }) => document === name);
    if (sheet === undefined) throw new Error(`No picture of ${name} is kept.`);
    await withDocument(name, async (path = '') => {
      const text = await readFile(path, 'utf8');
      expect(text).toContain(from);
      await writeFile(path, text.replace(from, to));
      const { different } = await compare(dateline, sheet, path);
      expect(different.length).toBeGreaterThan(MOST_DIFFERENT);
    });
  });
}
