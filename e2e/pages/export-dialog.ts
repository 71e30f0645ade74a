// The export dialog: its choices, its preview and its buttons.
import { expect, type Locator, type Page } from '@playwright/test';

/** The export dialog of one window. */
export class ExportDialog {
  readonly root: Locator;
  readonly size: Locator;
  readonly unit: Locator;
  readonly events: Locator;
  readonly importance: Locator;
  readonly fold: Locator;
  readonly distance: Locator;
  readonly progress: Locator;
  readonly previewWords: Locator;
  /** The button that shows the preview at 100 %, and the key that does the same. */
  readonly enlarge: Locator;
  /** Where the preview stands: at 100 %, a part of it. */
  readonly sight: Locator;
  /** The bar that says that the preview is still being drawn. */
  readonly previewProgress: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.enlarge = page.getByRole('button', { name: '100 %', exact: true });
    this.sight = page.locator('.preview-place');
    this.previewProgress = page.getByRole('progressbar', { name: 'Drawing the preview' });
    this.root = page.locator('.export-dialog');
    this.size = this.root.getByRole('combobox', { name: 'Size' });
    this.unit = this.root.getByRole('combobox', { name: 'Unit' });
    this.events = this.root.getByRole('combobox', { name: 'Events' });
    this.importance = this.root.getByRole('combobox', { name: 'Importance' });
    this.fold = this.root.getByRole('checkbox', { name: 'Fold long empty spans' });
    this.distance = this.root.getByRole('checkbox', { name: 'Distance' });
    this.progress = this.root.locator('footer').getByRole('progressbar');
    this.previewWords = page.locator('.preview-words');
  }

  /** Opens the dialog by keyboard. */
  async open(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+e');
    await expect(this.root).toBeVisible();
  }

  button(name: 'Export' | 'Copy' | 'Print' | 'Cancel'): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  field(label: 'From' | 'To' | 'Width' | 'Height' | 'Scale' | 'dpi'): Locator {
    return this.root.getByRole('textbox', { name: label, exact: true });
  }

  /** A field for the figure's own words. */
  words(label: 'Title' | 'Subtitle' | 'Credit'): Locator {
    return this.root.getByRole('textbox', { name: label, exact: true });
  }

  /** One of the words side by side. */
  choice(
    legend: 'Format' | 'Content' | 'Text size' | 'Theme' | 'Background' | 'Style',
    label: string,
  ): Locator {
    return this.root.getByRole('group', { name: legend, exact: true }).getByText(label, { exact: true });
  }

  /** What can stand around the timeline of a figure. */
  part(label: 'Title' | 'Legend' | 'Sources' | 'Credit' | 'Notes'): Locator {
    return this.root.getByRole('checkbox', { name: label, exact: true });
  }

  /** Chooses the timeline as it stands on the screen, at twice its size and with nothing around it. */
  async chooseBareView(): Promise<void> {
    await this.choice('Format', 'PNG').click();
    await this.choice('Content', 'View').click();
    await this.choice('Theme', 'Match window').click();
    await this.choice('Background', 'Solid').click();
    await this.size.selectOption('Match window');
    await this.field('Scale').fill('2');
    for (const part of ['Title', 'Legend', 'Sources', 'Credit', 'Notes'] as const)
      await this.part(part).uncheck();
  }

  /** The preview's canvas once it has caught up with the choices. */
  async picture(): Promise<Locator> {
    // The picture is decoded a moment after it has come.
    const picture = this.#page.locator(
      '.preview-place[aria-busy="false"] > .preview-picture[aria-busy="false"]',
    );
    // A figure takes its time on a busy machine.
    await expect(picture).toBeVisible({ timeout: 20_000 });
    return picture;
  }

  /** The preview's picture once it has caught up with the choices, as a data address: equal where its pixels are. */
  async preview(): Promise<string> {
    const address = await (
      await this.picture()
    ).evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : ''));
    expect(address.length, 'the picture is not blank').toBeGreaterThan(3_000);
    return address;
  }
}
