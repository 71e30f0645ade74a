// The timeline: its marks, its axis and the span of time in view. No other file of the tests knows how they are drawn.
import type { Locator, Page } from '@playwright/test';

/** What the timeline is drawn with, for code that a test runs inside the page. */
export const TIMELINE_PARTS = {
  root: '.timeline',
  scroll: '.timeline-scroll',
  mark: '.mark',
  title: '.mark-title',
  date: '.mark-date',
  major: '.axis-major',
  minor: '.axis-minor',
  axisLabel: '.axis-label',
} as const;

/** The span of time in view, milliseconds UTC. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The bar of a mark, CSS pixels from the left of the page. */
export interface Bar {
  readonly left: number;
  readonly right: number;
  /** Whether its label stands within it; otherwise beside. */
  readonly bearsLabel: boolean;
}

/** The marks of the events in the window of any Dateline, however it was started. */
export const marksOn = (page: Page): Locator => page.locator(TIMELINE_PARTS.mark);

/** The timeline of one window. */
export class Timeline {
  readonly root: Locator;
  readonly marks: Locator;
  readonly selectedMarks: Locator;
  readonly focusedMark: Locator;
  readonly foundMarks: Locator;
  readonly missedMarks: Locator;
  readonly axisLabels: Locator;
  /** The dots and bars of the marks. */
  readonly shapes: Locator;
  /** What stands for a single day. */
  readonly daySigns: Locator;
  /** How many events lie beyond the window, as the buttons that lead to the nearest. */
  readonly edges: Locator;
  /** What is said at once of what the pointer is over. */
  readonly hoverCard: Locator;
  /** The dates on the axis of what is selected, has the focus or is pointed at. */
  readonly guideDates: Locator;
  /** The distance between two events that are compared. */
  readonly distance: Locator;
  /** The menu of a mark. */
  readonly menu: Locator;
  /** What stands over a view without events. */
  readonly nothing: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.root = page.locator(TIMELINE_PARTS.root);
    this.marks = marksOn(page);
    this.selectedMarks = page.locator('.mark.selected');
    this.focusedMark = page.locator('.mark:focus');
    this.foundMarks = page.locator('.vis-item.found .mark');
    this.missedMarks = page.locator('.vis-item.missed .mark');
    this.axisLabels = page.locator(TIMELINE_PARTS.axisLabel);
    this.shapes = page.locator('.vis-item .mark-shape');
    this.daySigns = page.locator('.dot .mark-shape');
    this.edges = page.locator('.edge');
    this.hoverCard = page.locator('.hover-card');
    this.guideDates = page.locator('.guide-date');
    this.distance = page.locator('.bracket-words');
    this.menu = page.locator('.event-menu');
    this.nothing = page.locator('.nothing');
  }

  /** The mark whose title is exactly this. */
  mark(title: string): Locator {
    return this.marks.filter({
      has: this.#page.locator(TIMELINE_PARTS.title).getByText(title, { exact: true }),
    });
  }

  /** The dot or bar of the mark whose title is exactly this. */
  shape(title: string): Locator {
    return this.#page
      .locator('.vis-item')
      .filter({ has: this.#page.locator(TIMELINE_PARTS.title).getByText(title, { exact: true }) })
      .locator('.mark-shape');
  }

  /** The titles in some marks. */
  titlesIn(marks: Locator): Locator {
    return marks.locator(TIMELINE_PARTS.title);
  }

  /** The dates in some marks. */
  datesIn(marks: Locator): Locator {
    return marks.locator(TIMELINE_PARTS.date);
  }

  /** Selects an event by a click on its mark. */
  async select(title: string): Promise<void> {
    await this.mark(title).click();
  }

  /** Compares the selected event with another by a click with Shift on its mark. */
  async compareWith(title: string): Promise<void> {
    await this.mark(title).click({ modifiers: ['Shift'] });
  }

  /** The colour of a mark's edge: that of its lane. */
  edgeColour(title: string): Promise<string> {
    return this.mark(title).evaluate((mark) =>
      getComputedStyle(mark.closest('.vis-item') ?? mark)
        .getPropertyValue('--edge')
        .trim(),
    );
  }

  /** The bars that are drawn for the dates of the marks. */
  bars(): Promise<Bar[]> {
    return this.#page.locator('.bar .mark-shape').evaluateAll((shapes) =>
      shapes.map((element) => {
        const { left, right } = element.getBoundingClientRect();
        return { left, right, bearsLabel: element.closest('.label-inside') !== null };
      }),
    );
  }

  /** How strongly the first strip is drawn where it is drawn strongest, 0 to 255. */
  stripStrength(): Promise<number> {
    return this.#page
      .locator('canvas.strip')
      .first()
      .evaluate((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) throw new Error('A strip is not a canvas.');
        // A copy: Chromium warns of a canvas that is read again and again.
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', {
          willReadFrequently: true,
        });
        copy?.drawImage(canvas, 0, 0);
        const pixels = copy?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        let most = 0;
        for (let alpha = 3; alpha < pixels.length; alpha += 4) most = Math.max(most, pixels[alpha] ?? 0);
        return most;
      });
  }

  /** Clicks a dot or a column of the first lane that has a strip. */
  async clickColumn(): Promise<void> {
    const { x, y } = await this.pointAtColumn();
    await this.#page.mouse.click(x, y);
  }

  /** Moves the pointer over a dot or a column of the first lane that has a strip; gives its place in the page. */
  async pointAtColumn(): Promise<{ readonly x: number; readonly y: number }> {
    const { left, width } = await this.plot();
    const strip = await this.#page.locator('canvas.strip').first().boundingBox();
    if (strip === null) throw new Error('No lane has a strip.');
    const y = strip.y + strip.height - 7;
    for (let x = left + width / 4; x < left + width; x += 4) {
      await this.#page.mouse.move(x, y);
      if ((await this.root.getAttribute('data-over-box')) !== null) return { x, y };
    }
    throw new Error('Nothing of a strip is under the pointer.');
  }

  /** Scrolls the lanes, where there are more than have room: CSS pixels from the top of the first. */
  async scrollTo(top: number): Promise<void> {
    await this.#page.locator(TIMELINE_PARTS.scroll).evaluate((scroller, pixels) => {
      scroller.scrollTop = pixels;
    }, top);
  }

  /** Where the lanes begin to be in sight, CSS pixels from the top of the page. */
  async lanesTop(): Promise<number | undefined> {
    return (await this.#page.locator(TIMELINE_PARTS.scroll).boundingBox())?.y;
  }

  async zoomIn(): Promise<void> {
    await this.#press('Zoom in');
  }

  async zoomOut(): Promise<void> {
    await this.#press('Zoom out');
  }

  async showAll(): Promise<void> {
    await this.#press('All');
  }

  async show(length: 'Year' | 'Month' | 'Week' | 'Day'): Promise<void> {
    await this.#press(length);
  }

  /** Counts from now on how often the view is said to be without events. */
  async countNothings(): Promise<() => Promise<number>> {
    const handle = await this.#page.evaluateHandle((selector) => {
      const seen = { count: 0, now: document.querySelector(selector) !== null };
      new MutationObserver(() => {
        const isThere = document.querySelector(selector) !== null;
        if (isThere && !seen.now) seen.count += 1;
        seen.now = isThere;
      }).observe(document.body, { childList: true, subtree: true });
      return seen;
    }, '.nothing');
    return () => handle.evaluate(({ count }) => count);
  }

  /** Counts from now on how many spans of time are drawn. */
  async countWindows(): Promise<() => Promise<number>> {
    const handle = await this.root.evaluateHandle((element) => {
      const seen = new Set<string | null>();
      new MutationObserver(() => seen.add(element.getAttribute('data-window'))).observe(element, {
        attributeFilter: ['data-window'],
      });
      return seen;
    });
    return () => handle.evaluate(({ size }) => size);
  }

  /** Where the window's span is drawn: right of the lane labels, CSS pixels. */
  async plot(): Promise<{ readonly left: number; readonly width: number }> {
    const box = await this.#page.locator('.axis').boundingBox();
    if (box === null) throw new Error('The axis is not drawn');
    // The axis begins with the line that parts it from the lane labels; vis-timeline draws a pixel beyond its end.
    return { left: box.x + 1, width: box.width };
  }

  /** The span of time that was drawn last. */
  async window(): Promise<Span> {
    const value = (await this.root.getAttribute('data-window')) ?? '';
    const [start, end] = value.split('/').map(Number);
    if (start === undefined || end === undefined)
      throw new Error(`The timeline shows no window: “${value}”.`);
    return { start, end };
  }

  /** Waits until the drawing has stood still for three frames. */
  async settle(): Promise<void> {
    await this.#page.evaluate(
      (selector) =>
        new Promise<void>((resolve) => {
          let last = '';
          let still = 0;
          const look = () => {
            const element = document.querySelector<HTMLElement>(selector);
            const now = `${element?.dataset['window'] ?? ''} ${element?.clientWidth ?? 0}`;
            const isWhole = element?.hasAttribute('data-stand-in') !== true;
            still = isWhole && now === last ? still + 1 : 0;
            last = now;
            if (still >= 3) resolve();
            else requestAnimationFrame(look);
          };
          look();
        }),
      TIMELINE_PARTS.root,
    );
  }

  /** Does something and tells how the window changed by it. */
  async change(action: () => Promise<void>): Promise<{ before: Span; after: Span }> {
    const before = await this.window();
    await action();
    await this.settle();
    return { before, after: await this.window() };
  }

  async #press(name: string): Promise<void> {
    await this.#page.getByRole('button', { name, exact: true }).click();
  }
}
