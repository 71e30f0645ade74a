// The elements of the marks: each is made once, kept while its mark is in view, and then used for another.
import { sourceNumbers, type MarkText } from './texts.ts';
import type { Mark } from './frame.ts';
import { reducedMotion } from '../view/motion.ts';

/** The element of a mark, with the parts of it that move. */
export interface MarkElement {
  /** Stands at the left end of the mark, in its row. */
  readonly root: HTMLElement;
  /** What a reader presses, or in a figure the words alone. */
  readonly button: HTMLElement;
}

/** Keeps an element for each mark in view. */
export interface MarkElements {
  /** Gives each mark its element, in its place; the elements of marks that are gone are free for others. */
  show(marks: readonly Mark[]): void;
  /** The element of a mark that is shown. */
  get(id: string): MarkElement | undefined;
}

/** The attribute that names an element's mark. */
export const MARK_ATTRIBUTE = 'data-mark';

interface Kept extends MarkElement {
  readonly shape: HTMLElement;
  /** Stands around the shape of what is only proposed. */
  readonly frame: HTMLElement;
  /** Points out where an open end goes on. */
  readonly arrow: HTMLElement;
  readonly title: HTMLElement;
  readonly date: HTMLElement;
  readonly quote: HTMLElement;
  readonly more: HTMLElement;
  text: MarkText | null;
  /** CSS pixels; `null` before the mark has a place. */
  top: number | null;
  /** What was drawn last, so that nothing is written twice. */
  drawn: Mark | null;
}

/** The most marks that fade in or slide at once: each has a layer of its own as long as it does. */
const MOST_MOVING = 8;
const FADE: Keyframe[] = [{ opacity: 0 }, { opacity: 1 }];
const FADE_TIMING = { duration: 160, easing: 'ease-out' } as const;
/** A mark that changes its row slides there. */
const SLIDE_TIMING = { duration: 180, easing: 'ease-out' } as const;

/**
 * Creates an empty store. Text from documents only ever becomes text nodes.
 * @param sources for a figure, whose marks are text that nothing can press: the numbers of the sources of an event
 */
export function createMarkElements(sources?: (row: number) => readonly number[]): MarkElements {
  const kept = new Map<string, Kept>();
  const free: Kept[] = [];
  /** How many marks are fading in or sliding. */
  let moving = 0;
  const move = (root: HTMLElement, frames: Keyframe[], timing: KeyframeAnimationOptions) => {
    moving += 1;
    const animation = root.animate(frames, timing);
    animation.onfinish = animation.oncancel = () => {
      moving -= 1;
    };
  };
  return {
    show(marks) {
      const wanted = new Set(marks.map(({ id }) => id));
      for (const [id, element] of kept) {
        if (wanted.has(id)) continue;
        kept.delete(id);
        free.push(element);
      }
      const added = marks.filter(({ id }) => !kept.has(id));
      const sliding = marks.filter(({ id, top }) => (kept.get(id)?.top ?? top) !== top);
      const isMoving =
        sources === undefined &&
        !reducedMotion.matches &&
        moving + added.length + sliding.length <= MOST_MOVING;
      for (const mark of marks) {
        let element = kept.get(mark.id);
        if (element === undefined) {
          element = free.pop() ?? create(sources !== undefined);
          kept.set(mark.id, element);
          element.top = null;
          element.root.setAttribute(MARK_ATTRIBUTE, mark.id);
        }
        if (element.text !== mark.text) write(element, mark.text, sources?.(mark.text.row) ?? []);
        if (isMoving && element.top !== null && element.top !== mark.top)
          move(element.root, slideFrom(element.top - mark.top), SLIDE_TIMING);
        place(element, mark);
      }
      if (isMoving && added.length < marks.length)
        for (const { id } of added) {
          const root = kept.get(id)?.root;
          if (root !== undefined) move(root, FADE, FADE_TIMING);
        }
    },
    get: (id) => kept.get(id),
  };
}

function create(isStill: boolean): Kept {
  const root = part('div', 'vis-item');
  const shape = part('i', 'mark-shape');
  const frame = part('i', 'mark-frame');
  const arrow = part('i', 'mark-arrow');
  arrow.ariaHidden = 'true';
  const button = document.createElement(isStill ? 'span' : 'button');
  if (button instanceof HTMLButtonElement) button.type = 'button';
  button.className = 'mark';
  const title = part('span', 'mark-title');
  const date = part('span', 'mark-date');
  const quote = part('span', 'mark-quote');
  const more = part('span', 'mark-more');
  for (const words of [title, date, quote]) words.dir = 'auto';
  // The words of the quote are read out with the event's card.
  quote.ariaHidden = 'true';
  button.append(title, date, ...(isStill ? [] : [more]));
  root.append(shape, button);
  return { root, shape, frame, arrow, button, title, date, quote, more, text: null, top: null, drawn: null };
}

function write(element: Kept, text: MarkText, sources: readonly number[]): void {
  element.text = text;
  element.title.textContent = text.title;
  if (sources.length > 0) {
    const numbers = part('sup', 'mark-sources');
    numbers.textContent = sourceNumbers(sources);
    // Kept apart, so that a title cannot turn the numbers behind it.
    const words = part('span', 'isolated');
    words.textContent = text.title;
    element.title.replaceChildren(words, numbers);
  }
  element.date.textContent = text.date;
  if (text.place !== '') {
    const where = part('span', 'mark-place');
    const name = document.createElement('bdi');
    name.textContent = text.place;
    where.append(' · ', name);
    where.ariaHidden = 'true';
    element.date.append(where);
  }
  element.quote.textContent = text.quote;
  attach(element.quote, element.button, text.quote !== '');
  // The name is the text: what is seen comes first in it, so that it can also be called by voice.
  element.more.textContent = `, ${text.more}`;
}

/** Puts a part of a mark behind the others, or takes it out: the browser styles and lays out each that is there. */
function attach(element: HTMLElement, parent: HTMLElement, isThere: boolean): void {
  if (isThere === (element.parentElement !== null)) return;
  if (isThere) parent.append(element);
  else element.remove();
}

/**
 * Moves a mark to its place; what has not changed is not written again. The root alone has a transform: the browser
 * paints each transform on its own.
 */
function place(element: Kept, mark: Mark): void {
  const { drawn, root, shape, button } = element;
  element.drawn = mark;
  element.top = mark.top;
  const isOther = (of: (mark: Mark) => string | number | boolean | null) =>
    drawn === null || of(drawn) !== of(mark);
  if (LOOKS.some(isOther)) {
    root.className = classesOf(mark);
    attach(element.frame, root, root.classList.contains('proposed'));
  }
  if (isOther(({ left }) => round(left)) || isOther(({ top }) => top))
    root.style.transform = `translate(${round(mark.left)}px, ${mark.top}px)`;
  if (isOther(lengthOf)) {
    const length = lengthOf(mark);
    shape.style.width = length === null ? '' : `${length}px`;
    element.frame.style.width = length === null ? '' : `${length + 8}px`;
  }
  // Only figures have any, and there nothing moves.
  if (drawn === null) shape.after(...mark.breaks.map(breakFrom));
  if (isOther(({ arrow }) => arrow?.text ?? '')) {
    element.arrow.textContent = mark.arrow?.text ?? '';
    attach(element.arrow, root, mark.arrow !== null);
  }
  if (isOther(arrowStart)) element.arrow.style.left = `${arrowStart(mark) ?? 0}px`;
  if (isOther(labelStart)) button.style.left = `${labelStart(mark)}px`;
  if (isOther(({ width }) => width)) button.style.width = `${mark.width}px`;
}

/** What the classes of a mark follow from. */
const LOOKS = [
  ({ shape }: Mark) => shape,
  ({ side }: Mark) => side,
  ({ className }: Mark) => className,
  ({ isFound }: Mark) => isFound,
  ({ isRaised }: Mark) => isRaised,
] as const;

/** A break of a bar. */
function breakFrom(left: number): HTMLElement {
  const element = part('i', 'mark-break');
  // The breaks of the lanes begin a pixel to the left, under the line at the lanes' names.
  element.style.left = `${left - 1}px`;
  return element;
}

/** Of a bar; CSS pixels. */
function lengthOf({ shape, left, right }: Mark): number | null {
  return shape === 'bar' ? round(right - left) : null;
}

/** Where the arrow stands in a mark, CSS pixels. */
function arrowStart({ arrow, left }: Mark): number | null {
  return arrow === null ? null : round(arrow.x - left);
}

/** Where the label begins in a mark, CSS pixels. */
function labelStart({ label, left, side, width }: Mark): number {
  return round(label - left - (side === 'before' ? width : 0));
}

/** @param from CSS pixels, from where a mark stands now */
function slideFrom(from: number): Keyframe[] {
  return [{ translate: `0 ${from}px` }, { translate: '0 0' }];
}

/** Those of its lane stand at the lane: a mark that declared colours would have all its parts styled anew as it moves. */
function classesOf({ shape, side, className, isFound, isRaised }: Mark): string {
  return [
    'vis-item',
    shape,
    // What is no point is a span, whose bar is as long as its date.
    ...(shape === 'bar' ? ['span'] : []),
    `label-${side}`,
    ...(className === '' ? [] : [className]),
    ...(isFound === null ? [] : [isFound ? 'found' : 'missed']),
    ...(isRaised ? ['raised'] : []),
  ].join(' ');
}

/** To a tenth of a pixel, so that a mark that hardly moves is not written again. */
function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

function part(tag: 'div' | 'span' | 'i' | 'sup', className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
