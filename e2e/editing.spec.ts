// Timelines of one's own: made, edited, undone, saved and opened again, by mouse and by keyboard.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { syntheticDocument } from '../bench/synthetic.ts';
import { expect, test, type Dateline } from './dateline.ts';
import { Editor } from './pages/editor.ts';

interface SavedFile {
  readonly version: number;
  readonly title: string;
  readonly lanes: readonly { readonly id: string; readonly title: string }[];
  readonly events: readonly {
    readonly id: string;
    readonly title: string;
    readonly date?: string;
    readonly lane: string;
  }[];
}

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-editing-'));
});
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Saves the document under a name, and returns what the file holds. */
async function saveAs(dateline: Dateline, name: string): Promise<{ file: SavedFile; text: string }> {
  const path = join(folder, `${name}.dateline`);
  await dateline.system.answerSaveDialog(path);
  await dateline.page.keyboard.press('ControlOrMeta+Shift+s');
  await expect(dateline.notice).toContainText(`Saved “${name}.dateline”`);
  const text = await readFile(path, 'utf8');
  return { file: JSON.parse(text) as SavedFile, text };
}

/** Selects the event of the example that has this title. */
async function select(dateline: Dateline, title: string): Promise<void> {
  await dateline.page.locator('.mark', { hasText: title }).first().click();
  await expect(dateline.card.heading).toHaveText(title);
}

test('an event is edited by keyboard alone; every field is kept as it is left, and undone by its name', async ({
  dateline,
}) => {
  const { page } = dateline;
  const editor = new Editor(page);
  await page.keyboard.press('n');
  await page.keyboard.press('F2');
  await expect(editor.title).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Kabul falls');
  await page.keyboard.press('Tab');
  await expect(editor.date).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('about 14 Aug 2021');
  await expect(editor.dateWords).toContainText('2021-08-14~');
  await page.keyboard.press('ArrowUp');
  await expect(editor.date).toHaveValue('about 15 August 2021');
  await page.keyboard.press('Escape');
  await expect(dateline.card.heading)
    .toHaveText('Fall of Kabul', { timeout: 1 })
    .catch(() => undefined);
  await expect(dateline.card.root).toContainText('Kabul falls');
  await expect(dateline.card.date).toContainText('2021-08-15~');
  await expect(page).toHaveTitle(/^• /);
  // The article that comes with the app stays as it is.
  await expect(dateline.statusBar).toContainText('Untitled');

  await page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.announcement).toHaveText('Undone: Change date of “Kabul falls”');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.announcement).toHaveText('Undone: Change title of “Fall of Kabul”');
  await expect(dateline.card.heading).toHaveText('Fall of Kabul');
  await expect(page).not.toHaveTitle(/^• /);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(dateline.card.heading).toHaveText('Kabul falls');
});

test('in a field, undo takes back what was typed, and then what was done before', async ({ dateline }) => {
  const { page } = dateline;
  const editor = new Editor(page);
  await page.keyboard.press('n');
  await page.keyboard.press('F2');
  await expect(editor.title).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(' and after');
  await page.keyboard.press('Tab');
  await expect(editor.date).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type('?');
  await expect(editor.date).toHaveValue('15 August 2021?');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor.date).toHaveValue('15 August 2021');
  await expect(editor.title).toHaveValue('Fall of Kabul and after');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.announcement).toHaveText('Undone: Change title of “Fall of Kabul”');
  await expect(editor.title).toHaveValue('Fall of Kabul');
  await expect(editor.date).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(editor.title).toHaveValue('Fall of Kabul and after');
});

test('what cannot be kept is said at the field, and stays there to be corrected', async ({ dateline }) => {
  const editor = new Editor(dateline.page);
  await dateline.page.keyboard.press('n');
  await dateline.page.keyboard.press('F2');
  await editor.title.fill('  ');
  await dateline.page.keyboard.press('Tab');
  await expect(editor.problem).toHaveText('Type a title: an event needs one.');
  await expect(editor.title).toHaveAttribute('aria-invalid', 'true');
  await editor.title.fill('Fall of Kabul');
  await editor.date.fill('the day after');
  await expect(editor.dateWords).toContainText('is not a date that Dateline can read');
  await dateline.page.keyboard.press('Tab');
  await expect(editor.date).toHaveValue('the day after');
  await editor.field('Lane').fill(' ');
  await dateline.page.keyboard.press('Tab');
  await expect(editor.problem.last()).toHaveText('Type the name of a lane: an event stands in one.');
});

test('the date field offers both readings, doubts, ranges and open ends', async ({ dateline }) => {
  const { page } = dateline;
  const editor = new Editor(page);
  await page.keyboard.press('n');
  await page.keyboard.press('F2');
  await editor.date.fill('3/5/2021');
  await expect(editor.dateWords).toContainText('3 May 2021');
  await editor.form.getByRole('button', { name: '5 March 2021' }).click();
  await expect(editor.dateWords).toContainText('2021-03-05');
  for (const [name, edtf] of [
    ['Uncertain', '2021-03-05?'],
    ['About', '2021-03-05%'],
    ['Uncertain', '2021-03-05~'],
    ['Range', '2021-03-05~/2021-03-06~'],
    ['Open end', '2021-03-05~/..'],
    ['Open end', '2021-03-05~'],
  ] as const) {
    await editor.form.getByRole('button', { name, exact: true }).click();
    await expect(editor.dateWords.locator('code')).toHaveText(edtf);
  }
  await editor.date.fill('15.3.2021 14:30');
  await page.keyboard.press('Tab');
  await expect(editor.date).toHaveValue('15 Mar 2021, 14:30');
  await expect(editor.dateWords.locator('code')).toHaveText('2021-03-15T14:30');
  // What counts from a day says from which.
  await editor.date.fill('last Friday');
  const counted = /Counted from when “CSTO [^”]*” was published: between 3 October and 22 November 2022\./;
  await expect(editor.form).toContainText(counted);
  await page.keyboard.press('Tab');
  await expect(editor.date).toHaveValue('between 30 September and 18 November 2022');
  await expect(editor.form).toContainText(counted);
  await editor.date.fill('');
  await page.keyboard.press('Tab');
  await expect(editor.tray).toHaveText('1 without a date');
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await editor.date.fill('yesterday');
  await expect(editor.form).toContainText(/Counted from today: \d+ \w+ 20\d\d\./);
});

test('a new lane is made by its name, in one step that is undone as one', async ({ dateline }) => {
  const { page } = dateline;
  const editor = new Editor(page);
  await page.keyboard.press('n');
  await page.keyboard.press('F2');
  await editor.lane.fill('Kabul');
  await page.keyboard.press('Enter');
  await expect(page.locator('.lane-label')).toContainText(['Kabul']);
  await page.keyboard.press('Escape');
  await expect(dateline.card.lane).toContainText('Kabul');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.card.lane).toContainText('Afghanistan');
  await expect(page.locator('.lane-label').filter({ hasText: 'Kabul' })).toHaveCount(0);
});

test('an event is dragged to another date and lane, and waits in the tray until it is dragged out', async ({
  dateline,
}) => {
  const { page } = dateline;
  const editor = new Editor(page);
  await select(dateline, 'SCO summit');
  const dot = async () => {
    const box = await page
      .locator('.vis-item', { hasText: 'SCO summit' })
      .locator('.mark-shape')
      .boundingBox();
    if (box === null) throw new Error('The event has no dot.');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const from = await dot();
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 160, from.y - 160, { steps: 6 });
  await expect(page.locator('.dragged-label')).toContainText('CSTO');
  const shown = (await page.locator('.dragged-label strong').textContent()) ?? '';
  await page.mouse.up();
  await expect(dateline.card.lane).toContainText('CSTO');
  await expect(dateline.card.date).toContainText(shown);
  expect(shown).toMatch(/^1 (November|December) 2021$/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.card.lane).toContainText('SCO');
  await expect(dateline.card.date).toContainText('17 September 2021');

  // Escape gives a drag up.
  const again = await dot();
  await page.mouse.move(again.x, again.y);
  await page.mouse.down();
  await page.mouse.move(again.x + 100, again.y, { steps: 4 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(dateline.card.date).toContainText('17 September 2021');

  await page.keyboard.press('F2');
  await editor.date.fill('');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await editor.tray.click();
  const waiting = page.locator('.tray-list button');
  await expect(waiting).toHaveText(['SCO summit']);
  const box = await waiting.boundingBox();
  if (box === null) throw new Error('The tray is empty.');
  await page.mouse.move(box.x + 20, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 50, from.y, { steps: 6 });
  await expect(page.locator('.dragged-label')).toContainText(/20\d\d/);
  await page.mouse.up();
  await expect(editor.tray).toHaveCount(0);
  await expect(dateline.card.date).toContainText(/20\d\d/);
});

test('an event is added by the button, by a double-click and by a long press, with a date as precise as the axis', async ({
  dateline,
}) => {
  const { page, timeline } = dateline;
  const editor = new Editor(page);
  await dateline.toolbar.getByRole('button', { name: 'Add event' }).click();
  await expect(editor.title).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.eventsInView).toContainText('of 5');

  const { left, width } = await timeline.plot();
  const lane = await dateline.lanes.label('SCO').boundingBox();
  if (lane === null) throw new Error('The lane is not drawn.');
  const { start, end } = await timeline.window();
  const place = { x: left + 0.6 * width, y: lane.y + 40 };
  const month = new Date(start + 0.6 * (end - start)).toISOString().slice(0, 'YYYY-MM'.length);
  await page.mouse.dblclick(place.x, place.y);
  await expect(editor.title).toBeFocused();
  await expect(editor.dateWords.locator('code')).toHaveText(month);
  await expect(editor.lane).toHaveValue('SCO');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.eventsInView).toContainText('5 of 5');

  const finger = await page.context().newCDPSession(page);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [place] });
  await expect(editor.dateWords.locator('code')).toHaveText(month);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(editor.lane).toHaveValue('SCO');
});

test('an end of a bar is dragged by itself, and Alt drags to days', async ({ dateline }) => {
  const { page, timeline } = dateline;
  const editor = new Editor(page);
  const drag = async (x: number, y: number, by: number): Promise<void> => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + by, y, { steps: 4 });
    await expect(page.locator('.dragged-label')).toBeVisible();
    await page.mouse.up();
  };
  const shape = async () => {
    await timeline.settle();
    const box = await timeline.shape('SCO summit').boundingBox();
    if (box === null) throw new Error('The event is not drawn.');
    return { left: box.x, right: box.x + box.width, y: box.y + box.height / 2 };
  };
  await select(dateline, 'SCO summit');
  const dot = await shape();
  await page.keyboard.down('Alt');
  await drag((dot.left + dot.right) / 2, dot.y, 12);
  await page.keyboard.up('Alt');
  // Less than a month away.
  await expect(dateline.card.date).toContainText(/(2\d|30) September 2021|[1-9] October 2021/);

  await page.keyboard.press('F2');
  await editor.date.fill('October 2021 to February 2022?');
  await page.keyboard.press('Escape');
  await expect(dateline.card.date).toContainText('2021-10?/2022-02?');
  const { right, y } = await shape();
  await drag(right - 1, y, 120);
  await expect(dateline.card.date).toContainText(/2021-10\?\/2022-0[4-6]\?/);
  await page.keyboard.press('ControlOrMeta+z');
  const { left: first } = await shape();
  await drag(first + 1, y, 60);
  await expect(dateline.card.date).toContainText(/2021-1[12]\?\/2022-02\?/);
});

test('events move by the unit of the axis, are duplicated, deleted, copied and pasted', async ({
  dateline,
}) => {
  const { page } = dateline;
  await select(dateline, 'SCO summit');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(dateline.card.date).toContainText('17 October 2021');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(dateline.card.date).toContainText('17 September 2021');
  await page.keyboard.press('ControlOrMeta+d');
  await expect(dateline.eventsInView).toContainText('6 of 6');
  await page.keyboard.press('Delete');
  await expect(dateline.notice).toContainText('Deleted “SCO summit”.');
  await expect(dateline.eventsInView).toContainText('5 of 5');
  await dateline.notice.getByRole('button', { name: 'Undo' }).click();
  await expect(dateline.eventsInView).toContainText('6 of 6');
  await expect(dateline.notice).toHaveCount(0);

  // The message goes with what it would undo: after another edit it would undo that one.
  await page.keyboard.press('Delete');
  await expect(dateline.notice).toContainText('Deleted “SCO summit”.');
  await select(dateline, 'SCO summit');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(dateline.card.date).toContainText('17 October 2021');
  await expect(dateline.notice).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.eventsInView).toContainText('6 of 6');

  await select(dateline, 'Fall of Kabul');
  await page.keyboard.press('ControlOrMeta+x');
  await expect(dateline.eventsInView).toContainText('5 of 5');
  await dateline.system.answerBoxes('Don’t Save');
  await page.keyboard.press('ControlOrMeta+n');
  await expect(dateline.invitation).toBeVisible();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(dateline.card.heading).toHaveText('Fall of Kabul');
  await expect(dateline.card.lane).toContainText('Events');
});

test('undo and redo go to where the reader was: the time in view, and the selected event', async ({
  dateline,
}) => {
  const { page, timeline } = dateline;
  await select(dateline, 'Fall of Kabul');
  await timeline.show('Month');
  const whileEditing = await timeline.window();
  await page.keyboard.press('ControlOrMeta+d');
  await expect(dateline.eventsInView).toContainText('of 6');
  await page.keyboard.press('Delete');
  await expect(dateline.eventsInView).toContainText('of 5');
  await page.keyboard.press('End');
  await page.keyboard.press('Escape');
  await expect(timeline.selectedMarks).toHaveCount(0);
  await timeline.settle();
  const elsewhere = await timeline.window();
  expect(elsewhere).not.toEqual(whileEditing);

  await page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.announcement).toContainText('Undone: Delete “Fall of Kabul”');
  await expect(dateline.card.heading).toHaveText('Fall of Kabul');
  await timeline.settle();
  expect(await timeline.window()).toEqual(whileEditing);

  // In the list, it is the row that comes into view.
  await dateline.list.open();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.announcement).toContainText('Undone: Duplicate “Fall of Kabul”');
  await expect(dateline.list.row('Fall of Kabul')).toHaveAttribute('aria-selected', 'true');

  // Two compared events are both selected again, after an edit of another and back.
  await page.keyboard.press('ControlOrMeta+l');
  await dateline.menu.choose('show-all');
  await select(dateline, 'SCO summit');
  await timeline.compareWith('Fall of Kabul');
  await expect(timeline.selectedMarks).toHaveCount(2);
  await page.keyboard.press('Delete');
  await expect(dateline.eventsInView).toContainText('of 3');
  await expect(timeline.selectedMarks).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(timeline.selectedMarks).toHaveCount(2);
});

test('a document without lanes gets one with its first event', async ({ dateline }) => {
  const { page } = dateline;
  const path = join(folder, 'empty.dateline');
  await writeFile(
    path,
    JSON.stringify({ format: 'dateline', version: 2, title: 'Empty', lanes: [], events: [] }),
  );
  await select(dateline, 'Fall of Kabul');
  await page.keyboard.press('ControlOrMeta+c');
  await dateline.open(path);
  await expect(dateline.invitation).toBeVisible();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(dateline.card.heading).toHaveText('Fall of Kabul');
  await expect(dateline.card.lane).toContainText('Events');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.invitation).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByLabel('Title', { exact: true })).toBeFocused();
  await page.keyboard.type('Bridge planned');
  await page.keyboard.press('Escape');
  await expect(dateline.card.heading).toHaveText('Bridge planned');
  const { file } = await saveAs(dateline, 'first');
  expect(file.lanes.map(({ title }) => title)).toEqual(['Events']);
  expect(file.events.map(({ title, lane }) => [title, lane])).toEqual([['Bridge planned', 'events']]);
});

test('rows of a spreadsheet make an empty timeline', async ({ dateline }) => {
  const { page } = dateline;
  await page.keyboard.press('ControlOrMeta+n');
  await expect(dateline.invitation).toContainText('Or paste rows of a spreadsheet.');
  await dateline.app.evaluate(({ clipboard }) =>
    clipboard.writeText('Event\tDate\nElections\t30 Oct 2021\nFlood\tspring 2022\n'),
  );
  await page.keyboard.press('ControlOrMeta+v');
  const dialog = page.getByRole('dialog', { name: 'Import “Clipboard”' });
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dateline.eventsInView).toContainText('2 of 2');
});

test('a timeline is made from nothing by keyboard, saved, and opens again as it was', async ({
  dateline,
}) => {
  const { page } = dateline;
  const editor = new Editor(page);
  await page.keyboard.press('ControlOrMeta+n');
  await expect(dateline.invitation).toBeVisible();
  await editor.add('Bridge planned', 'before 1985');
  await editor.add('Works begin', 'spring 1986');
  await editor.add('Flood', 'about 3 May 1987', 'Weather');
  await editor.add('Bridge opened', '15 Aug 1988', 'Town');
  await editor.add('Bridge closed', '1990/..', 'Town');
  const { file, text } = await saveAs(dateline, 'bridge');
  expect(file.version).toBe(2);
  expect(file.lanes.map(({ title }) => title)).toEqual(['Events', 'Weather', 'Town']);
  expect(file.events.map(({ title, date }) => [title, date])).toEqual([
    ['Bridge planned', '[..1984]'],
    ['Works begin', '1986-21'],
    ['Flood', '1987-05-03~'],
    ['Bridge opened', '1988-08-15'],
    ['Bridge closed', '1990/..'],
  ]);
  await expect(page).not.toHaveTitle(/^• /);
  await expect(dateline.statusBar).toContainText('bridge.dateline');

  // What is undone and done again is saved to the byte.
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page).toHaveTitle(/^• /);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(page).not.toHaveTitle(/^• /);
  expect((await saveAs(dateline, 'again')).text).toBe(text);

  await dateline.open(join(folder, 'bridge.dateline'));
  await expect(dateline.eventsInView).toContainText('5 of 5');
  expect((await saveAs(dateline, 'opened')).text.replace(/ {2}"modified": .*\n/, '')).toBe(
    text.replace(/ {2}"modified": .*\n/, ''),
  );
});

test('with 100,000 events, typing in the editor never waits for the timeline', async ({ dateline }) => {
  const { page } = dateline;
  const editor = new Editor(page);
  const path = join(folder, 'large.dateline');
  await writeFile(path, JSON.stringify(syntheticDocument(100_000)));
  await dateline.open(path);
  await page.keyboard.press('n');
  await page.keyboard.press('F2');
  await expect(editor.title).toBeFocused();
  await dateline.timeline.settle();
  // Whatever is drawn of the timeline changes its elements, or draws on the canvas of a lane.
  const drawn = await page.evaluateHandle(() => {
    const count = { draws: 0 };
    new MutationObserver((changes) => (count.draws += changes.length)).observe(
      document.querySelector('.timeline') ?? document,
      { subtree: true, childList: true, attributes: true, characterData: true },
    );
    const { prototype } = CanvasRenderingContext2D;
    const clear: unknown = Reflect.get(prototype, 'clearRect');
    Reflect.set(prototype, 'clearRect', function (this: CanvasRenderingContext2D, ...box: unknown[]) {
      count.draws += 1;
      if (typeof clear === 'function') Reflect.apply(clear, this, box);
    });
    return count;
  });
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('T');
  await dateline.timeline.settle();
  await drawn.evaluate((count) => {
    count.draws = 0;
  });
  await page.keyboard.type('yped without waiting');
  await expect(editor.title).toHaveValue('Typed without waiting');
  // Twenty letters draw nothing; a frame of what came before them may still be under way.
  expect(await drawn.evaluate(({ draws }) => draws)).toBeLessThan(3);
  await page.keyboard.press('Tab');
  await expect(dateline.timeline.mark('Typed without waiting')).toBeVisible();
  expect(await drawn.evaluate(({ draws }) => draws)).toBeGreaterThan(0);
});

test('the title and the subtitle are changed by a click', async ({ dateline }) => {
  const { page } = dateline;
  await page.locator('h1 .title-button').click();
  const field = page.getByRole('textbox', { name: 'Title of the timeline' });
  await field.fill('Border talks');
  await page.keyboard.press('Enter');
  await expect(page.locator('.toolbar h1')).toHaveText('Border talks');
  await expect(page).toHaveTitle('• Border talks – Dateline');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('.toolbar h1')).not.toHaveText('Border talks');

  await page.getByRole('button', { name: 'Add subtitle' }).click();
  const second = page.getByRole('textbox', { name: 'Subtitle of the timeline' });
  await second.fill('From Kabul to Bishkek');
  await page.keyboard.press('Enter');
  await expect(page.locator('.toolbar-title p')).toHaveText(/^From Kabul to Bishkek · 5 events/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dateline.announcement).toHaveText('Undone: Change subtitle');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await page.getByRole('button', { name: 'From Kabul to Bishkek' }).click();
  await second.fill('');
  await page.keyboard.press('Enter');
  await expect(page.locator('.toolbar-title p')).toHaveText(/^5 events/);
  await expect(page.getByRole('button', { name: 'Add subtitle' })).toBeAttached();
});

test('every field of the editor is kept as it is left, by keyboard, and is in the file', async ({
  dateline,
}) => {
  const { page } = dateline;
  const editor = new Editor(page);
  await page.keyboard.press('ControlOrMeta+n');
  await expect(dateline.invitation).toBeVisible();
  await editor.add('Bridge opened', '19 March 1932');
  await page.keyboard.press('Enter');
  await expect(editor.title).toBeFocused();
  for (const [label, typed] of [
    ['Place', 'Ash'],
    ['Name of a new person', 'Ada Ash'],
    ['Role of person 1', 'engineer'],
    ['Tags', 'bridges, 1932'],
    ['Description', 'It opened in the rain.'],
    ['Title of a new source', 'The Ash Times'],
    ['Address of a new source', 'https://example.org/ash'],
    ['Short title for the timeline', 'Bridge'],
  ] as const) {
    await expect(async () => {
      await page.keyboard.press('Tab');
      await expect(editor.field(label)).toBeFocused({ timeout: 50 });
    }).toPass({ intervals: [0] });
    await page.keyboard.type(typed);
    if (label === 'Tags') {
      // The next is the importance: the arrows choose.
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowRight');
    }
  }
  await editor.field('Kind of dating').selectOption({ label: 'From another source' });
  await editor.field('Confidence').selectOption({ label: 'Confidence: medium' });
  await editor.field('Explanation').fill('The plaque says so.');
  // The system's calendar, which no test can open, fills this field.
  await editor.form.locator('.date-calendar').evaluate((calendar: HTMLInputElement) => {
    calendar.value = '1932-03-20';
    calendar.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await page.keyboard.press('Escape');
  const { text } = await saveAs(dateline, 'fields');
  expect((JSON.parse(text) as { events: unknown[] }).events[0]).toMatchObject({
    title: 'Bridge opened',
    label: 'Bridge',
    date: '1932-03-20',
    dating: { confidence: 'medium', explanation: 'The plaque says so.' },
    place: 'Ash',
    participants: [{ name: 'Ada Ash', role: 'engineer' }],
    tags: ['bridges', '1932'],
    importance: 4,
    description: 'It opened in the rain.',
    sources: [{ title: 'The Ash Times', address: 'https://example.org/ash' }],
  });
});
