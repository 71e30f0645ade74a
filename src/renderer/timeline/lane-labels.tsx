// The labels of the lanes in the window: where a lane is taken hold of, moved and hidden, by pointer and by keyboard.
import { isolate } from '../../shared/isolate.ts';
import { dragEscape } from './drag-escape.ts';
import { DRAG_THRESHOLD } from './dragging.ts';
import { EyeOff } from 'lucide-preact';
import { render } from 'preact';

/** What the reader does to a lane, by its position in the document. */
export interface LaneActions {
  /** Moves a lane to where another stands. */
  moveTo(lane: number, other: number): void;
  /** Moves a lane past the one above or below. */
  moveBy(lane: number, direction: 'up' | 'down'): void;
  hide(lane: number): void;
  showAll(): void;
  /** Opens the list of all lanes at this one. */
  list(lane: number): void;
  /** Opens the menu of a lane. */
  menu(place: { readonly lane: number; readonly x: number; readonly y: number }): void;
  rename(lane: number): void;
}

/** Keeps the labels of all lanes. */
export interface LaneLabels {
  /** One for each lane of the document. */
  readonly elements: readonly HTMLElement[];
  /** Says which lanes are shown, from the top down: Tab stops once at all of them, and arrows go on from there. */
  arrange(lanes: readonly number[]): void;
  /** Says with the name of a lane what it shows, for screen readers; a lane that is not shown is passed over. */
  describe(lane: number, words: string): void;
  /** Gives the focus to the label that Tab stops at; false where no lane is shown. */
  focusStop(): boolean;
}

/** The attribute that names the lane of a label. */
const LANE_ATTRIBUTE = 'data-lane';

/**
 * Makes the labels of the lanes. Text from documents only ever becomes text nodes.
 * @param actions left out for figures, whose labels are text
 */
export function createLaneLabels(titles: readonly string[], actions: LaneActions | undefined): LaneLabels {
  let shown: readonly number[] = [];
  const buttons: HTMLButtonElement[] = [];
  const focus = (lane: number | undefined): boolean => {
    const button = lane === undefined ? undefined : buttons[lane];
    if (lane === undefined || button === undefined || !shown.includes(lane)) return false;
    button.focus();
    return true;
  };
  const onKeyDown = (lane: number, lanes: LaneActions) => (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    const place = shown.indexOf(lane);
    const arrow = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : null;
    if (arrow !== null && event.altKey) lanes.moveBy(lane, arrow);
    else if (arrow !== null) focus(shown[place + (arrow === 'up' ? -1 : 1)]);
    else if (!event.altKey && (event.key.toLowerCase() === 'h' || event.key === 'Delete')) lanes.hide(lane);
    else if (event.key === 'F2') lanes.rename(lane);
    else return;
    event.preventDefault();
  };
  const elements = titles.map((title, lane) => {
    const label = document.createElement(actions === undefined ? 'span' : 'button');
    label.className = 'lane-label';
    label.textContent = title;
    label.dir = 'auto';
    if (actions === undefined || !(label instanceof HTMLButtonElement)) {
      const name = document.createElement('div');
      name.className = 'lane-name';
      name.append(label);
      return name;
    }
    buttons[lane] = label;
    label.type = 'button';
    label.title =
      'Drag or press Alt+↑ or Alt+↓ to move. Press H to hide, F2 to rename. Right-click for more.';
    label.setAttribute('aria-keyshortcuts', 'Alt+ArrowUp Alt+ArrowDown H Delete F2 Shift+F10');
    label.setAttribute('aria-haspopup', 'dialog');
    const head = document.createElement('div');
    head.className = 'lane-head';
    head.setAttribute(LANE_ATTRIBUTE, String(lane));
    head.append(label, hideButton(title, lane, actions));
    label.addEventListener('keydown', onKeyDown(lane, actions));
    label.addEventListener('focus', () => {
      for (const other of buttons) other.tabIndex = other === label ? 0 : -1;
    });
    head.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      event.stopPropagation();
      actions.menu({ lane, x: event.clientX, y: event.clientY });
    });
    listenToDrag(head, lane, actions);
    return head;
  });
  return {
    elements,
    arrange(lanes) {
      // Of a lane that goes, the one that takes its place.
      const last = shown.findIndex((lane) => buttons[lane]?.tabIndex === 0);
      const stop = [shown[last], ...shown.slice(last + 1), lanes.at(-1)].find(
        (lane) => lane !== undefined && lanes.includes(lane),
      );
      shown = lanes;
      buttons.forEach((button, lane) => (button.tabIndex = lane === stop ? 0 : -1));
    },
    describe(lane, words) {
      buttons[lane]?.setAttribute('aria-description', words);
    },
    focusStop: () => focus(shown.find((lane) => buttons[lane]?.tabIndex === 0)),
  };
}

let drawn: DocumentFragment | undefined;

/** The icon, to be copied: drawn once and not for each lane, which took the first picture half a millisecond each. */
function eyeOff(): DocumentFragment {
  if (drawn === undefined) {
    drawn = document.createDocumentFragment();
    render(<EyeOff size={15} aria-hidden="true" />, drawn);
  }
  return drawn;
}

/** Not a stop of Tab: the key on the label does the same. */
function hideButton(title: string, lane: number, actions: LaneActions): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'icon-button lane-hide';
  button.tabIndex = -1;
  button.title = 'Hide lane (H)';
  button.setAttribute('aria-label', `Hide lane ${isolate(title)}`);
  button.append(eyeOff().cloneNode(true));
  button.addEventListener('click', () => {
    actions.hide(lane);
  });
  return button;
}

/** A label that is dragged over another takes its place; a click on it opens the list. */
function listenToDrag(head: HTMLElement, lane: number, actions: LaneActions): void {
  let pressedAt: number | null = null;
  let dragging = false;
  let over: HTMLElement | null = null;

  const mark = (row: HTMLElement | null, side: 'before' | 'after' = 'before') => {
    if (over !== null && over !== row) over.removeAttribute('data-drop');
    over = row;
    row?.setAttribute('data-drop', side);
  };
  const end = () => {
    pressedAt = null;
    mark(null);
    head.classList.remove('moving');
    escape.stop();
  };
  const escape = dragEscape(end);

  head.addEventListener('pointerdown', (event) => {
    const isHide = event.target instanceof Element && event.target.closest('.lane-hide') !== null;
    if (event.button !== 0 || isHide) return;
    // Otherwise the press would drag the timeline.
    event.stopPropagation();
    pressedAt = event.clientY;
    dragging = false;
  });
  head.addEventListener('pointermove', (event) => {
    if (pressedAt === null || (!dragging && Math.abs(event.clientY - pressedAt) < DRAG_THRESHOLD)) return;
    if (!dragging) {
      dragging = true;
      head.setPointerCapture(event.pointerId);
      head.classList.add('moving');
      escape.listen();
    }
    const rows = [...(head.closest('.vis-labelset')?.querySelectorAll<HTMLElement>('.vis-label') ?? [])];
    const own = rows.findIndex((row) => row.contains(head));
    const target = rows.findLastIndex((row) => row.getBoundingClientRect().top <= event.clientY);
    const row = rows[Math.max(0, target)];
    mark(row === undefined || row.contains(head) ? null : row, target > own ? 'after' : 'before');
  });
  head.addEventListener('pointerup', () => {
    const other = over?.querySelector(`[${LANE_ATTRIBUTE}]`)?.getAttribute(LANE_ATTRIBUTE);
    end();
    if (other !== null && other !== undefined) actions.moveTo(lane, Number(other));
  });
  head.addEventListener('pointercancel', end);
  head.addEventListener('click', (event) => {
    const isLabel = event.target instanceof Element && event.target.closest('.lane-label') !== null;
    // The click that ends a drag is not one.
    if (isLabel && !dragging) actions.list(lane);
    dragging = false;
  });
}
