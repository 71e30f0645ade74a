// The running app opens the document that a second start names, and ignores anything else.
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../cli/arguments.ts';
import { handedOver } from './hand-over.ts';

/** The message that a start in `folder` with these words sends, as it arrives. */
function arrives(folder: string, ...words: string[]): string | undefined {
  const read = readCommandLine(['dateline', ...words], folder, true);
  if (!read.ok || read.value.kind !== 'window') return expect.fail('it opens no window');
  const sent: unknown = JSON.parse(JSON.stringify({ document: read.value.document ?? null }));
  return handedOver(sent);
}

describe('a second start', () => {
  it.each([
    ['a name in its own folder', '/home/reader', ['a.dateline'], '/home/reader/a.dateline'],
    ['a name in another folder', '/home/reader/x', ['../y/a.dateline'], '/home/reader/y/a.dateline'],
    ['a full name', '/home/reader', ['/data/a.dateline'], '/data/a.dateline'],
    ['a name with blanks', '/home/reader', ['Кыргыз тарых.dateline'], '/home/reader/Кыргыз тарых.dateline'],
    ['switches around it', '/', ['--no-sandbox', 'a', '--inspect=0'], '/a'],
    ['no name', '/home/reader', [], undefined],
  ])('with %s', (_case, folder, words, path) => {
    expect(arrives(folder, ...words)).toBe(path);
  });
});

describe('handedOver', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', '/a.dateline'],
    ['an empty object', {}],
    ['a relative name', { document: 'a.dateline' }],
    ['a number', { document: 7 }],
    ['a list', { document: ['/a.dateline'] }],
  ])('takes %s for no document', (_case, value) => {
    expect(handedOver(value)).toBeUndefined();
  });
});
