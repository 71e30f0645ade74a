// The export dialog: chosen by mouse or keyboard, seen before it is written, remembered, and left without a trace.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { Dateline, expect, test } from './dateline.ts';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-export-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function picture(name: string): Promise<PNG> {
  return PNG.sync.read(await readFile(join(folder, name)));
}

test('opens and closes by keyboard, keeps the focus inside, and gives it back', async ({ dateline }) => {
  const { page } = dateline;
  const opener = dateline.button('Export');
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(dateline.exportDialog).toBeVisible();
  const stops = new Set<string>();
  for (let press = 0; press < 30; press++) {
    await page.keyboard.press('Tab');
    stops.add(
      await page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === null || focused === document.body) return 'the window’s own frame';
        return focused.closest('dialog') === null ? 'outside' : 'inside';
      }),
    );
  }
  expect(stops).toContain('inside');
  expect(stops).not.toContain('outside');

  await page.keyboard.press('Escape');
  await expect(dateline.exportDialog).toHaveCount(0);
  await expect(opener).toBeFocused();

  await dateline.openExport();
  await dateline.exportButton('Cancel').click();
  await expect(dateline.exportDialog).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('opens from the menu', async ({ dateline }) => {
  await dateline.app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('export-figure')?.click();
  });
  await expect(dateline.exportDialog).toBeVisible();
});

test('has the keyboard to itself', async ({ dateline }) => {
  await dateline.openExport();
  const { before, after } = await dateline.change(async () => {
    await dateline.exportButton('Cancel').focus();
    for (const key of ['+', 'ArrowRight', 'n', 'ControlOrMeta+e']) await dateline.page.keyboard.press(key);
  });
  expect(after).toEqual(before);
  await expect(dateline.exportDialog).toHaveCount(1);
  await expect(dateline.page.locator('.card-empty')).toHaveCount(1);
});

test('every choice of how it looks changes the preview', async ({ dateline }) => {
  test.setTimeout(120_000);
  await dateline.button('Week').click();
  await dateline.settle();
  await dateline.openExport();
  let last = await dateline.preview();
  const changes: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['view', () => dateline.exportChoice('Content', 'View').click()],
    ['whole', () => dateline.exportChoice('Content', 'Whole timeline').click()],
    [
      'dates',
      async () => {
        await dateline.exportChoice('Content', 'Date range').click();
        await dateline.exportField('From').fill('2022-08');
        await dateline.exportField('To').fill('2022-10');
      },
    ],
    ['dark', () => dateline.exportChoice('Theme', 'Dark').click()],
    ['light', () => dateline.exportChoice('Theme', 'Light').click()],
    ['transparent', () => dateline.exportChoice('Background', 'Transparent').click()],
    ['title', () => dateline.exportPart('Title').uncheck()],
    ['legend', () => dateline.exportPart('Legend').uncheck()],
    ['sources', () => dateline.exportPart('Sources').uncheck()],
    ['credit', () => dateline.exportPart('Credit').uncheck()],
    ['note', () => dateline.exportPart('Notes').uncheck()],
    ['size', () => dateline.exportSize.selectOption('A4 portrait, 300 dpi')],
  ];
  for (const [name, change] of changes) {
    await change();
    await expect.poll(() => dateline.preview().then((now) => now !== last), { message: name }).toBe(true);
    last = await dateline.preview();
  }
});

test('says what the figure will be', async ({ dateline }) => {
  await dateline.openExport();
  await expect(dateline.previewWords).toContainText(
    /^1,600 × 900 pixels · 423 × 238 mm at 96 dpi · about \d/,
  );
  await dateline.exportSize.selectOption('A3 landscape, 300 dpi');
  await expect(dateline.previewWords).toContainText('4,961 × 3,508 pixels · 420 × 297 mm at 300 dpi');
  await dateline.exportChoice('Format', 'PDF').click();
  await expect(dateline.previewWords).toContainText(/^1,587 × 1,123 pixels · 420 × 297 mm · about \d/);
  await dateline.exportSize.selectOption('Custom…');
  await expect(dateline.exportField('Width')).toHaveValue('420');
  await dateline.exportField('Height').fill('30');
  await expect(dateline.previewWords).toContainText(/[\d,]+% taller than requested, to fit all events/);
});

test('what is chosen is what is written, and Enter writes it', async ({ dateline }) => {
  await dateline.answerSaveDialog(join(folder, 'wide'));
  await dateline.openExport();
  await dateline.exportSize.selectOption('Custom…');
  await dateline.exportUnit.selectOption('in');
  await dateline.exportField('Width').fill('10');
  await dateline.exportField('Height').fill('12');
  await dateline.exportField('dpi').fill('192');
  await dateline.page.keyboard.press('Enter');
  await expect(dateline.notice).toContainText('Saved wide.png in');
  await expect(dateline.notice).toContainText('1920 × 2304 pixels');
  const { width, height } = await picture('wide.png');
  expect([width, height]).toEqual([1920, 2304]);
});

for (const [format, start] of [
  ['SVG', /^(<\?xml[^>]*>\s*)?<svg /],
  ['PDF', /^%PDF-/],
] as const) {
  test(`writes ${format}`, async ({ dateline }) => {
    await dateline.answerSaveDialog(join(folder, 'figure'));
    await dateline.openExport();
    await dateline.exportChoice('Format', format).click();
    await dateline.exportButton('Export').click();
    const name = `figure.${format.toLowerCase()}`;
    await expect(dateline.notice).toContainText(`Saved ${name} in`);
    expect(await readFile(join(folder, name), 'latin1')).toMatch(start);
  });
}

test('copies what is chosen', async ({ dateline }) => {
  await dateline.openExport();
  await dateline.exportSize.selectOption('4K, 3840 × 2160');
  await dateline.exportButton('Copy').click();
  await expect(dateline.notice).toContainText('Copied image (3840 × 2160 pixels)', {
    timeout: 30_000,
  });
  expect(await dateline.clipboardPictureSize()).toEqual({ width: 3840, height: 2160 });
});

test('the last choices come back after a restart, and are exported again without the dialog', async () => {
  const first = await Dateline.start({ theme: 'light', size: { width: 1024, height: 640 } });
  await first.answerSaveDialog(join(folder, 'first.png'));
  await first.openExport();
  await first.exportChoice('Content', 'Date range').click();
  await first.exportField('From').fill('2022-09');
  await first.exportField('To').fill('2022-10');
  await first.exportSize.selectOption('Custom…');
  await first.exportUnit.selectOption('mm');
  await first.exportField('Width').fill('180');
  await first.exportField('Height').fill('200');
  await first.exportField('dpi').fill('150');
  await first.exportChoice('Theme', 'Dark').click();
  await first.exportChoice('Background', 'Transparent').click();
  await first.exportPart('Legend').uncheck();
  await first.exportButton('Export').click();
  await expect(first.notice).toContainText('Saved first.png');
  expect(first.problems).toEqual([]);
  await first.close({ keepData: true });

  const second = await Dateline.start({
    theme: 'light',
    size: { width: 1024, height: 640 },
    dataFolder: first.dataFolder,
  });
  await second.openExport();
  await expect(second.exportChoice('Content', 'Date range').getByRole('radio')).toBeChecked();
  await expect(second.exportField('From')).toHaveValue('2022-09');
  await expect(second.exportField('To')).toHaveValue('2022-10');
  await expect(second.exportField('Width')).toHaveValue('180');
  await expect(second.exportField('Height')).toHaveValue('200');
  await expect(second.exportUnit).toHaveValue('mm');
  await expect(second.exportField('dpi')).toHaveValue('150');
  await expect(second.exportChoice('Theme', 'Dark').getByRole('radio')).toBeChecked();
  await expect(second.exportChoice('Background', 'Transparent').getByRole('radio')).toBeChecked();
  await expect(second.exportPart('Legend')).not.toBeChecked();
  await expect(second.exportPart('Title')).toBeChecked();
  await second.page.keyboard.press('Escape');
  await expect(second.exportDialog).toHaveCount(0);

  await second.answerSaveDialog(join(folder, 'second.png'));
  await second.page.keyboard.press('ControlOrMeta+Shift+e');
  await expect(second.notice).toContainText('Saved second.png');
  await expect(second.exportDialog).toHaveCount(0);
  expect((await picture('second.png')).data.equals((await picture('first.png')).data)).toBe(true);
  expect(second.problems).toEqual([]);
  await second.close();
});

test('without a figure before, the quick export opens the dialog', async ({ dateline }) => {
  await dateline.page.keyboard.press('ControlOrMeta+Shift+e');
  await expect(dateline.exportDialog).toBeVisible();
});

test('a long export shows progress, and leaves nothing when it is cancelled', async ({ dateline }) => {
  await dateline.answerSaveDialog(join(folder, 'large.png'));
  await dateline.openExport();
  await dateline.exportSize.selectOption('Custom…');
  await dateline.exportField('Width').fill('1600');
  await dateline.exportField('Height').fill('1200');
  await dateline.exportField('Scale').fill('8');
  await dateline.exportButton('Export').click();
  await expect(dateline.exportDialog.getByRole('progressbar')).toBeVisible();
  await expect(dateline.exportDialog).toContainText('Exporting figure…');
  await dateline.exportButton('Cancel').click();
  await expect(dateline.exportButton('Export')).toBeEnabled();
  await expect(dateline.exportDialog.getByRole('progressbar')).toHaveCount(0);
  expect(await readdir(folder)).toEqual([]);

  await dateline.exportSize.selectOption('Web, 1600 × 900');
  await dateline.exportButton('Export').click();
  await expect(dateline.notice).toContainText('Saved large.png');
  expect(await readdir(folder)).toEqual(['large.png']);
});

for (const { field, other, from, to } of [
  { field: 'From', other: 'To', from: '2022-13', to: '2022' },
  { field: 'To', other: 'From', from: '2022', to: 'soon' },
] as const) {
  test(`a wrong date is named at “${field}”`, async ({ dateline }) => {
    await dateline.openExport();
    await dateline.exportChoice('Content', 'Date range').click();
    await dateline.exportField('From').fill(from);
    await dateline.exportField('To').fill(to);
    const wrong = field === 'From' ? from : to;
    await expect(dateline.exportField(field)).toHaveAccessibleDescription(new RegExp(wrong));
    await expect(dateline.exportField(field)).toHaveAttribute('aria-invalid', 'true');
    await expect(dateline.exportField(other)).toHaveAttribute('aria-invalid', 'false');
    await expect(dateline.exportButton('Export')).toBeDisabled();
    await dateline.exportField(field).fill('2022');
    await expect(dateline.exportField(field)).toHaveAttribute('aria-invalid', 'false');
    await expect(dateline.exportButton('Export')).toBeEnabled();
  });
}

test('what is too large is refused with its sentence', async ({ dateline }) => {
  await dateline.openExport();
  await dateline.exportSize.selectOption('Custom…');
  await dateline.exportField('Scale').fill('8');
  await dateline.exportField('Width').fill('2049');
  const sentence =
    'This image would be 16,392 × 7,200 pixels, and a PNG can have at most 16,384 a side. Choose a smaller size or resolution.';
  await expect(dateline.page.getByRole('alert')).toHaveText(sentence);
  await expect(dateline.exportButton('Export')).toBeDisabled();
  await expect(dateline.exportButton('Export')).toHaveAccessibleDescription(sentence);
  await dateline.exportChoice('Format', 'SVG').click();
  await expect(dateline.page.getByRole('alert')).toHaveCount(0);
  await expect(dateline.exportButton('Export')).toBeEnabled();
});
