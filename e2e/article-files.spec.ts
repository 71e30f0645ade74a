// Articles come as files: dropped, opened, or chosen in the form of a new article, which they fill; nothing of them runs or loads.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import {
  mailFile,
  pdfFile,
  savedPage,
  STORY,
  STORY_TEXT,
  wordFile,
} from '../src/shared/formats/article/article-samples.ts';
import { expect, test, Dateline } from './dateline.ts';
import { objections } from './objections.ts';

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-article-files-'));
});
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function drop(dateline: Dateline, path: string): Promise<void> {
  const drag = await dateline.drag([path]);
  await drag.over();
  await drag.drop();
}

/** The form of a new article. */
function formOf({ page }: Dateline): Locator {
  return page.getByRole('dialog', { name: 'Add article' });
}

/** The fields of the form of a new article. */
async function fieldsOf(dateline: Dateline): Promise<string[]> {
  const dialog = formOf(dateline);
  const names = ['Title', 'Publisher', 'Published', 'Address', 'Text'];
  return Promise.all(names.map((name) => dialog.getByLabel(name, { exact: true }).inputValue()));
}

test('a saved page that is dropped fills the form, asks nothing of any machine, and is drafted', async ({
  dateline,
}) => {
  const { page } = dateline;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // The ending says nothing, and nothing depends on it.
  await drop(dateline, await file('saved.dat', savedPage(`http://127.0.0.1:${port}`)));
  const dialog = formOf(dateline);
  await expect(dialog).toContainText('From “saved.dat”.');
  const [title, publisher, published, address, text = ''] = await fieldsOf(dateline);
  expect([title, publisher, published, address]).toEqual([
    STORY.title,
    STORY.publisher,
    '17 September 2021',
    STORY.address,
  ]);
  expect(text.split('\n\n')).toHaveLength(5);
  expect(text).not.toMatch(/Weather|Comments|privacy|archive/);
  // The example makes room for a timeline of the article.
  await expect(dateline.statusBar).toContainText('Untitled');
  await dialog.getByRole('button', { name: 'Add article' }).click();
  await expect(dateline.article.root.getByRole('heading')).toHaveText(STORY.title);

  await dateline.menu.choose('draft-events');
  const review = page.getByRole('region', { name: 'Review of proposals' });
  await expect(review).toContainText('2021-09-16');
  await expect(review).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dateline.eventsInView).toContainText('1 event');
  expect(asked).toEqual([]);
  expect(dateline.requests.filter((asks) => !asks.startsWith('app://'))).toEqual([]);
  server.close();
});

test('each kind of file that is dropped fills the form, and is drafted', async ({ dateline }) => {
  await dateline.menu.choose('new-document');
  const dialog = formOf(dateline);
  const review = dateline.page.getByRole('region', { name: 'Review of proposals' });
  let articles = 0;
  for (const [name, content, remark] of [
    ['story.docx', wordFile(), 'Words that were deleted while changes were tracked were left out.'],
    ['story.eml', mailFile(), '2 attachments left out.'],
    ['story.pdf', pdfFile(), 'What stands at the edge of each page was left out.'],
  ] as const) {
    await drop(dateline, await file(name, content));
    await expect(dialog).toContainText(`From “${name}”. ${remark}`.trim());
    await expect(dialog.getByLabel('Title')).toHaveValue(STORY.title);
    await expect(dialog.getByLabel('Text')).toHaveValue(STORY_TEXT);
    await dialog.getByLabel('Published').fill('17 Sep 2021');
    await dialog.getByRole('button', { name: 'Add and draft events' }).click();
    await expect(review).toContainText('2021-09-16');
    articles += 1;
    await expect(dateline.article.tabs).toHaveCount(articles === 1 ? 0 : articles);
    await dateline.page.keyboard.press('Escape');
    await expect(review).toHaveCount(0);
  }
});

test('a text that is opened goes to the timeline that is open; a form that is left keeps it', async ({
  dateline,
}) => {
  await dateline.menu.choose('new-document');
  await expect(dateline.page.getByText('No events yet')).toBeVisible();
  await dateline.system.answerOpenDialog(
    await file('ferry.txt', '\ufeffThe ferry\r\n\r\nIt sank, they say, in 1850.\r\n'),
  );
  await dateline.page.keyboard.press('ControlOrMeta+o');
  const dialog = formOf(dateline);
  await expect(dialog.getByLabel('Title')).toHaveValue('The ferry');
  await expect(dialog.getByLabel('Text')).toHaveValue('The ferry\n\nIt sank, they say, in 1850.\n');
  await dateline.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await drop(dateline, await file('letter.txt', 'Мост закрыли 16 сентября 2021 года.'));
  await expect(dialog.getByLabel('Text')).toHaveValue('Мост закрыли 16 сентября 2021 года.');

  // What was typed is replaced after a question alone.
  await dialog.getByLabel('Title').fill('My letter');
  await drop(dateline, await file('ferry.txt', 'The ferry sank.'));
  const question = dialog.getByRole('alert').filter({ hasText: 'would take its place' });
  await expect(question).toContainText('“ferry.txt” would take its place');
  await expect(dialog.getByLabel('Title')).toHaveValue('My letter');
  expect(await objections(dateline)).toEqual([]);
  await question.getByRole('button', { name: 'Keep what is here' }).click();
  await expect(question).toHaveCount(0);
  await expect(dialog.getByLabel('Title')).toHaveValue('My letter');
  await drop(dateline, await file('ferry.txt', 'The ferry sank.'));
  await question.getByRole('button', { name: 'Replace it' }).click();
  await expect(dialog.getByLabel('Text')).toHaveValue('The ferry sank.');
  await expect(question).toHaveCount(0);
});

test('the form opens files itself, and says why it cannot', async ({ dateline }) => {
  await dateline.menu.choose('add-article');
  const dialog = formOf(dateline);
  const choose = async (path: string): Promise<void> => {
    const chooser = dateline.page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Open a file…' }).click();
    await (await chooser).setFiles(path);
  };
  for (const [name, content, says] of [
    [
      'picture.png',
      '\x89PNG\r\n\x1a\n\0\0\0\0',
      'It is a picture, and Dateline reads no articles from such files.',
    ],
    ['data.json', '{"a": 1}', 'It is JSON, and Dateline reads no articles from such files.'],
    ['frames.html', '<html><frameset></frameset></html>', 'It has no text.'],
  ] as const) {
    await choose(await file(name, typeof content === 'string' ? Buffer.from(content, 'latin1') : content));
    await expect(dialog.getByRole('alert').last()).toContainText(`“${name}” cannot be opened. ${says}`);
  }
  // Also where the form has to scroll.
  await dateline.resize(1024, 640);
  await expect(dialog.getByRole('alert').last()).toBeInViewport({ ratio: 1 });
  const large = await file('large.html', savedPage());
  await truncate(large, 500 * 2 ** 20);
  await choose(large);
  await expect(dialog.getByRole('alert').last()).toContainText(
    'It is 500 MB, and Dateline reads articles from files of up to 128 MB.',
  );
  await choose(await file('saved.html', savedPage()));
  await expect(dialog.getByLabel('Title')).toHaveValue(STORY.title);
  await expect(dialog.getByRole('alert')).toHaveCount(0);
});

test('the reading of a long article can be cancelled, from the window and from the form', async ({
  dateline,
}) => {
  const line = [72, 700, 11, 'The council met on 3 May 2019 and signed a treaty.'] as const;
  const path = await file('long.pdf', pdfFile(Array<(typeof line)[]>(1_000).fill([line])));
  /** Stops the process that reads, as if it had much to do. */
  const stop = async (): Promise<void> => {
    const helper = () =>
      dateline.app.evaluate(
        ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Dateline helper')?.pid ?? 0,
      );
    await expect.poll(helper, { intervals: [10] }).toBeGreaterThan(0);
    process.kill(await helper(), 'SIGSTOP');
  };
  await drop(dateline, path);
  await stop();
  await expect(dateline.notice).toContainText('Opening “long.pdf”');
  await dateline.page.keyboard.press('Escape');
  await expect(dateline.notice).toHaveCount(0);
  await expect(dateline.timeline.marks).toHaveCount(5);

  await dateline.menu.choose('add-article');
  const dialog = formOf(dateline);
  const chooser = dateline.page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Open a file…' }).click();
  await (await chooser).setFiles(path);
  await stop();
  await expect(dialog).toContainText('Reading “long.pdf”…');
  await dialog.getByRole('button', { name: 'Cancel reading' }).click();
  await expect(dialog).not.toContainText('long.pdf');
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await expect(dialog.getByLabel('Text')).toHaveValue('');
  expect(await objections(dateline)).toEqual([]);
});

test('an article named at launch begins a timeline of its own', async () => {
  const dateline = await Dateline.start({ args: [await file('start.html', savedPage())] });
  await expect(formOf(dateline).getByLabel('Title')).toHaveValue(STORY.title);
  await expect(dateline.statusBar).toContainText('Untitled');
  expect(dateline.problems).toEqual([]);
  await dateline.close();
});
