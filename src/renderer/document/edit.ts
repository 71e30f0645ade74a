// The one door through which the open document changes: applies an edit here, tells main, and keeps it for undo.
import { batch, computed, effect, signal } from '@preact/signals';
import { applyEdit } from '../../shared/document/edit/apply.ts';
import type { ReadyEvents } from '../../shared/document/edit/ready.ts';
import { eventsAdded, isEmpty, type Edit, type EditPlace } from '../../shared/document/edit/change.ts';
import { noRoomFor } from '../../shared/document/edit/events.ts';
import {
  canJoin,
  emptyHistory,
  isSaved,
  savedAt,
  stepped,
  type History,
  type Step,
} from '../../shared/document/edit/history.ts';
import { NO_FILE, type SavedDocument, type SaveTarget } from '../../shared/ipc.ts';
import { isolate } from '../../shared/isolate.ts';
import { api, type ArrivedDocument } from '../api.ts';
import { announce } from '../parts/announcements.ts';
import { colourLanes } from '../parts/lane-colours.ts';
import { keepOpenField } from '../parts/kept-field.tsx';
import { fail, succeeded } from '../parts/notices.ts';
import { goToEvent } from '../view/going.ts';
import { moveTo } from '../view/moving.ts';
import {
  keepSelection,
  otherEvent,
  selectedEvent,
  selectEvent,
  selectOther,
  stopComparing,
} from '../view/selection.ts';
import { did, renameLast, setActions, type Action } from '../view/undoing.ts';
import { currentView, viewState, withView } from '../view/view.ts';

const history = viewState<History>(emptyHistory(true));

/** Which of main's documents this is. */
const serial = viewState(0);

/** Whether the document has changes that its file has not. */
export const isChanged = computed<boolean>(
  () => currentView.value !== null && !isSaved(history.current.value),
);

/** How long a further edit of the same field joins the one before, milliseconds. */
const JOINS_WITHIN = 1_000;

let lastEdit = 0;

/** Takes over what was done to a document before it came to this page. */
export function adoptHistory({
  history: given,
  serial: own,
}: Pick<ArrivedDocument, 'history' | 'serial'>): void {
  serial.set(own);
  history.set(given);
  setActions(
    given.past.map((entry) => actionOf(entry.edit)),
    given.future.map((entry) => actionOf(entry.edit)),
  );
}

/**
 * Makes an edit of the open document.
 *
 * @param made `null` or an empty edit does nothing.
 * @param after where the reader is then; left out, where they were.
 * @param brought of a large edit, whose events have been read and whose changes main has already.
 * @returns whether it was made: there was something to do, and room for it.
 */
export function edit(
  made: Edit | null,
  after?: { readonly selected: string | null },
  brought?: BroughtEdit,
): boolean {
  const here = placeNow();
  if (made === null || isEmpty(made) || here === null) return false;
  const view = currentView.peek();
  // Main would refuse it, too, but only once it is drawn.
  const refused = view === null ? null : noRoomFor(view.opened.document, eventsAdded(made));
  if (refused !== null) {
    fail(refused.failure);
    return false;
  }
  const whole: Edit = { ...made, places: { before: here, after: { ...here, ...after } } };
  const now = Date.now();
  const joins = now - lastEdit < JOINS_WITHIN && canJoin(history.current.peek(), whole);
  lastEdit = now;
  batch(() => {
    if (brought !== undefined) large.set(whole, brought);
    take({ kind: 'edit', edit: whole, at: new Date(now).toISOString(), joins });
    if (joins) renameLast(whole.name);
    else did(actionOf(whole));
    if (after !== undefined) select(after.selected);
    announce(`${whole.name}: done`);
  });
  return true;
}

/** The events of a large edit, read beforehand, and those of the edit that takes it back. */
export interface BroughtEdit {
  readonly ready: ReadyEvents;
  readonly inverse: ReadyEvents;
}

/** The large edits that were made here: undone or redone, they need not be read anew. */
const large = new WeakMap<Edit, BroughtEdit>();

/** Keeps the next edit from joining the last one. */
export function closeEdit(): void {
  lastEdit = 0;
}

function actionOf(made: Edit): Action {
  return {
    name: made.name,
    isOfView: false,
    undo: () => {
      stepThrough({ kind: 'undo' });
    },
    redo: () => {
      stepThrough({ kind: 'redo' });
    },
  };
}

/** Undoes or redoes an edit, and goes to where the reader then was. */
function stepThrough(step: Step): void {
  closeEdit();
  batch(() => {
    const place = take(step)?.places?.after;
    if (place !== undefined) goTo(place);
  });
}

/** Takes a step here and in main. @returns the edit that it made, or `null` if there was none. */
function take(step: Step): Edit | null {
  const view = currentView.peek();
  const { past } = history.current.peek();
  const next = stepped(history.current.peek(), step);
  if (view === null || next === null) return null;
  const known = large.get(step.kind === 'undo' ? (past.at(-1)?.edit ?? next.edit) : next.edit);
  const applied = applyEdit(
    view.opened.document,
    next.edit,
    step.kind === 'undo' ? known?.inverse : known?.ready,
  );
  view.change({
    document: applied.document,
    // The article that comes with the app stays as it is: its first edit makes a copy.
    ...(view.opened.bundled && NO_FILE),
  });
  history.set(next.history);
  if (applied.hasNewLanes) colourLanes(applied.document.lanes);
  keepSelection();
  void tell(
    step.kind === 'edit' && known !== undefined ? { ...step, edit: { ...step.edit, changes: [] } } : step,
  );
  return next.edit;
}

async function tell(step: Step): Promise<void> {
  const answer = await api.takeStep(serial.current.peek(), step);
  if (answer.ok) return;
  refused.value += 1;
  fail(answer.failure);
}

const refused = signal(0);

/** Calls `reload` when main refused an edit, which is a bug: what main has is what counts. */
export function watchRefusals(reload: () => void): void {
  effect(() => {
    if (refused.value > 0) reload();
  });
}

function placeNow(): EditPlace | null {
  const view = currentView.peek();
  if (view === null) return null;
  const idOf = (row: number | null) => view.opened.document.events.at(row ?? -1)?.id;
  return {
    window: view.window.target(),
    selected: idOf(selectedEvent.peek()) ?? null,
    compared: idOf(otherEvent.peek()),
  };
}

function goTo({ window, selected, compared }: EditPlace): void {
  moveTo(window, true);
  select(selected);
  const row = compared === undefined ? null : rowOf(compared);
  if (row !== null) selectOther(row);
  else if (otherEvent.peek() !== null) stopComparing();
}

function select(id: string | null): void {
  const row = id === null ? null : rowOf(id);
  if (row === null) selectEvent(null);
  else if (row !== selectedEvent.peek()) goToEvent(row);
}

function rowOf(id: string): number | null {
  return currentView.peek()?.opened.document.events.rowOf(id) ?? null;
}

/** Saves the document; says so, or why not. @returns whether it was saved. */
export async function saveDocument(target: SaveTarget): Promise<boolean> {
  finishFields();
  const saved = await api.saveDocument(target);
  if (saved === null) return false;
  if (!saved.ok) {
    if (saved.failure.code === 'file-changed') conflicts.value += 1;
    else fail(saved.failure, ...(target === 'own' ? [SAVE_ELSEWHERE] : []));
    return false;
  }
  documentWasSaved(saved.value);
  return true;
}

/** Takes over that main saved the document, and says so. */
export function documentWasSaved({ fileName, folderName, state, isUpgraded, notKept }: SavedDocument): void {
  if (state !== null) {
    history.set(savedAt(history.current.peek(), state));
    withView((view) => {
      view.change({ fileName, untitled: false, bundled: false });
    });
  }
  const sentences = [
    `Saved “${isolate(fileName)}” in ${isolate(folderName)}.`,
    ...(isUpgraded ? ['It now has version 2 of the format.'] : []),
    ...(notKept === null ? [] : [notKept]),
  ];
  succeeded(sentences.join(' '));
}

/** Keeps what stands in an open field, and keeps the next edit from joining it. */
export function finishFields(): void {
  keepOpenField();
  closeEdit();
}

const SAVE_ELSEWHERE = {
  label: 'Save As…',
  run: () => {
    void saveDocument('other');
  },
};

const conflicts = signal(0);

/** Calls `ask` when the document was not saved because another program has changed its file. */
export function watchConflicts(ask: () => void): void {
  effect(() => {
    if (conflicts.value > 0) ask();
  });
}

/** No file holds the document as it is: its own is gone, or another program has changed it. */
export function noteNotInFile(): void {
  history.set(savedAt(history.current.peek(), null));
}
