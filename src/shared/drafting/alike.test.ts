// Two tellings of one event are found, and tellings of two events are kept apart.
import { expect, test } from 'vitest';
import { dateOf } from '../dates/date-samples.ts';
import { agree, likeness } from './alike.ts';

const told = (title: string, date: string | null, people: readonly string[] = []) => ({
  title,
  when: date === null ? null : dateOf(date),
  people,
});

test.each<[isOne: boolean, one: ReturnType<typeof told>, other: ReturnType<typeof told>]>([
  [true, told('The Taliban took Kabul', '2021-08-15'), told('Kabul fell to the Taliban', '2021-08')],
  // Dates that disagree by days.
  [true, told('The Taliban entered Kabul', '2021-08-15'), told('Taliban fighters enter Kabul', '2021-08-17')],
  [true, told('The Taliban entered Kabul', null), told('Taliban fighters enter Kabul', '2021-08-17')],
  // Years apart, or of other words.
  [false, told('The Taliban took Kabul', '1996-09-27'), told('The Taliban took Kabul', '2021-08-15')],
  [false, told('The Taliban took Kabul', '2021-08-15'), told('The Taliban took Herat', '2021-08-12')],
  [false, told('The minister resigned', '2021-08-15'), told('The court ruled', '2021-08-15')],
  // Who took part counts as words do.
  [
    true,
    told('Zas met with the minister', '2022-10-03', ['Stanislav Zas', 'Jeenbek Kulubaev']),
    told('Meeting of Stanislav and Jeenbek Kulubaev', '2022-10'),
  ],
  [true, told('Министр подписал договор', '2022-10-03'), told('Договор подписан министром', '2022-10-03')],
])('%#: one event: %s', (isOne, one, other) => {
  expect(likeness(one, other) > 0).toBe(isOne);
  expect(likeness(other, one)).toBe(likeness(one, other));
});

test('dates agree if they can be of the same day', () => {
  expect(agree(dateOf('2021-08-15'), dateOf('2021-08'))).toBe(true);
  expect(agree(dateOf('2021-08-15'), dateOf('2021-08-16'))).toBe(false);
  expect(agree(null, dateOf('2021'))).toBeNull();
});
