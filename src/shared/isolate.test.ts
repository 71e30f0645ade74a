// No text changes the direction of its neighbours.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isolate } from './isolate.ts';

test.each([
  ['Fall of Kabul', 'Fall of Kabul'],
  ['Өзгөн, “Osh” – 2022 😀', 'Өзгөн, “Osh” – 2022 😀'],
  ['سقوط كابول', '\u2068سقوط كابول\u2069'],
  ['נפילת קאבול 2021', '\u2068נפילת קאבול 2021\u2069'],
  ['report\u202egnp', '\u2068report\u202egnp\u2069'],
  ['a\u2069b\u202ec', '\u2068ab\u202ec\u2069'],
  ['a\u2067b', '\u2068a\u2067b\u2069\u2069'],
  ['a\u2067b\u2069c\u2069', '\u2068a\u2067b\u2069c\u2069'],
  ['א\nב\u2029ג', '\u2068א ב ג\u2069'],
])('%j', (text, isolated) => {
  expect(isolate(text)).toBe(isolated);
});

test('whatever the text, its isolates are closed where it ends and not before', () => {
  const unit = fc.constantFrom(
    'a',
    'א',
    '\n',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
    '\u202a',
    '\u202c',
    '\u202e',
  );
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const isolated = isolate(text);
      if (isolated === text) {
        expect(text).toMatch(/^[a\n]*$/);
        return;
      }
      const depths: number[] = [];
      for (const character of isolated) {
        const change = character === '\u2069' ? -1 : /[\u2066-\u2068]/u.test(character) ? 1 : 0;
        depths.push((depths.at(-1) ?? 0) + change);
      }
      expect(depths.indexOf(0)).toBe(isolated.length - 1);
    }),
  );
});
