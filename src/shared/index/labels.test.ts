// The promises of the labels: nested, the same by every way to a step, and never one over another.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY } from '../dates/calendar.ts';
import {
  chooseLabels,
  dotRows,
  placerOf,
  ROOM,
  scaleAt,
  sideOf,
  stepFor,
  type LabelOptions,
} from './labels.ts';
import { indexOf } from './index-samples.ts';

const SPAN = { start: 0, end: 400 * DAY };

const event = fc.record({
  start: fc.oneof(fc.integer({ min: 10, max: 390 }), fc.integer({ min: 100, max: 110 })),
  days: fc.oneof(
    { weight: 6, arbitrary: fc.constant(1) },
    { weight: 2, arbitrary: fc.integer({ min: 2, max: 90 }) },
  ),
  width: fc.integer({ min: 20, max: 200 }),
  tier: fc.nat(2),
});

const lane = fc.record({
  events: fc.array(event, { maxLength: 80, size: 'max' }),
  pixels: fc.integer({ min: 300, max: 1600 }),
  rows: fc.integer({ min: 1, max: 8 }),
  /** The middles of breaks, in days. */
  breaks: fc.constantFrom<readonly number[]>([], [200], [104, 300]),
});

type Drawn = typeof lane extends fc.Arbitrary<infer Value> ? Value : never;
type Lane = Omit<Drawn, 'breaks'> & Partial<Pick<Drawn, 'breaks'>>;

function optionsOf({ events, pixels, rows, breaks = [] }: Lane): LabelOptions {
  const index = indexOf(
    events.map(({ start, days }) => ({ start: start * DAY, end: (start + days) * DAY, lane: 0 })),
    1,
  );
  const inLane = index.inLane(0);
  const of = (place: number) => {
    const found = events[inLane.rows[place] ?? -1];
    if (found === undefined) throw new RangeError(`No event at ${place}.`);
    return found;
  };
  return {
    events: inLane,
    width: (place) => of(place).width,
    widest: 200,
    tiers: Uint8Array.from(events, (_, place) => of(place).tier),
    base: (SPAN.end - SPAN.start) / pixels,
    window: SPAN,
    breaks: breaks.map((day) => ({ start: (day - 1) * DAY, end: (day + 1) * DAY })),
    rowsAt: (step) => rows + (step > 3 ? 1 : 0),
  };
}

const steps = fc.integer({ min: -4, max: 16 });

describe('labels', () => {
  test('stay when the view zooms in', () => {
    fc.assert(
      fc.property(lane, steps, (drawn, step) => {
        const options = optionsOf(drawn);
        const labels = chooseLabels(options);
        const before = [...labels.at(step).places];
        expect([...labels.at(step + 1).places]).toEqual(expect.arrayContaining(before));
      }),
    );
  });

  test('do not depend on the way there', () => {
    fc.assert(
      fc.property(lane, fc.array(steps, { minLength: 1, maxLength: 6 }), steps, (drawn, way, step) => {
        const options = optionsOf(drawn);
        const labels = chooseLabels(options);
        for (const other of way) labels.at(other);
        expect(labels.at(step)).toEqual(chooseLabels(options).at(step));
      }),
    );
  });

  test('never lie over each other, and need no more rows than there are', () => {
    fc.assert(
      fc.property(lane, steps, (drawn, step) => {
        const options = optionsOf(drawn);
        const { places, rows, lefts, rights, rowCount } = chooseLabels(options).at(step);
        expect(rowCount).toBeLessThanOrEqual(options.rowsAt(step));
        const gap = ROOM.gap * scaleAt(options.base, step);
        const reached = new Map<number, number>();
        rows.forEach((row, position) => {
          expect((lefts[position] ?? 0) - (reached.get(row) ?? -Infinity)).toBeGreaterThanOrEqual(-1);
          reached.set(row, (rights[position] ?? 0) + gap);
        });
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });

  test('are all there where all have room', () => {
    fc.assert(
      fc.property(lane, fc.integer({ min: 0, max: 16 }), (drawn, step) => {
        const options = optionsOf(drawn);
        const scale = scaleAt(options.base, step);
        const place = placerOf(options);
        // The placer remembers the last crowd and what it placed at step 0, which must change no answer.
        place(options.base, Infinity);
        expect(place(options.base, drawn.rows)).toEqual(placerOf(options)(options.base, drawn.rows));
        place(scaleAt(options.base, step - 1), options.rowsAt(step - 1));
        const all = place(scale, options.rowsAt(step));
        const closer = place(scaleAt(options.base, step + 1), options.rowsAt(step + 1));
        expect(all).toEqual(placerOf(options)(scale, options.rowsAt(step)));
        if (all === null) return;
        expect(all.places).toHaveLength(drawn.events.length);
        expect(closer?.places).toHaveLength(drawn.events.length);
        // All have one importance, so that no first label takes the room of two.
        const labels = chooseLabels({
          ...options,
          base: scale,
          rowsAt: () => options.rowsAt(step),
          tiers: undefined,
        });
        if (all.places.every((own) => sideOf(options, own, scale) !== 'before'))
          expect(labels.at(0).places).toHaveLength(drawn.events.length);
      }),
    );
  });

  describe('after events have changed', () => {
    const changes = fc.array(fc.record({ at: fc.nat(90), to: fc.option(event) }), { maxLength: 6 });
    const way = fc.array(steps, { maxLength: 6 });

    /** What becomes of a lane: events are replaced, go (`null`), or come behind the last. */
    function changed(
      drawn: Lane,
      made: readonly { readonly at: number; readonly to: Lane['events'][0] | null }[],
    ) {
      const before = optionsOf(drawn);
      const kept = new Map(drawn.events.map((own, row) => [row, own]));
      const touched = new Set<number>();
      for (const { at, to } of made) {
        const row = Math.min(at, drawn.events.length + touched.size);
        touched.add(row);
        if (to === null) kept.delete(row);
        else kept.set(row, to);
      }
      const rows = [...kept.keys()];
      const after = optionsOf({ ...drawn, events: [...kept.values()] });
      /** The places of some rows in the lane after, whose rows are numbered anew. */
      const placeNow = (row: number) => after.events.rows.indexOf(rows.indexOf(row));
      return {
        before,
        after,
        left: [...touched]
          .filter((row) => row < drawn.events.length)
          .map((row) => before.events.rows.indexOf(row)),
        came: [...touched].filter((row) => kept.has(row)).map(placeNow),
        /** The place now of what has neither come nor gone. */
        stayed: (place: number) => {
          const row = before.events.rows[place] ?? -1;
          return touched.has(row) ? [] : placeNow(row);
        },
        isUsual: [...touched].every((row) => drawn.events[row]?.tier !== 0 && kept.get(row)?.tier !== 0),
      };
    }

    test('the others keep their labels, and the promises hold', () => {
      fc.assert(
        fc.property(lane, changes, way, way, steps, (drawn, made, firstWay, furtherWay, step) => {
          // Two tiers, so that what changes is seldom more important than the others.
          const events = drawn.events.map((own) => ({ ...own, tier: own.tier === 0 ? 0 : 1 }));
          const usual = made.map(({ at, to }) => ({ at, to: to && { ...to, tier: to.tier === 0 ? 0 : 1 } }));
          const { before, after, left, came, stayed, isUsual } = changed({ ...drawn, events }, usual);
          const labels = chooseLabels(before);
          for (const other of firstWay) labels.at(other);
          labels.at(step);
          const patched = labels.after(after, left, came);
          if (isUsual && new Set(events.map(({ tier }) => tier)).size > 0) {
            const own = new Set(patched.at(step).places);
            for (const place of labels.at(step).places)
              for (const now of [stayed(place)].flat()) expect(own.has(now)).toBe(true);
          }
          for (const other of furtherWay) patched.at(other);
          const { places, rows, lefts, rights, rowCount } = patched.at(step);
          expect(rowCount).toBeLessThanOrEqual(after.rowsAt(step));
          const gap = ROOM.gap * scaleAt(after.base, step);
          const reached = new Map<number, number>();
          rows.forEach((row, position) => {
            expect((lefts[position] ?? 0) - (reached.get(row) ?? -Infinity)).toBeGreaterThanOrEqual(-1);
            reached.set(row, (rights[position] ?? 0) + gap);
          });
          expect([...patched.at(step + 1).places]).toEqual(expect.arrayContaining([...places]));
        }),
      );
    });

    test('what comes into an empty place is labelled as it would be from the start', () => {
      const alone = { start: 100, days: 1, width: 80, tier: 0 };
      const { before, after, left, came } = changed({ events: [alone], pixels: 800, rows: 1 }, [
        { at: 1, to: { ...alone, start: 300 } },
      ]);
      const labels = chooseLabels(before);
      for (const step of [-3, 4]) labels.at(step);
      const patched = labels.after(after, left, came);
      for (const step of [-3, 0, 4]) expect(patched.at(step)).toEqual(chooseLabels(after).at(step));
    });

    test('what matters more than others gets the room that it would have from the start', () => {
      const same = { start: 200, days: 1, width: 80 };
      const drawn = {
        events: [
          { ...same, tier: 1 },
          { ...same, tier: 1 },
        ],
        pixels: 800,
        rows: 1,
      };
      const { before, after, left, came } = changed(drawn, [{ at: 1, to: { ...same, tier: 0 } }]);
      const labels = chooseLabels(before);
      expect([...labels.at(0).places]).toEqual([0]);
      expect([...labels.after(after, left, came).at(0).places]).toEqual([1]);
    });
  });

  test('go to the most important first', () => {
    const same = { start: 200, days: 1, width: 80 };
    const options = optionsOf({
      events: [
        { ...same, tier: 2 },
        { ...same, tier: 0 },
        { ...same, tier: 1 },
      ],
      pixels: 800,
      rows: 2,
    });
    const labels = chooseLabels(options);
    expect([...labels.at(0).places]).toEqual([1, 2]);
    expect([...labels.at(-1).places]).toEqual([1, 2]);
  });

  test('turn to the other side where they would leave the picture of all events, and stay there', () => {
    const options = optionsOf({
      events: [
        { start: 20, days: 1, width: 100, tier: 0 },
        { start: 390, days: 1, width: 100, tier: 0 },
      ],
      pixels: 800,
      rows: 2,
    });
    const sides = (step: number) =>
      [0, 1].map((place) => sideOf(options, place, scaleAt(options.base, step)));
    expect(sides(0)).toEqual(['after', 'before']);
    expect(sides(4)).toEqual(['after', 'before']);
    expect(sides(16)).toEqual(['inside', 'inside']);
  });
});

test('labels turn before a break that they would cross, where they have room on their side of it', () => {
  const of = (start: number, width: number) => {
    const options = optionsOf({
      events: [{ start, days: 1, width, tier: 0 }],
      pixels: 800,
      rows: 1,
      breaks: [60, 150, 200],
    });
    return [0, 4].map((step) => sideOf(options, 0, scaleAt(options.base, step)));
  };
  expect(of(70, 100)).toEqual(['after', 'after']);
  expect(of(130, 100)).toEqual(['before', 'before']);
  // Before it, there is no room in the window, or beside another break.
  expect(of(20, 100)).toEqual(['after', 'after']);
  expect(of(120, 130)).toEqual(['after', 'after']);
  // There is room on neither side between the two breaks.
  expect(of(180, 100)).toEqual(['after', 'after']);
  expect(of(190, 50)).toEqual(['before', 'before']);
  expect(of(210, 100)).toEqual(['after', 'after']);
});

test('a scale belongs to the step whose labels fit in it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 1e9, noNaN: true }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      (base, factor) => {
        const scale = base * factor;
        const step = stepFor(base, scale);
        expect(scaleAt(base, step)).toBeGreaterThanOrEqual(scale * (1 - 1e-6));
        expect(scaleAt(base, step + 1)).toBeLessThan(scale * (1 + 1e-6));
      },
    ),
  );
});

test.each([100, -40_000])(
  'dots without a label are stacked, up to a height, from day %d of 1970 on',
  (first) => {
    const { events } = optionsOf({
      events: [0, 0, 1, 50].map((offset) => ({ start: first + offset, days: 1, width: 50, tier: 0 })),
      pixels: 400,
      rows: 1,
    });
    const places = Int32Array.of(0, 1, 2, 3);
    expect([...(dotRows(events, places, DAY, 6, 3) ?? [])]).toEqual([0, 1, 2, 0]);
    expect(dotRows(events, places, DAY, 6, 2)).toBeNull();
  },
);
