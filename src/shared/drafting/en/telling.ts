// How English articles tell events: nouns that tell one, titles from a sentence's own words, and what goes on about the same.
import type { Nominal, Telling, Verb } from '../language.ts';
import { wordSet, type Token } from '../tokens.ts';
import { verbsOf } from './verbs.ts';

/** Nouns that tell an event when they say of what, where or between whom it was. */
const EVENTS = wordSet(
  'meeting meetings summit talks conference session congress visit fall collapse overthrow war battle siege attack attacks invasion occupation withdrawal bombing bombardment assassination murder death election elections referendum vote coup revolt uprising revolution rebellion signing launch opening closure crash earthquake flood eruption explosion fire strike trial arrest resignation appointment merger takeover ceremony funeral wedding outbreak annexation liberation capture surrender ceasefire armistice',
);
const ARTICLE = new Set(['the', 'his', 'her', 'its', 'their']);
/** What says of which event a noun speaks. */
const OF_WHICH = new Set(['of', 'in', 'between', 'with', 'at', 'on']);
/** What may stand before a noun within its phrase. */
const ENDS_PHRASE = /^(?:,|;|:|\.|!|\?|\(|\)|"|“|”|who|which|that|and|but|or|to|as)$/;

/** “Following the abrupt fall of the government in Kabul”, “during the working meeting of the ministers”. */
function nominals(tokens: readonly Token[], from: number, to: number): Nominal[] {
  const found: Nominal[] = [];
  for (let at = from; at < to; at++) {
    const order = orderOf(tokens, at, from);
    if (order === null || !ARTICLE.has(tokens[at + 1]?.word ?? '')) continue;
    for (let noun = at + 2; noun < Math.min(to, at + 7); noun++) {
      const word = tokens[noun]?.word ?? '';
      if (ENDS_PHRASE.test(word) || OF_WHICH.has(word)) break;
      if (!EVENTS.has(word) || !OF_WHICH.has(tokens[noun + 1]?.word ?? '')) continue;
      found.push({ from: at + 2, to: phraseEnd(tokens, noun + 1, to), order });
      at = noun;
      break;
    }
  }
  return found;
}

function orderOf(tokens: readonly Token[], at: number, from: number): Nominal['order'] | null {
  const word = tokens[at]?.word;
  const isFronted = at === from;
  if (word === 'during') return 'during';
  if (word === 'following' || word === 'after') return isFronted ? 'before' : null;
  return word === 'before' && isFronted ? 'after' : null;
}

/** The end of a noun phrase: up to the next mark, verb or clause, but with what says where. */
function phraseEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = from;
  const verbs = new Set(verbsOf(tokens, from, to).map(({ at }) => at));
  let prepositions = 0;
  for (; end < to; end++) {
    const word = tokens[end]?.word ?? '';
    if (ENDS_PHRASE.test(word) || verbs.has(end)) break;
    // “… in Kabul at the conclusion of …”: two prepositions say where it was, and the rest is another story.
    if (OF_WHICH.has(word) && ++prepositions > 2) break;
    if (/^(?:were|was|is|are|for|by|from|after|before|during|since|until)$/.test(word)) break;
  }
  return end;
}

/** Where the subject of a verb begins: behind the mark or the fronted phrase before it. */
function subjectStart(
  tokens: readonly Token[],
  from: number,
  verb: Verb,
  expressions: readonly { readonly from: number; readonly to: number }[],
): number {
  const first = tokens[from]?.word ?? '';
  const isFronted =
    /^(?:in|on|at|after|before|during|following|since|by|when|while|as|although|though|despite|with|for|according|earlier|later|meanwhile|however|citing|under|from|if|because|alongside|rather)$/.test(
      first,
    );
  if (!isFronted) return from;
  for (let at = from; at < verb.at; at++) if (tokens[at]?.word === ',') return at + 1;
  // “In 2004 Airbus sold”: the subject begins behind the date.
  return expressions.find((each) => each.from <= from + 2 && each.to < verb.at)?.to ?? from;
}

const DROPPED = wordSet('also however meanwhile then reportedly unexpectedly but and though');

/** Who did what: the subject without its asides, the verb, and what follows up to the next clause. */
function title(
  tokens: readonly Token[],
  from: number,
  to: number,
  verb: Verb,
  expressions: readonly { readonly from: number; readonly to: number }[],
): readonly number[] {
  const speech = speakerOf(tokens, from, verb, to);
  if (speech !== null) return speech;
  const dated = (at: number): boolean => expressions.some((each) => at >= each.from && at < each.to);
  const kept: number[] = [];
  let depth = 0;
  let aside = false;
  const start = verb.clause > from ? verb.clause : subjectStart(tokens, from, verb, expressions);
  for (let at = start; at < verb.at; at++) {
    const word = tokens[at]?.word ?? '';
    if (word === '(' || word === '[') depth++;
    // “Stanislav Zas, the secretary general …, met”: what stands between commas is left out, unless it is the name.
    if (word === ',' && kept.length > 0) {
      const closing = nextComma(tokens, at + 1, verb.at);
      aside =
        !aside &&
        closing > 0 &&
        !(closing - at <= 4 && tokens.slice(at + 1, closing).every(({ capital }) => capital));
    }
    if (
      depth === 0 &&
      !aside &&
      word !== ',' &&
      !dated(at) &&
      !isDangling(tokens, at, dated) &&
      !(kept.length === 0 && DROPPED.has(word))
    )
      kept.push(at);
    if ((word === ')' || word === ']') && depth > 0) depth--;
  }
  for (let at = verb.at; at < verb.to; at++) if (!DROPPED.has(tokens[at]?.word ?? '')) kept.push(at);
  let length = kept.reduce((sum, at) => sum + (tokens[at]?.text.length ?? 0) + 1, 0);
  for (let at = verb.to; at < to; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const { word, text } = token;
    if (
      depth === 0 &&
      /^(?:,|;|:|\.|!|\?|—|“|”|"|who|which|while|because|although|after|before|when|where|until|since)$/.test(
        word,
      )
    )
      if ((at > verb.to || /^[.;:!?,]$/.test(word)) && !(word === '.' && at < to - 2 && token.gap === 'none'))
        break;
    if (word === '(' || word === '[') depth++;
    if (depth === 0 && !dated(at) && !isDangling(tokens, at, dated)) {
      if (length + text.length > LONGEST && isBreak(word)) break;
      kept.push(at);
      length += text.length + 1;
    }
    if ((word === ')' || word === ']') && depth > 0) depth--;
  }
  while (kept.length > 0 && isBreak(tokens[kept.at(-1) ?? 0]?.word ?? '')) kept.pop();
  return kept;
}

/** “We will win,” said John Doe: who said it; `null` where the sentence does not begin with what was said. */
function speakerOf(tokens: readonly Token[], from: number, verb: Verb, to: number): number[] | null {
  if (!/^["“«]$/.test(tokens[from]?.text ?? '') || !verb.saying) return null;
  const closed = tokens.slice(from, verb.at).findLastIndex(({ text }) => /^["”»]$/.test(text)) + from + 1;
  const until = (start: number): number[] => {
    const kept: number[] = [];
    for (let at = start; at < to && kept.length < 6 && !/^[,.;:(]$/.test(tokens[at]?.word ?? '.'); at++)
      kept.push(at);
    return kept;
  };
  const verbTokens = Array.from({ length: verb.to - verb.at }, (_, at) => verb.at + at);
  const before = until(closed).filter((at) => at < verb.at);
  return before.length > 0 ? [...before, ...verbTokens] : [...until(verb.to), ...verbTokens];
}

/** The number of the next comma, or -1. */
function nextComma(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at++) if (tokens[at]?.word === ',') return at;
  return -1;
}

/** The length of a title at which the next phrase is left out. */
const LONGEST = 70;

/** “on” before a date that is left out. */
function isDangling(tokens: readonly Token[], at: number, dated: (at: number) => boolean): boolean {
  return (
    /^(?:on|in|at|by|since|until|during|from|to|of|the|late|early)$/.test(tokens[at]?.word ?? '') &&
    dated(at + 1)
  );
}

/** A word that a title may break before, and must not end with. */
function isBreak(word: string): boolean {
  return /^(?:in|on|at|to|for|with|of|by|from|and|or|as|that|the|a|an|its|his|her|their|between|over|under|into|after|,|-|')$/.test(
    word,
  );
}

/** “He claimed”, “They talked”, “The deal was approved”: the sentence goes on about the one before. */
function goesOn(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  if (first === undefined || to - from < 2) return false;
  return /^(?:he|she|they|it|this|these|both|his|her|their|its|but|and|also|that|those|such)$/.test(
    first.word,
  );
}

/** “According to RFERL”: another report is handed on. */
function isHandedOn(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (
      tokens[at]?.word === 'according' &&
      tokens[at + 1]?.word === 'to' &&
      /^\p{Lu}{2,}/u.test(tokens[at + 2]?.text ?? '')
    )
      return /^[.,;)]$/.test(tokens[at + 3]?.word ?? '.');
  return false;
}

const CONDITIONS = new Set(['if', 'unless', 'whether']);

/** “Previously”, “in recent years”, “to date”: earlier, but nobody says when. */
function isEarlier(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const word = tokens[at]?.word ?? '';
    const next = tokens[at + 1]?.word ?? '';
    if (/^(?:previously|formerly|historically|traditionally)$/.test(word)) return true;
    if (word === 'to' && next === 'date') return true;
    if (word === 'recent' && /^(?:days|weeks|months|years|decades)$/.test(next)) return true;
  }
  return false;
}

/** “CSTO Mechanisms to be Launched”, “Airline to purchase jets”. */
function isPlan(tokens: readonly Token[], from: number, to: number): boolean {
  const verbs = verbsOf(tokens, from, to);
  if (verbs.some(({ kind }) => kind === 'headline' || kind === 'past')) return false;
  for (let at = from + 1; at < to; at++) {
    const { word = '' } = tokens[at] ?? {};
    const next = tokens[at + 1]?.word ?? '';
    if (word === 'will' || (word === 'to' && /^\p{L}+$/u.test(next) && !/^(?:the|a|an|us|uk)$/.test(next)))
      return true;
  }
  return false;
}

/** Words that capitals begin besides names. */
const NO_NAME = wordSet(
  'the a an in on at by for from to of and but he she it they his her their its this that monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december',
);
/** Words that make a name one of a body, not of a person. */
const BODY =
  /^(?:inc|corp|ltd|company|group|organization|organisation|union|council|committee|ministry|department|party|airlines|airways|air|university|institute|bank|court|parliament|congress|senate|government|force|forces|army|navy|association|agency|commission|united|states|kingdom|republic|north|south|east|west|new|times|post|street|school|center|centre|airport|international|national|cooperation|treaty|security|collective|foreign|ministers|conference|church|league|club|computer|store)$/;

/** Names of two or three words with capitals: “Stanislav Zas”. */
function people(tokens: readonly Token[], from: number, to: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let at = from; at < to; at++) {
    let end = at;
    while (end < to && isName(tokens[end]) && (end === at || tokens[end]?.gap === 'blank')) end++;
    const length = end - at;
    const isPerson = length >= 2 && length <= 3 && !tokens.slice(at, end).some(({ word }) => BODY.test(word));
    if (isPerson && !/^(?:in|at|from|near|of)$/.test(tokens[at - 1]?.word ?? ''))
      found.push({ from: at, to: end });
    if (length > 0) at = end - 1;
  }
  return found;
}

function isName(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}\p{Ll}+$/u.test(token.text) && !NO_NAME.has(token.word);
}

/** The name behind “in”: “in New York”. */
function place(tokens: readonly Token[], from: number, to: number): { from: number; to: number } | null {
  for (let at = from; at < to - 1; at++) {
    if (!/^(?:in|at|near)$/.test(tokens[at]?.word ?? '')) continue;
    let end = at + 1;
    while (end < to && isName(tokens[end])) end++;
    if (
      end > at + 1 &&
      !tokens.slice(at + 1, end).some(({ word }) => /^(?:council|commission|inc|group)$/.test(word))
    )
      return { from: at + 1, to: end };
  }
  return null;
}

/** How English tells events. */
export const TELLING: Telling = {
  verbs: verbsOf,
  nominals,
  title,
  goesOn,
  isHandedOn,
  isEarlier,
  isCondition: ({ under }) => CONDITIONS.has(under ?? ''),
  isPlan,
  place,
  people,
};
