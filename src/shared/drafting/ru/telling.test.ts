// Titles, people and places of Russian events, as a reader would write them from the sentence's own words.
import { expect, test } from 'vitest';
import { drafterFor } from '../languages.ts';

const draft = (text: string) => drafterFor('ru').draft(text, { published: '2022-10-04' }).proposals;

test.each<[string, (readonly [string, string | null])[]]>([
  [
    'Выставка открылась в среду и закроется 12 ноября.',
    [
      ['Выставка открылась', '2022-09-28'],
      ['Выставка закроется', '2022-11-12'],
    ],
  ],
  [
    'Музей, основанный в 1898 году, был закрыт в 2016 году.',
    [
      ['Музей основанный', '1898'],
      ['Музей был закрыт', '2016'],
    ],
  ],
  [
    'Саммит прошёл 15 июня 2001 г. Следующий саммит состоится в 2023 году.',
    [
      ['Саммит прошёл', '2001-06-15'],
      ['Следующий саммит состоится', '2023'],
    ],
  ],
  ['22 июня 1941 года войска перешли границу.', [['Войска перешли границу', '1941-06-22']]],
  ['Авария произошла около 7:40 в понедельник.', [['Авария произошла', '2022-10-03T07:40']]],
  ['В понедельник президент не приехал.', []],
  // “Минут” ends like a verb, and nothing stands beside it.
  ['в 9 часов 7 минут.', []],
])('%s', (text, expected) => {
  expect(draft(text).map(({ title, date }) => [title, date])).toEqual(expected);
});

test('people and places', () => {
  const [first] = draft('Адвокат Ольга Май встретила Петра Иванова в Минске в понедельник.');
  expect(first).toMatchObject({ people: ['Ольга Май', 'Петра Иванова'], place: 'Минске' });
});
