// Files of other programs are opened as new timelines; what they leave open is asked, what was changed is said.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { WRITABLE_FORMATS } from '../src/shared/formats/writable.ts';
import { Dateline, expect, test } from './dateline.ts';
import { objections } from './objections.ts';

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-import-'));
});
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Opens a file with this content through the open dialog. */
async function open(dateline: Dateline, name: string, content: string): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, content);
  await dateline.system.answerOpenDialog(path);
  // A dialog that was left is hidden before the page hears that it is closed, and until then it has the keys.
  await expect(dateline.page.locator('dialog')).toHaveCount(0);
  await dateline.page.keyboard.press('ControlOrMeta+o');
}

test('a table shows its events before, and becomes an untitled timeline with a report on what could not be read', async ({
  dateline,
}) => {
  const { page, notice, statusBar, eventsInView } = dateline;
  await open(
    dateline,
    'bridge.csv',
    'Title,Date,Place\nBridge opened,15 Aug 1988,Osh\nFlood,c. 1990,Osh\nTalks,some day,Bishkek\n',
  );
  const dialog = page.getByRole('dialog', { name: 'Import “bridge.csv”' });
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeFocused();
  await expect(dialog.getByRole('status')).toHaveText('CSV table: 3 events, 1 without a date');
  const rows = dialog.getByRole('region', { name: 'First events' }).getByRole('row');
  await expect(rows.nth(1)).toHaveText(/15 August 1988\s*Bridge opened/);
  await expect(rows.nth(3)).toContainText(/No date\s*Talks.*some day/);
  expect(await objections(dateline)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(notice).toContainText('Imported from “bridge.csv”: 3 events, 1 without a date');
  await expect(statusBar).toContainText('Untitled');
  await expect(eventsInView).toContainText('2 of 2 events in view');
  await expect(eventsInView).toContainText('1 event without a date');
  await expect(notice).toContainText('some day');
  await expect(page).toHaveTitle(/^• /);

  // The report can be read, copied and saved.
  await notice.getByRole('button', { name: 'Report' }).press('Enter');
  const report = page.getByRole('dialog', { name: 'Import of “bridge.csv”' });
  await expect(report).toContainText('3 events, 1 without a date');
  await expect(report.getByRole('row').nth(1)).toHaveText(/line 4, Date\s*.*some day/);
  expect(await objections(dateline)).toEqual([]);
  await report.getByRole('button', { name: 'Copy' }).press('Enter');
  await expect(report.getByRole('status')).toHaveText('Copied.');
  const text = await dateline.system.clipboardText();
  expect(text).toMatch(
    /^Import of “bridge\.csv”, \d+ \w+ \d{4}\n3 events, 1 without a date\.\n\nline 4, Date: /,
  );
  const path = join(folder, 'report.txt');
  await dateline.system.answerSaveDialog(path);
  await report.getByRole('button', { name: 'Save…' }).press('Enter');
  await expect(report.getByRole('status')).toContainText('Saved “report.txt”');
  expect(await readFile(path, 'utf8')).toBe(text);
  await page.keyboard.press('Escape');
  await expect(report).toHaveCount(0);

  // Where all is well, there is nothing to list.
  await open(dateline, 'well.csv', 'Title,Date\nBridge,1988\n');
  await page
    .getByRole('dialog', { name: 'Import “well.csv”' })
    .getByRole('button', { name: 'Import', exact: true })
    .press('Enter');
  await expect(notice).toContainText('Imported from “well.csv”: 1 event. Save it');
  await expect(notice.getByRole('button', { name: 'Report' })).toHaveCount(0);
  await dateline.menu.choose('show-import-report');
  await expect(page.getByRole('dialog', { name: 'Import of “well.csv”' })).toContainText('All is well');
  await page.keyboard.press('Escape');
});

test('columns get their meaning by keyboard, and it is remembered for tables with the same heads', async ({
  dateline,
}) => {
  const { page, notice } = dateline;
  const table = 'Nr,Was,Wann,Jahr,Farbe\n1,Bridge,15 Aug,1988,red\n2,Flood,3 May,1990,blue\n';
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(dateline, 'own.csv', table);
  const dialog = page.getByRole('dialog', { name: 'Import “own.csv”' });
  const meaning = (column: string) =>
    dialog.getByRole('combobox', { name: `The column “${column}” becomes`, exact: true });
  const row = dialog.getByRole('region', { name: 'First events' }).getByRole('row').nth(1);
  const submit = dialog.getByRole('button', { name: 'Import', exact: true });
  await expect(submit).toBeFocused();
  /** Tab to a control, and type in it. */
  const type = async (control: Locator, keys: readonly string[]) => {
    await control.focus();
    await expect(control).toBeFocused();
    for (const key of keys) await page.keyboard.press(key);
  };
  // Letters choose from a list as they do in every list of the system, from where it stands.
  await type(meaning('Was'), ['Home', 'T', 'i', 't']);
  await expect(meaning('Was')).toHaveValue('title');
  await type(meaning('Wann'), ['Home', 'D', 'a', 't']);
  await type(meaning('Jahr'), ['Home', 'D', 'a', 't']);
  await expect(row).toHaveText(/15 August 1988\s*Bridge/);
  await expect(dialog).toContainText('Date is Wann + Jahr');
  await type(meaning('Nr'), ['Home']);
  await type(dialog.getByRole('button', { name: 'Add a value' }), ['Enter']);
  await expect(dialog.getByRole('combobox', { name: 'What all events have' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Roads');
  await expect(row).toContainText('Roads');
  expect(await objections(dateline)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(notice).toContainText('Imported from “own.csv”: 2 events');
  await expect(dateline.timeline.mark('Bridge')).toBeVisible();

  // The next table with these heads is read in the same way, unless the reader wants a guess.
  await open(dateline, 'again.csv', table.replace('Bridge', 'Tunnel'));
  const again = page.getByRole('dialog', { name: 'Import “again.csv”' });
  await expect(again).toContainText('Read like the last table with these columns.');
  await expect(again.getByRole('region', { name: 'First events' }).getByRole('row').nth(1)).toHaveText(
    /15 August 1988\s*Tunnel\s*Roads/,
  );
  // Escape leaves everything as it was.
  await page.keyboard.press('Escape');
  await expect(again).toHaveCount(0);
  await expect(dateline.timeline.mark('Bridge')).toBeVisible();
  await open(dateline, 'guess.csv', table);
  await page.getByRole('button', { name: 'Guess instead' }).press('Enter');
  const guessed = page.getByRole('dialog', { name: 'Import “guess.csv”' });
  await expect(guessed).not.toContainText('Read like the last table');
  await expect(guessed).not.toContainText('Roads');
  await page.keyboard.press('Escape');
  await expect(guessed).toHaveCount(0);
});

test('what a column leaves open is asked once, and an import waits for the answer', async ({ dateline }) => {
  const { page } = dateline;
  await open(dateline, 'order.csv', 'Title,Date\nOne,3/4/1921\nTwo,5/6/1922\n');
  const dialog = page.getByRole('dialog', { name: 'Import “order.csv”' });
  const question = dialog.getByRole('group', { name: /which number of .* is the month/ });
  await expect(question.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText('One question is not answered yet.');
  expect(await objections(dateline)).toEqual([]);
  // The second answer: the month stands first.
  await page.keyboard.press('ArrowDown');
  await expect(question.getByRole('radio').last()).toBeChecked();
  await expect(dialog.getByRole('region', { name: 'First events' })).toContainText('4 March 1921');
  await page.keyboard.press('Enter');
  await expect(dateline.notice).toContainText('2 events');
  await page.keyboard.press('n');
  await expect(dateline.card.date).toContainText('4 March 1921');
});

test('a large table is shown by its first rows, and what only later rows leave open is asked then', async ({
  dateline,
}) => {
  const { page, notice } = dateline;
  const rows = Array.from(
    { length: 8_000 },
    (_, row) => `${'A long title of an event '.repeat(11)}${row},1921-04-03`,
  );
  await open(dateline, 'large.csv', ['Event,When', ...rows, 'The last,3/4/1921', ''].join('\n'));
  const dialog = page.getByRole('dialog', { name: 'Import “large.csv”' });
  await expect(dialog.getByRole('status')).toContainText('in the first part of the file');
  await expect(dialog.getByRole('radio')).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  // All of the file is read until then, and again for the answer: on a busy machine for longer than a test waits.
  await expect(dialog.getByRole('radio').first()).toBeFocused({ timeout: 20_000 });
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(notice).toContainText('Imported from “large.csv”: 8,001 events.', { timeout: 20_000 });
});

test('a file goes into the open timeline, and what may be there already is decided side by side', async ({
  dateline,
}) => {
  const { page, notice, eventsInView } = dateline;
  const dialog = page.getByRole('dialog', { name: 'Import “more.csv”' });
  const submit = dialog.getByRole('button', { name: 'Import', exact: true });
  const path = join(folder, 'more.csv');
  await writeFile(
    path,
    [
      'Title,Date,Lane,Place,Checked',
      'Fall of Kabul,15 Aug 2021,Afghanistan,Kabul,yes',
      'Dushanbe: CSTO summit in the capital,16 Sep 2021,CSTO,,',
      'SCO summit,17 Sep 2021,SCO,,',
      'Elections,2021-10-30,Parliament,Tashkent,yes',
      '',
    ].join('\n'),
  );
  await dateline.system.answerOpenDialog(path);
  await dateline.menu.choose('import-file');
  await expect(submit).toBeFocused();
  await expect(dialog.getByRole('radio', { name: /^Into/ })).toBeChecked();
  await page.keyboard.press('Enter');

  // Both sides of each pair are shown; of a kind, all can be decided at once.
  await expect(dialog).toContainText('3 events of 4 may be in this timeline already.');
  await expect(submit).toBeFocused();
  const same = dialog.getByRole('group', { name: 'The same date and title: all' });
  await expect(same.getByRole('radio', { name: 'Merge' })).toBeChecked();
  const like = dialog.getByRole('group', { name: /^What to do with “Dushanbe/ });
  await expect(like.getByRole('radio', { name: 'Keep both' })).toBeChecked();
  await expect(dialog.getByRole('row', { name: /CSTO summit.*Dushanbe: CSTO summit/ })).toBeVisible();
  expect(await objections(dateline)).toEqual([]);
  await like.getByRole('radio', { name: 'Keep both' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(like.getByRole('radio', { name: 'Skip' })).toBeChecked();
  await same.getByRole('radio', { name: 'Merge' }).focus();
  await page.keyboard.press('ArrowRight');
  const kabul = dialog.getByRole('group', { name: /^What to do with “Fall of Kabul/ });
  await expect(kabul.getByRole('radio', { name: 'Skip' })).toBeChecked();
  await kabul.getByRole('radio', { name: 'Skip' }).focus();
  await page.keyboard.press('ArrowLeft');
  // The kind is decided in more ways than one now.
  await expect(same.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(notice).toContainText('into this timeline: 1 event added, 1 merged, 2 skipped');
  await expect(eventsInView).toContainText('6 of 6 events in view');
  await expect(dateline.lanes.rows.last()).toHaveText('Parliament');

  // One undo takes all of it back, also where there is a report.
  await expect(notice.getByRole('button', { name: 'Report' })).toBeVisible();
  await notice.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(notice).toHaveCount(0);
  await expect(eventsInView).toContainText('5 of 5 events in view');
  await expect(dateline.lanes.rows).toHaveCount(4);

  // Leaving the dialog imports nothing, and the file can become a timeline of its own.
  await dateline.menu.choose('import-file');
  await expect(submit).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('may be in this timeline already');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(eventsInView).toContainText('5 of 5 events in view');
  await dateline.menu.choose('import-file');
  await expect(submit).toBeFocused();
  await dialog.getByRole('radio', { name: /^Into/ }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(notice).toContainText('Imported from “more.csv”: 4 events, 1 remark. Save it');
  await expect(dateline.statusBar).toContainText('Untitled');

  // What is dropped on a timeline of the reader’s may be meant for it.
  const drag = await dateline.drag([path]);
  await drag.over();
  await drag.drop();
  await expect(submit).toBeFocused();
  await expect(dialog.getByRole('radio', { name: 'As a new timeline' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('rows of a spreadsheet that are pasted go through the same step, and ask what they leave open', async ({
  dateline,
}) => {
  const { page, notice, eventsInView, list } = dateline;
  const dialog = page.getByRole('dialog', { name: 'Import “Clipboard”' });
  const paste = async (text: string) => {
    await dateline.app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
    await page.keyboard.press('ControlOrMeta+v');
  };
  await paste('Event\tDate\nElections\t30 Oct 2021\nFlood\tspring 2022\n');
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeFocused();
  await expect(dialog.getByRole('radio', { name: /^Into/ })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(notice).toContainText('into this timeline: 2 events added');
  await expect(eventsInView).toContainText('7 of 7 events in view');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(eventsInView).toContainText('5 of 5 events in view');

  // So do the texts of other files, and files that were copied in a file manager.
  const copied = join(folder, 'copied.ics');
  const calendar =
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20210916\r\nSUMMARY:Talks\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
  await writeFile(copied, calendar);
  const first = dialog.getByRole('region', { name: 'First events' }).getByRole('row').nth(1);
  for (const [text, shown] of [
    [
      '{"events":[{"start_date":{"year":"1990","month":"5"},"text":{"headline":"Slide"}}]}',
      /May 1990\s*Slide/,
    ],
    ['title: Notes\n\n1988: Bridge opened\n1989-03: Flood\n', /1988\s*Bridge opened/],
    ['Event,Date\nTreaty,15 Aug 1921\n', /15 August 1921\s*Treaty/],
    [calendar, /16 September 2021\s*Talks/],
  ] as const) {
    await paste(text);
    await expect(first).toHaveText(shown);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await paste('The bridge was closed.');
  await expect(notice).toContainText('The clipboard holds no table');
  await dateline.system.answerBoxes('Don’t Save');
  // Electron puts no files on the clipboard: a field has one in its place.
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'copied' }));
  });
  await page.locator('#copied').setInputFiles(copied);
  await page.locator('#copied').evaluate((field: HTMLInputElement) => {
    const clipboardData = new DataTransfer();
    for (const file of field.files ?? []) clipboardData.items.add(file);
    field.remove();
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  const ofFile = page.getByRole('dialog', { name: 'Import “copied.ics”' });
  await expect(ofFile.getByRole('button', { name: 'Import', exact: true })).toBeFocused();
  await expect(ofFile.getByRole('radio', { name: 'As a new timeline' })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(notice).toContainText('Imported from “copied.ics”: 1 event');
  await dateline.menu.choose('new-document');
  await expect(dateline.invitation).toBeVisible();
  await paste('Event\tDate\nElections\t30 Oct 2021\n');
  await expect(dialog.getByRole('radio', { name: /^Into/ })).toBeChecked();
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(eventsInView).toContainText('1 of 1 event in view');

  // The list takes rows at once, unless it is not clear what a column says.
  await list.open();
  await page.keyboard.press('ArrowDown');
  await paste(calendar);
  await expect(first).toHaveText(/16 September 2021\s*Talks/);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await paste('3/4/2021\tTalks\tCSTO\n5/6/2021\tMore talks\tCSTO\n');
  await expect(dialog.getByRole('radio').first()).toBeFocused();
  await expect(dialog.getByRole('combobox', { name: 'The column “#3” becomes' })).toHaveValue('lane');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(notice).toContainText('into this timeline: 2 events added');
  await expect(list.cell('Talks', 'date')).toHaveText('3 Apr 2021');
  await expect(list.cell('Talks', 'lane')).toHaveText(/CSTO/);
});

test('a file that goes into the open timeline does not keep the next from opening', async ({ dateline }) => {
  const { page, notice } = dateline;
  const own = join(folder, 'own.dateline');
  const lanes = [{ id: 'a', title: 'A' }];
  const events = [{ id: 'x', title: 'X', date: '2021', lane: 'a' }];
  await writeFile(own, JSON.stringify({ format: 'dateline', version: 2, title: 'Own', lanes, events }));
  await dateline.open(own);
  const files = [join(folder, 'one.csv'), join(folder, 'two.csv')];
  for (const [place, file] of files.entries())
    await writeFile(file, `Event,Year\nNumber ${place},200${place}\n`);
  await dateline.app.evaluate(({ app }, paths) => {
    for (const path of paths) app.emit('open-file', { preventDefault: () => undefined }, path);
  }, files);
  const dialog = (name: string) => page.getByRole('dialog', { name: `Import “${name}”` });
  await expect(dialog('one.csv').getByRole('button', { name: 'Import', exact: true })).toBeFocused();
  await dialog('one.csv').getByRole('radio', { name: 'As a new timeline' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(dialog('two.csv').getByRole('button', { name: 'Import', exact: true })).toBeFocused();
  await expect(dateline.eventsInView).toContainText('2 of 2 events in view');
  await page.keyboard.press('Escape');
  await expect(dialog('two.csv')).toHaveCount(0);
  await expect(notice).toContainText('into this timeline: 1 event added');
});

test('a calendar and a timeline of another program open, too', async ({ dateline }) => {
  await open(
    dateline,
    'talks.ics',
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Test//EN',
      'BEGIN:VEVENT',
      'UID:1@test',
      'DTSTAMP:20220101T000000Z',
      'DTSTART;VALUE=DATE:20210916',
      'SUMMARY:CSTO summit',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
  await expect(dateline.notice).toContainText('Imported from “talks.ics”: 1 event');
  await expect(dateline.timeline.mark('CSTO summit')).toBeVisible();
  await open(
    dateline,
    'story.json',
    JSON.stringify({ events: [{ start_date: { year: '2021', month: '8' }, text: { headline: 'Kabul' } }] }),
  );
  await expect(dateline.notice).toContainText('Imported from “story.json”: 1 event');
  await dateline.page.keyboard.press('n');
  await expect(dateline.card.date).toContainText('August 2021');
});

test('a table that is named at launch is asked about before anything is shown, also by a page that replaces another', async () => {
  const path = join(folder, 'launch.csv');
  await writeFile(path, 'Title,Date\nOne,3/4/1921\n');
  const dateline = await Dateline.start({ args: [path], waits: false });
  const { page, notice, problem } = dateline;
  const dialog = page.getByRole('dialog', { name: 'Import “launch.csv”' });
  await expect(dialog.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(problem).toContainText('The opening of “launch.csv” was cancelled.');
  await dateline.button('Try again').press('Enter');
  await expect(dialog).toBeVisible();
  await page.reload();
  await expect(dialog.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(notice).toContainText('Imported from “launch.csv”: 1 event.');
  await expect(dateline.timeline.mark('One')).toBeVisible();
  await dateline.close();
  expect(dateline.problems).toEqual([]);
});

test('data is exported for other programs, once what they cannot hold was said', async ({ dateline }) => {
  await dateline.app.evaluate(({ dialog }) => {
    const said: string[] = [];
    Reflect.set(globalThis, 'said', said);
    Reflect.set(dialog, 'showMessageBox', (_window: unknown, options: { detail: string }) => {
      said.push(options.detail);
      return Promise.resolve({ response: 0, checkboxChecked: false });
    });
  });
  const path = join(folder, 'out.mw');
  await dateline.system.answerSaveDialog(path);
  await dateline.menu.choose('export-markwhen');
  await expect(dateline.notice).toContainText('Exported “out.mw”');
  expect(await readFile(path, 'utf8')).toContain('Fall of Kabul');
  const said = await dateline.app.evaluate((): unknown => Reflect.get(globalThis, 'said'));
  expect(String(said)).toMatch(/left out|cannot/);

  // So is it for all others, of which a copy is the whole.
  const copy = join(folder, 'copy.dateline');
  await dateline.system.answerSaveDialog(copy);
  await dateline.menu.choose('export-dateline');
  await expect(dateline.notice).toContainText('“copy.dateline”');
  expect(await readFile(copy, 'utf8')).toContain('"evidence"');
  for (const { id, ending } of WRITABLE_FORMATS) {
    const file = join(folder, `${id}.${ending}`);
    await dateline.system.answerSaveDialog(file);
    await dateline.menu.choose(`export-${id}`);
    await expect(dateline.notice).toContainText(`Exported “${id}.${ending}”`);
    const bytes = await readFile(file);
    expect(bytes.includes(id === 'csl' ? 'CSTO Mechanisms' : 'Fall of Kabul') || id === 'xlsx').toBe(true);
  }

  // What goes out comes back in.
  for (const [name, says] of [
    ['xlsx.xlsx', '5 events'],
    ['timeline.timeline', '5 events'],
    ['out.mw', '5 events'],
  ] as const) {
    await dateline.system.answerOpenDialog(join(folder, name));
    await dateline.page.keyboard.press('ControlOrMeta+o');
    await expect(dateline.notice).toContainText(`Imported from “${name}”: ${says}`);
    await expect(dateline.timeline.mark('Fall of Kabul')).toBeVisible();
  }
});
