// Makes proposed events of a text: which sentences tell one, when it was, why, and what it hangs on.
import type { Language, Nominal, Verb } from './language.ts';
import type { Sentence } from './sentences.ts';
import { daysOf, taggerOf, type Expression, type Setting, type Tagged, type Tell } from './tag.ts';
import type { Token } from './tokens.ts';
import { coarser, edtfDay, type Grain, type Span } from './units.ts';
import { ranged, type Dated } from './ranges.ts';
import { because } from './why.ts';

/** A stretch of the text, in UTF-16 units; the end is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The date of a proposal hangs on that of another: so many units after it, or before it if `by` is negative. */
export interface Link {
  /** The number of the proposal that it hangs on. */
  readonly on: number;
  readonly unit: Grain;
  readonly by: number;
}

/** What is known of a proposal besides its date: it was before or after another, or after publication. */
export interface Relation {
  readonly order: 'before' | 'after' | 'same';
  /** The number of the other proposal, or the day of publication. */
  readonly than: number | 'publication';
}

/** How sure the date of a proposal is: said in the text, counted from the publication date, taken over from another, or open. */
export type Ground = 'stated' | 'publication' | 'lead' | 'linked' | 'undated';

/** An event that a text may tell, for a reader to accept, change or reject. */
export interface Proposal {
  /** Who did what, in the words of the text. */
  readonly title: string;
  /** In EDTF; `null` where the text gives none. */
  readonly date: string | null;
  /** One line. */
  readonly why: string;
  readonly ground: Ground;
  /** Whether what its date should hang on is missing. */
  readonly doubtful: boolean;
  /** The sentence that tells it. */
  readonly sentence: Stretch;
  /** All sentences that tell of it, in the order of the text. */
  readonly quotes: readonly Stretch[];
  /** The words that say its date. */
  readonly expression: Stretch | null;
  readonly link: Link | null;
  readonly relations: readonly Relation[];
  /** Whether another report begins here, so that another reference date may hold from here on. */
  readonly otherReport: boolean;
  readonly place: string | null;
  readonly people: readonly string[];
}

/** The proposals of a text, in its order. */
export interface Draft {
  readonly proposals: readonly Proposal[];
  readonly tagged: Tagged;
}

/** Drafts texts of one language. */
export interface Drafter {
  readonly draft: (text: string, setting: Setting, tell?: Tell) => Draft;
  readonly tag: (text: string, setting: Setting) => Tagged;
}

/** Makes a drafter; compiling the rules takes some milliseconds. */
export function drafterOf(language: Language): Drafter {
  const { tag } = taggerOf(language);
  return {
    tag,
    draft(text, setting, tell) {
      // To find the dates takes as long as to find what they date.
      const tagged = tag(text, setting, (share) => tell?.(share / 2));
      const proposals = propose(text, tagged, setting, language, (share) => tell?.((1 + share) / 2));
      return { tagged, proposals };
    },
  };
}

/** An event that is being put together: a proposal, by the numbers of its sentences. */
interface Making {
  readonly sentence: number;
  readonly quotes: number[];
  readonly verb: Verb | null;
  readonly expression: Expression | null;
  readonly title: string;
  readonly place: string | null;
  readonly people: readonly string[];
  ground: Ground;
  date: string | null;
  why: string;
  readonly doubtful: boolean;
  link: Link | null;
  relations: Relation[];
  readonly otherReport: boolean;
}

/** The day that the news of a text are from, and the proposal that says so. */
interface Story {
  readonly date: string;
  readonly span: Span | null;
}

/** Verbs that tell what happened, so that news without a date mean the day of the news. */
const HAPPENED: ReadonlySet<Verb['kind']> = new Set(['past', 'perfect', 'headline', 'present']);
/** So many sentences into a text, the perfect tells what was before the news: “Airbus has also …”. */
const LEAD = 2;

/** What a pass over the sentences of a text knows. */
interface Pass {
  readonly text: string;
  readonly tagged: Tagged;
  readonly setting: Setting;
  readonly language: Language;
  readonly story: Story | null;
  readonly made: Making[];
  /** The number of the proposal that says the day of the news. */
  storyAt: number | null;
  /** The proposal that an expression gave its date to, by the expression's offset. */
  readonly dating: Map<number, number>;
}

/** A sentence, read. */
interface Told {
  readonly number: number;
  readonly sentence: Sentence;
  readonly verbs: readonly Verb[];
  /** The verb of its main clause. */
  readonly main: Verb | null;
  /** The expressions that can date an event. */
  readonly dated: readonly Expression[];
  /** How many sentences with a verb came before it. */
  readonly before: number;
}

function propose(text: string, tagged: Tagged, setting: Setting, language: Language, tell: Tell): Proposal[] {
  const { tokens, sentences, narrative } = tagged;
  const story = narrative ? null : storyOf(tagged, setting);
  const pass: Pass = { text, tagged, setting, language, story, made: [], storyAt: null, dating: new Map() };
  let headline: number | null = null;
  let before = 0;
  for (const [number, { sentence, here }] of withExpressions(tagged).entries()) {
    tell(number / sentences.length);
    const { from, to } = sentence;
    if (isBare(tokens, sentence, here) || isHidden(tokens, sentence, setting)) continue;
    const dated = here.filter(
      (each) =>
        !each.quoted && isEventDate(each, tokens, to) && !language.telling.isCompared(tokens, from, each),
    );
    if (number === 0 && dated.length === 0 && !/^[.!?”"»]$/.test(tokens[to - 1]?.word ?? '')) {
      if (!language.telling.isPlan(tokens, from, to)) headline = number;
      continue;
    }
    // “7 минут” ends like a verb.
    const verbs = language.telling
      .verbs(tokens, from, to)
      .filter(({ at }) => !here.some((each) => at >= each.from && at < each.to));
    const own = verbs.filter(({ under, quoted }) => under === null && !quoted);
    // “He has not said why, but left”
    const main = own.find(({ kind }) => kind !== 'modal') ?? own[0] ?? null;
    addSentence({ number, sentence, verbs, main, dated, before }, pass);
    if (verbs.length > 0) before++;
  }
  if (headline !== null) addHeadline(headline, pass);
  return pass.made.map((each) => finished(each, tagged));
}

/** The sentences of a text in order, each with its expressions. */
function withExpressions({
  sentences,
  expressions,
}: Tagged): { readonly sentence: Sentence; readonly here: readonly Expression[] }[] {
  let at = 0;
  return sentences.map((sentence) => {
    const first = at;
    while ((expressions[at]?.from ?? Infinity) < sentence.to) at++;
    return { sentence, here: expressions.slice(first, at) };
  });
}

/** Adds the events that a sentence tells. */
function addSentence(told: Told, pass: Pass): void {
  const { verbs, main, dated } = told;
  const { made, tagged, language } = pass;
  const nominals = addNominals(told, pass);
  const first = made.length;
  const pairs = paired(verbs, main, ranged(dated, tagged.tokens, language)).filter(
    // What may come, or would if, has no date.
    ({ verb }) => verb !== null && verb.kind !== 'modal' && !language.telling.isCondition(verb),
  );
  const isMainDated = main === null || pairs.some(({ verb }) => verb === main);
  // “X said that Y left on Friday”: the content is the event.
  const isContentDated = pairs.some(({ verb }) => verb?.under !== 'reduced');
  if (!isMainDated && !(main.saying && isContentDated)) {
    const isEarlier = nominals.some(({ order }) => order === 'after');
    if (!isEarlier) addUndated(told, main, pass);
  }
  for (const { verb, dated: date } of pairs) if (verb !== null) addDated(told, verb, date, pass);
  for (const { number, order } of nominals)
    made[number]?.relations.push(
      made.length > first
        ? { order: order === 'during' ? 'same' : order, than: first }
        : { order: 'before', than: order === 'during' && made[0]?.ground === 'lead' ? 0 : 'publication' },
    );
}

/** A proposal of a sentence, as far as all of them are the same. */
function begun(
  { number, sentence, verbs }: Told,
  verb: Verb | null,
  { text, tagged, language }: Pass,
): Making {
  const { tokens } = tagged;
  const { from, to } = sentence;
  const name = (part: { readonly from: number; readonly to: number }): string =>
    text.slice(tokens[part.from]?.start, tokens[part.to - 1]?.end);
  const place = language.telling.place(tokens, from, to, verb, verbs);
  return {
    sentence: number,
    quotes: [number],
    verb,
    expression: null,
    title: '',
    place: place === null ? null : name(place),
    people: language.telling.people(tokens, from, to).map(name),
    ground: 'undated',
    date: null,
    why: because({ kind: 'nominal' }),
    doubtful: false,
    link: null,
    relations: [],
    otherReport: false,
  };
}

/** Adds the events that nouns tell: “following the fall of Kabul”; a sentence with dates tells enough without them. */
function addNominals(
  told: Told,
  pass: Pass,
): { readonly number: number; readonly order: Nominal['order'] }[] {
  const { from, to } = told.sentence;
  const { made, tagged, text, language } = pass;
  if (told.dated.length > 0) return [];
  return language.telling.nominals(tagged.tokens, from, to).map((nominal) => {
    const title = wordsOf(text, tagged.tokens, range(nominal.from, nominal.to), language.telling);
    made.push({ ...begun(told, null, pass), title });
    return { number: made.length - 1, order: nominal.order };
  });
}

function titleOf(verb: Verb, { sentence, dated, verbs }: Told, { text, tagged, language }: Pass): string {
  const { tokens } = tagged;
  return wordsOf(
    text,
    tokens,
    language.telling.title(tokens, sentence.from, sentence.to, verb, dated, verbs),
    language.telling,
  );
}

/** Adds what a verb tells without a date: in news it was on the day of the news, unless the verb says otherwise. */
function addUndated(told: Told, verb: Verb, pass: Pass): void {
  const { sentence, number, before } = told;
  const { made, tagged, language, story } = pass;
  const { tokens, sentences, narrative } = tagged;
  const { telling } = language;
  const { from, to } = sentence;
  if (narrative || !HAPPENED.has(verb.kind) || telling.isEarlier(tokens, from, to)) return;
  if (verb.kind === 'perfect' && before >= LEAD && !verb.saying) return;
  const last = made.findLast((each) => each.verb !== null);
  const isNext = last?.quotes.at(-1) === number - 1;
  const goesOn = telling.goesOn(tokens, from, to);
  if (isNext && (last.ground === 'lead' || isStoryDate(last, story))) {
    if (goesOn || sharesName(tokens, sentences[last.sentence], sentence)) {
      last.quotes.push(number);
      return;
    }
  } else if (isNext && goesOn) return;
  if (story === null) return;
  made.push({
    ...begun(told, verb, pass),
    title: titleOf(verb, told, pass),
    ground: 'lead',
    date: story.date,
    why: because({ kind: before === 0 ? 'lead' : 'news', base: story.date }),
    link: pass.storyAt === null ? null : { on: pass.storyAt, unit: 'day', by: 0 },
  });
}

/** Adds what a verb tells with a date of its own. */
function addDated(told: Told, verb: Verb, { expression, until, date }: Dated, pass: Pass): void {
  const { from, to } = told.sentence;
  const { made, dating, tagged, language } = pass;
  const link = until === null ? linkOf(expression, dating, made) : null;
  const isOpen = link !== null && isCoarse(made[link.on], link);
  const otherReport = expression.doubtful && language.telling.isHandedOn(tagged.tokens, from, to);
  dating.set(expression.start, made.length);
  if (pass.story !== null && expression.span === pass.story.span) pass.storyAt ??= made.length;
  made.push({
    ...begun(told, verb, pass),
    expression: until === null ? expression : { ...expression, end: until.end },
    title: titleOf(verb, told, pass),
    ground: link !== null ? 'linked' : expression.on === 'publication' ? 'publication' : 'stated',
    date: isOpen ? null : date,
    why: [
      until === null ? expression.why : whyOfRange(expression, until, pass.text),
      ...(otherReport ? [because({ kind: 'other-report' })] : []),
      ...(isOpen ? [because({ kind: 'coarse' })] : []),
    ].join('; '),
    doubtful: expression.doubtful,
    link,
    otherReport,
  });
}

/** Why a range has its date: by the words of both its ends, where its first says why. */
function whyOfRange({ start, end, why }: Expression, until: Expression, text: string): string {
  const words = (to: number): string => `“${text.slice(start, to).replace(/\s+/gu, ' ')}”`;
  const first = words(end);
  return why.startsWith(first) ? `${words(until.end)}${why.slice(first.length)}` : why;
}

/** A line that holds a date and nothing else. */
function isBare(tokens: readonly Token[], { from, to }: Sentence, here: readonly Expression[]): boolean {
  for (let at = from; at < to; at++) {
    const word = tokens[at]?.word ?? '';
    if (/^[\p{L}\d]/u.test(word) && !here.some((each) => at >= each.from && at < each.to)) return false;
  }
  return true;
}

/** Whether an expression can be the date of an event: it has a day or longer, and does not belong to a noun (“the 1991 agreement”). */
function isEventDate(each: Expression, tokens: readonly Token[], to: number): boolean {
  if (each.span === null || each.edtf === null) return false;
  const before = tokens[each.from - 1];
  const next = each.to < to ? tokens[each.to] : undefined;
  if (next?.word === "'") return false;
  // “In the past decade” says how long, not when.
  if (coarser(each.span.grain, 'decade') && each.fields['which'] !== undefined) return false;
  if (
    each.fields['month'] === undefined &&
    each.span.grain === 'year' &&
    next !== undefined &&
    /^\p{L}/u.test(next.word)
  ) {
    const isNoun = before !== undefined && /^(?:the|its|his|her|their|a|an|company|'|s)$/.test(before.word);
    if (
      isNoun &&
      !/^(?:in|on|at|by|for|to|and|when|with|after|as|from|the|a|he|she|it|they|of|or|but|that|who|which|while|until)$/.test(
        next.word,
      )
    )
      return false;
  }
  return true;
}

/** Whether a sentence stands in a part of the page that is no part of the article. */
function isHidden(tokens: readonly Token[], { from, to }: Sentence, { hidden = [] }: Setting): boolean {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? 0;
  return hidden.some((each) => start >= each.start && end <= each.end);
}

interface Pair {
  readonly verb: Verb | null;
  readonly dated: Dated;
}

/**
 * Gives each date to a verb of its clause: the last one before it, or else the first behind it. One date for each verb, and
 * rather one that says when than one that says since when.
 */
function paired(verbs: readonly Verb[], main: Verb | null, all: readonly Dated[]): Pair[] {
  const pairs = new Map<Verb | null, Pair>();
  for (const dated of all) {
    const verb = verbOf(verbs, main, dated);
    const known = pairs.get(verb);
    if (known === undefined || (isBound(known.dated) && !isBound(dated))) pairs.set(verb, { verb, dated });
  }
  return [...pairs.values()];
}

/** Whether a date says only before, since or until when. */
function isBound({ expression, until }: Dated): boolean {
  return until === null && expression.frame !== 'at';
}

function verbOf(verbs: readonly Verb[], main: Verb | null, { expression: { from } }: Dated): Verb | null {
  const before = verbs.findLast(({ at }) => at < from);
  // “… on 6 April, and on the 18th an assault failed”
  const next = verbs.find(({ at, clause }) => at > from && clause <= from && clause > (before?.at ?? from));
  return next ?? before ?? (main !== null && main.at > from ? main : null) ?? verbs[0] ?? null;
}

/** The day of the news: what the first sentences say, or the publication date. */
function storyOf(tagged: Tagged, { published }: Setting): Story | null {
  if (published === null) return null;
  const reference = daysOf(published)?.last ?? null;
  let seen = 0;
  for (const { sentence, here } of withExpressions(tagged)) {
    if (isBare(tagged.tokens, sentence, here)) continue;
    const told = here.find(
      ({ span, frame }) =>
        span?.grain === 'day' &&
        frame === 'at' &&
        reference !== null &&
        span.n <= reference &&
        span.n >= reference - LATEST_NEWS,
    );
    const span = told?.span ?? null;
    if (span !== null) return { date: edtfDay(span.n), span };
    if (++seen === 3) break;
  }
  return { date: roughly(published), span: null };
}

/** How many days old the news of an article may be. */
const LATEST_NEWS = 31;

/** “On or just before publication”; a range says as much already. */
function roughly(published: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(published) ? `${published}~` : published;
}

function isStoryDate({ expression }: Making, story: Story | null): boolean {
  const day = story?.span ?? null;
  return day !== null && expression?.span?.grain === 'day' && expression.span.n === day.n;
}

/** Whether two sentences name the same person, place or thing. */
function sharesName(tokens: readonly Token[], one: Sentence | undefined, other: Sentence): boolean {
  if (one === undefined) return false;
  const names = new Set(namesIn(tokens, one));
  return namesIn(tokens, other).some((name) => names.has(name));
}

/** Whether two sentences have a long word in common, in any form: “resigns” and “resigned”. */
function sharesWord(tokens: readonly Token[], one: Sentence | undefined, other: Sentence): boolean {
  if (one === undefined) return false;
  const stems = ({ from, to }: Sentence): string[] =>
    tokens.slice(from, to).flatMap(({ word }) => (word.length >= STEM ? [word.slice(0, STEM)] : []));
  const known = new Set(stems(one));
  return stems(other).some((stem) => known.has(stem));
}

/** So many letters of a word that are the same in most of its forms, and seldom in another word. */
const STEM = 5;

function namesIn(tokens: readonly Token[], { from, to }: Sentence): string[] {
  const names: string[] = [];
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token?.capital === true && token.text.length > 3 && at > from) names.push(token.word);
  }
  return names;
}

/** How a date hangs on the proposal that the expression before it dates. */
function linkOf(
  expression: Expression,
  dating: ReadonlyMap<number, number>,
  made: readonly Making[],
): Link | null {
  if (expression.on === null || expression.on === 'publication' || expression.step === null) return null;
  const on = dating.get(expression.on.start);
  return on === undefined || made[on] === undefined ? null : { on, ...expression.step };
}

/** Whether what a link hangs on is coarser than the step that it takes: a day after a month is no day. */
function isCoarse(base: Making | undefined, { unit }: Link): boolean {
  const grain = base?.expression?.span?.grain;
  return grain !== undefined && coarser(grain, unit) && grain !== unit;
}

/** A headline tells what the lead tells; alone, it is from the day of the news. */
function addHeadline(number: number, pass: Pass): void {
  const { text, tagged, story, made, language } = pass;
  const { tokens, sentences } = tagged;
  const sentence = sentences[number];
  const lead = made.find((each) => each.verb !== null);
  if (sentence === undefined) return;
  if (
    lead !== undefined &&
    lead.sentence <= number + 3 &&
    sharesWord(tokens, sentences[lead.sentence], sentence)
  ) {
    lead.quotes.unshift(number);
    return;
  }
  if (story === null) return;
  // Links and relations count proposals, and the headline comes before all of them.
  for (const each of made) {
    if (each.link !== null) each.link = { ...each.link, on: each.link.on + 1 };
    each.relations = each.relations.map(({ order, than }) => ({
      order,
      than: than === 'publication' ? than : than + 1,
    }));
  }
  made.unshift({
    ...begun({ number, sentence, verbs: [], main: null, dated: [], before: 0 }, null, pass),
    title: wordsOf(text, tokens, range(sentence.from, sentence.to), language.telling),
    ground: 'lead',
    date: story.date,
    why: because({ kind: 'lead', base: story.date }),
  });
}

function finished(each: Making, { tokens, sentences }: Tagged): Proposal {
  const stretch = (number: number): Stretch => {
    const { from, to } = sentences[number] ?? { from: 0, to: 0 };
    return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
  };
  const { title, date, why, ground, doubtful, link, relations, otherReport, place, people, expression } =
    each;
  return {
    title,
    date,
    why,
    ground,
    doubtful,
    sentence: stretch(each.sentence),
    quotes: each.quotes.map(stretch),
    expression: expression === null ? null : { start: expression.start, end: expression.end },
    link,
    relations,
    otherReport,
    place,
    people,
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

/** The words of some tokens, with the blanks that the text has between them; the first with a capital. */
function wordsOf(
  text: string,
  tokens: readonly Token[],
  numbers: readonly number[],
  { isLowered }: Language['telling'],
): string {
  let words = '';
  let last: number | null = null;
  for (const at of numbers) {
    const token = tokens[at];
    if (token === undefined) continue;
    const isCloser = /^[”»’]$/.test(token.text) || (token.text === '"' && at === numbers.at(-1));
    if (last !== null && !(at === last + 1 && token.gap === 'none') && !isCloser) words += ' ';
    const word = text.slice(token.start, token.end);
    // “The office said the rate fell”: what began the sentence stands within the title.
    words += last !== null && at < last && isLowered(token) ? word.toLowerCase() : word;
    last = at;
  }
  const [first = ''] = words;
  return first.toUpperCase() + words.slice(first.length);
}
