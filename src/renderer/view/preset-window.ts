// Places a year, month, week or day around what the reader is looking at, so that it stays in view. Pure.
import type { EventDate } from '../../shared/dates/event-date.ts';
import { centred, middleOf, PRESETS, type PresetName, type TimeWindow } from '../../shared/dates/window.ts';
import type { TimelineModel } from './model.ts';

/**
 * The window of a preset: around the selection, or else around the event nearest to the middle of the present window.
 * Among the events in view, those that fit into the preset take precedence.
 *
 * @param selected positions of the selected events, the one reached last at the end
 */
export function presetWindow(
  model: TimelineModel,
  window: TimeWindow,
  name: PresetName,
  selected: readonly number[],
): TimeWindow {
  const length = PRESETS[name];
  const middle = middleOf(window);
  const dates = selected.flatMap((position) => dateOf(model, position) ?? []);
  const last = dates.at(-1);
  if (last === undefined) return centred(nearest(model, window, length) ?? window, length, middle);
  const all = {
    start: Math.min(...dates.map(({ start }) => start)),
    end: Math.max(...dates.map(({ end }) => end)),
  };
  return centred(all.end - all.start <= length ? all : last, length, middle);
}

function nearest(model: TimelineModel, window: TimeWindow, length: number): EventDate | undefined {
  const middle = middleOf(window);
  const distance = ({ start, end }: EventDate) => Math.max(start - middle, middle - end, 0);
  const among = (longest?: number): EventDate | undefined => {
    const { earlier, later } = model.index.neighbours(middle, longest);
    return [earlier, later]
      .flatMap((position) => (position === null ? [] : (dateOf(model, position) ?? [])))
      .sort((a, b) => distance(a) - distance(b))[0];
  };
  const fitting = among(length);
  const isInView = fitting !== undefined && fitting.start < window.end && fitting.end > window.start;
  return isInView ? fitting : among();
}

function dateOf({ document }: TimelineModel, position: number): EventDate | undefined {
  return document.events.whenAt(position);
}
