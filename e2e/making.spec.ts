// A timeline of one's own from a pasted article, by mouse alone and by keyboard alone; and random edits, undone and redone.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oneOf, randomNumbers } from '../bench/synthetic.ts';
import { expect, test, type Dateline } from './dateline.ts';
import { Editor } from './pages/editor.ts';

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-making-'));
});
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Sentences that tell an event each, with their dates. */
const TOLD = [
  ['The bridge was begun in May 1887.', '1887-05'],
  ['The first train crossed it on 3 June 1890.', '1890-06-03'],
  ['A flood damaged it in spring 1892.', '1892-21'],
  ['It was painted red in 1899.', '1899'],
  ['It was closed on Tuesday.', '1901-10-01'],
] as const;
const ARTICLE = `The bridge at Ash\n\n${TOLD.map(([sentence]) => sentence).join(' ')}\n`;

interface Saved {
  readonly events: readonly {
    readonly title: string;
    readonly date: string;
    readonly evidence: readonly { readonly quote: string }[];
  }[];
}

/** Writes a copy of the document as it is, and returns what the file holds. */
async function copyOf(dateline: Dateline, name: string): Promise<string> {
  const path = join(folder, `${name}.dateline`);
  await dateline.system.answerSaveDialog(path);
  await dateline.menu.choose('save-copy');
  await expect(dateline.notice).toContainText(`Saved “${name}.dateline”`);
  return readFile(path, 'utf8');
}

/** Saves the document, opens it again, and expects it to be what the article tells, and equal. */
async function saveAndOpenAgain(dateline: Dateline, name: string, save: () => Promise<void>): Promise<void> {
  const path = join(folder, `${name}.dateline`);
  await dateline.system.answerSaveDialog(path);
  await save();
  await expect(dateline.notice).toContainText(`Saved “${name}.dateline”`);
  const text = await readFile(path, 'utf8');
  const { events } = JSON.parse(text) as Saved;
  expect(events.map(({ date, evidence }) => [evidence[0]?.quote, date])).toEqual(TOLD);
  await dateline.menu.choose('new-document');
  await expect(dateline.invitation).toBeVisible();
  await dateline.open(path);
  await expect(dateline.eventsInView).toContainText('5 of 5');
  const again = await copyOf(dateline, `${name}-again`);
  const withoutTime = (file: string): string => file.replace(/ {2}"modified": .*\n/, '');
  expect(withoutTime(again)).toBe(withoutTime(text));
}

test('five events are made of a pasted article by mouse alone, saved and opened again: equal', async ({
  dateline,
}) => {
  const { page } = dateline;
  const editor = new Editor(page);
  const press = (name: string) => dateline.button(name).click();
  await dateline.statusBar.getByText('New timeline').click();
  await expect(dateline.invitation).toBeVisible();
  await press('Paste an article…');
  const form = page.getByRole('dialog', { name: 'Add article' });
  await form.getByLabel('Text').click();
  await page.keyboard.insertText(ARTICLE);
  await form.getByLabel('Published').click();
  await page.keyboard.insertText('6 Oct 1901');
  await form.getByRole('button', { name: 'Add article' }).click();
  await expect(form).toHaveCount(0);
  for (const [sentence] of TOLD) {
    await dateline.article.drag(sentence);
    await dateline.article.bar.getByRole('button', { name: 'Add event' }).click();
    await expect(editor.title).toHaveValue(sentence.slice(0, -1));
    await editor.form.getByRole('button', { name: 'Done' }).click();
    await expect(editor.form).toHaveCount(0);
  }
  await saveAndOpenAgain(dateline, 'mouse', () => dateline.menu.choose('save-document'));
});

test('five events are made of a pasted article by keyboard alone, saved and opened again: equal', async ({
  dateline,
}) => {
  const { page, article } = dateline;
  const editor = new Editor(page);
  await page.keyboard.press('ControlOrMeta+n');
  await expect(dateline.invitation).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(dateline.button('Paste an article…')).toBeFocused({ timeout: 100 });
  }).toPass({ intervals: [0] });
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'Add article' });
  await expect(form.getByLabel('Text')).toBeFocused();
  await page.keyboard.insertText(ARTICLE);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(form.getByLabel('Published')).toBeFocused();
  await page.keyboard.type('6 Oct 1901');
  await page.keyboard.press('Enter');
  await expect(form).toHaveCount(0);
  await article.root.focus();
  await page.keyboard.press('Shift+ArrowDown');
  for (const [sentence] of TOLD) {
    await page.keyboard.press('Shift+ArrowDown');
    await expect(dateline.announcement).toContainText(`Selected “${sentence}”`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(editor.title).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(editor.form).toHaveCount(0);
    await article.root.focus();
  }
  await saveAndOpenAgain(dateline, 'keyboard', () => page.keyboard.press('ControlOrMeta+s'));
});

/** How many edits a random sequence has, and the seeds of the sequences. */
const EDITS = 25;
const SEEDS = [1, 2, 3];

/** What a reader may do to the selected event, or to none. */
const DEEDS = [
  ...['n', 'p', 'ControlOrMeta+d', 'Delete', 'Alt+ArrowRight', 'Alt+ArrowLeft', 'ControlOrMeta+x', 'h'],
  ...['ControlOrMeta+v', 'add', 'title', 'date', 'lane', 'undo', 'redo'],
] as const;

for (const seed of SEEDS)
  test(`random edits in the window are undone and redone to the byte, seed ${seed}`, async ({ dateline }) => {
    const { page } = dateline;
    const editor = new Editor(page);
    const random = randomNumbers(seed);
    const words = (): string => oneOf(['Talks', 'A “quoted” summit', 'Кеңеш', '𝔡'], random);
    const dates = (): string => oneOf(['about 1850', '44 BC', 'summer 2022?', '', '2021-09/..'], random);
    const before = await copyOf(dateline, `before-${seed}`);
    for (let done = 0; done < EDITS; done += 1) {
      const deed = oneOf(DEEDS, random);
      if (deed === 'add') {
        await editor.add(words(), dates());
      } else if (deed === 'title' || deed === 'date' || deed === 'lane') {
        const typed = deed === 'date' ? dates() : words();
        await page.keyboard.press('n');
        await page.keyboard.press('F2');
        if (!(await editor.form.isVisible())) continue;
        await editor[deed].fill(typed);
        await page.keyboard.press('Escape');
        await expect(editor.form).toHaveCount(0);
      } else if (deed === 'undo') await page.keyboard.press('ControlOrMeta+z');
      else if (deed === 'redo') await page.keyboard.press('ControlOrMeta+Shift+z');
      else await page.keyboard.press(deed);
    }
    const after = await copyOf(dateline, `after-${seed}`);
    expect(after).not.toBe(before);
    const stepped = (key: string) =>
      dateline.system.pressAtOnce(Array.from({ length: 3 * EDITS }, () => keyOf(key)));
    await stepped('z');
    expect(await copyOf(dateline, `undone-${seed}`)).toBe(before);
    await stepped('y');
    expect(await copyOf(dateline, `redone-${seed}`)).toBe(after);
  });

const keyOf = (keyCode: string): { readonly keyCode: string; readonly modifiers: 'control'[] } => ({
  keyCode,
  modifiers: ['control'],
});
