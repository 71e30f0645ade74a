// Numbers that dates are written with in every language.
import type { Reading } from './grammar.ts';

/** Numbers that are joined by colons or slashes, and ISO dates: a year pair, a date, a time of day; `null` for others. */
export function joinedNumber(word: string): Reading | null {
  if (/^\d{4}-\d\d-\d\d/.test(word)) return { class: 'ISO', value: word.toUpperCase() };
  if (/^(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?$/.test(word)) return { class: 'TIME', value: word };
  return yearPair(word);
}

/** A season or a year that runs over into the next: `2020/21`, `2020/2021`; `null` for other numbers. */
function yearPair(word: string): Reading | null {
  const [, first = '', second = ''] = /^(\d{4})\/(\d\d|\d{4})$/.exec(word) ?? [];
  if (first === '') return null;
  const next = Number(first) + 1;
  return second === String(next) || second === String(next).slice(2)
    ? { class: 'YEARPAIR', value: Number(first) }
    : null;
}
