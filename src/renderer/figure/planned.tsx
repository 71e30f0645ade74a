// Plans a figure before anything of it is drawn: what it shows, where, and how much of each part has room.
import { scaleOf, type TimeWindow } from '../../shared/dates/window.ts';
import type { PlacedEvent } from '../../shared/document/event.ts';
import type { FigureOptions, FigureRequest } from '../../shared/figure/figure.ts';
import { rememberLast } from '../../shared/figure/last-answer.ts';
import { pageSize } from '../../shared/figure/text-size.ts';
import { breaksIn, foldBreaks, foldWidth } from '../timeline/folds.tsx';
import { frameOf, type Frame } from '../timeline/frame.ts';
import { createLabelSizes, type LabelSizes, type RoomBeside } from '../timeline/label-sizes.ts';
import type { LaneSpace } from '../timeline/lane-layout.ts';
import { createLayout, ROOMY, TIGHT, type Layout, type StepLayout } from '../timeline/layout.ts';
import { labelMeasure, textWidth } from '../timeline/measure.ts';
import { halfOf, LEVELS, rowHeight, widestLabel } from '../timeline/texts.ts';
import { BORDERS, EXTRA_WIDTH } from '../timeline/lanes-view.ts';
import type { TimelineModel } from '../view/model.ts';
import { roomBesideIn } from './room-beside.ts';
import { crowdedInWords, leftOutInWords, narrowInWords } from './left-out.ts';
import { dateStylesIn, type DateStyle } from './legend.ts';
import { startMeasuring, type Measuring } from './measured.tsx';
import { Credits, Header, Legend, notesOf, sourcesOf, undatedOf, type ListContent } from './parts.tsx';
import { leastHeight, planFigure, type FigureNeeds, type FigurePlan } from './plan.ts';
import { numberSources, type NumberedSources } from './sources.ts';
import { figureTime, type FigureTime } from './time.ts';

/** The axis above the lanes with its line, CSS pixels; the same as in timeline/timeline.css. */
const AXIS_HEIGHT = 47;
/** Between two parts, CSS pixels; the same as in figure.css. */
const GAP = 13;
/** The narrowest page, CSS pixels: with margins and lane names, it leaves 80 for the events. */
const NARROWEST = 160;
/** The height of a lane with a row of titles over their dates, CSS pixels. */
const EASY_LANE = TIGHT.top + rowHeight('dated', 1, 0) + TIGHT.bottom + 2;
/** How often the timeline is laid out again because of what its labels need around it. */
const ROUNDS = 2;

/**
 * The margins, the column of lane names with the size of their type, and the type of headings, by the width of the page;
 * CSS pixels.
 */
const WIDTHS = [
  { from: 840, margin: 32, lanes: 150, names: 13, className: 'figure' },
  { from: 480, margin: 20, lanes: 104, names: 13, className: 'figure narrow' },
  { from: 300, margin: 12, lanes: 76, names: 11, className: 'figure slim' },
  { from: 0, margin: 8, lanes: 64, names: 11, className: 'figure slim' },
] as const;
/** Beside the name of a lane, CSS pixels; the same as in figure.css. */
const NAME_PADDING = 6;
/** How much wider the column of lane names may become, so that no word of them is broken. */
const MOST_WIDENED = 1.4;
/** And the most of a figure's width that it may take then. */
const MOST_NAMED = 1 / 3;
/** The most of a page's height that its margins may take. */
const MOST_MARGIN = 0.1;

/** A figure, ready to be drawn. */
export interface PlannedFigure {
  readonly className: string;
  /** CSS pixels of its page. */
  readonly page: { readonly width: number; readonly height: number };
  readonly margin: number;
  /** Of the timeline and all else between the margins. */
  readonly width: number;
  /** Of the names of lanes. */
  readonly laneWidth: number;
  /** Of the events beside them. */
  readonly plot: number;
  /** Lines that each of these may have. */
  readonly laneLines: number;
  /** Above them, CSS pixels. */
  readonly laneTop: number;
  /** The time that it covers, as it is drawn. */
  readonly drawn: FigureTime;
  /** Rows of two events that are compared, or none. */
  readonly compared: readonly number[];
  /** The height of the timeline with its axis, and of its lanes alone. */
  readonly timeline: number;
  readonly lanes: number;
  readonly space: LaneSpace;
  /** The breaks of folds, which labels do not cross where they have room on their side; none where they may. */
  readonly breaks: readonly TimeWindow[];
  /** The room beside an event, where its label may fill it. */
  readonly roomBeside: RoomBeside | undefined;
  /** What is drawn; `null` if labels bear numbers of sources, which are only known once it was made. */
  readonly picture: { readonly layout: Layout; readonly frame: Frame } | null;
  readonly styles: readonly DateStyle[];
  readonly lists: readonly ListContent[];
  /** The numbers of the sources of an event, by its row. */
  readonly sourcesOf: (row: number) => readonly number[];
  readonly plan: FigurePlan;
  /** What had no room on the first page, in words, or `null`. */
  readonly leftOut: string | null;
}

/**
 * Plans a figure at exactly its size.
 * @returns one sentence where its lanes, title or text are too large for it
 */
export function plannedFigure(request: FigureRequest, model: TimelineModel): PlannedFigure | string {
  const { options } = request;
  const page = pageSize(options);
  if (page.width < NARROWEST) return narrowInWords(options, NARROWEST);
  const kind = WIDTHS.find(({ from }) => page.width >= from) ?? WIDTHS[0];
  const margin = Math.min(kind.margin, Math.floor(page.height * MOST_MARGIN));
  const width = Math.floor(page.width) - 2 * margin;
  const measuring = startMeasuring(width, kind.className);
  try {
    const laneWidth = laneWidthIn(model, kind, width);
    return planWith(measuring, { ...request, model, page, margin, width, laneWidth, kind });
  } finally {
    measuring.end();
  }
}

interface Planning extends FigureRequest {
  readonly model: TimelineModel;
  readonly page: PlannedFigure['page'];
  readonly margin: number;
  readonly width: number;
  readonly laneWidth: number;
  readonly kind: (typeof WIDTHS)[number];
}

/** The width of the column of lane names: a little more than usual where a word of them would be broken otherwise. */
function laneWidthIn(
  { document, index }: TimelineModel,
  { lanes, names }: Planning['kind'],
  width: number,
): number {
  const words = index.lanes.flatMap((lane) => document.lanes[lane]?.title.match(UNBROKEN) ?? []);
  const widths = words.map((word) => textWidth(word, `600 ${names}px "Inter Variable"`));
  const wanted = Math.ceil(Math.max(0, ...widths)) + NAME_PADDING + 1;
  return wanted > lanes && wanted <= Math.min(lanes * MOST_WIDENED, width * MOST_NAMED) ? wanted : lanes;
}

/** What is not broken over two lines: a line may end at a blank, after a dash and between ideographs. */
const UNBROKEN = /[^\s\p{Pd}\p{Ideographic}]+\p{Pd}?/gu;

function planWith(measuring: Measuring, planning: Planning): PlannedFigure | string {
  const { options, format, paged = false, model, page, margin, width, laneWidth, kind } = planning;
  const { parts, words } = options;
  const { document } = model;
  const hasPages = format === 'pdf' || paged;
  const time = figureTime(options, model, plotWidth(planning), foldWidth);
  const compared = comparedIn(options, model);
  const lanes = Math.max(1, model.index.lanes.length);
  const fixed = {
    height: Math.floor(page.height),
    margin,
    gap: GAP,
    header: parts.title ? measuring.height(<Header options={options} model={model} />) : 0,
    credit: parts.credit
      ? measuring.height(<Credits articles={document.articles} words={words?.credit} />)
      : 0,
    axis: AXIS_HEIGHT + BORDERS,
    lanes,
    lowestLane: TIGHT.lowest,
    easyLane: EASY_LANE,
    hasPages,
  };
  const bare: FigureNeeds = { ...fixed, legend: 0, lists: [] };
  const refused = () => crowdedInWords(options, leastHeight(bare), bare);

  /** What a timeline of a height shows, and what that needs around it. */
  const at = (timeline: number, numbers: NumberedSources | null) => {
    const drawn = drawnAt(planning, time, compared, timeline - fixed.axis, numbers);
    const sources =
      parts.sources || parts.note
        ? numberSources(eventsOn(drawn.frame, model), parts.note ? document.notes : [])
        : NO_SOURCES;
    const styles = parts.legend ? dateStylesIn(drawn.frame.lanes) : [];
    const lists = [
      ...(parts.sources ? [sourcesOf(sources)] : []),
      ...(parts.note ? [notesOf(model, parts.sources ? sources : null), undatedOf(model)] : []),
    ].filter(({ items }) => items.length > 0);
    const needs: FigureNeeds = {
      ...fixed,
      legend: styles.length > 0 ? measuring.height(<Legend styles={styles} />) : 0,
      lists: lists.map((list) => measuring.list(list, hasPages)),
    };
    const isNumbered = parts.sources && sources.list.length > 0;
    return { ...drawn, sources, isNumbered, styles, lists, needs };
  };

  const alone = planFigure(bare);
  if (alone === null) return refused();
  let timeline = Math.floor(alone.timeline);
  let last = at(timeline, null);
  for (let round = 0; round < ROUNDS; round++) {
    const next = Math.min(timeline, Math.floor(planFigure(last.needs)?.timeline ?? timeline));
    if (next === timeline && !last.isNumbered) break;
    timeline = next;
    last = at(timeline, last.sources);
  }
  const plan = planFigure({ ...last.needs, timeline });
  if (plan === null) return refused();
  const lowest = Math.min(...last.heights, Infinity);
  return {
    className: kind.className,
    page,
    margin,
    width,
    laneWidth,
    plot: plotWidth(planning),
    laneLines: Math.max(1, Math.floor((lowest - last.space.top) / LANE_LINE)),
    laneTop: Math.max(0, Math.min(last.space.top, lowest - LANE_LINE)),
    drawn: time,
    compared,
    timeline,
    lanes: timeline - AXIS_HEIGHT,
    space: last.space,
    breaks: last.breaks,
    roomBeside: last.roomBeside,
    picture: last.isNumbered ? null : last,
    styles: last.styles,
    lists: last.lists,
    // Numbers of a list that is not there would lead nowhere.
    sourcesOf: numbersIn(model, options, hasSources(plan) ? last.sources : null),
    plan,
    leftOut: leftOutInWords(last.needs, plan, {
      count: options.content.kind === 'whole' ? beyondOf(time) : 0,
      fold: options.fold === true,
    }),
  };
}

/** The events with a mark in the picture, in the document's order. */
function eventsOn({ lanes }: Frame, { document: { events } }: TimelineModel): PlacedEvent[] {
  const rows = lanes.flatMap(({ marks }) => marks.map(({ text }) => text.row));
  return rows.toSorted((a, b) => a - b).flatMap((row) => events.placedAt(row) ?? []);
}

const NO_SOURCES: NumberedSources = { list: [], numbersOf: () => [] };

/** A line of the name of a lane, CSS pixels; the same as in figure.css. */
const LANE_LINE = 17;

function hasSources({ lists, pages }: FigurePlan): boolean {
  return [lists, ...pages].flat().some(({ name }) => name === 'sources');
}

function numbersIn(
  { document }: TimelineModel,
  { parts }: FigureOptions,
  numbers: NumberedSources | null,
): (row: number) => readonly number[] {
  return (row) => {
    const event = document.events.placedAt(row);
    return event === undefined || numbers === null || !parts.sources ? [] : numbers.numbersOf(event);
  };
}

/** How many events of the shown lanes lie beyond what is drawn. */
function beyondOf({ window, model: { index } }: FigureTime): number {
  return index.count - index.countIn(window);
}

/** The width of the timeline without the names of its lanes, CSS pixels. */
function plotWidth({ width, laneWidth }: Planning): number {
  return width - laneWidth + EXTRA_WIDTH;
}

/** How wide the labels without numbers are: figure after figure differs in something else. */
const lastSizes = rememberLast<LabelSizes>();

/**
 * Lays the lanes out in a height. If some events have no label with the rows of the window, tries tighter ones, and takes
 * them if they label more.
 */
function drawnAt(
  planning: Planning,
  { window, time, model }: FigureTime,
  compared: readonly number[],
  height: number,
  numbers: NumberedSources | null,
): {
  readonly frame: Frame;
  readonly heights: readonly number[];
  readonly space: LaneSpace;
  readonly breaks: readonly TimeWindow[];
  readonly roomBeside: RoomBeside | undefined;
  readonly layout: Layout;
} {
  const plot = { width: plotWidth(planning), height };
  const { events } = model.document;
  const measure = labelMeasure(events.dated);
  const scale = scaleOf(window, plot.width);
  const isRoomy = model.index.lanes.length * ROOMY.lowest <= height;
  const sources = numbersIn(planning.model, planning.options, numbers);
  const measured = () => createLabelSizes({ events, width: plot.width, measure, sources });
  const { parts, style } = planning.options;
  const usual =
    parts.sources && numbers !== null
      ? measured()
      : lastSizes(events, JSON.stringify([plot.width, style?.fonts]), measured);
  const bestWith = (sizes: LabelSizes, roomBeside?: RoomBeside) => {
    const laidOutWith = (space: LaneSpace, breaks: readonly TimeWindow[]) => {
      const still = { sources, time, breaks, roomBeside };
      const layout = createLayout({ model, plot, all: window, measure, still, space, sizes });
      return { space, breaks, roomBeside, layout, step: layout.at(scale) };
    };
    /** Labels stay on their side of folds, unless they say more across them. */
    const laidOutIn = (space: LaneSpace) => {
      const breaks = foldBreaks(time, scale);
      const apart = laidOutWith(space, breaks);
      if (breaks.length === 0) return apart;
      const across = laidOutWith(space, []);
      return saysMore(across.step, apart.step) ? across : apart;
    };
    const best = laidOutIn(isRoomy ? ROOMY : TIGHT);
    if (!isRoomy || best.step.lanes.every(({ strip }) => strip === 'none')) return best;
    const tight = laidOutIn(TIGHT);
    return labelsIn(tight.step) > labelsIn(best.step) ? tight : best;
  };
  const room = roomBesideIn(plot.width, window, time);
  const within = (roomBeside: RoomBeside) =>
    bestWith(
      createLabelSizes({ events, width: plot.width, measure, sources, roomBeside, usual }),
      roomBeside,
    );
  let best = bestWith(usual);
  const runsOver = runsOverEdge(best, window);
  // Half of a narrow figure cuts titles off for which there is room; whole, they may leave others none.
  if (runsOver || isCutIn(best, widestLabel(plot.width, best.step.level))) {
    const wide = within(room);
    if (!saysMore(best.step, wide.step)) best = wide;
    // Beside a long bar there may be less than half: a title that is cut off there has to say so.
    else if (runsOver) best = within((start, end) => Math.min(halfOf(plot.width), room(start, end)));
  }
  const { layout } = best;
  const frame = frameOf({
    layout,
    window,
    width: plot.width,
    selected: compared,
    isStill: true,
    breaks: breaksIn(time, window, plot.width),
  });
  return { ...best, frame, heights: layout.heights };
}

/** Whether some label is as wide as it may be, so that it may have been cut off. */
function isCutIn(
  { layout, step }: { readonly layout: Layout; readonly step: StepLayout },
  widest: number,
): boolean {
  return step.lanes.some(({ labels, events }) =>
    labels.places.some((place) => layout.widthOf(events.rows[place] ?? -1, step.level) >= widest),
  );
}

/** Whether the label of some event goes on beyond the end of a window. */
function runsOverEdge({ step }: { readonly step: StepLayout }, window: TimeWindow): boolean {
  return step.lanes.some(({ labels, events, sideOf }) =>
    labels.places.some(
      (place, position) =>
        sideOf(place) === 'after' &&
        (events.ends[place] ?? 0) < window.end &&
        (labels.rights[position] ?? 0) > window.end,
    ),
  );
}

/** Whether one step labels more events than another, or as many with more words. */
function saysMore(one: StepLayout, other: StepLayout): boolean {
  const more = labelsIn(one) - labelsIn(other);
  return more > 0 || (more === 0 && LEVELS.indexOf(one.level) < LEVELS.indexOf(other.level));
}

function labelsIn({ lanes }: StepLayout): number {
  return lanes.reduce((sum, { labels }) => sum + labels.places.length, 0);
}

/** Rows of the two events that are compared, if both are drawn; otherwise none. */
function comparedIn(
  { compared }: Pick<FigureOptions, 'compared'>,
  { document, index }: TimelineModel,
): readonly number[] {
  const rows = compared?.flatMap((id) => document.events.rowOf(id) ?? []) ?? [];
  const { events } = document;
  const areDrawn = rows.every(
    (row) => events.isDated(row) && index.lanes.includes(events.columns.lanes[row] ?? -1),
  );
  return rows.length === 2 && areDrawn ? rows : [];
}
