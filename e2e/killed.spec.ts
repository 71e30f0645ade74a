// The app is ended at random moments while a script edits and saves: the file is whole, and every edit is there.
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listLeft, recover } from '../src/main/document/left-changes.ts';
import { openDocument } from '../src/main/document/open.ts';
import { readDocument } from '../src/shared/document/file/read.ts';
import { expect, test } from './dateline.ts';
import { launch } from './pages/launch.ts';
import { titled } from './pages/edits.ts';

/** How often the app is ended; DATELINE_KILLS asks for more. */
const KILLS = Number(process.env['DATELINE_KILLS'] ?? 20);

/** Milliseconds: the longest time that the script has. */
const LONGEST = 700;

/** Events: enough for a save to take a while. */
const EVENTS = 3_000;

const lane = { id: 'events', title: 'Events' };
const FILE = JSON.stringify({
  format: 'dateline',
  version: 2,
  title: '0',
  articles: [],
  lanes: [lane],
  events: Array.from({ length: EVENTS }, (_, number) => ({
    id: `event-${number}`,
    title: `Event ${number}`,
    date: `${1000 + (number % 1000)}-05-01`,
    lane: lane.id,
  })),
});

/** The number in the title of a file, which is whole. */
async function numberIn(path: string): Promise<number> {
  const document = readDocument(await readFile(path));
  if (!document.ok) throw new Error([document.failure.message, ...document.failure.details].join(' '));
  expect(document.value.events.count).toBe(EVENTS);
  return Number(document.value.title);
}

/** The number in the title that the journal gives back, or that the file has if there is nothing newer. */
async function numberKept(path: string, journals: string): Promise<number> {
  const [left] = await listLeft(journals, undefined);
  if (left === undefined) return numberIn(path);
  expect(left).toMatchObject({ fileName: 'kept.dateline', file: 'same' });
  const recovered = await recover(journals, left.id, (one) => openDocument(one, false));
  if (!recovered.ok) throw new Error(recovered.failure.message);
  return Number(recovered.value.copy.opened.document.title);
}

/** Expects every earlier version in a folder to be a whole document. @returns how many there are. */
async function wholeVersions(versions: string): Promise<number> {
  const names = await readdir(versions, { recursive: true }).catch(() => []);
  const kept = names.filter((name) => name.endsWith('.dateline'));
  for (const name of kept) await numberIn(join(versions, name));
  return kept.length;
}

test(`ended at ${KILLS} random moments`, async () => {
  test.setTimeout(60_000 + KILLS * 15_000);
  const folder = await mkdtemp(join(tmpdir(), 'dateline-killed-'));
  const path = join(folder, 'kept.dateline');
  await writeFile(path, FILE);
  let saves = 0;
  let versions = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { app, page, dataFolder } = await launch({ args: [path] });
    /** The last edit that main took, and the last that it saved. */
    const done = { taken: await numberIn(path), saved: await numberIn(path) };
    await page.exposeFunction('report', (what: 'taken' | 'saved', number: number) => {
      done[what] = number;
    });
    const start = done.taken;
    const steps = Array.from({ length: 500 }, (_, number) =>
      titled(String(start + number), String(start + number + 1)),
    );
    const ended = once(app.process(), 'exit');
    const script = page
      .evaluate(
        async ({ steps: given, first }) => {
          const report = Reflect.get(globalThis, 'report') as (what: string, number: number) => void;
          const { document: opened } = await window.api.loadDocument();
          if (!opened.ok) throw new Error(opened.failure.message);
          for (const [place, step] of given.entries()) {
            const taken = await window.api.takeStep(opened.value.serial, step);
            if (!taken.ok) throw new Error(taken.failure.details.join(' '));
            report('taken', first + place);
            if (place % 4 !== 3) continue;
            const saved = await window.api.saveDocument('own');
            if (saved?.ok !== true) throw new Error(saved?.failure.message);
            report('saved', first + place);
          }
          return 'all steps were taken';
        },
        { steps, first: start + 1 },
      )
      .catch((error: unknown) => String(error));
    await expect.poll(() => done.taken).toBeGreaterThan(start);
    const moment = Math.random() * LONGEST;
    await new Promise((resolve) => {
      setTimeout(resolve, moment);
    });
    app.process().kill('SIGKILL');
    await ended;
    expect(await script).toMatch(/closed|all steps/);
    expect(await numberIn(path)).toBeGreaterThanOrEqual(done.saved);
    expect(await numberKept(path, join(dataFolder, 'journals'))).toBeGreaterThanOrEqual(done.taken);
    versions += await wholeVersions(join(dataFolder, 'versions'));
    saves += (done.saved - start) / 4;
    await rm(dataFolder, { recursive: true, force: true });
  }
  // A run that never came to a save would show nothing.
  expect(saves).toBeGreaterThan(0);
  expect(versions).toBeGreaterThan(0);
  expect((await readdir(folder)).filter((name) => !name.endsWith('.tmp'))).toEqual(['kept.dateline']);
  await rm(folder, { recursive: true, force: true });
});
