// Russian.
import { romanNumber } from '../../dates/roman.ts';
import type { Reading } from '../grammar.ts';
import type { Language } from '../language.ts';
import { joinedNumber } from '../numbers.ts';
import { wordSet, type Token } from '../tokens.ts';
import { bareYear, isDate } from './barred.ts';
import { PARTS, RULES } from './dates.ts';
import { TELLING } from './telling.ts';
import { tense } from './tense.ts';
import { WORDS } from './words.ts';

function readNumber({ word }: Token): readonly Reading[] {
  if (!/^\d+$/.test(word)) return readJoined(word);
  const n = Number(word);
  const readings: Reading[] = [];
  if (word.length <= 4) readings.push({ class: 'NUM', value: n });
  if (n >= 1 && n <= 31 && word.length <= 2) readings.push({ class: 'DAY', value: n });
  if (n <= 24 && word.length <= 2) readings.push({ class: 'HOUR', value: `${n}:00` });
  if (n < 60 && word.length <= 2) readings.push({ class: 'MINUTE', value: n });
  if (word.length === 4 && n >= 1000 && n < 2200) readings.push({ class: 'YEAR', value: n });
  if (word.length === 4 && n % 10 === 0) readings.push({ class: 'ROUNDYEAR', value: n / 10 });
  if (word.length === 2 && n % 10 === 0) readings.push({ class: 'TENYEARS', value: n / 10 });
  if (word.length === 2) readings.push({ class: 'YY', value: n });
  return readings;
}

/** Numbers that are joined by points, colons or slashes, and ISO dates. */
function readJoined(word: string): readonly Reading[] {
  const joined = joinedNumber(word);
  if (joined !== null) return [joined];
  if (/^\d{1,2}([/.])\d{1,2}\1(?:\d{4}|\d\d)$/.test(word)) return [{ class: 'SLASHED', value: word }];
  return [];
}

/** Russian, with days before months. */
export const RUSSIAN: Language = {
  code: 'ru',
  words: WORDS,
  parts: PARTS,
  rules: RULES,
  readNumber,
  readWord: ({ text }) => {
    const roman = romanNumber(text);
    return roman === null ? [] : [{ class: 'ROMAN', value: roman }];
  },
  isMeant: () => true,
  isDate,
  bareYear,
  abbreviations: wordSet(
    'г гг в вв н э т д др пр им ул руб млн млрд тыс стр проф акад янв фев февр апр авг сен сент окт нояб дек св',
  ),
  joins: new Set(['и', 'или', 'по', '-', 'до', ',', '/']),
  ranges: { between: new Set(['между']), and: new Set(['и']), to: new Set(['по', '-', 'до']) },
  frames: [
    [['не', 'позднее'], 'by'],
    [['не', 'ранее'], 'since'],
    [['вплоть', 'до'], 'until'],
    [['до'], 'until'],
    [['после'], 'after'],
    [['с'], 'since'],
    [['со'], 'since'],
    [['к'], 'by'],
  ],
  not: new Set(['не']),
  tense,
  dayFirst: true,
  telling: TELLING,
};
