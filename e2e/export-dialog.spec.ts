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
  await expect(dateline.exportDialog.root).toBeVisible();
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
  await expect(dateline.exportDialog.root).toHaveCount(0);
  await expect(opener).toBeFocused();

  await dateline.exportDialog.open();
  await dateline.exportDialog.button('Cancel').click();
  await expect(dateline.exportDialog.root).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('opens from the menu', async ({ dateline }) => {
  await dateline.menu.choose('export-figure');
  await expect(dateline.exportDialog.root).toBeVisible();
});

test('has the keyboard to itself', async ({ dateline }) => {
  await dateline.exportDialog.open();
  const { before, after } = await dateline.timeline.change(async () => {
    await dateline.exportDialog.button('Cancel').focus();
    for (const key of ['+', 'ArrowRight', 'n', 'ControlOrMeta+e']) await dateline.page.keyboard.press(key);
  });
  expect(after).toEqual(before);
  await expect(dateline.exportDialog.root).toHaveCount(1);
  await expect(dateline.card.empty).toHaveCount(1);
});

test('every choice of how it looks changes the preview', async ({ dateline }) => {
  test.setTimeout(120_000);
  await dateline.timeline.show('Week');
  await dateline.timeline.settle();
  await dateline.exportDialog.open();
  await expect(dateline.exportDialog.fold).not.toBeChecked();
  let last = await dateline.exportDialog.preview();
  const changes: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['view', () => dateline.exportDialog.choice('Content', 'View').click()],
    ['whole', () => dateline.exportDialog.choice('Content', 'Whole timeline').click()],
    ['fold', () => dateline.exportDialog.fold.check()],
    [
      'dates',
      async () => {
        await dateline.exportDialog.choice('Content', 'Date range').click();
        await dateline.exportDialog.field('From').fill('2022-08');
        await dateline.exportDialog.field('To').fill('2022-10');
      },
    ],
    ['dark', () => dateline.exportDialog.choice('Theme', 'Dark').click()],
    ['light', () => dateline.exportDialog.choice('Theme', 'Light').click()],
    ['transparent', () => dateline.exportDialog.choice('Background', 'Transparent').click()],
    ['title', () => dateline.exportDialog.part('Title').uncheck()],
    ['legend', () => dateline.exportDialog.part('Legend').uncheck()],
    ['sources', () => dateline.exportDialog.part('Sources').uncheck()],
    ['credit', () => dateline.exportDialog.part('Credit').uncheck()],
    ['note', () => dateline.exportDialog.part('Notes').check()],
    ['size', () => dateline.exportDialog.size.selectOption('A4 portrait, 300 dpi')],
  ];
  for (const [name, change] of changes) {
    await change();
    await expect
      .poll(() => dateline.exportDialog.preview().then((now) => now !== last), { message: name })
      .toBe(true);
    last = await dateline.exportDialog.preview();
  }
});

test('says what the figure will be', async ({ dateline }) => {
  await dateline.exportDialog.open();
  await expect(dateline.exportDialog.previewWords).toContainText(
    /^1,600 × 900 pixels · 423 × 238 mm at 96 dpi · about \d/,
  );
  await dateline.exportDialog.size.selectOption('A3 landscape, 300 dpi');
  await expect(dateline.exportDialog.previewWords).toContainText(
    '4,961 × 3,508 pixels · 420 × 297 mm at 300 dpi',
  );
  await dateline.exportDialog.choice('Format', 'PDF').click();
  await expect(dateline.exportDialog.previewWords).toContainText(
    /^1,587 × 1,123 pixels · 420 × 297 mm · about \d/,
  );
  await dateline.exportDialog.size.selectOption('Custom…');
  await expect(dateline.exportDialog.field('Width')).toHaveValue('420');
});

test('says where there is nothing to fold', async ({ dateline }) => {
  const { exportDialog } = dateline;
  const sentence = 'No empty span is long enough to be folded.';
  await exportDialog.open();
  await exportDialog.fold.check();
  await exportDialog.preview();
  await expect(exportDialog.previewWords).not.toContainText(sentence);
  await exportDialog.choice('Content', 'Date range').click();
  await exportDialog.field('From').fill('2022-09');
  await exportDialog.field('To').fill('2022-10');
  await expect(exportDialog.previewWords).toContainText(sentence);
});

test('what is chosen is what is written, and Enter writes it', async ({ dateline }) => {
  await dateline.system.answerSaveDialog(join(folder, 'wide'));
  await dateline.exportDialog.open();
  await dateline.exportDialog.size.selectOption('Custom…');
  await dateline.exportDialog.unit.selectOption('in');
  await dateline.exportDialog.field('Width').fill('10');
  await dateline.exportDialog.field('Height').fill('12');
  await dateline.exportDialog.field('dpi').fill('192');
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
    await dateline.system.answerSaveDialog(join(folder, 'figure'));
    await dateline.exportDialog.open();
    await dateline.exportDialog.choice('Format', format).click();
    await dateline.exportDialog.button('Export').click();
    const name = `figure.${format.toLowerCase()}`;
    await expect(dateline.notice).toContainText(`Saved ${name} in`);
    expect(await readFile(join(folder, name), 'latin1')).toMatch(start);
  });
}

test('copies what is chosen', async ({ dateline }) => {
  await dateline.exportDialog.open();
  await dateline.exportDialog.size.selectOption('4K, 3840 × 2160');
  await dateline.exportDialog.button('Copy').click();
  await expect(dateline.notice).toContainText('Copied image (3840 × 2160 pixels)', {
    timeout: 30_000,
  });
  expect(await dateline.system.clipboardPictureSize()).toEqual({ width: 3840, height: 2160 });
});

test('the last choices come back after a restart, and are exported again without the dialog', async () => {
  const first = await Dateline.start({ theme: 'light', size: { width: 1024, height: 640 } });
  await first.system.answerSaveDialog(join(folder, 'first.png'));
  await first.exportDialog.open();
  await first.exportDialog.choice('Content', 'Date range').click();
  await first.exportDialog.field('From').fill('2022-09');
  await first.exportDialog.field('To').fill('2022-10');
  await first.exportDialog.size.selectOption('Custom…');
  await first.exportDialog.unit.selectOption('mm');
  await first.exportDialog.field('Width').fill('180');
  await first.exportDialog.field('Height').fill('200');
  await first.exportDialog.field('dpi').fill('150');
  await first.exportDialog.choice('Theme', 'Dark').click();
  await first.exportDialog.choice('Background', 'Transparent').click();
  await first.exportDialog.part('Legend').uncheck();
  await expect(first.exportDialog.part('Notes')).not.toBeChecked();
  await first.exportDialog.part('Notes').check();
  await first.exportDialog.button('Export').click();
  await expect(first.notice).toContainText('Saved first.png');
  expect(first.problems).toEqual([]);
  await first.close({ keepData: true });

  const second = await Dateline.start({
    theme: 'light',
    size: { width: 1024, height: 640 },
    dataFolder: first.dataFolder,
  });
  await second.exportDialog.open();
  await expect(second.exportDialog.choice('Content', 'Date range').getByRole('radio')).toBeChecked();
  await expect(second.exportDialog.field('From')).toHaveValue('2022-09');
  await expect(second.exportDialog.field('To')).toHaveValue('2022-10');
  await expect(second.exportDialog.field('Width')).toHaveValue('180');
  await expect(second.exportDialog.field('Height')).toHaveValue('200');
  await expect(second.exportDialog.unit).toHaveValue('mm');
  await expect(second.exportDialog.field('dpi')).toHaveValue('150');
  await expect(second.exportDialog.choice('Theme', 'Dark').getByRole('radio')).toBeChecked();
  await expect(second.exportDialog.choice('Background', 'Transparent').getByRole('radio')).toBeChecked();
  await expect(second.exportDialog.part('Legend')).not.toBeChecked();
  await expect(second.exportDialog.part('Title')).toBeChecked();
  await expect(second.exportDialog.part('Notes')).toBeChecked();
  await second.page.keyboard.press('Escape');
  await expect(second.exportDialog.root).toHaveCount(0);

  await second.system.answerSaveDialog(join(folder, 'second.png'));
  await second.page.keyboard.press('ControlOrMeta+Shift+e');
  await expect(second.notice).toContainText('Saved second.png');
  await expect(second.exportDialog.root).toHaveCount(0);
  expect((await picture('second.png')).data.equals((await picture('first.png')).data)).toBe(true);
  expect(second.problems).toEqual([]);
  await second.close();
});

test('without a figure before, the quick export opens the dialog', async ({ dateline }) => {
  await dateline.page.keyboard.press('ControlOrMeta+Shift+e');
  await expect(dateline.exportDialog.root).toBeVisible();
});

test('a long export shows progress, and leaves nothing when it is cancelled', async ({ dateline }) => {
  await dateline.system.answerSaveDialog(join(folder, 'large.png'));
  await dateline.exportDialog.open();
  await dateline.exportDialog.size.selectOption('Custom…');
  await dateline.exportDialog.field('Width').fill('1600');
  await dateline.exportDialog.field('Height').fill('1200');
  await dateline.exportDialog.field('Scale').fill('8');
  await dateline.exportDialog.button('Export').click();
  await expect(dateline.exportDialog.progress).toBeVisible();
  await expect(dateline.exportDialog.root).toContainText('Exporting figure…');
  await dateline.exportDialog.button('Cancel').click();
  await expect(dateline.exportDialog.button('Export')).toBeEnabled();
  await expect(dateline.exportDialog.progress).toHaveCount(0);
  expect(await readdir(folder)).toEqual([]);

  await dateline.exportDialog.size.selectOption('Web, 1600 × 900');
  await dateline.exportDialog.button('Export').click();
  await expect(dateline.notice).toContainText('Saved large.png');
  expect(await readdir(folder)).toEqual(['large.png']);
});

for (const { field, other, from, to } of [
  { field: 'From', other: 'To', from: '2022-13', to: '2022' },
  { field: 'To', other: 'From', from: '2022', to: 'soon' },
] as const) {
  test(`a wrong date is named at “${field}”`, async ({ dateline }) => {
    await dateline.exportDialog.open();
    await dateline.exportDialog.choice('Content', 'Date range').click();
    await dateline.exportDialog.field('From').fill(from);
    await dateline.exportDialog.field('To').fill(to);
    const wrong = field === 'From' ? from : to;
    await expect(dateline.exportDialog.field(field)).toHaveAccessibleDescription(new RegExp(wrong));
    await expect(dateline.exportDialog.field(field)).toHaveAttribute('aria-invalid', 'true');
    await expect(dateline.exportDialog.field(other)).toHaveAttribute('aria-invalid', 'false');
    await expect(dateline.exportDialog.button('Export')).toBeDisabled();
    await dateline.exportDialog.field(field).fill('2022');
    await expect(dateline.exportDialog.field(field)).toHaveAttribute('aria-invalid', 'false');
    await expect(dateline.exportDialog.button('Export')).toBeEnabled();
  });
}

test('what is too large is refused with its sentence', async ({ dateline }) => {
  await dateline.exportDialog.open();
  await dateline.exportDialog.size.selectOption('Custom…');
  await dateline.exportDialog.field('Scale').fill('8');
  await dateline.exportDialog.field('Width').fill('2049');
  const sentence =
    'This image would be 16,392 × 7,200 pixels, and a PNG can have at most 16,384 a side. Choose a smaller size or resolution.';
  await expect(dateline.page.getByRole('alert')).toHaveText(sentence);
  await expect(dateline.exportDialog.button('Export')).toBeDisabled();
  await expect(dateline.exportDialog.button('Export')).toHaveAccessibleDescription(sentence);
  await dateline.exportDialog.choice('Format', 'SVG').click();
  await expect(dateline.page.getByRole('alert')).toHaveCount(0);
  await expect(dateline.exportDialog.button('Export')).toBeEnabled();
});
