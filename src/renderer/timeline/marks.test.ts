// The view model decides on card or bar, on the side of a card, and on what is said of a mark.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EARLIEST, LATEST, YEAR, yearOf } from '../../shared/dates/calendar.ts';
import { anyDate } from '../../shared/dates/date-samples.ts';
import { calendarDatesIn, partsOf } from '../../shared/dates/event-date.ts';
import { parseEventDate } from '../../shared/dates/parse.ts';
import { around, clampWindow, type TimeWindow } from '../../shared/dates/window.ts';
import type { PlacedDocument, PlacedEvent } from '../../shared/document/document.ts';
import { markViews, type MarkView } from './marks.ts';
import { createTimelineModel } from '../view/model.ts';

const DAY = 86_400_000;
const january = Date.UTC(2021, 0, 1);

function event(id: string, date: string, more: Partial<PlacedEvent> = {}): PlacedEvent {
  const when = parseEventDate(date);
  if (!when.ok) throw new Error(when.failure.message);
  return {
    id,
    title: `Event ${id}`,
    date,
    lane: 'first',
    participants: [],
    evidence: [],
    dating: { kind: 'stated', confidence: 'high', explanation: '' },
    sources: [],
    when: when.value,
    ...more,
  };
}

function documentOf(...events: readonly PlacedEvent[]): PlacedDocument {
  return {
    format: 'dateline',
    version: 1,
    title: 'Test',
    articles: [],
    lanes: [
      { id: 'first', title: 'First' },
      { id: 'second', title: 'Second' },
    ],
    events,
    undated: [],
    notes: [],
    unknownFields: [],
  };
}

/** Ten pixels a letter, so that “Event a” is a card of 70 pixels or of its date's width, and its frame. */
const measure = (text: string) => text.length * 10;

/** The marks of a hundred days on a thousand pixels: ten pixels a day. */
function draw(document: PlacedDocument, window: TimeWindow = { start: january, end: january + 100 * DAY }) {
  const { index } = createTimelineModel(document);
  return markViews(document, index, window, { width: 1000, laneHeight: 100 }, measure);
}

function only(marks: readonly MarkView[]): MarkView {
  const [mark] = marks;
  if (mark === undefined || marks.length > 1) throw new Error(`${marks.length} marks in place of one`);
  return mark;
}

describe('an event', () => {
  test('of a day is a card that hangs from its start and reaches to the right', () => {
    expect(only(draw(documentOf(event('a', '2021-01-31'))))).toEqual({
      id: 'event:0',
      lane: 0,
      shape: 'card',
      start: january + 30 * DAY,
      end: january + 31 * DAY,
      anchor: 'left',
      at: january + 30 * DAY,
      className: '',
      title: 'Event a',
      date: '31 Jan 2021',
      sources: [],
      more: 'First',
      event: 0,
      count: 1,
      separable: true,
    });
  });

  test('near the right edge turns to the left, so that its card is whole', () => {
    expect(only(draw(documentOf(event('a', '2021-04-08'))))).toMatchObject({
      shape: 'card',
      anchor: 'right',
    });
  });

  test('whose span can hold its label is a bar over all of it', () => {
    const mark = only(draw(documentOf(event('a', '2021-02'))));
    expect(mark).toMatchObject({ shape: 'bar', start: Date.UTC(2021, 1), end: Date.UTC(2021, 2) });
  });

  test('with an open end near the right edge is a card, because the bar in view cannot hold its label', () => {
    const window = { start: january - 90 * DAY, end: january + 10 * DAY };
    expect(only(draw(documentOf(event('a', '2021-01-06/..')), window))).toMatchObject({
      shape: 'card',
      anchor: 'right',
    });
  });

  test('whose span cannot is a card', () => {
    expect(only(draw(documentOf(event('a', '2021-02-01/2021-02-05'))))).toMatchObject({ shape: 'card' });
  });

  test('whose span leaves no room for its card to the right stands to the left of its end, not of its start', () => {
    const mark = only(draw(documentOf(event('a', '2021-04-03/2021-04-07'))));
    expect(mark).toMatchObject({
      shape: 'card',
      anchor: 'right',
      start: Date.UTC(2021, 3, 3),
      at: Date.UTC(2021, 3, 8),
    });
  });

  test.each([
    ['is narrower than its label', january - 8 * 365 * DAY, january + 12 * 365 * DAY, 'card'],
    ['is as wide as the view', january, january + 365 * DAY, 'bar'],
    ['is wider than the view', january + 100 * DAY, january + 101 * DAY, 'bar'],
    ['begins long before the view and ends in it', january + 355 * DAY, january + 370 * DAY, 'bar'],
  ])('of a year is a span, never a point, where the year %s', (_, start, end, shape) => {
    const mark = only(draw(documentOf(event('a', '2021')), { start, end }));
    expect(mark).toMatchObject({
      shape,
      className: 'span',
      start: january,
      end: january + 365 * DAY,
    });
  });

  test.each([
    ['a day', '2021-01-31', 100 * DAY, ''],
    ['a day', '2021-01-31', 12 * DAY, 'span'],
    ['a minute', '2021-01-31T09:30', DAY, ''],
    ['a minute', '2021-01-31T09:30', DAY / 120, 'span'],
  ])('of %s, %s, is a point until it is wide enough to be seen as a span', (_, date, length, className) => {
    const start = Date.parse('2021-01-31T09:28Z');
    const view = { start: start - length / 4, end: start + (length * 3) / 4 };
    expect(only(draw(documentOf(event('a', date)), view)).className).toBe(className);
  });

  test('just outside of the window is still drawn, so that its card slides out', () => {
    const window = { start: january + 10 * DAY, end: january + 110 * DAY };
    expect(draw(documentOf(event('a', '2021-01-08')), window)).toHaveLength(1);
    expect(draw(documentOf(event('a', '2020-10-08')), window)).toHaveLength(0);
  });

  test.each([
    ['2021-01-31?', 'uncertain'],
    ['2021-01-31~', 'approximate'],
    ['2021-01-31%', 'uncertain approximate'],
    ['2021-02', 'span'],
    ['2021-02-01/2021-02-02', 'span'],
    ['2021-01/..', 'span open-end'],
    ['../2021-02', 'span open-start'],
    ['[2021-01-03..2021-02-22]', 'span one-of'],
    ['{2021-01-03,2021-02-22}', 'span all-of'],
    ['2021-01-31T09:30', ''],
  ])('dated %s is drawn as %s', (date, className) => {
    expect(only(draw(documentOf(event('a', date)))).className).toBe(className);
  });

  test('says what its label and its short date leave out, and its lane', () => {
    const document = documentOf(event('a', '2021-01-31?', { label: 'Short', lane: 'second' }));
    expect(only(draw(document))).toMatchObject({
      title: 'Short',
      date: '31 Jan 2021 ?',
      more: 'Event a, 31 January 2021, uncertain, Second',
    });
  });
});

describe('any date, in any window', () => {
  const length = fc.double({ min: Math.log(DAY / 24), max: Math.log(20_000 * 365 * DAY), noNaN: true });
  const within = { date: anyDate, length, at: fc.double({ min: -0.5, max: 1.5, noNaN: true }) };

  test('is drawn from the first to the last instant that the edtf package takes it for, up to the edges of a figure', () => {
    fc.assert(
      fc.property(fc.record(within), ({ date, length: logarithm, at }) => {
        // The window lies about the date's known end, or its middle.
        const finite = [date.start, date.end].filter(Number.isFinite);
        const middle = finite.reduce((sum, instant) => sum + instant, 0) / finite.length;
        const size = Math.exp(logarithm);
        const start = Math.round(middle - size * at);
        const window = { start, end: start + Math.round(size) };
        const document = documentOf(event('a', date.edtf));
        const { index } = createTimelineModel(document);
        const [mark] = markViews(
          document,
          index,
          window,
          { width: 1000, laneHeight: 100, figure: { sources: () => [] } },
          measure,
        );
        const isSeen = date.start < window.end && window.start < date.end;
        expect(mark !== undefined, date.edtf).toBe(isSeen);
        if (mark === undefined) return;
        expect([mark.start, mark.end]).toEqual([
          Math.max(date.start, window.start),
          Math.min(date.end, window.end),
        ]);
        const classes = mark.className.split(' ');
        expect(classes.includes('uncertain')).toBe(date.uncertain);
        expect(classes.includes('approximate')).toBe(date.approximate);
        expect(classes.includes('open-start')).toBe(date.start === -Infinity);
        expect(classes.includes('open-end')).toBe(date.end === Infinity);
        expect(classes.includes('one-of')).toBe(date.edtf.startsWith('['));
        if (date.end - date.start > DAY) expect(classes).toContain('span');
        else if (size > 40 * DAY) expect(classes).not.toContain('span');
        // In the window the same span goes on as far as time does.
        expect(
          only(markViews(document, index, window, { width: 1000, laneHeight: 100 }, measure)),
        ).toMatchObject({
          start: Math.max(date.start, EARLIEST),
          end: Math.min(date.end, LATEST),
        });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('events that do not fit singly', () => {
  test('are aggregates that say how many they are, and open by zooming in', () => {
    const events = Array.from({ length: 12 }, (_, day) => event(String(day), `2021-02-${day + 10}`));
    const marks = draw(documentOf(...events));
    const aggregate = marks.find((mark) => mark.event === null);
    expect(aggregate).toMatchObject({
      title: `${aggregate?.count ?? 0} events`,
      more: 'First. Open to zoom in.',
      separable: true,
    });
    expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(12);
  });

  test('and share a day open as a list', () => {
    const events = Array.from({ length: 9 }, (_, position) => event(String(position), '2021-02-01'));
    expect(only(draw(documentOf(...events)))).toMatchObject({
      title: '9 events',
      date: '1 Feb 2021',
      more: 'First. Open to list them.',
      event: null,
      count: 9,
      separable: false,
    });
  });
});

describe('in a search', () => {
  const events = Array.from({ length: 40 }, (_, place) => event(`${place}`, '2021-02-03'));
  const { index } = createTimelineModel(documentOf(...events));
  const window = { start: january, end: january + 100 * DAY };
  const search = (document: PlacedDocument, found: readonly number[]) => {
    const model = createTimelineModel(document);
    const plot = {
      width: 1000,
      laneHeight: 100,
      found: { holds: (position: number) => found.includes(position), countIn: model.index.tally(found) },
    };
    return markViews(document, model.index, window, plot, measure);
  };

  test('an event is found or missed', () => {
    const two = documentOf(event('a', '2021-01-31'), event('b', '2021-02-20?'));
    expect(search(two, [1]).map(({ className }) => className)).toEqual(['missed', 'uncertain found']);
  });

  test('an aggregate tells how many of its events are found, where any is', () => {
    const many = documentOf(...events);
    expect(index.marks(window, 1000)).toHaveLength(1);
    expect(only(search(many, [3, 4, 39]))).toMatchObject({
      title: '3 of 40 events',
      className: 'aggregate found',
    });
    expect(only(search(many, []))).toMatchObject({ title: '40 events', className: 'aggregate missed' });
    expect(only(draw(many))).toMatchObject({ title: '40 events', className: 'aggregate' });
  });
});

/** The years that the date of an aggregate names, astronomical: of “500–301 BCE” -499 and -300. */
function yearsIn(words: string): number[] {
  const names = [...words.matchAll(/(?<![\d,:])(\d[\d,]*)(?: (BCE|CE))?(?= –|–|$|, \d\d:)/g)].map(
    ([, number = '', era]) => ({ number: Number(number.replaceAll(',', '')), era }),
  );
  const shared = names.at(-1)?.era;
  return names
    .filter(({ number, era }) => era !== undefined || number > 31 || shared !== undefined)
    .map(({ number, era = shared }) => (era === 'BCE' ? 1 - number : number));
}

test('years are read out of the dates of aggregates', () => {
  expect(yearsIn('500–301 BCE')).toEqual([-499, -300]);
  expect(yearsIn('500 BCE – 1200')).toEqual([-499, 1200]);
  expect(yearsIn('until 12,000 CE')).toEqual([12_000]);
  expect(yearsIn('3 Oct – 22 Nov 2022')).toEqual([2022]);
  expect(yearsIn('17 Sep 2021, 22:00 – 18 Sep 2021, 02:00')).toEqual([2021, 2021]);
});

test('an aggregate names no year outside of the dates that are written in the document', () => {
  const crowd = fc.array(anyDate, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(crowd, (dates) => {
      // As many of each that none stands singly.
      const document = documentOf(
        ...dates.flatMap(({ edtf }, kind) =>
          Array.from({ length: 12 }, (_, copy) => event(`${kind}-${copy}`, edtf)),
        ),
      );
      const known = document.events.flatMap(({ when }) => calendarDatesIn(partsOf(when)));
      const first = Math.min(...known.map(({ start }) => yearOf(start)));
      const last = Math.max(...known.map(({ end }) => yearOf(end - 1)));
      const { extent } = createTimelineModel(document);
      const middle = extent === null ? january : (extent.start + extent.end) / 2;
      const marks = [100 * DAY, 20_000 * YEAR].flatMap((length) =>
        draw(document, clampWindow(around(middle, length))),
      );
      const named = marks.filter(({ event: one }) => one === null).flatMap(({ date }) => yearsIn(date));
      expect(named.filter((year) => !(first <= year && year <= last))).toEqual([]);
    }),
  );
});
