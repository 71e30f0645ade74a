// A preview shows the first events as they will be, keeps what was answered in sight, and looks at no more than it needs.
import { expect, it } from 'vitest';
import { previewFile, type ImportChoice } from './preview.ts';

const GUESSED: ImportChoice = { mapping: null, assume: [] };

async function preview(text: string, choice = GUESSED, name = 'a.csv') {
  const read = await previewFile({ name, bytes: new TextEncoder().encode(text) }, choice, '2026-11-28');
  return read.ok ? read.value : expect.fail(read.failure.message);
}

it('shows titles, dates in words, lanes, and what is wrong in a row', async () => {
  const { preview: shown, isNeeded } = await preview(
    'Title,Date,Group\nBridge,15 Aug 1988,Roads\nFlood,c. 1990,\nTalks,some day,Roads\n',
  );
  expect(isNeeded).toBe(true);
  expect(shown).toMatchObject({ count: 3, undated: 1, isPart: false, format: 'CSV table' });
  expect(shown.table?.columns).toEqual(['Title', 'Date', 'Group']);
  expect(shown.table?.samples[1]).toEqual(['15 Aug 1988', 'c. 1990', 'some day']);
  expect(shown.events.map(({ title, date, lane }) => [title, date, lane])).toEqual([
    ['Bridge', '15 August 1988', 'Roads'],
    ['Flood', 'about 1990', 'No group'],
    ['Talks', null, 'Roads'],
  ]);
  expect(shown.events[2]?.problems.join()).toMatch(/some day.*no date/);
});

it('blames no row for a column that is left out, and finds rows below a title', async () => {
  const { preview: shown } = await preview(
    'My roads,,\n\nTitle,Date,Colour of the lorry\nBridge,15 Aug 1988,red\nTalks,some day,\n',
  );
  expect(shown.events.map(({ problems }) => problems.length)).toEqual([0, 1]);
});

it('names columns as they are shown, and gives all events a value', async () => {
  const { preview: shown } = await preview('Event,When\nBridge,1988\n', {
    mapping: {
      heads: true,
      fields: {
        title: { columns: ['#1'] },
        start: { columns: ['when'] },
        participants: { fixed: 'Ann; Ben' },
      },
    },
    assume: [],
  });
  expect(shown.table?.mapping.fields).toMatchObject({
    title: { columns: ['Event'] },
    start: { columns: ['When'] },
  });
  expect(shown.events[0]).toMatchObject({ title: 'Bridge', date: '1988' });
});

it('keeps a question in sight once it is answered, and reads the dates by the answer', async () => {
  const text = 'Title,Date\nOne,3/4/1921\nTwo,5/6/1922\n';
  const { preview: open } = await preview(text);
  const { preview: answered } = await preview(text, { mapping: null, assume: ['Date=month-first'] });
  expect(open.questions).toHaveLength(1);
  expect(answered.questions).toEqual(open.questions);
  expect(open.events[0]?.date).toBe('3 April 1921');
  expect(answered.events[0]?.date).toBe('4 March 1921');
});

it('reads by a mapping: several columns into one, and a fixed value', async () => {
  const { preview: shown } = await preview('A,B,When\nx,y,1850\n', {
    mapping: {
      heads: true,
      fields: { title: { columns: ['A', 'B'] }, start: { columns: ['When'] }, lane: { fixed: 'Imported' } },
    },
    assume: [],
  });
  expect(shown.events[0]).toMatchObject({ title: 'x y', date: '1850', lane: 'Imported' });
});

it.each([
  [
    'a table of Dateline itself',
    'ID,Title,Short title,Date (EDTF),Lane,Place,Participants,Description,Tags,Importance,Sources\na,A,,1850,L,,,,,,\n',
  ],
  [
    'a template of another program',
    'Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background\n1850,,,,,,,,,A,,,,,,,,\n',
  ],
])('nobody has to look at %s', async (_what, text) => {
  expect((await preview(text)).isNeeded).toBe(false);
});

it('looks at the first rows of a large table alone, and cuts none of them', async () => {
  const row = '"A bridge\nopened",1850\n';
  const { preview: shown, read } = await preview(`Title,Date\n${row.repeat(150_000)}`);
  expect(read).toBeNull();
  expect(shown.isPart).toBe(true);
  expect(shown.undated).toBe(0);
  expect(shown.count).toBeLessThan(150_000);
});

it('reads large files of other kinds whole', async () => {
  const items = Array.from({ length: 30_000 }, (_, id) => ({
    id,
    content: `Event ${id}`,
    start: '1850-01-02',
  }));
  const { preview: shown, read } = await preview(JSON.stringify(items, null, 2));
  expect(read).not.toBeNull();
  expect(shown.isPart).toBe(false);
  expect(shown.count).toBe(30_000);
});
