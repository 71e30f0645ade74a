// Which ways of drawing dates occur in a figure, and what its legend calls them. Pure.
import type { LaneFrame, Mark, StripBox } from '../timeline/frame.ts';

/** One way of drawing a date. */
export interface DateStyle {
  /** The classes that marks are drawn with. */
  readonly className: string;
  /** What it means. */
  readonly meaning: string;
}

/** What decides how a mark is drawn. */
type Drawn = Pick<Mark, 'shape' | 'className'>;

/** What of a lane decides about the legend. */
interface DrawnLane {
  readonly marks: readonly Drawn[];
  readonly strip: readonly Pick<StripBox, 'row'>[];
}

const has = (name: string) => (mark: Drawn) => mark.className.split(' ').includes(name);
/** A set is a span as well, which its own style says. */
const isSet = (mark: Drawn) => has('one-of')(mark) || has('all-of')(mark);

/** What dates can be like, as the class of their marks, in the order of the legend. */
const CERTAINTY: readonly DateStyle[] = [
  { className: 'uncertain', meaning: 'Date uncertain' },
  { className: 'approximate', meaning: 'Date approximate' },
  { className: 'one-of', meaning: 'One date of this span' },
  { className: 'all-of', meaning: 'Several dates of this span' },
  { className: 'open-start', meaning: 'Start open or unknown' },
  { className: 'open-end', meaning: 'End open or unknown' },
];

/**
 * The styles that the marks of a figure are drawn in, each once. Days need no explanation among themselves, but
 * beside spans.
 */
export function dateStylesIn(lanes: readonly (LaneFrame | DrawnLane)[]): DateStyle[] {
  const marks: readonly Drawn[] = lanes.flatMap((lane): readonly Drawn[] => lane.marks);
  const strips = lanes.flatMap((lane): readonly Pick<StripBox, 'row'>[] => lane.strip);
  const bars = marks.filter(({ shape }) => shape === 'bar');
  const styles: (DateStyle | false)[] = [
    bars.length > 0 && bars.length < marks.length && { className: 'dot', meaning: 'On this day' },
    bars.some((bar) => !isSet(bar)) && { className: 'bar', meaning: 'Some or all of this span' },
    ...CERTAINTY.map(
      ({ className, meaning }) =>
        marks.some(has(className)) && {
          className: `${bars.some(has(className)) ? 'bar' : 'dot'} ${className}`,
          meaning,
        },
    ),
    strips.some(({ row }) => row !== null) && { className: 'strip-dots', meaning: 'Event without a label' },
    strips.some(({ row }) => row === null) && { className: 'strip-columns', meaning: 'Number of events' },
  ];
  return styles.filter((style) => style !== false);
}
