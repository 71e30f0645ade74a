// What the reader does to events: adds, edits, duplicates and deletes them; and which one the editor shows.
import { batch } from '@preact/signals';
import { YEAR } from '../../shared/dates/calendar.ts';
import { movedBy, unitAsEdtf, type MovingUnit } from '../../shared/dates/changing.ts';
import { dateInWords } from '../../shared/dates/words.ts';
import { readAgain } from '../../shared/dates/parse.ts';
import type { Lane, PlacedDocument } from '../../shared/document/document.ts';
import type { Edit } from '../../shared/document/edit/change.ts';
import type { TimelineEvent } from '../../shared/document/event.ts';
import { eventsInWords } from '../../shared/document/event-label.ts';
import {
  addEvents,
  changeEvents,
  changingEvents,
  freeId,
  named,
  removingEvents,
} from '../../shared/document/edit/events.ts';
import { FIRST_LANE, laneTitled, newLane, withLanes } from '../../shared/document/edit/lanes.ts';
import type { EventFields } from '../../shared/document/edit/records.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { edit } from '../document/edit.ts';
import { editEvents } from '../document/edit-events.ts';
import { announce } from '../parts/announcements.ts';
import { keepOpenField } from '../parts/kept-field.tsx';
import { succeeded } from '../parts/notices.ts';
import { goToEvent } from '../view/going.ts';
import { layOutPanel, panel } from '../view/panel.ts';
import { selectedEvent, selection } from '../view/selection.ts';
import { undoButton } from '../view/undoing.ts';
import { currentView, viewState, withView, type View } from '../view/view.ts';

/** The event in the editor, and the field to which the focus goes. */
export interface Editing {
  readonly row: number;
  readonly field: EditorField;
}

/** Fields that the editor opens at. */
export type EditorField = 'title' | 'date';

const editing = viewState<Editing | null>(null);

/** The event in the editor, or `null` while the card shows. */
export const editedEvent = editing.current;

/** Opens the editor on the selected event. */
export function openEditor(field: EditorField = 'title'): void {
  const row = selectedEvent.peek();
  if (row === null || selection.peek().length !== 1) return;
  editing.set({ row, field });
  if (panel.peek().folded) layOutPanel({ folded: false });
}

/** Leaves the editor; what stands in its fields has been kept. */
export function closeEditor(): void {
  keepOpenField();
  editing.set(null);
}

/** The title of an event until it has its own. */
export const NEW_EVENT = 'New event';

/**
 * Adds an event and opens it in the editor.
 *
 * @param fields what is known of it. Left out, its date is the middle of the view, as precise as the axis, and its lane
 *   that of the selected event.
 */
export function addEvent(fields: Partial<EventFields> = {}): void {
  withView((view) => {
    const { document } = view.opened;
    const lane = document.lanes.find(({ id }) => id === fields.lane) ?? laneOfNew(view, selectedEvent.peek());
    const date = document.events.dated > 0 ? dateInMiddle(view) : undefined;
    const { id, made } = newEvent(document, lane, { date, ...fields });
    batch(() => {
      if (edit(made, { selected: id })) openEditor();
    });
  });
}

/** The edit that adds an event to a lane, and the lane too if it is new; and the id of the event. */
export function newEvent(
  document: PlacedDocument,
  lane: Lane,
  fields: Partial<EventFields>,
): { readonly id: string; readonly made: Edit } {
  const event: TimelineEvent = {
    id: freeId(document.events, fields.title ?? NEW_EVENT),
    title: NEW_EVENT,
    participants: [],
    evidence: [],
    sources: [],
    ...fields,
    lane: lane.id,
  };
  return { id: event.id, made: withLanes(document, [lane], addEvents([event])) };
}

/**
 * The lane of a new event for which none was named: that of its neighbour or else the first that shows. A document
 * without lanes gets one.
 *
 * @param neighbour the row of an event; `null` if there is none.
 */
export function laneOfNew({ opened: { document }, model }: View, neighbour: number | null): Lane {
  const { lanes, events } = document;
  const event = events.at(neighbour ?? -1);
  const shared = event === undefined ? undefined : lanes.find(({ id }) => id === event.lane);
  return shared ?? lanes[model.index.lanes[0] ?? 0] ?? lanes[0] ?? newLane(document, FIRST_LANE);
}

function dateInMiddle({ window }: View): string {
  const { start, end } = window.target();
  return unitAsEdtf((start + end) / 2, unitOfAxis(end - start));
}

/** The unit that the axis shows, of those in which a date can be given. @param length of the window, milliseconds. */
export function unitOfAxis(length: number): MovingUnit {
  if (length > 12 * YEAR) return 'year';
  return length > YEAR ? 'month' : 'day';
}

/**
 * Gives an event new values.
 *
 * @param what what is changed, for the name of the edit: “title”.
 */
export function changeEvent(row: number, fields: Partial<EventFields>, what: string): void {
  withView((view) => {
    edit(
      changeEvents(
        view.opened.document,
        [row],
        () => fields,
        (whose) => `Change ${what} of ${whose}`,
        `${what}:${row}`,
      ),
    );
  });
}

/** Gives an event a date, or takes it away. @param edtf must be valid. */
export function changeDate(row: number, edtf: string | undefined): void {
  const wasTimeless = currentView.peek()?.opened.document.events.dated === 0;
  changeEvent(row, { date: edtf }, 'date');
  withView((view) => {
    if (wasTimeless) view.window.moveTo(view.all, false);
    else goToEvent(row);
  });
}

/** Puts events into the lane of this title, which is made if there is none. @returns why not, or `null`. */
export function changeLaneTo(rows: number | readonly number[], title: string): string | null {
  const view = currentView.peek();
  if (view === null) return null;
  const { document } = view.opened;
  const wanted = title.trim();
  const why = whyNoLane(document, wanted);
  if (why !== null) return why;
  const all = [rows].flat();
  editEvents({
    count: all.length,
    verb: 'Moving',
    *plan(now) {
      const known = laneTitled(now, wanted);
      const lane = known ?? newLane(now, wanted);
      const nameOf = (whose: string) =>
        `Move ${whose} to ${known === undefined ? 'new ' : ''}lane “${lane.title}”`;
      const moved = yield* changingEvents(now, all, () => ({ lane: lane.id }), nameOf);
      return moved && withLanes(now, [lane], moved);
    },
  });
  return null;
}

/** Why an event cannot stand in a lane of this title, which has no blanks around it; `null` if it can. */
export function whyNoLane(document: PlacedDocument, title: string): string | null {
  if (title === '') return 'Type the name of a lane: an event stands in one.';
  const isNew = laneTitled(document, title) === undefined;
  return isNew && document.lanes.length >= LIMITS.lanes ? TOO_MANY_LANES : null;
}

/** Why an event cannot get a lane of its own. */
export const TOO_MANY_LANES = `A document has at most ${LIMITS.lanes} lanes: choose one that it has.`;

/** Deletes the selected events and selects the next. */
export function deleteSelected(): void {
  withView(({ opened: { document }, model }) => {
    const rows = selection.peek();
    const [first] = rows;
    const next = first === undefined ? null : (model.next(first) ?? model.previous(first));
    const id = next === null || rows.includes(next) ? null : (document.events.at(next)?.id ?? null);
    editing.set(null);
    deleteEvents(rows, { selected: id });
  });
}

/** Deletes events, and offers to undo that. @param after where the reader is then; left out, where they were. */
export function deleteEvents(rows: readonly number[], after?: { readonly selected: string | null }): void {
  withView(({ opened: { document } }) => {
    const only = rows.length === 1 ? document.events.read(rows[0] ?? -1) : undefined;
    const words = only === undefined ? eventsInWords(rows.length) : named([only]);
    editEvents({
      count: rows.length,
      verb: 'Deleting',
      plan: (now) => removingEvents(now, rows),
      after,
      done: (isMade) => {
        if (isMade) succeeded(`Deleted ${words}.`, undoButton());
      },
    });
  });
}

/** Duplicates the selected events and selects the last copy. */
export function duplicateSelected(): void {
  duplicateEvents(selection.peek());
}

/** Duplicates events and selects the last copy. */
export function duplicateEvents(rows: readonly number[]): void {
  withView(({ opened: { document } }) => {
    addCopies(
      rows.flatMap((row) => document.events.read(row) ?? []),
      'Duplicate',
    );
  });
}

/**
 * Adds copies of events, each with an id of its own, and selects the last.
 *
 * @param verb for the name of the edit.
 * @param lane is added if the document does not have it.
 */
export function addCopies(originals: readonly TimelineEvent[], verb: string, lane?: Lane): void {
  withView((view) => {
    const { document } = view.opened;
    const taken = new Set<string>();
    const copies = originals.map((event): TimelineEvent => {
      const id = freeId(document.events, event.title, taken);
      taken.add(id);
      return { ...event, id };
    });
    const last = copies.at(-1);
    const made = addEvents(copies, `${verb} ${named(copies)}`);
    const lanes = lane !== undefined && copies.some((copy) => copy.lane === lane.id) ? [lane] : [];
    if (last !== undefined) edit(withLanes(document, lanes, made), { selected: last.id });
  });
}

/** Moves the selected events by a unit of the axis, earlier or later. */
export function moveSelected(direction: 1 | -1): void {
  withView((view) => {
    const { start, end } = view.window.target();
    const unit = unitOfAxis(end - start);
    moveInTime(selection.peek(), (event) => {
      for (const by of [unit, 'month', 'year'] as const) {
        const moved = event.date === undefined ? null : movedBy({ edtf: event.date }, by, direction);
        if (moved !== null) return moved;
      }
      return null;
    });
  });
}

/** Moves events to other dates. @param dateOf the new date in EDTF; `null` for one that cannot move. */
function moveInTime(rows: readonly number[], dateOf: (event: TimelineEvent) => string | null): void {
  withView(({ opened: { document } }) => {
    let last: string | undefined;
    const made = changeEvents(
      document,
      rows,
      (event) => {
        const date = dateOf(event);
        if (date === null) return {};
        last = date;
        return { date };
      },
      (whose) => `Move ${whose}`,
      `move:${rows.join()}`,
    );
    if (edit(made) && last !== undefined) announce(dateInWords(readAgain(last)));
  });
}
