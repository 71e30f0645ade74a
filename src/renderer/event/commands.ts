// What the reader does to events: adds, edits, duplicates and deletes them; and which one the editor shows.
import { batch } from '@preact/signals';
import { YEAR } from '../../shared/dates/calendar.ts';
import { movedBy, unitAsEdtf, type MovingUnit } from '../../shared/dates/changing.ts';
import { dateInWords } from '../../shared/dates/words.ts';
import { readAgain } from '../../shared/dates/parse.ts';
import type { TimelineEvent } from '../../shared/document/event.ts';
import { addEvents, changeEvents, freeId, named, removeEvents } from '../../shared/document/edit/events.ts';
import { addLane, newLane } from '../../shared/document/edit/lanes.ts';
import type { EventFields } from '../../shared/document/edit/records.ts';
import { edit } from '../document/edit.ts';
import { announce } from '../parts/announcements.ts';
import { keepOpenField } from '../parts/kept-field.tsx';
import { succeeded } from '../parts/notices.ts';
import { goToEvent } from '../view/going.ts';
import { layOutPanel, panel } from '../view/panel.ts';
import { selectedEvent, selection } from '../view/selection.ts';
import { undo } from '../view/undoing.ts';
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
    const lane = fields.lane ?? usualLane(view);
    const event: TimelineEvent = {
      id: freeId(document.events, fields.title ?? NEW_EVENT),
      title: NEW_EVENT,
      date: document.events.dated > 0 ? dateInMiddle(view) : undefined,
      participants: [],
      evidence: [],
      sources: [],
      ...fields,
      lane,
    };
    batch(() => {
      if (!edit(addEvents([event]), { selected: event.id })) return;
      openEditor();
    });
  });
}

function usualLane({ opened, model }: View): string {
  const { document } = opened;
  const selected = document.events.at(selectedEvent.peek() ?? -1);
  return selected?.lane ?? document.lanes[model.index.lanes[0] ?? 0]?.id ?? document.lanes[0]?.id ?? '';
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
  if (wanted === '') return 'Type the name of a lane: an event stands in one.';
  const known = document.lanes.find((lane) => lane.title.toLowerCase() === wanted.toLowerCase());
  const lane = known ?? newLane(document, wanted);
  const moved = changeEvents(
    document,
    [rows].flat(),
    () => ({ lane: lane.id }),
    (whose) => `Move ${whose} to ${known === undefined ? 'new ' : ''}lane “${lane.title}”`,
  );
  if (moved === null) return null;
  edit(
    known === undefined
      ? { ...moved, changes: [...addLane(document, lane).changes, ...moved.changes] }
      : moved,
  );
  return null;
}

/** Deletes the selected events, and offers to undo that. */
export function deleteSelected(): void {
  withView((view) => {
    const rows = selection.peek();
    const { events } = view.opened.document;
    const removed = rows.flatMap((row) => events.at(row) ?? []);
    const [first] = rows;
    const next = first === undefined ? null : (view.model.next(first) ?? view.model.previous(first));
    const made = removeEvents(view.opened.document, rows);
    const id = next === null || rows.includes(next) ? null : (events.at(next)?.id ?? null);
    editing.set(null);
    if (edit(made, { selected: id })) succeeded(`Deleted ${named(removed)}.`, { label: 'Undo', run: undo });
  });
}

/** Duplicates the selected events and selects the last copy. */
export function duplicateSelected(): void {
  withView((view) => {
    const { events } = view.opened.document;
    addCopies(
      selection.peek().flatMap((row) => events.at(row) ?? []),
      'Duplicate',
    );
  });
}

/** Adds copies of events, each with an id of its own, and selects the last. @param verb for the name of the edit. */
export function addCopies(originals: readonly TimelineEvent[], verb: string): void {
  withView((view) => {
    const { document } = view.opened;
    const taken = new Set<string>();
    const copies = originals.map((event): TimelineEvent => {
      const id = freeId(document.events, event.title, taken);
      taken.add(id);
      return { ...event, id };
    });
    const last = copies.at(-1);
    if (last !== undefined) edit(addEvents(copies, `${verb} ${named(copies)}`), { selected: last.id });
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
export function moveInTime(rows: readonly number[], dateOf: (event: TimelineEvent) => string | null): void {
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
