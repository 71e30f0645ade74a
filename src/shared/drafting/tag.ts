// Finds every date expression of a text, and says which date it means, why, and what it hangs on.
import { parseEventDate } from '../dates/parse.ts';
import { withBareYears } from './bare-years.ts';
import { grammarOf, type Fields, type Found, type Grammar, type Reading } from './grammar.ts';
import { joined } from './joined.ts';
import type { DateRule, Frame, Kind, Language } from './language.ts';
import {
  agoMeaning,
  grainOf,
  meaningOf,
  narrativeYear,
  numberIn,
  offsetMeaning,
  wordIn,
  type Base,
  type Context,
  type Meaning,
} from './resolve.ts';
import { sentencesOf, type Sentence } from './sentences.ts';
import { tokensOf, type Token } from './tokens.ts';
import { asEdtf, asTimex, timeOfDay } from './values.ts';
import { why } from './why.ts';
import { coarser, edtfDay, lastDay, spanAsEdtf, type Grain, type Span } from './units.ts';
import { DAY } from '../dates/calendar.ts';

/** The type of an expression in TIMEX3, https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html. */
export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** What an expression hangs on: nothing, the publication date, or the expression that begins at an offset. */
export type HangsOn = null | 'publication' | { readonly start: number; readonly end: number };

/** So many units after something, or before it if `by` is negative. */
export interface Step {
  readonly unit: Grain;
  readonly by: number;
}

/** A date expression in a text. */
export interface Expression {
  /** UTF-16 offset of its first unit. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly type: TimexType;
  /** In TIMEX3, the plain unit: `2021-08-15`, `2021-W33`, `2021-SP`, `P3D`; empty where it has no calendar date. */
  readonly value: string;
  /** What an event beside it would have as its date, in EDTF; `null` where it has none. */
  readonly edtf: string | null;
  /** One line that says why. */
  readonly why: string;
  readonly on: HangsOn;
  /** The unit of the calendar that it names; `null` where it has none. */
  readonly span: Span | null;
  readonly frame: Frame;
  readonly kind: Kind;
  /** Whether it stands in quotation marks. */
  readonly quoted: boolean;
  /** How many units it lies from the expression that it hangs on; `null` where it does not count from one. */
  readonly step: Step | null;
  /** Whether what it should hang on is missing, so that something else stood in. */
  readonly doubtful: boolean;
  /** Whether it waits for the publication date, which is not known. */
  readonly waits: boolean;
  /** The number of its first token, and of the one after its last. */
  readonly from: number;
  readonly to: number;
  readonly fields: Fields;
}

/** A text, tagged. */
export interface Tagged {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly expressions: readonly Expression[];
  /** Whether the text was read as history rather than news. */
  readonly narrative: boolean;
}

/** What is known of a text before it is read. */
export interface Setting {
  /** The publication date in EDTF; `null` if it is not known. A range of days is read as its first and its last. */
  readonly published: string | null;
  /** From where on another publication date holds, in EDTF: another report begins there. In the order of the text. */
  readonly passages?: readonly { readonly from: number; readonly published: string }[];
  /** Stretches of the text that belong to the page, not to the article: no event is told there. */
  readonly hidden?: readonly { readonly start: number; readonly end: number }[];
  /** Whether the text tells history rather than news; left out, it does if nobody knows when it was published. */
  readonly narrative?: boolean;
}

/** The first and the last day on which a text may have been written. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

/** Reads texts of one language. */
export interface Tagger {
  readonly tag: (text: string, setting: Setting, tell?: Tell) => Tagged;
}

/** Takes how much of the work is done, from 0 to 1; called very often. */
export type Tell = (share: number) => void;

/** Makes a tagger; compiling the rules takes some milliseconds. */
export function taggerOf(language: Language): Tagger {
  const read = reader(language);
  const grammar = grammarOf(language.rules, language.parts, read);
  return {
    tag(text, { published, passages = [], narrative }, tell) {
      const tokens = tokensOf(text);
      const sentences = sentencesOf(tokens, language.abbreviations);
      const found = joined(
        withBareYears(find(grammar, tokens, language, tell), tokens, language, read),
        tokens,
        language,
        read,
      );
      const reference = daysOf(published);
      const references = passages.map((passage) => ({ from: passage.from, days: daysOf(passage.published) }));
      const tells = narrative ?? reference === null;
      const expressions = resolveAll(found, {
        text,
        tokens,
        sentences,
        language,
        reference,
        references,
        narrative: tells,
      });
      return { tokens, sentences, expressions, narrative: tells };
    },
  };
}

/** Tells the classes of a token. */
function reader({ words, readNumber, readWord, isMeant }: Language): (token: Token) => readonly Reading[] {
  const lexicon = new Map<string, Reading[]>();
  for (const [name, entries] of Object.entries(words))
    for (const [word, value] of Object.entries(entries)) {
      const reading = { class: name, value };
      const known = lexicon.get(word);
      if (known === undefined) lexicon.set(word, [reading]);
      else known.push(reading);
    }
  const NONE: readonly Reading[] = [];
  return (token) => {
    const code = token.word.charCodeAt(0);
    if (code >= 48 && code <= 57) return readNumber(token);
    const readings = lexicon.get(token.word);
    if (readings === undefined) return readWord?.(token) ?? NONE;
    return isMeant(token) ? readings : NONE;
  };
}

function find(
  grammar: Grammar<DateRule>,
  tokens: readonly Token[],
  language: Language,
  tell?: Tell,
): Found<DateRule>[] {
  const all: Found<DateRule>[] = [];
  for (let at = 0; at < tokens.length;) {
    tell?.(at / tokens.length);
    const found = grammar
      .at(tokens, at)
      .find((each) => each.rule.kind === 'none' || language.isDate(each, tokens));
    if (found !== undefined && found.rule.kind !== 'none') all.push(found);
    at = found?.to ?? at + 1;
  }
  return all;
}

/** The days of a publication date in EDTF; `null` if there is none, or none with bounds. */
export function daysOf(published: string | null): Days | null {
  if (published === null) return null;
  const date = parseEventDate(published);
  if (!date.ok || !Number.isFinite(date.value.start) || !Number.isFinite(date.value.end)) return null;
  return { first: Math.floor(date.value.start / DAY), last: Math.ceil(date.value.end / DAY) - 1 };
}

interface Told {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly language: Language;
  readonly reference: Days | null;
  readonly references: readonly { readonly from: number; readonly days: Days | null }[];
  readonly narrative: boolean;
}

/** The date that a text has come to, and the expression that said it. */
interface Anchor {
  readonly span: Span;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Its date in EDTF, as far as it is known. */
  readonly edtf: string;
  /** Whether the text states it, or counts it from a date that it states. */
  readonly stated: boolean;
  readonly sentence: number;
}

function resolveAll(found: readonly Found<DateRule>[], told: Told): Expression[] {
  const { tokens, text, sentences, language, references, narrative } = told;
  /** Where the narrative has come to, and its last day, week or month. */
  let main: Anchor | null = null;
  let mainDay: Anchor | null = null;
  /** What was named last, perhaps in passing: “that year” speaks of it. */
  let named: Anchor | null = null;
  let namedDay: Anchor | null = null;
  let fronted: Anchor | null = null;
  /** The last date that an entry of a list begins with: “23 March: A lockdown begins.” */
  let entry: Span | null = null;
  let within: Told['references'][number] | null = null;
  let sentence = 0;
  const expressions: Expression[] = [];
  const asides = narrative ? asidesOf(found, told) : new Set<Found<DateRule>>();
  const quoted = quotationsOf(tokens);
  const ahead = narrative ? aheadOf(found, asides, told) : [];
  for (const [number, each] of found.entries()) {
    while ((sentences[sentence]?.to ?? Infinity) <= each.from) sentence++;
    const here = sentences[sentence] ?? { from: 0, to: tokens.length };
    const start = tokens[each.from]?.start ?? 0;
    const end = tokens[each.to - 1]?.end ?? start;
    const passage = references.findLast(({ from }) => from <= start) ?? null;
    if (passage !== within) {
      // Another report does not go on from the dates of this one.
      within = passage;
      main = mainDay = named = namedDay = fronted = null;
    }
    const reference = passage === null ? told.reference : passage.days;
    const words = text.slice(start, end).replace(/\s+/gu, ' ');
    const bound = frameOf(tokens, each.from, here.from, language);
    const isUntil = bound === 'until';
    const frame = isUntil && isNotUntil(tokens, each.from, here.from, language) ? 'at' : bound;
    const near = (one: Anchor | null): Anchor | null =>
      one === null || narrative || sentence - one.sentence <= 2 ? one : null;
    // “Closed in autumn 2019, and two weeks later” counts from that autumn, though a day was named in a sentence before.
    const isOfSeason =
      each.rule.kind === 'offset' &&
      named?.span.grain === 'season' &&
      named.stated &&
      named.sentence === sentence;
    const hangs = isAnaphoric(each)
      ? { any: near(named), day: near(isOfSeason ? named : namedDay) }
      : { any: near(main), day: near(mainDay) };
    const isQuoted = quoted(each.from);
    const isEntry = each.from === here.from && /^[:-]$/.test(tokens[each.to]?.word ?? '');
    const context = (day: number | null): Context => ({
      // Who speaks in a story told later spoke on another day.
      reference: narrative && isQuoted ? null : day,
      narrative,
      anchor: hangs.any?.span ?? null,
      dayAnchor: hangs.day?.span ?? null,
      isAnchorStated: hangs.any?.stated === true,
      dayFirst: language.dayFirst,
      // “Until October” looks onward.
      ahead: isUntil || frame === 'by' ? null : (ahead[number] ?? null),
      fronted: fronted?.sentence === sentence ? fronted.span : isEntry ? yearAfter(entry, each) : null,
      // What goes on until a day goes on still.
      tense: () => (isUntil ? 'future' : language.tense(tokens, here, each)),
    });
    const countedFrom = (day: number | null): Meaning | null => {
      const read = meaning(each, context(day));
      // Who says when this report was written also says what its dates count from.
      return read?.standIn === true && passage !== null ? { ...read, standIn: false } : read;
    };
    const first = countedFrom(reference?.first ?? null);
    const last =
      first?.base === 'reference' && reference !== null && reference.last !== reference.first
        ? countedFrom(reference.last)
        : null;
    const base: Anchor | null =
      first === null
        ? null
        : (baseOf(first.base, each, hangs.any, hangs.day) ?? (first.base === 'anchor' ? fronted : null));
    const expression = expressionOf(each, {
      start,
      end,
      words,
      frame,
      quoted: isQuoted,
      first,
      last,
      base,
      reference,
      isOtherReport: passage !== null,
    });
    expressions.push(expression);
    if (expression.span !== null) {
      const edtf = expression.edtf ?? spanAsEdtf(expression.span, '');
      const stated = first?.base === 'none' || base?.stated === true;
      const anchor: Anchor = { span: expression.span, start, end, words, edtf, stated, sentence };
      const isFine = !coarser(expression.span.grain, 'season');
      named = anchor;
      if (isEntry) entry = stated || entry !== null ? expression.span : null;
      if (expression.span.grain === 'year' && first?.base === 'none' && each.from - here.from <= 2)
        fronted = anchor;
      // “The largest since May Day”: what is told did not happen then.
      if (isFine && (frame !== 'since' || namedDay === null)) namedDay = anchor;
      const isAside =
        asides.has(each) ||
        isQuoted ||
        first?.base === 'reference' ||
        // “Since the 1940s” does not take a story of 1965 back.
        coarser(expression.span.grain, 'decade');
      if (narrative && isAside && main !== null) continue;
      main = anchor;
      if (isFine) mainDay = anchor;
    }
  }
  return expressions;
}

/** The year of an entry in a list that goes on from the entry before it. */
function yearAfter(entry: Span | null, { fields }: Found<DateRule>): Span | null {
  const month = numberIn(fields, 'month');
  return entry === null || month === undefined
    ? null
    : { grain: 'year', n: narrativeYear(month, entry, entry) };
}

/** Whether an expression speaks of the date that was named last, as “that year” and “two days later” do. */
function isAnaphoric({ rule, fields }: Found<DateRule>): boolean {
  if (rule.kind === 'offset' || rule.kind === 'time') return true;
  return (
    ANAPHORS.has(fields['which'] ?? '') ||
    ANAPHORS.has(fields['yearWhich'] ?? '') ||
    (fields['month'] === undefined && fields['day'] !== undefined)
  );
}

const ANAPHORS: ReadonlySet<string | number> = new Set([
  'that',
  'thatMonth',
  'inDay',
  'the',
  'same',
  'previous',
  'following',
]);

/** Tells whether a token stands in quotation marks; a mark that is never closed ends with its line. */
function quotationsOf(tokens: readonly Token[]): (at: number) => boolean {
  const inside = new Set<number>();
  let open: number | null = null;
  tokens.forEach(({ text, gap }, at) => {
    if (gap === 'break') open = null;
    if (text === '“' || text === '«' || (text === '"' && open === null)) open = at;
    else if (text === '”' || text === '»' || text === '"') open = null;
    else if (open !== null) inside.add(at);
  });
  return (at) => inside.has(at);
}

/**
 * The dates to which a narrative does not move: a year that the next years return from is named in passing, as in “papers
 * declassified in 2005” about 1964.
 */
function asidesOf(found: readonly Found<DateRule>[], { sentences }: Told): Set<Found<DateRule>> {
  const dated = found.flatMap((each) => {
    const year = numberIn(each.fields, 'year');
    return year === undefined ? [] : [{ each, year: each.fields['era'] === 'bc' ? 1 - year : year }];
  });
  const asides = new Set<Found<DateRule>>();
  let main: number | null = null;
  let sentence = 0;
  dated.forEach(({ each, year }, at) => {
    while ((sentences[sentence]?.to ?? Infinity) <= each.from) sentence++;
    const next = dated[at + 1]?.year;
    const then = dated[at + 2]?.year;
    if (main !== null && next !== undefined && year !== main) {
      const before = main;
      const returns = (to: number | undefined): boolean =>
        to !== undefined &&
        (year > before ? to <= before : to >= before) &&
        Math.abs(to - before) < Math.abs(to - year);
      const isFronted = each.from - (sentences[sentence]?.from ?? 0) <= 2;
      if (isFronted ? Math.abs(year - before) >= 3 && returns(next) && returns(then) : returns(next)) {
        asides.add(each);
        return;
      }
    }
    main = year;
  });
  return asides;
}

/** More paragraphs on than this, a date tells nothing of the year of one here. */
const NEAR = 2;

/**
 * For each expression, the last day of the next date behind it that is stated with its year and told in the story's course;
 * `null` where none is near.
 */
function aheadOf(
  found: readonly Found<DateRule>[],
  asides: ReadonlySet<Found<DateRule>>,
  { tokens, language }: Told,
): (number | null)[] {
  const nothing: Context = {
    reference: null,
    narrative: true,
    anchor: null,
    dayAnchor: null,
    isAnchorStated: false,
    fronted: null,
    ahead: null,
    tense: () => null,
    dayFirst: language.dayFirst,
  };
  let paragraph = 0;
  const paragraphs = tokens.map(({ gap }) => (gap === 'break' ? ++paragraph : paragraph));
  let next: { readonly day: number; readonly paragraph: number } | null = null;
  return found
    .toReversed()
    .map((each) => {
      const here = paragraphs[each.from] ?? 0;
      const known = next !== null && next.paragraph - here <= NEAR ? next.day : null;
      const span =
        each.fields['year'] === undefined || asides.has(each) ? undefined : meaning(each, nothing)?.span;
      if (span !== undefined) next = { day: lastDay(span), paragraph: here };
      return known;
    })
    .toReversed();
}

function baseOf(
  base: Base,
  { fields }: Found<DateRule>,
  hangs: Anchor | null,
  hangsDay: Anchor | null,
): Anchor | null {
  if (base !== 'anchor') return null;
  const unit = wordIn(fields, 'unit');
  const finer =
    unit === 'day' || unit === 'week' || fields['day'] !== undefined || fields['weekday'] !== undefined;
  return finer ? (hangsDay ?? hangs) : hangs;
}

function meaning({ rule, fields }: Found<DateRule>, context: Context): Meaning | null {
  switch (rule.kind) {
    case 'date':
      // “Today” in a story is the day of its reader.
      return context.narrative && fields['today'] !== undefined ? null : meaningOf(fields, context);
    case 'time':
      return timeMeaning(fields, context);
    case 'offset': {
      const to = wordIn(fields, 'to') ?? (fields['today'] === undefined ? undefined : 'day');
      if (to !== undefined) return agoMeaning(countIn(fields), to, numberIn(fields, 'today') ?? 0, context);
      return offsetMeaning(
        countIn(fields),
        numberIn(fields, 'direction') ?? 1,
        startOf(fields, context),
        context,
      );
    }
    case 'duration':
    case 'set':
    case 'vague':
    case 'none':
      return null;
  }
}

/** What an offset counts from; `tense`: what is to come from the day of writing, what was from the date before. */
function startOf(fields: Fields, { anchor, tense }: Context): 'reference' | 'anchor' {
  const from = wordIn(fields, 'from');
  if (from !== 'tense') return from === 'reference' ? 'reference' : 'anchor';
  return anchor === null || tense() === 'future' ? 'reference' : 'anchor';
}

/** How many days old a time of day without its day may be, in news. */
const LATEST_TIME = 31;

/** A time of day belongs to the day beside it, or to the one that the text spoke of last. */
function timeMeaning(fields: Fields, context: Context): Meaning | null {
  const hasDay = ['day', 'weekday', 'today', 'which', 'iso', 'holiday', 'slashed', 'month'].some(
    (name) => fields[name] !== undefined,
  );
  if (context.narrative && fields['today'] !== undefined) return null;
  if (hasDay)
    return meaningOf(
      fields['which'] === 'this' && fields['weekday'] === undefined && fields['unit'] === undefined
        ? { ...fields, today: 0 }
        : fields,
      context,
    );
  if (context.dayAnchor?.grain === 'day')
    // In news, “at 7:49 a.m.” is no time of a day years ago that was named in passing.
    return context.reference !== null &&
      !context.narrative &&
      context.reference - context.dayAnchor.n > LATEST_TIME
      ? null
      : { span: context.dayAnchor, base: 'anchor' };
  if (context.reference !== null && !context.narrative)
    return { span: { grain: 'day', n: context.reference }, base: 'reference' };
  return null;
}

/** How many of which unit an expression counts; -1 for “several”. */
export function countIn(fields: Fields): { count: number; half: boolean; unit: string } {
  const tens = numberIn(fields, 'tens') ?? 0;
  return {
    count: (numberIn(fields, 'count') ?? 0) + tens,
    half: fields['half'] === 1,
    unit: wordIn(fields, 'unit') ?? 'day',
  };
}

/** So many tokens between “not” and “until”. */
const NOT_WITHIN = 8;

/** “Not due until October”: in October. */
function isNotUntil(tokens: readonly Token[], from: number, floor: number, { not }: Language): boolean {
  for (let at = from - 1; at >= Math.max(floor, from - NOT_WITHIN); at--) {
    const word = tokens[at]?.word ?? '';
    if (/^[,;:]$/.test(word)) return false;
    if (not.has(word)) return true;
  }
  return false;
}

function frameOf(tokens: readonly Token[], from: number, floor: number, { frames }: Language): Frame {
  for (const [words, frame] of frames) {
    const begin = from - words.length;
    if (begin >= floor && words.every((word, at) => tokens[begin + at]?.word === word)) return frame;
  }
  return 'at';
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly frame: Frame;
  readonly quoted: boolean;
  readonly first: Meaning | null;
  /** What it means counted from the last day of a range, where that is another. */
  readonly last: Meaning | null;
  readonly base: Anchor | null;
  readonly reference: Days | null;
  /** Whether the reference is that of another report within the text. */
  readonly isOtherReport: boolean;
}

const DATELESS = { span: null, edtf: null } as const;

function expressionOf(found: Found<DateRule>, place: Place): Expression {
  const { rule, fields, from, to } = found;
  const { start, end, words, frame, quoted, first, last, base, reference, isOtherReport } = place;
  const common = {
    start,
    end,
    from,
    to,
    fields,
    frame,
    kind: rule.kind,
    on: null,
    step: null,
    quoted,
    doubtful: false,
    waits: false,
  };
  switch (rule.kind) {
    case 'duration':
      return {
        ...common,
        ...DATELESS,
        type: 'DURATION',
        value: lengthOf(fields),
        why: why({ kind: 'length', words }),
      };
    case 'set':
      return {
        ...common,
        ...DATELESS,
        type: 'SET',
        value: repetition(fields),
        why: why({ kind: 'repeated', words }),
      };
    case 'vague':
    case 'none':
      return {
        ...common,
        ...DATELESS,
        type: 'DATE',
        value: wordIn(fields, 'vague') ?? '',
        why: why({ kind: 'undated', words }),
      };
    case 'date':
    case 'time':
    case 'offset':
      break;
  }
  const time =
    rule.kind === 'time' || fields['iso'] !== undefined ? timeOfDay({ ...fields, kind: rule.kind }) : '';
  const type = time === '' ? 'DATE' : 'TIME';
  if (first === null) {
    const kind =
      rule.kind === 'offset' && countIn(fields).count < 0
        ? 'undated'
        : reference === null
          ? 'no-reference'
          : 'undated';
    return {
      ...common,
      ...DATELESS,
      type,
      value: vagueValue(rule, fields),
      waits: kind === 'no-reference',
      why: why({ kind, words }),
    };
  }
  const value = asTimex(first, fields, time);
  const edtf =
    last === null
      ? asEdtf(first, fields, frame, time)
      : between(asEdtf(first, fields, frame, time), asEdtf(last, fields, frame, time));
  // EDTF has no days and months in years of five digits, and no article tells of them.
  if (edtf.includes('Y'))
    return { ...common, ...DATELESS, type, value: '', why: why({ kind: 'undated', words }) };
  const on =
    base !== null ? { start: base.start, end: base.end } : first.base === 'reference' ? 'publication' : null;
  const kind = first.base === 'none' ? 'stated' : first.base;
  return {
    ...common,
    type,
    value,
    edtf,
    span: first.span,
    on,
    step: first.base === 'anchor' ? stepOf(found) : null,
    doubtful: first.standIn === true || first.other !== undefined,
    why: why({
      kind,
      words,
      isOtherReport,
      ...(base !== null && { base: base.edtf, baseWords: base.words }),
      ...(first.base === 'reference' && reference !== null && { base: referenceAsEdtf(reference) }),
      ...(first.tense !== undefined && { tense: first.tense }),
      doubt: first.other !== undefined ? 'two-orders' : first.standIn === true ? 'stands-in' : null,
    }),
  };
}

const BY: Readonly<Record<string, number>> = { previous: -1, following: 1, same: 0, that: 0, the: 0 };

/** “The next day”, “two weeks later”: how far an expression lies from what it hangs on. */
function stepOf({ rule, fields }: Found<DateRule>): Step | null {
  const grain = grainOf(wordIn(fields, 'unit'));
  if (grain === undefined) return null;
  if (rule.kind === 'offset') {
    const { count, half } = countIn(fields);
    return half ? null : { unit: grain, by: (numberIn(fields, 'direction') ?? 1) * count };
  }
  const by = BY[wordIn(fields, 'which') ?? ''];
  return by === undefined || fields['part'] !== undefined ? null : { unit: grain, by };
}

function referenceAsEdtf({ first, last }: Days): string {
  return first === last ? edtfDay(first) : `[${edtfDay(first)}..${edtfDay(last)}]`;
}

/** The dates counted from the first and the last day of a range. */
function between(first: string, last: string): string {
  if (first === last) return first;
  const plain = /^[\d-]+[?~%]?$/;
  return plain.test(first) && plain.test(last) ? `[${first}..${last}]` : first;
}

const LETTERS: Readonly<Record<string, string>> = {
  second: 'TXS',
  minute: 'TXM',
  hour: 'TXH',
  day: 'XD',
  weekend: 'XWE',
  week: 'XW',
  fortnight: 'XW',
  month: 'XM',
  quarter: 'XQ',
  year: 'XY',
  decade: 'XDE',
  century: 'XCE',
};

/** A length of time in TIMEX3: `P3D`, `PT2H`, `PXY`. */
function lengthOf(fields: Fields): string {
  const { count, half, unit } = countIn(fields);
  const times = unit === 'fortnight' ? 2 : 1;
  const number = count < 0 ? 'X' : String((count + (half ? 0.5 : 0)) * times);
  return `P${(LETTERS[unit] ?? 'XD').replace('X', number)}`;
}

function repetition(fields: Fields): string {
  const every = wordIn(fields, 'every');
  if (every !== undefined) return every;
  const weekday = numberIn(fields, 'weekday') ?? numberIn(fields, 'weekdays');
  if (weekday !== undefined) return `XXXX-WXX-${weekday}`;
  const unit = wordIn(fields, 'unit');
  const { count } = countIn(fields);
  return unit === undefined ? '' : `P${(LETTERS[unit] ?? 'XD').replace('X', String(count || 1))}`;
}

/** The value of an expression that cannot be dated. */
function vagueValue(rule: DateRule, fields: Fields): string {
  if (rule.kind !== 'offset') return fields['today'] === 0 ? 'PRESENT_REF' : '';
  return numberIn(fields, 'direction') === 1 ? 'FUTURE_REF' : 'PAST_REF';
}
