// What stands in a window: every event once, at its instant, and nothing that moves while the window does.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, YEAR } from '../../shared/dates/calendar.ts';
import { positionOf, type TimeWindow } from '../../shared/dates/window.ts';
import type { PlacedEvent } from '../../shared/document/event.ts';
import { documentOf, eventOf } from '../../shared/document/samples.ts';
import { readyEvent } from '../../shared/document/table.ts';
import { ROOM } from '../../shared/index/labels.ts';
import { createTimelineModel, type TimelineModel } from '../view/model.ts';
import { wholeOf } from '../view/fitting.ts';
import { frameOf, type Frame, type FrameOptions, type Mark } from './frame.ts';
import { createLayout, isTooLow, laneHeights, ROOMY, type Layout, type LayoutOptions } from './layout.ts';
import { LEVELS, rowHeight, SETTINGS, type Level } from './texts.ts';

const january = Date.UTC(2021, 0, 1);

const event = (id: string, date: string, more: Partial<Omit<PlacedEvent, 'date' | 'when'>> = {}) =>
  eventOf(date, { id, title: `Event ${id}`, lane: 'first', ...more });

const modelOf = (...events: readonly PlacedEvent[]): TimelineModel =>
  createTimelineModel(
    documentOf(events, {
      lanes: [
        { id: 'first', title: 'First' },
        { id: 'second', title: 'Second' },
      ],
    }),
  );

/** Seven pixels a letter. */
const measure = (text: string) => text.length * 7;

const layoutOf = (model: TimelineModel, more: Partial<LayoutOptions> = {}): Layout =>
  createLayout({ model, plot: { width: 1000, height: 400 }, all: wholeOf(model), measure, ...more });

const hundredDays: TimeWindow = { start: january, end: january + 100 * DAY };

/** The frame of a hundred days on a thousand pixels: ten pixels a day. */
function draw(model: TimelineModel, more: Partial<FrameOptions> = {}): Frame {
  const layout = layoutOf(model, { all: hundredDays });
  return frameOf({ layout, window: hundredDays, width: 1000, ...more });
}

const marksOf = ({ lanes }: Frame): readonly Mark[] => lanes.flatMap(({ marks }) => marks);

function only(frame: Frame): Mark {
  const [mark, other] = marksOf(frame);
  if (mark === undefined || other !== undefined) throw new Error('There is not one mark.');
  return mark;
}

describe('an event', () => {
  test('of a day is a dot at its instant, with its label behind it', () => {
    const mark = only(draw(modelOf(event('a', '2021-01-31'))));
    expect(mark).toMatchObject({
      shape: 'dot',
      left: 300,
      right: 300,
      side: 'after',
      label: 314,
      className: '',
    });
    expect(mark.text).toMatchObject({
      row: 0,
      lane: 0,
      title: 'Event a',
      date: '31 Jan 2021',
      more: 'First',
    });
  });

  test('of a span is a bar of its true length, with its label within it', () => {
    const mark = only(draw(modelOf(event('a', '2021-01-11/2021-02-09'))));
    expect(mark).toMatchObject({ shape: 'bar', left: 100, right: 400, side: 'inside', label: 108 });
  });

  test('that is approximate at one end is firm at the other', () => {
    const classOf = (date: string): string => only(draw(modelOf(event('a', date)))).className;
    expect(classOf('2021-01-11/2021-02~')).toBe('approximate firm-start');
    expect(classOf('2021-01~/2021-02-10')).toContain('approximate firm-end');
    expect(classOf('2021-01-11~/2021-02~')).toBe('approximate');
    expect(classOf('2021-01-11~/..')).toContain('approximate open-end');
  });

  test('has a quote no wider than its label, and none where that would hold single words', () => {
    const said = event('a', '2021-01-31', { description: 'Several words are said of it here. '.repeat(9) });
    const quoteOn = (width: number): string =>
      only(draw(modelOf(said), { layout: layoutOf(modelOf(said), { plot: { width, height: 900 } }), width }))
        .text.quote;
    const [wide, narrow] = [quoteOn(1000), quoteOn(400)];
    expect(narrow.length).toBeGreaterThan(20);
    expect(narrow.length).toBeLessThan(wide.length);
    expect(quoteOn(300)).toBe('');
  });

  test('that a fold lies in has a break in its bar, and no other has', () => {
    const mark = only(draw(modelOf(event('a', '2021-01-11/2021-02-09')), { breaks: [90, 250, 400] }));
    expect(mark.breaks).toEqual([150]);
    expect(only(draw(modelOf(event('a', '2021-01-31')), { breaks: [300] })).breaks).toEqual([]);
  });

  test('of a short span has its label behind it', () => {
    const mark = only(draw(modelOf(event('a', '2021-01-11/2021-01-13'))));
    expect(mark).toMatchObject({ shape: 'bar', left: 100, right: 130, side: 'after', label: 138 });
  });

  test('at the end of all has its label before it', () => {
    const mark = only(draw(modelOf(event('a', '2021-04-08'))));
    expect(mark).toMatchObject({ left: 970, side: 'before', label: 956 });
  });

  test.each([
    ['2021-01-31?', 'uncertain', null],
    ['2021-01~', 'approximate', null],
    ['2021-02/..', 'open-end cut-end', { text: '→', x: 982 }],
    ['../2021-02', 'open-start cut-start', { text: '←', x: 2 }],
    ['[2021-01-11..2021-02-09]', 'one-of', null],
    ['{2021-01-11,2021-02-09}', 'all-of', null],
    ['2021-01-11/2021-01-12', 'short', null],
  ])('of the date %s is drawn as %s', (date, className, arrow) => {
    expect(only(draw(modelOf(event('a', date))))).toMatchObject({ className, arrow });
  });

  test('says what its label leaves out', () => {
    const text = (over: Partial<Omit<PlacedEvent, 'date' | 'when'>>, date = '2021-01-31') =>
      only(draw(modelOf(event('a', date, over)))).text;
    expect(text({ label: 'Short' })).toMatchObject({ title: 'Short', more: 'Event a, First' });
    expect(text({}, '2021-01-31?').more).toBe('31 January 2021, uncertain, First');
    const evidence = [{ article: 'a', quote: 'They met.', start: 0, end: 9 }];
    expect(text({ evidence, place: 'Osh' })).toMatchObject({ quote: '“They met.”', place: 'Osh' });
    expect(text({ description: 'A bridge.' }).quote).toBe('A bridge.');
    expect(text({}).quote).toBe('');
  });

  test.each([
    [400, 6],
    [200, 3],
    [160, 1],
  ])('has as much of its quote as there is room for: on %i pixels, %i lines', (height, lines) => {
    const model = modelOf(event('a', '2021-01-31', { description: 'word '.repeat(200) }));
    const layout = layoutOf(model, { all: hundredDays, plot: { width: 1000, height } });
    const { quote } = only(frameOf({ layout, window: hundredDays, width: 1000 })).text;
    expect(quote).toMatch(/^(word )+word…$/);
    // A line ends before the word that does not fit.
    expect(Math.ceil(measure(quote) / 280)).toBe(lines);
  });

  test('stands in the middle of its lane, and stays there when the view zooms in', () => {
    const model = modelOf(event('a', '2021-01-31'));
    const layout = layoutOf(model, { all: hundredDays });
    const [lane] = frameOf({ layout, window: hundredDays, width: 1000 }).lanes;
    const { top, words } = {
      top: lane?.marks[0]?.top ?? 0,
      words: rowHeight('ample', 1, 0) - SETTINGS.ample.gap,
    };
    expect(Math.abs(top + words / 2 - (lane?.height ?? 0) / 2)).toBeLessThanOrEqual(1);
    const day = { start: january + 29 * DAY, end: january + 32 * DAY };
    expect(only(frameOf({ layout, window: day, width: 1000 })).top).toBe(top);
  });

  test('with an open end has its label before it where there is no room beside the arrow', () => {
    expect(only(draw(modelOf(event('a', '2021-03-24/..')))).side).toBe('inside');
    expect(only(draw(modelOf(event('a', '2021-03-28/..')))).side).toBe('before');
  });

  test('that begins before the window keeps its label in sight', () => {
    const model = modelOf(event('a', '2020-12-01/2021-02-09'));
    const layout = layoutOf(model, { all: hundredDays });
    expect(only(frameOf({ layout, window: hundredDays, width: 1000 })).label).toBe(8);
  });

  test('whose end leaves the window takes its label along', () => {
    const layout = layoutOf(modelOf(event('a', '2020-06-01/2021-02-09')), { all: hundredDays });
    const labels = [31, 29, 27].map((day) => {
      const start = january + day * DAY;
      const mark = only(
        frameOf({ layout, window: { start: start - 4 * DAY, end: start + 96 * DAY }, width: 1000 }),
      );
      expect(mark.label + mark.width).toBeLessThanOrEqual(mark.right);
      return mark.label;
    });
    expect(labels[1]).toBeGreaterThan(labels[0] ?? 0);
    expect(labels[2]).toBeGreaterThan(labels[1] ?? 0);
  });

  test('is found, or missed, or neither', () => {
    const model = modelOf(event('a', '2021-01-31'));
    expect(only(draw(model)).isFound).toBeNull();
    expect(only(draw(model, { isFound: () => true })).isFound).toBe(true);
    expect(only(draw(model, { isFound: () => false })).isFound).toBe(false);
  });
});

const anyEvent = fc
  .record({
    day: fc.oneof(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 100, max: 104 })),
    days: fc.oneof(
      { weight: 5, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.integer({ min: 2, max: 400 }) },
    ),
    lane: fc.constantFrom('first', 'second'),
    importance: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  })
  .map(({ day, days, ...more }) => {
    const iso = (offset: number) => new Date(january + offset * DAY).toISOString().slice(0, 10);
    const date = days === 1 ? iso(day) : `${iso(day)}/${iso(day + days - 1)}`;
    return event(`${day}`, date, more);
  });

const anyModel = fc
  .array(anyEvent, { minLength: 1, maxLength: 120, size: 'max' })
  .map((events) => modelOf(...events));

const anyPlot = fc.record({
  width: fc.integer({ min: 300, max: 1600 }),
  height: fc.integer({ min: 120, max: 900 }),
});

/** A part of the window that shows all, in shares of its length; or more than it. */
const anyView = fc.record({
  from: fc.double({ min: -0.5, max: 1, noNaN: true }),
  zoom: fc.double({ min: -2, max: 8, noNaN: true }),
});

const windowIn = (all: TimeWindow, { from, zoom }: { from: number; zoom: number }): TimeWindow => {
  const length = all.end - all.start;
  const start = all.start + from * length;
  return { start, end: start + length / 2 ** zoom };
};

/** Rows of labelled events with the row of the lane that each stands in. */
const rowsIn = (frame: Frame) =>
  new Map(marksOf(frame).map(({ text, top, side }) => [text.row, `${top} ${side}`]));

describe('a frame', () => {
  test('shows every event of the window: labelled, as a dot, or counted in a column', () => {
    fc.assert(
      fc.property(anyModel, anyPlot, anyView, (model, plot, view) => {
        const all = wholeOf(model);
        const window = windowIn(all, view);
        const frame = frameOf({ layout: layoutOf(model, { plot, all }), window, width: plot.width });
        for (const { lane, marks, strip } of frame.lanes) {
          const shown = new Set([
            ...marks.map(({ text }) => text.row),
            ...strip.flatMap(({ row }) => row ?? []),
          ]);
          for (const row of model.index.eventsIn(window)) {
            const own = model.document.events.placedAt(row);
            if (own === undefined || model.document.lanes[lane]?.id !== own.lane) continue;
            const isCounted = strip.some(
              ({ row: one, span }) => one === null && span.start < own.when.end && span.end > own.when.start,
            );
            // A dot at the very edge may lie outside of the window with all of its pixels.
            const isAtEdge = Math.abs(positionOf(window, own.when.start, plot.width)) < 4;
            expect(shown.has(row) || isCounted || isAtEdge).toBe(true);
          }
        }
      }),
    );
  });

  test('leaves no label out of a lane that has room for all', () => {
    fc.assert(
      fc.property(anyModel, anyPlot, anyView, (model, plot, { zoom }) => {
        const all = wholeOf(model);
        const scale = (all.end - all.start) / plot.width / 2 ** zoom;
        for (const { labels, events, stripHeight } of layoutOf(model, { plot, all }).at(scale).lanes)
          if (stripHeight === 0) expect(labels.places).toHaveLength(events.rows.length);
      }),
    );
  });

  test('keeps every label and its row while the window moves', () => {
    fc.assert(
      fc.property(
        anyModel,
        anyPlot,
        anyView,
        fc.double({ min: -0.9, max: 0.9, noNaN: true }),
        (model, plot, view, by) => {
          const all = wholeOf(model);
          const layout = layoutOf(model, { plot, all });
          const window = windowIn(all, view);
          const shift = Math.round(by * (window.end - window.start));
          const moved = { start: window.start + shift, end: window.end + shift };
          const before = rowsIn(frameOf({ layout, window, width: plot.width }));
          const after = rowsIn(frameOf({ layout, window: moved, width: plot.width }));
          for (const row of model.index.eventsIn({
            start: Math.max(window.start, moved.start),
            end: Math.min(window.end, moved.end),
          }))
            expect(after.get(row)).toBe(before.get(row));
        },
      ),
    );
  });

  test('keeps every label when the view zooms in', () => {
    fc.assert(
      fc.property(
        anyModel,
        anyPlot,
        anyView,
        fc.double({ min: 0, max: 3, noNaN: true }),
        (model, plot, view, closer) => {
          const all = wholeOf(model);
          const layout = layoutOf(model, { plot, all });
          const window = windowIn(all, view);
          const near = { start: window.start, end: window.start + (window.end - window.start) / 2 ** closer };
          const before = rowsIn(frameOf({ layout, window, width: plot.width }));
          const after = rowsIn(frameOf({ layout, window: near, width: plot.width }));
          for (const row of model.index.eventsIn(near))
            if (before.has(row)) expect(after.has(row)).toBe(true);
        },
      ),
    );
  });

  test('is the same whatever was looked at before', () => {
    fc.assert(
      fc.property(
        anyModel,
        anyPlot,
        fc.array(anyView, { minLength: 1, maxLength: 5 }),
        anyView,
        (model, plot, way, view) => {
          const all = wholeOf(model);
          const window = windowIn(all, view);
          const layout = layoutOf(model, { plot, all });
          for (const other of way) frameOf({ layout, window: windowIn(all, other), width: plot.width });
          expect(frameOf({ layout, window, width: plot.width })).toEqual(
            frameOf({ layout: layoutOf(model, { plot, all }), window, width: plot.width }),
          );
        },
      ),
    );
  });

  test('has no label over another, and none below its lane', () => {
    fc.assert(
      fc.property(anyModel, anyPlot, anyView, (model, plot, view) => {
        const all = wholeOf(model);
        const frame = frameOf({
          layout: layoutOf(model, { plot, all }),
          window: windowIn(all, view),
          width: plot.width,
        });
        for (const { marks, height } of frame.lanes) {
          const boxes = marks.map(({ label, width, side, top, left, right }) => ({
            top,
            left: side === 'before' ? label - width : Math.min(left, label),
            right: side === 'before' ? right : Math.max(right, label + width),
          }));
          boxes.forEach((one, position) => {
            expect(one.top + SETTINGS[frame.level].title.line).toBeLessThanOrEqual(height);
            for (const other of boxes.slice(position + 1))
              if (one.top === other.top)
                expect(Math.min(one.right, other.right) - Math.max(one.left, other.left)).toBeLessThan(1);
          });
        }
      }),
    );
  });

  test('gives the larger part of a crowded lane to its columns, and has labels above them', () => {
    const events = Array.from({ length: 3000 }, (_, number) =>
      event(`${number}`, new Date(january + (number % 100) * DAY).toISOString().slice(0, 10)),
    );
    const [lane] = draw(modelOf(...events)).lanes;
    const strip = lane?.strip ?? [];
    expect(strip.every(({ row }) => row === null)).toBe(true);
    expect(Math.max(...strip.map(({ height }) => height))).toBeGreaterThan((lane?.height ?? 0) / 2);
    expect(lane?.marks.length).toBeGreaterThan(5);
  });

  test('labels a selected event wherever it stands', () => {
    const events = Array.from({ length: 200 }, (_, number) => event(`${number}`, '2021-02-01'));
    const model = modelOf(...events);
    const unlabelled = marksOf(draw(model)).length;
    expect(unlabelled).toBeLessThan(200);
    const marks = marksOf(draw(model, { selected: [199] }));
    expect(marks).toHaveLength(unlabelled + 1);
    expect(marks.at(-1)).toMatchObject({ text: { row: 199 }, isRaised: true });
  });

  test('says as much as all have room for', () => {
    const levelOf = (count: number) =>
      draw(
        modelOf(
          ...Array.from({ length: count }, (_, day) => event(`${day}`, `2021-0${1 + (day % 3)}-${10 + day}`)),
        ),
      ).level;
    const levels = [1, 4, 8, 18].map((count) => LEVELS.indexOf(levelOf(count)));
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
    expect(levelOf(1)).toBe('ample');
  });

  test('has its rows closer together where not all titles have room, at every scale', () => {
    /** What a row takes in a lane of an event a day, at every scale at which labels are titles. */
    const rowsOf = (days: number) => {
      const model = modelOf(
        ...Array.from({ length: days }, (_, day) =>
          event(`${day}`, new Date(january + day * DAY).toISOString().slice(0, 10)),
        ),
      );
      const all = wholeOf(model);
      const layout = layoutOf(model, { all });
      const scales = [-2, -1, 0, 1, 2, 3, 4].map((step) => (all.end - all.start) / 1000 / Math.SQRT2 ** step);
      const titles = scales.map((scale) => layout.at(scale)).filter(({ level }) => level === 'title');
      return new Set(titles.map(({ row }) => row));
    };
    const usual = rowHeight('title', 1, 0);
    expect([...rowsOf(110)]).toEqual([usual]);
    expect([...rowsOf(400)]).toEqual([usual - 3]);
  });

  test('labels what a search has found before the others', () => {
    const events = Array.from({ length: 200 }, (_, number) => event(`${number}`, '2021-02-01'));
    const model = modelOf(...events);
    const layout = layoutOf(model, { all: hundredDays, isFound: (row) => row === 150 });
    const labelled = (of: Layout) =>
      marksOf(frameOf({ layout: of, window: hundredDays, width: 1000 })).map(({ text }) => text.row);
    expect(labelled(layoutOf(model, { all: hundredDays }))).not.toContain(150);
    expect(labelled(layout)).toContain(150);
  });

  test('of a figure holds the events of its window alone, and none goes over its edges', () => {
    const model = modelOf(
      event('a', '2020-06-01/2021-01-20'),
      event('b', '2021-02-01'),
      event('c', '2021-06-01'),
    );
    const layout = layoutOf(model, { all: hundredDays, still: { sources: () => [] } });
    const frame = frameOf({ layout, window: hundredDays, width: 1000, isStill: true });
    expect(marksOf(frame).map(({ text }) => text.row)).toEqual([0, 1]);
    expect(marksOf(frame)[0]).toMatchObject({ left: 0, right: 200 });
  });
});

describe('a step that stands in for one that is not laid out', () => {
  const days = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 100, maxLength: 400 });

  test('is the nearest coarser one: all of its labels have room, and the step has them too', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 6 }),
        (starts, known, more) => {
          const model = modelOf(
            ...starts.map((day, at) =>
              event(String(at), new Date(january + day * DAY).toISOString().slice(0, 10)),
            ),
          );
          const layout = layoutOf(model, { plot: { width: 1000, height: 120 } });
          const all = wholeOf(model);
          const windowOf = (step: number): TimeWindow => {
            const length = (all.end - all.start) / Math.SQRT2 ** step;
            return { start: all.start, end: all.start + length };
          };
          expect(layout.ready((all.end - all.start) / 1000)).toBeNull();
          frameOf({ layout, window: windowOf(known), width: 1000 });
          const window = windowOf(known + more);
          const standIn = layout.ready((window.end - window.start) / 1000);
          expect(standIn?.step).toBe(known);
          const shown = marksOf(frameOf({ layout, window, width: 1000, standIn }));
          const settled = new Set(marksOf(frameOf({ layout, window, width: 1000 })).map(({ id }) => id));
          // Some marks beyond the edges are kept: at the coarser scale they would reach into the window.
          const isInView = ({ side, label, width, left, right }: Mark) =>
            Math.max(right, label + width) > 0 &&
            (side === 'before' ? label - width : left - ROOM.dot) < 1000;
          expect(shown.filter(isInView).filter(({ id }) => !settled.has(id))).toEqual([]);
          // A finer step never stands in: its labels would lie on each other.
          const coarser = windowOf(known - 1);
          expect(layout.ready((coarser.end - coarser.start) / 1000)).toBeNull();
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('lanes', () => {
  const rowAt = (level: Level) => rowHeight(level, 1, 2);

  test('share the height by what they need', () => {
    const needing = (rows: number) => (_: unknown, most: number) => Math.min(rows, most + 1);
    expect(laneHeights(400, rowAt, [needing(1), needing(1)])).toEqual([200, 200]);
    const [one = 0, three = 0] = laneHeights(400, rowAt, [needing(1), needing(3)]);
    expect(one + three).toBe(400);
    expect(three).toBeGreaterThan(one * 1.5);
  });

  test('that need little get that, and the crowded share the rest', () => {
    const needing = (rows: number) => (_: unknown, most: number) => Math.min(rows, most + 1);
    const heights = laneHeights(600, rowAt, [needing(1), needing(1000), needing(1000)]);
    expect(heights[0]).toBe(ROOMY.lowest);
    expect(heights[1]).toBe(heights[2]);
    expect(heights.reduce((sum, height) => sum + height)).toBeLessThanOrEqual(600);
    expect(heights[1]).toBeGreaterThan(250);
  });

  test('are never lower than their names need', () => {
    const crowded = (_: unknown, most: number) => most + 1;
    expect(
      laneHeights(
        100,
        rowAt,
        Array.from({ length: 5 }, () => crowded),
      ),
    ).toEqual(Array.from({ length: 5 }, () => ROOMY.lowest));
  });

  test('are higher than their place exactly where they are too many', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 1_500 }),
        fc.array(fc.nat(60), { minLength: 1, maxLength: 30 }),
        (height, rows) => {
          const lanes = rows.map((own) => (_: unknown, most: number) => Math.min(own, most + 1));
          const sum = laneHeights(height, rowAt, lanes).reduce((total, own) => total + own, 0);
          expect(sum > height).toBe(isTooLow(height, lanes.length, ROOMY));
        },
      ),
    );
  });
});

describe('after an edit of a large document', () => {
  const LANES = ['first', 'second'];
  const laneRow = (id: string): number => LANES.indexOf(id);
  const days = ['2021-01-02', '2021-02-14', '2021-03-30', '2021-02'];
  const large = (): TimelineModel =>
    modelOf(
      ...Array.from({ length: 1_200 }, (_, number) =>
        event(`e${number}`, new Date(january + ((number * 37) % 100) * DAY).toISOString().slice(0, 10), {
          lane: LANES[number % 2] ?? 'first',
        }),
      ),
    );
  const edits = fc.array(
    fc.record({
      row: fc.nat(1_203),
      to: fc.option(
        fc.record({ date: fc.constantFrom(...days, undefined), lane: fc.constantFrom(...LANES) }),
      ),
      title: fc.constantFrom('Event', 'An event with a much longer title'),
    }),
    { minLength: 1, maxLength: 5 },
  );
  const zoomed = (layout: Layout, step: number): Frame => {
    const length = (100 * DAY) / Math.SQRT2 ** step;
    return frameOf({ layout, window: { start: january, end: january + length }, width: 1000 });
  };

  test('each of its events is drawn as it is now, and what was not touched stands where it stood', () => {
    fc.assert(
      fc.property(edits, fc.nat(6), (script, step) => {
        let model = large();
        let layout = layoutOf(model, { all: hundredDays });
        for (const { row, to, title } of script) {
          const before = zoomed(layout, step);
          const ready =
            to === null
              ? null
              : readyEvent(JSON.stringify({ id: `e${row}`, title, date: to.date, lane: to.lane }));
          const { document } = model;
          // An event that an edit before has added has another row than its id says.
          const was = document.events.placedAt(document.events.rowOf(`e${row}`) ?? -1)?.lane;
          const { table } = document.events.changed([{ id: `e${row}`, event: ready }], laneRow);
          model = createTimelineModel({ ...document, events: table }, undefined, model);
          const options = { model, plot: { width: 1000, height: 400 }, all: hundredDays, measure };
          layout = createLayout(options, layout);
          const after = zoomed(layout, step);
          const anew = zoomed(createLayout(options), step);
          expect(layout.heights).toEqual(createLayout(options).heights);
          for (const [position, lane] of after.lanes.entries()) {
            const id = LANES[position];
            if (id !== was && id !== to?.lane) {
              expect(lane).toEqual(before.lanes[position]);
              expect(lane.marks.map(({ text }) => text)).toEqual(
                before.lanes[position]?.marks.map(({ text }) => text),
              );
            }
            // The events without a label are counted as they would be from the start.
            const counted = lane.strip.reduce((sum, { count }) => sum + count, 0);
            const expected = anew.lanes[position]?.strip.reduce((sum, { count }) => sum + count, 0);
            if (lane.strip.every(({ row: own }) => own === null)) expect(counted).toBe(expected);
          }
          for (const { text } of marksOf(after)) {
            const now = table.placedAt(text.row);
            expect([text.title, text.start, text.end]).toEqual([now?.title, now?.when.start, now?.when.end]);
            expect(LANES[text.lane]).toBe(now?.lane);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

test('a move of the first event of all moves no label of another lane', () => {
  const dates = Array.from({ length: 500 }, (_, number) => january + ((number * 37) % 100) * DAY);
  let model = modelOf(
    ...dates.map((at, number) =>
      event(`e${number}`, new Date(at).toISOString().slice(0, 10), {
        title: 'Event '.repeat(1 + (number % 7)),
      }),
    ),
    event('early', '2020-12-31', { lane: 'second' }),
  );
  const options = () => ({ model, plot: { width: 1000, height: 400 }, all: wholeOf(model), measure });
  const labelled = (layout: Layout) => {
    const { lanes } = frameOf({ layout, window: wholeOf(model), width: 1000 });
    return lanes.flatMap(({ marks }) =>
      marks.flatMap(({ id, top }) => (id === 'event:500' ? [] : `${id} ${top}`)),
    );
  };
  let layout = createLayout(options());
  const before = labelled(layout);
  expect(before.length).toBeGreaterThan(10);
  for (const date of ['2020-12-30', '2021-01-01']) {
    const { document } = model;
    const ready = readyEvent(JSON.stringify({ id: 'early', title: 'Event', date, lane: 'second' }));
    const { table } = document.events.changed([{ id: 'early', event: ready }], () => 1);
    model = createTimelineModel({ ...document, events: table }, undefined, model);
    layout = createLayout(options(), layout);
    expect(labelled(layout)).toEqual(before);
  }
});

test('a view far away from all events is empty', () => {
  const model = modelOf(event('a', '2021-01-31'));
  const frame = draw(model, { window: { start: january + 900 * YEAR, end: january + 901 * YEAR } });
  expect(marksOf(frame)).toEqual([]);
});
