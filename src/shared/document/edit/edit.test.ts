// Whatever is edited: every edit fits the format, can be taken back to the byte, and joins with the next.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkingEdit } from '../file/check-edit.ts';
import { documentBytes } from '../file/write.ts';
import { LIMITS } from '../limits.ts';
import { documentIn, fileOf, withListedEvents } from '../samples.ts';
import { atOnce } from '../../slices.ts';
import type { PlacedDocument } from '../document.ts';
import { applyEdit } from './apply.ts';
import { eventsAdded, invert, squash, type Edit } from './change.ts';
import { commands, type Command } from './edit-samples.ts';
import { addEvents, noRoomFor } from './events.ts';
import { orderLanes } from './lanes.ts';
import { readyEvents, readyInverse } from './ready.ts';
import { changedEventJson } from './records.ts';

const LANES = [
  { id: 'lane', title: 'Lane', height: 3 },
  { id: 'other', title: 'Other' },
];

/** A file with fields that nobody knows in each of its parts. */
const FILE = JSON.stringify(
  {
    mood: { of: 'the document' },
    ...fileOf(
      [
        { id: 'a', title: 'A', mood: 1, date: '2021', lane: 'lane', participants: [{ name: 'N', age: 3 }] },
        { id: 'b', title: 'B', lane: 'other' },
        {
          id: 'c',
          title: 'C',
          date: '1985/..',
          lane: 'lane',
          evidence: [{ article: 'x', quote: 'Two.', start: 5, end: 9 }],
        },
      ],
      {
        lanes: LANES,
        articles: [{ id: 'x', title: 'X', publisher: 'P', text: 'One. Two. Three.', tone: 'dry' }],
        notes: [{ text: 'N', events: ['a'], article: 'x', at: 5, by: 'me' }],
        proposals: [{ article: 'x', start: 5, end: 9, drafted: 'Two', decision: 'rejected', by: 'me' }],
        licence: 'CC BY',
      },
    ),
  },
  null,
  3,
);

const text = (document: PlacedDocument): string => new TextDecoder('utf-8').decode(documentBytes(document));

const jsonOf = ({ events }: PlacedDocument, row: number): string =>
  new TextDecoder('utf-8').decode(events.jsonAt(row) ?? new Uint8Array());

/** Runs commands one after the other; returns the edits that they made. */
function run(
  document: PlacedDocument,
  script: readonly Command[],
): { edits: Edit[]; document: PlacedDocument } {
  const edits: Edit[] = [];
  let last = document;
  for (const command of script) {
    const edit = command(last);
    if (edit === null) continue;
    expect(atOnce(checkingEdit(last, edit))).toEqual({ ok: true, value: null });
    last = applyEdit(last, edit).document;
    edits.push(edit);
  }
  return { edits, document: last };
}

const scripts = fc.array(commands, { maxLength: 15 });

describe('any edits', () => {
  test('make a document that can be written and read again: equal', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const { document } = run(documentIn(FILE), script);
        const again = documentIn(text(document));
        expect(withListedEvents({ ...again, kept: [], unknownFields: [] })).toEqual(
          withListedEvents({ ...document, kept: [], unknownFields: [] }),
        );
        expect(text(again)).toBe(text(document));
        const lanesOf = ({ events }: PlacedDocument) =>
          Array.from({ length: events.rowCount }, (_, row) => row)
            .filter((row) => events.isEvent(row))
            .map((row) => events.columns.lanes[row]);
        expect(lanesOf(document)).toEqual(lanesOf(again));
      }),
    );
  });

  test('are undone and redone to the byte', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const before = text(documentIn(FILE));
        const { edits, document } = run(documentIn(FILE), script);
        const after = text(document);
        let last = document;
        for (const edit of edits.toReversed()) {
          expect(atOnce(checkingEdit(last, invert(edit)))).toEqual({ ok: true, value: null });
          last = applyEdit(last, invert(edit)).document;
        }
        expect(text(last)).toBe(before);
        for (const edit of edits) last = applyEdit(last, edit).document;
        expect(text(last)).toBe(after);
        // The same with their events read beforehand, as those of large edits are.
        const ready = edits.map((edit) => [atOnce(readyEvents(edit)), atOnce(readyInverse(edit))] as const);
        edits.forEach((edit, place) => {
          const other = edits.length - 1 - place;
          last = applyEdit(last, invert(edits[other] ?? edit), ready[other]?.[1]).document;
        });
        expect(text(last)).toBe(before);
        edits.forEach((edit, place) => {
          last = applyEdit(last, edit, ready[place]?.[0]).document;
        });
        expect(text(last)).toBe(after);
      }),
    );
  });

  test('joined into one do what they did one by one, and are undone as one', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const { edits, document } = run(documentIn(FILE), script);
        const [first, ...others] = edits;
        if (first === undefined) return;
        const whole = others.reduce(squash, first);
        const start = documentIn(FILE);
        const before = text(start);
        expect(atOnce(checkingEdit(start, whole))).toEqual({ ok: true, value: null });
        const once = applyEdit(start, whole).document;
        expect(
          withListedEvents({ ...documentIn(text(once)), events: documentIn(sorted(once)).events }),
        ).toEqual(
          withListedEvents({ ...documentIn(text(document)), events: documentIn(sorted(document)).events }),
        );
        expect(text(applyEdit(once, invert(whole)).document)).toBe(before);
      }),
    );
  });
});

/** The file with its events in the order of their ids: events that came and went leave others in another row. */
function sorted(document: PlacedDocument): string {
  const file = JSON.parse(text(document)) as { events: { id: string }[] };
  return JSON.stringify({ ...file, events: file.events.sort((a, b) => (a.id < b.id ? -1 : 1)) });
}

test('what nobody edits is written as it stood, with fields that nobody knows where they stood', () => {
  const written = text(documentIn(FILE));
  const events = (file: string): string => /"events": \[\s*([^]*?)\s*\](?=,\n {1,3}")/.exec(file)?.[1] ?? '';
  expect(events(written).replace(/},\s+{/g, '},{')).toBe(events(FILE).replace(/},\s+{/g, '},{'));
  expect(Object.keys(JSON.parse(written) as object)).toEqual([
    'mood',
    'format',
    'version',
    'title',
    'articles',
    'lanes',
    'events',
    'notes',
    'proposals',
    'licence',
  ]);
  expect(JSON.parse(written)).toEqual(JSON.parse(FILE));
});

test('an event that is changed keeps what nobody knows of it and of the people who stay', () => {
  const document = documentIn(FILE);
  const people = [
    { name: 'N', role: undefined },
    { name: 'M', role: undefined },
  ];
  const json = JSON.stringify(
    JSON.parse(
      text(
        applyEdit(document, {
          name: '',
          changes: [
            {
              kind: 'event',
              id: 'a',
              before: jsonOf(document, 0),
              after: changedEventJson(jsonOf(document, 0), {
                participants: people,
                place: 'Ош',
              }),
            },
          ],
        }).document,
      ),
    ),
  );
  expect(json).toContain(
    '{"id":"a","title":"A","mood":1,"date":"2021","lane":"lane","place":"Ош","participants":[{"name":"N","age":3},{"name":"M"}]}',
  );
});

describe('an edit is refused', () => {
  const change = (over: object, before = jsonOf(documentIn(FILE), 1)): Edit => ({
    name: 'Test',
    changes: [
      {
        kind: 'event',
        id: 'b',
        before,
        after: JSON.stringify({ id: 'b', title: 'B', lane: 'other', ...over }),
      },
    ],
  });
  const decided = (over: object): Edit => {
    const json = JSON.stringify({ article: 'x', start: 0, end: 4, drafted: 'One', ...over });
    return { name: 'Test', changes: [{ kind: 'proposal', before: null, after: { at: 1, json } }] };
  };
  const refusal = (edit: Edit): string => {
    const result = atOnce(checkingEdit(documentIn(FILE), edit));
    return result.ok ? 'none' : result.failure.details.join('\n');
  };

  test.each<[string, Edit, string]>([
    [
      'with a date that is none',
      change({ date: '2021-13' }),
      'date “2021-13” has no month 13; months run from 01 to 12.',
    ],
    ['with a lane that is not there', change({ lane: 'z' }), 'lane there is no lane with the id “z”.'],
    ['with a blank title', change({ title: ' ' }), 'title must not be blank.'],
    ['with another id', change({ id: 'c' }), 'event “b” has another id.'],
    ['that found something else', change({}, '{}'), 'event “b” is not as the edit found it.'],
    [
      'that takes away a lane with events',
      { name: 'Test', changes: [{ kind: 'lane', before: { at: 1, json: '' }, after: null }] },
      'lanes lack one that still has events.',
    ],
    [
      'with a quote that does not stand there',
      change({ evidence: [{ article: 'x', quote: 'One', start: 1, end: 4 }] }),
      'evidence › 0 › quote the quote is at 0–3, not at 1–4; correct “start” and “end”.',
    ],
    [
      'that decides on a proposal of no article',
      decided({ article: 'y' }),
      'article there is no article with the id “y”.',
    ],
    [
      'that decides on a proposal beyond the text',
      decided({ end: 99 }),
      ' “end” is 99, and the text ends at 16.',
    ],
    [
      'that gives a proposal a date that is none',
      decided({ date: 'soon' }),
      'date “soon” is not a date in EDTF; write for example 2021-08-15, 2021-08 or 2021?.',
    ],
    [
      'of a lane that is not there',
      { name: 'Test', changes: [{ kind: 'lane', before: { at: 7, json: '' }, after: null }] },
      'An edit names entry 7 of a list that has none.',
    ],
  ])('%s', (_, edit, sentence) => {
    expect(refusal(edit)).toBe(sentence);
  });

  test('whose JSON is none', () => {
    const edit: Edit = { name: 'Test', changes: [{ kind: 'head', before: '', after: '{' }] };
    expect(atOnce(checkingEdit(documentIn(FILE), edit))).toMatchObject({
      ok: false,
      failure: { code: 'edit-refused' },
    });
  });
});

test('lanes are put into an order, and those that are not named follow', () => {
  const lanes = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id }));
  const document = documentIn(fileOf([], { lanes }));
  const edit = orderLanes(document, ['d', 'b', 'unknown']);
  expect(edit && applyEdit(document, edit).document.lanes.map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c']);
  expect(orderLanes(document, ['a', 'b'])).toBeNull();
});

test('says how many events have no room in a full document, and counts those that an edit adds', () => {
  const document = documentIn(FILE);
  const room = LIMITS.events - document.events.count;
  expect(noRoomFor(document, room)).toBeNull();
  expect(noRoomFor(document, room + 1)).toEqual({
    ok: false,
    failure: {
      code: 'events-too-many',
      message: 'A document holds 1,000,000 events, and 999,998 events more do not fit.',
      details: [],
    },
  });
  const bare = { participants: [], evidence: [], sources: [], lane: 'lane' };
  const added = addEvents([
    { ...bare, id: 'd', title: 'D' },
    { ...bare, id: 'e', title: 'E' },
  ]);
  expect(eventsAdded(added)).toBe(2);
  expect(eventsAdded(invert(added))).toBe(0);
});
