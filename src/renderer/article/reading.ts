// Reads and scrolls the elements of an article: how far it is scrolled, what is copied, and which element holds a place
// in the text.
import type { TextRange } from '../../shared/document/event.ts';

/** Room around a scroll target, CSS pixels. */
const MARGIN = 24;

/**
 * Scrolls no further than needed to show the elements whole. Elements that were out of view end up in the upper third;
 * if they do not fit, their beginning is shown.
 *
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
 * Holds the text in its place on the screen while the scroller's own edge moves, so that a click on a sentence does not
 * carry it away.
 *
 * @param before the old position of the upper edge, CSS pixels from the window's; `null` at first
 * @returns the new position
 */
export function keepInPlace(scroller: HTMLElement, before: number | null): number {
  const { top } = scroller.getBoundingClientRect();
  if (before !== null) scroller.scrollTop += top - before;
  return top;
}

/**
 * The selected words of an article, one string for each paragraph, without the notes between; empty if the selection is
 * empty or outside the article.
 */
export function copiedParagraphs(article: HTMLElement, selection: Selection | null): string[] {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  const holder = range.commonAncestorContainer;
  const element = holder instanceof Element ? holder : holder.parentElement;
  // Words of a note do not belong to the article.
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

/** The text within an element in order, without what does not belong to the article. */
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
 * The places of text ranges in the article's elements; ranges that are not drawn yet are left out.
 *
 * @param ranges ascending by start, each within one paragraph
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
    // A long paragraph continues in the next element.
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
