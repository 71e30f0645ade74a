// Searching in the real window, by mouse and by keyboard alone: what is found, marked, counted and walked through.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { syntheticDocument } from '../bench/synthetic.ts';
import { expect, test } from './dateline.ts';

const TWO_ARTICLES = 'e2e/fixtures/two-articles.dateline';

test('Ctrl+F, a word and Enter: events in time, then places in the text, then from the start', async ({
  dateline,
}) => {
  await dateline.find.type('kulubaev');
  await expect(dateline.find.count).toHaveText('4 matches');
  await expect(dateline.announcement).toHaveText('Found 1 event and 3 passages');
  await expect(dateline.timeline.foundMarks).toHaveCount(1);
  await expect(dateline.timeline.foundMarks).toContainText('Zas–Kulubaev meeting');
  await expect(dateline.timeline.missedMarks).toHaveCount(4);
  await expect.poll(() => dateline.find.markedWords('found-marks')).toEqual(['Kulubaev']);
  // Nothing moves before it is asked for.
  await expect(dateline.card.root).toContainText('Select an event');

  await dateline.page.keyboard.press('Enter');
  await expect(dateline.find.count).toHaveText('1 of 4');
  await expect(dateline.card.heading).toHaveText('Zas–Kulubaev meeting');
  await expect(dateline.announcement).toHaveText(
    /^1 of 4: Zas–Kulubaev meeting, 3 October 2022.*Found in title, people, quotes$/,
  );
  await expect(dateline.find.field).toBeFocused();
  expect(await dateline.find.markedWords('found-now')).toEqual([]);

  const before = await dateline.article.scrolled();
  await dateline.page.keyboard.press('Enter');
  await expect(dateline.find.count).toHaveText('2 of 4');
  await expect.poll(() => dateline.find.markedWords('found-now')).toEqual(['Kulubaev']);
  await expect.poll(() => dateline.article.scrolled()).toBeGreaterThan(before);
  await expect(dateline.announcement).toHaveText(/^2 of 4: in the text, .*briefed by FM Kulubaev of the/);
  await dateline.page.keyboard.press('F3');
  await dateline.page.keyboard.press('F3');
  await expect(dateline.find.count).toHaveText('4 of 4');
  await dateline.page.keyboard.press('Enter');
  await expect(dateline.find.count).toHaveText('1 of 4');
  await dateline.page.keyboard.press('Shift+Enter');
  await expect(dateline.find.count).toHaveText('4 of 4');
  await dateline.page.keyboard.press('Shift+F3');
  await dateline.page.keyboard.press('Shift+F3');
  await expect(dateline.find.count).toHaveText('2 of 4');
});

test('the matches are walked through in the order of time and brought into view', async ({ dateline }) => {
  await dateline.timeline.show('Week');
  await dateline.timeline.settle();
  await dateline.find.type('summit');
  const order = ['CSTO summit in Dushanbe', 'SCO summit'];
  for (const title of order) {
    await dateline.page.keyboard.press('Enter');
    await dateline.timeline.settle();
    await expect(dateline.card.heading).toHaveText(title);
    await expect(dateline.timeline.selectedMarks).toBeInViewport();
  }
  // From an event that is selected by hand it goes on from there.
  await dateline.page.keyboard.press('Escape');
  await dateline.page.keyboard.press('0');
  await dateline.timeline.settle();
  await dateline.find.type('summit');
  await dateline.timeline.select('Fall of Kabul');
  await dateline.page.keyboard.press('F3');
  await expect(dateline.card.heading).toHaveText('CSTO summit in Dushanbe');
  await dateline.timeline.select('SCO summit');
  await expect(dateline.find.count).toHaveText(/^2 of/);
});

test('a quote is found by its words, a person and a place by their names', async ({ dateline }) => {
  for (const [query, label] of [
    ['includes CHINA', 'SCO summit'],
    ['"ashraf ghani"', 'Fall of Kabul'],
    ['new york', 'Foreign ministers, New York'],
  ] as const) {
    await dateline.find.type(query);
    await expect(dateline.timeline.foundMarks).toHaveCount(1);
    await expect(dateline.timeline.foundMarks).toContainText(label);
  }
});

test('what stands in the article alone is found there, and the timeline says that it has none', async ({
  dateline,
}) => {
  await dateline.find.type('humanitarian disaster');
  await expect(dateline.find.count).toHaveText('1 match');
  await expect(dateline.timeline.foundMarks).toHaveCount(0);
  await expect.poll(() => dateline.find.markedWords('found-words')).toEqual(['humanitarian', 'disaster']);
  await dateline.page.keyboard.press('Enter');
  await expect(dateline.find.count).toHaveText('1 of 1');
  await expect.poll(() => dateline.find.markedWords('found-now')).toEqual(['humanitarian', 'disaster']);
  await expect(dateline.article.paragraphs.filter({ hasText: 'humanitarian' })).toBeInViewport();
  await expect(dateline.card.root).toContainText('Select an event');
  // Page leftovers are not shown and not found.
  await dateline.find.type('Scroll to Top');
  await expect(dateline.find.count).toHaveText('No matches');
});

test('a folded panel unfolds for a place in the text', async ({ dateline }) => {
  await dateline.page.keyboard.press('ControlOrMeta+b');
  await expect(dateline.panel.root).toHaveCount(0);
  await dateline.find.type('humanitarian');
  await dateline.page.keyboard.press('Enter');
  await expect(dateline.article.paragraphs.filter({ hasText: 'humanitarian' })).toBeInViewport();
  await expect.poll(() => dateline.find.markedWords('found-now')).toEqual(['humanitarian']);
});

test('no match is said in words; Escape ends the search and gives the focus back', async ({ dateline }) => {
  await dateline.timeline.mark('SCO summit').focus();
  await dateline.find.type('xyzzy');
  await expect(dateline.find.count).toHaveText('No matches');
  await expect(dateline.announcement).toHaveText('No matches for xyzzy');
  await expect(dateline.timeline.missedMarks).toHaveCount(5);
  await dateline.page.keyboard.press('Enter');
  await expect(dateline.find.count).toHaveText('No matches');
  await dateline.page.keyboard.press('Escape');
  await expect(dateline.find.field).toHaveValue('');
  await expect(dateline.timeline.missedMarks).toHaveCount(0);
  await expect(dateline.timeline.mark('SCO summit')).toBeFocused();
  await expect.poll(() => dateline.find.markedWords('found-marks')).toEqual([]);
});

test('by mouse: the field, its buttons, and the button that ends the search', async ({ dateline }) => {
  await dateline.find.field.click();
  await dateline.page.keyboard.type('moscow');
  await expect(dateline.find.count).toHaveText('2 matches');
  await dateline.button('Next match').click();
  await expect(dateline.find.count).toHaveText('1 of 2');
  await dateline.button('Previous match').click();
  await expect(dateline.find.count).toHaveText('2 of 2');
  await dateline.button('Clear search').click();
  await expect(dateline.find.field).toHaveValue('');
  await expect(dateline.find.count).toHaveText('');
  await expect(dateline.timeline.missedMarks).toHaveCount(0);
});

test('the menu finds, and finds on', async ({ dateline }) => {
  await dateline.menu.choose('find');
  await expect(dateline.find.field).toBeFocused();
  await dateline.page.keyboard.type('summit');
  await expect(dateline.timeline.foundMarks).toHaveCount(2);
  await dateline.menu.choose('find-next');
  await expect(dateline.card.heading).toHaveText('CSTO summit in Dushanbe');
  await dateline.menu.choose('find-next');
  await dateline.menu.choose('find-previous');
  await expect(dateline.card.heading).toHaveText('CSTO summit in Dushanbe');
});

test('people and the place on the card search for themselves', async ({ dateline }) => {
  await dateline.timeline.select('CSTO summit, Dushanbe');
  await dateline.card.root.getByRole('button', { name: 'Stanislav Zas' }).focus();
  await dateline.page.keyboard.press('Enter');
  await expect(dateline.find.field).toHaveValue('"Stanislav Zas"');
  await expect(dateline.timeline.foundMarks).toHaveCount(2);
  await expect(dateline.timeline.mark('Zas–Kulubaev meeting')).toBeVisible();
  await expect.poll(() => dateline.find.markedWords('found-words')).toContain('Stanislav Zas');
  await dateline.card.root.getByRole('button', { name: 'Dushanbe', exact: true }).click();
  await expect(dateline.find.field).toHaveValue('Dushanbe');
  await expect(dateline.timeline.foundMarks).toContainText(['CSTO summit, Dushanbe', 'SCO summit']);
});

test('without the right case, accents or letters, in Latin and in Cyrillic, and in every article', async ({
  dateline,
}) => {
  await dateline.open(TWO_ARTICLES);
  for (const [query, title, words] of [
    ['o CEALLAIGH', 'The new bridge is opened', 'Mr Ó Ceallaigh'],
    ['ЧЫНГЫЗ омуралиев', 'The new bridge is built', 'Өмүралиев'],
    ['ete', 'The first crack', 'e\u0301te\u0301'],
  ] as const) {
    await dateline.find.type(query);
    await expect(dateline.timeline.foundMarks).toHaveCount(1);
    await dateline.page.keyboard.press('Enter');
    await expect(dateline.card.heading).toHaveText(title);
    await expect(dateline.card.root).toContainText(words);
  }
  await expect
    .poll(() => dateline.find.markedWords('found-words'))
    .toEqual(expect.arrayContaining(['e\u0301te\u0301']));
});

test('a place in an article that is not shown is shown', async ({ dateline }) => {
  await dateline.open(TWO_ARTICLES);
  await dateline.find.type('פקיד');
  await dateline.page.keyboard.press('Enter');
  await expect(dateline.page.getByRole('tab', { selected: true })).toHaveText('أخبار الجسر');
  await expect.poll(() => dateline.find.markedWords('found-now')).toEqual(['פקיד']);
});

test('in a large document what is found is labelled first, and the overview shows where it is', async ({
  dateline,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-find-'));
  const document = syntheticDocument(2_000);
  const file = join(folder, 'large.dateline');
  await writeFile(file, JSON.stringify(document));
  const expected = document.events.filter(
    ({ title, place }) => title.startsWith('Flood') && place === 'Исфара',
  );
  await dateline.open(file);
  await dateline.find.type('исфара flood');
  await expect(dateline.find.count).toHaveText(`${expected.length} matches`);
  // Not all have room, but most of those that are labelled are found, of 28 among 2,000.
  await expect(dateline.timeline.foundMarks.nth(9)).toBeVisible();
  expect(await dateline.timeline.foundMarks.count()).toBeLessThanOrEqual(expected.length);
  // Strips stand back in a search, and still do in another theme.
  const strength = await dateline.timeline.stripStrength();
  expect(strength).toBeLessThan(70);
  await dateline.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await dateline.timeline.settle();
  expect(await dateline.timeline.stripStrength()).toBe(strength);
  await expect(dateline.overview.missedTicks).toHaveCount(12);
  const ticks = await dateline.overview.foundTicks.evaluateAll((paths) =>
    paths.reduce((sum, path) => sum + (path.getAttribute('d')?.split('M').length ?? 1) - 1, 0),
  );
  expect(ticks).toBeGreaterThan(0);
  expect(ticks).toBeLessThanOrEqual(expected.length);
  // The events one after the other, to the last and round to the first.
  const reached: string[] = [];
  for (let press = 0; press < 3; press += 1) {
    await dateline.page.keyboard.press('Enter');
    await expect(dateline.find.count).toHaveText(`${press + 1} of ${expected.length}`);
    await dateline.timeline.settle();
    reached.push((await dateline.card.heading.textContent()) ?? '');
    await expect(dateline.timeline.selectedMarks).toBeInViewport();
  }
  expect(reached.every((title) => title.startsWith('Flood'))).toBe(true);
  // The focus stays on the timeline when the search ends, though the mark may have no room any more.
  await dateline.timeline.foundMarks.first().focus();
  await dateline.page.keyboard.press('Escape');
  await dateline.page.keyboard.press('Escape');
  await expect(dateline.timeline.missedMarks).toHaveCount(0);
  expect(
    await dateline.timeline.root.evaluate((root) => root.contains(root.ownerDocument.activeElement)),
  ).toBe(true);
  await rm(folder, { recursive: true });
});

test('far down a long article a place is drawn, brought into view and marked, on the right characters', async ({
  dateline,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-find-'));
  const file = join(folder, 'long.dateline');
  const before = 'Плотина 😮 e\u0301tait là, à côté du pont. '.repeat(1_500);
  await writeFile(
    file,
    JSON.stringify({
      ...syntheticDocument(3),
      events: [],
      articles: [
        {
          id: 'long',
          title: 'Long',
          publisher: 'P',
          text: `${before}\n\n${before}Кӯҳи баланд. ${before}`,
          hidden: [],
        },
      ],
    }),
  );
  await dateline.open(file);
  await dateline.find.type('кухи');
  await expect(dateline.find.count).toHaveText('1 match');
  await dateline.page.keyboard.press('Enter');
  await expect.poll(() => dateline.find.markedWords('found-now')).toEqual(['Кӯҳи']);
  const isInSight = () =>
    dateline.page.evaluate(() => {
      const view = document.querySelector('.articles')?.getBoundingClientRect();
      const range = document.createRange();
      CSS.highlights.get('found-now')?.forEach((words) => {
        range.setStart(words.startContainer, words.startOffset);
        range.setEnd(words.endContainer, words.endOffset);
      });
      const { top, bottom, height } = range.getBoundingClientRect();
      return view !== undefined && height > 0 && top >= view.top && bottom <= view.bottom;
    });
  await expect.poll(isInSight).toBe(true);
  await dateline.find.type('etait');
  await expect(dateline.find.count).toHaveText('4,500 matches');
  await expect
    .poll(async () => new Set(await dateline.find.markedWords('found-words')))
    .toEqual(new Set(['e\u0301tait']));
  await rm(folder, { recursive: true });
});

test('figures are not changed by a search', async ({ dateline }) => {
  const preview = async () => {
    await dateline.exportDialog.open();
    await dateline.exportDialog.chooseBareView();
    const picture = await dateline.exportDialog.preview();
    await dateline.page.keyboard.press('Escape');
    await expect(dateline.exportDialog.root).toHaveCount(0);
    return picture;
  };
  const before = await preview();
  await dateline.find.type('kulubaev');
  expect(await preview()).toBe(before);
  await expect(dateline.timeline.missedMarks).toHaveCount(4);
});

test('in a narrow window the field is a button, and stands in the place of the title while it is open', async ({
  dateline,
}) => {
  for (const size of [
    { width: 1024, height: 640 },
    { width: 720, height: 480 },
  ]) {
    await dateline.resize(size.width, size.height);
    const isOneLine = () =>
      dateline.toolbar.evaluate((bar) => bar.scrollWidth <= bar.clientWidth && bar.clientHeight < 60);
    await expect(dateline.find.field).toBeHidden();
    expect(await isOneLine()).toBe(true);
    await dateline.button('Find').click();
    await expect(dateline.find.field).toBeFocused();
    await dateline.page.keyboard.type('summit');
    await expect(dateline.find.count).toHaveText(/matches/);
    expect(await isOneLine()).toBe(true);
    await expect(dateline.button('Export')).toBeInViewport({ ratio: 1 });
    await dateline.page.keyboard.press('Escape');
    await expect(dateline.button('Find')).toBeFocused();
    // An empty field closes when it is left.
    await dateline.page.keyboard.press('ControlOrMeta+f');
    await expect(dateline.find.field).toBeFocused();
    await dateline.timeline.root.focus();
    await expect(dateline.find.field).toBeHidden();
  }
});

test('another document begins without a search', async ({ dateline }) => {
  await dateline.find.type('summit');
  await dateline.system.answerOpenDialog(resolve(TWO_ARTICLES));
  await dateline.page.keyboard.press('ControlOrMeta+o');
  await expect(dateline.lanes.rows).toHaveText(['The river', 'The works']);
  await expect(dateline.find.field).toHaveValue('');
  await expect(dateline.timeline.missedMarks).toHaveCount(0);
});
