// Searching in the real window, by mouse and by keyboard alone: what is found, marked, counted and walked through.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { syntheticDocument } from '../bench/synthetic.ts';
import { Dateline, expect, test } from './dateline.ts';

const SIZE = { width: 1440, height: 900 } as const;
const TWO_ARTICLES = 'e2e/fixtures/two-articles.dateline';

const heading = (dateline: Dateline) => dateline.card.getByRole('heading', { level: 2 });

/** Runs a test on a document of its own, and sees to it that nothing is logged as wrong. */
async function withDocument(path: string, action: (dateline: Dateline) => Promise<void>): Promise<void> {
  const dateline = await Dateline.start({ size: SIZE, args: [path] });
  await action(dateline);
  const { problems } = dateline;
  await dateline.close();
  expect(problems).toEqual([]);
}

test('Ctrl+F, a word and Enter: events in time, then places in the text, then from the start', async ({
  dateline,
}) => {
  await dateline.find('kulubaev');
  await expect(dateline.findCount).toHaveText('4 matches');
  await expect(dateline.announcement).toHaveText('Found 1 event and 3 passages');
  await expect(dateline.foundMarks).toHaveCount(1);
  await expect(dateline.foundMarks).toContainText('Zas–Kulubaev meeting');
  await expect(dateline.missedMarks).toHaveCount(4);
  expect(await dateline.markedWords('found-marks')).toEqual(['Kulubaev']);
  // Nothing moves before it is asked for.
  await expect(dateline.card).toContainText('Select an event');

  await dateline.page.keyboard.press('Enter');
  await expect(dateline.findCount).toHaveText('1 of 4');
  await expect(heading(dateline)).toHaveText('Zas–Kulubaev meeting');
  await expect(dateline.announcement).toHaveText(
    /^1 of 4: Zas–Kulubaev meeting, 3 October 2022.*Found in title, people, quotes$/,
  );
  await expect(dateline.findField).toBeFocused();
  expect(await dateline.markedWords('found-now')).toEqual([]);

  const before = await dateline.scrolled();
  await dateline.page.keyboard.press('Enter');
  await expect(dateline.findCount).toHaveText('2 of 4');
  await expect.poll(() => dateline.markedWords('found-now')).toEqual(['Kulubaev']);
  await expect.poll(() => dateline.scrolled()).toBeGreaterThan(before);
  await expect(dateline.announcement).toHaveText(/^2 of 4: in the text, .*briefed by FM Kulubaev of the/);
  await dateline.page.keyboard.press('F3');
  await dateline.page.keyboard.press('ControlOrMeta+g');
  await expect(dateline.findCount).toHaveText('4 of 4');
  await dateline.page.keyboard.press('Enter');
  await expect(dateline.findCount).toHaveText('1 of 4');
  await dateline.page.keyboard.press('Shift+Enter');
  await expect(dateline.findCount).toHaveText('4 of 4');
  await dateline.page.keyboard.press('Shift+F3');
  await dateline.page.keyboard.press('ControlOrMeta+Shift+g');
  await expect(dateline.findCount).toHaveText('2 of 4');
});

test('the matches are walked through in the order of time and brought into view', async ({ dateline }) => {
  await dateline.button('Week').click();
  await dateline.settle();
  await dateline.find('summit');
  const order = ['CSTO summit in Dushanbe', 'SCO summit'];
  for (const title of order) {
    await dateline.page.keyboard.press('Enter');
    await dateline.settle();
    await expect(heading(dateline)).toHaveText(title);
    await expect(dateline.page.locator('.mark.selected')).toBeInViewport();
  }
  // From an event that is selected by hand it goes on from there.
  await dateline.page.keyboard.press('Escape');
  await dateline.page.keyboard.press('0');
  await dateline.settle();
  await dateline.find('summit');
  await dateline.mark('Fall of Kabul').click();
  await dateline.page.keyboard.press('F3');
  await expect(heading(dateline)).toHaveText('CSTO summit in Dushanbe');
  await dateline.mark('SCO summit').click();
  await expect(dateline.findCount).toHaveText(/^2 of/);
});

test('a quote is found by its words, a person and a place by their names', async ({ dateline }) => {
  for (const [query, label] of [
    ['includes CHINA', 'SCO summit'],
    ['"ashraf ghani"', 'Fall of Kabul'],
    ['new york', 'Foreign ministers, New York'],
  ] as const) {
    await dateline.find(query);
    await expect(dateline.foundMarks).toHaveCount(1);
    await expect(dateline.foundMarks).toContainText(label);
  }
});

test('what stands in the article alone is found there, and the timeline says that it has none', async ({
  dateline,
}) => {
  await dateline.find('humanitarian disaster');
  await expect(dateline.findCount).toHaveText('1 match');
  await expect(dateline.foundMarks).toHaveCount(0);
  expect(await dateline.markedWords('found-words')).toEqual(['humanitarian', 'disaster']);
  await dateline.page.keyboard.press('Enter');
  await expect(dateline.findCount).toHaveText('1 of 1');
  await expect.poll(() => dateline.markedWords('found-now')).toEqual(['humanitarian', 'disaster']);
  await expect(dateline.paragraphs.filter({ hasText: 'humanitarian' })).toBeInViewport();
  await expect(dateline.card).toContainText('Select an event');
  // Page leftovers are not shown and not found.
  await dateline.find('Scroll to Top');
  await expect(dateline.findCount).toHaveText('No matches');
});

test('a folded panel unfolds for a place in the text', async ({ dateline }) => {
  await dateline.page.keyboard.press('ControlOrMeta+b');
  await expect(dateline.panel).toHaveCount(0);
  await dateline.find('humanitarian');
  await dateline.page.keyboard.press('Enter');
  await expect(dateline.paragraphs.filter({ hasText: 'humanitarian' })).toBeInViewport();
  await expect.poll(() => dateline.markedWords('found-now')).toEqual(['humanitarian']);
});

test('no match is said in words; Escape ends the search and gives the focus back', async ({ dateline }) => {
  await dateline.mark('SCO summit').focus();
  await dateline.find('xyzzy');
  await expect(dateline.findCount).toHaveText('No matches');
  await expect(dateline.announcement).toHaveText('No matches for xyzzy');
  await expect(dateline.missedMarks).toHaveCount(5);
  await dateline.page.keyboard.press('Enter');
  await expect(dateline.findCount).toHaveText('No matches');
  await dateline.page.keyboard.press('Escape');
  await expect(dateline.findField).toHaveValue('');
  await expect(dateline.missedMarks).toHaveCount(0);
  await expect(dateline.mark('SCO summit')).toBeFocused();
  expect(await dateline.markedWords('found-marks')).toEqual([]);
});

test('by mouse: the field, its buttons, and the button that ends the search', async ({ dateline }) => {
  await dateline.findField.click();
  await dateline.page.keyboard.type('moscow');
  await expect(dateline.findCount).toHaveText('2 matches');
  await dateline.button('Next match').click();
  await expect(dateline.findCount).toHaveText('1 of 2');
  await dateline.button('Previous match').click();
  await expect(dateline.findCount).toHaveText('2 of 2');
  await dateline.button('Clear search').click();
  await expect(dateline.findField).toHaveValue('');
  await expect(dateline.findCount).toHaveText('');
  await expect(dateline.missedMarks).toHaveCount(0);
});

test('the menu finds, and finds on', async ({ dateline }) => {
  await dateline.chooseInMenu('find');
  await expect(dateline.findField).toBeFocused();
  await dateline.page.keyboard.type('summit');
  await expect(dateline.foundMarks).toHaveCount(2);
  await dateline.chooseInMenu('find-next');
  await expect(heading(dateline)).toHaveText('CSTO summit in Dushanbe');
  await dateline.chooseInMenu('find-next');
  await dateline.chooseInMenu('find-previous');
  await expect(heading(dateline)).toHaveText('CSTO summit in Dushanbe');
});

test('people and the place on the card search for themselves', async ({ dateline }) => {
  await dateline.mark('CSTO summit, Dushanbe').click();
  await dateline.card.getByRole('button', { name: 'Stanislav Zas' }).focus();
  await dateline.page.keyboard.press('Enter');
  await expect(dateline.findField).toHaveValue('"Stanislav Zas"');
  await expect(dateline.foundMarks).toHaveCount(2);
  await expect(dateline.mark('Zas–Kulubaev meeting')).toBeVisible();
  expect(await dateline.markedWords('found-words')).toContain('Stanislav Zas');
  await dateline.card.getByRole('button', { name: 'Dushanbe', exact: true }).click();
  await expect(dateline.findField).toHaveValue('Dushanbe');
  await expect(dateline.foundMarks).toContainText(['CSTO summit, Dushanbe', 'SCO summit']);
});

test('without the right case, accents or letters, in Latin and in Cyrillic, and in every article', () =>
  withDocument(TWO_ARTICLES, async (dateline) => {
    for (const [query, title, words] of [
      ['o CEALLAIGH', 'The new bridge is opened', 'Mr Ó Ceallaigh'],
      ['ЧЫНГЫЗ омуралиев', 'The new bridge is built', 'Өмүралиев'],
      ['ete', 'The first crack', 'e\u0301te\u0301'],
    ] as const) {
      await dateline.find(query);
      await expect(dateline.foundMarks).toHaveCount(1);
      await dateline.page.keyboard.press('Enter');
      await expect(heading(dateline)).toHaveText(title);
      await expect(dateline.card).toContainText(words);
    }
    await expect
      .poll(() => dateline.markedWords('found-words'))
      .toEqual(expect.arrayContaining(['e\u0301te\u0301']));
  }));

test('a place in an article that is not shown is shown', () =>
  withDocument(TWO_ARTICLES, async (dateline) => {
    await dateline.find('פקיד');
    await dateline.page.keyboard.press('Enter');
    await expect(dateline.page.getByRole('tab', { selected: true })).toHaveText('أخبار الجسر');
    await expect.poll(() => dateline.markedWords('found-now')).toEqual(['פקיד']);
  }));

test('in a large document aggregates tell how many of theirs are found, and the overview where they are', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-find-'));
  const document = syntheticDocument(2_000);
  const file = join(folder, 'large.dateline');
  await writeFile(file, JSON.stringify(document));
  const expected = document.events.filter(
    ({ title, place }) => title.startsWith('Flood') && place === 'Исфара',
  );
  await withDocument(file, async (dateline) => {
    await dateline.find('исфара flood');
    await expect(dateline.findCount).toHaveText(`${expected.length} matches`);
    const titles = await dateline.foundMarks.locator('.mark-title').allTextContents();
    const counts = titles.map((title) => Number(/^([\d,]+) of [\d,]+ events$/.exec(title)?.[1] ?? 1));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(expected.length);
    expect(titles.some((title) => title.includes(' of '))).toBe(true);
    // The word “events” of an aggregate is none of the document’s.
    await dateline.find('events');
    expect(await dateline.markedWords('found-marks')).toEqual([]);
    await dateline.find('исфара flood');
    await expect(dateline.missedTicks).toHaveCount(12);
    const ticks = await dateline.foundTicks.evaluateAll((paths) =>
      paths.reduce((sum, path) => sum + (path.getAttribute('d')?.split('M').length ?? 1) - 1, 0),
    );
    expect(ticks).toBeGreaterThan(0);
    expect(ticks).toBeLessThanOrEqual(expected.length);
    // The events one after the other, to the last and round to the first.
    const reached: string[] = [];
    for (let press = 0; press < 3; press += 1) {
      await dateline.page.keyboard.press('Enter');
      await expect(dateline.findCount).toHaveText(`${press + 1} of ${expected.length}`);
      await dateline.settle();
      reached.push((await heading(dateline).textContent()) ?? '');
      await expect(dateline.page.locator('.mark.selected')).toBeInViewport();
    }
    expect(reached.every((title) => title.startsWith('Flood'))).toBe(true);
    // The focus stays with an aggregate whose words change.
    await dateline.foundMarks.first().focus();
    await dateline.page.keyboard.press('Escape');
    await dateline.page.keyboard.press('Escape');
    await expect(dateline.missedMarks).toHaveCount(0);
    await expect(dateline.page.locator('.mark:focus')).toHaveCount(1);
  });
  await rm(folder, { recursive: true });
});

test('far down a long article a place is drawn, brought into view and marked, on the right characters', async () => {
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
  await withDocument(file, async (dateline) => {
    await dateline.find('кухи');
    await expect(dateline.findCount).toHaveText('1 match');
    await dateline.page.keyboard.press('Enter');
    await expect.poll(() => dateline.markedWords('found-now')).toEqual(['Кӯҳи']);
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
    await dateline.find('etait');
    await expect(dateline.findCount).toHaveText('4,500 matches');
    expect(new Set(await dateline.markedWords('found-words'))).toEqual(new Set(['e\u0301tait']));
  });
  await rm(folder, { recursive: true });
});

test('figures are not changed by a search', async ({ dateline }) => {
  const preview = async () => {
    await dateline.openExport();
    await dateline.chooseBareView();
    const picture = await dateline.preview();
    await dateline.page.keyboard.press('Escape');
    await expect(dateline.exportDialog).toHaveCount(0);
    return picture;
  };
  const before = await preview();
  await dateline.find('kulubaev');
  expect(await preview()).toBe(before);
  await expect(dateline.missedMarks).toHaveCount(4);
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
      dateline.page
        .locator('.toolbar')
        .evaluate((bar) => bar.scrollWidth <= bar.clientWidth && bar.clientHeight < 60);
    await expect(dateline.findField).toBeHidden();
    expect(await isOneLine()).toBe(true);
    await dateline.button('Find').click();
    await expect(dateline.findField).toBeFocused();
    await dateline.page.keyboard.type('summit');
    await expect(dateline.findCount).toHaveText(/matches/);
    expect(await isOneLine()).toBe(true);
    await expect(dateline.button('Export')).toBeInViewport({ ratio: 1 });
    await dateline.page.keyboard.press('Escape');
    await expect(dateline.button('Find')).toBeFocused();
    // An empty field closes when it is left.
    await dateline.page.keyboard.press('ControlOrMeta+f');
    await expect(dateline.findField).toBeFocused();
    await dateline.timeline.focus();
    await expect(dateline.findField).toBeHidden();
  }
});

test('another document begins without a search', async ({ dateline }) => {
  await dateline.find('summit');
  await dateline.answerOpenDialog(resolve(TWO_ARTICLES));
  await dateline.page.keyboard.press('ControlOrMeta+o');
  await expect(dateline.lanes).toHaveText(['The river', 'The works']);
  await expect(dateline.findField).toHaveValue('');
  await expect(dateline.missedMarks).toHaveCount(0);
});
