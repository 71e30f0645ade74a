// What a journal and a file give back after any end of the app: whole documents with their history, or a plain word.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../shared/document/edit/edit-samples.ts';
import { changedAt, isSaved, savedAt, stateOf, type Step } from '../../shared/document/edit/history.ts';
import { changeHead } from '../../shared/document/edit/head.ts';
import { documentBytes } from '../../shared/document/file/write.ts';
import { newDocument } from '../../shared/document/new-document.ts';
import { hashOfFile, stampOf } from '../system/file-stamp.ts';
import { beginJournal, journalFiles, removeJournal, type Journal } from './journal.ts';
import { listLeft, recover } from './left-changes.ts';
import { openDocument } from './open.ts';
import { afterStep, untitledCopy, workingCopy, type WorkingCopy } from './working-copy.ts';

let folder = '';
let journals = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-journal-'));
  journals = join(folder, 'journals');
});
afterEach(async () => {
  for (const journal of begun.splice(0)) await journal.end();
  rmSync(folder, { recursive: true, force: true });
});

/** The journals of a test, whose files are closed behind it. */
const begun: Journal[] = [];

const read = (path: string) => openDocument(path, false);
const bytesOf = ({ opened, history }: WorkingCopy): string =>
  Buffer.from(documentBytes(opened.document, changedAt(history))).toString();

/** An app at work on a document: it takes steps, saves, and may end at any moment. */
class Work {
  copy: WorkingCopy;
  readonly #journal: Journal;

  private constructor(copy: WorkingCopy, journal: Journal) {
    this.copy = copy;
    this.#journal = journal;
  }

  static async begin(copy: WorkingCopy): Promise<Work> {
    const { opened, path, history } = copy;
    const header = { kind: 'header', version: 1, title: opened.document.title, history } as const;
    const hash = path === null ? null : await hashOfFile(path);
    const journal = await beginJournal(journals, { ...header, path, hash }, opened.document);
    if (!journal.ok) throw new Error(journal.failure.message);
    begun.push(journal.value);
    return new Work(copy, journal.value);
  }

  get id(): string {
    return this.#journal.id;
  }

  async take(step: Step): Promise<void> {
    const after = await afterStep(this.copy, step);
    if (!after.ok) throw new Error(after.failure.details.join());
    await this.#journal.add(step);
    this.copy = after.value;
  }

  /** Saves as far as to the last moment before the new file is in place, or as far as the end. */
  async save(path: string, isReplaced = true): Promise<void> {
    const next = join(folder, 'next');
    writeFileSync(next, bytesOf(this.copy));
    await this.#journal.add({ kind: 'saved', path, hash: (await hashOfFile(next)) ?? '' });
    if (!isReplaced) return;
    writeFileSync(path, readFileSync(next));
    this.copy = { ...this.copy, path, history: savedAt(this.copy.history, stateOf(this.copy.history)) };
  }
}

const title = ({ opened }: WorkingCopy, next: string, joins = false): Step => {
  const edit = changeHead(opened.document, { title: next });
  if (edit === null) throw new Error('The title is the same.');
  return { kind: 'edit', edit, at: '2026-11-28T12:00:00.000Z', joins };
};

const untitled = (): Promise<Work> =>
  Work.begin(untitledCopy(newDocument(), { past: [], future: [], states: 0, saved: 0 }));

async function withFile(): Promise<{ path: string; work: Work }> {
  const path = join(folder, 'bridge.dateline');
  writeFileSync(path, documentBytes(newDocument()));
  const opened = await read(path);
  if (!opened.ok) throw new Error(opened.failure.message);
  return { path, work: await Work.begin(workingCopy(opened.value, path, await stampOf(path))) };
}

async function recovered(id: string) {
  const result = await recover(journals, id, read);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

test('an untitled document comes back with its history, which goes on being undone', async () => {
  const work = await untitled();
  await work.take(title(work.copy, 'One'));
  await work.take(title(work.copy, 'Two'));
  await work.take({ kind: 'undo' });
  expect(await listLeft(journals, undefined)).toMatchObject([
    { id: work.id, title: 'One', fileName: null, file: 'none', count: 1, isDamaged: false },
  ]);
  expect(await listLeft(journals, work.id)).toEqual([]);
  const { copy, count, isDamaged } = await recovered(work.id);
  expect({ count, isDamaged }).toEqual({ count: 1, isDamaged: false });
  expect(bytesOf(copy)).toBe(bytesOf(work.copy));
  expect(copy.history).toEqual(work.copy.history);
  expect(copy.opened).toMatchObject({ untitled: true, bundled: false });
});

describe('a document with a file', () => {
  test('has what is newer than its file, and all of its history', async () => {
    const { path, work } = await withFile();
    await work.take(title(work.copy, 'One'));
    await work.save(path);
    await work.take(title(work.copy, 'Two'));
    await work.take(title(work.copy, 'Three'));
    expect(await listLeft(journals, undefined)).toMatchObject([
      { fileName: 'bridge.dateline', file: 'same', count: 2 },
    ]);
    const { copy } = await recovered(work.id);
    expect(copy.history).toEqual(work.copy.history);
    expect(copy.history.past).toHaveLength(3);
    expect(copy.path).toBe(path);
    expect(isSaved({ ...copy.history, past: copy.history.past.slice(0, 1) })).toBe(true);
  });

  test('has its changes still, where the app ended before the new file was in place', async () => {
    const { path, work } = await withFile();
    await work.take(title(work.copy, 'One'));
    await work.save(path, false);
    expect(await listLeft(journals, undefined)).toMatchObject([{ file: 'same', count: 1 }]);
    const { copy } = await recovered(work.id);
    expect(isSaved(copy.history)).toBe(false);
    expect(isSaved({ ...copy.history, past: [] })).toBe(true);
  });

  test('is not offered once its file has all, also after an undo of what was saved and its redo', async () => {
    const { path, work } = await withFile();
    await work.take(title(work.copy, 'One'));
    await work.save(path);
    await work.take({ kind: 'undo' });
    expect(await listLeft(journals, undefined)).toMatchObject([{ count: 1 }]);
    await work.take({ kind: 'redo' });
    expect(await listLeft(journals, undefined)).toEqual([]);
    expect(readdirSync(journals)).toEqual([]);
  });

  test('goes on by its new name after it was saved as another', async () => {
    const { work } = await withFile();
    const other = join(folder, 'other.dateline');
    await work.take(title(work.copy, 'One'));
    await work.save(other);
    await work.take(title(work.copy, 'Two'));
    expect(await listLeft(journals, undefined)).toMatchObject([
      { fileName: 'other.dateline', file: 'same', count: 1 },
    ]);
    expect((await recovered(work.id)).copy).toMatchObject({
      path: other,
      opened: { fileName: 'other.dateline' },
    });
  });

  test.each([
    [
      'changed',
      (path: string) => {
        writeFileSync(path, '{}');
      },
    ],
    [
      'missing',
      (path: string) => {
        rmSync(path);
      },
    ],
  ] as const)('that was %s meanwhile comes back whole, and says so', async (file, meanwhile) => {
    const { path, work } = await withFile();
    await work.take(title(work.copy, 'One'));
    meanwhile(path);
    expect(await listLeft(journals, undefined)).toMatchObject([{ file, count: 1 }]);
    const { copy } = await recovered(work.id);
    expect(bytesOf(copy)).toBe(bytesOf(work.copy));
    expect(copy.history.saved).toBeNull();
  });

  test('comes back from its file where the copy beside the journal is damaged', async () => {
    const { work } = await withFile();
    await work.take(title(work.copy, 'One'));
    writeFileSync(journalFiles(journals, work.id).base, 'damaged');
    expect(bytesOf((await recovered(work.id)).copy)).toBe(bytesOf(work.copy));
  });
});

test('typing that was joined is one change', async () => {
  const work = await untitled();
  await work.take(title(work.copy, 'O'));
  await work.take(title(work.copy, 'On', true));
  await work.take(title(work.copy, 'One', true));
  expect(await listLeft(journals, undefined)).toMatchObject([{ count: 1 }]);
  expect((await recovered(work.id)).copy.history.past).toHaveLength(1);
});

test('what never became a journal is removed, and other files stay', async () => {
  const work = await untitled();
  rmSync(journalFiles(journals, work.id).lines);
  writeFileSync(join(journals, 'notes.txt'), '');
  expect(await listLeft(journals, undefined)).toEqual([]);
  expect(readdirSync(journals)).toEqual(['notes.txt']);
});

test('a journal cut or changed at any byte gives back the document after its last whole line', async () => {
  const work = await untitled();
  const states = [bytesOf(work.copy)];
  for (const [next, joins] of [
    ['One', false],
    ['Two', false],
    ['Three', true],
  ] as const) {
    await work.take(title(work.copy, next, joins));
    states.push(bytesOf(work.copy));
  }
  await work.take({ kind: 'undo' });
  states.push(bytesOf(work.copy));
  const { lines } = journalFiles(journals, work.id);
  const whole = readFileSync(lines);
  const ends = [...whole].flatMap((byte, place) => (byte === 0x0a ? [place] : []));

  const expectAfter = async (bytes: Buffer, good: number, isChanged: boolean): Promise<void> => {
    writeFileSync(lines, bytes);
    const { copy, isDamaged } = await recovered(work.id);
    // Without its first line a journal still has the document that it starts from, and its further lines.
    const steps = good > 0 ? good - 1 : isChanged ? 4 : 0;
    expect(bytesOf(copy)).toBe(states[steps]);
    const left = await listLeft(journals, undefined);
    if (left.length > 0) expect(left[0]?.isDamaged).toBe(isDamaged);
    // A list that found nothing has removed the journal.
    else writeFileSync(journalFiles(journals, work.id).base, documentBytes(newDocument()));
  };
  for (let place = 0; place < whole.length; place += 1) {
    const good = ends.filter((end) => end < place).length;
    await expectAfter(whole.subarray(0, place), good, false);
    const changed = Buffer.from(whole);
    changed[place] = (changed[place] ?? 0) ^ 1;
    // Two lines that have become one, or one that has become two, leave what follows without its number.
    const isFirst = good === 0 && place !== ends[0] && changed[place] !== 0x0a;
    await expectAfter(changed, good, isFirst);
  }
}, 120_000);

test('after any edits, undone, redone and saved in between, journal and file give back the same', async () => {
  const steps = fc.array(
    fc.oneof(
      { weight: 6, arbitrary: commands.map((command) => ({ command })) },
      { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
      { weight: 1, arbitrary: fc.constantFrom('save' as const, 'half a save' as const) },
    ),
    { maxLength: 25 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (given) => {
      const { path, work } = await withFile();
      for (const one of given) {
        if (typeof one === 'object') {
          const edit = one.command(work.copy.opened.document);
          if (edit !== null && edit.changes.length > 0)
            await work.take({ kind: 'edit', edit, at: '2026-11-28T12:00:00.000Z', joins: false });
        } else if (one === 'undo' && work.copy.history.past.length > 0) await work.take({ kind: 'undo' });
        else if (one === 'redo' && work.copy.history.future.length > 0) await work.take({ kind: 'redo' });
        else if (one === 'save') await work.save(path);
        else if (one === 'half a save') await work.save(path, false);
      }
      const { copy, isDamaged } = await recovered(work.id);
      expect(isDamaged).toBe(false);
      expect(bytesOf(copy)).toBe(bytesOf(work.copy));
      expect({ ...copy.history, saved: null }).toEqual({ ...work.copy.history, saved: null });
      expect(isSaved(copy.history)).toBe(isSaved(work.copy.history));
      await removeJournal(journals, work.id);
    }),
    { numRuns: 60 },
  );
});
