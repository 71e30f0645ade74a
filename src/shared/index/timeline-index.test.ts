// The timeline index against a model that looks at every event, and its promises one by one.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, EARLIEST, HOUR, LATEST, YEAR } from '../dates/calendar.ts';
import type { TimeWindow } from '../dates/window.ts';
import {
  createTimelineIndex,
  type AggregateMark,
  type IndexedEvent,
  type Mark,
  type MarkOptions,
  type TimelineIndex,
} from './timeline-index.ts';

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

// The model: bounds as the index counts them, and one look at each event.

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

const width = fc.integer({ min: 50, max: 3000 });

const options: fc.Arbitrary<MarkOptions> = fc.record(
  {
    cellWidth: fc.integer({ min: 20, max: 400 }),
    capacity: fc.integer({ min: 1, max: 5 }),
    lanes: fc.subarray([0, 1, 2]),
    budget: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 120 })),
  },
  { requiredKeys: [] },
);

/** The id of the mark that each event is in. */
function markOfEvents(index: TimelineIndex, marks: readonly Mark[]): Map<number, string> {
  return new Map(marks.flatMap(({ id }) => index.eventsOf(id).map((position) => [position, id])));
}

const aggregates = (marks: readonly Mark[]): AggregateMark[] =>
  marks.filter((mark) => mark.kind === 'aggregate');

describe('marks', () => {
  test('cover every event in the window exactly once', () => {
    fc.assert(
      fc.property(document, timeWindow, width, options, (events, window, pixels, view) => {
        const index = createTimelineIndex(events, LANES);
        const marks = index.marks(window, pixels, view);
        const lanes = view.lanes ?? [0, 1, 2];
        const covered = marks.flatMap(({ id }) => index.eventsOf(id));
        expect(new Set(covered).size).toBe(covered.length);
        events.forEach((each, position) => {
          if (overlaps(each, window) && lanes.includes(each.lane)) expect(covered).toContain(position);
        });
        expect(new Set(marks.map(({ id }) => id)).size).toBe(marks.length);
      }),
    );
  });

  test('tell how many of some events they hold', () => {
    fc.assert(
      fc.property(document, timeWindow, width, options, fc.nat(4), (events, window, pixels, view, part) => {
        const index = createTimelineIndex(events, LANES);
        const wanted = [...events.keys()].filter((position) => position % 5 <= part);
        const held = index.tally(wanted);
        for (const { id } of index.marks(window, pixels, view))
          expect(held(id)).toBe(index.eventsOf(id).filter((position) => wanted.includes(position)).length);
      }),
    );
  });

  test('show nothing that is outside of the window, and aggregates as they are', () => {
    fc.assert(
      fc.property(document, timeWindow, width, options, (events, window, pixels, view) => {
        const index = createTimelineIndex(events, LANES);
        for (const mark of index.marks(window, pixels, view)) {
          const held = index.eventsOf(mark.id).flatMap((position) => events[position] ?? []);
          expect(held.some((each) => overlaps(each, window))).toBe(true);
          expect(held.every(({ lane }) => lane === mark.lane)).toBe(true);
          if (mark.kind === 'event') expect(held).toEqual([events[mark.event]]);
          else {
            expect(mark.count).toBe(held.length);
            expect(mark.count).toBeGreaterThan(1);
            expect(mark.start).toBe(Math.min(...held.map((each) => bounds(each).start)));
            expect(mark.end).toBe(Math.max(...held.map((each) => bounds(each).end)));
          }
        }
      }),
    );
  });

  test('stay the same while the window moves', () => {
    const shift = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(document, timeWindow, shift, width, options, (events, window, lengths, pixels, view) => {
        const index = createTimelineIndex(events, LANES);
        const length = window.end - window.start;
        const start = window.start + lengths * length;
        const moved = { start, end: start + length };
        const before = index.marks(window, pixels, view);
        const after = index.marks(moved, pixels, view);
        const markBefore = markOfEvents(index, before);
        const markAfter = markOfEvents(index, after);
        events.forEach((each, position) => {
          if (overlaps(each, window) && overlaps(each, moved)) {
            expect(markAfter.get(position)).toBe(markBefore.get(position));
          }
        });
        for (const mark of before) {
          expect(after.find(({ id }) => id === mark.id) ?? mark).toEqual(mark);
        }
      }),
    );
  });

  test('stay the same while the window moves by fractions of a millisecond', () => {
    // Cells are just wide enough here: in a window longer by a rounding error they would be twice as wide. The
    // window spans 2^40 ms (3 November 2004), where numbers lose a binary digit.
    const length = 8 * 2 ** 28;
    const first = 2 ** 40 - length / 2;
    const events = Array.from({ length: 40 }, (_, days) => {
      const start = first + days * DAY;
      return { start, end: start + DAY, lane: 0 };
    });
    const index = createTimelineIndex(events, 1);
    const marksFrom = (start: number) =>
      index.marks({ start, end: start + length }, 1440, { cellWidth: 180 });
    for (let hundredths = 1; hundredths < 100; hundredths++) {
      expect(marksFrom(first + hundredths / 100)).toEqual(marksFrom(first));
    }
  });

  test('stand as singly as was asked for in a lane that never shows more than its share', () => {
    // Each month three events on one day, and one that lasts for a month to a year: more cells of more classes than
    // the budget could fill, and yet few events at a time.
    const events = Array.from({ length: 60 }, (_, month) => {
      const start = month * 30 * DAY;
      return [DAY, DAY, DAY, 2 ** (31 + (month % 5))].map((length) => ({
        start,
        end: start + length,
        lane: 0,
      }));
    }).flat();
    const index = createTimelineIndex(events, 1);
    const window = { start: 0, end: 50 * DAY };
    const marks = index.marks(window, 1440, { budget: 25 });
    expect(marks).toEqual(index.marks(window, 1440, { budget: Infinity }));
    expect(aggregates(marks)).toEqual([]);
  });

  test('are fewer than the budget even where every cell is just full', () => {
    const events = Array.from({ length: 900 }, (_, position) => {
      const start = position * (2 ** 27 / 4);
      return { start, end: start + HOUR, lane: 0 };
    });
    const window = { start: 2 ** 32, end: 2 ** 32 + 2 ** 30 };
    const marks = createTimelineIndex(events, 1).marks(window, 1440, { capacity: 4, budget: 30 });
    expect(marks.length).toBeLessThanOrEqual(30);
  });

  test('are not in the window where they only touch it', () => {
    const events = ['2021-09-16', '2021-09-16', '2021-09-18', '2021-09-18'].map((date) => day(date));
    const index = createTimelineIndex(events, 1);
    const window = windowOf('2021-09-17', '2021-09-18');
    expect(index.marks(window, 1000, { capacity: 1 })).toEqual([]);
    expect(index.marks(window, 1000, { capacity: 2 })).toEqual([]);
    // One cell holds all: only the event that is in the window is shown.
    const more = createTimelineIndex([...events.slice(1, 3), day('2021-09-17')], 1);
    expect(more.marks(window, 1000, { cellWidth: 1e6 })).toMatchObject([{ kind: 'event', event: 2 }]);
  });

  test('keep to the budget, or to two a lane', () => {
    fc.assert(
      fc.property(document, timeWindow, width, options, (events, window, pixels, view) => {
        const marks = createTimelineIndex(events, LANES).marks(window, pixels, view);
        const lanes = view.lanes?.length ?? LANES;
        expect(marks.length).toBeLessThanOrEqual(Math.max(view.budget ?? 300, 2 * lanes));
      }),
    );
  });

  // Each class of duration in a lane fills at most `width / cellWidth + 4` cells: those in view, two to the left
  // from which its events reach in, and one more at either end where cells and window do not line up.
  test('follow the width where there is no budget, whatever the number of events', () => {
    fc.assert(
      fc.property(document, timeWindow, width, options, (events, window, pixels, view) => {
        const { cellWidth = 180, capacity = 3 } = view;
        const marks = createTimelineIndex(events, LANES).marks(window, pixels, { ...view, budget: Infinity });
        const kinds = new Set(
          events.map((each) => {
            const { start, end } = bounds(each);
            return `${each.lane} ${Math.floor(Math.log2(end - start))}`;
          }),
        );
        expect(marks.length).toBeLessThanOrEqual(capacity * (pixels / cellWidth + 4) * kinds.size);
      }),
    );
  });

  test.each([100, 10_000, 100_000])('are few for %d events in a lane', (count) => {
    const events = Array.from({ length: count }, (_, position) => {
      const start = ((position * 7919) % 20_000) * DAY;
      return { start, end: start + DAY, lane: 0 };
    });
    const index = createTimelineIndex(events, 1);
    for (const days of [1, 7, 30, 365, 3650, 20_000]) {
      const window = { start: 0, end: days * DAY };
      expect(index.marks(window, 1440, { budget: Infinity }).length).toBeLessThanOrEqual(
        3 * (1440 / 180 + 4),
      );
    }
  });

  test('of 100 crowded lanes keep to the budget', () => {
    const events = Array.from({ length: 20_000 }, (_, position) => {
      const start = ((position * 7919) % 3000) * DAY;
      return { start, end: start + DAY * (1 + (position % 40)), lane: position % 100 };
    });
    const index = createTimelineIndex(events, 100);
    for (const days of [1, 30, 365, 3000]) {
      const marks = index.marks({ start: 1000 * DAY, end: (1000 + days) * DAY }, 1440);
      expect(marks.length).toBeGreaterThan(0);
      expect(marks.length).toBeLessThanOrEqual(300);
    }
  });
});

describe('an aggregate', () => {
  test('is separable exactly where some closest view shows its events in more than one mark', () => {
    fc.assert(
      fc.property(document, timeWindow, width, options, (events, window, pixels, view) => {
        const index = createTimelineIndex(events, LANES);
        for (const aggregate of aggregates(index.marks(window, pixels, view))) {
          const held = index.eventsOf(aggregate.id);
          const staysWhole = held.every((position) => {
            const start = bounds(events[position] ?? { start: NaN, end: NaN, lane: NaN }).start;
            const closest = index.marks({ start, end: start + HOUR }, pixels, view);
            const mark = closest.find(({ id }) => index.eventsOf(id).includes(position));
            const together = new Set(mark && index.eventsOf(mark.id));
            return held.every((other) => together.has(other));
          });
          expect(aggregate.separable).toBe(!staysWhole);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('of events on one day does not come apart', () => {
    const index = createTimelineIndex(
      Array.from({ length: 4 }, () => day('2021-09-16')),
      1,
    );
    const [mark] = index.marks(windowOf('2021-01-01', '2022-01-01'), 1000);
    expect(mark).toMatchObject({ kind: 'aggregate', count: 4, separable: false });
  });

  test('of two days, each with more events than fit, comes apart', () => {
    const events = ['2021-09-16', '2021-09-17'].flatMap((date) => Array.from({ length: 4 }, () => day(date)));
    const [mark] = createTimelineIndex(events, 1).marks(windowOf('2021-01-01', '2022-01-01'), 1000);
    expect(mark).toMatchObject({ kind: 'aggregate', count: 8, separable: true });
  });

  test('of two events one day apart comes apart', () => {
    const index = createTimelineIndex([day('2021-09-16'), day('2021-09-17')], 1);
    const shown = (from: string, to: string) => index.marks(windowOf(from, to), 1000, { capacity: 1 });
    expect(shown('2021-01-01', '2022-01-01')).toMatchObject([
      { kind: 'aggregate', count: 2, separable: true },
    ]);
    expect(shown('2021-09-16', '2021-09-18')).toMatchObject([
      { kind: 'event', event: 0 },
      { kind: 'event', event: 1 },
    ]);
  });

  test('of events that follow each other, an hour or longer, comes apart', () => {
    const hours = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(
        fc.integer({ min: -1e14, max: 1e14 }),
        hours,
        fc.nat(1000),
        hours,
        (start, first, gap, second) => {
          const next = start + (first + gap) * HOUR;
          const events = [
            { start, end: start + first * HOUR, lane: 0 },
            { start: next, end: next + second * HOUR, lane: 0 },
          ];
          const index = createTimelineIndex(events, 1);
          const closest = index.marks({ start: next - HOUR / 2, end: next + HOUR / 2 }, 1000, {
            capacity: 1,
          });
          expect(aggregates(closest)).toEqual([]);
          expect(closest.map(({ id }) => index.eventsOf(id))).toContainEqual([1]);
        },
      ),
    );
  });
});

describe('the article', () => {
  const index = createTimelineIndex(ARTICLE, 4);

  test.each([500, 1000, 1500])('shows its five events singly on %d px', (pixels) => {
    const marks = index.marks(windowOf('2021-07-15', '2022-11-05'), pixels);
    expect(marks.map((mark) => mark.kind === 'event' && mark.event)).toEqual([0, 1, 3, 2, 4]);
  });

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
        expect([...createTimelineIndex(events, LANES).order]).toEqual(inTimeOrder(events));
      }),
    );
  });

  test('is walked from end to end by next, and back by previous', () => {
    fc.assert(
      fc.property(document, (events) => {
        const index = createTimelineIndex(events, LANES);
        const forward: number[] = [];
        for (let at: number | null = index.order[0] ?? null; at !== null; at = index.next(at))
          forward.push(at);
        const back: number[] = [];
        for (let at: number | null = index.order.at(-1) ?? null; at !== null; at = index.previous(at))
          back.push(at);
        expect(forward).toEqual([...index.order]);
        expect(back).toEqual([...index.order].reverse());
      }),
    );
  });

  test('is that of the events of an aggregate, of which any number can be had', () => {
    fc.assert(
      fc.property(document, timeWindow, width, options, fc.nat(20), (events, window, pixels, view, limit) => {
        const index = createTimelineIndex(events, LANES);
        const order = inTimeOrder(events);
        for (const { id } of aggregates(index.marks(window, pixels, view))) {
          const all = index.eventsOf(id);
          expect(all).toEqual(order.filter((position) => all.includes(position)));
          expect(index.eventsOf(id, limit)).toEqual(all.slice(0, limit));
        }
      }),
    );
  });
});

test('events in view are counted as one by one', () => {
  fc.assert(
    fc.property(document, timeWindow, (events, window) => {
      const expected = events.filter((each) => overlaps(each, window)).length;
      expect(createTimelineIndex(events, LANES).countIn(window)).toBe(expected);
    }),
  );
});

describe('the events on either side of an instant', () => {
  const longest = fc.constantFrom(1, HOUR, DAY, 30 * DAY, LATEST - EARLIEST);

  test('are the one that ends last of those that started, and the first of those to come', () => {
    fc.assert(
      fc.property(document, crowdedInstant, longest, fc.subarray([0, 1, 2]), (events, at, most, lanes) => {
        const index = createTimelineIndex(events, LANES).of(lanes);
        const limit = 2 ** (Math.floor(Math.log2(most)) + 1);
        const looked = inTimeOrder(events).flatMap((position) => {
          const each = events[position] ?? day('2021');
          const { start, end } = bounds(each);
          return lanes.includes(each.lane) && end - start < limit ? [{ position, start, end }] : [];
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
    expect(createTimelineIndex(ARTICLE, 4).neighbours(Date.parse('2022-03-10'))).toEqual({
      earlier: 2,
      later: 3,
    });
  });
});

describe('density', () => {
  test('fills the columns that an event reaches into', () => {
    fc.assert(
      fc.property(document, timeWindow, fc.integer({ min: 1, max: 60 }), (events, window, columns) => {
        const column = (at: number) => ((at - window.start) / (window.end - window.start)) * columns;
        const density = createTimelineIndex(events, LANES).density(window, columns);
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
    const index = createTimelineIndex([{ start: LATEST / 2, end: LATEST / 2, lane: 0 }], 1);
    expect(index.density({ start: EARLIEST, end: LATEST }, 4)).toEqual([[[3, 4]]]);
  });

  test('of the article is a run of one column for each event', () => {
    const index = createTimelineIndex(ARTICLE, 4);
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
      fc.property(document, timeWindow, width, someLanes, (events, window, pixels, lanes) => {
        const index = createTimelineIndex(events, LANES).of(lanes);
        const isShown = (position: number) => lanes.includes(events[position]?.lane ?? -1);
        const shown = inTimeOrder(events).filter(isShown);
        const inWindow = shown.filter((position) => overlaps(events[position] ?? day('2021'), window));
        expect([...index.order]).toEqual(shown);
        expect([...index.eventsIn(window)]).toEqual(inWindow);
        expect(index.countIn(window)).toBe(inWindow.length);
        const marks = index.marks(window, pixels);
        expect([...new Set(marks.map(({ lane }) => lane))]).toEqual(
          lanes.filter((lane) => marks.some((mark) => mark.lane === lane)),
        );
        expect(new Set(marks.flatMap(({ id }) => index.eventsOf(id)))).toEqual(
          new Set(inWindow.flatMap((position) => [...sameMark(index, marks, position)])),
        );
        const whole = createTimelineIndex(events, LANES).density(window, 50);
        expect(index.density(window, 50)).toEqual(lanes.map((lane) => whole[lane]));
      }),
    );
  });

  test('the steps from any event lead to the next and previous of their events', () => {
    fc.assert(
      fc.property(document, someLanes, (events, lanes) => {
        const index = createTimelineIndex(events, LANES).of(lanes);
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
    const index = createTimelineIndex(ARTICLE, 4);
    const all = index.of([2]).of([0, 1, 2, 3]);
    expect(all.lanes).toEqual([0, 1, 2, 3]);
    expect(all.order).toEqual(index.order);
    expect(all.countIn(windowOf('2021-07-15', '2022-11-05'))).toBe(5);
  });

  test.each([[[4]], [[-1]], [[1, 1]]])('the lanes %j are refused', (lanes) => {
    expect(() => createTimelineIndex(ARTICLE, 4).of(lanes)).toThrow(RangeError);
  });
});

/** All events of the mark that an event is in. */
function sameMark(index: TimelineIndex, marks: readonly Mark[], event: number): number[] {
  const held = marks.map(({ id }) => index.eventsOf(id)).find((events) => events.includes(event));
  return held ?? [];
}

test('a document without events has no marks, no density and no order', () => {
  const index = createTimelineIndex([], 2);
  const window = windowOf('2021-01-01', '2022-01-01');
  expect(index.marks(window, 1000)).toEqual([]);
  expect(index.density(window, 10)).toEqual([[], []]);
  expect(index.countIn(window)).toBe(0);
  expect(index.order).toHaveLength(0);
});

test.each([-1, 2])('an event in lane %d of two is refused', (lane) => {
  expect(() => createTimelineIndex([day('2021-09-16', lane)], 2)).toThrow(RangeError);
});

test.each(['', 'event', 'aggregate:0:1', 'lane:1'])('the id “%s” is refused', (id) => {
  expect(() => createTimelineIndex(ARTICLE, 4).eventsOf(id)).toThrow();
});
