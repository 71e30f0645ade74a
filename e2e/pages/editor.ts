// The editor of an event in the card, and the tray.
import { expect, type Locator, type Page } from '@playwright/test';

/** The editor of one window. */
export class Editor {
  readonly form: Locator;
  readonly title: Locator;
  readonly date: Locator;
  /** What the date field understood, or what is wrong. */
  readonly dateWords: Locator;
  readonly lane: Locator;
  readonly problem: Locator;
  readonly tray: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.form = page.getByRole('form', { name: 'Edit event' });
    this.title = this.form.getByRole('textbox', { name: 'Title', exact: true });
    this.date = this.form.locator('input[name="date"]');
    this.dateWords = this.form.locator('.date-words, .kept-problem').first();
    this.lane = this.form.getByRole('combobox', { name: 'Lane' });
    this.problem = this.form.getByRole('alert');
    this.tray = page.locator('.tray-button');
  }

  /** A field by its label. */
  field(label: string): Locator {
    return this.form.getByLabel(label, { exact: true });
  }

  /** Adds an event by keyboard alone, with a title and a date as they are typed, and leaves the editor. */
  async add(title: string, date: string, lane?: string): Promise<void> {
    await this.#page.keyboard.press('a');
    await expect(this.title).toBeFocused();
    await this.#page.keyboard.type(title);
    await this.#page.keyboard.press('Tab');
    await this.#page.keyboard.press('ControlOrMeta+a');
    await this.#page.keyboard.type(date);
    await this.#page.keyboard.press('Tab');
    if (lane !== undefined) {
      await this.lane.focus();
      await this.#page.keyboard.press('ControlOrMeta+a');
      await this.#page.keyboard.type(lane);
    }
    await this.#page.keyboard.press('Escape');
    await this.form.waitFor({ state: 'detached' });
  }
}
