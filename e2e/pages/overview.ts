// The overview: the whole time as a strip below the timeline, with the part in view framed.
import type { Locator, Page } from '@playwright/test';

/** The overview of one window. */
export class Overview {
  readonly root: Locator;
  readonly frame: Locator;
  /** Where the events of each lane lie. */
  readonly lanes: Locator;
  readonly foundTicks: Locator;
  readonly missedTicks: Locator;

  constructor(page: Page) {
    this.root = page.locator('.overview');
    this.frame = page.locator('.overview-frame');
    this.lanes = page.locator('.overview-events path');
    this.foundTicks = page.locator('.overview-events .found');
    this.missedTicks = page.locator('.overview-events .missed');
  }
}
