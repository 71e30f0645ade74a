// A reader without a plan: a thousand keys, clicks, drags and wheel turns break nothing, in whatever order.
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { syntheticDocument } from '../bench/synthetic.ts';
import { Dateline, expect, test } from './dateline.ts';
import { walk, type Action, type Aim, type Modifier, type Spot } from './walk.ts';

/** Another seed is another walk: `DATELINE_WALK_SEED=7 npx playwright test walk`. */
const SEED = Number(process.env['DATELINE_WALK_SEED'] ?? 1);
const STEPS = 1_000;
// They take some ten seconds each where nothing else runs.
test.setTimeout(180_000);
/** How many of the last steps are printed when a walk fails. */
const PRINTED = 20;

let dateline: Dateline | undefined;
let folder: string;
/** What has been done so far. */
let done: Action[];

test.beforeEach(async () => {
  done = [];
  folder = await mkdtemp(join(tmpdir(), 'dateline-walk-'));
});

// eslint-disable-next-line no-empty-pattern -- Playwright reads a hook's needs from this pattern
test.afterEach(async ({}, { status, expectedStatus }) => {
  if (status !== expectedStatus) {
    const last = done.slice(-PRINTED).map((action) => `  ${JSON.stringify(action)}`);
    process.stdout.write(
      `Seed ${SEED}, failed by step ${done.length} of ${STEPS}. The last:\n${last.join('\n')}\n`,
    );
  }
  await dateline?.close();
  await rm(folder, { recursive: true, force: true });
});

test('a thousand random steps over the bundled article', async () => {
  await wander('resources/article.dateline', 5);
});

test('a thousand random steps over a thousand events', async () => {
  const path = join(folder, 'thousand.dateline');
  await writeFile(path, JSON.stringify(syntheticDocument(1_000)));
  await wander(path, 1_000);
});

async function wander(source: string, events: number): Promise<void> {
  // The walk edits what it walks over, and may save it.
  const path = join(folder, 'walked.dateline');
  await copyFile(source, path);
  dateline = await Dateline.start({ args: [path], size: { width: 1024, height: 640 } });
  const { page } = dateline;
  const faults = await watch(dateline, path);
  const session = await page.context().newCDPSession(page);
  // A drag of the system's would wait for a mouse button that is never let go: what is dragged is dropped here.
  let dropped: Promise<unknown> = Promise.resolve();
  session.on('Input.dragIntercepted', ({ data }) => {
    const drag = { x: 500, y: 300, data };
    const types = ['dragEnter', 'dragOver', 'drop'] as const;
    dropped = Promise.all(types.map((type) => session.send('Input.dispatchDragEvent', { type, ...drag })));
  });
  await session.send('Input.setInterceptDrags', { enabled: true });
  for (const actions of walk(SEED, STEPS)) {
    done.push(...actions);
    await act(session, page, actions);
    await dropped;
    expect(faults).toEqual([]);
  }
  await comeHome(dateline);
  // The document as it was opens as it did, whatever the walk made of it.
  await dateline.menu.choose('open-bundled-document');
  await expect(page).toHaveTitle('CSTO Mechanisms to be Launched on Kyrgyz-Tajik Border – Dateline');
  await copyFile(source, path);
  await dateline.open(path);
  await comeHome(dateline);
  const count = events.toLocaleString('en');
  await expect(dateline.eventsInView).toHaveText(`${count} of ${count} events in view`);
  await expect(dateline.timeline.marks).not.toHaveCount(0);
  expect(faults).toEqual([]);
}

/** Gathers all that must not happen; answers what would wait for a person, and lets nothing out of the app. */
async function watch({ app, page }: Dateline, document: string): Promise<readonly string[]> {
  const faults: string[] = [];
  const context = page.context();
  context.on('console', (message) => {
    const isFault = message.type() === 'error' || message.type() === 'warning';
    if (isFault) faults.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) =>
    faults.push(`uncaught in a page: ${error.error().stack ?? String(error.error())}`),
  );
  page.on('crash', () => faults.push('the page crashed'));
  app.on('close', () => faults.push('the app ended'));
  app.on('console', (message) => {
    if (message.text().startsWith(MAIN)) faults.push(message.text());
  });
  await app.evaluate(
    ({ app: electron, dialog, shell }, { prefix, paths }) => {
      const report = (...words: readonly unknown[]) => {
        // eslint-disable-next-line no-console -- the way from main to Playwright
        console.log(prefix, ...words);
      };
      process.on('uncaughtException', (error) => {
        report(error.stack);
      });
      process.on('unhandledRejection', report);
      electron.on('render-process-gone', (_event, _contents, { reason }) => {
        report('a page is gone', reason);
      });
      electron.on('child-process-gone', (_event, { type, reason }) => {
        // The app itself ends the helper where what it reads is not wanted any more.
        if (type !== 'Utility' || reason !== 'killed') report(type, 'is gone', reason);
      });
      // These open where something is at fault or does not answer.
      dialog.showErrorBox = report;
      Reflect.set(dialog, 'showMessageBox', (...given: unknown[]) => {
        const options = JSON.stringify(given.at(-1));
        // What the walk changed goes with its document, and nothing is printed that has no room on its sheet.
        const isAsked = options.includes('Don’t Save') || options.includes('Print Figure');
        if (isAsked) return Promise.resolve({ response: 1, checkboxChecked: false });
        report(options);
        return Promise.resolve({ response: 0, checkboxChecked: false });
      });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: paths.figure });
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [paths.document] });
      shell.openExternal = () => Promise.resolve();
      shell.openPath = () => Promise.resolve('');
      shell.showItemInFolder = () => undefined;
    },
    { prefix: MAIN, paths: { document, figure: join(folder, 'figure.png') } },
  );
  return faults;
}

/** What a fault of the main process begins with. */
const MAIN = 'main at fault:';

/** Does several things in one go, as fast hands do: none waits until what came before is drawn. */
async function act(session: CDPSession, page: Page, actions: readonly Action[]): Promise<void> {
  const { things, width, height } = await lookAround(page);
  const pixels = ({ x, y }: Spot): Spot => ({ x: Math.round(x * width), y: Math.round(y * height) });
  const aimed = (aim: Aim): Spot =>
    'thing' in aim ? (things[Math.floor(aim.thing * things.length)] ?? { x: 0, y: 0 }) : pixels(aim);
  const sent: Promise<unknown>[] = [];
  const mouse = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', at: Spot, more: object = {}) => {
    sent.push(session.send('Input.dispatchMouseEvent', { type, ...at, ...more }));
  };
  for (const action of actions) {
    switch (action.kind) {
      case 'press': {
        const { key, held } = action;
        const modifiers = numberOf(held);
        const writes = held.every((name) => name === 'Shift') && (key.length === 1 || key === 'Enter');
        const event = { key, modifiers, windowsVirtualKeyCode: codeOf(key) };
        const text = key === 'Enter' ? '\r' : key;
        sent.push(
          session.send('Input.dispatchKeyEvent', { ...event, type: 'keyDown', ...(writes && { text }) }),
          session.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' }),
        );
        break;
      }
      case 'type':
        sent.push(session.send('Input.insertText', { text: action.text }));
        break;
      case 'move':
        mouse('mouseMoved', pixels(action.to));
        break;
      case 'click': {
        const { button, count } = action;
        const at = aimed(action.at);
        const modifiers = numberOf(action.held);
        mouse('mouseMoved', at, { modifiers });
        for (let clickCount = 1; clickCount <= count; clickCount += 1) {
          mouse('mousePressed', at, { button, clickCount, modifiers });
          mouse('mouseReleased', at, { button, clickCount, modifiers });
        }
        break;
      }
      case 'drag': {
        const from = aimed(action.from);
        const by = pixels(action.by);
        const along = (share: number) => ({ x: from.x + share * by.x, y: from.y + share * by.y });
        mouse('mouseMoved', from);
        mouse('mousePressed', from, { button: 'left', clickCount: 1 });
        for (const share of [0.1, 0.5, 1]) mouse('mouseMoved', along(share), { button: 'left', buttons: 1 });
        mouse('mouseReleased', along(1), { button: 'left', clickCount: 1 });
        break;
      }
      case 'wheel': {
        const { at, across, down, held } = action;
        const turn = { deltaX: across, deltaY: down, modifiers: numberOf(held) };
        sent.push(session.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...pixels(at), ...turn }));
      }
    }
  }
  await Promise.all(sent);
}

/** As the protocol has them: https://chromedevtools.github.io/devtools-protocol/tot/Input/#method-dispatchKeyEvent */
const MODIFIERS: Readonly<Record<Modifier, number>> = { Alt: 1, Control: 2, Shift: 8 };

function numberOf(held: readonly Modifier[]): number {
  return held.reduce((sum, name) => sum + MODIFIERS[name], 0);
}

/** The codes of keys without a sign, by which Chromium knows what they do: https://developer.mozilla.org/en-US/docs/Web/API/KeyboardEvent/keyCode */
const CODES: Readonly<Record<string, number>> = {
  Backspace: 8,
  Tab: 9,
  Enter: 13,
  Escape: 27,
  PageUp: 33,
  PageDown: 34,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Delete: 46,
  F1: 112,
  F3: 114,
  F6: 117,
};

function codeOf(key: string): number {
  return CODES[key] ?? (/^[a-z\d ]$/.test(key) ? key.toUpperCase().charCodeAt(0) : 0);
}

/** The size of the window, and the middle of each thing in it that can be pressed; CSS pixels. */
function lookAround(page: Page): Promise<{ things: Spot[]; width: number; height: number }> {
  return page.evaluate(() => {
    const all = document.querySelectorAll('button, a, input, label, select, [tabindex]');
    const boxes = [...all].map((element) => element.getBoundingClientRect());
    const middles = boxes
      .filter(({ width, height }) => width > 0 && height > 0)
      .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))
      .filter(({ x, y }) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
    return { things: middles, width: innerWidth, height: innerHeight };
  });
}

/** Leaves whatever stands open, and shows all events of all lanes on the timeline. */
async function comeHome(app: Dateline): Promise<void> {
  const { page } = app;
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog, :popover-open')).toHaveCount(0, { timeout: 500 });
  }).toPass();
  for (const command of ['show-all-lanes', 'show-all']) await app.menu.choose(command);
  if (await app.list.table.isVisible()) await app.menu.choose('toggle-list');
  await app.timeline.settle();
}
