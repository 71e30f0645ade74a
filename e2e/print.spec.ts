// Printing: the figure alone goes to paper, as vectors in light colours; without a printer, the app says so.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { syntheticDocument } from '../bench/synthetic.ts';
import { Dateline, expect, test } from './dateline.ts';
import { run } from './figures.ts';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-print-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const NO_PRINTER =
  'There is no printer. Add one in the settings of your system, or export a PDF to print elsewhere.';

test('without a printer, the app says so and stays as it was', async () => {
  // Nothing listens there, whatever printers this computer has.
  const dateline = await Dateline.start({ env: { CUPS_SERVER: '127.0.0.1:9' } });
  await dateline.page.keyboard.press('ControlOrMeta+p');
  await expect(dateline.notice).toContainText(NO_PRINTER);
  await expect(dateline.page.locator('.on-paper')).toHaveCount(0);

  await dateline.exportDialog.open();
  await dateline.exportDialog.preview();
  await dateline.exportDialog.button('Print').click();
  await expect(dateline.exportDialog.root.getByRole('alert')).toContainText(NO_PRINTER);
  await expect(dateline.exportDialog.button('Print')).toBeEnabled();
  await expect(dateline.page.locator('.on-paper')).toHaveCount(0);
  expect(dateline.problems).toEqual([]);
  await dateline.close();
});

/** How a sheet of paper is handed to the page, in inches. */
const SHEET = { width: 8.27, height: 11.69 } as const;

/** Lets the system's dialog, which no test can reach, answer: with what goes to a sheet of A4, or as if cancelled. */
async function answerPrintDialog(dateline: Dateline, answer: 'print' | 'cancel'): Promise<void> {
  await dateline.app.evaluate(
    ({ BrowserWindow }, { how, sheet }) => {
      const contents = BrowserWindow.getAllWindows().find((window) => window.isVisible())?.webContents;
      if (contents === undefined) throw new Error('There is no window.');
      contents.print = (options, done) => {
        if (how === 'cancel') {
          done?.(false, 'Print job canceled');
          return;
        }
        const { landscape = false, printBackground = false } = options ?? {};
        void contents.printToPDF({ landscape, printBackground, pageSize: sheet }).then((pdf) => {
          Reflect.set(globalThis, 'onPaper', pdf.toString('base64'));
          done?.(true, '');
        });
      };
    },
    { how: answer, sheet: SHEET },
  );
}

/** The paper that came out, as a file. */
async function paper(dateline: Dateline): Promise<string> {
  const path = join(folder, 'paper.pdf');
  const base64 = await dateline.app.evaluate(() => String(Reflect.get(globalThis, 'onPaper')));
  await writeFile(path, Buffer.from(base64, 'base64'));
  return path;
}

test('the figure alone goes to paper, whole, as vectors and in light colours', async () => {
  const dateline = await Dateline.start({ theme: 'dark', size: { width: 1024, height: 640 } });
  await answerPrintDialog(dateline, 'print');
  await dateline.menu.choose('print-figure');
  await expect(dateline.notice).toContainText('Sent the figure to the printer.');
  const sheet = await paper(dateline);
  const { stdout: about } = await run('pdfinfo', [sheet]);
  expect(about).toMatch(/Pages: +1\n/);
  expect(about).toMatch(/Page size: +84[12](\.\d+)? x 59[45]/);
  const { stdout: words } = await run('pdftotext', [sheet, '-']);
  expect(words).toContain('CSTO Mechanisms to be Launched on Kyrgyz-Tajik Border');
  expect(words).toContain('Fall of Kabul');
  // The credit is the figure's last line, and the window's buttons are not on paper.
  expect(words).toMatch(/Events from “/);
  expect(words).not.toMatch(/\bExport\b|Find events/);
  const { stdout: images } = await run('pdfimages', ['-list', sheet]);
  expect(images.trim().split('\n')).toHaveLength(2);
  await run('pdftoppm', ['-r', '48', '-png', '-singlefile', sheet, join(folder, 'sheet')]);
  const { data } = PNG.sync.read(await readFile(join(folder, 'sheet.png')));
  // The margins are bare paper.
  expect([...data.subarray(0, 3)]).toEqual([255, 255, 255]);
  let light = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 0) > 240) light += 1;
  expect(light / (data.length / 4)).toBeGreaterThan(0.9);

  // What is chosen in the dialog is what is printed, on paper that stands.
  await dateline.exportDialog.open();
  await dateline.exportDialog.size.selectOption('A4 portrait, 300 dpi');
  await dateline.exportDialog.part('Credit').uncheck();
  await dateline.exportDialog.preview();
  await dateline.page.keyboard.press('ControlOrMeta+p');
  await expect(dateline.exportDialog.root).toHaveCount(0);
  await expect(dateline.notice).toContainText('Sent the figure to the printer.');
  const standing = await paper(dateline);
  expect((await run('pdfinfo', [standing])).stdout).toMatch(/Page size: +59[45](\.\d+)? x 84[12]/);
  expect((await run('pdftotext', [standing, '-'])).stdout).not.toMatch(/Events from “/);

  // What has no room on the first sheet is on further ones, to its end.
  await dateline.page.keyboard.press('Escape');
  const long = join(folder, 'long.dateline');
  const notes = Array.from({ length: 120 }, (_, note) => ({
    text: `Note ${note + 1}. It says at length what was found, and by whom, and where it was written down.`,
  }));
  await writeFile(long, JSON.stringify({ ...syntheticDocument(5), notes }));
  await dateline.open(long);
  await dateline.exportDialog.open();
  await dateline.exportDialog.part('Notes').check();
  await dateline.exportDialog.preview();
  // How many sheets that takes is said before anything is printed, and can be cancelled.
  const asked = await dateline.system.answerBoxes('Cancel');
  await dateline.exportDialog.button('Print').click();
  await expect.poll(async () => (await asked()).length).toBe(1);
  await expect(dateline.exportDialog.button('Print')).toBeEnabled();
  const [question = ''] = await asked();
  expect(question).toMatch(/^This figure takes (\d+) sheets of paper\. On \d+ further pages: .*120 notes\. /);
  const counts = /(\d+) sheets/.exec(question)?.[1];
  await dateline.exportDialog.choice('Format', 'PDF').click();
  await expect(dateline.exportDialog.previewWords).toContainText(/On .*further pages?: .*notes\./);
  await dateline.system.answerBoxes(`Print ${counts} Sheets`);
  await dateline.exportDialog.button('Print').click();
  await expect(dateline.exportDialog.root).toHaveCount(0);
  const sheets = await paper(dateline);
  const { stdout: counted } = await run('pdfinfo', [sheets]);
  const pages = Number(/Pages: +(\d+)/.exec(counted)?.[1]);
  expect(pages).toBeGreaterThan(1);
  expect(pages).toBe(Number(counts));
  const { stdout: all } = await run('pdftotext', ['-layout', sheets, '-']);
  for (const { text } of notes) expect(all).toContain(text.slice(0, text.indexOf('.') + 1));
  expect(all).not.toMatch(/and \d+ more/);
  // None of the sheets is empty.
  for (let page = 1; page <= pages; page++) {
    const { stdout: said } = await run('pdftotext', ['-f', String(page), '-l', String(page), sheets, '-']);
    expect(said).toMatch(/Note \d+\./);
  }

  // Cancelling is no error.
  await dateline.page.keyboard.press('Escape');
  await answerPrintDialog(dateline, 'cancel');
  await dateline.exportDialog.open();
  await dateline.exportDialog.preview();
  await dateline.exportDialog.button('Print').click();
  await expect(dateline.exportDialog.button('Print')).toBeEnabled();
  await expect(dateline.exportDialog.root.getByRole('alert')).toHaveCount(0);
  await expect(dateline.page.locator('.on-paper')).toHaveCount(0);
  expect(dateline.problems).toEqual([]);
  await dateline.close();
});
