// The article in the panel: its paragraphs, its quotes and the notes between them.
import { expect, type Locator, type Page } from '@playwright/test';

/** What a copy puts on the clipboard. */
export interface Copied {
  readonly plain: string;
  readonly html: string;
}

/** The article that one window shows. */
export class Article {
  readonly root: Locator;
  /** The paragraphs, without the notes. */
  readonly paragraphs: Locator;
  readonly quotes: Locator;
  /** The stretches that the selected event quotes. */
  readonly selectedQuotes: Locator;
  /** Where Tab stops: once a quote. */
  readonly quoteStops: Locator;
  /** The notes that stand between the paragraphs. */
  readonly notes: Locator;
  readonly tabs: Locator;
  /** The bar over selected words. */
  readonly bar: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.root = page.locator('.articles');
    this.paragraphs = this.root.locator('.chunk > p');
    this.quotes = this.root.locator('.quote');
    this.selectedQuotes = this.root.locator('.quote.selected');
    this.quoteStops = this.root.locator('.quote[tabindex]');
    this.notes = this.root.locator('.note-within');
    this.tabs = page.getByRole('tab');
    this.bar = page.getByRole('toolbar', { name: 'Selected words' });
  }

  /** Selects words by mouse, whatever quotes they stand in. */
  async drag(words: string): Promise<void> {
    const [from, to] = await this.root.evaluate((root, wanted) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const nodes: { readonly node: Node; readonly start: number }[] = [];
      let text = '';
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (node.parentElement?.closest('.chunk') === null) continue;
        nodes.push({ node, start: text.length });
        text += node.textContent ?? '';
      }
      const at = text.indexOf(wanted);
      const letter = (place: number): DOMRect | undefined => {
        const found = nodes.findLast(({ start }) => start <= place);
        if (at < 0 || found === undefined) return undefined;
        const range = document.createRange();
        range.setStart(found.node, place - found.start);
        range.setEnd(found.node, place - found.start + 1);
        return range.getBoundingClientRect();
      };
      nodes.findLast(({ start }) => start <= at)?.node.parentElement?.scrollIntoView({ block: 'center' });
      const [first, last] = [letter(at), letter(at + wanted.length - 1)];
      if (first === undefined || last === undefined) return [];
      return [
        { x: first.left + 0.5, y: first.top + first.height / 2 },
        { x: last.right - 0.5, y: last.top + last.height / 2 },
      ];
    }, words);
    if (from === undefined || to === undefined) throw new Error(`The article has no “${words}”.`);
    await this.#page.mouse.move(from.x, from.y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(to.x, to.y, { steps: 4 });
    await expect(this.bar).toHaveCount(0);
    await this.#page.mouse.up();
    await expect(this.bar).toBeVisible();
  }

  /** A stretch of the article that is quoted and reads exactly so. */
  quote(text: string): Locator {
    return this.quotes.filter({ hasText: new RegExp(`^${escaped(text)}$`, 'u') });
  }

  /** How far the article is scrolled, CSS pixels. */
  scrolled(): Promise<number> {
    return this.root.evaluate((element) => element.scrollTop);
  }

  /** What Ctrl+C puts on the clipboard, as the page hands it over. */
  async copied(): Promise<Copied> {
    const handed = this.#page.evaluate(
      () =>
        new Promise<Copied>((resolve) => {
          addEventListener(
            'copy',
            ({ clipboardData }) => {
              resolve({
                plain: clipboardData?.getData('text/plain') ?? '',
                html: clipboardData?.getData('text/html') ?? '',
              });
            },
            { once: true },
          );
        }),
    );
    await this.#page.keyboard.press('ControlOrMeta+c');
    return handed;
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
