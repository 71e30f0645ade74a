// The arguments of `npm start`, and the text that shows a document in a terminal.
import { describe, expect, test } from 'vitest';
import { parseEventDate } from '../src/shared/dates/parse.ts';
import { documentLines, readWords, type Asked, type Listed } from './start-words.ts';

function event(date: string, title: string): Listed['events'][number] {
  const when = parseEventDate(date);
  if (!when.ok) throw new Error(when.failure.message);
  return { title, when: when.value };
}

describe('words', () => {
  test.each<[string[], Asked]>([
    [[], { dev: false, stay: false, own: [] }],
    [['a.dateline'], { dev: false, stay: false, own: ['a.dateline'] }],
    [['a.dateline', '--stay'], { dev: false, stay: true, own: ['a.dateline'] }],
    [['--stay', '--lang=de'], { dev: false, stay: true, own: ['--lang=de'] }],
    [['--dev', 'a.dateline'], { dev: true, stay: false, own: ['a.dateline'] }],
  ])('%j', (words, expected) => {
    expect(readWords(words)).toEqual(expected);
  });
});

describe('document', () => {
  test('events stand in the order of time, their titles one below the other', () => {
    const events = [event('2022-09-21?', 'Ministers'), event('2021-08-15', 'Kabul'), event('2021', 'A year')];
    expect(documentLines({ title: 'Two years', events })).toEqual([
      'Two years',
      '',
      '2021                          A year',
      '15 August 2021                Kabul',
      '21 September 2022, uncertain  Ministers',
    ]);
  });

  test('a date as long as a sentence moves no other title', () => {
    const events = [event('2021', 'First'), event('[2022-01-01,2022-02-02,2022-03-03,2022-04-04]', 'Second')];
    const [, , first, second] = documentLines({ title: 'Dates', events });
    expect(first).toBe('2021  First');
    expect(second).toMatch(/4 April 2022 {2}Second$/);
  });

  test('a document without events is its title', () => {
    expect(documentLines({ title: 'Nothing', events: [] })).toEqual(['Nothing', '']);
  });

  test('text of a document neither moves the cursor nor turns what follows', () => {
    const events = [event('2021', '\u001b[2J\u202egnp.exe\u0085\r\nnext\u2028line\t')];
    expect(documentLines({ title: '\u0007Bell\u2066', events })).toEqual([
      'Bell',
      '',
      '2021  [2Jgnp.exe next line',
    ]);
  });
});
