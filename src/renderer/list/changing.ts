// What the reader changes in the list: a cell, all chosen rows, and rows pasted from a spreadsheet.
import type { Lane } from '../../shared/document/document.ts';
import { changeEvents, changingEvents } from '../../shared/document/edit/events.ts';
import { laneTitled, newLane } from '../../shared/document/edit/lanes.ts';
import type { EventFields } from '../../shared/document/edit/records.ts';
import { USUAL_IMPORTANCE, type ReadDating, type TimelineEvent } from '../../shared/document/event.ts';
import { eventsInWords } from '../../shared/document/event-label.ts';
import { laneTitleOf } from '../../shared/document/lane-of.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { grouped } from '../../shared/in-words.ts';
import { edit } from '../document/edit.ts';
import { editEvents } from '../document/edit-events.ts';
import { changeLaneTo, laneOfNew, newEvent, TOO_MANY_LANES } from '../event/commands.ts';
import { filled, tagsIn } from '../event/typed.ts';
import { importText } from '../import/commands.ts';
import { announce } from '../parts/announcements.ts';
import { fail, succeeded } from '../parts/notices.ts';
import { undoButton } from '../view/undoing.ts';
import { currentView, type View } from '../view/view.ts';
import { fieldsOf, typedOf } from './cells.ts';
import { COLUMN_NAMES } from './columns.ts';
import { listedColumns } from './listed.ts';
import type { Column } from './sorting.ts';

/** Keeps what was typed into a cell. @returns why it cannot be kept, as a sentence, or `null`. */
export function keepCell(row: number, column: Column, text: string): string | null {
  const view = currentView.peek();
  const event = view?.opened.document.events.at(row);
  if (view === null || event === undefined || column === 'sources') return null;
  const { document } = view.opened;
  if (text === typedOf(column, event, laneTitleOf(document, event))) return null;
  if (column === 'lane') return changeLaneTo(row, text);
  const fields = fieldsOf(column, text, event);
  if (!fields.ok) return fields.failure.message;
  const what = COLUMN_NAMES[column].toLowerCase();
  edit(
    changeEvents(
      document,
      [row],
      () => fields.value,
      (whose) => `Change ${column === 'title' ? 'title' : what} of ${whose}`,
    ),
  );
  return null;
}

/**
 * Adds an event of which one cell was typed; it has no date unless that is the cell.
 *
 * @param neighbour the row whose lane it shares, as far as none was typed; `null` for that of the first lane shown.
 * @returns its row, or a sentence on why it cannot be added.
 */
export function addFromCell(column: Column, text: string, neighbour: number | null): number | string {
  const view = currentView.peek();
  if (view === null || column === 'sources') return '';
  const { document } = view.opened;
  const { lane, fields } = ofNewRow(view, column, text, neighbour);
  if (typeof fields === 'string') return fields;
  if (!document.lanes.includes(lane) && document.lanes.length >= LIMITS.lanes) return TOO_MANY_LANES;
  const { id, made } = newEvent(document, lane, fields);
  edit(made);
  return view.opened.document.events.rowOf(id) ?? '';
}

function ofNewRow(
  view: View,
  column: Exclude<Column, 'sources'>,
  text: string,
  neighbour: number | null,
): { readonly lane: Lane; readonly fields: Partial<EventFields> | string } {
  const { document } = view.opened;
  const lane = laneOfNew(view, neighbour);
  if (column !== 'lane') {
    const read = fieldsOf(column, text, {});
    return { lane, fields: read.ok ? read.value : read.failure.message };
  }
  const wanted = text.trim();
  if (wanted === '') return { lane, fields: {} };
  return { lane: laneTitled(document, wanted) ?? newLane(document, wanted), fields: {} };
}

/** What becomes of the tags of chosen events. */
export type TagChange = 'add' | 'remove' | 'replace';

/** A value for all chosen events. */
export type ChosenValue =
  | { readonly kind: 'lane'; readonly title: string }
  | { readonly kind: 'tags'; readonly text: string; readonly change: TagChange }
  | { readonly kind: 'place'; readonly text: string }
  | { readonly kind: 'importance'; readonly importance: number }
  /** `null` says no longer how the dates are known. */
  | { readonly kind: 'dating'; readonly dating: ReadDating | null };

/** Gives events a value, as one edit. @returns why it cannot be done, as a sentence, or `null`. */
export function changeChosen(rows: readonly number[], value: ChosenValue): string | null {
  const view = currentView.peek();
  if (view === null) return null;
  if (value.kind === 'lane') return changeLaneTo(rows, value.title);
  const fields = fieldsFor(value);
  if (typeof fields === 'string') return fields;
  const nameOf = (whose: string) => `Change ${WHAT[value.kind]} of ${whose}`;
  editEvents({
    count: rows.length,
    verb: 'Changing',
    plan: (document) => changingEvents(document, rows, fields, nameOf),
    done: (isMade) => {
      if (!isMade) announce('Nothing to change: they have it already.');
    },
  });
  return null;
}

const WHAT: Readonly<Record<Exclude<ChosenValue['kind'], 'lane'>, string>> = {
  tags: 'tags',
  place: 'place',
  importance: 'importance',
  dating: 'dating',
};

/** What a value makes of each event; a sentence if it is none. */
function fieldsFor(
  value: Exclude<ChosenValue, { readonly kind: 'lane' }>,
): ((event: TimelineEvent) => Partial<EventFields>) | string {
  switch (value.kind) {
    case 'place':
      return () => ({ place: filled(value.text) });
    case 'importance':
      return () => ({ importance: value.importance === USUAL_IMPORTANCE ? undefined : value.importance });
    case 'dating': {
      const { dating } = value;
      if (dating !== null && dating.explanation.trim() === '')
        return 'Say in words how the dates are known: without that nobody could check them.';
      return () => ({ dating: dating ?? undefined });
    }
    case 'tags': {
      const tags = tagsIn(value.text);
      if (!tags.ok) return tags.failure.message;
      if (tags.value.length === 0 && value.change !== 'replace') return 'Type one tag or more.';
      return ({ tags: before = [] }) => ({ tags: tagsAfter(before, tags.value, value.change) });
    }
  }
}

function tagsAfter(before: readonly string[], tags: readonly string[], change: TagChange): readonly string[] {
  switch (change) {
    case 'replace':
      return tags;
    case 'remove':
      return before.filter((tag) => !tags.includes(tag));
    case 'add':
      return [...new Set([...before, ...tags])].slice(0, LIMITS.tags);
  }
}

/**
 * Adds rows copied in a spreadsheet as events, and says how many. Where their columns leave something open, such as the order
 * of day and month, or where they are very many, the reader is asked first.
 *
 * @param neighbour the row whose lane events share that name none; `null` for the first lane shown.
 * @returns the rows of the added events.
 */
export async function pasteRows(text: string, neighbour: number | null): Promise<readonly number[]> {
  const { pastedRows } = await import('./pasting.ts');
  const view = currentView.peek();
  if (view === null) return [];
  const today = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
  const lane = laneOfNew(view, neighbour);
  const pasted = pastedRows(view.opened.document, text, listedColumns(view), lane.id, today);
  if (!pasted.ok) {
    fail(pasted.failure);
    return [];
  }
  const { events, unread, open } = pasted.value;
  if (open !== null) {
    void importText(text, { mapping: open, assume: [] });
    return [];
  }
  if (!edit(pasted.value.edit)) return [];
  const added = `Added ${eventsInWords(events.length)}.`;
  const left =
    unread === 0
      ? ''
      : ` ${grouped(unread)} ${unread === 1 ? 'date' : 'dates'} could not be read: the words are kept with the ${unread === 1 ? 'event, which has' : 'events, which have'} no date.`;
  succeeded(added + left, undoButton());
  return events.flatMap(({ id }) => view.opened.document.events.rowOf(id) ?? []);
}
