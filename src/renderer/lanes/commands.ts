// Opens the list, the menu and the forms of lanes, and changes the lanes of the document.
import { batch } from '@preact/signals';
import { excerpt } from '../../shared/excerpt.ts';
import { PALETTE } from '../../shared/document/lane-colours.ts';
import {
  addLane,
  changeLane,
  newLane,
  orderLanes,
  removeLane,
  rowsIn,
} from '../../shared/document/edit/lanes.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { edit } from '../document/edit.ts';
import { closeDialog, openDialog } from '../parts/dialogs.ts';
import { remark, succeeded } from '../parts/notices.ts';
import { undoButton } from '../view/undoing.ts';
import { currentView, viewState, withView } from '../view/view.ts';

const list = viewState<'closed' | 'open' | number>('closed');

/** The list of lanes: closed, open, or open at one lane. */
export const lanesList = list.current;

/** Opens the list of all lanes, at one of them if it is named. */
export function openLanesList(lane?: number): void {
  withView(() => {
    list.set(lane ?? 'open');
  });
}

/** Closes it. */
export function closeLanesList(): void {
  list.set('closed');
}

/** Where the menu of a lane stands, CSS pixels in the page. */
export interface LaneMenuPlace {
  /** Row of the lane. */
  readonly lane: number;
  readonly x: number;
  readonly y: number;
}

const menu = viewState<LaneMenuPlace | null>(null);

/** Where the menu of a lane is open, or `null`. */
export const laneMenu = menu.current;

/** Opens the menu of a lane. */
export function openLaneMenu(place: LaneMenuPlace): void {
  menu.set(place);
}

/** Closes it. */
export function closeLaneMenu(): void {
  menu.set(null);
}

/** The lane in the form, by its row, and the field that has the focus at first. */
export interface LaneInForm {
  readonly lane: number;
  readonly field: 'title' | 'colour';
}

const form = viewState<LaneInForm | null>(null);

/** The lane in the form, or `null`. */
export const laneInForm = form.current;

/** Opens the form of a lane. */
export function openLane(lane: number, field: LaneInForm['field'] = 'title'): void {
  batch(() => {
    form.set({ lane, field });
    openDialog('lane');
  });
}

/** The title of a lane until it has its own. */
export const NEW_LANE = 'New lane';

/** Adds a lane below the others and opens its form. */
export function addNewLane(): void {
  withView(({ opened: { document } }) => {
    const { length } = document.lanes;
    if (length >= LIMITS.lanes) {
      remark({ message: `A timeline has at most ${LIMITS.lanes} lanes: merge some first.`, details: [] });
      return;
    }
    batch(() => {
      edit(addLane(document, newLane(document, NEW_LANE)));
      openLane(length);
    });
  });
}

/** Gives a lane another title. @returns why not, or `null`. */
export function renameLane(lane: number, typed: string): string | null {
  const document = currentView.peek()?.opened.document;
  const title = typed.trim();
  if (document === undefined) return null;
  if (title === '') return 'Type a name: a lane needs one.';
  const isTaken = document.lanes.some(
    (other, row) => row !== lane && other.title.toLowerCase() === title.toLowerCase(),
  );
  if (isTaken) return `Another lane is called ${excerpt(title)}: choose another name, or merge the two.`;
  edit(changeLane(document, lane, { title }));
  return null;
}

const COLOUR = new RegExp(`^(?:${PALETTE.join('|')}|#[0-9a-f]{6})$`);

/** Gives a lane a colour of its own; without one it takes the palette in turn. @returns why not, or `null`. */
export function colourLane(lane: number, typed: string): string | null {
  const colour = typed.trim().toLowerCase();
  if (colour !== '' && !COLOUR.test(colour)) return 'Type a colour such as #1d6a8a.';
  withView(({ opened: { document } }) => {
    edit(changeLane(document, lane, { colour: colour === '' ? undefined : colour }));
  });
  return null;
}

/** Gives the lanes of the document the order in which the reader has them. */
export function keepOrder(): void {
  withView(({ opened: { document }, lanes }) => {
    if (!edit(orderLanes(document, lanes.peek().order)))
      remark({ message: 'The lanes stand in this order in the document already.', details: [] });
  });
}

/** The lane that is to be removed, by its row, and whether only to be merged into another. */
export interface LaneRemoval {
  readonly lane: number;
  readonly merges: boolean;
}

const removal = viewState<LaneRemoval | null>(null);

/** The lane that is to be removed, or `null`. */
export const laneRemoval = removal.current;

/** Asks where the events of a lane go, and into which lane it is merged; deletes an empty lane at once. */
export function askToRemove(lane: number, merges: boolean): void {
  withView(({ opened: { document } }) => {
    if (document.lanes.length <= 1) {
      remark({ message: 'This is the only lane, and a timeline needs one. Rename it instead.', details: [] });
      return;
    }
    if (!merges && rowsIn(document, lane).length === 0) {
      removeInto(lane, null);
      return;
    }
    batch(() => {
      removal.set({ lane, merges });
      openDialog('remove-lane');
    });
  });
}

/** Removes a lane, and offers to undo that. @param into the lane that its events move to; `null` deletes them. */
export function removeInto(lane: number, into: number | null): void {
  withView(({ opened: { document } }) => {
    const titleOf = (row: number) => excerpt(document.lanes[row]?.title ?? '', 40);
    closeDialog();
    if (!edit(removeLane(document, lane, into))) return;
    succeeded(
      into === null
        ? `Deleted the lane ${titleOf(lane)}.`
        : `Merged the lane ${titleOf(lane)} into ${titleOf(into)}.`,
      undoButton(),
    );
  });
}
