// What a reader meets in the first minutes: no empty picture without a way on, and no date that nobody wrote.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { Dateline, expect, test, type Span } from './dateline.ts';
import { writeFigure } from './figures.ts';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-first-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A document on bridges, with an event for each date, in one lane. */
function bridges(dates: readonly string[], more: object = {}) {
  return {
    format: 'dateline',
    version: 1,
    title: 'Bridges of the valley',
    lanes: [{ id: 'bridges', title: 'Bridges' }],
    events: dates.map((date, position) => ({
      id: `b${position + 1}`,
      title: `Bridge ${position + 1}`,
      date,
      lane: 'bridges',
      dating: { kind: 'external', confidence: 'high', explanation: 'From the archive.' },
    })),
    ...more,
  };
}

async function open(dateline: Dateline, document: object): Promise<void> {
  const path = join(folder, 'bridges.dateline');
  await writeFile(path, JSON.stringify(document));
  await dateline.open(path);
}

async function box(locator: Locator) {
  const found = await locator.boundingBox();
  if (found === null) throw new Error('It is not on the screen.');
  return found;
}

test.describe('no date that nobody wrote', () => {
  /** Whether words name a year at the end of time, or this one or the first that computers count. */
  const INVENTED = new RegExp(`275,760|271,822|1970|${new Date().getUTCFullYear()}`);

  test('stands at events that never end', async ({ dateline }) => {
    await open(dateline, bridges(Array.from({ length: 30 }, (_, day) => `2021-05-${10 + (day % 9)}/..`)));
    await expect(dateline.timeline.datesIn(dateline.timeline.marks).first()).toHaveText('from 10 May 2021');
    await expect(dateline.page.locator('body')).not.toHaveText(INVENTED);
    const figure = (await writeFigure(dateline, folder, 'svg')).toString();
    expect(figure).not.toMatch(INVENTED);
  });

  test('stands on an axis of events whose dates are not known', async ({ dateline }) => {
    await open(dateline, bridges(['../..', '/', '../..']));
    await expect(dateline.timeline.marks).toHaveCount(3);
    await expect(dateline.page.locator('body')).not.toHaveText(INVENTED);
    expect(await dateline.page.content()).not.toMatch(INVENTED);
    expect((await writeFigure(dateline, folder, 'svg')).toString()).not.toMatch(INVENTED);
  });
});

test.describe('Year, Month, Week and Day', () => {
  const DAY = 86_400_000;
  const middle = ({ start, end }: Span) => (start + end) / 2;

  test('keep the selected event in the middle, by button and by key', async ({ dateline }) => {
    await dateline.timeline.select('SCO summit');
    for (const key of ['1', '2', '3', '4']) {
      await dateline.page.keyboard.press(key);
      await dateline.timeline.settle();
      expect(middle(await dateline.timeline.window()), key).toBe(Date.UTC(2021, 8, 17) + DAY / 2);
    }
    await expect(dateline.timeline.mark('SCO summit')).toBeInViewport({ ratio: 1 });
    await dateline.timeline.showAll();
    await dateline.timeline.compareWith('Fall of Kabul');
    await dateline.timeline.show('Month');
    await dateline.timeline.settle();
    // Both of two that are compared where they fit, and otherwise the one that was reached last.
    expect(middle(await dateline.timeline.window())).toBe(Date.UTC(2021, 7, 15) + DAY / 2);
    await dateline.timeline.show('Year');
    await dateline.timeline.settle();
    expect(middle(await dateline.timeline.window())).toBe(
      (Date.UTC(2021, 7, 15) + Date.UTC(2021, 8, 18)) / 2,
    );
  });

  test('show the event nearest to the middle where none is selected', async ({ dateline }) => {
    await dateline.page.keyboard.press('4');
    await dateline.timeline.settle();
    expect(middle(await dateline.timeline.window())).toBe(Date.UTC(2021, 8, 17) + DAY / 2);
    await expect(dateline.timeline.mark('SCO summit')).toBeInViewport({ ratio: 1 });
    await expect(dateline.eventsInView).toHaveText('1 of 5 events in view');
  });

  test('show the nearest of the lanes that are shown', async ({ dateline }) => {
    await dateline.lanes.hide('SCO');
    await dateline.page.keyboard.press('4');
    await dateline.timeline.settle();
    await expect(dateline.timeline.mark('CSTO summit, Dushanbe')).toBeInViewport({ ratio: 1 });
  });
});

test.describe('a view without events', () => {
  /** Goes to an empty day between the second and the third event. */
  const toEmptyDay = async (dateline: Dateline) => {
    await dateline.page.keyboard.press('4');
    await dateline.timeline.settle();
    for (let page = 0; page < 3; page += 1) await dateline.page.keyboard.press('Shift+ArrowRight');
    await dateline.timeline.settle();
  };

  test('says so, with the nearest event to either side and the way to all', async ({ dateline }) => {
    await toEmptyDay(dateline);
    await expect(dateline.timeline.nothing).toContainText('No events here');
    const earlier = dateline.button('Earlier: SCO summit 17 Sep 2021');
    const later = dateline.button('Later: Foreign ministers, New York 21 Sep 2022 ?');
    await expect(earlier).toBeVisible();
    await later.click();
    await dateline.timeline.settle();
    await expect(dateline.timeline.nothing).toHaveCount(0);
    await expect(dateline.card.root).toContainText('21 September 2022');
    await expect(dateline.timeline.mark('Foreign ministers, New York')).toBeInViewport({ ratio: 1 });

    await dateline.page.keyboard.press('Escape');
    await toEmptyDay(dateline);
    await dateline.timeline.nothing.getByRole('button', { name: 'Show all' }).click();
    await dateline.timeline.settle();
    await expect(dateline.timeline.marks).toHaveCount(5);
    await expect(dateline.timeline.nothing).toHaveCount(0);
  });

  test('is left by keyboard alone, which goes on at the timeline', async ({ dateline }) => {
    await toEmptyDay(dateline);
    await dateline.timeline.root.focus();
    await expect(dateline.timeline.nothing).toBeVisible();
    const earlier = dateline.button(/^Earlier: SCO summit/);
    for (let step = 0; step < 20 && !(await earlier.evaluate((each) => each.matches(':focus'))); step += 1)
      await dateline.page.keyboard.press('Tab');
    await expect(earlier).toBeFocused();
    await dateline.page.keyboard.press('Enter');
    await dateline.timeline.settle();
    await expect(dateline.card.root).toContainText('17 September 2021');
    await expect(dateline.timeline.root).toBeFocused();
  });

  test('names the nearest of the lanes that are shown, and one side alone at the ends', async ({
    dateline,
  }) => {
    await dateline.lanes.hide('SCO');
    await toEmptyDay(dateline);
    await expect(dateline.button('Earlier: CSTO summit, Dushanbe 16 Sep 2021')).toBeVisible();
    await dateline.page.keyboard.press('End');
    for (let page = 0; page < 3; page += 1) await dateline.page.keyboard.press('Shift+ArrowRight');
    await dateline.timeline.settle();
    await expect(dateline.button(/^Earlier: /)).toContainText('Zas–Kulubaev meeting');
    await expect(dateline.button(/^Later: /)).toHaveCount(0);
  });

  test('appears once where a glide leads, and never where one only passes', async ({ dateline }) => {
    await dateline.page.emulateMedia({ reducedMotion: 'no-preference' });
    const appearances = await dateline.timeline.countNothings();
    await dateline.timeline.select('SCO summit');
    await dateline.page.keyboard.press('4');
    await dateline.timeline.settle();
    // Over a year without events, a day long each.
    await dateline.page.keyboard.press('n');
    await dateline.timeline.settle();
    await expect(dateline.timeline.mark('Foreign ministers, New York')).toBeInViewport({ ratio: 1 });
    expect(await appearances()).toBe(0);
    for (let page = 0; page < 4; page += 1) {
      await dateline.page.keyboard.press('Shift+ArrowLeft');
      await dateline.timeline.settle();
    }
    await expect(dateline.timeline.nothing).toBeVisible();
    for (let page = 0; page < 3; page += 1) {
      await dateline.page.keyboard.press('Shift+ArrowLeft');
      await dateline.timeline.settle();
    }
    expect(await appearances()).toBe(1);
  });
});

test.describe('a document without an article', () => {
  const NOTES = [
    { text: 'Drawn up from the county archive.' },
    { text: 'The second is disputed.', events: ['b2'] },
  ];

  test('shows its notes above the card, which has the rest of the panel', async ({ dateline }) => {
    await open(dateline, bridges(['1820', '1850?', '1871'], { notes: NOTES }));
    await expect(dateline.panel.notes).toContainText('Drawn up from the county archive.');
    await expect(dateline.panel.notes).toContainText('The second is disputed.');
    await dateline.timeline.select('Bridge 2');
    const panel = await box(dateline.panel.root);
    const notes = await box(dateline.panel.notes);
    const card = await box(dateline.card.root);
    expect(card.y).toBe(notes.y + notes.height);
    // Below it stand the ways to an article and to another note.
    const ways = await box(dateline.panel.root.locator('.panel-add'));
    expect(Math.abs(card.y + card.height - ways.y)).toBeLessThan(1);
    expect(Math.abs(ways.y + ways.height - panel.y - panel.height)).toBeLessThan(1);
    await expect(dateline.panel.splitter('Card height')).toHaveCount(0);
  });

  test('and without notes folds the panel until an event is selected, whatever the reader prefers', async () => {
    const path = join(folder, 'bridges.dateline');
    await writeFile(path, JSON.stringify(bridges(['1820', '1850?', '1871'])));
    const dateline = await Dateline.start({ args: [path], size: { width: 1440, height: 900 } });
    await expect(dateline.panel.root).toHaveCount(0);
    await expect(dateline.button('Panel')).toHaveAttribute('aria-expanded', 'false');
    await dateline.timeline.select('Bridge 2');
    await expect(dateline.card.root).toContainText('Bridge 2');
    // It does not come and go with each selection.
    await dateline.page.keyboard.press('Escape');
    await expect(dateline.card.root).toContainText('Select an event');
    await dateline.close({ keepData: true });

    const after = await Dateline.start({
      dataFolder: dateline.dataFolder,
      size: { width: 1440, height: 900 },
    });
    await expect(after.panel.root).toBeVisible();
    await after.page.keyboard.press('ControlOrMeta+b');
    await expect(after.panel.root).toHaveCount(0);
    await after.system.answerOpenDialog(path);
    await after.page.keyboard.press('ControlOrMeta+o');
    await after.timeline.select('Bridge 2');
    await expect(after.panel.root).toHaveCount(0);
    await after.close();
  });

  test('and without notes shows the panel where it is asked for', async ({ dateline }) => {
    await open(dateline, bridges(['1820']));
    await dateline.button('Panel').click();
    await expect(dateline.card.root).toContainText('Select an event');
    await dateline.button('Panel').click();
    await expect(dateline.panel.root).toHaveCount(0);
  });
});

test.describe('a document without events', () => {
  test('invites to one, with no date and no figure', async ({ dateline }) => {
    await open(dateline, bridges([]));
    await expect(dateline.invitation).toContainText('Add the first event');
    await expect(dateline.page.locator('body')).not.toHaveText(/\b(19|20)\d\d\b/);
    await expect(dateline.timeline.root).toHaveCount(0);
    await expect(dateline.panel.root).toHaveCount(0);
    for (const command of ['export-figure', 'export-figure-again', 'copy-figure']) {
      await dateline.menu.choose(command);
      await expect(dateline.notice).toContainText('This document has no events');
      await expect(dateline.exportDialog.root).toHaveCount(0);
      await dateline.notice.getByRole('button', { name: 'Dismiss' }).click();
      await expect(dateline.notice).toHaveCount(0);
    }
    await dateline.page.keyboard.press('ControlOrMeta+l');
    await expect(dateline.invitation).toBeVisible();
    await dateline.button('Open the example').click();
    await expect(dateline.timeline.marks).toHaveCount(5);
  });

  test('leads to how a document is made, also without a network', async ({ dateline }) => {
    await open(dateline, bridges([]));
    await dateline.menu.choose('show-format');
    const page = dateline.dialog('The timeline document');
    await expect(page.getByRole('heading', { level: 3 })).toContainText([
      'Fields',
      'Dates',
      'Offsets',
      'Ids',
    ]);
    await expect(page.getByRole('table')).toHaveCount(10);
    await page.getByRole('button', { name: 'date', exact: true }).first().click();
    await expect(page.getByRole('heading', { name: 'Dates' })).toBeInViewport();
    await page.getByRole('button', { name: 'Copy the example' }).click();
    await expect(page.getByRole('status')).toHaveText('Copied.');
    const example = join(folder, 'example.dateline');
    await writeFile(example, await dateline.system.clipboardText());
    await dateline.page.keyboard.press('Escape');
    await expect(page).toHaveCount(0);
    // What was copied is a document.
    await dateline.system.answerOpenDialog(example);
    await dateline.page.keyboard.press('ControlOrMeta+o');
    await expect(dateline.timeline.mark('The bridge is opened')).toBeVisible();
    expect(dateline.requests.filter((address) => !address.startsWith('app:'))).toEqual([]);
  });
});

test.describe('a file that holds no document', () => {
  const OTHERS: readonly (readonly [name: string, content: string, says: string])[] = [
    ['notes.dateline', 'On 21 August 2021 the ministers met.\n', 'It is text, not a timeline document.'],
    ['picture.gif', 'GIF89a\0\0', 'It is a picture, not a timeline document.'],
    ['paper.dateline', '%PDF-1.7\n', 'It is a PDF document, not a timeline document.'],
    ['nothing.dateline', '', 'The file is empty.'],
  ];

  for (const [name, content, says] of OTHERS) {
    test(`${name} is told by its content, with what opens and how that is made`, async () => {
      const path = join(folder, name);
      await writeFile(path, content);
      const dateline = await Dateline.start({ args: [path] });
      await expect(dateline.problem).toContainText(`${name}” cannot be opened. ${says}`);
      await expect(dateline.problemDetails).toContainText([
        'Dateline opens timeline documents',
        'To make one',
      ]);
      await expect(dateline.problem).not.toContainText(/line \d|JSON: /);
      await dateline.problem.getByRole('button', { name: 'Document format' }).click();
      await expect(dateline.dialog('The timeline document')).toBeVisible();
      expect(dateline.problems).toEqual([]);
      await dateline.close();
    });
  }

  test('dropped on a document leaves that, and leads to how one is made', async ({ dateline }) => {
    const path = join(folder, 'notes.dateline');
    await writeFile(path, 'On 21 August 2021 the ministers met.\n');
    const drag = await dateline.drag([path]);
    await drag.over();
    await drag.drop();
    await expect(dateline.notice).toContainText('It is text, not a timeline document.');
    await expect(dateline.notice).toContainText('Dateline opens timeline documents');
    await expect(dateline.timeline.marks).toHaveCount(5);
    await dateline.notice.getByRole('button', { name: 'Document format' }).click();
    await expect(dateline.dialog('The timeline document')).toBeVisible();
  });
});

test('a faulty document says on which line, and can be tried again, copied and found', async () => {
  const path = join(folder, 'bridges.dateline');
  const faulty = JSON.stringify(bridges(['1820-13-01', '1850']), null, 2);
  await writeFile(path, faulty);
  const line = faulty.slice(0, faulty.indexOf('1820-13-01')).split('\n').length;
  const dateline = await Dateline.start({ args: [path] });
  const problem = `events[0] “Bridge 1” › date (line ${line}): “1820-13-01” has no month 13`;
  await expect(dateline.problemDetails).toContainText([problem]);
  const shown = await dateline.system.watch('showItemInFolder');
  await dateline.button('Show in folder').click();
  await expect.poll(shown).toEqual([path]);
  await dateline.button('Copy').click();
  await expect(dateline.problem.getByRole('status')).toHaveText('Copied.');
  expect(await dateline.system.clipboardText()).toContain(problem);
  await dateline.button('Try again').click();
  await expect(dateline.problem.getByRole('status')).toHaveText('Still the same.');
  await writeFile(path, faulty.replace('1820-13-01', '1820-12-01'));
  await dateline.button('Try again').click();
  await expect(dateline.timeline.mark('Bridge 1')).toBeVisible();
  expect(dateline.problems).toEqual([]);
  await dateline.close();
});
