// Lanes of the document: added, renamed, coloured, ordered, merged and deleted, by mouse and by keyboard, each undone.
import type { Locator } from '@playwright/test';
import { expect, test, type Dateline } from './dateline.ts';
import { objections } from './objections.ts';

const LANES = ['Afghanistan', 'CSTO', 'SCO', 'Kyrgyz–Tajik border'];

/** A form, by its heading. */
function form(dateline: Dateline, heading: string): Locator {
  return dateline.page.getByRole('dialog', { name: heading, exact: true });
}

/** An item of the menu of a lane. */
function item(dateline: Dateline, name: string): Locator {
  return dateline.page.getByRole('menuitem', { name });
}

/** Undoes the last change and redoes it, and looks at the lanes each time. */
async function undoAndRedo(
  dateline: Dateline,
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  await expect.poll(() => dateline.lanes.titles()).toEqual(after);
  await dateline.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => dateline.lanes.titles()).toEqual(before);
  await dateline.page.keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(() => dateline.lanes.titles()).toEqual(after);
}

test('a lane is renamed and coloured by keyboard alone, and the focus comes back to its name', async ({
  dateline,
}) => {
  const { page } = dateline;
  await dateline.lanes.label('CSTO').focus();
  await page.keyboard.press('F2');
  const lane = form(dateline, 'Lane');
  await expect(lane.getByLabel('Name')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('sco');
  await page.keyboard.press('Tab');
  await expect(lane.getByRole('alert')).toHaveText(
    'Another lane is called “sco”: choose another name, or merge the two.',
  );
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Treaty');
  expect(await objections(dateline)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(lane).toHaveCount(0);
  await expect(dateline.lanes.label('Treaty')).toBeFocused();
  const renamed = ['Afghanistan', 'Treaty', 'SCO', 'Kyrgyz–Tajik border'];
  await undoAndRedo(dateline, LANES, renamed);

  const colour = () => dateline.lanes.label('Treaty').evaluate((label) => getComputedStyle(label).color);
  const before = await colour();
  await dateline.lanes.label('Treaty').focus();
  await page.keyboard.press('Shift+F10');
  await expect(item(dateline, 'Rename…')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(lane.getByRole('radio', { name: 'In turn' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(lane.getByRole('radio', { name: 'Red' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect.poll(colour).not.toBe(before);
  const red = await colour();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(colour).toBe(before);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(colour).toBe(red);
});

test('a lane has a colour of its own, and what is none is said', async ({ dateline }) => {
  // A key that leads out of the menu closes it.
  const menu = dateline.page.getByRole('menu');
  await dateline.lanes.label('SCO').click({ button: 'right' });
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await dateline.page.keyboard.press('ControlOrMeta+f');
  await expect(dateline.find.field).toBeFocused();
  await expect(menu).toHaveCount(0);
  await dateline.page.keyboard.press('Escape');
  await dateline.lanes.label('SCO').click({ button: 'right' });
  expect(await objections(dateline)).toEqual([]);
  await item(dateline, 'Colour…').click();
  const lane = form(dateline, 'Lane');
  await lane.getByLabel('A colour of its own').fill('reddish');
  await lane.getByLabel('Name').focus();
  await expect(lane.getByRole('alert')).toHaveText('Type a colour such as #1d6a8a.');
  await lane.getByLabel('A colour of its own').fill('#0A7A0A');
  await lane.getByRole('button', { name: 'Done' }).click();
  await expect(lane).toHaveCount(0);
  const [red = 0, green = 0] = await dateline.lanes
    .label('SCO')
    .evaluate((label) => (getComputedStyle(label).color.match(/\d+/g) ?? []).map(Number));
  expect(green).toBeGreaterThan(red + 50);
});

test('a lane is added and gets its name; the order of the reader becomes that of the document', async ({
  dateline,
}) => {
  const { page } = dateline;
  await dateline.menu.choose('add-lane');
  const lane = form(dateline, 'Lane');
  await expect(lane.getByLabel('Name')).toHaveValue('New lane');
  await page.keyboard.type('Ferries');
  await page.keyboard.press('Enter');
  await expect(lane).toHaveCount(0);
  await expect.poll(() => dateline.lanes.titles()).toEqual([...LANES, 'Ferries']);

  await dateline.button('Lanes').click();
  await dateline.lanes.list.getByRole('button', { name: 'Move Ferries up' }).click();
  expect(await objections(dateline)).toEqual([]);
  await dateline.button('Keep order').click();
  await expect(dateline.button('Reset')).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  const kept = ['Afghanistan', 'CSTO', 'SCO', 'Ferries', 'Kyrgyz–Tajik border'];
  await expect.poll(() => dateline.lanes.titles()).toEqual(kept);
  // The reader keeps the order when the document gives it up, and the document takes it again.
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.announcement).toHaveText('Undone: Order lanes');
  await dateline.menu.choose('reset-lanes');
  await expect.poll(() => dateline.lanes.titles()).toEqual([...LANES, 'Ferries']);
});

test('a lane is merged into another, and one is deleted with its events or without; Undo brings all back', async ({
  dateline,
}) => {
  const { page } = dateline;
  await dateline.lanes.label('CSTO').click({ button: 'right' });
  await item(dateline, 'Merge into…').click();
  const merging = form(dateline, 'Merge lane “CSTO”');
  await expect(merging).toContainText('Its 2 events go into');
  await merging.getByLabel('Lane').selectOption('SCO');
  expect(await objections(dateline)).toEqual([]);
  await merging.getByRole('button', { name: 'Merge' }).click();
  await expect(dateline.notice).toContainText('Merged the lane “CSTO” into “SCO”.');
  await undoAndRedo(dateline, LANES, ['Afghanistan', 'SCO', 'Kyrgyz–Tajik border']);
  await expect(dateline.toolbar).toContainText('5 events');
  await dateline.timeline.select('CSTO summit, Dushanbe');
  await expect(dateline.card.lane).toContainText('SCO');

  // An event of a lane that is deleted goes into another, or with it.
  await dateline.lanes.label('Afghanistan').click({ button: 'right' });
  await item(dateline, 'Delete…').click();
  const deleting = form(dateline, 'Delete lane “Afghanistan”');
  await expect(deleting).toContainText('What becomes of its 1 event?');
  expect(await objections(dateline)).toEqual([]);
  await deleting.getByRole('button', { name: 'Cancel' }).click();
  expect(await dateline.lanes.titles()).toHaveLength(3);
  await dateline.lanes.label('Afghanistan').click({ button: 'right' });
  await item(dateline, 'Delete…').click();
  await deleting.getByRole('radio', { name: 'Delete too' }).check();
  await deleting.getByRole('button', { name: 'Delete lane' }).click();
  await undoAndRedo(dateline, ['Afghanistan', 'SCO', 'Kyrgyz–Tajik border'], ['SCO', 'Kyrgyz–Tajik border']);
  await expect(dateline.toolbar).toContainText('4 events');
  await expect(dateline.notice).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.toolbar).toContainText('5 events');

  // Without events there is nothing to ask.
  await dateline.menu.choose('add-lane');
  await expect(form(dateline, 'Lane').getByLabel('Name')).toBeFocused();
  await page.keyboard.press('Escape');
  await dateline.lanes.label('New lane').click({ button: 'right' });
  await item(dateline, 'Delete…').click();
  await expect(dateline.notice).toContainText('Deleted the lane “New lane”.');
});

test('a change of lanes is drawn once, in a new timeline: the one before it is not drawn again', async ({
  dateline,
}) => {
  const { page } = dateline;
  await dateline.timeline.settle();
  await page.evaluate(() => {
    const before = document.querySelector<HTMLElement>('.timeline') ?? document.body;
    // Each drawing notes its window, also where that is the same.
    new MutationObserver(() => before.ownerDocument.body.toggleAttribute('data-drawn-again', true)).observe(
      before,
      { attributeFilter: ['data-window'] },
    );
    before.toggleAttribute('data-before', true);
  });
  await dateline.menu.choose('add-lane');
  await expect(page.locator('.timeline[data-window]:not([data-before])')).toHaveCount(1);
  await expect(dateline.lanes.label('New lane')).toBeVisible();
  await expect(page.locator('body')).not.toHaveAttribute('data-drawn-again');
});

test('the last lane stays', async ({ dateline }) => {
  for (const title of LANES.slice(0, -1)) {
    await dateline.lanes.label(title).click({ button: 'right' });
    await item(dateline, 'Merge into…').click();
    await form(dateline, `Merge lane “${title}”`).getByRole('button', { name: 'Merge' }).click();
    await expect(dateline.lanes.label(title)).toHaveCount(0);
  }
  await dateline.lanes.label('Kyrgyz–Tajik border').click({ button: 'right' });
  await item(dateline, 'Delete…').click();
  await expect(dateline.notice).toContainText('This is the only lane');
  await expect(dateline.lanes.rows).toHaveCount(1);
});
