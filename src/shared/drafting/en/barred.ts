// Which expressions only look like English dates: names, prices, counts, and the verbs “may” and “march”.
import type { Found } from '../grammar.ts';
import type { DateRule } from '../language.ts';
import { wordSet, type Token } from '../tokens.ts';

/** What a year follows. */
const BEFORE_YEAR = wordSet(
  'in since by until till before after from of during early late mid year years to and or through between around about circa for summer winter spring autumn fall election elections as the this season class vintage model copyright © born died',
);
/** What a number that is no year follows. */
const BEFORE_COUNT = wordSet(
  '$ € £ ¥ # № no number resolution flight boeing airbus windows office room route highway article section page line chapter paragraph unit building street model type usd eur gbp rs over nearly almost approximately least most than some roughly another x × + = ± version',
);
/** What follows a number that is a count: people, beasts and things, measures, money. */
const AFTER_COUNT = wordSet(
  '% people persons men women children boys girls adults babies families households inhabitants residents citizens troops soldiers sailors marines officers guards fighters militants rebels insurgents guerrillas militiamen mercenaries volunteers conscripts reservists infantry cavalry cavalrymen infantrymen horsemen archers knights warriors tribesmen paratroopers personnel staff crew students pupils teachers doctors nurses workers labourers laborers employees jobs miners farmers peasants slaves settlers members delegates supporters followers demonstrators protesters protestors spectators fans visitors tourists passengers pilgrims migrants immigrants refugees prisoners captives hostages detainees convicts deaths casualties fatalities killed dead wounded injured missing victims survivors patients voters names civilians km kilometers kilometres kilometer kilometre miles mile meters metres meter metre cm mm m feet foot ft inches inch yards yard acres acre hectares hectare tons tonnes ton tonne pounds lb lbs kg kilograms kilogrammes kilos grams gallons litres liters barrels bushels ounces carats dollars cents euros francs marks lire lira yen yuan won rupees roubles rubles pesos crowns shillings pence percent per mph kph km/h knots mb gb tb kb mhz ghz hz rpm cc hp kw mw kwh watts volts amps calories degrees pixels units copies pages words lines votes points shares bonds seats ships boats vessels aircraft airplanes aeroplanes planes jets bombers helicopters missiles rockets bombs shells rounds mines rifles guns cannons tanks vehicles cars trucks lorries buses bicycles horses mules camels elephants cattle sheep pigs cows dogs birds trees plants species houses homes apartments flats buildings rooms beds hospitals schools villages towns churches shops stores factories companies firms cases complaints incidents attacks strikes flights trips games matches wins goals runs hours days weeks months years minutes seconds million billion trillion thousand hundred dozen square cubic',
);
const PREPOSITIONS = wordSet(
  'in since by until till from of to and or between before after during through for this last next early late mid - ( , around about the each every as on at via into throughout that previous following is was than till : ; — – " “ if when but with it',
);
/** Words of weight that begin names beside a month: `April Ryan`, `August Wilson`, `March on Washington`. */
const AFTER_NAME_OF_MONTH = new Set(['on', 'of']);

/** Whether an expression is a date where it stands. */
export function isDate({ rule, from, to, fields }: Found<DateRule>, tokens: readonly Token[]): boolean {
  if (rule.kind === 'none') return false;
  if (isInTitle(tokens, from, to)) return false;
  if (rule.kind === 'offset' && !isOffset(tokens, to)) return false;
  const before = from === 0 || tokens[from]?.gap === 'break' ? undefined : tokens[from - 1];
  const next = tokens[to]?.gap === 'break' ? undefined : tokens[to];
  const alone = to - from === 1;
  // “The Sunday after Easter” hangs on Easter.
  if (fields['weekday'] !== undefined && alone && before?.word === 'the' && isEventRelative(tokens, to))
    return false;
  // “That August, …”, but not “he said that August was hot”.
  if (fields['which'] === 'thatMonth')
    return (
      (tokens[from]?.capital === true || /^(?:[.,;]|and|he|she|they|it|the)$/.test(next?.word ?? '.')) &&
      !/^\d/.test(next?.word ?? '')
    );
  if (
    fields['year'] === undefined &&
    fields['yearWhich'] === undefined &&
    (fields['month'] !== undefined || fields['season'] !== undefined) &&
    isUsual(tokens, from)
  )
    return false;
  if (rule.kind === 'duration' && tokens[from]?.word === 'the' && fields['count'] === 1 && to - from === 3)
    return isLength(tokens, from, before, next);
  if (rule.kind === 'date') {
    if (fields['year'] !== undefined && fields['era'] === undefined && isYearAlone(fields))
      return isYear(tokens, from, to, Number(fields['year']), before, next);
    if (fields['month'] !== undefined && Object.keys(fields).length === 1)
      return isMonth(tokens, from, to, before, next);
    if (fields['season'] !== undefined && fields['year'] === undefined && fields['yearWhich'] === undefined)
      return isSeason(tokens, from, to, fields, before, next);
    // “iLife ’11” is a name, “in ’11” a year.
    if (fields['yy'] !== undefined && fields['month'] === undefined && fields['season'] === undefined)
      return before !== undefined && BEFORE_YEAR.has(before.word);
    // “KC-30s” are aeroplanes, “he is in his fifties” is an age.
    if (fields['decades'] !== undefined && alone && fields['part'] === undefined) return false;
    // “White Christmas” is a song.
    if (fields['holiday'] !== undefined && before?.capital === true && !PREPOSITIONS.has(before.word))
      return false;
    if (isShortDayAlone(tokens, from, to)) return false;
    if (fields['day'] !== undefined && fields['month'] === undefined && fields['weekday'] === undefined)
      return isDayAlone(fields, before, next);
    if (fields['unit'] === 'quarter' && fields['year'] === undefined && fields['yearWhich'] === undefined)
      return next?.word !== 'of' && next?.word !== 'final';
    if (fields['weekday'] !== undefined && alone) return isWeekday(tokens, from, before, next);
  }
  return true;
}

/** What a year without its era follows, and what may stand behind one: “Capua fell in 211.” */
const BEFORE_BARE = wordSet('in by since until from before after');
const AFTER_BARE = /^(?:[.,;:)]|and|or|when|while|but|he|she|they|it|the|to)$/;

/** Where a number that stands for a year without its era ends; 0 if it is no year. */
export function bareYear(tokens: readonly Token[], at: number): number {
  const next = tokens[at + 1];
  return BEFORE_BARE.has(tokens[at - 1]?.word ?? '') && (next === undefined || AFTER_BARE.test(next.word))
    ? at + 1
    : 0;
}

/** What says that something happens again and again: “the harvest normally starts in July”. */
const USUALLY = wordSet('normally usually typically traditionally generally always often');
/** So many tokens before a date. */
const USUALLY_WITHIN = 6;

/** “Normally starts in late July”: a month of every year. */
function isUsual(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= 0 && at >= from - USUALLY_WITHIN; at--) {
    const token = tokens[at];
    if (token === undefined || token.gap === 'break' || /^[.;!?]$/.test(token.word)) return false;
    if (USUALLY.has(token.word))
      return tokens.slice(at, from).every(({ word }) => !/^(?:was|were|had|.*ed)$/.test(word));
  }
  return false;
}

/** The longest title that is looked for, in tokens, its first quotation mark included. */
const LONGEST_TITLE = 8;
const OPENING = new Set(['“', '"']);
const CLOSING = new Set(['”', '"']);

/** “Summer of ’42”, “The Day After Tomorrow”: words in quotation marks that all have capitals, as titles have. */
function isInTitle(tokens: readonly Token[], from: number, to: number): boolean {
  const isOneOf = (marks: ReadonlySet<string>, at: number): boolean => marks.has(tokens[at]?.text ?? '');
  let open = from - 1;
  while (open > from - LONGEST_TITLE && open >= 0 && !isOneOf(OPENING, open)) open--;
  if (!isOneOf(OPENING, open) || tokens[open + 1]?.gap !== 'none') return false;
  let close = to;
  while (close < open + LONGEST_TITLE && close < tokens.length && !isOneOf(CLOSING, close)) close++;
  if (!isOneOf(CLOSING, close) || close - open <= 2) return false;
  const words = tokens.slice(open + 1, close);
  return (
    words.some(({ capital }) => capital) &&
    words.every(({ text, capital }) => capital || text.length < 4 || !/^\p{L}/u.test(text)) &&
    !/^[.,!?]$/.test(words.at(-1)?.text ?? '')
  );
}

/** “Two days after”, but not “two days after the vote”, which hangs on the vote, nor “two days later than planned”. */
function isOffset(tokens: readonly Token[], to: number): boolean {
  const last = tokens[to - 1]?.word;
  const next = tokens[to]?.gap === 'break' ? undefined : tokens[to];
  // “Two years on, …”, but not “two days on the road”.
  if (last === 'on') return next?.word === ',';
  if (next === undefined) return true;
  if (last === 'later' || last === 'earlier' || last === 'ago') return next.word !== 'than';
  return last !== 'after' && last !== 'before' ? true : /^[.,;:!?)”"-]$/.test(next.text);
}

/** “Over the last year” is a length; “the last quarter” and, where a story goes on, “the next year” are dates. */
function isLength(
  tokens: readonly Token[],
  from: number,
  before: Token | undefined,
  next: Token | undefined,
): boolean {
  const which = tokens[from + 1]?.word;
  const unit = tokens[from + 2]?.word ?? '';
  if (/^(?:quarter|weekend)$/.test(unit) || next?.word === 'of') return false;
  if (which === 'past') return true;
  return /^(?:over|in|during|within|for|of|than)$/.test(before?.word ?? '');
}

/** Whether a number of four digits is all that an expression says. */
function isYearAlone(fields: Found<DateRule>['fields']): boolean {
  return ['month', 'season', 'nth', 'holiday', 'unit', 'weekday', 'day', 'part'].every(
    (name) => fields[name] === undefined,
  );
}

/** Whether “after” or “before” and what it names stand behind an expression. */
function isEventRelative(tokens: readonly Token[], to: number): boolean {
  const [word, name] = [tokens[to], tokens[to + 1]];
  return (
    word?.gap === 'blank' &&
    /^(?:after|before)$/.test(word.word) &&
    name?.gap === 'blank' &&
    /^\p{L}/u.test(name.word)
  );
}

function isYear(
  tokens: readonly Token[],
  from: number,
  to: number,
  year: number,
  before: Token | undefined,
  next: Token | undefined,
): boolean {
  const isCounted =
    next !== undefined &&
    (AFTER_COUNT.has(next.word) || /^\p{Ll}+s$/u.test(next.text)) &&
    !/^(?:as|was|is|his|its|this)$/.test(next.word);
  // “About 1500 people”
  if (/^(?:about|around|approximately|roughly|circa)$/.test(tokens[from]?.word ?? '')) return !isCounted;
  // “In the year 79”, but not “the year 9 pupils”.
  if (to - from > 1 && year < 1000)
    return /^(?:in|since|until|by|from|of)$/.test(before?.word ?? '') && !/^\p{L}+s$/u.test(next?.word ?? '');
  if (to - from > 1) return true;
  // “A force of 1500 armed men”
  const then = next === undefined || next.capital ? undefined : tokens[to + 1];
  if (
    year % 100 === 0 &&
    !/^(?:in|since|until|during|early|late|mid)$/.test(before?.word ?? '') &&
    /^\p{L}/u.test(next?.word ?? '') &&
    then?.gap === 'blank' &&
    AFTER_COUNT.has(then.word) &&
    !PREPOSITIONS.has(next?.word ?? '')
  )
    return false;
  const cued = before !== undefined && BEFORE_YEAR.has(before.word);
  if (before !== undefined && BEFORE_COUNT.has(before.word)) return false;
  if (next !== undefined && AFTER_COUNT.has(next.word)) return false;
  // Part of a longer number or a code: 7-1234, 1234/5, 1234x.
  if (before !== undefined && tokens[from]?.gap === 'none' && /^[-/.#@_=&?]$/.test(before.word)) {
    const earlier = tokens[from - 2];
    if (
      before.word !== '-' ||
      (earlier !== undefined &&
        before.gap === 'none' &&
        !/^(?:mid|pre|post|early|late|\d{4})$/.test(earlier.word))
    )
      return before.word === '-' && earlier !== undefined && /^\p{L}/u.test(earlier.word) && year >= 1500;
  }
  if (next?.gap === 'none' && /^[/_@=]$/.test(next.word)) return false;
  if (year < 1500 || year > 2100) return cued || before?.word === '(';
  if (cued) return true;
  // “1800 prisoners”: a round number before a word in the plural counts them.
  if (year % 100 === 0 && next !== undefined && /^\p{Ll}+s$/u.test(next.text)) return false;
  return true;
}

function isMonth(
  tokens: readonly Token[],
  at: number,
  to: number,
  before: Token | undefined,
  next: Token | undefined,
): boolean {
  const word = tokens[at]?.word;
  // “Jan Smith”, “by Dec.”
  if (word !== undefined && word.length <= 4 && !/^(?:may|june|july)$/.test(word) && to - at === 1)
    return /^(?:in|since|until|during|early|late|mid|-)$/.test(before?.word ?? '') && next?.capital !== true;
  if (next !== undefined && word === 'march' && AFTER_NAME_OF_MONTH.has(next.word)) {
    const then = tokens[at + 2];
    if (then !== undefined && !/^\d/.test(then.word) && then.word !== 'that' && then.word !== 'the')
      return false;
  }
  // “By April Ryan”: a first name where a name may stand.
  const isName = word === 'april' || word === 'june' || word === 'may' || word === 'august';
  if (
    isName &&
    next?.capital === true &&
    next.gap === 'blank' &&
    /^(?:by|with|to|for|and|,|as|between|from|of|-)$/.test(before?.word ?? '')
  )
    return false;
  // “May would run”: a name. “May was warm” is the month.
  if (
    word === 'may' &&
    /^(?:would|will|could|should|might|must|said|says|told|has|had)$/.test(next?.word ?? '')
  )
    return false;
  if (before !== undefined && PREPOSITIONS.has(before.word)) {
    // “the May government”, but not “the March”.
    return !(before.word === 'the' && word === 'march');
  }
  if (before?.capital === true && tokens[at]?.gap === 'blank') return false;
  if (word === 'may' || word === 'march' || word === 'august')
    return before?.capital === false && next?.capital !== true;
  if (before === undefined || /^[.!?"“”]$/.test(before.word))
    return !(next?.capital === true && next.gap === 'blank');
  return true;
}

function isSeason(
  tokens: readonly Token[],
  from: number,
  to: number,
  fields: Found<DateRule>['fields'],
  before: Token | undefined,
  next: Token | undefined,
): boolean {
  const said =
    fields['which'] !== undefined || fields['whichFrom'] !== undefined || fields['part'] !== undefined;
  if (said) return true;
  const season = tokens[to - 1]?.word;
  const the = tokens[from]?.word === 'the';
  if (next?.word === 'of' && season === 'fall') return false;
  if (next?.word === 'of') return season !== 'spring' || the;
  if (next !== undefined && /^(?:offensives?|campaigns?|fighting|uprising|counter)$/.test(next.word))
    return true;
  if (isBesideSeason(tokens, from, to)) return true;
  const cue =
    before !== undefined &&
    /^(?:in|during|by|until|since|through|throughout|over|for|of|from|late|early|mid|to)$/.test(before.word);
  if (season === 'fall') return cue && (the || before.word !== 'to');
  if (season === 'spring') return the || (cue && before.word !== 'to');
  return cue || the;
}

/** “Fall and winter”: each says that the other is a season. */
function isBesideSeason(tokens: readonly Token[], from: number, to: number): boolean {
  const isSeasonAt = (at: number): boolean =>
    /^(?:spring|summer|autumn|fall|winter)$/.test(tokens[at]?.word ?? '');
  const isAnd = (at: number): boolean => /^(?:and|or|-|to)$/.test(tokens[at]?.word ?? '');
  return (
    (isAnd(to) && (isSeasonAt(to + 1) || isSeasonAt(to + 2))) || (isAnd(from - 1) && isSeasonAt(from - 2))
  );
}

/** “Sun” and “Mon” alone are words; beside a date they are days. */
function isShortDayAlone(tokens: readonly Token[], from: number, to: number): boolean {
  const word = tokens[from]?.word ?? '';
  return (
    to - from <= 2 &&
    /^(?:mon|tue|tues|wed|thur?|thurs|fri|sat|sun)$/.test(word) &&
    tokens[from + 1]?.word !== 'the' &&
    !(to - from === 2 && /^\d/.test(tokens[from + 1]?.word ?? ''))
  );
}

/** “the 20th”, not “the 20th floor”. */
function isDayAlone(
  fields: Found<DateRule>['fields'],
  before: Token | undefined,
  next: Token | undefined,
): boolean {
  if (before === undefined) return false;
  const followed =
    next !== undefined &&
    /^\p{L}/u.test(next.word) &&
    !/^(?:and|or|to|of|when|while|but|the|in|at|with|by|after|before|he|she|they|it|his|her|their|a|an|for|as|that|was|were|is|has|had|will)$/.test(
      next.word,
    );
  return (
    !followed &&
    /^(?:on|by|until|till|since|from|of|and|to|before|after|,)$/.test(before.word) &&
    Number(fields['day']) > 3 &&
    next?.word !== 'of'
  );
}

/** “Sunday Times”, “Black Friday”: a weekday between names is part of one. */
function isWeekday(
  tokens: readonly Token[],
  at: number,
  before: Token | undefined,
  next: Token | undefined,
): boolean {
  if (
    next !== undefined &&
    /^(?:times|telegraph|mirror|express|herald|post|mail|mass|island|night)$/.test(next.word)
  )
    return false;
  if (next !== undefined && /^prayers?$/.test(next.word)) return false;
  return !(
    before !== undefined &&
    /^(?:black|bloody|good|ash|palm|holy|super|cyber|blue|fat|easter|whit|shrove|maundy|freaky|casual)$/.test(
      before.word,
    ) &&
    tokens[at]?.gap === 'blank'
  );
}
