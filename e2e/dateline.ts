// Starts the real app for a test, with a data folder of its own, and holds every selector in one place.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { launchArguments } from '../scripts/launch.ts';
import type { Api } from '../src/shared/ipc.ts';

declare global {
  interface Window {
    readonly api: Api;
  }
}

const SELECTORS = {
  timeline: '.timeline',
  lane: '.vis-label',
  laneLabel: '.lane-label',
  lanesList: '.lanes-list',
  list: '.list table',
  listRow: '.list tbody tr[aria-rowindex]',
  listScroll: '.list-scroll',
  mark: '.mark',
  title: '.mark-title',
  date: '.mark-date',
  axisLabel: '.axis-label',
  axisDot: '.axis-mark',
  overview: '.overview',
  overviewFrame: '.overview-frame',
  overviewLane: '.overview-events path',
  toolbar: '.toolbar',
  panel: '.panel',
  card: '.card',
  doubt: '.pill',
  articles: '.articles',
  paragraph: '.chunk > p',
  quote: '.quote',
  selectedQuote: '.quote.selected',
  quoteStop: '.quote[tabindex]',
  note: '.note',
  noteInText: '.note-within',
  statusBar: '.status-bar',
  notice: '.notice',
  problem: '.problem',
  problemDetail: '.problem-details li',
  exportDialog: '.export-dialog',
  preview: '.preview-place',
  previewPicture: '.preview-picture',
  previewWords: '.preview-words',
  dropTarget: '.drop-target',
  foundMark: '.vis-item.found .mark',
  missedMark: '.vis-item.missed .mark',
  foundTick: '.overview-events .found',
  missedTick: '.overview-events .missed',
  findCount: '.find-count',
  eventsInView: '[data-testid="events-in-view"]',
  nothing: '.nothing',
  invitation: '.invitation',
  panelNotes: '.panel-notes',
} as const;

/** What a test may ask of the app's start. */
export interface StartOptions {
  /** Arguments after the app's own, e.g. a document. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly theme?: 'light' | 'dark';
  /** Size of the window's content in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Device pixels to a CSS pixel. */
  readonly scale?: number;
  /** Motion is off unless a test is about it. */
  readonly motion?: boolean;
  /** The data folder of an earlier start. */
  readonly dataFolder?: string;
}

/** The span of time in view, milliseconds UTC. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something that is dragged with the mouse. */
export interface Drag {
  readonly over: () => Promise<void>;
  readonly leave: () => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** One running app. */
export class Dateline {
  readonly requests: string[] = [];
  readonly problems: string[] = [];
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;

  private constructor(app: ElectronApplication, page: Page, dataFolder: string) {
    this.app = app;
    this.page = page;
    this.dataFolder = dataFolder;
  }

  /** Starts the built app and waits until it shows a document or a problem. */
  static async start(options: StartOptions = {}): Promise<Dateline> {
    const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'dateline-e2e-')));
    const app = await _electron.launch({
      args: [
        ...launchArguments(),
        `--user-data-dir=${dataFolder}`,
        ...(options.scale === undefined ? [] : [`--force-device-scale-factor=${options.scale}`]),
        '.',
        ...(options.args ?? []),
      ],
      env: { ...environment(), ...options.env },
    });
    const page = await app.firstWindow();
    const dateline = new Dateline(app, page, dataFolder);
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') dateline.problems.push(message.text());
    });
    page.on('pageerror', (error) => dateline.problems.push(String(error)));
    page.context().on('request', (request) => dateline.requests.push(request.url()));
    await page.emulateMedia({
      reducedMotion: options.motion === true ? 'no-preference' : 'reduce',
      ...(options.theme === undefined ? {} : { colorScheme: options.theme }),
    });
    if (options.size !== undefined) await dateline.resize(options.size.width, options.size.height);
    await page
      .locator(`${SELECTORS.timeline}[data-window], ${SELECTORS.problem}, ${SELECTORS.invitation}`)
      .waitFor();
    await dateline.settle();
    return dateline;
  }

  /** Closes the app; the data folder is removed unless it is wanted again. */
  async close({ keepData = false } = {}): Promise<void> {
    await this.app.close();
    if (!keepData) await rm(this.dataFolder, { recursive: true, force: true });
  }

  /** Sets the size of the window's content in CSS pixels. */
  async resize(width: number, height: number): Promise<void> {
    await this.app.evaluate(
      ({ BrowserWindow }, size) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setContentSize(size.width, size.height);
      },
      { width, height },
    );
    await this.page.waitForFunction((size) => innerWidth === size.width && innerHeight === size.height, {
      width,
      height,
    });
    await this.settle();
  }

  get timeline() {
    return this.page.locator(SELECTORS.timeline);
  }

  get lanes() {
    return this.page.locator(SELECTORS.lane);
  }

  /** The label of a lane, which is taken hold of, moved and hidden. */
  laneLabel(title: string) {
    return this.page.locator(SELECTORS.laneLabel).getByText(title, { exact: true });
  }

  /** Hides a lane by keyboard. */
  async hideLane(title: string): Promise<void> {
    await this.laneLabel(title).focus();
    await this.page.keyboard.press('h');
    await expect(this.laneLabel(title)).toHaveCount(0);
  }

  /** What stands over a view without events. */
  get nothing() {
    return this.page.locator(SELECTORS.nothing);
  }

  /** What stands in the place of a timeline without events. */
  get invitation() {
    return this.page.locator(SELECTORS.invitation);
  }

  /** The notes of a document that has no article. */
  get panelNotes() {
    return this.page.locator(SELECTORS.panelNotes);
  }

  /** Counts from now on how often that appears. */
  async countNothings(): Promise<() => Promise<number>> {
    const handle = await this.page.evaluateHandle((selector) => {
      const seen = { count: 0, now: document.querySelector(selector) !== null };
      new MutationObserver(() => {
        const isThere = document.querySelector(selector) !== null;
        if (isThere && !seen.now) seen.count += 1;
        seen.now = isThere;
      }).observe(document.body, { childList: true, subtree: true });
      return seen;
    }, SELECTORS.nothing);
    return () => handle.evaluate(({ count }) => count);
  }

  /** The titles of the lanes that are shown, from the top down. */
  laneTitles(): Promise<string[]> {
    return this.page.locator(SELECTORS.laneLabel).allTextContents();
  }

  /** The list of all lanes. */
  get lanesList() {
    return this.page.locator(SELECTORS.lanesList);
  }

  /** The table of events. */
  get list() {
    return this.page.locator(SELECTORS.list);
  }

  /** The rows of events that are drawn. */
  get listRows() {
    return this.page.locator(SELECTORS.listRow);
  }

  /** The row of an event, by its title. */
  listRow(title: string) {
    return this.listRows.filter({ has: this.page.getByRole('button', { name: title, exact: true }) });
  }

  /** The head of a column, which sorts by it. */
  listHead(name: string) {
    return this.list.getByRole('columnheader', { name, exact: true }).getByRole('button');
  }

  /** The titles of the rows that are drawn, from the top down. */
  listTitles(): Promise<string[]> {
    return this.listRows.locator('th').allTextContents();
  }

  get listScroll() {
    return this.page.locator(SELECTORS.listScroll);
  }

  /** Shows the list by keyboard. */
  async openList(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+l');
    await expect(this.list).toBeVisible();
  }

  /** The text on the clipboard. */
  clipboardText(): Promise<string> {
    return this.app.evaluate(async ({ clipboard }) => clipboard.readText());
  }

  get marks() {
    return this.page.locator(SELECTORS.mark);
  }

  /** The mark whose title is exactly this. */
  mark(title: string) {
    return this.marks.filter({ has: this.page.locator(SELECTORS.title).getByText(title, { exact: true }) });
  }

  get axisLabels() {
    return this.page.locator(SELECTORS.axisLabel);
  }

  get axisDots() {
    return this.page.locator(SELECTORS.axisDot);
  }

  get overview() {
    return this.page.locator(SELECTORS.overview);
  }

  /** Where the events of each lane lie in the overview. */
  get overviewLanes() {
    return this.page.locator(SELECTORS.overviewLane);
  }

  get toolbar() {
    return this.page.locator(SELECTORS.toolbar);
  }

  get overviewFrame() {
    return this.page.locator(SELECTORS.overviewFrame);
  }

  get card() {
    return this.page.locator(SELECTORS.card);
  }

  get panel() {
    return this.page.locator(SELECTORS.panel);
  }

  /** The line that can be moved between the timeline and the panel, or between the card and the article. */
  splitter(which: 'Panel width' | 'Card height') {
    return this.page.getByRole('separator', { name: which });
  }

  /** What is doubtful about a date, beside it. */
  get doubts() {
    return this.card.locator(SELECTORS.doubt);
  }

  /** The article that is shown. */
  get article() {
    return this.page.locator(SELECTORS.articles);
  }

  /** The paragraphs of the article, without its notes. */
  get paragraphs() {
    return this.article.locator(SELECTORS.paragraph);
  }

  get quotes() {
    return this.article.locator(SELECTORS.quote);
  }

  /** The stretches of the article that the selected event quotes. */
  get selectedQuotes() {
    return this.article.locator(SELECTORS.selectedQuote);
  }

  /** Where Tab stops in the article: once a quote. */
  get quoteStops() {
    return this.article.locator(SELECTORS.quoteStop);
  }

  /** A stretch of the article that is quoted and reads exactly so. */
  quote(text: string) {
    return this.quotes.filter({ hasText: new RegExp(`^${escaped(text)}$`, 'u') });
  }

  get notes() {
    return this.page.locator(SELECTORS.note);
  }

  /** The notes that stand between the paragraphs of the article. */
  get notesInText() {
    return this.article.locator(SELECTORS.noteInText);
  }

  get statusBar() {
    return this.page.locator(SELECTORS.statusBar);
  }

  /** What a screen reader was given to say last. */
  get announcement() {
    return this.page.locator('p[role="status"]');
  }

  /** How far the article is scrolled, CSS pixels. */
  scrolled(): Promise<number> {
    return this.article.evaluate((element) => element.scrollTop);
  }

  /** Enlarges everything by a factor, as a reader with weak eyes has it. */
  async enlargeText(factor: number): Promise<void> {
    await this.app.evaluate(({ BrowserWindow }, zoom) => {
      BrowserWindow.getAllWindows()
        .find((window) => window.isVisible())
        ?.webContents.setZoomFactor(zoom);
    }, factor);
    await this.page.waitForFunction(([zoom]) => Math.abs(outerWidth / innerWidth / zoom - 1) < 0.05, [
      factor,
    ] as const);
    await this.settle();
  }

  /** Chooses an item of the application menu by its command. */
  async chooseInMenu(command: string): Promise<void> {
    await this.app.evaluate(({ Menu }, id) => {
      Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
    }, command);
  }

  /** What Ctrl+C puts on the clipboard, as the page hands it over. */
  async copied(): Promise<{ plain: string; html: string }> {
    const handed = this.page.evaluate(
      () =>
        new Promise<{ plain: string; html: string }>((resolve) => {
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
    await this.page.keyboard.press('ControlOrMeta+c');
    return handed;
  }

  get notice() {
    return this.page.locator(SELECTORS.notice);
  }

  get problem() {
    return this.page.locator(SELECTORS.problem);
  }

  get problemDetails() {
    return this.page.locator(SELECTORS.problemDetail);
  }

  get eventsInView() {
    return this.page.locator(SELECTORS.eventsInView);
  }

  /** The search field. */
  get findField() {
    return this.page.getByRole('searchbox', { name: 'Find in events and articles' });
  }

  /** How much was found, and where in it the reader is. */
  get findCount() {
    return this.page.locator(SELECTORS.findCount);
  }

  get foundMarks() {
    return this.page.locator(SELECTORS.foundMark);
  }

  get missedMarks() {
    return this.page.locator(SELECTORS.missedMark);
  }

  get foundTicks() {
    return this.page.locator(SELECTORS.foundTick);
  }

  get missedTicks() {
    return this.page.locator(SELECTORS.missedTick);
  }

  /** The words that are marked as found: on the timeline, in the panel, or the passage gone to. */
  markedWords(where: 'found-marks' | 'found-words' | 'found-now'): Promise<string[]> {
    return this.page.evaluate((name) => {
      const words: string[] = [];
      CSS.highlights.get(name)?.forEach(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        words.push(range.toString());
      });
      return words;
    }, where);
  }

  /** Looks for something by keyboard alone, and waits until it says how much was found. */
  async find(query: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+f');
    await expect(this.findField).toBeFocused();
    await this.page.keyboard.type(query);
    await expect(this.findField).toHaveValue(query);
    await expect(this.findCount).toHaveText(/match|of/);
    // The count of the query before stands until then.
    await this.page.waitForTimeout(400);
  }

  get exportDialog() {
    return this.page.locator(SELECTORS.exportDialog);
  }

  get previewWords() {
    return this.page.locator(SELECTORS.previewWords);
  }

  get dropTarget() {
    return this.page.locator(SELECTORS.dropTarget);
  }

  /** One of the dialogs of the Help menu, by its heading. */
  dialog(name: 'Keyboard shortcuts' | 'About Dateline' | 'The timeline document') {
    return this.page.getByRole('dialog', { name, exact: true });
  }

  /** Chooses an item of the menu by its id. */
  async menu(id: string): Promise<void> {
    await this.app.evaluate(({ Menu }, wanted) => {
      Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click();
    }, id);
  }

  /** The labels of File, Open Recent as they are read. */
  recentMenu(): Promise<readonly string[]> {
    return this.app.evaluate(({ Menu }) => {
      const files = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&File');
      const recent = files?.submenu?.items.find(({ label }) => label === 'Open &Recent');
      const items = recent?.submenu?.items.filter(({ type }) => type === 'normal') ?? [];
      return items.map(({ label }) => label.replace(/&(.)/g, '$1'));
    });
  }

  /** Chooses an item of File, Open Recent. */
  async chooseRecent(label: string): Promise<void> {
    const place = (await this.recentMenu()).indexOf(label);
    await this.menu(label === 'Clear Recent' ? 'clear-recent' : `recent-${place}`);
  }

  /** Keeps the system from opening anything, and tells what it would have opened. */
  async watch(method: 'openPath' | 'openExternal' | 'showItemInFolder'): Promise<() => Promise<unknown>> {
    await this.app.evaluate(({ shell }, name) => {
      const opened: string[] = [];
      Reflect.set(globalThis, 'opened', opened);
      Reflect.set(shell, name, (what: string) => {
        opened.push(what);
        return Promise.resolve('');
      });
    }, method);
    return () => this.app.evaluate((): unknown => Reflect.get(globalThis, 'opened'));
  }

  /** Drags files, or text where there are none, as the system does: over the window, away again, or to a drop. */
  async drag(files: readonly string[]): Promise<Drag> {
    const session = await this.page.context().newCDPSession(this.page);
    const items = files.length > 0 ? [] : [{ mimeType: 'text/plain', data: 'text' }];
    const data = { items, files: [...files], dragOperationsMask: 1 };
    const send = async (type: 'dragEnter' | 'dragOver' | 'drop'): Promise<void> => {
      await session.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data });
    };
    return {
      over: async () => {
        await send('dragEnter');
        await send('dragOver');
        await expect(this.dropTarget).toBeVisible();
        // The answer of the page has to reach the browser before it takes a drop.
        await this.page.waitForTimeout(100);
      },
      // The protocol has no way out of the window.
      leave: () => this.page.locator('body').dispatchEvent('dragleave'),
      drop: () => send('drop'),
    };
  }

  /** A button of the export dialog. */
  exportButton(name: 'Export' | 'Copy' | 'Cancel') {
    return this.exportDialog.getByRole('button', { name, exact: true });
  }

  /** A text field of the export dialog. */
  exportField(label: 'From' | 'To' | 'Width' | 'Height' | 'Scale' | 'dpi') {
    return this.exportDialog.getByRole('textbox', { name: label, exact: true });
  }

  /** One of the words side by side in the export dialog. */
  exportChoice(legend: 'Format' | 'Content' | 'Theme' | 'Background', label: string) {
    return this.exportDialog
      .getByRole('group', { name: legend, exact: true })
      .getByText(label, { exact: true });
  }

  get exportSize() {
    return this.exportDialog.getByRole('combobox', { name: 'Size' });
  }

  get exportUnit() {
    return this.exportDialog.getByRole('combobox', { name: 'Unit' });
  }

  /** What can stand around the timeline of a figure. */
  exportPart(label: 'Title' | 'Legend' | 'Sources' | 'Credit' | 'Notes') {
    return this.exportDialog.getByRole('checkbox', { name: label, exact: true });
  }

  /** Opens the export dialog by keyboard. */
  async openExport(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+e');
    await expect(this.exportDialog).toBeVisible();
  }

  /** Chooses the timeline as it stands on the screen, at twice its size and with nothing around it. */
  async chooseBareView(): Promise<void> {
    await this.exportChoice('Format', 'PNG').click();
    await this.exportChoice('Content', 'View').click();
    await this.exportChoice('Theme', 'Match window').click();
    await this.exportChoice('Background', 'Solid').click();
    await this.exportSize.selectOption('Match window');
    await this.exportField('Scale').fill('2');
    for (const part of ['Title', 'Legend', 'Sources', 'Credit', 'Notes'] as const)
      await this.exportPart(part).uncheck();
  }

  /** The preview's picture once it has caught up with the choices, as a data address: equal where its pixels are. */
  async preview(): Promise<string> {
    await expect(this.page.locator(`${SELECTORS.preview}[aria-busy="false"]`)).toBeVisible();
    const look = () =>
      this.page.locator(SELECTORS.previewPicture).evaluate(
        (canvas) =>
          new Promise<string>((resolve) => {
            requestAnimationFrame(() => {
              resolve(canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : '');
            });
          }),
      );
    // The picture is decoded a moment after it has come.
    let last = await look();
    for (;;) {
      await this.page.waitForTimeout(100);
      const now = await look();
      if (now === last && now.length > 3_000) return now;
      last = now;
    }
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
  }

  /** Where the window's span is drawn: right of the lane labels, CSS pixels. */
  async plot(): Promise<{ readonly left: number; readonly width: number }> {
    const box = await this.page.locator('.axis').boundingBox();
    if (box === null) throw new Error('The axis is not drawn');
    // The axis begins with the line that parts it from the lane labels; vis-timeline draws a pixel beyond its end.
    return { left: box.x + 1, width: box.width };
  }

  /** The span of time that was drawn last. */
  async window(): Promise<Span> {
    const value = (await this.timeline.getAttribute('data-window')) ?? '';
    const [start, end] = value.split('/').map(Number);
    if (start === undefined || end === undefined)
      throw new Error(`The timeline shows no window: “${value}”.`);
    return { start, end };
  }

  /** Waits until the drawing has stood still for three frames. */
  async settle(): Promise<void> {
    await this.page.evaluate(
      (selector) =>
        new Promise<void>((resolve) => {
          let last = '';
          let still = 0;
          const look = () => {
            const element = document.querySelector<HTMLElement>(selector);
            const now = `${element?.dataset['window'] ?? ''} ${element?.clientWidth ?? 0}`;
            still = now === last ? still + 1 : 0;
            last = now;
            if (still >= 3) resolve();
            else requestAnimationFrame(look);
          };
          look();
        }),
      SELECTORS.timeline,
    );
  }

  /** Does something and tells how the window changed by it. */
  async change(action: () => Promise<void>): Promise<{ before: Span; after: Span }> {
    const before = await this.window();
    await action();
    await this.settle();
    return { before, after: await this.window() };
  }

  /** The size of the picture on the clipboard, image pixels. */
  clipboardPictureSize(): Promise<unknown> {
    return this.app.evaluate(async ({ clipboard, nativeImage }): Promise<unknown> => {
      // Electron 44 put `read` in the place of `readImage`, which its types no longer know.
      const readImage: unknown = Reflect.get(clipboard, 'readImage');
      if (typeof readImage === 'function') {
        const image: unknown = Reflect.apply(readImage, clipboard, []);
        const getSize: unknown = image instanceof Object && Reflect.get(image, 'getSize');
        const size: unknown = typeof getSize === 'function' && Reflect.apply(getSize, image, []);
        return size;
      }
      const [item] = await clipboard.read();
      const picture = await item?.getType('image/png');
      const bytes = (await picture?.arrayBuffer()) ?? new ArrayBuffer(0);
      return nativeImage.createFromBuffer(Buffer.from(bytes)).getSize();
    });
  }

  /** Makes the next save dialogs answer with this path, or as cancelled. */
  async answerSaveDialog(path: string | null): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () =>
        Promise.resolve(filePath === null ? { canceled: true, filePath: '' } : { canceled: false, filePath });
    }, path);
  }

  /** Makes the next open dialogs answer with this path, or as cancelled. */
  async answerOpenDialog(path: string | null): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = () =>
        Promise.resolve(
          filePath === null ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [filePath] },
        );
    }, path);
  }
}

/** The marks of the events in the window of any Dateline, however it was started. */
export const marksOn = (page: Page) => page.locator(SELECTORS.mark);

/** A test with the app started plainly; whatever it logs as an error fails the test. */
export const test = base.extend<{ dateline: Dateline }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
  dateline: async ({}, use) => {
    const dateline = await Dateline.start({ size: { width: 1440, height: 900 } });
    await use(dateline);
    const { problems } = dateline;
    await dateline.close();
    expect(problems).toEqual([]);
  },
});

export { expect };

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
