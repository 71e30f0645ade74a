// Writes a file whole or leaves the old one, and tells the reader why.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure, success } from '../../shared/result.ts';
import { temporaryName } from './temporary-file.ts';
import { writeFailure, writeFileWhole } from './write-file.ts';

const BYTES = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);

describe('writeFileWhole', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-write-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('writes a new file, byte for byte', async () => {
    expect(await writeFileWhole(join(folder, 'сүрөт.png'), BYTES)).toEqual(success(null));
    expect(readFileSync(join(folder, 'сүрөт.png')).equals(BYTES)).toBe(true);
    expect(readdirSync(folder)).toEqual(['сүрөт.png']);
  });

  it('puts it in the place of another, with the rights that one had', async () => {
    writeFileSync(join(folder, 'a.png'), 'old'.repeat(200_000));
    chmodSync(join(folder, 'a.png'), 0o640);
    expect(await writeFileWhole(join(folder, 'a.png'), BYTES)).toEqual(success(null));
    expect(readFileSync(join(folder, 'a.png')).equals(BYTES)).toBe(true);
    expect(statSync(join(folder, 'a.png')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['a.png']);
  });

  it('writes through a link to the file that it names', async () => {
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real', 'a.png'), 'old');
    symlinkSync(join(folder, 'real', 'a.png'), join(folder, 'link.png'));
    expect(await writeFileWhole(join(folder, 'link.png'), BYTES)).toEqual(success(null));
    expect(readFileSync(join(folder, 'real', 'a.png')).equals(BYTES)).toBe(true);
    expect(readdirSync(folder)).toEqual(['link.png', 'real']);
  });

  it.each([
    ['to a file that is not there', 'missing.png', 'a.png'],
    ['into a folder that is not there', 'missing/a.png', 'a.png'],
    ['to itself', 'a.png', 'a.png'],
  ])('refuses a link %s, and leaves it', async (where, target, name) => {
    symlinkSync(target, join(folder, name));
    const result = await writeFileWhole(join(folder, name), BYTES);
    expect(result).toEqual(
      failure(
        'link-broken',
        `“a.png” could not be saved: it is a link ${where === 'to itself' ? where : 'to a file that is not there'}. Remove the link, or choose another name.`,
      ),
    );
    expect(readlinkSync(join(folder, name))).toBe(target);
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('refuses two links that lead to each other', async () => {
    symlinkSync('b.png', join(folder, 'a.png'));
    symlinkSync('a.png', join(folder, 'b.png'));
    expect(await writeFileWhole(join(folder, 'a.png'), BYTES)).toMatchObject({
      failure: { code: 'link-broken' },
    });
    expect(readdirSync(folder)).toEqual(['a.png', 'b.png']);
  });

  it('leaves a link that leads to a file as a link', async () => {
    writeFileSync(join(folder, 'real.png'), 'old');
    symlinkSync('real.png', join(folder, 'a.png'));
    expect(await writeFileWhole(join(folder, 'a.png'), BYTES)).toEqual(success(null));
    expect(lstatSync(join(folder, 'a.png')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real.png')).equals(BYTES)).toBe(true);
  });

  it.runIf(process.getuid?.() === 0)('keeps the owner of the file before it', async () => {
    writeFileSync(join(folder, 'a.png'), 'old');
    chownSync(join(folder, 'a.png'), 65_534, 65_533);
    expect(await writeFileWhole(join(folder, 'a.png'), BYTES)).toEqual(success(null));
    expect(statSync(join(folder, 'a.png'))).toMatchObject({ uid: 65_534, gid: 65_533 });
  });

  it('removes what a killed run left beside it', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(join(folder, temporaryName().replace(`-${process.pid}-`, `-${pid}-`)), 'half');
    expect(await writeFileWhole(join(folder, 'a.png'), BYTES)).toEqual(success(null));
    expect(readdirSync(folder)).toEqual(['a.png']);
  });

  it.each([0, 1, 2, 3, 5, 8, 13])(
    'cancelled %i turns of the loop on, leaves the old file or the new one',
    async (turns) => {
      writeFileSync(join(folder, 'a.png'), 'old');
      const controller = new AbortController();
      const writing = writeFileWhole(join(folder, 'a.png'), BYTES, controller.signal);
      for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
      controller.abort();
      const result = await writing;
      const bytes = readFileSync(join(folder, 'a.png'));
      if (result.ok) expect(bytes.equals(BYTES)).toBe(true);
      else {
        expect(result.failure.code).toBe('write-cancelled');
        expect(bytes.toString()).toBe('old');
      }
      expect(readdirSync(folder)).toEqual(['a.png']);
    },
  );

  it('writes a name as long as any may be', async () => {
    const name = `${'a'.repeat(251)}.png`;
    expect(await writeFileWhole(join(folder, name), BYTES)).toEqual(success(null));
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('says that the folder is missing', async () => {
    const result = await writeFileWhole(join(folder, 'missing', 'a.png'), BYTES);
    expect(result).toEqual(writeFailure('ENOENT', join(folder, 'missing', 'a.png')));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that the folder is a file', async () => {
    writeFileSync(join(folder, 'file'), 'old');
    const result = await writeFileWhole(join(folder, 'file', 'a.png'), BYTES);
    expect(result).toEqual(writeFailure('ENOTDIR', join(folder, 'file', 'a.png')));
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('old');
  });

  it('says that a folder has the name, and leaves nothing beside it', async () => {
    mkdirSync(join(folder, 'a.png'));
    const result = await writeFileWhole(join(folder, 'a.png'), BYTES);
    expect(result).toEqual(writeFailure('EISDIR', join(folder, 'a.png')));
    expect(readdirSync(folder)).toEqual(['a.png']);
  });

  it('says that the name is too long', async () => {
    const path = join(folder, `${'a'.repeat(300)}.png`);
    expect(await writeFileWhole(path, BYTES)).toEqual(writeFailure('ENAMETOOLONG', path));
    expect(readdirSync(folder)).toEqual([]);
  });

  // A limit on file size acts like a disk that fills up: the system accepts part of the bytes, then refuses.
  it.runIf(process.platform === 'linux')(
    'leaves the old file whole where only a part of the new one has room',
    async () => {
      const limitFileSize = (bytes: string): void => {
        execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:unlimited`]);
      };
      writeFileSync(join(folder, 'a.png'), 'old');
      const carryOn = (): void => undefined;
      process.on('SIGXFSZ', carryOn);
      limitFileSize('100000');
      try {
        expect(await writeFileWhole(join(folder, 'a.png'), BYTES)).toEqual(
          writeFailure('EFBIG', join(folder, 'a.png')),
        );
      } finally {
        limitFileSize('unlimited');
        process.off('SIGXFSZ', carryOn);
      }
      expect(readFileSync(join(folder, 'a.png'), 'utf8')).toBe('old');
      expect(readdirSync(folder)).toEqual(['a.png']);
    },
  );
});

describe('writeFailure', () => {
  const PATH = '/home/reader/Pictures/border.png';
  const WHERE = 'the folder “Pictures”';

  it.each([
    ['ENOENT', 'folder-missing', `${WHERE} does not exist. Create it first, or choose another.`],
    ['ENOTDIR', 'folder-is-file', `${WHERE} is a file, not a folder. Choose another.`],
    ['EISDIR', 'name-is-folder', 'a folder has this name. Choose another name.'],
    ['ENAMETOOLONG', 'name-too-long', 'its name is too long. Choose a shorter one.'],
    [
      'EACCES',
      'write-denied',
      `${WHERE}, or a file of this name in it, is protected. Choose another folder or name.`,
    ],
    [
      'EPERM',
      'write-denied',
      `${WHERE}, or a file of this name in it, is protected. Choose another folder or name.`,
    ],
    ['EROFS', 'disk-read-only', `${WHERE} is on a read-only disk. Choose a folder on another disk.`],
    [
      'ENOSPC',
      'disk-full',
      `there is no room left in ${WHERE}. Free some space, or choose a folder on another disk.`,
    ],
    [
      'EDQUOT',
      'disk-full',
      `there is no room left in ${WHERE}. Free some space, or choose a folder on another disk.`,
    ],
  ])('%s', (code, name, reason) => {
    expect(writeFailure(code, PATH)).toEqual({
      ok: false,
      failure: { code: name, message: `“border.png” could not be saved: ${reason}`, details: [] },
    });
  });

  it('says what the system calls anything else', () => {
    expect(writeFailure('EIO', PATH)).toEqual(
      failure(
        'write-failed',
        `“border.png” could not be saved: the system refused to write in ${WHERE}. Choose another folder.`,
        ['System error: EIO.'],
      ),
    );
  });

  it('names the top of a disk as it is', () => {
    expect(writeFailure('ENOENT', '/border.png')).toEqual(
      failure(
        'folder-missing',
        '“border.png” could not be saved: the folder “/” does not exist. Create it first, or choose another.',
      ),
    );
  });
});
