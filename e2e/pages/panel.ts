// The panel beside the timeline: the card above, the article below, and the lines that part them.
import type { Locator, Page } from '@playwright/test';

/** A line that can be moved: between the timeline and the panel, or between the card and the article. */
export type Splitter = 'Panel width' | 'Card height';

/** The panel of one window. */
export class Panel {
  readonly root: Locator;
  /** The notes of a document that has no article. */
  readonly notes: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.root = page.locator('.panel');
    this.notes = page.locator('.panel-notes');
  }

  splitter(which: Splitter): Locator {
    return this.#page.getByRole('separator', { name: which });
  }
}
