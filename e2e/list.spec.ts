// The events as a table, in step with the timeline, by mouse and by keyboard alone.
import { writeFile } from 'node:fs/promises';
import { syntheticDocument } from '../bench/synthetic.ts';
import { expect, test } from './dateline.ts';

const TITLES = [
  'Fall of Kabul',
  'CSTO summit in Dushanbe',
  'SCO summit',
  'CSTO foreign ministers’ working meeting',
  'Zas–Kulubaev meeting',
];

test('the app starts on the timeline, and Ctrl+L, the button and the menu lead to the list and back', async ({
  dateline,
}) => {
  await expect(dateline.list.table).toHaveCount(0);
  await dateline.page.keyboard.press('ControlOrMeta+l');
  await expect(dateline.list.table).toBeVisible();
  await expect(dateline.timeline.root).toHaveCount(0);
  await expect(dateline.panel.root).toBeVisible();
  await dateline.button('List').click();
  await expect(dateline.timeline.root).toBeVisible();
  await dateline.menu.choose('toggle-list');
  await expect(dateline.list.table).toBeVisible();
});

test('each row says when, what, in which lane, where, who, how it is known and by how many sources', async ({
  dateline,
}) => {
  await dateline.list.open();
  expect(await dateline.list.titles()).toEqual(TITLES);
  await expect(dateline.list.table.getByRole('columnheader')).toHaveText([
    ...['Date', 'Event', 'Lane', 'Place', 'Participants', 'Dating', 'Confidence', 'Sources'],
  ]);
  const row = dateline.list.row('CSTO foreign ministers’ working meeting');
  await expect(row.locator('th, td')).toHaveText([
    '21 Sep 2022 ?',
    'CSTO foreign ministers’ working meeting',
    'CSTO',
    'New York',
    'CSTO foreign ministers; Sirojiddin Muhriddin',
    'Other source',
    'Medium',
    '1',
  ]);
  // The whole date is read out, and shown to a pointer that rests on it.
  const date = row.getByRole('gridcell', { name: '21 September 2022, uncertain' });
  await expect(date).toHaveAttribute('title', '21 September 2022, uncertain');
  await expect(row.getByRole('button')).toHaveAccessibleDescription(
    '21 September 2022, uncertain Other source Medium',
  );
  await expect(dateline.list.table).toHaveAttribute('aria-rowcount', '7');
  await expect(row).toHaveAttribute('aria-rowindex', '5');
});

test('a press on a head sorts, and another turns the order', async ({ dateline }) => {
  await dateline.list.open();
  const head = (name: string) => dateline.list.table.getByRole('columnheader', { name, exact: true });
  await expect(head('Date')).toHaveAttribute('aria-sort', 'ascending');
  await dateline.list.head('Date').click();
  expect(await dateline.list.titles()).toEqual(TITLES.toReversed());
  await expect(head('Date')).toHaveAttribute('aria-sort', 'descending');
  await dateline.list.head('Event').click();
  expect(await dateline.list.titles()).toEqual(TITLES.toSorted((a, b) => a.localeCompare(b, 'en')));
  await expect(head('Event')).toHaveAttribute('aria-sort', 'ascending');
  await expect(head('Date')).not.toHaveAttribute('aria-sort');
});

test('the list has the events in view, or all of the lanes that are shown', async ({ dateline }) => {
  await dateline.timeline.select('SCO summit');
  await dateline.timeline.show('Week');
  await dateline.timeline.settle();
  const { page } = dateline;
  await page.keyboard.press('n');
  await page.keyboard.press('p');
  await dateline.timeline.settle();
  await dateline.list.open();
  await expect(dateline.list.rows).toHaveCount(2);
  await expect(dateline.eventsInView).toHaveText('2 of 5 events in view');
  await expect(dateline.list.row('SCO summit').getByRole('button')).toHaveAttribute('aria-pressed', 'true');
  await dateline.menu.choose('show-all');
  await expect(dateline.list.rows).toHaveCount(5);
  await dateline.menu.choose('show-day');
  await dateline.page
    .getByRole('group', { name: 'Events to list' })
    .getByRole('button', { name: 'All' })
    .click();
  await expect(dateline.list.rows).toHaveCount(5);
  await dateline.button('Lanes').click();
  await dateline.lanes.list.getByRole('checkbox', { name: 'CSTO' }).uncheck();
  await expect(dateline.list.rows).toHaveCount(3);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.list.rows).toHaveCount(5);
});

test('what is selected in the list is selected on the timeline, which goes there, and the other way round', async ({
  dateline,
}) => {
  const { page } = dateline;
  await page.keyboard.press('3');
  await dateline.list.open();
  await dateline.page
    .getByRole('group', { name: 'Events to list' })
    .getByRole('button', { name: 'All' })
    .click();
  await dateline.list.row('Zas–Kulubaev meeting').click();
  await expect(dateline.card.root).toContainText('3 October 2022');
  await expect(dateline.article.selectedQuotes.first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+l');
  await expect(dateline.timeline.mark('Zas–Kulubaev meeting')).toHaveAttribute('aria-pressed', 'true');
  await expect(dateline.timeline.mark('Zas–Kulubaev meeting')).toBeInViewport();
  await page.keyboard.press('p');
  await dateline.list.open();
  const other = dateline.list.row('CSTO foreign ministers’ working meeting').getByRole('button');
  await expect(other).toHaveAttribute('aria-pressed', 'true');
  await dateline.list.row('Fall of Kabul').click({ modifiers: ['ControlOrMeta'] });
  await expect(dateline.card.root).toContainText('Time between');
});

test('by keyboard alone: through the rows, to a card, sorted, copied and back', async ({ dateline }) => {
  const { page } = dateline;
  await dateline.list.open();
  const row = (title: string) => dateline.list.row(title).getByRole('button');
  await expect(row('Fall of Kabul')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(row('SCO summit')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dateline.card.heading).toHaveText('SCO summit');
  await expect(row('SCO summit')).toBeFocused();
  await page.keyboard.press('End');
  await expect(row('Zas–Kulubaev meeting')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(dateline.list.add).toBeFocused();
  await page.keyboard.press('Home');
  await expect(row('Fall of Kabul')).toBeFocused();
  // Out of the rows by one Tab backwards, onto the last head.
  await page.keyboard.press('Shift+Tab');
  await expect(dateline.list.head('Sources')).toBeFocused();
  await page.keyboard.press('Enter');
  expect((await dateline.list.titles())[0]).toBe('SCO summit');
  await dateline.button('Copy list').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dateline.notice).toContainText('Copied 5 rows as CSV.');
  await expect(dateline.button('Copy list')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+l');
  await expect(dateline.timeline.root).toBeFocused();
});

test('the list is copied as text, CSV and Markdown, as it is shown', async ({ dateline }) => {
  await dateline.list.open();
  await dateline.list.head('Date').click();
  const copy = async (name: string) => {
    await dateline.button('Copy list').click();
    await dateline.page.getByRole('menuitem', { name }).click();
    await expect(dateline.notice).toContainText(`5 rows ${name.replace('As', 'as')}`);
    return dateline.system.clipboardText();
  };
  const text = (await copy('As text')).split('\n').map((line) => line.split('\t'));
  expect(text[0]).toEqual([
    'Date',
    'Event',
    'Lane',
    'Place',
    'Participants',
    'Dating',
    'Confidence',
    'Sources',
  ]);
  expect(text.slice(1).map(([, title]) => title)).toEqual(TITLES.toReversed());
  const csv = (await copy('As CSV')).split('\r\n');
  expect(csv).toHaveLength(7);
  expect(csv[2]).toMatch(
    /^"21 September 2022, uncertain",CSTO foreign ministers’ working meeting,CSTO,New York,/,
  );
  const markdown = (await copy('As Markdown')).split('\n');
  expect(markdown[1]).toBe('| --- | --- | --- | --- | --- | --- | --- | --- |');
  expect(markdown[6]).toMatch(/^\| 15 August 2021 \| Fall of Kabul \| Afghanistan \| Kabul \|/);
});

test('a title that a spreadsheet would run is copied as text', async ({ dateline }) => {
  const path = test.info().outputPath('formula.dateline');
  const made = syntheticDocument(1, { lanes: 1 });
  const [event] = made.events;
  await writeFile(path, JSON.stringify({ ...made, events: [{ ...event, title: '=HYPERLINK("x")|<b>' }] }));
  await dateline.open(path);
  await dateline.list.open();
  await expect(dateline.list.rows.locator('th')).toHaveText('=HYPERLINK("x")|<b>');
  const copy = async (name: string) => {
    await dateline.button('Copy list').click();
    await dateline.page.getByRole('menuitem', { name }).click();
    await expect(dateline.notice).toContainText(`1 row ${name.replace('As', 'as')}`);
    return dateline.system.clipboardText();
  };
  expect(await copy('As text')).toContain(`\t'=HYPERLINK("x")|<b>\t`);
  expect(await copy('As CSV')).toContain(`,"'=HYPERLINK(""x"")|<b>",`);
  expect(await copy('As Markdown')).toContain('| =HYPERLINK("x")\\|\\<b> |');
});

test('of 100,000 events the list draws some dozens, and goes from the first to the last', async ({
  dateline,
}) => {
  const path = test.info().outputPath('many.dateline');
  await writeFile(path, JSON.stringify(syntheticDocument(100_000)));
  await dateline.open(path);
  const { page } = dateline;
  await dateline.list.open();
  await expect(dateline.list.table).toHaveAttribute('aria-rowcount', '100002');
  const drawn = async () => {
    expect(await dateline.list.rows.count()).toBeLessThan(60);
    expect(await page.evaluate(() => document.querySelectorAll('.list *').length)).toBeLessThan(1_200);
  };
  await drawn();
  const focused = () => page.locator('tr:has(:focus)').getAttribute('aria-rowindex');
  expect(await focused()).toBe('2');
  await page.keyboard.press('End');
  await expect.poll(focused).toBe('100001');
  await expect(page.locator(':focus')).toBeInViewport();
  await drawn();
  // Scrolled far away, the row of the keyboard keeps the focus.
  await dateline.list.scroll.evaluate((element) => {
    element.scrollTop = 0;
  });
  await expect(dateline.list.rows.first()).toHaveAttribute('aria-rowindex', '2');
  expect(await focused()).toBe('100001');
  await drawn();
  await page.keyboard.press('ArrowUp');
  await expect.poll(focused).toBe('100000');
  await expect(page.locator(':focus')).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(dateline.card.root).toContainText('Where the date comes from');
  await dateline.list.head('Event').click();
  await drawn();
});

test('with text at 200 % the list can be read and used at 1024 × 640', async ({ dateline }) => {
  await dateline.resize(1024, 640);
  await dateline.enlargeText(2);
  await dateline.list.open();
  expect(await dateline.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  for (const title of TITLES) {
    const row = dateline.list.row(title).getByRole('button');
    await row.scrollIntoViewIfNeeded();
    await row.click();
    await expect(dateline.card.heading).toHaveText(title);
  }
  await dateline.button('Copy list').click();
  await dateline.page.getByRole('menuitem', { name: 'As text' }).click();
  await expect(dateline.notice).toContainText('Copied 5 rows');
});
