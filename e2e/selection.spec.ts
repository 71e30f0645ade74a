// Selecting an event by mouse or keyboard shows what is known of it.
import { expect, test } from './dateline.ts';

test('a click shows title, date in words, EDTF, precision, place, participants, quote and sources', async ({
  dateline,
}) => {
  await expect(dateline.card.root).toContainText('Select an event');
  await dateline.timeline.select('Foreign ministers, New York');
  await expect(dateline.card.heading).toHaveText('CSTO foreign ministers’ working meeting');
  for (const text of [
    'CSTO · New York',
    '21 September 2022, uncertain',
    '2022-09-21?',
    'to the day',
    '“established during the working meeting of the CSTO Foreign Ministers in New York”',
    'From another source.',
    'Muhriddin',
    'Khovar, 22 Sep 2022',
  ]) {
    await expect(dateline.card.root).toContainText(text);
  }
  await expect(dateline.timeline.mark('Foreign ministers, New York')).toHaveAttribute('aria-pressed', 'true');
  await dateline.page.keyboard.press('Escape');
  await expect(dateline.card.root).toContainText('Select an event');
  await expect(dateline.timeline.mark('Foreign ministers, New York')).toHaveAttribute(
    'aria-pressed',
    'false',
  );
});

test('Tab reaches every mark with visible focus, and Enter selects it', async ({ dateline }) => {
  await dateline.timeline.root.focus();
  const reached: string[] = [];
  for (let presses = 0; presses < 5; presses += 1) {
    await dateline.page.keyboard.press('Tab');
    const focused = dateline.timeline.focusedMark;
    await expect(focused).toHaveCount(1);
    expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    const name = (await dateline.timeline.titlesIn(focused).textContent()) ?? '';
    reached.push(name);
    await dateline.page.keyboard.press('Enter');
    await expect(dateline.timeline.titlesIn(dateline.timeline.selectedMarks)).toHaveText(name);
    await expect(dateline.card.root).toContainText('Where the date comes from');
    await expect(focused).toContainText(name);
  }
  // Lane by lane, and in each from the earliest on.
  expect(reached).toEqual([
    'Fall of Kabul',
    'CSTO summit, Dushanbe',
    'Foreign ministers, New York',
    'SCO summit',
    'Zas–Kulubaev meeting',
  ]);
});

test('n and p walk through the events in time, and bring them into view', async ({ dateline }) => {
  const titles = [
    'Fall of Kabul',
    'CSTO summit in Dushanbe',
    'SCO summit',
    'CSTO foreign ministers’ working meeting',
    'Zas–Kulubaev meeting',
  ];
  await dateline.timeline.show('Week');
  await dateline.timeline.settle();
  for (const title of titles) {
    await dateline.page.keyboard.press('n');
    await dateline.timeline.settle();
    await expect(dateline.card.heading).toHaveText(title);
    await expect(dateline.timeline.selectedMarks).toBeInViewport();
  }
  await dateline.page.keyboard.press('n');
  await expect(dateline.card.heading).toHaveText('Zas–Kulubaev meeting');
  for (const title of titles.toReversed().slice(1)) {
    await dateline.page.keyboard.press('p');
    await expect(dateline.card.heading).toHaveText(title);
  }
  await expect(
    dateline.page.getByRole('status').filter({ hasText: 'Fall of Kabul, 15 August 2021' }),
  ).toBeAttached();
});

test('the card leads to the events before and after', async ({ dateline }) => {
  await dateline.timeline.select('SCO summit');
  await dateline.card.root.getByTitle('Next event (N)').click();
  await expect(dateline.card.heading).toHaveText('CSTO foreign ministers’ working meeting');
  await dateline.card.root.getByTitle('Previous event (P)').click();
  await expect(dateline.card.heading).toHaveText('SCO summit');
});

test('the article stands in the panel without its page leftovers, the selected quote lit', async ({
  dateline,
}) => {
  const article = dateline.page.getByRole('region', { name: 'Article' });
  await expect(article).toContainText('Stanislav Zas, the secretary general');
  await expect(article).not.toContainText('Scroll to Top');
  await dateline.timeline.select('SCO summit');
  await expect(dateline.article.selectedQuotes).toHaveText(
    'The Shanghai Cooperation Organization (SCO), which also includes China, held its summit the next day.',
  );
});

test('links of sources go to the browser, and only http and https', async ({ dateline }) => {
  await dateline.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    shell.openExternal = (address: string) => {
      opened.push(address);
      return Promise.resolve();
    };
    Object.assign(globalThis, { opened });
  });
  await dateline.timeline.select('Fall of Kabul');
  await dateline.card.root.getByRole('link', { name: 'TASS' }).click();
  const refused = await dateline.page.evaluate(() => window.api.openLink('file:///etc/passwd'));
  expect(refused).toMatchObject({ ok: false });
  const opened = await dateline.app.evaluate((): unknown => Reflect.get(globalThis, 'opened'));
  expect(opened).toEqual(['https://tass.com/world/1329517']);
});
