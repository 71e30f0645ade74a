// Earlier versions are kept up to their number and their size, each once, and the oldest go first.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newDocument } from '../../shared/document/new-document.ts';
import { readDocument } from '../../shared/document/file/read.ts';
import { hashOfFile } from '../system/file-stamp.ts';
import { MOST_VERSIONS, openVersions, type Versions } from './versions.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-versions-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const kept = (): string => join(folder, 'versions');

/** Saves a document with this text at a moment. */
async function save(versions: Versions, name: string, text: string, at: number): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, text);
  await versions.add(path, path, { at, kind: 'saved', events: 3, hash: (await hashOfFile(path)) ?? '' });
  return path;
}

const texts = async (versions: Versions, path: string): Promise<string[]> =>
  (await versions.of(path)).map((version) => readFileSync(version.path, 'utf8'));

test('the newest come first, with what is known of them', async () => {
  const versions = openVersions(kept());
  const path = await save(versions, 'a', 'one', 1_000);
  await save(versions, 'a', 'second', 2_000.7);
  expect(await versions.of(path)).toMatchObject([
    { at: 2_000, kind: 'saved', events: 3, size: 6 },
    { at: 1_000, kind: 'saved', events: 3, size: 3 },
  ]);
  expect(await texts(versions, path)).toEqual(['second', 'one']);
  expect(await versions.of(join(folder, 'b'))).toEqual([]);
});

test('what is saved again as it was is kept once', async () => {
  const versions = openVersions(kept());
  const path = await save(versions, 'a', 'one', 1);
  await save(versions, 'a', 'one', 2);
  await save(versions, 'a', 'two', 3);
  await save(versions, 'a', 'one', 4);
  expect(await texts(versions, path)).toEqual(['one', 'two', 'one']);
});

test('of one document the last twenty', async () => {
  const versions = openVersions(kept());
  for (let at = 1; at <= MOST_VERSIONS + 5; at += 1) await save(versions, 'a', `version ${at}`, at);
  const path = await save(versions, 'b', 'other', 1);
  expect(await versions.of(path)).toHaveLength(1);
  const left = await texts(versions, join(folder, 'a'));
  expect(left).toHaveLength(MOST_VERSIONS);
  expect([left.at(0), left.at(-1)]).toEqual(['version 25', 'version 6']);
});

test('of all documents as many as have room, and none of what is larger than that', async () => {
  const versions = openVersions(kept(), 10);
  const a = await save(versions, 'a', '1234', 1);
  const b = await save(versions, 'b', '1234', 2);
  await save(versions, 'a', '123', 3);
  expect(await texts(versions, a)).toEqual(['123']);
  expect(await texts(versions, b)).toEqual(['1234']);
  await save(versions, 'a', 'far too much', 4);
  expect(await versions.of(a)).toEqual([]);
});

test('a link and its file have the same versions', async () => {
  const versions = openVersions(kept());
  const path = await save(versions, 'a', 'one', 1);
  const { symlinkSync } = await import('node:fs');
  symlinkSync(path, join(folder, 'link'));
  expect(await versions.of(join(folder, 'link'))).toHaveLength(1);
});

test('a document that is set aside can be opened, and other files in the folder are no versions', async () => {
  const versions = openVersions(kept());
  const path = join(folder, 'a');
  writeFileSync(path, '');
  expect(await versions.setAside(path, newDocument())).toEqual({ ok: true, value: null });
  const [own = ''] = readdirSync(kept());
  for (const name of [
    'notes.txt',
    'x-saved-3-0123456789abcdef.dateline',
    '1-lost-3-0123456789abcdef.dateline',
  ])
    writeFileSync(join(kept(), own, name), '');
  const listed = await versions.of(path);
  expect(listed).toMatchObject([{ kind: 'unsaved', events: 0 }]);
  expect(readDocument(readFileSync(listed[0]?.path ?? ''))).toMatchObject({ ok: true });
});

test('a disk that refuses says so, and harms nothing', async () => {
  writeFileSync(kept(), 'a file in the place of the folder');
  const versions = openVersions(kept());
  const path = join(folder, 'a');
  writeFileSync(path, 'one');
  const version = { at: 1, kind: 'saved', events: 3, hash: '0'.repeat(64) } as const;
  expect(await versions.add(path, path, version)).toMatchObject({
    failure: {
      code: 'version-not-kept',
      message: 'No earlier version was kept of this save: Dateline’s own folder cannot be written.',
    },
  });
  expect(await versions.of(path)).toEqual([]);
  expect(await versions.setAside(path, newDocument())).toMatchObject({
    failure: { code: 'version-not-kept' },
  });
});
