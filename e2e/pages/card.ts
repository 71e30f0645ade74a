// The card: what is known of the selected event, or of the time between two.
import type { Locator, Page } from '@playwright/test';

/** The card of one window. */
export class Card {
  readonly root: Locator;
  readonly heading: Locator;
  readonly lane: Locator;
  readonly date: Locator;
  /** What is doubtful about a date, beside it. */
  readonly doubts: Locator;
  /** The paragraphs of the description. */
  readonly description: Locator;
  /** The card while no event is selected. */
  readonly empty: Locator;
  /** The keys that an empty card names. */
  readonly hints: Locator;
  /** The keys that a comparison names. */
  readonly keys: Locator;

  constructor(page: Page) {
    this.root = page.locator('.card');
    this.heading = this.root.getByRole('heading', { level: 2 });
    this.lane = this.root.locator('.card-lane');
    this.date = this.root.locator('.card-date');
    this.doubts = this.root.locator('.pill');
    this.description = this.root.locator('.card-description p');
    this.empty = page.locator('.card-empty');
    this.hints = page.locator('.card-keys');
    this.keys = this.root.locator('.card-keys');
  }
}
