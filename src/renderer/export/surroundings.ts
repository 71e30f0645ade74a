// What the choices for a figure refer to on the screen: its window, lanes, and the events found, selected and compared.
import { IMPORTANCE, importanceOf } from '../../shared/figure/events.ts';
import { found } from '../find/commands.ts';
import { shownLanes } from '../view/arrangement.ts';
import type { TimelineModel } from '../view/model.ts';
import { selection } from '../view/selection.ts';
import { currentView, timelineSize, type View } from '../view/view.ts';
import type { Surroundings } from './choices.ts';
import type { EventSurroundings } from './event-choices.ts';

/** The values that a figure's choices refer to; `null` if no timeline is on the screen. */
export function exportSurroundings(): Surroundings | null {
  const view = currentView.value;
  const { width, height } = timelineSize.value;
  if (view === null || width === 0 || height === 0) return null;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  return {
    window: view.window.target(),
    width: Math.round(width),
    height: Math.round(height),
    theme: dark ? 'dark' : 'light',
    events: eventsAround(view),
    compared: comparedIn(view),
    ...(view.isArranged && { lanes: shownLanes(view.lanes.value) }),
  };
}

/** What the choice of events can refer to. */
function eventsAround({ model, opened: { document } }: View): EventSurroundings {
  return {
    important: importantIn(model),
    found: found.value === null ? null : { query: found.value.query, count: found.value.events.length },
    selected: selection.value.flatMap((row) => document.events.at(row)?.id ?? []),
  };
}

/** The ids of the two events that are compared, or `null`. */
function comparedIn({ opened: { document } }: View): readonly [string, string] | null {
  const [one, other] = selection.value.map((row) => document.events.placedAt(row)?.id);
  return one === undefined || other === undefined ? null : [one, other];
}

const important = new WeakMap<TimelineModel, readonly number[]>();

/** Counts the events of a model that matter at least so much, from 1 to 5, once. */
function importantIn(model: TimelineModel): readonly number[] {
  const known = important.get(model);
  if (known !== undefined) return known;
  const { least, most } = IMPORTANCE;
  const counts = Array.from({ length: most - least + 1 }, () => 0);
  for (const row of model.order) {
    const degree = importanceOf({ importance: model.document.events.importanceOf(row) });
    for (let place = 0; place <= degree - least; place++) counts[place] = (counts[place] ?? 0) + 1;
  }
  important.set(model, counts);
  return counts;
}
