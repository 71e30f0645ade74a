// The list of recent documents is short, lists each once, and gives no two the same name.
import { describe, expect, it } from 'vitest';
import { MOST_RECENT, recentLabels, withoutRecent, withRecent } from './recent.ts';

describe('withRecent', () => {
  it('puts the newest first', () => {
    expect(withRecent(['/b', '/a'], '/c')).toEqual(['/c', '/b', '/a']);
  });

  it('lists a document once, where it was opened last', () => {
    expect(withRecent(['/c', '/b', '/a'], '/a')).toEqual(['/a', '/c', '/b']);
  });

  it('keeps ten', () => {
    let paths: readonly string[] = [];
    for (let number = 1; number <= 12; number += 1) paths = withRecent(paths, `/${number}`);
    expect(paths).toHaveLength(MOST_RECENT);
    expect([paths[0], paths.at(-1)]).toEqual(['/12', '/3']);
  });
});

describe('withoutRecent', () => {
  it('takes one document away', () => {
    expect(withoutRecent(['/b', '/a'], '/a')).toEqual(['/b']);
    expect(withoutRecent(['/b'], '/a')).toEqual(['/b']);
  });
});

describe('recentLabels', () => {
  it.each<[string, NodeJS.Platform, string[], string[]]>([
    ['no documents', 'linux', [], []],
    ['different names', 'linux', ['/x/a.dateline', '/x/b.dateline'], ['a.dateline', 'b.dateline']],
    [
      'a name in two folders',
      'linux',
      ['/x/a.dateline', '/y/a.dateline', '/y/b.dateline'],
      ['a.dateline – x', 'a.dateline – y', 'b.dateline'],
    ],
    [
      'folders that have the same name too',
      'linux',
      ['/p/x/a.dateline', '/q/x/a.dateline', '/q/y/a.dateline'],
      ['a.dateline – p/x', 'a.dateline – q/x', 'a.dateline – y'],
    ],
    [
      'a folder within its namesake',
      'linux',
      ['/x/a.dateline', '/x/x/a.dateline'],
      ['a.dateline – /x', 'a.dateline – x/x'],
    ],
    ['no folder at all', 'linux', ['/a.dateline', '/x/a.dateline'], ['a.dateline – /', 'a.dateline – x']],
    ['letters of any script', 'darwin', ['/x/Кыргыз.dateline'], ['Кыргыз.dateline']],
    [
      'two drives',
      'win32',
      ['C:\\x\\a.dateline', 'D:\\x\\a.dateline'],
      ['a.dateline – C:\\x', 'a.dateline – D:\\x'],
    ],
  ])('%s', (_case, platform, paths, labels) => {
    expect(recentLabels(paths, platform)).toEqual(labels);
  });
});
