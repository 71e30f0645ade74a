// Which ways of drawing dates occur in a figure, and what its legend calls them. Pure.
import type { MarkView } from '../timeline/marks.ts';

/** One way of drawing a date. */
export interface DateStyle {
  /** The class that marks are drawn with. */
  readonly className: string;
  /** What it means. */
  readonly meaning: string;
}

type IsIn = (classes: ReadonlySet<string>) => boolean;

const isDay: IsIn = (classes) => !classes.has('span') && !classes.has('aggregate');
/** A set is a span as well, which its own style says. */
const isSpan: IsIn = (classes) => classes.has('span') && !classes.has('one-of') && !classes.has('all-of');

/** All styles, in the order of the legend, and whether a mark has it. */
const STYLES: readonly (DateStyle & { readonly isIn: IsIn })[] = [
  { className: 'day', meaning: 'On this day', isIn: isDay },
  { className: 'span', meaning: 'Some or all of this span', isIn: isSpan },
  style('uncertain', 'Date uncertain'),
  style('approximate', 'Date approximate'),
  style('one-of', 'One date of this span'),
  style('all-of', 'Several dates of this span'),
  style('open-start', 'Start open or unknown'),
  style('open-end', 'End open or unknown'),
  style('aggregate', 'Several events, too close to show separately'),
];

/**
 * The styles that the marks of a figure are drawn in, each once. Days need no explanation among themselves, but
 * beside spans.
 */
export function dateStylesIn(marks: readonly MarkView[]): DateStyle[] {
  const drawn = marks.map((mark) => new Set(mark.className.split(' ')));
  const found = STYLES.filter(({ isIn }) => drawn.some(isIn));
  return drawn.some((classes) => classes.has('span')) ? found : found.filter(({ isIn }) => isIn !== isDay);
}

function style(className: string, meaning: string) {
  return { className, meaning, isIn: (classes: ReadonlySet<string>) => classes.has(className) };
}
