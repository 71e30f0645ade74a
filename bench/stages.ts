// A program for Electron's own Node: times the way of a document from its file to its first marks, stage by stage.
//
// The app contains no clocks, so this calls the stages, which are the app's own functions, one after the other in the
// app's own engine. The running app measures the crossing between processes (`fetchDocument` in probe/page.ts).
import { readFile } from 'node:fs/promises';
import { parseEventDate } from '../src/shared/dates/parse.ts';
import { crossed } from '../src/shared/document/crossed.ts';
import { toCross } from '../src/shared/document/crossing.ts';
import { MOST_LISTED } from '../src/shared/document/file/problems.ts';
import { examineSource } from '../src/shared/document/file/read.ts';
import { scanDocument } from '../src/shared/document/file/scanned.ts';
import { FIELDS } from '../src/shared/document/file/schema.ts';
import { checkEncoding } from '../src/shared/document/file/text.ts';
import { chooseLabels } from '../src/shared/index/labels.ts';
import { createTimelineIndex } from '../src/shared/index/timeline-index.ts';
import type { Result } from '../src/shared/result.ts';

const durations: Record<string, number> = {};

/** Runs one stage and records its time in milliseconds. */
async function stage<T>(name: string, work: () => T): Promise<Awaited<T>> {
  const start = performance.now();
  const found = await work();
  durations[name] = performance.now() - start;
  return found;
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

async function takeApart(path: string): Promise<void> {
  const bytes = await stage('read the file', () => readFile(path));
  const from = await stage('check UTF-8', () => valueOf(checkEncoding(bytes)));
  const source = await stage('scan JSON', () => valueOf(scanDocument(bytes, from, FIELDS)));
  const document = await stage('parse and validate', () => valueOf(examineSource(source, MOST_LISTED)));
  await stage('parse all events again, with their dates', () => {
    for (const { date } of document.events.placed()) parseEventDate(date);
  });
  const contents = await stage('gather for the page', () => valueOf(toCross(document)));
  await stage('put together in the page', () => crossed(contents));
  const index = await stage('index', () =>
    createTimelineIndex(document.events.columns, document.lanes.length),
  );
  const extent = document.events.extentOf() ?? { start: 0, end: 1 };
  await stage('first labels', () => {
    for (const lane of index.lanes)
      chooseLabels({
        events: index.inLane(lane),
        width: () => 120,
        widest: 120,
        base: (extent.end - extent.start) / 1_000,
        window: extent,
        rowsAt: () => 8,
      }).at(0);
  });
  process.stdout.write(JSON.stringify(durations));
}

void takeApart(process.argv.at(-1) ?? '');
