// A document of version 2 in the real app: what it adds is shown, read and found, and what nobody knows is named.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { contrast, GROUNDS, laneColours } from '../src/shared/document/lane-colours.ts';
import { expect, test } from './dateline.ts';
import { WEB, writeFigure } from './figures.ts';

const FILE = join(import.meta.dirname, 'fixtures/format-two.dateline');
const UNDATED_FILE = join(import.meta.dirname, 'fixtures/no-dates.dateline');

const IN_ORDER = [
  'The reservoir is begun',
  'Talks on the water',
  'A law is passed',
  'The valley is surveyed',
  'The law is appealed',
];

/** A colour of a computed style as `#rrggbb`. */
async function colourOf(element: Locator, property: 'color' | 'backgroundColor'): Promise<string> {
  const value = await element.evaluate((one, name) => getComputedStyle(one)[name], property);
  const channels = value.match(/\d+/g)?.slice(0, 3).map(Number) ?? [];
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

test('fields that nobody knows are named in a notice as the document is opened', async ({ dateline }) => {
  await dateline.open(FILE);
  await expect(dateline.notice.locator('p')).toHaveText(
    'Dateline does not know 2 fields of this document. It keeps what they hold, and does not show it.',
  );
  await expect(dateline.notice.locator('li')).toHaveText([
    '“licence” in the document',
    '“mood” in events[0] “The valley is surveyed” and 2 more places',
  ]);
  await dateline.notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(dateline.notice).toHaveCount(0);
});

test('the card shows description, tags, importance, and where the date was imported from', async ({
  dateline,
}) => {
  await dateline.open(FILE);
  await dateline.page.keyboard.press('n');
  await expect(dateline.card.heading).toHaveText('The reservoir is begun');
  await expect(dateline.card.description).toHaveText([
    'Two hundred workers come from both sides.',
    'The dam is to be forty metres high.',
  ]);
  await expect(dateline.card.root.getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveText([
    'water',
    'planning',
  ]);
  await expect(dateline.card.root).toContainText('Importance 5 of 5');
  await dateline.page.keyboard.press('n');
  await expect(dateline.card.root).toContainText('Imported from a file. Row 3 of talks.xlsx.');
  await expect(dateline.card.root).not.toContainText('Importance');
  await dateline.page.keyboard.press('n');
  await expect(dateline.card.root).toContainText('3 November 2020');
  await expect(dateline.card.root).not.toContainText('Importance');
  await expect(dateline.card.root).not.toContainText('Where the date comes from');
});

test('an event without a date is reached from the last, shows its card and moves no window', async ({
  dateline,
}) => {
  await dateline.open(FILE);
  for (const title of IN_ORDER.slice(0, 3)) {
    await dateline.page.keyboard.press('n');
    await expect(dateline.card.heading).toHaveText(title);
  }
  const { before, after } = await dateline.timeline.change(async () => {
    await dateline.page.keyboard.press('n');
  });
  expect(after).toEqual(before);
  await expect(dateline.card.heading).toHaveText('The valley is surveyed');
  await expect(dateline.card.date).toHaveText('No date yet');
  await expect(dateline.card.root).toContainText('Where the event comes from');
  await expect(dateline.card.root).toContainText(
    'Imported from a file. Row 14 of works.csv says “in spring”.',
  );
  await expect(dateline.card.root.getByRole('note')).toContainText('come from a list of the company');
  await expect(dateline.timeline.root).not.toContainText('The valley is surveyed');
  await dateline.page.keyboard.press('n');
  await expect(dateline.card.heading).toHaveText('The law is appealed');
  await expect(dateline.card.root).toContainText('Importance 1 of 5');
  // With Shift there is nothing to compare with: the other is selected alone.
  await dateline.page.keyboard.press('Shift+p');
  await expect(dateline.card.heading).toHaveText('The valley is surveyed');
  await dateline.page.keyboard.press('p');
  await expect(dateline.card.heading).toHaveText('A law is passed');
  await expect(dateline.statusBar).toContainText('3 of 3 events in view · 2 events without a date');
});

test('the list has events without a date last, whichever way it is sorted by date', async ({ dateline }) => {
  await dateline.open(FILE);
  await dateline.list.open();
  expect(await dateline.list.titles()).toEqual(IN_ORDER);
  await expect(dateline.list.row('The valley is surveyed').locator('td').first()).toHaveText('No date');
  await dateline.list.head('Date').click();
  const [first, second, third, ...undated] = IN_ORDER;
  expect(await dateline.list.titles()).toEqual([third, second, first, ...undated]);
  await dateline.list.row('The law is appealed').getByRole('button').click();
  await expect(dateline.card.date).toHaveText('No date yet');
});

test('search finds descriptions, tags and events without a date', async ({ dateline }) => {
  await dateline.open(FILE);
  await dateline.page.keyboard.press('ControlOrMeta+f');
  await dateline.page.keyboard.type('planning');
  await expect(dateline.find.count).toHaveText('2 matches');
  await dateline.page.keyboard.press('Enter');
  await expect(dateline.card.heading).toHaveText('The reservoir is begun');
  await dateline.page.keyboard.press('Enter');
  await expect(dateline.card.heading).toHaveText('The valley is surveyed');
});

for (const theme of ['light', 'dark'] as const) {
  test(`a lane has the colour of the document wherever it is drawn, and can be read, ${theme}`, async ({
    dateline,
  }) => {
    await dateline.page.emulateMedia({ colorScheme: theme });
    await dateline.open(FILE);
    const { edge } = laneColours('#ffd400', theme);
    await dateline.timeline.select('The reservoir is begun');
    const lane = dateline.card.lane;
    expect(await colourOf(lane, 'color')).toBe(edge);
    for (const ground of GROUNDS[theme]) expect(contrast(edge, ground)).toBeGreaterThan(4.5);
    const edgeOf = (element: Locator) =>
      element.evaluate((one) => getComputedStyle(one).getPropertyValue('--edge').trim());
    const token = (name: string) =>
      dateline.page.evaluate(
        (wanted) => getComputedStyle(document.documentElement).getPropertyValue(wanted).trim(),
        name,
      );
    expect(await dateline.timeline.edgeColour('The reservoir is begun')).toBe(edge);
    expect(await dateline.timeline.edgeColour('Talks on the water')).toBe(await token('--lane-5-edge'));
    expect(await dateline.timeline.edgeColour('A law is passed')).toBe(await token('--lane-2-edge'));
    expect(await edgeOf(dateline.article.quote('The reservoir was begun in May 2019.'))).toBe(edge);
    expect(await edgeOf(dateline.overview.lanes.first())).toBe(edge);
    await dateline.page.keyboard.press('ControlOrMeta+l');
    const swatch = dateline.list.row('The reservoir is begun').locator('.swatch');
    expect(await colourOf(swatch, 'backgroundColor')).toBe(edge);
    // The colours go with the document.
    await dateline.menu.choose('open-bundled-document');
    await dateline.page.keyboard.press('ControlOrMeta+l');
    await expect(dateline.timeline.mark('Fall of Kabul')).toBeVisible();
    expect(await dateline.timeline.edgeColour('Fall of Kabul')).toBe(await token('--lane-0-edge'));
  });
}

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-format-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('a figure names the events without a date where its notes are, and has the colours of the lanes', async ({
  dateline,
}) => {
  await dateline.open(FILE);
  const drawn = async (note: boolean) => {
    const written = await writeFigure(dateline, folder, 'svg', { parts: { ...WEB.parts, note } });
    const result = written.toString('utf8');
    expect(result).toContain('The reservoir is begun');
    return result;
  };
  const { edge } = laneColours('#ffd400', 'light');
  const channels = [1, 3, 5].map((from) => Number.parseInt(edge.slice(from, from + 2), 16));
  const withNotes = await drawn(true);
  expect(withNotes).toContain('Without a date');
  expect(withNotes).toContain('The valley is surveyed');
  expect(withNotes.includes(edge) || withNotes.includes(`rgb(${channels.join(', ')})`)).toBe(true);
  expect(await drawn(false)).not.toContain('The valley is surveyed');
});

test('a document whose events have no dates says so in the place of an axis, and leads to the list', async ({
  dateline,
}) => {
  await dateline.open(UNDATED_FILE);
  await expect(dateline.invitation).toContainText('No dates yet');
  await expect(dateline.invitation).toContainText('The 2 events of this document have no date');
  await expect(dateline.timeline.root).toHaveCount(0);
  await expect(dateline.overview.root).toHaveCount(0);
  for (const name of ['All', 'Year', 'Zoom in']) await expect(dateline.button(name)).toBeDisabled();
  await dateline.page.keyboard.press('n');
  await expect(dateline.card.date).toHaveText('No date yet');
  await dateline.button('Show the list').click();
  await expect.poll(() => dateline.list.titles()).toEqual(['The valley is surveyed', 'The law is appealed']);
  await expect(dateline.statusBar).toContainText('2 events without a date');
});
