// Finds the ways of drawing dates and events in a figure, and words its legend. Pure.
import type { LaneFrame, Mark, StripBox } from '../timeline/frame.ts';

/** One way of drawing a date. */
export interface DateStyle {
  /** The classes of its marks. */
  readonly className: string;
  /** Its meaning, for the legend. */
  readonly meaning: string;
}

/** The part of a mark that decides its look. */
type Drawn = Pick<Mark, 'shape' | 'className'>;

/** The part of a lane that the legend depends on. */
interface DrawnLane {
  readonly marks: readonly Drawn[];
  readonly strip: readonly Pick<StripBox, 'row'>[];
}

const has = (name: string) => (mark: Drawn) => mark.className.split(' ').includes(name);
/** A set is drawn as a bar too, but has a style of its own. */
const isSet = (mark: Drawn) => has('one-of')(mark) || has('all-of')(mark);

/** The certainties of dates, as classes of their marks, in the order of the legend. */
const CERTAINTY: readonly DateStyle[] = [
  { className: 'uncertain', meaning: 'Date uncertain' },
  { className: 'approximate', meaning: 'Date approximate' },
  { className: 'one-of', meaning: 'One date of this span' },
  { className: 'all-of', meaning: 'Several dates of this span' },
  { className: 'open-start', meaning: 'Start open or unknown' },
  { className: 'open-end', meaning: 'End open or unknown' },
];

/**
 * Finds the styles of a figure's marks, each once. Days need an entry only where spans occur too.
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
    marks.some(has('proposed')) && {
      className: `${bars.some(has('proposed')) ? 'bar' : 'dot'} proposed`,
      meaning: 'Proposed, not confirmed',
    },
    strips.some(({ row }) => row !== null) && { className: 'strip-dots', meaning: 'Event without a label' },
    strips.some(({ row }) => row === null) && { className: 'strip-columns', meaning: 'Number of events' },
  ];
  return styles.filter((style) => style !== false);
}
