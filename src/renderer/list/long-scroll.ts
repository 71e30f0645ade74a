// Scrolls through a list that may be higher than a browser can draw. Pure.
//
// What is drawn is as high as the list up to some height, and stays as high beyond it. There, the scroll bar leads to a
// place in proportion, a hand that moves a little moves the list by just as much, and after some screens what is drawn is
// moved back to where the scroll bar would have it. Near both ends list and scroll bar move by the same.

/** What is drawn is no higher, CSS pixels; browsers draw nothing beyond some 33 million. */
export const HIGHEST = 10_000_000;
/** So far from either end, list and scroll bar go together. */
const ENDS = HIGHEST / 100;
/** What is drawn is moved back once it is so many screens off. */
const SCREENS = 20;
/** A scroll over more screens at once is the bar's. */
const MOST_BY_HAND = 2;

/** How high the list is, and how much of it is in view; CSS pixels. */
export interface Extent {
  readonly total: number;
  readonly view: number;
}

/** A place in the list, and where it is drawn; CSS pixels. */
export interface ScrollPlace {
  /** The distance of the upper edge of the view from the top of the list. */
  readonly offset: number;
  /** The scroll position that it is drawn at. */
  readonly scroll: number;
}

/** What is drawn of a list. */
export function drawnHeight({ total }: Pick<Extent, 'total'>): number {
  return Math.min(total, HIGHEST);
}

/** The scroll position of a place where the scroll bar stands right. */
export function scrollFor(offset: number, { total, view }: Extent): number {
  const [last, drawn] = [Math.max(0, total - view), Math.max(0, drawnHeight({ total }) - view)];
  const within = Math.max(0, Math.min(last, offset));
  if (last === drawn || within <= ENDS) return Math.min(drawn, within);
  if (within >= last - ENDS) return drawn - (last - within);
  return ENDS + ((within - ENDS) * (drawn - 2 * ENDS)) / (last - 2 * ENDS);
}

/** The place that a scroll position of the bar stands for. */
function offsetFor(scroll: number, { total, view }: Extent): number {
  const [last, drawn] = [Math.max(0, total - view), Math.max(0, drawnHeight({ total }) - view)];
  if (last === drawn || scroll <= ENDS) return Math.min(last, scroll);
  if (scroll >= drawn - ENDS) return last - (drawn - scroll);
  return ENDS + ((scroll - ENDS) * (last - 2 * ENDS)) / (drawn - 2 * ENDS);
}

/** The place after a scroll. @param scroll the new scroll position; another one in the answer has to be written back. */
export function scrolledTo(scroll: number, before: ScrollPlace, extent: Extent): ScrollPlace {
  const { total, view } = extent;
  const by = scroll - before.scroll;
  const last = Math.max(0, total - view);
  if (total <= HIGHEST || Math.abs(by) > MOST_BY_HAND * view)
    return { offset: offsetFor(scroll, extent), scroll };
  const offset = Math.max(0, Math.min(last, before.offset + by));
  const wanted = scrollFor(offset, extent);
  const isNearEnd = offset < ENDS / 2 || offset > last - ENDS / 2;
  const isOff = Math.abs(wanted - scroll) > (isNearEnd ? 1 : SCREENS * view);
  return { offset, scroll: isOff ? wanted : scroll };
}
