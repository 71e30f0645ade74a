// Other documents open in the same way; one that cannot be opened says why, and nothing is lost.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dateline, expect, test } from './dateline.ts';
import { WEB } from './figures.ts';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-documents-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A small valid document, as a plain object for tests to change. */
function sample() {
  const text = 'The treaty was signed in Vienna. A year later it was broken.';
  const quote = 'The treaty was signed in Vienna.';
  return {
    format: 'dateline',
    version: 1,
    title: 'A treaty',
    articles: [{ id: 'a', title: 'A treaty', publisher: 'The Gazette', text }],
    lanes: [{ id: 'treaties', title: 'Treaties' }],
    events: [
      {
        id: 'signed',
        title: 'Treaty signed',
        date: '1850-05-01',
        lane: 'treaties',
        place: 'Vienna',
        evidence: [{ article: 'a', quote, start: 0, end: quote.length }],
        dating: { kind: 'external', confidence: 'high', explanation: 'From the archive.' },
      },
    ],
  };
}

async function write(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(
    path,
    typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
  );
  return path;
}

test('a document named on the command line opens in place of the article', async () => {
  const dateline = await Dateline.start({ args: [await write('treaty.dateline', sample())] });
  await expect(dateline.timeline.mark('Treaty signed')).toBeVisible();
  await expect(dateline.page).toHaveTitle('A treaty – Dateline');
  await expect(dateline.eventsInView).toHaveText('1 of 1 event in view');
  expect(dateline.problems).toEqual([]);
  await dateline.close();
});

const faulty = sample();
const [first] = faulty.events;
const FAULTS: readonly {
  readonly name: string;
  readonly file: string;
  readonly content?: unknown;
  readonly says: readonly RegExp[];
}[] = [
  { name: 'a missing file', file: 'missing.dateline', says: [/“?missing\.dateline/] },
  {
    name: 'no JSON',
    file: 'broken.dateline',
    content: '{\n  "format": "dateline",\n  oops\n}',
    says: [/broken\.dateline/, /line 3/],
  },
  { name: 'another format', file: 'other.dateline', content: { hello: 1 }, says: [/other\.dateline/] },
  {
    name: 'a newer version',
    file: 'newer.dateline',
    content: { ...sample(), version: 3 },
    says: [/newer/, /version/i],
  },
  { name: 'an empty file', file: 'empty.dateline', content: '', says: [/empty/] },
  {
    name: 'another encoding',
    file: 'latin.dateline',
    content: Buffer.from(JSON.stringify({ ...sample(), title: 'Çédille' }), 'latin1'),
    says: [/latin\.dateline/, /UTF-8/],
  },
  {
    name: 'several faults at once',
    file: 'faulty.dateline',
    content: {
      ...faulty,
      events: [
        { ...first, date: '1850-13-01' },
        { ...first, lane: 'nowhere' },
        { ...first, id: 'third', evidence: [{ article: 'a', quote: 'not in the text', start: 0, end: 15 }] },
      ],
    },
    says: [/faulty\.dateline/, /1850-13-01/, /signed/, /nowhere/, /not in the text|quote/],
  },
];

for (const { name, file, content, says } of FAULTS) {
  test(`${name} gives a screen that names the file and every problem, and a way on`, async () => {
    const path = content === undefined ? join(folder, file) : await write(file, content);
    const filesBefore = (await readdir(folder)).toSorted();
    const bytesBefore = content === undefined ? null : await readFile(path);
    const dateline = await Dateline.start({ args: [path] });
    for (const words of says) await expect(dateline.problem).toContainText(words);
    await expect(dateline.problem).not.toContainText(/\bat .*:\d+:\d+|undefined|\[object/);
    await dateline.button('Open the example').click();
    await expect(dateline.timeline.marks).toHaveCount(5);
    expect(dateline.problems).toEqual([]);
    await dateline.close();
    expect((await readdir(folder)).toSorted()).toEqual(filesBefore);
    if (bytesBefore !== null) expect(await readFile(path)).toEqual(bytesBefore);
  });
}

test('a folder in place of a file is named as such', async () => {
  const dateline = await Dateline.start({ args: [folder] });
  await expect(dateline.problem).toContainText(/folder/i);
  await dateline.close();
});

test('opening a bad file from the window keeps the document on the screen', async ({ dateline }) => {
  await dateline.system.answerOpenDialog(await write('bad.dateline', '{'));
  await dateline.page.keyboard.press('ControlOrMeta+o');
  await expect(dateline.page.getByRole('alert')).toContainText('bad.dateline');
  await expect(dateline.timeline.marks).toHaveCount(5);
  await dateline.system.answerOpenDialog(await write('good.dateline', sample()));
  await dateline.page.keyboard.press('ControlOrMeta+o');
  await expect(dateline.timeline.mark('Treaty signed')).toBeVisible();
});

test('text from a document is shown as its characters and never parsed', async ({ dateline }) => {
  const hostile = '<img src=x onerror="window.hostile=1"><script>window.hostile=1</script>&amp;';
  const text = `${hostile} happened.`;
  const treacherous = {
    ...sample(),
    title: hostile,
    articles: [{ id: 'a', title: hostile, publisher: hostile, text }],
    lanes: [{ id: 'l', title: hostile }],
    events: [
      {
        id: 'e',
        title: hostile,
        label: hostile,
        date: '2020-02-02',
        lane: 'l',
        place: hostile,
        participants: [{ name: hostile, role: hostile }],
        evidence: [{ article: 'a', quote: hostile, start: 0, end: hostile.length }],
        dating: { kind: 'stated', confidence: 'low', explanation: hostile },
        sources: [{ title: hostile, address: 'https://example.org/' }],
      },
    ],
    notes: [{ text: hostile }],
  };
  await dateline.open(await write('hostile.dateline', treacherous));
  await dateline.timeline.select(hostile);
  await expect(dateline.card.heading).toHaveText(hostile);
  await expect(dateline.lanes.rows.first()).toHaveText(hostile);
  await expect(dateline.page.getByRole('region', { name: 'Article' })).toContainText(hostile);
  const found = await dateline.page.evaluate(() => ({
    ran: 'hostile' in window,
    images: document.images.length,
    scripts: [...document.querySelectorAll('body script')].length,
  }));
  expect(found).toEqual({ ran: false, images: 0, scripts: 0 });
});

test('a large document comes whole, and can be drawn', async ({ dateline }) => {
  const { events, ...rest } = sample();
  const many = Array.from({ length: 8_000 }, (_, number) => ({
    id: `e${number}`,
    title: `Event ${number}`,
    date: String(1000 + (number % 1000)),
    lane: 'treaties',
    description: 'Ош 😀 '.repeat(25),
  }));
  await dateline.open(
    await write('large.dateline', {
      ...rest,
      version: 2,
      events: [...many, ...events.map((event) => ({ ...event, importance: 5 }))],
    }),
  );
  // It does not come with the answer, but through a port.
  const sent = await dateline.page.evaluate(async () => (await window.api.loadDocument()).document);
  expect(sent).toMatchObject({ ok: true, value: { document: { columns: { sizes: { length: 8_001 } } } } });
  await dateline.list.open();
  await expect(dateline.list.table).toHaveAttribute('aria-rowcount', '8003');
  await dateline.page.keyboard.press('End');
  await dateline.page.keyboard.press('Enter');
  await expect(dateline.card.root).toContainText('Event 7999');
  await expect(dateline.card.root).toContainText('Ош 😀 Ош 😀');
  const drawn = await dateline.page.evaluate(async (options) => {
    const result = await window.api.drawForPaper(options);
    return result?.ok === true ? result.value.pages.join('') : result;
  }, WEB);
  expect(drawn).toContain('Treaty signed');
});

test('of events that have no room for a label a strip shows how many there are where, and a click zooms in', async ({
  dateline,
}) => {
  const [event] = sample().events;
  const crowded = {
    ...sample(),
    events: Array.from({ length: 4_000 }, (_, position) => ({
      ...event,
      id: `e${position}`,
      title: `Event ${position + 1}`,
      date: `${1850 + (position % 40)}-05-${String(1 + (position % 28)).padStart(2, '0')}`,
      evidence: [],
    })),
  };
  await dateline.open(await write('many.dateline', crowded));
  await expect(dateline.eventsInView).toHaveText('4,000 of 4,000 events in view');
  expect(await dateline.timeline.marks.count()).toBeGreaterThan(20);
  expect(await dateline.timeline.marks.count()).toBeLessThan(300);
  await dateline.timeline.pointAtColumn();
  await expect(dateline.timeline.hoverCard).toHaveText(/^[\d,]+ events.*18\d\d.*Click to zoom in\.$/);
  // Who sees no column hears where the events crowd.
  await expect(dateline.lanes.rows.first().locator('.lane-label')).toHaveAttribute(
    'aria-description',
    /^4,000 events in view, \d+ with a label; most at once: [\d,]+ events, .*18\d\d/,
  );
  const { before, after } = await dateline.timeline.change(() => dateline.timeline.clickColumn());
  expect(after.end - after.start).toBeLessThan((before.end - before.start) / 1.9);
  // How many lie beyond the view is told at its edges, and a press leads to the nearest.
  await expect(dateline.timeline.edges).toHaveText([/^[\d,]+ earlier$/, /^[\d,]+ later$/]);
  await dateline.timeline.edges.first().click();
  await expect(dateline.timeline.selectedMarks).toBeInViewport();
});

test('an event without a label is a dot at its instant, which says what it is, is selected by a click and has a menu', async ({
  dateline,
}) => {
  const { timeline, page } = dateline;
  const [event] = sample().events;
  const lanes = Array.from({ length: 6 }, (_, lane) => ({ id: `l${lane}`, title: `Lane ${lane + 1}` }));
  const dotted = {
    ...sample(),
    lanes,
    events: Array.from({ length: 60 }, (_, place) => ({
      ...event,
      id: `e${place}`,
      title: `Event ${place} with a title of some words`,
      date: `${1810 + ((place * 7) % 80)}-05-15`,
      lane: `l${place % 6}`,
      evidence: [],
    })),
  };
  await dateline.resize(1024, 640);
  await dateline.open(await write('dotted.dateline', dotted));
  const { x, y } = await timeline.pointAtColumn();
  await expect(timeline.hoverCard).toHaveText(/Event \d+ with a title of some words15 May 18\d\d/);
  const title =
    /Event \d+ with a title of some words/.exec((await timeline.hoverCard.textContent()) ?? '')?.[0] ?? '';
  await page.mouse.click(x, y, { button: 'right' });
  await expect(timeline.menu).toHaveAttribute('aria-label', title);
  await page.keyboard.press('Escape');
  await page.mouse.click(x, y);
  await expect(timeline.mark(title)).toHaveAttribute('aria-pressed', 'true');
  // Where nothing stands there is no menu, whatever has the focus.
  await timeline.mark(title).focus();
  const { left, width } = await timeline.plot();
  await page.mouse.click(left + width - 4, y - 30, { button: 'right' });
  await expect(timeline.menu).toHaveCount(0);
});

test('lanes that do not fit scroll, and the selected event is scrolled to', async ({ dateline }) => {
  const lanes = Array.from({ length: 20 }, (_, lane) => ({ id: `l${lane}`, title: `Lane ${lane + 1}` }));
  const [event] = sample().events;
  const tall = {
    ...sample(),
    lanes,
    events: lanes.map(({ id }, lane) => ({
      ...event,
      id: `e${lane}`,
      title: `Event ${lane + 1}`,
      date: `1850-05-${String(lane + 1).padStart(2, '0')}`,
      lane: id,
      evidence: [],
    })),
  };
  await dateline.resize(1024, 640);
  await dateline.open(await write('tall.dateline', tall));
  await expect(dateline.timeline.mark('Event 20')).not.toBeInViewport();
  for (let step = 0; step < 20; step += 1) await dateline.page.keyboard.press('n');
  await dateline.timeline.settle();
  await expect(dateline.timeline.mark('Event 20')).toBeInViewport({ ratio: 1 });

  // The name of a lane stays in sight as long as its lane does, within it.
  await dateline.timeline.scrollTo(30);
  const label = (await dateline.lanes.label('Lane 1').boundingBox()) ?? { y: 0, height: 0 };
  const lane = (await dateline.lanes.rows.first().boundingBox()) ?? { y: 0, height: 0 };
  const top = (await dateline.timeline.lanesTop()) ?? 0;
  expect(lane.y).toBeLessThan(top);
  expect(label.y).toBeGreaterThanOrEqual(top);
  expect(label.y + label.height).toBeLessThanOrEqual(lane.y + lane.height);
});

test('an event that goes on opens around what is known of it, and its label is whole', async ({
  dateline,
}) => {
  const [event] = sample().events;
  const open = {
    ...sample(),
    events: [
      { ...event, id: 'begins', title: 'A long quarrel begins', date: '1850-04/..', evidence: [] },
      { ...event, evidence: [] },
    ],
  };
  await dateline.open(await write('open.dateline', open));
  const mark = dateline.timeline.mark('A long quarrel begins');
  await expect(mark).toBeInViewport({ ratio: 1 });
  await mark.dblclick();
  await dateline.timeline.settle();
  const { start, end } = await dateline.timeline.window();
  expect(start).toBeGreaterThan(Date.UTC(1849, 0));
  expect(end).toBeLessThan(Date.UTC(1852, 0));
});

test('zooming to a long event shows the whole of it, from further away and from within', async ({
  dateline,
}) => {
  const [event] = sample().events;
  const long = {
    ...sample(),
    events: [
      { ...event, id: 'long', title: 'A long peace', date: '1900/1960', evidence: [] },
      { ...event, id: 'before', date: '1850-01-01', evidence: [] },
    ],
  };
  await dateline.open(await write('long.dateline', long));
  const { timeline } = dateline;
  const expectWhole = async () => {
    await timeline.settle();
    const { start, end } = await timeline.window();
    expect(start).toBeLessThan(Date.UTC(1900, 0));
    expect(end).toBeGreaterThan(Date.UTC(1961, 0));
    expect(end - start).toBeLessThan(1.2 * (Date.UTC(1961, 0) - Date.UTC(1900, 0)));
  };
  for (let time = 0; time < 2; time += 1) {
    await timeline.mark('A long peace').click({ button: 'right' });
    await timeline.menu.getByRole('menuitem', { name: 'Zoom to event' }).click();
    await expectWhole();
  }
  await timeline.mark('A long peace').click();
  await timeline.show('Year');
  await timeline.settle();
  await timeline.mark('A long peace').dblclick();
  await expectWhole();
});
