// English.
import type { Reading } from '../grammar.ts';
import { joinedNumber } from '../numbers.ts';
import type { Language } from '../language.ts';
import { wordSet, type Token } from '../tokens.ts';
import { bareYear, isDate } from './barred.ts';
import { PARTS, RULES } from './dates.ts';
import { tense } from './tense.ts';
import { TELLING } from './telling.ts';
import { CAPITAL_ONLY, WORDS } from './words.ts';

const NUMBER = /^(\d+)(\p{L}*)$/u;

function readNumber({ word }: Token): readonly Reading[] {
  const [, digits, letters] = NUMBER.exec(word) ?? [];
  if (digits === undefined) return readJoined(word);
  const n = Number(digits);
  if (letters === '') {
    const readings: Reading[] = [];
    if (digits.length <= 4) readings.push({ class: 'NUM', value: n });
    if (n >= 1 && n <= 31 && digits.length <= 2) readings.push({ class: 'DAY', value: n });
    if (n >= 1 && n <= 12 && digits.length <= 2) readings.push({ class: 'HOUR', value: `${n}:00` });
    if (digits.length === 4 && n >= 1000 && n < 2200) readings.push({ class: 'YEAR', value: n });
    // “0830 GMT”
    if (digits.length === 4 && n < 2400 && n % 100 < 60)
      readings.push({ class: 'TIMEOFFOUR', value: `${digits.slice(0, 2)}:${digits.slice(2)}` });
    if (digits.length === 4 && n % 10 === 0) readings.push({ class: 'ROUNDYEAR', value: n / 10 });
    if (digits.length === 2) readings.push({ class: 'YY', value: n });
    return readings;
  }
  if (letters === 'st' || letters === 'nd' || letters === 'rd' || letters === 'th')
    return n >= 1 && n <= 31 ? [{ class: 'ORDDAY', value: n }] : [];
  if (letters === 's' && n % 10 === 0)
    // “The 1800s” are a century, “the 2000s” ten years.
    return digits.length === 4
      ? [
          n % 100 === 0 && n < 2000
            ? { class: 'HUNDREDS', value: n / 100 + 1 }
            : { class: 'DECADE', value: n / 10 },
        ]
      : digits.length === 2
        ? [{ class: 'DECADES', value: n / 10 }]
        : [];
  if ((letters === 'am' || letters === 'pm') && n >= 1 && n <= 12)
    return [{ class: 'HOURTIME', value: `${n % 12 === 0 ? 0 : n}:00${letters}` }];
  if (letters === 'q') return n >= 1 && n <= 4 ? [{ class: 'QUARTERS', value: n }] : [];
  return [];
}

/** Numbers that are joined by points, colons or slashes, and ISO dates. */
function readJoined(word: string): readonly Reading[] {
  const joined = joinedNumber(word);
  if (joined !== null) return [joined];
  if (/^(?:[1-9]|1[0-2])\.[0-5]\d$/.test(word))
    return [{ class: 'POINTTIME', value: word.replace('.', ':') }];
  if (/^\d{1,2}([/.])\d{1,2}\1(?:\d{4}|\d\d)$|^\d{4}([/.])\d{1,2}\2\d{1,2}$/.test(word))
    return [{ class: 'SLASHED', value: word }];
  return [];
}

/** A word with a capital: “Baghdad time”. */
const NAME: readonly Reading[] = [{ class: 'NAME', value: '' }];
const NO_CLASS: readonly Reading[] = [];

/** English, with months that are named before or after their day. */
export const ENGLISH: Language = {
  code: 'en',
  words: WORDS,
  parts: PARTS,
  rules: RULES,
  readNumber,
  readWord: ({ text, capital }) => (capital && /^\p{Lu}\p{Ll}+$/u.test(text) ? NAME : NO_CLASS),
  isMeant: ({ word, capital }) => capital || !CAPITAL_ONLY.has(word),
  isDate,
  bareYear,
  abbreviations: wordSet(
    'mr mrs ms dr prof gen lt col sgt capt maj adm gov sen rep rev st hon pres jr sr inc co corp ltd no vs jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun approx ca cf etc ft mt',
  ),
  joins: new Set(['and', 'or', 'to', '-', ',', 'through', 'until', 'till', '/', '&']),
  ranges: {
    between: new Set(['between']),
    and: new Set(['and']),
    to: new Set(['to', '-', 'through', 'until', 'till']),
  },
  frames: [
    [['not', 'later', 'than'], 'by'],
    [['no', 'later', 'than'], 'by'],
    [['up', 'to'], 'until'],
    [['up', 'until'], 'until'],
    [['prior', 'to'], 'before'],
    [['starting', 'in'], 'since'],
    [['before'], 'before'],
    [['after'], 'after'],
    [['following'], 'after'],
    [['since'], 'since'],
    [['until'], 'until'],
    [['till'], 'until'],
    [['by'], 'by'],
  ],
  not: new Set(['not', 'never', 't']),
  tense,
  dayFirst: null,
  telling: TELLING,
};
