// Opens a document, or says which file is at fault and why.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDocument } from '../../shared/document/file/read.ts';
import { failure } from '../../shared/result.ts';
import { openDocument, readFailure } from './open.ts';

const ARTICLE = join(import.meta.dirname, '../../../resources/article.dateline');

describe('openDocument', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-open-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([true, false])('opens the article that comes with the app (bundled: %s)', async (bundled) => {
    expect(await openDocument(ARTICLE, bundled)).toMatchObject({
      ok: true,
      value: {
        fileName: 'article.dateline',
        bundled,
        document: { format: 'dateline', events: { count: 5 } },
      },
    });
  });

  it.each<[string, string, string, (path: string) => void]>([
    [
      'a missing file',
      'file-missing',
      'There is no file of this name in the folder “FOLDER”.',
      () => undefined,
    ],
    [
      'a folder',
      'file-is-folder',
      'It is a folder, not a file.',
      (path) => {
        mkdirSync(path);
      },
    ],
    [
      'a pipe',
      'file-not-regular',
      'It is a device or a pipe, not a file.',
      (path) => execFileSync('mkfifo', [path]),
    ],
    [
      'a file that is too large',
      'file-too-large',
      'It is 4.5 GB, and Dateline opens files of up to 4 GB.',
      (path) => {
        writeFileSync(path, '');
        truncateSync(path, 4.5 * 2 ** 30);
      },
    ],
  ])('names %s', async (_case, code, reason, make) => {
    const path = join(folder, 'x.dateline');
    make(path);
    const sentence = `“x.dateline” cannot be opened. ${reason.replace('FOLDER', basename(folder))}`;
    expect(await openDocument(path, false)).toEqual(failure(code, sentence));
  });

  it('names a missing file below what is no folder', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await openDocument(join(folder, 'file', 'x.dateline'), false)).toEqual(
      failure(
        'file-missing',
        '“x.dateline” cannot be opened. There is no file of this name in the folder “file”.',
      ),
    );
  });

  it('reads a file in several pieces', async () => {
    const path = join(folder, 'x.dateline');
    const [head, tail] = ['{"format":"dateline","version":2,"title":"T","lanes":[],', '"events":[]}'];
    writeFileSync(path, head + ' '.repeat(2 ** 26) + tail);
    expect(await openDocument(path, false)).toMatchObject({ ok: true, value: { document: { title: 'T' } } });
  });

  it('tells everything that is wrong with what the file holds', async () => {
    const path = join(folder, 'x.dateline');
    writeFileSync(path, '{"format":"dateline","version":1,"title":7,"lanes":[],"events":8}');
    const found = readDocument(
      Buffer.from('{"format":"dateline","version":1,"title":7,"lanes":[],"events":8}'),
    );
    if (found.ok) expect.fail('this is no document');
    const { code, message, details } = found.failure;
    expect(details.length).toBeGreaterThan(1);
    expect(await openDocument(path, false)).toEqual(
      failure(code, `“x.dateline” cannot be opened. ${message}`, details),
    );
  });
});

describe('readFailure', () => {
  it.each([
    ['ENOENT', failure('file-missing', 'There is no file of this name in the folder “reader”.')],
    ['EACCES', failure('file-unreadable', 'You do not have permission to read it.')],
    ['EPERM', failure('file-unreadable', 'You do not have permission to read it.')],
    ['EIO', failure('file-unreadable', 'The system could not read it.', ['System error: EIO.'])],
  ])('%s', (code, expected) => {
    expect(readFailure(code, '/home/reader/x.dateline')).toEqual(expected);
  });

  it('names the top of a disk as it is', () => {
    expect(readFailure('ENOENT', '/x.dateline')).toEqual(
      failure('file-missing', 'There is no file of this name in the folder “/”.'),
    );
  });
});
