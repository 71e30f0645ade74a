// axe-core finds nothing to object to, in either theme, on any screen.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Dateline, expect, test } from './dateline.ts';
import { objections } from './objections.ts';
import { take, titled } from './pages/edits.ts';
import { Editor } from './pages/editor.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`the main window has no accessibility faults, ${theme}`, async ({ dateline }) => {
    await dateline.page.emulateMedia({ colorScheme: theme });
    expect(await objections(dateline)).toEqual([]);
    await dateline.timeline.select('Foreign ministers, New York');
    expect(await objections(dateline)).toEqual([]);
    await dateline.timeline.compareWith('Fall of Kabul');
    await expect(dateline.card.root).toContainText('Time between');
    expect(await objections(dateline)).toEqual([]);
    await dateline.page.keyboard.press('ControlOrMeta+b');
    await expect(dateline.panel.root).toHaveCount(0);
    expect(await objections(dateline)).toEqual([]);
  });

  test(`the dialogs about what is kept have no accessibility faults, ${theme}`, async ({ dateline }) => {
    const { page } = dateline;
    await page.emulateMedia({ colorScheme: theme });
    const path = join(dateline.dataFolder, 'kept.dateline');
    await writeFile(
      path,
      JSON.stringify({
        format: 'dateline',
        version: 2,
        title: 'Kept',
        lanes: [{ id: 'a', title: 'A' }],
        events: [],
      }),
    );
    await dateline.open(path);
    await take(page, titled('Kept', 'Changed'));
    await page.keyboard.press('ControlOrMeta+s');
    await expect(dateline.notice).toContainText('Saved');
    await dateline.menu.choose('show-versions');
    const versions = page.getByRole('dialog', { name: 'Earlier versions' });
    await versions.getByRole('button', { name: 'Compare' }).last().click();
    await expect(versions.getByRole('region')).toBeVisible();
    expect(await objections(dateline)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(versions).toHaveCount(0);

    await writeFile(path, (await readFile(path, 'utf8')).replace('Changed', 'Theirs'));
    await page.keyboard.press('ControlOrMeta+s');
    const changed = page.getByRole('dialog', { name: 'Changed by another program' });
    await changed.getByRole('button', { name: 'Compare' }).click();
    await expect(changed.getByRole('region')).toBeVisible();
    expect(await objections(dateline)).toEqual([]);
  });

  test(`the editor of an event and the tray have no accessibility faults, also with text at 200 %, ${theme}`, async ({
    dateline,
  }) => {
    const { page } = dateline;
    const editor = new Editor(page);
    await page.emulateMedia({ colorScheme: theme });
    await page.keyboard.press('n');
    await page.keyboard.press('F2');
    await expect(editor.title).toBeFocused();
    await editor.date.fill('3/5/2021');
    expect(await objections(dateline)).toEqual([]);
    await editor.date.fill('when the snow melts');
    await editor.title.fill('');
    await page.keyboard.press('Tab');
    expect(await objections(dateline)).toEqual([]);
    await editor.title.fill('Fall of Kabul');
    await editor.date.fill('');
    await page.keyboard.press('Escape');
    await editor.tray.click();
    await expect(page.locator('.tray-list button')).toHaveText(['Fall of Kabul']);
    expect(await objections(dateline)).toEqual([]);

    await dateline.resize(1024, 640);
    await dateline.enlargeText(2);
    await page.keyboard.press('Escape');
    await page.keyboard.press('F2');
    await expect(editor.title).toBeFocused();
    expect(await objections(dateline)).toEqual([]);
    // Every field can be reached by Tab, and stands within the window as it has the focus.
    const fields = editor.form.locator('input:not([type="radio"], [tabindex="-1"]), textarea, select');
    for (const field of await fields.all()) {
      await field.focus();
      const [box, sight] = await field.evaluate((element) => {
        const { left, right } = element.getBoundingClientRect();
        return [{ left, right }, innerWidth];
      });
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(sight);
      await expect(field).toBeInViewport();
    }
  });

  test(`a search has no accessibility faults, ${theme}`, async ({ dateline }) => {
    await dateline.page.emulateMedia({ colorScheme: theme });
    for (const query of ['kulubaev', 'humanitarian', 'xyzzy']) {
      await dateline.find.type(query);
      expect(await objections(dateline)).toEqual([]);
      await dateline.page.keyboard.press('Enter');
      expect(await objections(dateline)).toEqual([]);
    }
    await dateline.resize(1024, 640);
    expect(await objections(dateline)).toEqual([]);
    await dateline.page.keyboard.press('Escape');
    expect(await objections(dateline)).toEqual([]);
  });

  test(`the list of events and the list of lanes have no accessibility faults, ${theme}`, async ({
    dateline,
  }) => {
    await dateline.page.emulateMedia({ colorScheme: theme });
    await dateline.button('Lanes').click();
    await expect(dateline.lanes.list).toBeVisible();
    expect(await objections(dateline)).toEqual([]);
    await dateline.lanes.list.getByRole('checkbox', { name: 'Afghanistan' }).uncheck();
    await dateline.page.keyboard.press('Escape');
    expect(await objections(dateline)).toEqual([]);
    await dateline.list.open();
    expect(await objections(dateline)).toEqual([]);
    await dateline.list.row('SCO summit').click();
    await dateline.list.head('Place').click();
    await dateline.button('Copy list').click();
    await expect(dateline.page.getByRole('menuitem', { name: 'As text' })).toBeFocused();
    expect(await objections(dateline)).toEqual([]);
    await dateline.page.keyboard.press('Escape');
    await dateline.resize(1024, 640);
    expect(await objections(dateline)).toEqual([]);
  });

  test(`a document of version 2 has no accessibility faults, ${theme}`, async ({ dateline }) => {
    const file = (name: string) => join(import.meta.dirname, 'fixtures', name);
    await dateline.page.emulateMedia({ colorScheme: theme });
    await dateline.open(file('format-two.dateline'));
    expect(await objections(dateline)).toEqual([]);
    for (const title of [
      'The reservoir is begun',
      'Talks on the water',
      'A law is passed',
      'The valley is surveyed',
    ]) {
      await dateline.page.keyboard.press('n');
      await expect(dateline.card.heading).toHaveText(title);
      expect(await objections(dateline)).toEqual([]);
    }
    await dateline.list.open();
    expect(await objections(dateline)).toEqual([]);
    await dateline.page.keyboard.press('ControlOrMeta+l');
    await dateline.open(file('no-dates.dateline'));
    await expect(dateline.invitation).toBeVisible();
    expect(await objections(dateline)).toEqual([]);
  });

  test(`a document of several articles has no accessibility faults, ${theme}`, async ({ dateline }) => {
    await dateline.page.emulateMedia({ colorScheme: theme });
    await dateline.open('e2e/fixtures/two-articles.dateline');
    expect(await objections(dateline)).toEqual([]);
    for (const tab of await dateline.article.tabs.all()) {
      await tab.click();
      for (let presses = 0; presses < 3; presses += 1) {
        await dateline.page.keyboard.press('n');
        expect(await objections(dateline)).toEqual([]);
      }
    }
  });

  test(`the export dialog has no accessibility faults, ${theme}`, async ({ dateline }) => {
    await dateline.page.emulateMedia({ colorScheme: theme });
    await dateline.resize(1024, 640);
    await dateline.exportDialog.open();
    await dateline.exportDialog.preview();
    expect(await objections(dateline)).toEqual([]);
    await dateline.exportDialog.choice('Content', 'Date range').click();
    await dateline.exportDialog.field('From').fill('soon');
    await dateline.exportDialog.size.selectOption('Custom…');
    await expect(dateline.page.getByRole('alert')).toBeVisible();
    expect(await objections(dateline)).toEqual([]);
  });

  test(`the export dialog with all its fields open has no accessibility faults, and Tab reaches each, ${theme}`, async ({
    dateline,
  }) => {
    await dateline.page.emulateMedia({ colorScheme: theme });
    const { exportDialog, page } = dateline;
    await dateline.open('e2e/fixtures/format-two.dateline');
    for (const key of ['n', 'Shift+N']) await page.keyboard.press(key);
    await expect(dateline.card.root).toContainText('Time between');
    await exportDialog.open();
    await exportDialog.choice('Content', 'Date range').click();
    await exportDialog.events.selectOption('importance');
    await exportDialog.fold.check();
    await exportDialog.distance.check();
    await exportDialog.size.selectOption('Custom…');
    await exportDialog.choice('Style', 'House style').click();
    await exportDialog.part('Notes').check();
    await exportDialog.preview();
    await expect(exportDialog.root.getByLabel('Title font')).toBeVisible();
    expect(await objections(dateline)).toEqual([]);

    await exportDialog.button('Cancel').focus();
    // The words side by side are one stop, at the chosen one.
    const fields = 'input:not([type=radio]), input[type=radio]:checked, select, textarea, button, summary';
    const all = exportDialog.root.locator(`:is(${fields}):enabled, summary`);
    const count = await all.count();
    expect(count).toBeGreaterThan(25);
    for (let press = 0; press < count + 5; press++) {
      await page.keyboard.press('Tab');
      await page.evaluate(() => document.activeElement?.setAttribute('data-reached', ''));
    }
    const missed = await all.evaluateAll((elements) =>
      elements.filter((element) => !element.hasAttribute('data-reached')).map((element) => element.outerHTML),
    );
    expect(missed).toEqual([]);

    await exportDialog.enlarge.click();
    await expect(exportDialog.sight).toHaveAccessibleName('Figure at 100 %');
    expect(await objections(dateline)).toEqual([]);
  });

  test(`the dialogs of the Help menu have no accessibility faults, ${theme}`, async ({ dateline }) => {
    await dateline.page.emulateMedia({ colorScheme: theme });
    await dateline.resize(1024, 640);
    await dateline.page.keyboard.press('F1');
    await expect(dateline.dialog('Keyboard shortcuts')).toBeVisible();
    expect(await objections(dateline)).toEqual([]);
    await dateline.page.keyboard.press('Escape');
    await dateline.menu.choose('show-about');
    await expect(dateline.dialog('About Dateline').getByRole('definition').first()).toBeVisible();
    expect(await objections(dateline)).toEqual([]);
  });

  test(`the problem screen has no accessibility faults, ${theme}`, async () => {
    const dateline = await Dateline.start({ theme, args: ['missing.dateline'] });
    await expect(dateline.problem).toBeVisible();
    expect(await objections(dateline)).toEqual([]);
    await dateline.close();
  });
}

test('the accessibility tree names every event with its title, its date and its certainty', async ({
  dateline,
}) => {
  const session = await dateline.page.context().newCDPSession(dateline.page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const buttons = nodes
    .filter(({ role, ignored }) => role?.value === 'button' && !ignored)
    .map(({ name, description }) => ({
      name: String(name?.value),
      description: String(description?.value ?? ''),
    }));
  const events = [
    ['Fall of Kabul', '15 August 2021', 'Following the abrupt fall'],
    ['CSTO summit in Dushanbe', '16 September 2021', 'In the previous month, leaders'],
    ['SCO summit', '17 September 2021', 'The Shanghai Cooperation Organization'],
    ['CSTO foreign ministers’ working meeting', '21 September 2022, uncertain', 'established during'],
    ['Zas–Kulubaev meeting', '3 October 2022', 'Stanislav Zas, the secretary'],
  ] as const;
  // On the timeline the short date stands first: “15 Aug 2021”.
  const short = (date: string) => date.replace(/ (\w{3})\w* /, ' $1 ').replace(', uncertain', '');
  for (const [title, date, words] of events) {
    const mark = buttons.filter(({ name }) => name.includes(title) && name.includes(short(date)));
    expect(mark, title).toHaveLength(1);
    if (date.includes('uncertain')) expect(mark[0]?.name).toContain(date);
    const quote = buttons.filter(({ name }) => name.startsWith(words));
    expect(quote, words).toHaveLength(1);
    expect(quote[0]?.description).toContain(`${title}, ${date}`);
  }
});

test('in the list each row is an event with its title, its date and its certainty', async ({ dateline }) => {
  await dateline.list.open();
  const session = await dateline.page.context().newCDPSession(dateline.page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const words = (id: string): string => {
    const node = known.get(id);
    const isNamed = node?.role?.value === 'StaticText' || node?.role?.value === 'gridcell';
    const own = isNamed ? String(node.name?.value) : '';
    return own + (node?.childIds ?? []).map(words).join(' ');
  };
  const table = nodes.find(({ role, ignored }) => role?.value === 'grid' && !ignored);
  expect(String(table?.name?.value)).toContain('Events of CSTO Mechanisms');
  const rows = nodes.filter(({ role, ignored }) => role?.value === 'row' && !ignored);
  // The last one adds an event.
  expect(rows).toHaveLength(7);
  for (const [title, date, certainty] of [
    ['Fall of Kabul', '15 August 2021', 'Other source'],
    ['CSTO summit in Dushanbe', '16 September 2021', 'Very high'],
    ['SCO summit', '17 September 2021', 'Derived'],
    ['CSTO foreign ministers’ working meeting', '21 September 2022, uncertain', 'Medium'],
    ['Zas–Kulubaev meeting', '3 October 2022', 'High'],
  ] as const) {
    const row = rows.map(({ nodeId }) => words(nodeId)).filter((text) => text.includes(title));
    expect(row, title).toHaveLength(1);
    expect(row[0]).toContain(date);
    expect(row[0]).toContain(certainty);
    // Whoever goes through the rows by arrow keys hears date and certainty with each.
    const button = nodes.find(({ role, name }) => role?.value === 'button' && name?.value === title);
    expect(String(button?.description?.value), title).toContain(date);
    expect(String(button?.description?.value), title).toContain(certainty);
  }
});
