// What stands behind the label of a mark: its frame, and the line over the span that its date may mean.
import { positionOf, type TimeWindow } from '../../shared/dates/window.ts';
import type { MarkView } from './marks.ts';

interface Shape {
  readonly frame: HTMLElement;
  /** A point has none until it is wide enough to be a span. */
  line: HTMLElement | null;
  /** What was drawn last, so that nothing is written twice. */
  drawn: string;
}

/** The shapes by the element that vis-timeline lays out for their mark. */
const shapes = new WeakMap<Element, Shape>();

/** The line of a card is drawn no shorter than this; CSS pixels. */
const SHORTEST_LINE = 6;

/**
 * Draws frame and line of a mark that vis-timeline has laid out; does nothing for one that it has not. Style sheets
 * draw what its date is like: here is only where things are.
 * @param label the mark's own element
 * @param width of the window in CSS pixels
 */
export function drawShape(
  mark: MarkView,
  label: HTMLElement,
  { window, width }: { readonly window: TimeWindow; readonly width: number },
): void {
  const item = label.closest('.vis-item');
  if (item === null) return;
  const shape = shapes.get(item) ?? createShape(item);
  const start = positionOf(window, mark.start, width);
  const end = positionOf(window, mark.end, width);
  const place =
    mark.shape === 'bar' ? barPlace(mark, start, width) : cardPlace(mark, start, Math.min(end, width));
  const isSpan = /\bspan\b/.test(mark.className);
  const drawn = `${isSpan ? 'span ' : ''}${Object.values(place).join(' ')}`;
  if (drawn === shape.drawn) return;
  shape.drawn = drawn;
  follow(shape.frame, place);
  if (!isSpan) return;
  if (shape.line === null) {
    shape.line = part('mark-line span-line');
    shape.frame.after(shape.line);
  }
  shape.line.style.left = place.left;
  shape.line.style.width = place.width;
  follow(shape.line, place);
}

function follow(element: HTMLElement, { seenStart, seenEnd }: Place): void {
  element.style.setProperty('--seen-start', seenStart);
  element.style.setProperty('--seen-end', seenEnd);
}

/** Where the line of a mark is, and between which places in it the window shows the mark; CSS lengths. */
interface Place {
  readonly left: string;
  readonly width: string;
  readonly seenStart: string;
  readonly seenEnd: string;
}

const WHOLE: Place = { left: '0px', width: '100%', seenStart: '0px', seenEnd: '100%' };

/** An open end fades out at the edge of the window, however far beyond it the bar goes on. */
function barPlace({ className }: MarkView, start: number, width: number): Place {
  // What does not follow the window is not written again.
  if (!/\bopen-(start|end)\b/.test(className)) return WHOLE;
  // vis-timeline draws bars up to one window further than the window.
  const left = Math.max(start, -width);
  return { ...WHOLE, seenStart: `${Math.max(0, -left)}px`, seenEnd: `${width - left}px` };
}

/** The line lies over the span: along the card, or beside it where the span leaves the picture. */
function cardPlace(mark: MarkView, start: number, end: number): Place {
  // What does not follow the window is not written again.
  if (!/\bspan\b/.test(mark.className)) return WHOLE;
  const length = Math.max(SHORTEST_LINE, end - start);
  const left = mark.anchor === 'left' ? '0px' : mark.at === mark.start ? '100%' : `calc(100% - ${length}px)`;
  return { ...WHOLE, left, width: `${length}px` };
}

function createShape(item: Element): Shape {
  const shape = { frame: part('mark-frame'), line: null, drawn: '' };
  item.prepend(shape.frame);
  shapes.set(item, shape);
  return shape;
}

function part(className: string): HTMLElement {
  const element = document.createElement('i');
  element.className = className;
  return element;
}
