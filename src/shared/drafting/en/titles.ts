// Titles of English events in their sentence's own words, shortened to who did what.
import type { Stretch, Verb } from '../language.ts';
import { wordSet, type Token } from '../tokens.ts';

/** The length of a title at which the next phrase is left out. */
const LONGEST = 70;
/** What a title neither begins nor ends with. */
const DROPPED = wordSet('also however meanwhile then reportedly unexpectedly but and though so yet');
const LAST_DROPPED = wordSet('shortly just soon only even then and but');
const RELATIVE = new Set(['who', 'which', 'that']);
/** What a noun phrase does not reach across. */
const OUTSIDE_NOUN = wordSet(
  'in on at to for with by from and but or as into after before since until under over during about , ; : ( ) - " “ ” than if when while where that which who because',
);
/** What a title may end with where its clause does. */
const PARTICLES = wordSet('over in on off out up down by under through back');
/** What joins the verbs of one subject. */
const JOINS_VERBS = wordSet('and but or then');

/** What a title is cut out of. */
export interface Telling {
  readonly tokens: readonly Token[];
  /** The sentence. */
  readonly from: number;
  readonly to: number;
  readonly verbs: readonly Verb[];
  /** Its dates, which a title leaves out. */
  readonly expressions: readonly Stretch[];
}

/** Who did what: the subject without its asides, the verb, and what follows up to the next clause. */
export function titleOf(telling: Telling, verb: Verb): number[] {
  const speech = speechOf(telling, verb);
  if (speech !== null) return speech;
  if (verb.under === 'reduced') return participleTitle(telling, verb);
  const subject = subjectOf(telling, verb);
  const kept = [...subject, ...verbTokens(telling, verb)];
  return trimmed(telling, [...kept, ...restOf(telling, verb, lengthOf(telling, kept))]);
}

function verbTokens({ tokens }: Telling, { at, to }: Verb): number[] {
  return range(at, to).filter((each) => !DROPPED.has(tokens[each]?.word ?? ''));
}

/** The subject of a verb: that of the verb it is joined with, what a relative clause speaks of, or what stands before it. */
function subjectOf(telling: Telling, verb: Verb): number[] {
  const { tokens, verbs } = telling;
  const joined = joinedWith(telling, verb);
  if (joined !== null) return subjectOf(telling, joined);
  const pronoun = verb.clause - 1;
  if (verb.clause > telling.from && RELATIVE.has(tokens[pronoun]?.word ?? '')) {
    const noun = nounBefore(telling, tokens[pronoun - 1]?.word === ',' ? pronoun - 1 : pronoun);
    const isBare = range(verb.clause, verb.at).every((at) => isDated(telling, at) || isAdverb(tokens[at]));
    // “A probe that has slept woke up”: the verb is that of the clause around it.
    const isOuter = verbs.some(
      ({ at, clause, under }) => at < verb.at && clause === verb.clause && under !== null,
    );
    if (noun.length > 0 && (isBare || isOuter)) return named(telling, noun);
    // “A portrait that it turned down”
    const own = subjectBetween(telling, verb.clause, verb.at);
    if (noun.length > 0 && tokens[pronoun - 1]?.word !== ',' && !isOuter) return [...noun, pronoun, ...own];
  }
  const first = verb.clause > telling.from ? verb.clause : subjectStart(telling, verb);
  const own = subjectBetween(telling, first, verb.at);
  if (own.length > 0) return own;
  // “He won at the Trebia, and the next year destroyed Flaminius”: a date alone is no subject.
  const before = verbs.findLast(({ at, under }) => at < verb.at && under !== 'reduced');
  return before !== undefined && COORDINATES.has(tokens[pronoun]?.word ?? '')
    ? subjectOf(telling, before)
    : range(first, verb.at).filter((at) => isDated(telling, at));
}

/** “Max von Sydow, the actor who …, died”: the name that a noun phrase is added to. */
function named(telling: Telling, noun: readonly number[]): number[] {
  const { tokens } = telling;
  const comma = (noun[0] ?? 0) - 1;
  const name = tokens[comma]?.word === ',' ? nounBefore(telling, comma) : [];
  return name.length > 0 && tokens[name.at(-1) ?? 0]?.capital === true ? name : [...noun];
}

/** The verb before that has the same subject: “She went to London and married”. */
function joinedWith({ tokens, verbs }: Telling, verb: Verb): Verb | null {
  const last = verbs.findLast((each) => each.at < verb.at && each.under !== 'reduced');
  if (last === undefined) return null;
  // What a saying says begins behind it: “he denied the charge but was convicted” has one subject all the same.
  const isOneClause = last.clause === verb.clause ? !last.saying : last.saying && verb.clause === last.to;
  let before = verb.at - 1;
  while (before >= last.to && isAdverb(tokens[before])) before--;
  const join = tokens[before]?.word ?? '';
  if (before < last.to || !isOneClause) return null;
  return JOINS_VERBS.has(join) || (join === ',' && before === verb.at - 1) ? last : null;
}

/** The words of a subject from one token up to another, without dates and what stands between commas or brackets. */
function subjectBetween(telling: Telling, start: number, end: number): number[] {
  const { tokens } = telling;
  const kept: number[] = [];
  let depth = 0;
  let isAside = false;
  for (let at = start; at < end; at++) {
    const word = tokens[at]?.word ?? '';
    if (word === '(' || word === '[') depth++;
    // “Stanislav Zas, the secretary general …, met”: what stands between commas is left out, unless it is the name.
    if (word === ',' && kept.length > 0) {
      const closing = nextComma(tokens, at + 1, end);
      isAside =
        !isAside &&
        closing > 0 &&
        !(closing - at <= 4 && tokens.slice(at + 1, closing).every(({ capital }) => capital));
    }
    if (
      depth === 0 &&
      !isAside &&
      word !== ',' &&
      !isDated(telling, at) &&
      !isDangling(telling, at) &&
      !(kept.length === 0 && (DROPPED.has(word) || word === ';'))
    )
      kept.push(at);
    if ((word === ')' || word === ']') && depth > 0) depth--;
  }
  return kept;
}

/** Where the subject of a verb begins: behind the place of a dispatch, or the mark or fronted phrase before it. */
function subjectStart(telling: Telling, verb: Verb): number {
  const { tokens, expressions } = telling;
  const from = behindDateline(telling);
  const first = tokens[from]?.word ?? '';
  const isFronted =
    /^(?:in|on|at|after|before|during|following|since|by|when|while|as|although|though|despite|with|for|according|earlier|later|meanwhile|however|citing|under|from|if|because|alongside|rather|between|over|within|two|three|four|five|six|days|weeks|months|years|soon|shortly|last|this|next|early|late)$/.test(
      first,
    );
  if (!isFronted) return from;
  const isDate = expressions.some((each) => each.from === from);
  const isPhrase = !/^(?:two|three|four|five|six|last|this|next|early|late|days|weeks|months|years)$/.test(
    first,
  );
  if (isPhrase || isDate || /^(?:days|weeks|months|years)$/.test(tokens[from + 1]?.word ?? ''))
    for (let at = from; at < verb.at; at++) if (tokens[at]?.word === ',') return at + 1;
  if (!isPhrase && !isDate) return from;
  // “In 2004 Airbus sold”: the subject begins behind the date.
  return expressions.findLast((each) => each.from <= from + 4 && each.to < verb.at)?.to ?? from;
}

/** So many tokens that the place of a dispatch takes: “LONDON, March 3 (Reuters) —”. */
const DATELINE = 14;

/** Where a sentence begins behind the place, the day and the agency that a dispatch begins with. */
export function behindDateline({ tokens, from, to }: Pick<Telling, 'tokens' | 'from' | 'to'>): number {
  if (!/^\p{Lu}{3,}$/u.test(tokens[from]?.text ?? '')) return from;
  for (let at = from + 1; at < Math.min(to, from + DATELINE); at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.word === '-' && token.gap === 'blank' && tokens[at + 1]?.gap === 'blank') return at + 1;
    if (!token.capital && !/^[(),.]$|^\d+$/.test(token.word)) break;
  }
  return from;
}

/** The noun phrase that ends before a token: “the suit” of “the suit, filed in 2003, …”. */
function nounBefore(telling: Telling, end: number): number[] {
  const { tokens, from, verbs } = telling;
  let start = end;
  while (start > from) {
    const token = tokens[start - 1];
    if (token === undefined) break;
    const isOf = token.word === 'of' && start < end;
    if (!isOf && OUTSIDE_NOUN.has(token.word) && !(token.word === '-' && token.gap === 'none')) break;
    if (verbs.some(({ at, to }) => start - 1 >= at && start - 1 < to)) break;
    start--;
  }
  return range(start, end).filter((at) => !isDated(telling, at) && !isDangling(telling, at));
}

/** “The suit filed”, “Born in Kisumu”, “The company founded by William Durant”. */
function participleTitle(telling: Telling, verb: Verb): number[] {
  const { tokens, verbs, from } = telling;
  const next = verbs.find(({ at }) => at > verb.at);
  const rest = (length: number): number[] =>
    restOf(telling, verb, length).filter((at) => next === undefined || at < next.at);
  if (verb.at === from) {
    const subject =
      next === undefined || tokens[from]?.word === 'born'
        ? []
        : subjectBetween(telling, next.clause, next.at);
    const kept = [...subject, ...range(verb.at, verb.to)];
    return trimmed(telling, [...kept, ...rest(lengthOf(telling, kept))]);
  }
  let end = verb.at;
  while (end > from && isAdverb(tokens[end - 1])) end--;
  const noun = nounBefore(telling, tokens[end - 1]?.word === ',' ? end - 1 : end);
  const kept = [...noun, ...range(verb.at, verb.to)];
  return trimmed(telling, [...kept, ...rest(lengthOf(telling, kept))]);
}

/** What a verb is followed by, up to the next clause. */
function restOf(telling: Telling, verb: Verb, length: number): number[] {
  const { tokens, to } = telling;
  const end = Math.min(to, nextOwnVerb(telling, verb));
  const kept: number[] = [];
  let depth = 0;
  for (let at = verb.to; at < end; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const { word, text } = token;
    if (
      depth === 0 &&
      /^(?:,|;|:|\.|!|\?|—|“|”|"|who|which|while|because|although|after|before|when|where|until|since)$/.test(
        word,
      ) &&
      (at > verb.to || /^[.;:!?,]$/.test(word)) &&
      !(
        word === '.' &&
        at < to - 2 &&
        ((token.gap === 'none' && tokens[at + 1]?.gap !== 'blank') || isAbbreviation(tokens, at))
      )
    )
      break;
    // “The quarter that ended …”
    if (
      word === 'that' &&
      at > verb.to &&
      (telling.verbs.some((each) => each.at === at + 1) || tokens[at + 1]?.word === 'ended')
    )
      break;
    if (word === '(' || word === '[') depth++;
    if (depth === 0 && !isDated(telling, at) && !isDangling(telling, at)) {
      if (length + text.length > LONGEST && isBreak(word)) break;
      kept.push(at);
      length += text.length + 1;
    }
    if ((word === ')' || word === ']') && depth > 0) depth--;
  }
  return kept;
}

/** “St. Petersburg”, “Gen. Smith”. */
function isAbbreviation(tokens: readonly Token[], at: number): boolean {
  return /^(?:st|mr|mrs|ms|dr|gen|col|gov|sen|rep|lt|sgt|prof|inc|no|[a-z])$/.test(
    tokens[at - 1]?.word ?? '',
  );
}

/** Where a joined verb begins that has a date of its own, or tells what is to come: “… and will tour the area”. */
function nextOwnVerb(telling: Telling, verb: Verb): number {
  const { verbs, expressions, to, tokens } = telling;
  const at = verbs.findIndex((each) => each.at > verb.at);
  const next = verbs[at];
  if (next === undefined) return to;
  if (next.clause !== verb.clause)
    return next.clause > verb.at && COORDINATES.has(tokens[next.clause - 1]?.word ?? '')
      ? next.clause - 1
      : to;
  if (joinedWith(telling, next) !== verb) return to;
  const until = verbs[at + 1]?.at ?? to;
  const isOwn =
    (next.kind !== verb.kind && /^(?:future|planned|modal|stative)$/.test(next.kind)) ||
    expressions.some((each) => each.from > next.at && each.from < until);
  if (!isOwn) return to;
  let end = next.at;
  while (end > verb.to && (isAdverb(tokens[end - 1]) || JOINS_VERBS.has(tokens[end - 1]?.word ?? ''))) end--;
  return end;
}

const COORDINATES = wordSet('and but so yet');

/** Who said what, where the words stand before: “We will win,” said John Doe; the rate fell, the office reported. */
function speechOf(telling: Telling, verb: Verb): number[] | null {
  const { tokens, from, to, verbs } = telling;
  if (!verb.saying) return null;
  const opens = /^["“«]$/.test(tokens[from]?.text ?? '');
  const closed = tokens.slice(from, verb.at).findLastIndex(({ text }) => /^["”»]$/.test(text)) + from;
  if (opens && closed > from) {
    const before = speaker(telling, tokens[closed + 1]?.word === ',' ? closed + 2 : closed + 1, verb.at);
    const who = before.length > 0 ? before : speaker(telling, verb.to, to);
    const isWhole = closed - from > 1 && lengthOf(telling, range(from, closed)) <= LONGEST;
    const end = tokens[closed - 1]?.word === ',' ? closed - 1 : closed;
    const whom = restOf(telling, verb, 0).filter((at) => at < verb.to + TOLD_TO);
    const isTold = before.length > 0 && tokens[verb.to - 1]?.word === 'told';
    return [
      ...who,
      ...verbTokens(telling, verb),
      ...(isTold ? whom : []),
      ...(isWhole ? [from, ...range(from + 1, end), closed] : []),
    ];
  }
  const comma = tokens.slice(from, verb.at).findLastIndex(({ word }) => word === ',') + from;
  const told = verbs.find(({ at, under }) => at < verb.at && under !== 'reduced');
  if (told === undefined || comma <= told.at || (told.clause !== verb.clause && told.to !== verb.clause))
    return null;
  const who = speaker(telling, comma + 1, verb.at);
  if (who.length === 0 || tokens[who[0] ?? 0]?.word.endsWith('ing') === true) return null;
  const words = subjectOf(telling, told);
  const said = [...words, ...verbTokens(telling, told), ...restOf(telling, told, lengthOf(telling, words))];
  return trimmed(telling, [...who, ...verbTokens(telling, verb), ...said]);
}

/** So many words of whom somebody told something. */
const TOLD_TO = 3;

/** Who speaks, without dates. */
function speaker(telling: Telling, from: number, to: number): number[] {
  const kept: number[] = [];
  for (let at = from; at < to && kept.length < 6 && !/^[,.;:(]$/.test(telling.tokens[at]?.word ?? '.'); at++)
    if (!isDated(telling, at) && !isDangling(telling, at)) kept.push(at);
  return kept;
}

function trimmed(telling: Telling, kept: readonly number[]): number[] {
  const { tokens, to } = telling;
  const end = kept.findLastIndex((at) => {
    const word = tokens[at]?.word ?? '';
    const next = tokens[at + 1]?.word ?? '.';
    const isBeforeDate = isDangling(telling, at + 1);
    // “Earlier on Tuesday”
    if (word === 'earlier' || word === 'later') return !isBeforeDate && !isDated(telling, at + 1);
    // “The fighting was over.”
    const isEnd = at + 1 >= to || /^[.,;:!?]$/.test(next) || LAST_DROPPED.has(next) || isBeforeDate;
    return PARTICLES.has(word) && isEnd ? true : !isBreak(word) && !LAST_DROPPED.has(word);
  });
  return kept.slice(0, end + 1);
}

function lengthOf({ tokens }: Telling, kept: readonly number[]): number {
  return kept.reduce((sum, at) => sum + (tokens[at]?.text.length ?? 0) + 1, 0);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

/** The number of the next comma, or -1. */
function nextComma(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at++) if (tokens[at]?.word === ',') return at;
  return -1;
}

function isDated({ expressions }: Telling, at: number): boolean {
  return expressions.some((each) => at >= each.from && at < each.to);
}

/** “on” before a date that is left out, and “and” between two of them. */
function isDangling(telling: Telling, at: number): boolean {
  const word = telling.tokens[at]?.word ?? '';
  if (
    /^(?:on|in|at|by|since|until|during|from|to|of|the|late|early|for|between|around|about|through)$/.test(
      word,
    )
  )
    return isDated(telling, at + 1);
  return /^(?:and|or|-)$/.test(word) && isDated(telling, at + 1) && isDated(telling, at - 1);
}

const ADVERBS = wordSet(
  'also however then later soon not now never still already first last once twice even only just again yet',
);

function isAdverb(token: Token | undefined): boolean {
  return token !== undefined && (ADVERBS.has(token.word) || /^\p{L}{3,}ly$/u.test(token.word));
}

/** A word that a title may break before, and must not end with. */
function isBreak(word: string): boolean {
  return /^(?:in|on|at|to|for|with|of|by|from|and|or|as|that|the|a|an|its|his|her|their|between|over|under|into|after|,|-|')$/.test(
    word,
  );
}
