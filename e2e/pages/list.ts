// The list: the events as a table in the place of the timeline.
import { expect, type Locator, type Page } from '@playwright/test';

/** The list of events of one window. */
export class EventList {
  readonly table: Locator;
  /** The rows of events that are drawn. */
  readonly rows: Locator;
  readonly scroll: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.table = page.locator('.list table');
    this.rows = page.locator('.list tbody tr[aria-rowindex]');
    this.scroll = page.locator('.list-scroll');
  }

  /** Shows the list by keyboard. */
  async open(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+l');
    await expect(this.table).toBeVisible();
  }

  /** The row of an event, by its title. */
  row(title: string): Locator {
    return this.rows.filter({ has: this.#page.getByRole('button', { name: title, exact: true }) });
  }

  /** The head of a column, which sorts by it. */
  head(name: string): Locator {
    return this.table.getByRole('columnheader', { name, exact: true }).getByRole('button');
  }

  /** The titles of the rows that are drawn, from the top down. */
  titles(): Promise<string[]> {
    return this.rows.locator('th').allTextContents();
  }
}
