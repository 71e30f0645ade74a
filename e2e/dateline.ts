// Starts the real app for a test; e2e/pages/ has what its window holds, a file for each feature.
import { readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test as base, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import type { Api } from '../src/shared/ipc.ts';
import { isolate } from '../src/shared/isolate.ts';
import { Article } from './pages/article.ts';
import { Card } from './pages/card.ts';
import { dropTargetOn, startDrag, type Drag } from './pages/drag.ts';
import { ExportDialog } from './pages/export-dialog.ts';
import { Find } from './pages/find.ts';
import { Lanes } from './pages/lanes.ts';
import { launch, type Launched, type StartOptions } from './pages/launch.ts';
import { EventList } from './pages/list.ts';
import { AppMenu } from './pages/menu.ts';
import { Overview } from './pages/overview.ts';
import { Panel } from './pages/panel.ts';
import { comesToStand, putBack, rememberFunctions, standingOf, type Standing } from './pages/standing.ts';
import { System } from './pages/system.ts';
import { Timeline } from './pages/timeline.ts';

declare global {
  interface Window {
    readonly api: Api;
  }
}

export type { Splitter } from './pages/panel.ts';
export { marksOn, TIMELINE_PARTS, type Span } from './pages/timeline.ts';
export { expect };

/** One running app. */
export class Dateline {
  readonly requests: string[] = [];
  readonly problems: string[] = [];
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;

  readonly timeline: Timeline;
  readonly overview: Overview;
  readonly lanes: Lanes;
  readonly list: EventList;
  readonly panel: Panel;
  readonly card: Card;
  readonly article: Article;
  readonly find: Find;
  readonly exportDialog: ExportDialog;
  readonly menu: AppMenu;
  readonly system: System;

  readonly toolbar: Locator;
  readonly statusBar: Locator;
  readonly eventsInView: Locator;
  /** What a screen reader was given to say last. */
  readonly announcement: Locator;
  readonly notice: Locator;
  /** What stands in the place of a document that cannot be opened. */
  readonly problem: Locator;
  readonly problemDetails: Locator;
  /** What stands in the place of a timeline without events. */
  readonly invitation: Locator;
  readonly dropTarget: Locator;

  private constructor({ app, page, dataFolder }: Launched) {
    this.app = app;
    this.page = page;
    this.dataFolder = dataFolder;
    this.timeline = new Timeline(page);
    this.overview = new Overview(page);
    this.lanes = new Lanes(page);
    this.list = new EventList(page);
    this.panel = new Panel(page);
    this.card = new Card(page);
    this.article = new Article(page);
    this.find = new Find(page);
    this.exportDialog = new ExportDialog(page);
    this.menu = new AppMenu(app);
    this.system = new System(app);
    this.toolbar = page.locator('.toolbar');
    this.statusBar = page.locator('.status-bar');
    this.eventsInView = page.getByTestId('events-in-view');
    this.announcement = page.locator('p[role="status"]');
    this.notice = page.locator('.notice');
    this.problem = page.locator('.problem');
    this.problemDetails = page.locator('.problem-details li');
    this.invitation = page.locator('.invitation');
    this.dropTarget = dropTargetOn(page);
  }

  /** Starts the built app and, as a rule, waits until it shows a document or a problem. */
  static async start(options: StartOptions = {}): Promise<Dateline> {
    const dateline = new Dateline(await launch(options));
    const { page, problems, requests } = dateline;
    await dateline.system.cancelBoxes();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(String(error)));
    page.context().on('request', (request) => requests.push(request.url()));
    await page.emulateMedia({
      reducedMotion: options.motion === true ? 'no-preference' : 'reduce',
      ...(options.theme === undefined ? {} : { colorScheme: options.theme }),
    });
    if (options.size !== undefined) await dateline.resize(options.size.width, options.size.height);
    if (options.waits !== false) await dateline.ready();
    return dateline;
  }

  /** Waits until the window shows a document or a problem. */
  async ready(): Promise<void> {
    await this.page.locator('.timeline[data-window], .list table, .problem, .invitation').waitFor();
    await this.timeline.settle();
    // The menu is built once the first picture is drawn.
    await expect.poll(() => this.app.evaluate(({ Menu }) => Menu.getApplicationMenu() !== null)).toBe(true);
  }

  /** Opens a document from the window, and waits until it is shown. */
  async open(path: string): Promise<void> {
    const { title } = JSON.parse(await readFile(path, 'utf8')) as { readonly title: string };
    await this.system.answerOpenDialog(resolve(path));
    await this.page.keyboard.press('ControlOrMeta+o');
    // A large document takes a busy machine a while.
    await expect(this.page).toHaveTitle(`${isolate(title)} – Dateline`, { timeout: 30_000 });
    await this.ready();
  }

  /** Closes the app without saving; the data folder is removed unless it is wanted again. */
  async close({ keepData = false } = {}): Promise<void> {
    // An app that has ended asks nothing any more.
    await this.system.answerBoxes('Don’t Save').catch(() => undefined);
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
    await this.timeline.settle();
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
    await this.timeline.settle();
  }

  /** A button, wherever it stands. */
  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
  }

  /** One of the dialogs of the Help menu, by its heading. */
  dialog(name: 'Keyboard shortcuts' | 'About Dateline' | 'The timeline document'): Locator {
    return this.page.getByRole('dialog', { name, exact: true });
  }

  /** Takes hold of files, or of text where there are none, to drag them onto the window. */
  drag(files: readonly string[]): Promise<Drag> {
    return startDrag(this.page, files);
  }
}

/** An app that tests of a file share, and how it first stood. */
interface Taken {
  readonly file: string;
  readonly dateline: Dateline;
  readonly fresh: Standing;
}

/** The app in which the tests of a file run one after the other, each in a window as it first opens. */
class SharedApp {
  #taken: Taken | undefined;

  /**
   * Gives the app to a test. It is started again for another file, and where the test before left something that
   * cannot be put back.
   */
  async take(file: string, figures: 'none' | 'any'): Promise<Dateline> {
    const before = this.#taken;
    if (before?.file === file && (await this.#putBack(before, figures))) {
      const { dateline } = before;
      expect(dateline.problems, 'what the test before left').toEqual([]);
      dateline.requests.length = 0;
      return dateline;
    }
    await this.end();
    const dateline = await Dateline.start({ size: SIZE });
    await rememberFunctions(dateline.app);
    this.#taken = { file, dateline, fresh: await standingOf(dateline.app, dateline.page) };
    return dateline;
  }

  async end(): Promise<void> {
    const dateline = this.#taken?.dateline;
    this.#taken = undefined;
    await dateline?.close();
    expect(dateline?.problems ?? []).toEqual([]);
  }

  /** Puts the app back to how it first stood; whether nobody can see a difference. */
  async #putBack({ dateline, fresh }: Taken, figures: 'none' | 'any'): Promise<boolean> {
    const { app, page } = dateline;
    const { lastFigure } = await standingOf(app, page);
    if (figures === 'none' && lastFigure !== null) return false;
    await putBack(app, page);
    await dateline.resize(SIZE.width, SIZE.height);
    await dateline.ready();
    return comesToStand(app, page, { ...fresh, lastFigure });
  }
}

const SIZE = { width: 1440, height: 900 } as const;

/** What a file of tests may ask of the app that its tests are given. */
interface AppOptions {
  /** Whether each test has an app of its own. */
  readonly ownApp: boolean;
  /** Which figure may have been exported last: an app forgets that only when it ends. */
  readonly lastFigure: 'none' | 'any';
}

/** A test with the app as it opens on the example. Whatever the page logs as an error fails the test. */
export const test = base.extend<
  AppOptions & { readonly dateline: Dateline },
  { readonly sharedApp: SharedApp }
>({
  ownApp: [false, { option: true }],
  lastFigure: ['none', { option: true }],
  sharedApp: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const shared = new SharedApp();
      await use(shared);
      await shared.end();
    },
    { scope: 'worker' },
  ],
  dateline: async ({ sharedApp, ownApp, lastFigure }, use, { file }) => {
    const dateline = ownApp ? await Dateline.start({ size: SIZE }) : await sharedApp.take(file, lastFigure);
    await use(dateline);
    if (ownApp) await dateline.close();
    expect(dateline.problems).toEqual([]);
  },
});
