// A journal that the disk refuses anywhere gives back a document after some of its steps, and the reader is told once.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { changeHead } from '../../shared/document/edit/head.ts';
import { emptyHistory, type Step } from '../../shared/document/edit/history.ts';
import { newDocument } from '../../shared/document/new-document.ts';
import type { Failure } from '../../shared/result.ts';
import { setupKeeping } from './keeping.ts';
import { listLeft, recover } from './left-changes.ts';
import { openDocument } from './open.ts';
import { afterStep, untitledCopy, type WorkingCopy } from './working-copy.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-keeping-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const STEPS = 6;

/** A document and its keeper at work. */
function work() {
  const told: Failure[] = [];
  const keeping = setupKeeping(join(folder, 'journals'), (failure) => told.push(failure));
  let copy = untitledCopy(newDocument(), emptyHistory(true));
  return {
    told,
    keeping,
    copy: () => copy,
    step: async (title: string): Promise<void> => {
      const edit = changeHead(copy.opened.document, { title });
      if (edit === null) throw new Error('The title is the same.');
      const step: Step = { kind: 'edit', edit, at: '2026-11-28T12:00:00.000Z', joins: false };
      await keeping.beforeStep(copy);
      const after = await afterStep(copy, step);
      if (!after.ok) throw new Error(after.failure.message);
      await keeping.stepped(step);
      copy = after.value;
    },
  };
}

/** The titles of what earlier runs left. */
async function left(): Promise<readonly WorkingCopy[]> {
  const journals = join(folder, 'journals');
  const copies: WorkingCopy[] = [];
  for (const { id } of await listLeft(journals, undefined)) {
    const result = await recover(journals, id, (path) => openDocument(path, false));
    if (!result.ok) throw new Error(result.failure.message);
    copies.push(result.value.copy);
  }
  return copies;
}

test('a document without changes leaves nothing, and one whose journal has ended neither', async () => {
  const { keeping, step, told } = work();
  await keeping.end();
  await step('One');
  expect(readdirSync(join(folder, 'journals'))).toHaveLength(2);
  await keeping.end();
  expect(readdirSync(join(folder, 'journals'))).toEqual([]);
  expect(told).toEqual([]);
});

test('where the folder cannot be made the reader is told, and once it can a journal has all that was done', async () => {
  writeFileSync(join(folder, 'journals'), 'a file in its place');
  const { keeping, step, told, copy } = work();
  await step('One');
  await step('Two');
  expect(told.map(({ code }) => code)).toEqual(['not-kept']);
  rmSync(join(folder, 'journals'));
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
  await step('Three');
  const [found] = await left();
  expect(found?.opened.document.title).toBe('Three');
  expect(found?.history).toEqual(copy().history);
  await keeping.end();
});

// A limit on file size acts like a disk that fills up: the system takes a part of the bytes, then refuses.
test.runIf(process.platform === 'linux')('whatever the disk takes, some first steps come back', async () => {
  const limitFileSize = (bytes: string): void => {
    execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:unlimited`]);
  };
  const carryOn = (): void => undefined;
  process.on('SIGXFSZ', carryOn);
  let refusals = 0;
  try {
    for (let limit = 100; limit < 3_000; limit += 90) {
      const { keeping, step, told } = work();
      limitFileSize(String(limit));
      for (let number = 1; number <= STEPS; number += 1) await step(`Title ${number}`);
      limitFileSize('unlimited');
      const titles = (await left()).map(({ opened }) => opened.document.title);
      const known = ['Untitled timeline', ...Array.from({ length: STEPS }, (_, at) => `Title ${at + 1}`)];
      for (const title of titles) expect(known).toContain(title);
      if (told.length === 0) expect(titles).toEqual([`Title ${STEPS}`]);
      else refusals += 1;
      expect(told.length).toBeLessThan(2);
      // Once a file has all steps, a journal that lacks some would offer less than that.
      await keeping.saved();
      expect(await left()).toHaveLength(told.length === 0 ? 1 : 0);
      await keeping.end();
      rmSync(join(folder, 'journals'), { recursive: true, force: true });
    }
  } finally {
    limitFileSize('unlimited');
    process.off('SIGXFSZ', carryOn);
  }
  expect(refusals).toBeGreaterThan(5);
});
