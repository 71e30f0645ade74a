// The list: the events as a table in the place of the timeline.
import { expect, type Locator, type Page } from '@playwright/test';

/** The list of events of one window. */
export class EventList {
  readonly table: Locator;
  /** The rows of events that are drawn. */
  readonly rows: Locator;
  readonly scroll: Locator;
  /** The bar over the chosen rows. */
  readonly bar: Locator;
  /** The field of the cell that is typed in. */
  readonly field: Locator;
  /** What is said below it. */
  readonly hint: Locator;
  /** The button of the last row. */
  readonly add: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.table = page.locator('.list table');
    this.rows = page.locator('.list tbody tr[data-index]');
    this.scroll = page.locator('.list-scroll');
    this.bar = page.getByRole('toolbar', { name: 'Chosen events' });
    this.field = page.locator('.cell-field input');
    this.hint = page.locator('.cell-hint');
    this.add = this.table.getByRole('button', { name: 'Add an event…' });
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

  /** A cell, by the title of its event and its column: `date`, `title`, `lane`. */
  cell(title: string, column: string): Locator {
    return this.row(title).locator(`[data-column="${column}"]`);
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
