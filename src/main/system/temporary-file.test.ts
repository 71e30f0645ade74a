// Removes the leftovers of killed runs, and nothing else.
import { spawnSync } from 'node:child_process';
import {
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRunning, sweepTemporaries, temporaryName } from './temporary-file.ts';

/** The id of a process that has ended. */
const ended = spawnSync(process.execPath, ['--version']).pid;

/** The name that the process `id` would choose. */
const nameOf = (id: number): string => temporaryName().replace(`-${process.pid}-`, `-${id}-`);

/** The same name, from another machine. */
const fromElsewhere = (name: string): string => name.replace(/[0-9a-f]{8}/, '00000000');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-temporary-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('temporaryName', () => {
  it('is never the same twice, hidden, and no longer than any name may be', () => {
    const names = Array.from({ length: 1000 }, temporaryName);
    expect(new Set(names).size).toBe(1000);
    for (const name of names) expect(name).toMatch(/^\.dateline-.{1,60}\.tmp$/);
  });
});

describe('sweepTemporaries', () => {
  const DAY = 24 * 60 * 60 * 1000;
  const sweep = async (now?: number): Promise<string[]> => {
    await sweepTemporaries(folder, now);
    return readdirSync(folder).toSorted();
  };

  it('removes what an ended process of this machine left', async () => {
    writeFileSync(join(folder, nameOf(ended)), 'half');
    writeFileSync(join(folder, 'a.png'), 'whole');
    expect(await sweep()).toEqual(['a.png']);
  });

  it('leaves what a running process writes', async () => {
    const [own, parent] = [temporaryName(), nameOf(process.ppid)];
    writeFileSync(join(folder, own), 'half');
    writeFileSync(join(folder, parent), 'half');
    expect(await sweep()).toEqual([own, parent].toSorted());
  });

  it('leaves what another machine writes into a shared folder, for a day', async () => {
    const name = fromElsewhere(nameOf(ended));
    writeFileSync(join(folder, name), 'half');
    expect(await sweep()).toEqual([name]);
    expect(await sweep(Date.now() + 2 * DAY)).toEqual([]);
  });

  it('removes after a day what bears the number of a process that runs again', async () => {
    const name = temporaryName();
    writeFileSync(join(folder, name), 'half');
    utimesSync(join(folder, name), 0, 0);
    expect(await sweep()).toEqual([]);
  });

  it('removes a folder that an ended process left, and no other', async () => {
    const [left, own, elsewhere] = [nameOf(ended), temporaryName(), fromElsewhere(nameOf(ended))];
    for (const name of [left, own, elsewhere]) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'inside'), '');
    }
    expect(await sweep(Date.now() + 2 * DAY)).toEqual([own, elsewhere].toSorted());
  });

  it('touches nothing of another name, and no link', async () => {
    const [dead] = [nameOf(ended)];
    const names = [
      ...['a.pdf.2135723788', '.dateline-1.tmp', `${dead}.png`, `a${dead}`, dead.replace('.tmp', '.bak')],
      dead.toUpperCase(),
    ];
    for (const name of names) writeFileSync(join(folder, name), 'someone’s');
    const link = nameOf(ended);
    symlinkSync(join(folder, 'a.pdf.2135723788'), join(folder, link));
    expect(await sweep(Date.now() + 2 * DAY)).toEqual([...names, link].toSorted());
    expect(readFileSync(join(folder, 'a.pdf.2135723788'), 'utf8')).toBe('someone’s');
  });

  it.runIf(process.getuid?.() === 0)('touches no file of another user', async () => {
    const name = nameOf(ended);
    writeFileSync(join(folder, name), 'half');
    lchownSync(join(folder, name), 65_534, 65_534);
    expect(await sweep(Date.now() + 2 * DAY)).toEqual([name]);
  });

  it('does no harm where there is no folder', async () => {
    await expect(sweepTemporaries(join(folder, 'missing'))).resolves.toBeUndefined();
  });
});

describe('isRunning', () => {
  it.each([
    [process.pid, true],
    [1, true],
    [ended, false],
  ])('process %i: %s', (id, runs) => {
    expect(isRunning(id)).toBe(runs);
  });
});
