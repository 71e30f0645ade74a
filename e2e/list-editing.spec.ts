// The list as a spreadsheet: cells typed in by keyboard alone, many rows at once, pasted rows, and undo of each.
import type { Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { syntheticDocument } from '../bench/synthetic.ts';
import { expect, test, type Dateline } from './dateline.ts';

const TITLES = [
  'Fall of Kabul',
  'CSTO summit in Dushanbe',
  'SCO summit',
  'CSTO foreign ministers’ working meeting',
  'Zas–Kulubaev meeting',
];

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe-core objects to, one line an element. */
async function objections({ page }: Dateline): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readFile(axe, 'utf8'));
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

/** Puts text on the clipboard and pastes it by the keyboard. */
async function paste({ app, page }: Dateline, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+v');
}

test('a cell is changed by keyboard alone: opened, kept, left without change', async ({ dateline }) => {
  const { list, page } = dateline;
  await list.open();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect(list.cell('CSTO summit in Dushanbe', 'date')).toBeFocused();
  // F2 opens a cell with what stands in it, and Esc leaves it as it was.
  await page.keyboard.press('F2');
  await expect(list.field).toBeFocused();
  await expect(list.field).toHaveValue('16 September 2021');
  await expect(list.field).toHaveAccessibleName(/Date of .*CSTO summit in Dushanbe/);
  await page.keyboard.type('1999');
  await expect(list.hint).toContainText('1999');
  await page.keyboard.press('Escape');
  await expect(list.field).toHaveCount(0);
  await expect(list.cell('CSTO summit in Dushanbe', 'date')).toBeFocused();
  await expect(list.cell('CSTO summit in Dushanbe', 'date')).toHaveText('16 Sep 2021');
  // Typing replaces it, and Enter keeps it and goes down. The row stays where it is.
  await page.keyboard.type('about 1850');
  await page.keyboard.press('Enter');
  await expect(list.cell('CSTO summit in Dushanbe', 'date')).toHaveAccessibleName('about 1850');
  await expect(list.cell('SCO summit', 'date')).toBeFocused();
  expect(await list.titles()).toEqual(TITLES);
  await expect(dateline.announcement).toContainText('Change date of “CSTO summit in Dushanbe”: done');
  // Sorting moves it.
  await list.head('Date').click();
  await dateline.menu.choose('show-all');
  await expect.poll(async () => (await list.titles())[0]).toBe('CSTO summit in Dushanbe');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(list.cell('CSTO summit in Dushanbe', 'date')).toHaveText('16 Sep 2021');
});

test('Tab goes from cell to cell, and each is kept as it is left', async ({ dateline }) => {
  const { list, page } = dateline;
  await list.open();
  await page.keyboard.press('F2');
  await page.keyboard.type('Kabul falls');
  await page.keyboard.press('Tab');
  await expect(list.field).toHaveValue('Afghanistan');
  await expect(list.field).toHaveRole('combobox');
  // The lanes are offered, and the arrow keys choose one.
  await expect(list.hint.getByRole('option')).toHaveText([
    'Afghanistan',
    'CSTO',
    'SCO',
    'Kyrgyz–Tajik border',
  ]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(list.field).toHaveValue('SCO');
  await page.keyboard.press('Tab');
  await expect(list.field).toHaveValue('Kabul');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Taliban; Ashraf Ghani; Amrullah Saleh');
  await page.keyboard.press('Tab');
  await page.keyboard.type('stated');
  await page.keyboard.press('Shift+Enter');
  await expect(list.row('Kabul falls').locator('td, th')).toHaveText([
    ...['15 Aug 2021', 'Kabul falls', 'SCO', 'Kabul', 'Taliban; Ashraf Ghani; Amrullah Saleh'],
    ...['Stated', 'Very high', '2'],
  ]);
  for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('ControlOrMeta+z');
  await expect(list.row('Fall of Kabul').locator('td, th').nth(2)).toHaveText('Afghanistan');
  expect(await list.titles()).toEqual(TITLES);
});

test('what is wrong is said at the cell, which stays open; a new lane is made by its name', async ({
  dateline,
}) => {
  const { list, page } = dateline;
  await list.open();
  await list.cell('SCO summit', 'date').dblclick();
  await list.field.fill('someday');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('“someday” is not a date that Dateline can read.');
  await expect(list.field).toHaveAttribute('aria-invalid', 'true');
  // It stays when something else is clicked, and comes first when another cell is to be opened.
  await list.cell('Fall of Kabul', 'place').dblclick();
  await expect(list.field).toHaveValue('someday');
  await expect(list.field).toBeFocused();
  expect(await objections(dateline)).toEqual([]);
  await list.field.fill('Sept 2021');
  await page.keyboard.press('Enter');
  await expect(list.cell('SCO summit', 'date')).toHaveText('Sep 2021');
  await list.cell('SCO summit', 'lane').click();
  await page.keyboard.type('Summits');
  await page.keyboard.press('Enter');
  await expect(list.cell('SCO summit', 'lane')).toHaveText(/Summits/);
  await dateline.button('Lanes').click();
  await expect(dateline.lanes.list).toContainText('Summits');
});

test('a click elsewhere keeps what is typed, and words in cells can still be selected', async ({
  dateline,
}) => {
  const { list, page } = dateline;
  await list.open();
  await list.cell('SCO summit', 'place').dblclick();
  await list.field.fill('Samarkand');
  await list.row('Fall of Kabul').getByRole('button').click();
  await expect(list.cell('SCO summit', 'place')).toHaveText('Samarkand');
  await expect(dateline.card.heading).toHaveText('Fall of Kabul');
  const words = await list.cell('Zas–Kulubaev meeting', 'people').boundingBox();
  if (words === null) throw new Error('no cell');
  await page.mouse.move(words.x + 14, words.y + 18);
  await page.mouse.down();
  await page.mouse.move(words.x + 90, words.y + 18);
  await page.mouse.up();
  expect(await page.evaluate(() => String(getSelection()))).not.toBe('');
  await expect(dateline.card.heading).toHaveText('Fall of Kabul');
});

test('the last row adds events, one after the other', async ({ dateline }) => {
  const { list, page } = dateline;
  await list.open();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  await expect(list.add).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Talks in Osh');
  await page.keyboard.press('Enter');
  await expect(list.add).toBeFocused();
  await page.keyboard.type('Border closed');
  await page.keyboard.press('Shift+Tab');
  await expect(list.field).toHaveAccessibleName(/Date of .*Border closed/);
  await page.keyboard.type('21 Sep 2022?');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(list.field).toHaveValue('Kyrgyz–Tajik border');
  await page.keyboard.press('Escape');
  expect(await list.titles()).toEqual([...TITLES, 'Talks in Osh', 'Border closed']);
  await expect(list.cell('Border closed', 'date')).toHaveText('21 Sep 2022 ?');
  await expect(list.cell('Talks in Osh', 'date')).toHaveText('No date');
});

/** Waits until a text field takes what is typed. */
async function fieldHasFocus(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
}

test('many rows are chosen by keys and changed at once', async ({ dateline }) => {
  const { list, page } = dateline;
  await list.open();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(list.bar).toContainText('2 selected');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(list.bar).toContainText('3 selected');
  await expect(list.row('SCO summit')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Tab');
  await expect(list.bar.getByRole('button', { name: 'Lane' })).toBeFocused();
  expect(await objections(dateline)).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await fieldHasFocus(page);
  await page.keyboard.type('summit, 2021');
  expect(await objections(dateline)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(list.head('Tags')).toBeVisible();
  for (const title of TITLES.slice(0, 3)) await expect(list.cell(title, 'tags')).toHaveText('summit, 2021');
  await expect(list.cell('Zas–Kulubaev meeting', 'tags')).toHaveText('');
  await expect(dateline.announcement).toContainText('Change tags of 3 events: done');
  await expect(list.row('SCO summit').getByRole('button')).toBeFocused();

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await fieldHasFocus(page);
  await page.keyboard.type('Summits');
  await page.keyboard.press('Enter');
  for (const title of TITLES.slice(0, 3)) await expect(list.cell(title, 'lane')).toHaveText(/Summits/);
  await list.bar.getByRole('button', { name: 'Importance' }).click();
  await fieldHasFocus(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  for (const title of TITLES.slice(0, 3)) await expect(list.cell(title, 'importance')).toHaveText('4');
  await list.bar.getByRole('button', { name: 'Place' }).click();
  await fieldHasFocus(page);
  await page.keyboard.type('Asia');
  await page.keyboard.press('Enter');
  for (const title of TITLES.slice(0, 3)) await expect(list.cell(title, 'place')).toHaveText('Asia');
  await list.bar.getByRole('button', { name: 'How it is dated' }).click();
  await list.bar.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('alert')).toContainText('Say in words how the dates are known');
  await list.bar.getByLabel('Explanation').fill('The article says so.');
  await list.bar.getByRole('button', { name: 'Apply' }).click();
  for (const title of TITLES.slice(0, 3)) await expect(list.cell(title, 'dating')).toHaveText('Stated');

  for (let steps = 0; steps < 5; steps += 1) await page.keyboard.press('ControlOrMeta+z');
  await expect(list.cell('Fall of Kabul', 'lane')).toHaveText(/Afghanistan/);
  await expect(list.cell('Fall of Kabul', 'place')).toHaveText('Kabul');
  await expect(list.cell('SCO summit', 'tags')).toHaveText('');
  await expect(list.cell('SCO summit', 'dating')).toHaveText('Derived');
});

test('rows are chosen by clicks, deleted and duplicated; two are compared', async ({ dateline }) => {
  const { list, page } = dateline;
  await list.open();
  await list.row('Fall of Kabul').click();
  await list.row('SCO summit').click({ modifiers: ['ControlOrMeta'] });
  await expect(list.bar).toContainText('2 selected');
  await expect(dateline.card.root).toContainText('Time between');
  await list.row('Zas–Kulubaev meeting').click({ modifiers: ['Shift'] });
  await expect(list.bar).toContainText('3 selected');
  await list.row('CSTO foreign ministers’ working meeting').click({ modifiers: ['ControlOrMeta'] });
  await expect(list.bar).toContainText('2 selected');
  await page.keyboard.press('Delete');
  await expect(list.bar).toHaveCount(0);
  await expect(dateline.notice).toContainText('Deleted 2 events.');
  expect(await list.titles()).toEqual([TITLES[0], TITLES[1], TITLES[3]]);
  await dateline.notice.getByRole('button', { name: 'Undo' }).click();
  // They come back to where they were, chosen as they were.
  await expect.poll(() => list.titles()).toEqual(TITLES);
  await expect(list.bar).toContainText('2 selected');

  await list.row('Fall of Kabul').click();
  await page.keyboard.press('Space');
  await page.keyboard.press('ControlOrMeta+ArrowDown');
  await page.keyboard.press('ControlOrMeta+ArrowDown');
  await page.keyboard.press('Space');
  await expect(list.bar).toContainText('2 selected');
  await page.keyboard.press('ControlOrMeta+d');
  await expect.poll(() => list.titles()).toEqual([...TITLES, 'Fall of Kabul', 'SCO summit']);
  await page.keyboard.press('ControlOrMeta+a');
  await expect(list.bar).toContainText('7 selected');
  await page.keyboard.press('Escape');
  await expect(list.bar).toHaveCount(0);
});

test('rows of a spreadsheet become events, and one undo takes them back', async ({ dateline }) => {
  const { list, page } = dateline;
  await list.open();
  await paste(
    dateline,
    [
      'When\tWhat happened\tEvent\tGroup',
      '14 Sep 2022\t\tFighting begins\tBatken',
      'when the snow melts\t\t"Road ""reopens"""\tBatken',
      '27 January 2022?\t\tTalks\tCSTO',
    ].join('\r\n'),
  );
  await expect(dateline.notice).toContainText(
    'Added 3 events. 1 date could not be read: the words are kept with the event, which has no date.',
  );
  await expect(list.bar).toContainText('3 selected');
  expect(await list.titles()).toEqual([...TITLES, 'Talks', 'Fighting begins', 'Road "reopens"']);
  await expect(list.cell('Talks', 'date')).toHaveText('27 Jan 2022 ?');
  await expect(list.cell('Fighting begins', 'lane')).toHaveText(/Batken/);
  await list.row('Road "reopens"').getByRole('button').click();
  await expect(list.cell('Road "reopens"', 'dating')).toHaveText('Imported from Clipboard, row 3');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => list.titles()).toEqual(TITLES);
  await expect(list.row('Fall of Kabul')).toHaveCount(1);

  // A single word goes into the cell of the cursor.
  await list.cell('SCO summit', 'place').click();
  await paste(dateline, 'Samarkand');
  await expect(list.field).toHaveValue('Samarkand');
  await page.keyboard.press('Enter');
  await expect(list.cell('SCO summit', 'place')).toHaveText('Samarkand');
});

test('saved after editing, the file holds what the list shows', async ({ dateline }) => {
  const path = test.info().outputPath('edited.dateline');
  await writeFile(path, JSON.stringify(syntheticDocument(3, { lanes: 2 })));
  await dateline.open(path);
  const { list, page } = dateline;
  await list.open();
  await page.keyboard.press('F2');
  await page.keyboard.type('First of all');
  // Saving keeps what is typed.
  await page.keyboard.press('ControlOrMeta+s');
  await expect(dateline.notice).toContainText('Saved');
  expect(await readFile(path, 'utf8')).toContain('"First of all"');
});

test('with 100,000 events a cell is edited in its place and a row added at the end', async ({ dateline }) => {
  const path = test.info().outputPath('many.dateline');
  await writeFile(path, JSON.stringify(syntheticDocument(100_000)));
  await dateline.open(path);
  const { list, page } = dateline;
  await list.open();
  const before = await list.titles();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('Changed');
  await page.keyboard.press('Enter');
  await expect(list.row('Changed')).toHaveAttribute('aria-rowindex', '3');
  expect((await list.titles())[2]).toBe(before[2]);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('Added');
  await page.keyboard.press('Enter');
  await expect(list.table).toHaveAttribute('aria-rowcount', '100003');
  await page.keyboard.press('ArrowUp');
  await expect(list.row('Added').getByRole('button')).toBeFocused();
  await expect(list.row('Added')).toBeInViewport();

  // All of them at once: deleted while the window goes on, and back by one undo.
  await page.keyboard.press('ControlOrMeta+a');
  await expect(page.getByRole('toolbar', { name: 'Chosen events' })).toContainText('100,001');
  await page.keyboard.press('Delete');
  await expect(dateline.notice).toContainText(/^Deleting 100,001 events: \d+%/);
  await dateline.button('Cancel').click();
  await expect(dateline.notice).toHaveCount(0);
  await expect(list.table).toHaveAttribute('aria-rowcount', '100003');
  await list.row('Added').getByRole('button').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expect(dateline.notice).toContainText('Deleted 100,001 events.', { timeout: 30_000 });
  await dateline.notice.getByRole('button', { name: 'Undo' }).click();
  await expect(list.table).toHaveAttribute('aria-rowcount', '100003', { timeout: 30_000 });
});
