// Events are drafted of an article, and reviewed by keyboard alone: nothing is added unseen.
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
