// The search: its field, its count, and the words that it marks.
import { expect, type Locator, type Page } from '@playwright/test';

/** The search of one window. */
export class Find {
  readonly field: Locator;
  /** How much was found, and where in it the reader is. */
  readonly count: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.field = page.getByRole('searchbox', { name: 'Find in events and articles' });
    this.count = page.locator('.find-count');
  }

  /** Looks for something by keyboard alone, and waits until it says how much was found. */
  async type(query: string): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+f');
    await expect(this.field).toBeFocused();
    await this.#page.keyboard.type(query);
    await expect(this.field).toHaveValue(query);
    // The count of the query before stands until then.
    await expect(this.count).toHaveAttribute('aria-busy', 'false');
    await expect(this.count).toHaveText(/match|of/);
  }

  /** The words that are marked as found: on the timeline, in the panel, or the passage gone to. */
  markedWords(where: 'found-marks' | 'found-words' | 'found-now'): Promise<string[]> {
    return this.#page.evaluate((name) => {
      const words: string[] = [];
      CSS.highlights.get(name)?.forEach(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        words.push(range.toString());
      });
      return words;
    }, where);
  }
}
