// Where in an article the reader is: what scrolls, how far, what is copied, and which element holds a place in the text.
// All on the elements of one article.
import type { TextRange } from '../../shared/document/document.ts';

/** Room that is left around what is scrolled to, CSS pixels. */
const MARGIN = 24;

/**
 * Scrolls just as far as the elements need to be seen whole, which is not at all where they are; what was out of view
 * comes to stand in the upper third. Of more than fits, the beginning is shown.
 * @param elements in the order of the text, within `scroller`
 */
export function reveal(
  scroller: HTMLElement,
  elements: readonly Pick<Element, 'getBoundingClientRect'>[],
): void {
  const view = scroller.getBoundingClientRect();
  const top = elements[0]?.getBoundingClientRect().top;
  const bottom = elements.at(-1)?.getBoundingClientRect().bottom;
  if (top === undefined || bottom === undefined) return;
  const isIn = top >= view.top && bottom <= view.bottom;
  if (isIn) return;
  const isOut = bottom <= view.top || top >= view.bottom;
  const room = view.height - (bottom - top);
  const toTop = top - view.top - MARGIN;
  if (isOut) scroller.scrollTop += top - view.top - Math.max(MARGIN, room / 3);
  else if (top < view.top || room < 2 * MARGIN) scroller.scrollTop += toTop;
  else scroller.scrollTop += bottom - view.bottom + MARGIN;
}

/**
 * Holds the text where it stood on the screen although the scroller’s own edge has moved, so that a click on a
 * sentence does not carry it away.
 * @param before where the upper edge was, CSS pixels from the window’s; `null` at first
 * @returns where it is
 */
export function keepInPlace(scroller: HTMLElement, before: number | null): number {
  const { top } = scroller.getBoundingClientRect();
  if (before !== null) scroller.scrollTop += top - before;
  return top;
}

/**
 * The selected words of an article, a paragraph each, without the notes between; empty where the selection is empty or
 * not within the article.
 */
export function copiedParagraphs(article: HTMLElement, selection: Selection | null): string[] {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  const holder = range.commonAncestorContainer;
  const element = holder instanceof Element ? holder : holder.parentElement;
  // Words of a note are the note’s, not the article’s.
  if (element === null || !article.contains(element) || element.closest('[data-remark]') !== null) return [];
  const copy = range.cloneContents();
  for (const remark of copy.querySelectorAll('[data-remark]')) remark.remove();
  const blocks = [...copy.querySelectorAll('h2, p')];
  const texts: string[] = blocks.length === 0 ? [copy.textContent] : [];
  for (const block of blocks) {
    if (block.matches('.continued') && texts.length > 0)
      texts.push(`${texts.pop() ?? ''}${block.textContent}`);
    else texts.push(block.textContent);
  }
  return texts.filter((text) => text.trim() !== '');
}

/** The text within an element in its order, without what is no part of the article. */
export function textNodes(element: Element): Text[] {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) {
    const { currentNode: node } = walker;
    if (node instanceof Text && node.parentElement?.closest('[data-remark]') === null) nodes.push(node);
  }
  return nodes;
}

/**
 * Where ranges of an article's text stand in its elements; those that are not drawn yet are left out.
 * @param ranges ascending by where they begin, each within one paragraph
 */
export function wordsIn(article: HTMLElement, ranges: readonly TextRange[]): StaticRange[] {
  const found: StaticRange[] = [];
  const paragraphs = ranges.length === 0 ? [] : [...article.querySelectorAll<HTMLElement>('[data-start]')];
  let next = 0;
  for (const [place, paragraph] of paragraphs.entries()) {
    const start = Number(paragraph.dataset['start']);
    const following = Number(paragraphs[place + 1]?.dataset['start'] ?? Infinity);
    while ((ranges[next]?.start ?? Infinity) < start) next += 1;
    if ((ranges[next]?.start ?? Infinity) >= following) continue;
    // A long paragraph goes on in the next element.
    const nodes = textNodes(paragraph);
    if (nodes.length === 0) continue;
    let [node, from] = [0, start];
    const pointAt = (offset: number, isEnd: boolean) => {
      for (;;) {
        const text = nodes[node];
        if (text === undefined) return null;
        const within = offset - from;
        if (within < text.length || (isEnd && within === text.length)) return { text, within };
        from += text.length;
        node += 1;
      }
    };
    for (; (ranges[next]?.start ?? Infinity) < following; next += 1) {
      const range = ranges[next];
      const begin = range === undefined ? null : pointAt(range.start, false);
      if (range === undefined || begin === null) break;
      const [nodeBefore, fromBefore] = [node, from];
      const last = nodes.at(-1);
      const end =
        pointAt(range.end, true) ?? (last === undefined ? null : { text: last, within: last.length });
      if (end === null) break;
      found.push(
        new StaticRange({
          startContainer: begin.text,
          startOffset: begin.within,
          endContainer: end.text,
          endOffset: end.within,
        }),
      );
      // The next may overlap this one.
      [node, from] = [nodeBefore, fromBefore];
    }
  }
  return found;
}
