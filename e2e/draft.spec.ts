// Events are drafted of an article, and reviewed by keyboard alone: nothing is added unseen.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './dateline.ts';

test.use({ ownApp: true });

test('the article’s proposals are accepted, changed and rejected one by one, and what hangs on a date follows', async ({
  dateline,
}) => {
  const { page } = dateline;
  await dateline.menu.choose('draft-events');
  const review = page.getByRole('region', { name: 'Review of proposals' });
  await expect(review).toContainText('Proposal 1 of 5');
  await expect(review).toBeFocused();
  await expect(review).toContainText('Why:');
  await expect(dateline.eventsInView).toContainText('5 of 5');

  await page.keyboard.press('Enter');
  await expect(review).toContainText('Proposal 2 of 5');
  await expect(review).toContainText('1 of 5 seen');
  // The publication date of the article is a span, and so is the date of what it reports.
  await expect(dateline.eventsInView).toContainText('6 events');
  await expect(page).toHaveTitle(/^• /);

  await page.keyboard.press('Delete');
  await expect(review).toContainText('Proposal 3 of 5');
  await expect(review).toContainText('Another report may begin here');
  const date = review.locator('input[name="date"]');
  await date.fill('2021-09-16');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(review).toContainText('Proposal 4 of 5');
  await expect(review).toContainText('2021-09-17');
  await page.keyboard.press('Enter');
  await expect(dateline.eventsInView).toContainText('7 events');

  await page.keyboard.press('Escape');
  await expect(review).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.announcement).toHaveText(/^Undone: Accept/);
  await expect(dateline.eventsInView).toContainText('6 events');
});

test('a long article is drafted off the window’s thread: it shows how far it is, can be cancelled, and goes on', async ({
  dateline,
}) => {
  const { page } = dateline;
  const folder = await mkdtemp(join(tmpdir(), 'dateline-draft-'));
  const file = join(folder, 'long.dateline');
  const text = 'The council met on 3 May 2019 in Geneva and signed a treaty with France. '.repeat(20_000);
  const article = { id: 'long', title: 'Long', publisher: 'P', text, published: '2020' };
  const lanes = [{ id: 'l', title: 'Lane' }];
  await writeFile(
    file,
    JSON.stringify({ format: 'dateline', version: 1, title: 'Long', articles: [article], lanes, events: [] }),
  );
  await dateline.open(file);

  await dateline.menu.choose('draft-events');
  await expect(dateline.notice).toContainText(/Drafting events: \d+ % of the article read/);
  await page.keyboard.press('Escape');
  await expect(dateline.notice).toHaveCount(0);
  const review = page.getByRole('region', { name: 'Review of proposals' });
  await expect(review).toHaveCount(0);
  await expect.poll(() => page.workers().length).toBe(0);

  await dateline.menu.choose('draft-events');
  await expect(dateline.notice).toContainText('Drafting events');
  await expect(review).toContainText('Proposal 1 of 2');
  await expect(dateline.notice).toHaveCount(0);
  await rm(folder, { recursive: true });
});
