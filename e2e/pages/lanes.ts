// The lanes: their labels at the left of the timeline, and the list that shows and hides them.
import { expect, type Locator, type Page } from '@playwright/test';

/** The lanes of one window. */
export class Lanes {
  /** The lanes that are shown, as the timeline labels them. */
  readonly rows: Locator;
  /** The list of all lanes. */
  readonly list: Locator;
  readonly #page: Page;
  readonly #labels: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.rows = page.locator('.vis-label');
    this.list = page.locator('.lanes-list');
    this.#labels = page.locator('.lane-label');
  }

  /** The label of a lane, which is taken hold of, moved and hidden. */
  label(title: string): Locator {
    return this.#labels.getByText(title, { exact: true });
  }

  /** Hides a lane by keyboard. */
  async hide(title: string): Promise<void> {
    await this.label(title).focus();
    await this.#page.keyboard.press('h');
    await expect(this.label(title)).toHaveCount(0);
  }

  /** The titles of the lanes that are shown, from the top down. */
  titles(): Promise<string[]> {
    return this.#labels.allTextContents();
  }
}
