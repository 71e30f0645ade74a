// The time that a figure covers, and how it is drawn: as it is, or with its long empty stretches folded.
import {
  longEmptyStretches,
  foldTime,
  UNFOLDED,
  type Fold,
  type FoldedTime,
} from '../../shared/dates/folds.ts';
import { lengthInWords } from '../../shared/dates/length-words.ts';
import { fit, type TimeWindow } from '../../shared/dates/window.ts';
import type { FigureOptions } from '../../shared/figure/figure.ts';
import { createTimelineModel, datesIn, type TimelineModel } from '../view/model.ts';

/** The room at either end of the whole timeline, as a share of its length. */
const MARGIN = 0.04;
/** The most that all folds take of a figure together. */
const MOST_FOLDED = 1 / 3;

/** What a figure draws. */
export interface FigureTime {
  /** Of drawn time. */
  readonly window: TimeWindow;
  readonly time: FoldedTime;
  /** With its events where they are drawn. */
  readonly model: TimelineModel;
}

/** The width that a fold with these words takes, CSS pixels. */
type FoldWidth = (words: string) => number;

/**
 * Finds what a figure draws.
 * @param width of the timeline without the names of its lanes, CSS pixels
 */
export function figureTime(
  { content, fold = false }: Pick<FigureOptions, 'content' | 'fold'>,
  model: TimelineModel,
  width: number,
  foldWidth: FoldWidth,
): FigureTime {
  if (content.kind === 'dates') throw new Error('Dates are read before a figure is sent to its page.');
  const isWhole = content.kind === 'whole';
  const shown = isWhole ? model.extent : content.window;
  const time =
    fold && shown !== null
      ? folded(model, shown, width / (isWhole ? 1 + 2 * MARGIN : 1), foldWidth)
      : UNFOLDED;
  const drawn = shown === null ? null : { start: time.place(shown.start), end: time.place(shown.end) };
  return {
    window: isWhole || drawn === null ? fit(drawn, MARGIN, UNIX_YEAR) : drawn,
    time,
    model: time === UNFOLDED ? model : createTimelineModel(model.document, time.place).of(model.index.lanes),
  };
}

/** The window of a document without events. It must not follow the clock. */
const UNIX_YEAR: TimeWindow = { start: Date.UTC(1970, 0, 1), end: Date.UTC(1971, 0, 1) };

/**
 * Folds the long empty stretches of a window, each to the room that its words need. One that this would not make shorter stays
 * as it is.
 * @param width of that window, CSS pixels
 */
function folded(model: TimelineModel, shown: TimeWindow, width: number, foldWidth: FoldWidth): FoldedTime {
  let stretches: readonly TimeWindow[] = longEmptyStretches(datesIn(model), shown);
  for (;;) {
    const folds = foldsOf(stretches, shown, width, foldWidth);
    const shorter = folds.filter(({ start, end, drawn }) => drawn < end - start);
    if (shorter.length === 0) return UNFOLDED;
    if (shorter.length === folds.length) return foldTime(folds);
    stretches = shorter;
  }
}

/** What each of some stretches is drawn as. */
function foldsOf(
  stretches: readonly TimeWindow[],
  shown: TimeWindow,
  width: number,
  foldWidth: FoldWidth,
): Fold[] {
  const widths = stretches.map((stretch) => foldWidth(lengthInWords(stretch)));
  const wanted = widths.reduce((sum, own) => sum + own, 0);
  const share = Math.min(1, (width * MOST_FOLDED) / wanted);
  const left = stretches.reduce((sum, { start, end }) => sum - (end - start), shown.end - shown.start);
  // Milliseconds to a pixel beside the folds.
  const scale = left / (width - wanted * share);
  return stretches.map(({ start, end }, position) => ({
    start,
    end,
    drawn: (widths[position] ?? 0) * share * scale,
  }));
}
