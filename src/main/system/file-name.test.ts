// A figure's suggested name is its document's title, valid on any disk.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameFor } from './file-name.ts';

describe('fileNameFor', () => {
  it.each([
    [
      'CSTO Mechanisms to be Launched on Kyrgyz-Tajik Border',
      'CSTO Mechanisms to be Launched on Kyrgyz-Tajik Border',
    ],
    ['Кыргыз-тажик чек арасы', 'Кыргыз-тажик чек арасы'],
    ['Who? What: a "timeline" / a\\b', 'Who What a timeline a b'],
    ['../../etc/passwd', 'etc passwd'],
    ['  .hidden.  ', 'hidden'],
    ['one\ntwo\tthree\0', 'one two three'],
    ['gpj.\u202eexe', 'gpj. exe'],
    ['می‌خواهم', 'می‌خواهم'],
    ['v1.2', 'v1.2'],
    ['con', 'con_'],
    ['NUL.x', 'NUL.x_'],
    ['Console', 'Console'],
    ['???', 'Timeline'],
    ['', 'Timeline'],
    ['и'.repeat(300), 'и'.repeat(60)],
    [
      'CSTO Mechanisms to be Launched on the Kyrgyz-Tajik Border, Says the Secretary General',
      'CSTO Mechanisms to be Launched on the Kyrgyz-Tajik Border',
    ],
    [
      'Exactly sixty characters stand here, and that is as allowed.',
      'Exactly sixty characters stand here, and that is as allowed',
    ],
    [`A ${'very'.repeat(30)}`, `A ${'very'.repeat(14)}ve`],
    ['👩‍👩‍👧'.repeat(30), '👩‍👩‍👧'.repeat(11)],
  ])('%j becomes %j', (title, name) => {
    expect(fileNameFor(title)).toBe(name);
  });

  it('is always one plain name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
        const name = fileNameFor(title);
        expect(name).toMatch(
          /^[^\p{Cc}\p{Cs}<>:"/\\|?* .](?:[^\p{Cc}\p{Cs}<>:"/\\|?*]*[^\p{Cc}\p{Cs}<>:"/\\|?* .])?$/u,
        );
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(201);
        expect([...new Intl.Segmenter().segment(name)].length).toBeLessThanOrEqual(61);
      }),
    );
  });
});
