// Events are drafted of an article, and reviewed by keyboard alone: nothing is added unseen.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test, type Dateline } from './dateline.ts';
import { drafterFor } from '../src/shared/drafting/languages.ts';
import { draftedDocument } from '../src/shared/formats/drafted.ts';
import { writeFigure } from './figures.ts';
import { objections } from './objections.ts';

test.use({ ownApp: true, lastFigure: 'any' });

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
  await expect(review).toContainText('An event quotes this sentence already. Is it the same?');
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
  await expect(question).toBeInViewport({ ratio: 1 });
  await question.getByRole('button', { name: 'Move it too' }).click();
  await expect(question).toHaveCount(0);
  await review.getByLabel('Go to proposal').selectOption('3');
  await expect(review).toContainText('2021-09-21');

  // Where another report begins, its own date is what its dates are counted from.
  await review.focus();
  for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('ControlOrMeta+z');
  await expect(review).toContainText('2 of 5 seen');
  await review.getByLabel('Go to proposal').selectOption('2');
  await expect(review).toContainText('[2022-09?..2022-10?]');
  const report = review.getByLabel('Date of this report');
  await report.fill('5 Oct 2021');
  await page.keyboard.press('Tab');
  await expect(dateline.announcement).toContainText('Proposal 3 of 5');
  await expect(review).toContainText('2021-09');
  await expect(review).toContainText('counted from the date of this report, 5 October 2021');
  await expect(review).toContainText('2 of 5 seen');

  // A proposal of an event that is there already becomes that one; while an event is selected, its card shows.
  await review.getByRole('button', { name: 'CSTO summit in Dushanbe' }).click();
  await expect(review).toContainText('3 of 5 seen');
  await expect(dateline.eventsInView).toContainText('6 events');
  await review.getByLabel('Go to proposal').selectOption('2');
  await review.getByRole('button', { name: 'Show it' }).click();
  await expect(dateline.card.heading).toHaveText('CSTO summit in Dushanbe');
  await dateline.button('Back to the review').click();
  await expect(review).toContainText('Proposal 3 of 5');
  await expect(review).toBeFocused();
  expect(await objections(dateline)).toEqual([]);

  // What was rejected is found, and opened again.
  await expect(review.getByLabel('Go to proposal').locator('option').nth(1)).toHaveText(/^2\. Rejected: /);
  await review.getByLabel('Go to proposal').selectOption('1');
  await expect(review).toContainText('Rejected.');
  await review.getByRole('button', { name: 'Reopen' }).click();
  await expect(review).toContainText('2 of 5 seen');

  // What has no date waits in the tray, with what is known of it.
  await expect(review).toContainText('It was before “Stanislav Zas met');
  await review.focus();
  await page.keyboard.press('Enter');
  await expect(review).toContainText('3 of 5 seen');
  await expect(page.locator('.tray-button')).toHaveText('1 without a date');
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

const ARTICLE = [
  'Bridge closed at Ash',
  'Published on 4 October 2022',
  '',
  'The council closed the bridge at Ash on Monday. Engineers inspected it last week.',
  '',
  'The bridge was opened on 3 May 1987. The mill burned down two days later.',
].join('\n');

test('a pasted article is looked at first, reviewed by keyboard alone, saved, and is the same when it is opened', async ({
  dateline,
}) => {
  const { page } = dateline;
  const { keyboard } = page;
  const review = reviewIn(dateline);
  const folder = await mkdtemp(join(tmpdir(), 'dateline-draft-'));
  const file = join(folder, 'bridge.dateline');
  await keyboard.press('ControlOrMeta+n');
  await expect(dateline.invitation).toBeVisible();
  await dateline.menu.choose('add-article');
  const form = page.getByRole('dialog', { name: 'Add article' });
  await expect(form.getByLabel('Text', { exact: true })).toBeFocused();
  await keyboard.insertText(ARTICLE);

  // What there is to find is said before anything is done, and what counts from the publication date waits for it.
  const glance = form.locator('.glance');
  await expect(glance).toContainText('3 sentences with a date, from 3 May 1987 to 4 October 2022.');
  await expect(glance).toContainText('2 expressions such as “yesterday” wait for the publication date.');
  await form.getByRole('button', { name: '4 October 2022' }).press('Enter');
  await expect(form.getByLabel('Published')).toHaveValue('4 October 2022');
  // The button that was pressed is gone.
  await expect(form.getByLabel('Published')).toBeFocused();
  await expect(glance).toContainText('5 sentences with a date');
  await expect(glance).not.toContainText('wait');
  await form.getByRole('button', { name: 'Add and draft events' }).press('Enter');

  await expect(review).toBeFocused();
  await expect(review).toContainText('Proposal 1 of 4');
  // There is no event yet, but the mark that it would be stands in its time.
  await expect(page.locator('.ghost')).toContainText('Proposed: 3 Oct 2022');
  await expect(page.locator('.axis-major').first()).toContainText('2022');
  await expect(dateline.invitation).toHaveCount(0);
  expect(await objections(dateline)).toEqual([]);
  await keyboard.press('Enter');
  await expect(review).toContainText('Engineers inspected it');
  // The first event brings the timeline, and its time.
  await expect(dateline.eventsInView).toContainText('1 of 1 event in view');
  await keyboard.press('Delete');
  await expect(review).toContainText('Proposal 3 of 4');
  const title = review.getByLabel('Title');
  await keyboard.press('e');
  await expect(title).toBeFocused();
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('The bridge opens');
  await keyboard.press('Enter');
  await expect(dateline.announcement).toHaveText('Change title of “The bridge was opened”: done');
  await keyboard.press('Escape');
  await expect(review).toBeFocused();
  await keyboard.press('Enter');
  await expect(review).toContainText('Proposal 4 of 4');
  await expect(review).toContainText('It hangs on “The bridge opens”, 3 May 1987.');
  await keyboard.press('Enter');
  await expect(review).toContainText('4 of 4 seen');
  await expect(review).toContainText('All are decided. Esc or Done leaves the review.');
  await expect(dateline.announcement).toHaveText('Accepted. All are decided.');
  await keyboard.press('Escape');
  await expect(review).toHaveCount(0);

  await dateline.system.answerSaveDialog(file);
  await keyboard.press('ControlOrMeta+s');
  await expect(dateline.notice).toContainText('Saved');
  const saved = await readFile(file, 'utf8');
  const { events, articles } = JSON.parse(saved) as {
    readonly events: readonly object[];
    readonly articles: readonly object[];
  };
  expect(articles).toMatchObject([{ text: ARTICLE, published: '2022-10-04' }]);
  expect(events).toMatchObject([
    { title: 'The council closed the bridge at Ash', date: '2022-10-03' },
    { title: 'The bridge opens', date: '1987-05-03' },
    { title: 'The mill burned down', date: '1987-05-05' },
  ]);
  await dateline.open(file);
  await expect(dateline.eventsInView).toContainText('3 of 3');
  await dateline.menu.choose('draft-events');
  await expect(review).toContainText('4 of 4 seen');
  await expect(page).not.toHaveTitle(/^• /);
  expect(await readFile(file, 'utf8')).toBe(saved);
  await rm(folder, { recursive: true });
});

test('an article whose day is not known waits for it, or is read as history', async ({ dateline }) => {
  const { page } = dateline;
  const review = reviewIn(dateline);
  const folder = await mkdtemp(join(tmpdir(), 'dateline-draft-'));
  const file = join(folder, 'war.dateline');
  const text = 'The war began in August 1914. In October, the town fell. In December, it was free again.';
  const articles = [{ id: 'war', title: 'The war', publisher: 'P', text }];
  const lanes = [{ id: 'l', title: 'Lane' }];
  await writeFile(
    file,
    JSON.stringify({ format: 'dateline', version: 2, title: 'War', articles, lanes, events: [] }),
  );
  await dateline.open(file);
  await dateline.button('Draft events').click();
  await expect(review).toContainText('Proposal 1 of 1');
  await expect(review).toContainText('2 expressions such as “yesterday” wait for the publication date.');
  await review.getByLabel('It tells history').check();
  await expect(review).toContainText('Proposal 1 of 3');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(review).toContainText('1914-10');

  // All that the article states outright becomes events in one step, which one Undo takes back.
  await expect(review).toContainText('Accept all 3 that the article states outright');
  await page.keyboard.press('a');
  await expect(review).toContainText('3 of 3 seen');
  await expect(dateline.eventsInView).toContainText('3 events');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(review).toContainText('0 of 3 seen');
  await rm(folder, { recursive: true });
});

test('articles that tell of the same event are offered together, and make one event that says where they differ', async ({
  dateline,
}) => {
  const { page } = dateline;
  const review = reviewIn(dateline);
  const folder = await mkdtemp(join(tmpdir(), 'dateline-draft-'));
  const file = join(folder, 'two.dateline');
  const article = (id: string, title: string, text: string): object => ({
    id,
    title,
    publisher: 'P',
    text,
    published: '2021-08-20',
  });
  const articles = [
    article('one', 'Post', 'Taliban fighters entered Kabul on 15 August 2021. Herat fell on 12 August 2021.'),
    article('two', 'Times', 'The Taliban entered Kabul on 17 August 2021.'),
  ];
  const lanes = [{ id: 'l', title: 'Lane' }];
  const start = { id: 's', title: 'Start', date: '2021-08-01', lane: 'l' };
  await writeFile(
    file,
    JSON.stringify({ format: 'dateline', version: 2, title: 'Two', articles, lanes, events: [start] }),
  );
  await dateline.open(file);
  await dateline.menu.choose('draft-events');
  const together = review.getByRole('group', { name: 'Other articles tell of it too' });
  await expect(together).toContainText('“The Taliban entered Kabul on 17 August 2021.”');
  await expect(together).toContainText('The dates differ.');
  await expect(page.locator('.ghost')).toHaveText([/Proposed: 15 Aug 2021/, /Times.*Says: 17 Aug 2021/]);
  // No figure shows what may come to be.
  const svg = (await writeFigure(dateline, folder, 'svg')).toString('utf8');
  expect(svg).toContain('Start');
  expect(svg).not.toMatch(/Taliban fighters|Proposed/);
  // No event is in view, which needs no saying where marks stand that may come to be.
  await expect(dateline.eventsInView).toContainText('0 of 1');
  await expect(dateline.timeline.nothing).toHaveCount(0);

  // Lane, place and people are changed like the rest.
  await review.getByLabel('Lane').fill('Cities');
  await review.getByLabel('Place').fill('Kabul');
  await page.keyboard.press('Tab');
  await expect(dateline.announcement).toHaveText(/^Change place of/);
  await review.getByLabel('People').fill('Ghani, Baradar');
  await page.keyboard.press('Tab');
  await expect(dateline.announcement).toHaveText(/^Change people of/);

  // That the other speaks of another event is a decision like the rest, kept until it is taken back.
  const same = together.getByRole('checkbox', { name: /The same event as in/ });
  await same.click();
  await expect(same).not.toBeChecked();
  await expect(page.locator('.ghost')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page).not.toHaveTitle(/^• /);
  const { proposals } = JSON.parse(await readFile(file, 'utf8')) as { readonly proposals: readonly object[] };
  expect(proposals).toMatchObject([{ article: 'one', apart: ['two'] }]);
  await same.click();
  await expect(same).toBeChecked();
  await review.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(same).not.toBeChecked();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(same).toBeChecked();

  await review.focus();
  await page.keyboard.press('Enter');
  await expect(review).toContainText('Proposal 2 of 2');
  await expect(together).toHaveCount(0);
  await page.keyboard.press('Delete');
  await expect(page).toHaveTitle(/^• /);
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page).not.toHaveTitle(/^• /);
  const { events } = JSON.parse(await readFile(file, 'utf8')) as { readonly events: readonly object[] };
  expect(events).toMatchObject([
    { title: 'Start' },
    {
      title: 'Taliban fighters entered Kabul',
      date: '2021-08-15',
      lane: 'cities',
      place: 'Kabul',
      participants: [{ name: 'Ghani' }, { name: 'Baradar' }],
      evidence: [{ article: 'one' }, { article: 'two', date: '2021-08-17' }],
    },
  ]);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Times' }).click();
  await dateline.menu.choose('draft-events');
  await expect(review).toContainText('1 of 1 seen');
  await rm(folder, { recursive: true });
});

test('a drafted document is confirmed event by event, and its figure tells what is proposed from what is confirmed', async ({
  dateline,
}) => {
  const { page } = dateline;
  const review = reviewIn(dateline);
  const folder = await mkdtemp(join(tmpdir(), 'dateline-draft-'));
  const file = join(folder, 'drafted.dateline');
  const text = 'The bridge opened on 3 May 1987. The mill burned down on 5 May 1987. It reopened about 1990.';
  const { proposals } = drafterFor('en').draft(text, { published: '2000' });
  const draft = draftedDocument([
    { name: 'Ash', title: 'Ash', publisher: 'Post', address: '', text, published: '2000', proposals },
  ]);
  await writeFile(file, JSON.stringify({ format: 'dateline', version: 2, ...draft }));
  await dateline.open(file);
  const proposed = page.locator('.vis-item .mark-frame');
  await expect(proposed).toHaveCount(3);
  await dateline.menu.choose('draft-events');
  await expect(review).toContainText('0 of 3 seen');
  // It is an event already, and needs no other mark.
  await expect(page.locator('.ghost')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(proposed).toHaveCount(2);
  await page.keyboard.press('Delete');
  await expect(proposed).toHaveCount(1);
  await expect(review).toContainText('2 of 3 seen');
  await expect(dateline.eventsInView).toContainText('2 events');

  const svg = (await writeFigure(dateline, folder, 'svg')).toString('utf8');
  expect(svg).toContain('Proposed, not confirmed');
  await page.keyboard.press('Enter');
  await expect(proposed).toHaveCount(0);
  const confirmed = (await writeFigure(dateline, folder, 'svg')).toString('utf8');
  expect(confirmed).not.toMatch(/not confirmed|Proposed/);
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
  // It takes a busy machine a while.
  await expect(review).toContainText('Proposal 1 of 2', { timeout: 30_000 });
  await expect(dateline.notice).toHaveCount(0);
  await rm(folder, { recursive: true });
});
