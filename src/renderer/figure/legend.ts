// Which ways of drawing dates occur in a figure, and what its legend calls them. Pure.
import type { MarkView } from '../timeline/marks.ts';

/** One way of drawing a date. */
export interface DateStyle {
  /** The class that marks are drawn with. */
  readonly className: string;
  /** What it means. */
  readonly meaning: string;
}

const DAY = 86_400_000;

/** All styles, in the order of the legend, and whether a mark has it. */
const STYLES: readonly (DateStyle & {
  readonly isIn: (classes: ReadonlySet<string>, mark: MarkView) => boolean;
})[] = [
  {
    className: 'span',
    meaning: 'More than a day',
    isIn: (classes, mark) =>
      mark.end - mark.start > DAY && !classes.has('aggregate') && !classes.has('one-of'),
  },
  style('uncertain', 'Date uncertain'),
  style('approximate', 'Date approximate'),
  style('one-of', 'Some day in this span'),
  style('open-start', 'Start open or unknown'),
  style('open-end', 'End open or unknown'),
  style('aggregate', 'Several events, too close to show singly'),
];

/** The styles that the marks of a figure are drawn in, each once; a plain day needs no explanation. */
export function dateStylesIn(marks: readonly MarkView[]): DateStyle[] {
  const drawn = marks.map((mark) => ({ mark, classes: new Set(mark.className.split(' ')) }));
  return STYLES.filter(({ isIn }) => drawn.some(({ mark, classes }) => isIn(classes, mark)));
}

function style(className: string, meaning: string) {
  return { className, meaning, isIn: (classes: ReadonlySet<string>) => classes.has(className) };
}
