// The article in the panel: its paragraphs, its quotes and the notes between them.
import type { Locator, Page } from '@playwright/test';

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
