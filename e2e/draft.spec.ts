// Events are drafted of an article, and reviewed by keyboard alone: nothing is added unseen.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test, type Dateline } from './dateline.ts';

test.use({ ownApp: true });

/** The review in the window. */
function reviewIn({ page }: Dateline): Locator {
  return page.getByRole('region', { name: 'Review of proposals' });
}

test('the article’s proposals are accepted, changed and rejected one by one, and what hangs on a date follows', async ({
  dateline,
}) => {
  const { page } = dateline;
  const review = reviewIn(dateline);
  const ghost = page.locator('.ghost');
  await dateline.menu.choose('draft-events');
  await expect(review).toContainText('Proposal 1 of 5');
  await expect(review).toBeFocused();
  await expect(review).toContainText('Why:');
  await expect(dateline.eventsInView).toContainText('5 of 5');
  // The mark that it would be stands on the timeline, and the view has come to it.
  await expect(ghost).toContainText('Proposed: ');

  await page.keyboard.press('Enter');
  await expect(review).toContainText('Proposal 2 of 5');
  await expect(review).toContainText('1 of 5 seen');
  await expect(dateline.eventsInView).toContainText('6 events');
  await expect(page).toHaveTitle(/^• /);
  // It has no date.
  await expect(ghost).toHaveCount(0);

  await page.keyboard.press('Delete');
  await expect(review).toContainText('Proposal 3 of 5');
  await expect(review).toContainText('Another report may begin here');
  await expect(ghost).toContainText('Leaders of the Collective Security Treaty Organization');
  const date = review.locator('input[name="date"]');
  await date.fill('2021-09-16');
  await page.keyboard.press('Tab');
  await expect(dateline.announcement).toHaveText(/^Change date of “Leaders of the Collective/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(review).toContainText('Proposal 4 of 5');
  await expect(review).toContainText('2021-09-17');
  await expect(review).toContainText('It follows the date that it hangs on.');
  await page.keyboard.press('Enter');
  await expect(dateline.eventsInView).toContainText('7 events');

  // Undo takes the event and the decision back, and leads to the proposal.
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.eventsInView).toContainText('6 events');
  await expect(review).toContainText('Proposal 4 of 5');
  await expect(review).toContainText('2 of 5 seen');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(review).toContainText('3 of 5 seen');

  // An accepted event follows what it hangs on after a question.
  await review.getByLabel('Go to proposal').selectOption('2');
  await expect(review).toContainText('Proposal 3 of 5');
  await date.fill('2021-09-20');
  await page.keyboard.press('Tab');
  const question = review.getByRole('alert');
  await expect(question).toContainText('would be 21 September 2021, and is 17 September 2021');
  await question.getByRole('button', { name: 'Move it too' }).click();
  await expect(question).toHaveCount(0);
  await review.getByLabel('Go to proposal').selectOption('3');
  await expect(review).toContainText('2021-09-21');

  // What was rejected is found, and opened again.
  await expect(review.getByLabel('Go to proposal').locator('option').nth(1)).toHaveText(/^2\. Rejected: /);
  await review.getByLabel('Go to proposal').selectOption('1');
  await expect(review).toContainText('Rejected.');
  await review.getByRole('button', { name: 'Reopen' }).click();
  await expect(review).toContainText('2 of 5 seen');
});

test('what was decided is kept in the file: drafting goes on from there once it is opened again', async ({
  dateline,
}) => {
  const { page } = dateline;
  const review = reviewIn(dateline);
  const folder = await mkdtemp(join(tmpdir(), 'dateline-draft-'));
  const file = join(folder, 'kept.dateline');
  await dateline.menu.choose('draft-events');
  await expect(review).toContainText('Proposal 1 of 5');
  await page.keyboard.press('Enter');
  await expect(review).toContainText('Proposal 2 of 5');
  await page.keyboard.press('Delete');
  await expect(review).toContainText('2 of 5 seen');
  await page.keyboard.press('Escape');
  await dateline.system.answerSaveDialog(file);
  await page.keyboard.press('ControlOrMeta+s');
  await expect(dateline.notice).toContainText('Saved');

  const { proposals } = JSON.parse(await readFile(file, 'utf8')) as { readonly proposals: readonly object[] };
  expect(proposals).toMatchObject([{ decision: 'accepted' }, { decision: 'rejected' }]);
  await dateline.open(file);
  await dateline.menu.choose('draft-events');
  await expect(review).toContainText('Proposal 3 of 5');
  await expect(review).toContainText('2 of 5 seen');
  await rm(folder, { recursive: true });
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
  const review = reviewIn(dateline);
  await expect(review).toHaveCount(0);
  await expect.poll(() => page.workers().length).toBe(0);

  await dateline.menu.choose('draft-events');
  await expect(dateline.notice).toContainText('Drafting events');
  await expect(review).toContainText('Proposal 1 of 2');
  await expect(dateline.notice).toHaveCount(0);
  await rm(folder, { recursive: true });
});
