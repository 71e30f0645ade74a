// How English articles tell events: nouns that tell one, titles from a sentence's own words, and what goes on about the same.
import type { Nominal, Telling } from '../language.ts';
import { people, place } from './names.ts';
import { titleOf } from './titles.ts';
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

/** So many tokens between what is compared and the date that it is compared with. */
const COMPARED_WITHIN = 9;

/** “Up from $16.1 million a year earlier”, “the lowest since 1973”, “for the first time since 1978”. */
function isCompared(
  tokens: readonly Token[],
  from: number,
  at: { readonly from: number; readonly to: number },
): boolean {
  const before = tokens.slice(Math.max(from, at.from - COMPARED_WITHIN), at.from).map(({ word }) => word);
  const [last = ''] = before.slice(-1);
  if (last === 'than' || last === 'versus' || last === 'against') return true;
  if (last === 'since')
    return before.some(
      (word) =>
        /^(?:first|only|most|least|best|worst|\p{L}{2,}est)$/u.test(word) &&
        !/^(?:west|east|arrest|protest|interest|request|test|rest)$/.test(word),
    );
  const ago = tokens[at.to - 1]?.word ?? '';
  if (last === 'from' || (last === 'with' && before.includes('compared')))
    return /^(?:ago|earlier|before|year|quarter|period|month)$/.test(ago);
  // “… from $16.1 million, or 69 cents a share, a year earlier”
  return (
    /^(?:ago|earlier|before)$/.test(ago) &&
    before.some((word) => /^(?:from|than|compared|against|versus)$/.test(word))
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
    // “Days after the vote, he resigned”: it hangs on what has no date here; “two years after the vote, he has resigned” is news.
    if (
      at < from + 4 &&
      /^(?:after|before)$/.test(next) &&
      /^(?:hours|days|weeks|months|years|soon|shortly|long|immediately)$/.test(word) &&
      !tokens.slice(at, to).some((each) => each.word === 'has' || each.word === 'have')
    )
      return true;
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

/** How English tells events. */
export const TELLING: Telling = {
  verbs: verbsOf,
  nominals,
  title: (tokens, from, to, verb, expressions, verbs) =>
    titleOf({ tokens, from, to, expressions, verbs }, verb),
  isLowered: ({ word }) =>
    /^(?:the|an?|it|he|she|they|we|this|that|these|those|his|her|its|their|our|some|most|many|more|there|two|three|four|five|six|seven|eight|nine|ten|one|\p{L}+(?:ed|ing|en))$/u.test(
      word,
    ),
  isCompared,
  goesOn,
  isHandedOn,
  isEarlier,
  isCondition: ({ under }) => CONDITIONS.has(under ?? ''),
  isPlan,
  place,
  people,
};
