// English verbs as far as drafting needs them: which word of a clause is its verb, and whether it tells what happened.
import type { Verb } from '../language.ts';
import { wordSet, type Token } from '../tokens.ts';

/** Pasts that do not end in -ed. */
export const PAST = wordSet(
  'was were had did became began bent bought brought broke built came caught chose cut dealt drew drove fell fed felt fled flew fought forbade found froze gave got grew held heard hid hit hurt kept knew laid led left lent let lit lost made meant met paid put quit ran rang read rose said sank sat saw sent set shook shot showed shut slept sold sought spent spoke stole stood struck swore swept swung taught threw told took thought tore understood went withdrew woke won wore wrote underwent overthrew overran withstood undertook upheld withheld foresaw outsold oversaw ate awoke beat bit bled blew bound bred burnt burst cast clung crept drank dreamt dug flung hanged hung knelt leapt learnt mistook overcame overtook rebuilt resold rewrote rode sang shrank slid spelt spilt spoilt sprang spun stuck stung strove swam trod undid arose bore forgave forgot broadcast',
);
/** Participles that are no pasts. */
const PARTICIPLES = wordSet(
  'been become begun broken chosen come done drawn driven eaten fallen flown forbidden forgotten frozen given gone grown hidden known risen run sung sunk seen shaken shown spoken stolen sworn taken thrown torn woken worn written withdrawn overthrown undertaken undergone overrun born beaten arisen bitten blown borne forgiven overcome overtaken overseen mistaken ridden rewritten sprung swum trodden undone foreseen',
);
/** Pasts that stand in both rows. */
const BOTH = wordSet(
  'bought brought built caught cut dealt fed felt fled fought found got held heard hit hurt kept laid led left lent let lit lost made meant met paid put read said sat sent set shot shut sold sought spent split spread stood struck swept swung taught told thought understood won bled bound bred burnt burst cast clung crept dreamt dug flung hung knelt leapt learnt slept slid spelt spilt spoilt stuck upheld withheld withstood rebuilt resold broadcast',
);
/** Words in -ed that are no verbs, or not of events. */
const NO_VERB = wordSet(
  'united red bed speed need indeed hundred sacred wicked naked need feed seed breed deed weed proceed exceed succeed agreed-upon so-called aged armed alleged limited combined combat-related advanced continued increased related detailed mixed fixed used supposed fuelled ageing',
);
const MODAL = new Set(['may', 'might', 'can', 'could', 'should', 'must', 'cannot', 'would', 'ought']);
const FUTURE = new Set(['will', 'shall', 'won', "'ll"]);
const BE_PRESENT = new Set(['is', 'are', 'am', "'s"]);
const BE_PAST = new Set(['was', 'were']);
/** Verbs of saying, in all forms that carry a sentence. */
const SAYING = wordSet(
  'said says say told tells stated states claimed claims announced announces added adds commented comments explained explains reported reports confirmed confirms denied denies insisted insists argued argues noted notes warned warns wrote writes declared declares replied replies responded responds acknowledged admitted admits informed predicted predicts believes believe expects hopes described describes praised criticised criticized expressed expresses asked asks urged urges called calls demanded vowed promised pledged emphasised emphasized stressed suggested suggests concluded concludes agreed estimated estimates mentioned mentions',
);
/** The present of headlines and of news: “Airbus wins …”. */
const HEADLINE = wordSet(
  'wins unveils launches announces releases delivers defeats signs makes secures rolls pushes offers buys sells opens closes kills dies resigns leaves loses agrees orders enters begins starts ends files sues settles hits strikes reaches meets visits arrives cuts raises delays cancels introduces negotiates exercises replaces attacks invades bans approves rejects passes votes elects appoints names arrests charges convicts sentences releases frees seizes captures bombs explodes crashes collapses erupts beats takes gives drops rises falls plans allows completes reveals expose exposes steps quits joins confirms denies swamped gives acquires merges wants updates adds',
);
/** States: what was so, not what happened. */
const STATIVE = wordSet(
  'seemed appeared remained contained included consisted belonged owned lived liked loved hated wanted needed knew believed thought hoped expected considered looked cost meant stood lay existed resembled depended deserved lacked equalled represented featured numbered weighed ranged tended',
);
const ADVERBS = wordSet(
  'not also already just recently now then finally again still even only never always once twice soon previously unexpectedly reportedly officially formally initially originally later first both all currently briefly unanimously successfully personally apparently however therefore thus so yet ever since',
);

const isAdverb = ({ word }: Token): boolean => ADVERBS.has(word) || /^\p{L}{3,}ly$/u.test(word);

/** Whether a word can be a participle behind has, had, was. */
function isParticiple(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const { word } = token;
  return PARTICIPLES.has(word) || BOTH.has(word) || (/^\p{L}{2,}ed$/u.test(word) && !NO_VERB.has(word));
}

/** What stands before a participle that is an adjective: “the combined group”. */
const DETERMINER = wordSet(
  "the a an its his her their our my your this that these those of for with in on by to from as and or more most very some any no each every other newly long highly well recently ' s",
);

/** What begins a clause that hangs on another. */
const INTRODUCES = wordSet(
  'who which that whose whom where when while after before because since if as although though unless until till whether how what why',
);
const QUOTES = /^["“”«»]$/;

/** The number of the next token that is no adverb. */
function behindAdverbs(tokens: readonly Token[], at: number, to: number): number {
  let next = at;
  for (let token = tokens[next]; next < to && token !== undefined && isAdverb(token); token = tokens[next])
    next++;
  return next;
}

/** A verb, before it is known which clause it is of. */
type FoundVerb = Omit<Verb, 'under' | 'quoted' | 'clause'>;

/** The verb whose first word is a token, or `null`. */
function verbAt(tokens: readonly Token[], at: number, from: number, to: number): FoundVerb | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const { word } = token;
  // “U.S.-led”
  if (token.gap === 'none' && tokens[at - 1]?.word === '-') return null;
  const next = behindAdverbs(tokens, at + 1, to);
  const following = tokens[next];
  const verb = (kind: Verb['kind'], end = at + 1): FoundVerb => ({
    at,
    to: end,
    kind,
    saying: SAYING.has(tokens[end - 1]?.word ?? ''),
  });
  // “United States”, “Said Business School”: within a sentence verbs have no capital.
  if (token.capital && at > from && tokens.slice(from, to).some(({ text }) => /^\p{Ll}{4,}/u.test(text)))
    return null;
  if (FUTURE.has(word) && !(word === 'won' && following?.word !== "'"))
    return verb('future', infinitiveEnd(tokens, next, to));
  if (MODAL.has(word) && !(token.capital && word === 'may'))
    return verb('modal', infinitiveEnd(tokens, next, to));
  if (word === 'had')
    return isParticiple(following)
      ? verb('pluperfect', next + 1)
      : verb(following?.word === 'to' ? 'modal' : 'past');
  if (word === 'has' || word === 'have') {
    if (!isParticiple(following)) return verb('stative');
    if (following?.word !== 'been') return verb('perfect', next + 1);
    const after = behindAdverbs(tokens, next + 1, to);
    const third = tokens[after];
    if (isParticiple(third)) return verb(isView(third) ? 'stative' : 'perfect', after + 1);
    return verb('stative', next + 1);
  }
  if (BE_PRESENT.has(word)) {
    if (following?.word === 'to') return verb('planned', next + 1);
    if (isParticiple(following)) return verb(isView(following) ? 'planned' : 'stative', next + 1);
    return verb(following?.word.endsWith('ing') === true ? 'progressive' : 'stative');
  }
  if (BE_PAST.has(word)) {
    if (following?.word === 'to' || (isView(following) && tokens[next + 1]?.word === 'to'))
      return verb('planned', next + 1);
    if (following?.word === 'being') return verb('past', next + 2);
    if (isParticiple(following))
      return verb(STATIVE.has(following?.word ?? '') ? 'stative' : 'past', next + 1);
    return verb(following?.word.endsWith('ing') === true ? 'past' : 'was');
  }
  if (SAYING.has(word) && !/(?:ed|said|told|wrote)$/.test(word))
    return isNounHere(tokens, at) ? null : verb('present');
  if (HEADLINE.has(word)) return isNounHere(tokens, at) ? null : verb('headline');
  if (PAST.has(word)) return isNounHere(tokens, at) ? null : verb(STATIVE.has(word) ? 'stative' : 'past');
  if (/^\p{Ll}{2,}ed$/u.test(token.text) && !NO_VERB.has(word)) {
    const before = tokens[at - 1];
    if (before === undefined || at === from || DETERMINER.has(before.word) || token.gap === 'none')
      return null;
    // `verbsOf` finds out whether it is a participle: “The deal signed in 2015 was …”.
    return verb(STATIVE.has(word) ? 'stative' : 'past');
  }
  return null;
}

/** The end of an infinitive behind “will” or “would”: “be released”, “not have resolved”. */
function infinitiveEnd(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (/^(?:be|have|been|get|to)$/.test(tokens[at]?.word ?? '') && at + 1 < to)
    at = behindAdverbs(tokens, at + 1, to);
  return Math.min(at + 1, to);
}

/** Participles of opinion and planning: “is expected”, “was believed”. */
function isView(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^(?:expected|scheduled|planned|believed|thought|considered|known|seen|said|supposed|due|slated|set|intended|anticipated|reported|understood|regarded|viewed|based|located|aimed|called|named|owned|made|used|designed|required|needed|allowed)$/.test(
      token.word,
    )
  );
}

/** Whether a word that could be a verb stands where a noun does: “the reports”, “in cuts”. */
function isNounHere(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    before !== undefined &&
    tokens[at]?.gap === 'blank' &&
    DETERMINER.has(before.word) &&
    before.word !== 'that' &&
    before.word !== 'most'
  );
}

/** The verbs of a sentence, in order: finite ones, and participles that tell an event of a noun (“a suit, filed in 2003, …”). */
export function verbsOf(tokens: readonly Token[], from: number, to: number): Verb[] {
  const verbs: Verb[] = [];
  let under: string | null = null;
  /** Whether the clause that hangs on another ends with the next comma, as it began with one or with the sentence. */
  let isEnclosed = false;
  let depth = 0;
  let commas = 0;
  let clause = from;
  /** The clause that one between commas stands in, and whether the sentence begins with the inner one. */
  let outer = from;
  let isFronted = false;
  let quoted = goesOnQuoting(tokens, from, to);
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.word === '(' || token.word === '[') depth++;
    if ((token.word === ')' || token.word === ']') && depth > 0) depth--;
    if (QUOTES.test(token.text))
      quoted = token.text === '"' ? !quoted : token.text === '“' || token.text === '«';
    if (depth > 0) continue;
    if (token.word === ',') commas++;
    if (token.word === ',' && isEnclosed) {
      under = null;
      isEnclosed = false;
      clause = isFronted ? at + 1 : outer;
    }
    if (INTRODUCES.has(token.word) && !(token.word === 'that' && isDemonstrative(tokens, at))) {
      under = token.word;
      if (!isEnclosed) {
        outer = clause;
        isFronted = at === from;
      }
      clause = at + 1;
      isEnclosed ||= at === from || tokens[at - 1]?.word === ',';
    }
    const verb = verbAt(tokens, at, from, to);
    if (verb === null) {
      if (tokens[at - 1]?.word === ',' && isParticiple(token) && !isAdverb(token))
        verbs.push({ at, to: at + 1, kind: 'past', saying: false, under: 'reduced', clause, quoted });
      continue;
    }
    // “A suit, filed in 2003, …”; but “X, the head of Y, met Z”: the second comma ends what the first began.
    const isAside =
      verb.to - verb.at === 1 &&
      tokens[at - 1]?.word === ',' &&
      commas === 1 &&
      isParticiple(token) &&
      verbs.length === 0;
    const last = verbs.at(-1);
    // “Announced it has settled”: what is said begins behind the saying.
    if (last?.saying === true && clause <= last.at) clause = last.to;
    verbs.push({ ...verb, under: isAside ? 'reduced' : under, clause, quoted });
    if (!isEnclosed) under = null;
    at = Math.max(at, verb.to - 1);
  }
  return verbs.map((verb, place) =>
    isReduced(tokens, verb, verbs[place + 1]) ? { ...verb, under: 'reduced' } : verb,
  );
}

/** Whether a sentence stands in a quotation that began before it: it ends one that it does not begin. */
function goesOnQuoting(tokens: readonly Token[], from: number, to: number): boolean {
  let plain = 0;
  for (let at = from; at < to; at++) {
    const text = tokens[at]?.text;
    if (text === '“' || text === '«') return false;
    if (text === '”' || text === '»') return true;
    if (text === '"') plain++;
  }
  return plain % 2 === 1 && tokens[from]?.text !== '"';
}

/** “That day”: no clause begins there. */
function isDemonstrative(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.word ?? '';
  return /^(?:day|year|month|week|time|same|night|morning|evening|afternoon|letter|contract|deal)$/.test(
    next,
  );
}

/** “The deal signed in 2015 was …”: a participle behind a noun, with a finite verb to come and nothing between. */
function isReduced(tokens: readonly Token[], verb: Verb, next: Verb | undefined): boolean {
  if (next === undefined || verb.to - verb.at > 1 || next.under !== null) return false;
  const word = tokens[verb.at]?.word ?? '';
  if (!BOTH.has(word) && !word.endsWith('ed')) return false;
  if (verb.saying) return false;
  for (let at = verb.to; at < next.at; at++) {
    const between = tokens[at]?.word ?? '';
    if (/^(?:,|and|but|or|;|-|that|:)$/.test(between) || QUOTES.test(between)) return false;
  }
  return verb.under === null;
}
