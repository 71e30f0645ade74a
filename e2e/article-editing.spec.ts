// Articles and notes of one's own: pasted, opened, changed and deleted; events, evidence and notes made of their words.
import { rm, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test, type Dateline } from './dateline.ts';
import { objections } from './objections.ts';
import { Editor } from './pages/editor.ts';

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-articles-'));
});
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const TEXT = [
  'The bridge at Ash',
  '',
  'The bridge was begun in May 1887. Three years later the first train crossed it.',
  'It was closed on Tuesday. Nobody was hurt.',
].join('\n');

/** A form, by its heading. */
function form(dateline: Dateline, heading: string | RegExp): Locator {
  return dateline.page.getByRole('dialog', { name: heading, exact: typeof heading === 'string' });
}

/** Makes an event of words of the article, and leaves its editor. */
async function addEventFrom(dateline: Dateline, words: string): Promise<void> {
  await dateline.article.drag(words);
  await dateline.article.bar.getByRole('button', { name: 'Add event' }).click();
  await expect(new Editor(dateline.page).title).toBeFocused();
  await dateline.page.keyboard.press('Escape');
  await expect(dateline.card.root).toContainText(`“${words}”`);
}

/** Makes an empty timeline and pastes the article into it. */
async function pasteArticle(dateline: Dateline): Promise<void> {
  const { page } = dateline;
  await page.keyboard.press('ControlOrMeta+n');
  await expect(dateline.invitation).toBeVisible();
  await dateline.button('Paste an article…').click();
  const dialog = form(dateline, 'Add article');
  await expect(dialog.getByLabel('Text')).toBeFocused();
  await page.keyboard.insertText(TEXT);
  await dialog.getByLabel('Published').fill('6 Oct 2022');
  await expect(dialog.getByLabel('Title')).toHaveValue('The bridge at Ash');
  await dialog.getByRole('button', { name: 'Add article' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(dateline.article.paragraphs).toHaveCount(2);
}

test('an article without a headline asks for a title where it is typed', async ({ dateline }) => {
  await dateline.page.keyboard.press('ControlOrMeta+n');
  await dateline.button('Paste an article…').click();
  const dialog = form(dateline, 'Add article');
  await expect(dialog.getByLabel('Text')).toBeFocused();
  await dateline.page.keyboard.insertText('It was long ago that the bridge was begun. '.repeat(9));
  await dialog.getByRole('button', { name: 'Add article' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Type a title: an article needs one.');
  await expect(dialog.getByLabel('Title')).toBeFocused();
});

test('an article is pasted, and events are made of its words by mouse, each with its quote and date', async ({
  dateline,
}) => {
  const editor = new Editor(dateline.page);
  await pasteArticle(dateline);
  await expect(dateline.article.root).toContainText('Unknown publisher, published 6 October 2022');

  await dateline.article.drag('The bridge was begun in May 1887.');
  expect(await objections(dateline)).toEqual([]);
  await dateline.article.bar.getByRole('button', { name: 'Add event' }).click();
  await expect(editor.title).toHaveValue('The bridge was begun in May 1887');
  await expect(editor.dateWords).toContainText('1887-05');
  await dateline.page.keyboard.press('Escape');
  await expect(dateline.card.root).toContainText('“The bridge was begun in May 1887.”');
  await expect(dateline.card.root).toContainText('Confidence: high.');
  await expect(dateline.article.selectedQuotes).toHaveText('The bridge was begun in May 1887.');

  // The first event stays selected, and takes further words as evidence.
  const add = dateline.article.bar.getByRole('button', { name: /^Add as evidence to “The bridge was begun/ });
  await dateline.article.drag('Nobody was hurt.');
  await add.click();
  await expect(dateline.article.selectedQuotes).toHaveCount(2);
  await dateline.page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.article.selectedQuotes).toHaveCount(1);
  await dateline.page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(dateline.article.selectedQuotes).toHaveCount(2);

  // So do words that reach into what is quoted already; the same words twice are said to be there.
  await dateline.article.drag('begun in May 1887. Three years later');
  await add.click();
  await expect(dateline.announcement).toContainText('“begun in May 1887. Three years later”');
  await expect(dateline.article.selectedQuotes).toHaveText([
    'The bridge was ',
    'begun in May 1887.',
    ' Three years later',
    'Nobody was hurt.',
  ]);
  await dateline.article.drag('begun in May 1887. Three years later');
  await add.click();
  await expect(dateline.notice).toContainText('These words are evidence of');
  await dateline.card.root.scrollIntoViewIfNeeded();
  await expect(dateline.card.root).toContainText('“begun in May 1887. Three years later”');
  await expect(dateline.card.root).toContainText('“The bridge was begun in May 1887.”');
  await dateline.page.keyboard.press('F2');
  await editor.form.getByRole('button', { name: 'Remove quote' }).last().click();
  await expect(editor.form.locator('.editor-quote')).toHaveCount(2);
});

test('an event is made of a sentence by keyboard alone, and Escape closes the bar first', async ({
  dateline,
}) => {
  const { page } = dateline;
  const editor = new Editor(page);
  await pasteArticle(dateline);
  await dateline.article.root.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(dateline.announcement).toContainText('Selected “The bridge at Ash”');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(dateline.announcement).toContainText('Selected “It was closed on Tuesday.”');
  await expect(dateline.article.bar).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dateline.article.bar).toHaveCount(0);
  await page.keyboard.press('Shift+ArrowDown');
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(dateline.announcement).toHaveText('Selected “It was closed on Tuesday”');
  await page.keyboard.press('Tab');
  await expect(dateline.article.bar.getByRole('button', { name: 'Add event' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(dateline.article.bar.getByRole('button', { name: 'Add note' })).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(editor.title).toHaveValue('It was closed on Tuesday');
  // The Tuesday before it was published.
  await expect(editor.dateWords).toContainText('2022-10-04');

  // Escape closes the bar from elsewhere, too.
  await page.keyboard.press('Escape');
  await expect(editor.form).toHaveCount(0);
  await dateline.article.root.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(dateline.article.bar).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await expect(dateline.article.root).not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dateline.article.bar).toHaveCount(0);
});

test('the text of an article is edited: quotes move, and one that is destroyed is said and kept as words', async ({
  dateline,
}) => {
  const { page } = dateline;
  await pasteArticle(dateline);
  for (const words of ['The bridge was begun in May 1887.', 'Nobody was hurt.']) {
    await addEventFrom(dateline, words);
  }
  await dateline.button('Edit article').click();
  const dialog = form(dateline, 'Edit article');
  await expect(dialog.getByLabel('Published')).toHaveValue('6 October 2022');
  await dialog.getByLabel('Published').fill('soon');
  await dialog
    .getByLabel('Text')
    .fill(TEXT.replace('\n\n', '\nBy our reporter.\n').replace('Nobody', 'No one'));
  await expect(dialog.getByRole('alert').first()).toHaveText(
    'Type a date such as 3 Oct 2022, October 2022, 2022 or 44 BCE.',
  );
  await dialog.getByLabel('Title').focus();
  await expect(dialog.getByRole('alert').last()).toContainText('1 quote is no longer in the text.');
  await expect(dialog.getByRole('alert').last()).toContainText('Nobody was hurt: “Nobody was hurt.”');
  expect(await objections(dateline)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('The bridge of Ash');
  // What was typed is kept by Escape too, and the next keys are for the window, however fast they come.
  const undo = { keyCode: 'z', modifiers: ['control' as const] };
  const redo = { keyCode: 'y', modifiers: ['control' as const] };
  await dateline.system.pressAtOnce([{ keyCode: 'Escape' }, undo, undo, redo, redo]);
  await expect(dateline.announcement).toContainText('Redone: Change article');
  await expect(dialog).toHaveCount(0);
  await expect(dateline.article.root.getByRole('heading')).toHaveText('The bridge of Ash');
  await expect(dateline.card.description).toHaveText('“Nobody was hurt.” (The bridge at Ash)');
  await expect(dateline.article.quotes).toHaveText(['The bridge was begun in May 1887.']);
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.article.quotes).toHaveText(['The bridge was begun in May 1887.', 'Nobody was hurt.']);
  await expect(dateline.card.description).toHaveCount(0);
});

test('an article is opened from a text file, and deleted; its quotes stay as words, and Undo brings all back', async ({
  dateline,
}) => {
  const { page } = dateline;
  const path = join(folder, 'ferry.txt');
  await writeFile(path, '\ufeffThe ferry\r\n\r\nIt sank in 1850.\r\n');
  await dateline.menu.choose('add-article');
  const dialog = form(dateline, 'Add article');
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Open a file…' }).click();
  await (await chooser).setFiles(path);
  await expect(dialog.getByLabel('Title')).toHaveValue('The ferry');
  await dialog.getByLabel('Address').fill('www.example.org');
  await dialog.getByRole('button', { name: 'Add article' }).click();
  await expect(dialog.getByRole('alert').last()).toHaveText(
    'Type a whole address, which starts with http:// or https://.',
  );
  // A form that is left keeps what stands in it.
  await page.keyboard.press('Escape');
  await dateline.button('Add article').click();
  await expect(dialog.getByLabel('Text')).toHaveValue('The ferry\n\nIt sank in 1850.\n');
  await dialog.getByLabel('Address').fill('https://www.example.org/ferry');
  await dialog.getByRole('button', { name: 'Add article' }).click();
  await expect(dateline.article.tabs).toHaveCount(2);
  await expect(dateline.article.root).toContainText('example.org');
  await addEventFrom(dateline, 'It sank in 1850.');
  await expect(dateline.card.date).toContainText('1850');

  await dateline.button('Edit article').click();
  await dateline.button('Delete article').click();
  await expect(dateline.notice).toContainText(
    'Deleted the article “The ferry”. 1 quote is now in the descriptions of their events.',
  );
  await expect(dateline.article.tabs).toHaveCount(0);
  await expect(dateline.card.description).toHaveText('“It sank in 1850.” (The ferry)');
  await dateline.notice.getByRole('button', { name: 'Undo' }).click();
  await expect(dateline.article.tabs).toHaveCount(2);
  await expect(dateline.card.description).toHaveCount(0);
});

test('notes are added on an article, on words of it and on an event; changed, deleted and undone', async ({
  dateline,
}) => {
  const { page } = dateline;
  await pasteArticle(dateline);
  const note = form(dateline, /^(New note|Note)$/);
  await dateline.article.root.getByRole('button', { name: 'Add note' }).click();
  await expect(note).toContainText('On the article “The bridge at Ash”.');
  await page.keyboard.type('Read twice.');
  expect(await objections(dateline)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dateline.article.root.locator('.note-above')).toHaveText('Read twice.');

  await dateline.article.drag('Nobody was hurt.');
  await dateline.article.bar.getByRole('button', { name: 'Add note' }).click();
  await expect(note).toContainText('from “Nobody was hurt.” on');
  await page.keyboard.type('Others say two were.');
  await note.getByRole('button', { name: 'Done' }).click();
  await expect(dateline.article.notes).toContainText('Others say two were.');

  await dateline.article.notes.getByRole('button', { name: 'Edit note' }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Others say three were.');
  await page.keyboard.press('Escape');
  await expect(dateline.article.notes).toContainText('Others say three were.');
  await expect(note).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.article.notes).toContainText('Others say two were.');
  await dateline.article.notes.getByRole('button', { name: 'Edit note' }).click();
  await note.getByRole('button', { name: 'Delete note' }).click();
  await expect(dateline.article.notes).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.article.notes).toHaveCount(1);

  await addEventFrom(dateline, 'The bridge was begun in May 1887.');
  await dateline.card.root.getByRole('button', { name: 'Add note' }).click();
  await page.keyboard.type('Or in June.');
  await page.keyboard.press('Escape');
  await expect(dateline.card.root.locator('.note')).toHaveText('Or in June.');
  expect(await objections(dateline)).toEqual([]);
});
