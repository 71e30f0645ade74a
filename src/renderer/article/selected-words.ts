// Translates between what is selected on the page and places in the text of the article.
import type { TextRange } from '../../shared/document/event.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { textNodes, wordsIn } from './reading.ts';

/**
 * The selected part of an article's text, without the blanks around it; `null` where none of it, or more than a quote may
 * have, is selected.
 *
 * @param section the element of the article.
 * @param text of the article.
 */
export function selectedWords(
  section: HTMLElement,
  selection: Selection | null,
  text: string,
): TextRange | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const holder = range.commonAncestorContainer;
  const element = holder instanceof Element ? holder : holder.parentElement;
  if (element === null || !section.contains(element) || element.closest('[data-remark]') !== null)
    return null;
  const nodes = textNodes(element).filter(
    (node) => range.intersectsNode(node) && node.parentElement?.closest('[data-start]') !== null,
  );
  const [first, last] = [nodes[0], nodes.at(-1)];
  const start = first && placeOf(first, first === range.startContainer ? range.startOffset : 0);
  const end = last && placeOf(last, last === range.endContainer ? range.endOffset : last.length);
  if (start === undefined || end === undefined || start === null || end === null || end <= start) return null;
  const words = text.slice(start, end);
  const trimmed = words.trim();
  if (trimmed === '' || trimmed.length > LIMITS.passage) return null;
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: from + trimmed.length };
}

/** Where a place in a node stands in the article's text; `null` if the node is no part of it. */
function placeOf(node: Text, offset: number): number | null {
  const block = node.parentElement?.closest<HTMLElement>('[data-start]');
  if (block === null || block === undefined) return null;
  let place = Number(block.dataset['start']);
  for (const own of textNodes(block)) {
    if (own === node) return place + offset;
    place += own.length;
  }
  return null;
}

/** Selects a part of an article's text, where it is drawn. @returns whether it is. */
export function selectWords(section: HTMLElement, range: TextRange): boolean {
  const words = wordsIn(section, [range]);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return false;
  getSelection()?.setBaseAndExtent(
    first.startContainer,
    first.startOffset,
    last.endContainer,
    last.endOffset,
  );
  return true;
}

/** Takes the selection off words of an article, wherever the focus is. @returns whether there was any. */
export function leaveWords(): boolean {
  const selection = getSelection();
  const holder = selection?.isCollapsed === false ? selection.getRangeAt(0).commonAncestorContainer : null;
  const element = holder instanceof Element ? holder : holder?.parentElement;
  if (!element?.closest('.articles')) return false;
  selection?.removeAllRanges();
  return true;
}
