// An import joins the open document: twins are found, decisions are carried out, and one undo takes all of it back.
import { expect, it } from 'vitest';
import { applyEdit } from '../document/edit/apply.ts';
import { invert } from '../document/edit/change.ts';
import { LIMITS } from '../document/limits.ts';
import type { PlacedDocument } from '../document/document.ts';
import type { TimelineEvent } from '../document/event.ts';
import { articleOf, documentOf, eventOf, undatedOf } from '../document/samples.ts';
import { atOnce } from '../slices.ts';
import type { Draft } from './format.ts';
import { documentOf as madeOf } from './convert.ts';
import { importEdit, type TwinDecision } from './import-edit.ts';
import { findTwins } from './twins.ts';

const found = (over: Partial<TimelineEvent>): TimelineEvent => ({
  id: 'event-2',
  title: 'Something',
  lane: 'lane-of-file',
  participants: [],
  evidence: [],
  sources: [],
  ...over,
});
/** What the helper makes of a file with these events. */
const draft = (events: readonly TimelineEvent[], over: Partial<Draft> = {}): PlacedDocument => {
  const made = madeOf(
    {
      title: 'File',
      articles: [],
      lanes: [{ id: 'lane-of-file', title: 'Roads', colour: 'teal' }],
      // Each row of a file has an id of its own.
      events: events.map((event, place) => ({
        ...event,
        id: event.id === 'event-2' ? `event-${place + 2}` : event.id,
      })),
      notes: [],
      ...over,
    },
    '2026-11-29T12:00:00Z',
  );
  return made.ok ? made.value.document : expect.fail(made.failure.message);
};
const twinsOf = (document: PlacedDocument, events: readonly TimelineEvent[]) =>
  atOnce(findTwins(document, draft(events).events));
const imported = (...given: Parameters<typeof importEdit>) => atOnce(importEdit(...given));
const open = (): PlacedDocument =>
  documentOf(
    [
      eventOf('1988-08-15', { id: 'bridge', title: 'Bridge opened', place: 'Osh', tags: ['bridges'] }),
      eventOf('1990', { id: 'uid-7@calendar', title: 'Flood' }),
      eventOf('1991-05-03', { id: 'talks', title: 'Ministers sign the water treaty in Bishkek' }),
    ],
    { undated: [undatedOf('survey', { title: 'Survey' })], lanes: [{ id: 'lane', title: 'Lane' }] },
  );

it('finds what has the same id, the same title, or a like one on the same day', () => {
  const twins = twinsOf(open(), [
    found({ id: 'uid-7@calendar', title: 'High water', date: '1991' }),
    found({ title: 'BRIDGE: opened', date: '1988-08-15' }),
    found({ title: 'Water treaty signed by ministers', date: '1991-05-03' }),
    found({ title: 'Bridge opened', date: '1989-08-15' }),
    found({ title: 'Survey' }),
    found({ title: 'Road opened', date: '1988-08-15' }),
  ]);
  expect(twins.map(({ at, row, kind }) => [at, row, kind])).toEqual([
    [0, 1, 'id'],
    [1, 0, 'title'],
    [2, 2, 'like'],
    [4, 3, 'title'],
  ]);
});

it('takes an id that is made of a title, or of a row, for nothing', () => {
  const document = documentOf([
    eventOf('1990', { id: 'election', title: 'Election' }),
    eventOf('1991', { id: 'event-2', title: 'Second' }),
  ]);
  expect(
    twinsOf(document, [
      found({ id: 'election', title: 'Election', date: '1994' }),
      found({ id: 'event-2', title: 'Other', date: '1995' }),
    ]),
  ).toEqual([]);
});

function put(into: PlacedDocument, given: PlacedDocument, decision: TwinDecision = 'both') {
  const twins = atOnce(findTwins(into, given.events)).map((twin) => ({ ...twin, decision }));
  const made = imported(into, given, twins, 'a.csv');
  if (!made.ok) return expect.fail(made.failure.message);
  return { ...made.value, after: applyEdit(into, made.value.edit).document };
}

const BRIDGE = found({
  title: 'Bridge opened',
  date: '1988-08-15',
  place: 'Jalal-Abad',
  description: 'The first one',
  tags: ['roads', 'bridges'],
  sources: [{ title: 'Paper', address: 'https://example.org/' }],
});

it('keeps both: the other gets an id and a lane of its own', () => {
  const { after, added, merged } = put(open(), draft([{ ...BRIDGE, id: 'bridge' }]));
  expect([added, merged, after.events.count]).toEqual([1, 0, 5]);
  const [, lane] = after.lanes;
  expect(lane).toMatchObject({ title: 'Roads', colour: 'teal' });
  expect(after.events.at(after.events.rowOf('bridge-2') ?? -1)).toMatchObject({
    title: 'Bridge opened',
    lane: lane?.id,
  });
});

it('merges: what is there stays, and what it lacks is added', () => {
  const { after, added, merged } = put(open(), draft([BRIDGE]), 'merge');
  expect([added, merged, after.events.count, after.lanes.length]).toEqual([0, 1, 4, 1]);
  expect(after.events.at(0)).toMatchObject({
    id: 'bridge',
    place: 'Osh',
    description: 'The first one',
    tags: ['bridges', 'roads'],
    sources: [{ title: 'Paper', address: 'https://example.org/' }],
  });
});

it('merges two of a file with the same event, and gives a date with how it is known', () => {
  const dating = { kind: 'imported', file: 'a.csv', row: 3 } as const;
  const { after, merged } = put(
    open(),
    draft([found({ title: 'Survey', place: 'Naryn' }), found({ title: 'Survey', description: 'Long' })]),
    'merge',
  );
  expect(merged).toBe(2);
  expect(after.events.at(3)).toMatchObject({ place: 'Naryn', description: 'Long' });
  const into = open();
  const made = imported(
    into,
    draft([found({ title: 'Survey', date: '1992', dating })]),
    [{ at: 0, row: 3, kind: 'title', decision: 'merge' }],
    'a.csv',
  );
  if (!made.ok) return expect.fail(made.failure.message);
  expect(applyEdit(into, made.value.edit).document.events.at(3)).toMatchObject({ date: '1992', dating });
});

it('skips, and says so', () => {
  const { after, added, skipped } = put(
    open(),
    draft([BRIDGE, found({ title: 'New', date: '1999' })]),
    'skip',
  );
  expect([added, skipped, after.events.count]).toEqual([1, 1, 5]);
});

it('brings articles, quotes and notes along, and an article that is there only once', () => {
  const article = articleOf('They opened a bridge.', { id: 'article' });
  const quoting = found({
    title: 'New',
    date: '1999',
    evidence: [{ article: 'article', quote: 'a bridge', start: 12, end: 20 }],
  });
  const given = draft([quoting], {
    articles: [article],
    notes: [{ text: 'Look again', article: 'article', events: ['event-2'], sources: [] }],
  });
  const into = documentOf([], { articles: [articleOf('Another text.', { id: 'article' })] });
  const { after } = put(into, given);
  expect(after.articles.map(({ id }) => id)).toEqual(['article', 'article-2']);
  expect(after.events.at(0)?.evidence[0]?.article).toBe('article-2');
  expect(after.notes).toMatchObject([{ article: 'article-2', events: ['event-2'] }]);
  const again = put(after, given, 'merge').after;
  expect([again.articles.length, again.notes.length, again.events.count]).toEqual([2, 1, 1]);
  expect(again.events.at(0)?.evidence).toHaveLength(1);
});

it('is taken back by one undo', () => {
  const into = open();
  const texts = (document: PlacedDocument) => [...document.events.all()].map(({ id, tags }) => [id, tags]);
  const before = texts(into);
  const made = imported(
    into,
    draft([BRIDGE, found({ title: 'New', date: '1999' })]),
    [{ at: 0, row: 0, kind: 'title', decision: 'merge' }],
    'a.csv',
  );
  if (!made.ok) return expect.fail(made.failure.message);
  const after = applyEdit(into, made.value.edit).document;
  const back = applyEdit(after, invert(made.value.edit)).document;
  expect(texts(back)).toEqual(before);
  expect(back.lanes).toHaveLength(1);
});

it('refuses what does not fit, in a sentence', () => {
  const lanes = Array.from({ length: LIMITS.lanes }, (_, place) => ({ id: `l${place}`, title: `L${place}` }));
  const full = documentOf([], { lanes });
  expect(imported(full, draft([found({ date: '1999' })]), [], 'a.csv')).toMatchObject({
    ok: false,
    failure: { code: 'lanes-too-many' },
  });
});
