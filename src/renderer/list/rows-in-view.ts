// Draws the rows in view of a list of any length: which they are, where they stand, and how high they turn out to be.
import { drawnHeight, HIGHEST, scrolledTo, scrollFor, type Extent, type ScrollPlace } from './long-scroll.ts';
import { createRowHeights } from './row-heights.ts';

/** Extra rows drawn beyond each edge. */
const OVERSCAN = 8;
/** Height of a row until it has been measured: between those of one line and of three; CSS pixels. */
const ROW_HEIGHT = 57;
/** Of longer lists, rows out of sight are measured anew after the list has changed: to note all would take its time. */
const MOST_NOTED = 20_000;
/** Where the first row in view moves no farther, in rows, the list was edited; else it was sorted, and stays where it is. */
const NEAR = 64;

/** A row to draw. */
export interface DrawnRow {
  readonly index: number;
  /** Its edges below the top of all that is drawn of the list, CSS pixels. */
  readonly top: number;
  readonly bottom: number;
}

/** The rows of a list that are drawn. */
export interface RowsInView {
  /** Takes over the rows of the list, by their numbers in the document, and what stands over it at both edges; CSS pixels. */
  readonly hold: (rows: Int32Array, edges: { readonly head: number; readonly foot: number }) => void;
  /** The rows to draw, from the top down. @param kept rows that are drawn wherever they are. */
  readonly drawn: (kept: readonly number[]) => readonly DrawnRow[];
  /** The height of all that is drawn of the list, CSS pixels. */
  readonly height: () => number;
  /** How many rows are wholly in view. */
  readonly perPage: () => number;
  /** Scrolls just as far as a row needs to be in view. */
  readonly reveal: (index: number) => void;
  /** Follows the element of a row from its first drawing on. */
  readonly measure: (element: HTMLTableRowElement | null) => void;
  /** To be called after each drawing. */
  readonly noteDrawing: () => void;
  /** Follows the element that scrolls. @returns a function that ends it. */
  readonly follow: (scroller: HTMLElement) => () => void;
}

/** Starts with an empty list. @param redraw called where other rows are to be drawn, or these elsewhere. */
export function createRowsInView(redraw: () => void): RowsInView {
  let scroller: HTMLElement | null = null;
  let rows: Int32Array = new Int32Array();
  let edges = { head: 0, foot: 0 };
  let heights = createRowHeights(0, ROW_HEIGHT);
  /** What was measured, by rows of the document. */
  const measured = new Map<number, number>();
  let place: ScrollPlace = { offset: 0, scroll: 0 };
  let viewport = 0;
  let revealed: number | null = null;
  let isNew = false;
  let last = '';

  const extent = (): Extent => ({
    total: heights.total(),
    view: Math.max(1, viewport - edges.head - edges.foot),
  });
  const moveTo = (offset: number): void => {
    const { total, view } = extent();
    const within = Math.max(0, Math.min(total - view, offset));
    place = { offset: within, scroll: scrollFor(within, extent()) };
  };
  const range = (): { readonly first: number; readonly end: number } => ({
    first: Math.max(0, heights.at(place.offset) - OVERSCAN),
    end: Math.min(heights.count, heights.at(place.offset + extent().view) + 1 + OVERSCAN),
  });
  const redrawIfMoved = (): void => {
    const { first, end } = range();
    const now = `${first} ${end} ${place.offset - place.scroll}`;
    if (now === last) return;
    last = now;
    redraw();
  };
  const moveToRow = (index: number): void => {
    const [top, bottom] = [heights.topOf(index), heights.topOf(index + 1)];
    const { view } = extent();
    if (top < place.offset) moveTo(top);
    else if (bottom > place.offset + view) moveTo(bottom - view);
  };
  const writeScroll = (): void => {
    if (scroller !== null && Math.abs(scroller.scrollTop - place.scroll) >= 1)
      scroller.scrollTop = place.scroll;
  };

  const observer = new ResizeObserver((entries) => {
    let hasChanged = false;
    let above = 0;
    const first = heights.at(place.offset);
    for (const { target, borderBoxSize } of entries) {
      const height = borderBoxSize[0]?.blockSize;
      if (!(target instanceof HTMLElement) || !target.isConnected) {
        observer.unobserve(target);
        continue;
      }
      const index = Number(target.dataset['index']);
      const row = rows[index];
      if (height === undefined || row === undefined) continue;
      measured.set(row, height);
      const higher = heights.note(index, height);
      if (higher === 0) continue;
      hasChanged = true;
      if (index < first) above += higher;
    }
    if (!hasChanged) return;
    // What is in view stays where it is: of a list as high as it is drawn the scroll position moves, of others the rows. Where
    // rows turn out to be lower than was thought, the end of the list comes up to the end of the view.
    const { total, view } = extent();
    const offset = place.offset + above;
    const end = Math.max(0, total - view);
    if (revealed !== null) moveToRow(revealed);
    else if (total > HIGHEST) place = { ...place, offset: Math.min(end, offset) };
    else if (above !== 0 || offset > end) moveTo(offset);
    last = '';
    redrawIfMoved();
  });

  return {
    hold(now, at) {
      edges = at;
      if (now === rows) return;
      const first = heights.at(place.offset);
      const [anchor, below] = [rows[first] ?? -1, place.offset - heights.topOf(first)];
      rows = now;
      heights = createRowHeights(now.length, ROW_HEIGHT);
      // A search or an undo may have taken the row that was last gone to.
      if (revealed !== null && revealed >= now.length) revealed = null;
      if (now.length <= MOST_NOTED)
        for (const [index, row] of now.entries()) heights.note(index, measured.get(row) ?? ROW_HEIGHT);
      isNew = true;
      const index = place.offset === 0 ? -1 : now.indexOf(anchor);
      const isNear = index >= 0 && Math.abs(index - first) <= NEAR;
      moveTo(isNear ? heights.topOf(index) + below : place.offset);
    },
    drawn(kept) {
      const { first, end } = range();
      const wanted = new Set(kept.filter((index) => index >= 0 && index < heights.count));
      for (let index = first; index < end; index += 1) wanted.add(index);
      const shift = place.offset - place.scroll;
      const lowest = drawnHeight(extent());
      return [...wanted]
        .sort((a, b) => a - b)
        .map((index) => {
          const [top, bottom] = [heights.topOf(index), heights.topOf(index + 1)];
          const drawnTop = Math.max(0, Math.min(lowest - (bottom - top), top - shift));
          return { index, top: drawnTop, bottom: drawnTop + bottom - top };
        });
    },
    height: () => drawnHeight(extent()),
    perPage: () => Math.max(1, heights.at(place.offset + extent().view) - heights.at(place.offset) - 1),
    reveal(index) {
      if (index < 0 || index >= heights.count) return;
      revealed = index;
      moveToRow(index);
      redrawIfMoved();
    },
    measure(element) {
      if (element !== null) observer.observe(element);
    },
    noteDrawing() {
      writeScroll();
      if (!isNew || scroller === null) return;
      isNew = false;
      // Rows that are as high as before are told again.
      for (const row of scroller.querySelectorAll('tr[data-index]')) observer.observe(row);
    },
    follow(element) {
      scroller = element;
      const resized = new ResizeObserver(() => {
        viewport = element.clientHeight;
        redrawIfMoved();
      });
      viewport = element.clientHeight;
      const onScroll = () => {
        const { scrollTop } = element;
        if (Math.abs(scrollTop - place.scroll) < 1) return;
        revealed = null;
        place = scrolledTo(scrollTop, place, extent());
        writeScroll();
        redrawIfMoved();
      };
      resized.observe(element);
      element.addEventListener('scroll', onScroll);
      return () => {
        resized.disconnect();
        observer.disconnect();
        element.removeEventListener('scroll', onScroll);
      };
    },
  };
}
