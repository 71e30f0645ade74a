// Files of other programs are opened as new timelines; what they leave open is asked, what was changed is said.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Dateline } from './dateline.ts';

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
  await dateline.page.keyboard.press('ControlOrMeta+o');
}

test('a table becomes an untitled timeline, and says what it could not read', async ({ dateline }) => {
  await open(
    dateline,
    'bridge.csv',
    'Title,Date,Place\nBridge opened,15 Aug 1988,Osh\nFlood,c. 1990,Osh\nTalks,some day,Bishkek\n',
  );
  await expect(dateline.notice).toContainText('Imported from “bridge.csv”: 3 events, 1 without a date');
  await expect(dateline.statusBar).toContainText('Untitled');
  await expect(dateline.eventsInView).toContainText('2 of 2 events in view');
  await expect(dateline.eventsInView).toContainText('1 event without a date');
  await expect(dateline.notice).toContainText('some day');
  await expect(dateline.page).toHaveTitle(/^• /);
});

test('what a column leaves open is asked once, in the reader’s words', async ({ dateline }) => {
  await dateline.app.evaluate(({ dialog }) => {
    const asked: string[] = [];
    Reflect.set(globalThis, 'asked', asked);
    // The second answer: the month stands first.
    Reflect.set(dialog, 'showMessageBox', (_window: unknown, options: { message: string }) => {
      asked.push(options.message);
      return Promise.resolve({ response: 1, checkboxChecked: false });
    });
  });
  await open(dateline, 'order.csv', 'Title,Date\nOne,3/4/1921\nTwo,5/6/1922\n');
  await expect(dateline.notice).toContainText('2 events');
  await dateline.page.keyboard.press('n');
  await expect(dateline.card.date).toContainText('4 March 1921');
  expect(await dateline.app.evaluate((): unknown => Reflect.get(globalThis, 'asked'))).toHaveLength(1);
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

  // What goes out comes back in.
  await dateline.system.answerOpenDialog(path);
  await dateline.page.keyboard.press('ControlOrMeta+o');
  await expect(dateline.notice).toContainText('Imported from “out.mw”: 5 events');
  await expect(dateline.timeline.mark('Fall of Kabul')).toBeVisible();
});
