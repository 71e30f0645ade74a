// Keeps the place of whoever reads: what scrolls, how far, and what is copied. All on the elements of one article.

/** Room that is left around what is scrolled to, CSS pixels. */
const MARGIN = 24;

/**
 * Scrolls just as far as the elements need to be seen whole, which is not at all where they are; what was out of view
 * comes to stand in the upper third. Of more than fits, the beginning is shown.
 * @param elements in the order of the text, within `scroller`
 */
export function reveal(scroller: HTMLElement, elements: readonly Element[]): void {
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
