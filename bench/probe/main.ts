// The probe: loaded into Electron's main process before the app (`electron -r`), it watches the first window.
//
// The app under test contains no code for this. The probe adds one observer to the page when its navigation commits,
// before its scripts run, and listens for the window's `show` event; nothing polls. It treats the bare window the same
// way.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { app, type WebContents, type WebFrameMain } from 'electron';
import { exportFigures } from './figures.ts';
import type { Request, Watch } from './messages.ts';
import {
  EDITED,
  fetchDocument,
  importTable,
  recordEdits,
  recordFrames,
  search,
  STOP,
  untilPainted,
  untilRetitled,
  waitFor,
} from './page.ts';
import { countWork } from './work.ts';

// The app finds its own arguments where they are without a probe; a packaged app contains the probe.
const loaded = process.argv.indexOf('-r');
if (loaded !== -1) process.argv.splice(loaded, 2);
// eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- session.ts wrote it from this very type
const watch: Watch = JSON.parse(process.env['DATELINE_BENCH'] ?? '');

/** Answers the benchmark, which validates the messages, so that no library for that is loaded here. */
const send = (value: unknown) => process.send?.(value);

/** Calls a function of page.ts in the page. The script policy does not apply to code that arrives this way. */
function inPage<Given extends readonly unknown[]>(
  frame: WebFrameMain,
  work: (...given: Given) => unknown,
  ...given: Given
): Promise<unknown> {
  return frame.executeJavaScript(`(${work.toString()})(...${JSON.stringify(given)})`);
}

app.once('browser-window-created', (_event, window) => {
  const { webContents } = window;
  const shown = new Promise<number>((resolve) => {
    window.once('show', () => {
      resolve(performance.timeOrigin + performance.now());
    });
  });
  webContents.once('did-navigate', () => {
    void Promise.all([inPage(webContents.mainFrame, untilPainted, watch), shown]).then(send);
  });
  process.on('message', (request: Request) => void answer(request, webContents));
});

async function answer(request: Request, webContents: WebContents): Promise<void> {
  const { mainFrame } = webContents;
  switch (request) {
    case 'quit':
      app.quit();
      return;
    case 'fetched':
      send(await inPage(mainFrame, fetchDocument));
      return;
    case 'figures': {
      const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-figures-'));
      send(await exportFigures(webContents, (work, ...given) => inPage(mainFrame, work, ...given), folder));
      await rm(folder, { recursive: true, force: true });
      return;
    }
    case 'frames':
      send(await framesOfAHand(webContents));
      return;
    case 'importing':
      send(await framesWhileImporting(webContents));
      return;
    case 'searches': {
      const times: unknown[] = [];
      // Some hundred thousand events, some ten thousand, and one lane's.
      for (const query of ['Summit', 'Flood opens', 'Council put off'])
        times.push(await inPage(mainFrame, search, query, 1_000));
      send(times);
      return;
    }
    case 'edits':
      send(await timeEdits(webContents));
      return;
    case 'work': {
      const { style, layout, found } = await countWork(webContents, () => framesOfAHand(webContents));
      send({ style, layout, frames: found });
    }
  }
}

/** The frames while a scripted hand zooms and drags. */
async function framesOfAHand(webContents: WebContents): Promise<unknown> {
  const { mainFrame } = webContents;
  const recording = inPage(mainFrame, recordFrames, STOP);
  await gesticulate(webContents);
  await mainFrame.executeJavaScript(`document.dispatchEvent(new Event('${STOP}'))`);
  return recording;
}

/** The frames of each hand that comes to its end while a table is read; the document then takes the place of the other. */
async function framesWhileImporting(webContents: WebContents): Promise<readonly unknown[]> {
  const { mainFrame } = webContents;
  app.emit('open-file', { preventDefault: () => undefined }, watch.imports);
  await inPage(mainFrame, importTable);
  let isThere = false;
  void inPage(mainFrame, untilRetitled).then(() => {
    isThere = true;
  });
  const hands: unknown[] = [];
  for (;;) {
    const hand = await framesOfAHand(webContents);
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it changes while the hand moves
    if (isThere) return hands;
    hands.push(hand);
  }
}

/** How many edits are timed. */
const EDITS = 20;

/**
 * Moves the first event to and fro by keyboard and times each step, then takes all back: nothing is asked when the app
 * quits.
 */
async function timeEdits(contents: WebContents): Promise<unknown> {
  const { mainFrame } = contents;
  await press(contents, 'n');
  await setTimeout(500);
  // The first edit compiles what edits need, as the first one of a reader does; it counts with the others.
  const recording = inPage(mainFrame, recordEdits, STOP, EDITED);
  const step = async (key: string) => {
    const pictured = inPage(mainFrame, waitFor, EDITED);
    await setTimeout(TICK);
    await press(contents, key, 'alt');
    await pictured;
    // What the page does at rest is not the edit's.
    await setTimeout(150);
  };
  for (let edit = 0; edit < EDITS; edit += 1) await step(edit % 2 === 0 ? 'Right' : 'Left');
  await mainFrame.executeJavaScript(`document.dispatchEvent(new Event('${STOP}'))`);
  const times = await recording;
  // Steps that followed each other quickly are undone as one; undoing more does nothing.
  for (let edit = 0; edit < EDITS; edit += 1) await press(contents, 'z', 'control');
  return times;
}

async function press(contents: WebContents, keyCode: string, modifier?: 'alt' | 'control'): Promise<void> {
  const modifiers = modifier === undefined ? [] : [modifier];
  contents.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
  if (modifier === undefined) contents.sendInputEvent({ type: 'char', keyCode, modifiers });
  contents.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
  await setTimeout(TICK);
}

/** A point near the middle of every measured timeline, in CSS pixels from the corner of the page. */
const SPOT = { x: 600, y: 450 };

/** About once a frame at 60 Hz, milliseconds. */
const TICK = 16;

/** Zooms in, drags, zooms out and drags back, each for a good second, as a hand would with a mouse. */
async function gesticulate(contents: WebContents): Promise<void> {
  contents.sendInputEvent({ type: 'mouseMove', ...SPOT });
  await wheel(contents, 1);
  await drag(contents, -1);
  await wheel(contents, -1);
  await drag(contents, 1);
}

/** Sixteen notches of a wheel; `direction` 1 is away from the hand, which zooms in. */
async function wheel(contents: WebContents, direction: number): Promise<void> {
  for (let notch = 0; notch < 16; notch += 1) {
    contents.sendInputEvent({ type: 'mouseWheel', ...SPOT, deltaX: 0, deltaY: 120 * direction });
    await setTimeout(5 * TICK);
  }
}

/** A drag over 400 pixels and back; `direction` 1 begins to the right. */
async function drag(contents: WebContents, direction: number): Promise<void> {
  const path = Array.from({ length: 80 }, (_, step) => direction * 10 * (step < 40 ? step : 80 - step));
  contents.sendInputEvent({ type: 'mouseDown', ...SPOT, button: 'left', clickCount: 1 });
  for (const distance of path) {
    const x = SPOT.x + distance;
    contents.sendInputEvent({
      type: 'mouseMove',
      x,
      y: SPOT.y,
      button: 'left',
      modifiers: ['leftbuttondown'],
    });
    await setTimeout(TICK);
  }
  contents.sendInputEvent({ type: 'mouseUp', ...SPOT, button: 'left', clickCount: 1 });
}
