// The log stays small, survives a full disk, and quotes nothing from a document.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogFile, errorForLog } from './log-file.ts';

describe('createLogFile', () => {
  let folder: string;
  const noon = (): Date => new Date(Date.UTC(2026, 0, 2, 12));
  const read = (name = 'dateline.log'): string => readFileSync(join(folder, name), 'utf8');

  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'dateline-log-')), 'logs');
  });

  afterEach(() => {
    rmSync(join(folder, '..'), { recursive: true });
  });

  it('makes its folder, and adds each line with the time', () => {
    const file = createLogFile(folder, 1000, noon);
    file.write('one');
    file.write('two');
    expect(read()).toBe('2026-01-02T12:00:00.000Z one\n2026-01-02T12:00:00.000Z two\n');
  });

  it('goes on where the last run ended', () => {
    createLogFile(folder, 1000, noon).write('one');
    createLogFile(folder, 1000, noon).write('two');
    expect(read().split('\n')).toHaveLength(3);
  });

  it('keeps two files, neither larger than the limit, with the newest lines', () => {
    for (let run = 0; run < 3; run += 1) {
      const file = createLogFile(folder, 1000, noon);
      for (let line = 0; line < 50; line += 1) file.write(`run ${run} line ${line} Кыргызстан`);
    }
    expect(readdirSync(folder).toSorted()).toEqual(['dateline.log', 'dateline.old.log']);
    for (const name of readdirSync(folder))
      expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(1000);
    expect(read()).toMatch(/run 2 line 49 Кыргызстан\n$/);
    const lines = (read('dateline.old.log') + read()).trimEnd().split('\n');
    expect(lines.map((line) => Number(/line (\d+)/.exec(line)?.[1]))).toEqual(
      lines.map((_line, place) => 50 - lines.length + place),
    );
  });

  it('cuts a line that would fill it', () => {
    createLogFile(folder, undefined, noon).write('x'.repeat(1_000_000));
    expect(read().length).toBeLessThan(5000);
  });

  it('does no harm where it cannot be written', () => {
    writeFileSync(folder, 'a file in the place of the folder');
    const file = createLogFile(folder, 1000, noon);
    expect(() => {
      file.write('one');
    }).not.toThrow();
    expect(readFileSync(folder, 'utf8')).toBe('a file in the place of the folder');
  });
});

describe('errorForLog', () => {
  const thrown = (action: () => unknown): unknown => {
    try {
      action();
    } catch (error) {
      return error;
    }
    return expect.fail('nothing was thrown');
  };

  it('leaves out what the message quotes', () => {
    const text = errorForLog(thrown(() => JSON.parse('{"title": Treaty of Vienna}')));
    expect(text).toMatch(/^SyntaxError\n/);
    expect(text).not.toMatch(/Treaty|Vienna|title/);
    expect(text).toMatch(/log-file\.test\.ts:\d+:\d+/);
  });

  it('leaves out folders, and a message that looks like a place', () => {
    const error = new Error('first\n    at Treaty (/home/reader/secret.dateline:1:1)');
    error.stack = `Error: ${error.message}\n    at open (file:///home/reader/app/out/main/index.js:3:4)\n    at /home/reader/app/b.js:5:6\n    at C:\\Users\\reader\\c.js:7:8`;
    expect(errorForLog(error)).toBe('Error\n    at open (index.js:3:4)\n    at b.js:5:6\n    at c.js:7:8');
  });

  it('names the system’s code', () => {
    const error = Object.assign(new Error('ENOENT: /home/reader/secret.dateline'), { code: 'ENOENT' });
    expect(errorForLog(error)).toMatch(/^Error ENOENT\n/);
    expect(errorForLog(error)).not.toContain('secret');
  });

  it('says nothing of what is no error', () => {
    expect(errorForLog('Treaty of Vienna')).toBe('a thrown string');
  });
});
