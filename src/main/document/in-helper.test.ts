// What is no file is not opened, and a text is given in full.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileAt, textAs } from './in-helper.ts';

test('neither a folder nor a pipe has a size', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-in-helper-'));
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  expect(await fileAt(folder).size()).toMatchObject({ ok: false, failure: { code: 'file-is-folder' } });
  expect(await fileAt(pipe).size()).toMatchObject({ ok: false, failure: { code: 'file-not-regular' } });
  rmSync(folder, { recursive: true });
});

test('a text has the size of its letters in UTF-8', async () => {
  expect(await textAs('Clipboard', 'Мост').size()).toEqual({ ok: true, value: 8 });
});
