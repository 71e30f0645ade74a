// Lanes are hidden, shown and moved, by mouse and by keyboard, and all that the window shows follows.
import { readFile } from 'node:fs/promises';
import { expect, test } from './dateline.ts';

const LANES = ['Afghanistan', 'CSTO', 'SCO', 'Kyrgyz–Tajik border'];

test('a lane is hidden by its button, and its events go everywhere', async ({ dateline }) => {
  expect(await dateline.lanes.titles()).toEqual(LANES);
  const before = await dateline.timeline.edgeColour('SCO summit');
  await dateline.timeline.select('CSTO summit, Dushanbe');
  await dateline.lanes.label('CSTO').hover();
  await dateline.button('Hide lane CSTO').click();
  await expect(dateline.lanes.rows).toHaveCount(3);
  expect(await dateline.lanes.titles()).toEqual(['Afghanistan', 'SCO', 'Kyrgyz–Tajik border']);
  await expect(dateline.timeline.marks).toHaveCount(3);
  await expect(dateline.eventsInView).toHaveText('3 of 3 events in view');
  await expect(dateline.toolbar).toContainText('3 of 5 events');
  await expect(dateline.overview.lanes).toHaveCount(3);
  // What was selected in the lane is gone with it.
  await expect(dateline.card.root).toContainText('Select an event');
  await expect(dateline.announcement).toHaveText(
    'CSTO hidden. Lanes: Afghanistan, SCO, Kyrgyz–Tajik border.',
  );
  expect(await dateline.timeline.edgeColour('SCO summit')).toBe(before);

  for (const title of ['Fall of Kabul', 'SCO summit', 'Zas–Kulubaev meeting']) {
    await dateline.page.keyboard.press('n');
    await expect(dateline.card.heading).toHaveText(title);
  }
});

test('the lanes fill the height, however many are shown', async ({ dateline }) => {
  const bottom = () => dateline.lanes.rows.last().evaluate((lane) => lane.getBoundingClientRect().bottom);
  const before = await bottom();
  for (const title of ['CSTO', 'SCO']) {
    await dateline.lanes.label(title).focus();
    await dateline.page.keyboard.press('h');
    await expect(dateline.lanes.label(title)).toHaveCount(0);
    expect(Math.abs((await bottom()) - before)).toBeLessThanOrEqual(4);
  }
});

test('lanes are moved and hidden by keyboard alone, and every step is taken back', async ({ dateline }) => {
  const { page } = dateline;
  await dateline.lanes.label('Kyrgyz–Tajik border').focus();
  await page.keyboard.press('Alt+ArrowUp');
  expect(await dateline.lanes.titles()).toEqual(['Afghanistan', 'CSTO', 'Kyrgyz–Tajik border', 'SCO']);
  await expect(dateline.lanes.label('Kyrgyz–Tajik border')).toBeFocused();
  await expect(dateline.announcement).toContainText('Lanes: Afghanistan, CSTO, Kyrgyz–Tajik border, SCO.');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(dateline.lanes.label('Afghanistan')).toBeFocused();
  await page.keyboard.press('Delete');
  expect(await dateline.lanes.titles()).toEqual(['Kyrgyz–Tajik border', 'CSTO', 'SCO']);
  // It is for oneself: the document has no changes.
  await expect(page).not.toHaveTitle(/^• /);
  // The focus goes to a lane that is there.
  await expect(dateline.lanes.label('Kyrgyz–Tajik border')).toBeFocused();

  await page.keyboard.press('ControlOrMeta+z');
  expect(await dateline.lanes.titles()).toEqual(['Afghanistan', 'Kyrgyz–Tajik border', 'CSTO', 'SCO']);
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  expect(await dateline.lanes.titles()).toEqual(LANES);
  await page.keyboard.press('ControlOrMeta+z');
  expect(await dateline.lanes.titles()).toEqual(LANES);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  expect(await dateline.lanes.titles()).toEqual(['Afghanistan', 'CSTO', 'Kyrgyz–Tajik border', 'SCO']);
  await dateline.menu.choose('reset-lanes');
  await expect.poll(() => dateline.lanes.titles()).toEqual(LANES);
});

test('a lane is dragged over another and takes its place; Escape lets it be', async ({ dateline }) => {
  const { page } = dateline;
  const window = await dateline.timeline.window();
  const from = await dateline.lanes.label('Afghanistan').boundingBox();
  const to = await dateline.lanes.label('SCO').boundingBox();
  if (from === null || to === null) throw new Error('The lanes are not drawn.');
  const drag = async () => {
    await page.mouse.move(from.x + 20, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, from.y + 60);
    await page.mouse.move(to.x + 20, to.y + 10, { steps: 4 });
  };
  await drag();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await dateline.lanes.titles()).toEqual(LANES);
  await drag();
  await page.mouse.up();
  await expect
    .poll(() => dateline.lanes.titles())
    .toEqual(['CSTO', 'SCO', 'Afghanistan', 'Kyrgyz–Tajik border']);
  // Neither has the drag moved through time, nor has its end been taken for a click.
  expect(await dateline.timeline.window()).toEqual(window);
  await expect(dateline.lanes.list).toHaveCount(0);
  const tops = await Promise.all(
    ['CSTO summit, Dushanbe', 'SCO summit', 'Fall of Kabul'].map(async (title) => {
      const box = await dateline.timeline.mark(title).boundingBox();
      return box?.y ?? 0;
    }),
  );
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
});

test('the list of lanes shows hidden ones again, and moves them', async ({ dateline }) => {
  const { page, lanes } = dateline;
  const open = dateline.button('Lanes');
  await open.focus();
  await page.keyboard.press('Enter');
  await expect(lanes.list).toBeVisible();
  await expect(lanes.list.getByRole('checkbox', { name: 'Afghanistan' })).toBeFocused();
  for (const title of LANES) await lanes.list.getByRole('checkbox', { name: title }).uncheck();
  const empty = dateline.timeline.root.getByText('All lanes are hidden.');
  await expect(empty).toBeVisible();
  await expect(dateline.button('0 of 4 lanes')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lanes.list).toHaveCount(0);
  await expect(dateline.button('0 of 4 lanes')).toBeFocused();

  await dateline.button('Show all lanes').click();
  await expect(empty).toHaveCount(0);
  expect(await dateline.lanes.titles()).toEqual(LANES);

  await dateline.lanes.label('SCO').click();
  await expect(lanes.list.getByRole('checkbox', { name: 'SCO' })).toBeFocused();
  await lanes.list.getByRole('button', { name: 'Move SCO up' }).click();
  await expect
    .poll(() => dateline.lanes.titles())
    .toEqual(['Afghanistan', 'SCO', 'CSTO', 'Kyrgyz–Tajik border']);
  await expect(lanes.list.getByRole('button', { name: 'Move SCO up' })).toBeFocused();
  await lanes.list.getByRole('button', { name: 'Reset' }).click();
  expect(await dateline.lanes.titles()).toEqual(LANES);
  await page.keyboard.press('Escape');
  // A press on the button closes it too.
  await open.click();
  await expect(lanes.list).toBeVisible();
  await open.click();
  await expect(lanes.list).toHaveCount(0);
});

test('a sentence whose lane is hidden brings the lane back', async ({ dateline }) => {
  await dateline.lanes.label('SCO').focus();
  await dateline.page.keyboard.press('h');
  await expect(dateline.timeline.mark('SCO summit')).toHaveCount(0);
  await dateline.article.quotes.filter({ hasText: 'The Shanghai Cooperation Organization' }).first().click();
  await expect(dateline.timeline.mark('SCO summit')).toHaveAttribute('aria-pressed', 'true');
  expect(await dateline.lanes.titles()).toEqual(LANES);
});

test('a figure has the lanes that the window shows, in their order', async ({ dateline }, info) => {
  const path = info.outputPath('figure.svg');
  await dateline.lanes.label('CSTO').focus();
  await dateline.page.keyboard.press('h');
  await dateline.lanes.label('Kyrgyz–Tajik border').focus();
  await dateline.page.keyboard.press('Alt+ArrowUp');
  await dateline.system.answerSaveDialog(path);
  await dateline.exportDialog.open();
  await dateline.exportDialog.choice('Format', 'SVG').click();
  await dateline.exportDialog.button('Export').click();
  await expect(dateline.notice).toContainText('Saved');
  const drawing = await readFile(path, 'utf8');
  expect(drawing).not.toContain('CSTO summit, Dushanbe');
  const shown = ['Afghanistan', 'Kyrgyz–Tajik border', 'SCO'];
  const titles = [...drawing.matchAll(/>(Afghanistan|CSTO|SCO|Kyrgyz–Tajik border)</g)];
  expect(titles.map(([, title]) => title)).toEqual(shown);

  await dateline.lanes.label('SCO').focus();
  for (let lanes = 3; lanes > 0; lanes -= 1) await dateline.page.keyboard.press('h');
  await dateline.exportDialog.open();
  await expect(dateline.exportDialog.root).toContainText('All lanes are hidden');
  // Nothing is on its way.
  await expect(dateline.exportDialog.previewWords).toHaveText('');
});

test('another document has its lanes as they are', async ({ dateline }) => {
  await dateline.lanes.label('CSTO').focus();
  await dateline.page.keyboard.press('h');
  await dateline.menu.choose('open-bundled-document');
  await expect.poll(() => dateline.lanes.titles()).toEqual(LANES);
  await dateline.page.keyboard.press('ControlOrMeta+z');
  expect(await dateline.lanes.titles()).toEqual(LANES);
});
