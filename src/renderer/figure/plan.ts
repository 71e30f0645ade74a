// Plans the height of a figure, which never changes: how much the timeline has, what the lists around it show, and what
// goes to further pages. Lengths are CSS pixels of the figure's page. Pure.

/** The lists below the timeline, in the order in which they stand there. */
export const LISTS = ['sources', 'notes', 'undated'] as const;
/** One of {@link LISTS}. */
export type ListName = (typeof LISTS)[number];

/** A list as it would be with all its items. */
export interface ListNeeds {
  readonly name: ListName;
  /** Of its heading. */
  readonly heading: number;
  /** Of each item in its column, with the room below it. */
  readonly items: readonly number[];
  /** Columns side by side. */
  readonly columns: number;
  /** Of the line that says how many more there are. */
  readonly more: number;
  /** Items beyond those that were measured, which are never shown but counted. */
  readonly beyond: number;
}

/** What of a list a page shows. */
export interface ListPlan {
  readonly name: ListName;
  /** The items of each column: from the first to the one before `end`. */
  readonly columns: readonly { readonly start: number; readonly end: number }[];
  /** How many are not shown up to here. */
  readonly left: number;
  readonly height: number;
}

/** What stands on the page of a figure, and how high it is. */
export interface FigureNeeds {
  /** Of the page. */
  readonly height: number;
  /** Around everything. */
  readonly margin: number;
  /** Between two parts. */
  readonly gap: number;
  /** 0 for each of these that is left out. */
  readonly header: number;
  readonly legend: number;
  readonly credit: number;
  readonly lists: readonly ListNeeds[];
  /** The axis and all else in the timeline that is no lane. */
  readonly axis: number;
  readonly lanes: number;
  /** The least height of a lane, and the one at which it is at ease. */
  readonly lowestLane: number;
  readonly easyLane: number;
  /** The least height of the timeline once its labels have been chosen for it. */
  readonly timeline?: number | undefined;
  /** Whether what does not fit goes to further pages. */
  readonly hasPages: boolean;
}

/** How the height of a figure is shared. */
export interface FigurePlan {
  /** Of the timeline with its axis; what is left where the lists are lower. */
  readonly timeline: number;
  readonly legend: boolean;
  readonly credit: boolean;
  readonly lists: readonly ListPlan[];
  /** The lists of each further page. */
  readonly pages: readonly (readonly ListPlan[])[];
}

/** The share of the height below the header that the timeline has whatever the lists need, and the most it keeps. */
const SHARE = { least: 0.5, most: 0.7 } as const;

/** The least height of a page for its header and its lanes. */
export function leastHeight({ margin, gap, header, axis, lanes, lowestLane }: FigureNeeds): number {
  return 2 * margin + withGap(header, gap) + axis + Math.max(1, lanes) * lowestLane;
}

/**
 * Shares the height of a figure between its parts. The timeline has at least half of what the header leaves, and more where
 * its lanes need it. Credit and legend come next, then the lists, each cut short where it must be.
 * @returns `null` where header and lanes do not fit
 */
export function planFigure(needs: FigureNeeds): FigurePlan | null {
  const { height, margin, gap, header, axis, lanes, lowestLane, easyLane, hasPages } = needs;
  const room = height - 2 * margin - withGap(header, gap);
  const least = axis + Math.max(1, lanes) * lowestLane;
  if (least > room) return null;
  const easy = axis + Math.max(1, lanes) * easyLane;
  const kept = needs.timeline ?? Math.max(least, SHARE.least * room, Math.min(easy, SHARE.most * room));
  let left = room - least;
  const takes = (part: number): boolean => {
    const own = withGap(part, gap);
    if (own === 0 || own > left) return false;
    left -= own;
    return true;
  };
  const credit = takes(needs.credit);
  const legend = takes(needs.legend);
  const used = room - least - left;
  const lists = planLists(needs.lists, Math.min(left, room - kept - used), gap);
  const listed = lists.reduce((sum, list) => sum + withGap(list.height, gap), 0);
  return {
    timeline: room - used - listed,
    legend,
    credit,
    lists,
    pages: hasPages ? planPages(needs, lists) : [],
  };
}

/** Gives each list in turn as much as it needs of what is left. */
function planLists(lists: readonly ListNeeds[], height: number, gap: number): ListPlan[] {
  let left = height;
  return lists.flatMap((list) => {
    const plan = planList(list, 0, left - gap);
    left -= withGap(plan?.height ?? 0, gap);
    return plan ?? [];
  });
}

/** Puts what the first page does not show on further ones. */
function planPages({ height, margin, gap, lists }: FigureNeeds, first: readonly ListPlan[]): ListPlan[][] {
  const room = height - 2 * margin;
  const pages: ListPlan[][] = [];
  let page: ListPlan[] = [];
  let left = room;
  for (const list of lists) {
    let next = first.find(({ name }) => name === list.name)?.columns.at(-1)?.end ?? 0;
    while (next < list.items.length) {
      // An item that is higher than a page has one of its own, which cuts it.
      const plan = planList(list, next, left) ?? (page.length === 0 ? planOne(list, next, room) : null);
      if (plan === null) {
        pages.push(page);
        page = [];
        left = room;
        continue;
      }
      page.push(plan);
      left -= withGap(plan.height, gap);
      next = plan.columns.at(-1)?.end ?? list.items.length;
    }
  }
  return page.length === 0 ? pages : [...pages, page];
}

function planOne(list: ListNeeds, start: number, height: number): ListPlan {
  const left = list.items.length + list.beyond - start - 1;
  return { name: list.name, columns: [{ start, end: start + 1 }], left, height };
}

/**
 * Puts as many items of a list into its columns as a height has room for, and a line that counts the others. The columns
 * are as even as the order of the items allows.
 * @param start the first item
 * @returns `null` where not even one has room
 */
export function planList(list: ListNeeds, start: number, height: number): ListPlan | null {
  const { name, heading, items, beyond, more } = list;
  const fill = (end: number): ListPlan | null => {
    const left = items.length + beyond - end;
    const room = height - heading - (left > 0 ? more : 0);
    const own = items.slice(start, end);
    const high = lowest(own, list.columns);
    if (high > room) return null;
    const columns = columnsOf(own, high).map((column) => ({
      start: start + column.start,
      end: start + column.end,
    }));
    return { name, columns, left, height: heading + high + (left > 0 ? more : 0) };
  };
  if (start >= items.length) return null;
  const whole = fill(items.length);
  if (whole !== null) return whole;
  // The more items, the higher: the last that fit are found by halving.
  let [fits, over] = [start, items.length];
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    if (fill(middle) === null) over = middle;
    else fits = middle;
  }
  return fits === start ? null : fill(fits);
}

/** The least height at which items fill at most so many columns, in their order. */
function lowest(items: readonly number[], columns: number): number {
  let low = Math.max(0, ...items);
  let high = items.reduce((sum, item) => sum + item, 0);
  // To a quarter of a pixel.
  while (high - low > 0.25) {
    const middle = (low + high) / 2;
    if (columnsOf(items, middle).length > columns) low = middle;
    else high = middle;
  }
  return high;
}

/** Fills columns of a height, in the order of the items. */
function columnsOf(
  items: readonly number[],
  height: number,
): { readonly start: number; readonly end: number }[] {
  const columns: { start: number; end: number }[] = [];
  let used = Infinity;
  items.forEach((item, position) => {
    const column = columns.at(-1);
    if (column === undefined || used + item > height + ROUNDING) {
      columns.push({ start: position, end: position + 1 });
      used = item;
    } else {
      column.end = position + 1;
      used += item;
    }
  });
  return columns;
}

/** What sums of lengths may be off by, CSS pixels. */
const ROUNDING = 0.01;

/** How many columns of at least a width have room side by side; at least one. */
export function columnCount(width: number, column: number, gap: number): number {
  return Math.max(1, Math.floor((width + gap) / (column + gap)));
}

function withGap(part: number, gap: number): number {
  return part === 0 ? 0 : part + gap;
}
