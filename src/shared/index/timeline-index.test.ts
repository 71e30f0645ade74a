// The timeline index against a model that visits every event, and its promises one by one.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, EARLIEST, HOUR, LATEST, YEAR } from '../dates/calendar.ts';
import type { TimeWindow } from '../dates/window.ts';
import { indexOf, type IndexedEvent } from './index-samples.ts';
import { createTimelineIndex } from './timeline-index.ts';

const LANES = 3;

const day = (date: string, lane = 0): IndexedEvent => {
  const start = Date.parse(date);
  return { start, end: start + DAY, lane };
};

const windowOf = (from: string, to: string): TimeWindow => ({ start: Date.parse(from), end: Date.parse(to) });

/** The article's five events. */
const ARTICLE = [
  day('2021-08-15', 0),
  day('2021-09-16', 1),
  day('2021-09-17', 2),
  day('2022-09-21', 1),
  day('2022-10-03', 3),
];

// The model: bounds as the index counts them, and a visit to each event.

function bounds({ start, end }: IndexedEvent): { start: number; end: number } {
  const from = Math.max(start, EARLIEST);
  return { start: from, end: Math.max(Math.min(end, LATEST), from + 1) };
}

function overlaps(event: IndexedEvent, window: TimeWindow): boolean {
  const { start, end } = bounds(event);
  return start < window.end && end > window.start;
}

/** Positions of all events, in time order. */
function inTimeOrder(events: readonly IndexedEvent[]): number[] {
  const all = events.map((event, position) => ({ ...bounds(event), position }));
  return all
    .sort((a, b) => a.start - b.start || b.end - a.end || a.position - b.position)
    .map(({ position }) => position);
}

// Arbitrary documents and views. Most events and windows crowd around 1970 so that cells fill and windows cut
// through them; the others reach to the ends of time.

const crowdedInstant = fc.oneof(
  fc.integer({ min: -40, max: 40 }).map((days) => days * DAY),
  fc.integer({ min: -40 * 24, max: 40 * 24 }).map((hours) => hours * HOUR),
);

const anyInstant = fc.integer({ min: EARLIEST, max: LATEST });

const powerOfTwo = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((power) => Math.floor(2 ** power));

const lasting = (from: fc.Arbitrary<number>, length: fc.Arbitrary<number>) =>
  fc.tuple(from, length).map(([start, duration]) => ({ start, end: Math.min(start + duration, LATEST) }));

const span = fc.oneof(
  { weight: 16, arbitrary: lasting(crowdedInstant, fc.constantFrom(0, 1, HOUR, DAY, DAY, DAY, 30 * DAY)) },
  { weight: 4, arbitrary: lasting(crowdedInstant, powerOfTwo(0, 40)) },
  { weight: 1, arbitrary: lasting(anyInstant, powerOfTwo(0, 52)) },
  { weight: 1, arbitrary: crowdedInstant.map((start) => ({ start, end: Infinity })) },
  { weight: 1, arbitrary: crowdedInstant.map((end) => ({ start: -Infinity, end })) },
);

const document = fc.array(
  fc
    .record({ span, lane: fc.nat(LANES - 1) })
    .map((each): IndexedEvent => ({ ...each.span, lane: each.lane })),
  { maxLength: 150, size: 'max' },
);

const timeWindow = fc
  .oneof(
    { weight: 8, arbitrary: fc.tuple(crowdedInstant, powerOfTwo(20, 34)) },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.double({ min: -40 * DAY, max: 40 * DAY, noNaN: true }), powerOfTwo(10, 34)),
    },
    { weight: 1, arbitrary: fc.tuple(anyInstant, powerOfTwo(0, 53)) },
  )
  .map(([start, length]) => ({ start, end: start + length }));

describe('the article', () => {
  const index = indexOf(ARTICLE, 4);

  test('counts five of five in view, and those that a window touches', () => {
    expect(index.countIn(windowOf('2021-07-15', '2022-11-05'))).toBe(5);
    expect(index.countIn(windowOf('2021-09-16', '2021-09-17'))).toBe(1);
    expect(index.countIn(windowOf('2021-09-16', '2021-09-18'))).toBe(2);
    expect(index.countIn(windowOf('2000-01-01', '2001-01-01'))).toBe(0);
  });
});

describe('time order', () => {
  test('is by earliest start, then latest end, then as in the document', () => {
    fc.assert(
      fc.property(document, (events) => {
        expect([...indexOf(events, LANES).order]).toEqual(inTimeOrder(events));
      }),
    );
  });

  test('is walked from end to end by next, and back by previous', () => {
    fc.assert(
      fc.property(document, (events) => {
        const index = indexOf(events, LANES);
        const forward: number[] = [];
        for (let at: number | null = index.order[0] ?? null; at !== null; at = index.next(at))
          forward.push(at);
        const back: number[] = [];
        for (let at: number | null = index.order.at(-1) ?? null; at !== null; at = index.previous(at))
          back.push(at);
        expect(index.count).toBe(events.length);
        expect(index.first()).toBe(forward[0] ?? null);
        expect(index.last()).toBe(back[0] ?? null);
        expect(forward).toEqual([...index.order]);
        expect(back).toEqual([...index.order].reverse());
      }),
    );
  });
});

test('events in view are counted as one by one', () => {
  fc.assert(
    fc.property(document, timeWindow, (events, window) => {
      const expected = events.filter((each) => overlaps(each, window)).length;
      expect(indexOf(events, LANES).countIn(window)).toBe(expected);
    }),
  );
});

describe('the events on either side of an instant', () => {
  const longest = fc.constantFrom(1, HOUR, DAY, 30 * DAY, LATEST - EARLIEST);

  test('are the one that ends last of those that started, and the first of those to come', () => {
    fc.assert(
      fc.property(document, crowdedInstant, longest, fc.subarray([0, 1, 2]), (events, at, most, lanes) => {
        const index = indexOf(events, LANES).of(lanes);
        const looked = inTimeOrder(events).flatMap((position) => {
          const each = events[position] ?? day('2021');
          const { start, end } = bounds(each);
          return lanes.includes(each.lane) && end - start <= most ? [{ position, start, end }] : [];
        });
        const started = looked.filter(({ start }) => start < at);
        const latest = Math.max(...started.map(({ end }) => end));
        expect(index.neighbours(at, most)).toEqual({
          earlier: started.find(({ end }) => end === latest)?.position ?? null,
          later: looked.find(({ start }) => start >= at)?.position ?? null,
        });
      }),
    );
  });

  test('of the article are the two around its longest silence', () => {
    expect(indexOf(ARTICLE, 4).neighbours(Date.parse('2022-03-10'))).toEqual({
      earlier: 2,
      later: 3,
    });
  });
});

test('the last to be over at an instant is found', () => {
  fc.assert(
    fc.property(document, crowdedInstant, fc.shuffledSubarray([0, 1, 2]), (events, at, lanes) => {
      const over = inTimeOrder(events).flatMap((position) => {
        const each = events[position] ?? day('2021');
        const { end } = bounds(each);
        return lanes.includes(each.lane) && end <= at ? [{ position, end }] : [];
      });
      const latest = Math.max(...over.map(({ end }) => end));
      expect(indexOf(events, LANES).of(lanes).lastEnded(at)).toBe(
        over.find(({ end }) => end === latest)?.position ?? null,
      );
    }),
  );
});

describe('density', () => {
  test('fills the columns that an event reaches into', () => {
    fc.assert(
      fc.property(document, timeWindow, fc.integer({ min: 1, max: 60 }), (events, window, columns) => {
        const column = (at: number) => ((at - window.start) / (window.end - window.start)) * columns;
        const density = indexOf(events, LANES).density(window, columns);
        expect(density).toHaveLength(LANES);
        density.forEach((runs, lane) => {
          const expected = new Set<number>();
          for (const each of events.filter((one) => one.lane === lane && overlaps(one, window))) {
            const { start, end } = bounds(each);
            const from = Math.min(columns - 1, Math.floor(column(start)));
            const to = Math.max(from + 1, Math.ceil(column(end)));
            for (let filled = Math.max(0, from); filled < Math.min(columns, to); filled++)
              expected.add(filled);
          }
          const filled = runs.flatMap(([from, to]) =>
            Array.from({ length: to - from }, (_, more) => from + more),
          );
          expect(filled).toEqual([...expected].sort((a, b) => a - b));
          const gaps = runs.slice(1).map(([from], before) => from - (runs[before]?.[1] ?? NaN));
          expect(gaps.every((gap) => gap > 0)).toBe(true);
        });
      }),
    );
  });

  test('fills a column even for an instant that has no length in floating point', () => {
    const index = indexOf([{ start: LATEST / 2, end: LATEST / 2, lane: 0 }], 1);
    expect(index.density({ start: EARLIEST, end: LATEST }, 4)).toEqual([[[3, 4]]]);
  });

  test('of the article is a run of one column for each event', () => {
    const index = indexOf(ARTICLE, 4);
    const runs = index.density(
      { start: Date.parse('2021-01-01'), end: Date.parse('2021-01-01') + 2 * YEAR },
      24,
    );
    expect(runs).toEqual([
      [[7, 8]],
      [
        [8, 9],
        [20, 21],
      ],
      [[8, 9]],
      [[21, 22]],
    ]);
  });
});

describe('of some lanes', () => {
  /** Some lanes in any order. */
  const someLanes = fc.shuffledSubarray([0, 1, 2]);

  test('the index answers as one of their events alone would', () => {
    fc.assert(
      fc.property(document, timeWindow, someLanes, (events, window, lanes) => {
        const index = indexOf(events, LANES).of(lanes);
        const isShown = (position: number) => lanes.includes(events[position]?.lane ?? -1);
        const shown = inTimeOrder(events).filter(isShown);
        const inWindow = shown.filter((position) => overlaps(events[position] ?? day('2021'), window));
        expect([...index.order]).toEqual(shown);
        expect([...index.eventsIn(window)]).toEqual(inWindow);
        expect(index.countIn(window)).toBe(inWindow.length);
        const whole = indexOf(events, LANES).density(window, 50);
        expect(index.density(window, 50)).toEqual(lanes.map((lane) => whole[lane]));
      }),
    );
  });

  test('the steps from any event lead to the next and previous of their events', () => {
    fc.assert(
      fc.property(document, someLanes, (events, lanes) => {
        const index = indexOf(events, LANES).of(lanes);
        const order = inTimeOrder(events);
        order.forEach((event, place) => {
          const isShown = (position: number) => lanes.includes(events[position]?.lane ?? -1);
          expect(index.next(event)).toBe(order.slice(place + 1).find(isShown) ?? null);
          expect(index.previous(event)).toBe(order.slice(0, place).findLast(isShown) ?? null);
        });
      }),
    );
  });

  test('the index leads back to that of all lanes', () => {
    const index = indexOf(ARTICLE, 4);
    const all = index.of([2]).of([0, 1, 2, 3]);
    expect(all.lanes).toEqual([0, 1, 2, 3]);
    expect(all.order).toEqual(index.order);
    expect(all.countIn(windowOf('2021-07-15', '2022-11-05'))).toBe(5);
  });

  test.each([[[4]], [[-1]], [[1, 1]]])('the lanes %j are refused', (lanes) => {
    expect(() => indexOf(ARTICLE, 4).of(lanes)).toThrow(RangeError);
  });
});

const LENGTHS = [1, DAY, 30 * DAY, 5_000 * DAY];

describe('after events have moved, come and gone', () => {
  /** What becomes of the event in a row; one more than there are rows stands for a new event. */
  const change = fc.record({
    row: fc.nat(200),
    to: fc.option(fc.record({ span, lane: fc.nat(LANES) })),
  });
  const edits = fc.array(fc.array(change, { minLength: 1, maxLength: 8 }), { maxLength: 12 });

  /** Columns of events, in which a row without a place in time has no start. */
  const columnsOf = (events: readonly (IndexedEvent | null)[]) => ({
    starts: Float64Array.from(events, (event) => event?.start ?? NaN),
    ends: Float64Array.from(events, (event) => event?.end ?? NaN),
    lanes: Int32Array.from(events, (event) => event?.lane ?? 0),
  });

  test('it answers like one built from scratch', () => {
    fc.assert(
      fc.property(document, edits, timeWindow, (first, all, window) => {
        let events: (IndexedEvent | null)[] = [...first];
        let index = createTimelineIndex(columnsOf(events), LANES);
        for (const changes of all) {
          const before = events;
          const touched = new Set<number>();
          events = [...events];
          for (const { row: wanted, to } of changes) {
            const row = Math.min(wanted, events.length);
            touched.add(row);
            events[row] = to === null ? null : { ...to.span, lane: to.lane };
          }
          const moved = [...touched].map((row) => {
            const { start = NaN, end = NaN, lane = 0 } = before[row] ?? {};
            return { row, start, end, lane };
          });
          const lanes = index.lanes.map((lane) => index.inLane(lane));
          // What has been counted is kept up from then on.
          for (const lane of lanes) for (const length of LENGTHS) lane.mostAtOnce(length);
          // A lane more than at first, which is empty until an event comes into it.
          index = index.after(moved, columnsOf(events), LANES + 1);
          lanes.forEach((lane, position) => {
            const isTouched = [...touched].some((row) =>
              [before[row], events[row]].some((event) => event?.lane === position),
            );
            expect(index.inLane(position) === lane).toBe(!isTouched);
          });
        }
        const scratch = createTimelineIndex(columnsOf(events), index.lanes.length);
        for (const lane of index.lanes) {
          const [own, other] = [index.inLane(lane), scratch.inLane(lane)];
          for (const name of ['rows', 'starts', 'ends', 'endsInOrder'] as const)
            expect([...own[name]]).toEqual([...other[name]]);
          for (const length of LENGTHS) expect(own.mostAtOnce(length)).toBe(other.mostAtOnce(length));
        }
        expect([...index.order]).toEqual([...scratch.order]);
        expect([...index.eventsIn(window)]).toEqual([...scratch.eventsIn(window)]);
        expect(index.countIn(window)).toBe(scratch.countIn(window));
        expect(index.density(window, 40)).toEqual(scratch.density(window, 40));
        expect(index.neighbours(window.start, DAY)).toEqual(scratch.neighbours(window.start, DAY));
        for (const row of index.order) {
          expect(index.next(row)).toBe(scratch.next(row));
          expect(index.previous(row)).toBe(scratch.previous(row));
        }
      }),
    );
  });

  test('a row that was not where it is said to have been is refused', () => {
    const index = indexOf(ARTICLE, 4);
    const { start, end } = day('2021-08-15');
    expect(() => index.after([{ row: 1, start, end, lane: 0 }], columnsOf(ARTICLE), 4)).toThrow(RangeError);
  });
});

test('a lane holds its events in time order, open ends at the ends of time', () => {
  fc.assert(
    fc.property(document, fc.nat(LANES - 1), (events, lane) => {
      const index = indexOf(events, LANES);
      const order = inTimeOrder(events).filter((position) => events[position]?.lane === lane);
      const { rows, starts, ends, endsInOrder } = index.inLane(lane);
      expect([...rows]).toEqual(order);
      const all = order.flatMap((position) => events[position] ?? []).map(bounds);
      expect([...starts]).toEqual(all.map(({ start }) => start));
      expect([...ends]).toEqual(all.map(({ end }) => end));
      expect([...endsInOrder]).toEqual(all.map(({ end }) => end).sort((a, b) => a - b));
    }),
  );
  expect(() => indexOf(ARTICLE, 4).inLane(4)).toThrow(RangeError);
});

test('a document without events has no density and no order', () => {
  const index = indexOf([], 2);
  const window = windowOf('2021-01-01', '2022-01-01');
  expect(index.density(window, 10)).toEqual([[], []]);
  expect(index.countIn(window)).toBe(0);
  expect(index.order).toHaveLength(0);
});

test.each([-1, 2])('an event in lane %d of two is refused', (lane) => {
  expect(() => indexOf([day('2021-09-16', lane)], 2)).toThrow(RangeError);
});
