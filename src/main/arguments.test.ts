// The command line names at most one document.
import { describe, expect, it } from 'vitest';
import { namedDocument } from './arguments.ts';

describe('namedDocument', () => {
  it.each([
    ['no file in development', ['electron', '.'], false, undefined],
    ['no file when packaged', ['dateline'], true, undefined],
    ['a relative file in development', ['electron', '.', 'a.dateline'], false, '/home/reader/a.dateline'],
    ['a relative file when packaged', ['dateline', 'a.dateline'], true, '/home/reader/a.dateline'],
    ['a file in another folder', ['dateline', '../b/a.dateline'], true, '/home/b/a.dateline'],
    ['an absolute file', ['dateline', '/data/a.dateline'], true, '/data/a.dateline'],
    ['switches before it', ['dateline', '--no-sandbox', '-x', 'a.dateline'], true, '/home/reader/a.dateline'],
    [
      'switches around the app’s folder',
      ['electron', '--no-sandbox', '.', '--x=1', 'a'],
      false,
      '/home/reader/a',
    ],
    ['only switches', ['dateline', '--no-sandbox', '--user-data-dir=/tmp/x'], true, undefined],
    [
      'a name that looks like a switch, after --',
      ['dateline', '--', '--a.dateline'],
      true,
      '/home/reader/--a.dateline',
    ],
    ['-- in development', ['electron', '.', '--no-sandbox', '--', '-a'], false, '/home/reader/-a'],
    ['nothing after --', ['dateline', '--'], true, undefined],
    ['an empty word', ['dateline', '', 'a.dateline'], true, '/home/reader/a.dateline'],
    ['the first of two', ['dateline', 'a.dateline', 'b.dateline'], true, '/home/reader/a.dateline'],
    [
      'blanks and letters of any script',
      ['dateline', 'Кыргыз тарых.dateline'],
      true,
      '/home/reader/Кыргыз тарых.dateline',
    ],
  ])('%s', (_case, words, packaged, expected) => {
    expect(namedDocument(words, '/home/reader', packaged)).toBe(expected);
  });
});
