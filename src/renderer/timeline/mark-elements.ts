// The DOM of the marks: one button each, made once and kept while its mark is in view, so that focus stays.
import { sourceNumbers, type MarkView } from './marks.ts';

/** Keeps an element for each mark in view. */
export interface MarkElements {
  /** The element for a mark, made or brought up to date. */
  get(mark: MarkView): HTMLElement;
  /** Forgets all elements but those of these marks, and returns the forgotten. */
  keep(ids: ReadonlySet<string>): HTMLElement[];
}

/** The attribute that names an element's mark. */
export const MARK_ATTRIBUTE = 'data-mark';

/**
 * Creates an empty store. Text from documents only ever becomes text nodes.
 * @param still whether the marks stand in a figure, where they are text and nothing can be pressed
 */
export function createMarkElements(still: boolean): MarkElements {
  const elements = new Map<string, { element: HTMLElement; mark: MarkView }>();
  return {
    get(mark) {
      const known = elements.get(mark.id);
      if (known !== undefined && sameText(known.mark, mark)) return known.element;
      const element = still ? createLabel(mark) : createElement(mark);
      elements.set(mark.id, { element, mark });
      return element;
    },
    keep(ids) {
      const gone = [...elements].filter(([id]) => !ids.has(id));
      for (const [id] of gone) elements.delete(id);
      return gone.map(([, { element }]) => element);
    },
  };
}

function createElement(mark: MarkView): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'mark';
  button.setAttribute(MARK_ATTRIBUTE, mark.id);
  // The name is the text: what is seen comes first in it, so that it can also be called by voice.
  button.append(
    line('mark-title', mark.title),
    line('mark-date', mark.date),
    line('visually-hidden', `, ${mark.more}`),
  );
  return button;
}

function createLabel(mark: MarkView): HTMLElement {
  const label = document.createElement('span');
  label.className = 'mark';
  label.setAttribute(MARK_ATTRIBUTE, mark.id);
  const title = line('mark-title', mark.title);
  if (mark.sources.length > 0) {
    const numbers = document.createElement('sup');
    numbers.className = 'mark-sources';
    numbers.textContent = sourceNumbers(mark.sources);
    // Kept apart, so that a title cannot turn the numbers behind it.
    const words = document.createElement('span');
    words.className = 'isolated';
    words.textContent = mark.title;
    title.replaceChildren(words, numbers);
  }
  label.append(title, line('mark-date', mark.date));
  return label;
}

function line(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  element.dir = 'auto';
  return element;
}

function sameText(a: MarkView, b: MarkView): boolean {
  return a.title === b.title && a.date === b.date && a.more === b.more;
}
