// The words of the window: those that read as if translated are gone from what is shipped, and plain ones stand there.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './dateline.ts';

/** What was said before. */
const GONE = [
  ...['Of the theme', 'As the window', 'As in the window', 'Around the timeline', 'Read from the article'],
  ...['on to the next', 'Back to one event', 'Fold the panel', 'Make it again'],
  ...['Export with the last choices', 'its place and its sentence in the article'],
];

test('no old words are left in what is shipped', async () => {
  const folders = ['out/main', 'out/preload', 'out/renderer'];
  const names = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder, { recursive: true })).map((name) => join(folder, name)),
    ),
  );
  const scripts = names.flat().filter((name) => /\.[cm]?js$/.test(name));
  expect(scripts.length).toBeGreaterThan(5);
  for (const script of scripts) {
    const text = await readFile(script, 'utf8');
    // Only what is said: code may well name a distance.
    expect(
      GONE.filter((words) => new RegExp(`(["'\`>])${words}|${words}["'\`.]`).test(text)),
      script,
    ).toEqual([]);
  }
});

test('the window says where the example comes from and what to do first', async ({ dateline }) => {
  await expect(dateline.statusBar).toContainText('Example');
  await expect(dateline.card.root).toContainText('Select an event to see where its date comes from.');
  await expect(dateline.button('Panel')).toHaveAttribute('title', /^Hide panel \(/);
});

test('the export dialog speaks of background, theme and what to include', async ({ dateline }) => {
  await dateline.exportDialog.open();
  const { root } = dateline.exportDialog;
  for (const [name, choices] of [
    ['Background', ['Solid', 'Transparent']],
    ['Theme', ['Match window', 'Light', 'Dark']],
    ['Include', ['Title', 'Legend', 'Sources', 'Credit', 'Notes']],
  ] as const) {
    const group = root.getByRole('group', { name, exact: true });
    for (const choice of choices) await expect(group.getByText(choice, { exact: true })).toBeVisible();
  }
});

test('comparing says how to go on and how to stop', async ({ dateline }) => {
  await dateline.page.keyboard.press('n');
  await dateline.page.keyboard.press('Shift+n');
  await expect(dateline.card.heading).toContainText('Time between');
  await expect(dateline.card.keys).toHaveText('Shift N Next Shift P Previous Esc Stop comparing');
});

test('the list of shortcuts names each as the buttons and the menu do', async ({ dateline }) => {
  await dateline.page.keyboard.press('F1');
  const terms = dateline.dialog('Keyboard shortcuts').getByRole('term');
  for (const label of [
    'Show or hide panel',
    'Show list or timeline',
    'Undo',
    'Redo',
    'Export figure',
    'Export again',
  ])
    await expect(terms.getByText(label, { exact: true })).toHaveCount(1);
});
