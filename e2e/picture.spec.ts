// The picture is alive: what is pointed at says what it is, leads to the axis, and has a menu; the axis zooms.
import { expect, test } from './dateline.ts';

test('a mark says its title, whole date and dating at once, and leads to its date on the axis', async ({
  dateline,
}) => {
  await dateline.timeline.shape('Foreign ministers, New York').hover();
  await expect(dateline.timeline.hoverCard).toContainText('21 September 2022');
  await expect(dateline.timeline.hoverCard).toContainText('From another source. Confidence:');
  await expect(dateline.timeline.guideDates).toHaveText(['21 Sep 2022 ?']);
  await dateline.page.mouse.move(1, 1);
  await expect(dateline.timeline.hoverCard).toHaveCount(0);
  await expect(dateline.timeline.guideDates).toHaveCount(0);

  await dateline.timeline.shape('SCO summit').hover();
  await expect(dateline.timeline.hoverCard).toContainText('SCO summit');
  await dateline.page.keyboard.press('+');
  await expect(dateline.timeline.hoverCard).toHaveCount(0);
});

test('a click on a dot selects, as one on the label does; two that are compared have their distance on the axis', async ({
  dateline,
}) => {
  await dateline.timeline.shape('Fall of Kabul').click();
  await expect(dateline.timeline.mark('Fall of Kabul')).toHaveAttribute('aria-pressed', 'true');
  await dateline.timeline.compareWith('Zas–Kulubaev meeting');
  await expect(dateline.timeline.distance).toHaveText('414 days (1 year, 1 month, 18 days)');
});

test('the menu of a mark copies, compares and hides, by mouse and by keyboard', async ({ dateline }) => {
  await dateline.timeline.mark('Fall of Kabul').click({ button: 'right' });
  await expect(dateline.timeline.menu.getByRole('menuitem')).toHaveText([
    'Edit event',
    'Duplicate event',
    'Delete event',
    'Copy event',
    'Copy with citation',
    'Compare from here',
    'Zoom to event',
    'Hide its lane',
    'Open source',
  ]);
  await dateline.page.mouse.click(5, 5);
  await expect(dateline.timeline.menu).toHaveCount(0);
  await dateline.timeline.mark('Fall of Kabul').click({ button: 'right' });
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await dateline.page.keyboard.press(key);
  await expect(dateline.notice).toHaveText(/^Copied the event/);
  expect(await dateline.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(
    'Fall of Kabul, 15 August 2021, Kabul',
  );
  await expect(dateline.timeline.menu).toHaveCount(0);

  await dateline.timeline.mark('SCO summit').focus();
  await dateline.page.keyboard.press('Shift+F10');
  await expect(dateline.timeline.menu).toBeVisible();
  await dateline.page.keyboard.press('Escape');
  await expect(dateline.timeline.menu).toHaveCount(0);
  await expect(dateline.timeline.mark('SCO summit')).toBeFocused();
  await dateline.page.keyboard.press('Shift+F10');
  await expect(dateline.timeline.menu.getByRole('menuitem').first()).toBeFocused();
  await dateline.page.keyboard.press('End');
  await dateline.page.keyboard.press('ArrowUp');
  await dateline.page.keyboard.press('Enter');
  await expect.poll(() => dateline.lanes.titles()).toEqual(['Afghanistan', 'CSTO', 'Kyrgyz–Tajik border']);
  // The mark that the menu was of has gone; keys go on at the timeline.
  await expect(dateline.timeline.root).toBeFocused();
});

test('the menu of a mark copies with citation, compares from there, zooms and opens the source', async ({
  dateline,
}) => {
  const { timeline } = dateline;
  const choose = async (item: string) => {
    await timeline.mark('SCO summit').click({ button: 'right' });
    await timeline.menu.getByRole('menuitem', { name: item }).click();
  };
  await choose('Copy with citation');
  await expect(dateline.notice).toHaveText(/^Copied the event/);
  const [first, quote, ...sources] = (await dateline.system.clipboardText()).split('\n');
  expect(first).toBe('SCO summit, 17 September 2021, Dushanbe');
  expect(quote).toMatch(/^“The Shanghai Cooperation Organization.*” — CSTO Mechanisms .*https:\/\//);
  expect(sources).toEqual([expect.stringContaining('https://www.rferl.org/')]);

  const opened = await dateline.system.watch('openExternal');
  await choose('Open source');
  await expect.poll(opened).toEqual([expect.stringContaining('https://www.rferl.org/')]);

  await choose('Compare from here');
  await expect(dateline.notice).toContainText('Now Shift+click the other event');
  await timeline.compareWith('Fall of Kabul');
  await expect(timeline.distance).toHaveText('33 days (1 month, 2 days)');

  const { before, after } = await timeline.change(() => choose('Zoom to event'));
  expect(after.end - after.start).toBeLessThan((before.end - before.start) / 2);
  expect((after.start + after.end) / 2).toBe(Date.UTC(2021, 8, 17, 12));
});

test('empty ground can be taken hold of, as the pointer says', async ({ dateline }) => {
  const { page } = dateline;
  const { left, width } = await dateline.timeline.plot();
  const lane = await dateline.lanes.rows.last().boundingBox();
  const [x, y] = [left + width / 2, (lane?.y ?? 0) + (lane?.height ?? 0) - 20];
  const cursor = () =>
    page.evaluate(
      ([at, down]) => {
        const under = document.elementFromPoint(at, down);
        return under === null ? '' : getComputedStyle(under).cursor;
      },
      [x, y] as const,
    );
  expect(await cursor()).toBe('grab');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y);
  expect(await cursor()).toBe('grabbing');
  await page.mouse.up();
});

test('the edges lead by keyboard to the last event, and the focus then goes on at the timeline', async ({
  dateline,
}) => {
  const { page, timeline } = dateline;
  await timeline.select('Zas–Kulubaev meeting');
  await page.keyboard.press('3');
  await timeline.settle();
  const edge = timeline.edges.filter({ hasText: 'earlier' });
  await edge.focus();
  for (let steps = 0; steps < 5 && (await edge.count()) > 0; steps += 1) {
    await page.keyboard.press('Enter');
    await timeline.settle();
  }
  await expect(edge).toHaveCount(0);
  await expect(timeline.mark('Fall of Kabul')).toHaveAttribute('aria-pressed', 'true');
  await expect(timeline.root).toBeFocused();
});

test('a drag along the axis zooms to its span, and Escape gives it up', async ({ dateline }) => {
  const { left, width } = await dateline.timeline.plot();
  const box = await dateline.timeline.root.boundingBox();
  const y = (box?.y ?? 0) + 12;
  const drag = async () => {
    await dateline.page.mouse.move(left + width / 4, y);
    await dateline.page.mouse.down();
    await dateline.page.mouse.move(left + width / 2, y);
    await dateline.page.mouse.move(left + (3 * width) / 4, y);
  };
  await drag();
  await dateline.page.keyboard.press('Escape');
  const unchanged = await dateline.timeline.change(() => dateline.page.mouse.up());
  expect(unchanged.after).toEqual(unchanged.before);

  await drag();
  const { before, after } = await dateline.timeline.change(() => dateline.page.mouse.up());
  const length = before.end - before.start;
  expect((after.start - before.start) / length).toBeCloseTo(1 / 4, 2);
  expect((after.end - before.start) / length).toBeCloseTo(3 / 4, 2);
});

test('the names of lanes say how many events are in view, and the overview where the view is beyond it', async ({
  dateline,
}) => {
  await expect(dateline.lanes.label('CSTO')).toHaveAttribute('aria-description', '2 events in view');
  for (let page = 0; page < 3; page += 1) await dateline.page.keyboard.press('Shift+ArrowRight');
  await dateline.timeline.settle();
  await expect(dateline.lanes.label('CSTO')).toHaveAttribute('aria-description', '0 events in view');
  await expect(dateline.overview.frame).toHaveText('→');
  await dateline.timeline.showAll();
  await expect(dateline.overview.frame).toHaveText('');
  for (let page = 0; page < 3; page += 1) await dateline.page.keyboard.press('Shift+ArrowLeft');
  await dateline.timeline.settle();
  await expect(dateline.overview.frame).toHaveText('←');
  await dateline.timeline.showAll();
  await expect(dateline.overview.frame).toHaveText('');
});

test('Ctrl+G goes to a date that is typed as people write it', async ({ dateline }) => {
  const dialog = dateline.page.getByRole('dialog', { name: 'Go to date' });
  const goTo = async (typed: string) => {
    await dateline.page.keyboard.press('ControlOrMeta+g');
    await dialog.getByRole('textbox', { name: 'Date' }).fill(typed);
    await dateline.page.keyboard.press('Enter');
  };
  const before = await dateline.timeline.window();
  await goTo('tomorrow');
  await expect(dialog.getByRole('alert')).toContainText('Type a date such as 3 Oct 2022');
  await dateline.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  expect(await dateline.timeline.window()).toEqual(before);

  // As written where the month comes first, and with two digits of a year: the one nearest to the view.
  for (const typed of ['10/31/2022', '31.10.22', '31 Oct 2022']) {
    await goTo(typed);
    await dateline.timeline.settle();
    const { start, end } = await dateline.timeline.window();
    expect((start + end) / 2, typed).toBeCloseTo(Date.UTC(2022, 9, 31, 12), -4);
    await dateline.timeline.showAll();
    await dateline.timeline.settle();
  }

  await goTo('3 Oct 2022');
  await dateline.timeline.settle();
  const day = await dateline.timeline.window();
  expect(day.end - day.start).toBeCloseTo(before.end - before.start, -2);
  expect((day.start + day.end) / 2).toBeCloseTo(Date.UTC(2022, 9, 3, 12), -4);
  await dateline.timeline.show('Month');
  await goTo('1066');
  await dateline.timeline.settle();
  const year = await dateline.timeline.window();
  expect(year.start).toBeLessThan(Date.UTC(1066, 0));
  expect(year.end).toBeGreaterThan(Date.UTC(1067, 0));
  expect(year.end - year.start).toBeLessThan(500 * 86_400_000);
});
