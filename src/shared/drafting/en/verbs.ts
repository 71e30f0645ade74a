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
/** What somebody holds, not what they said at a time. */
const OPINION = wordSet('claims argues believes insists');
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
    return isNounHere(tokens, at) ? null : verb(OPINION.has(word) ? 'stative' : 'present');
  // “In the nine months ended Sept. 30”, “the quarter that ended in June”: a length of time, no event.
  if (word === 'ended' && isLength(tokens, at)) return null;
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

function isLength(tokens: readonly Token[], at: number): boolean {
  const before =
    tokens[at - 1]?.word === 'that' || tokens[at - 1]?.word === 'which' ? tokens[at - 2] : tokens[at - 1];
  return /^(?:months?|quarter|half|year|weeks?|period)$/.test(before?.word ?? '');
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
  /** “Born in Kisumu, she won …”: how many verbs stand before the subject. */
  const fronted = frontedParticiple(tokens, from, to);
  if (fronted)
    verbs.push({
      at: from,
      to: from + 1,
      kind: 'past',
      saying: false,
      under: 'reduced',
      clause: from,
      quoted,
    });
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.word === '(' || token.word === '[') depth++;
    if ((token.word === ')' || token.word === ']') && depth > 0) depth--;
    if (QUOTES.test(token.text))
      quoted = token.text === '"' ? !quoted : token.text === '“' || token.text === '«';
    if (depth > 0) continue;
    if (token.word === ',') commas++;
    const hasVerb = verbs.some((each) => each.clause === clause && each.under !== 'reduced');
    // “He resigned; she stayed”, “It was the third accident: two men were hurt”.
    if (token.word === ';' || (token.word === ':' && hasVerb)) {
      under = null;
      isEnclosed = false;
      clause = outer = at + 1;
      continue;
    }
    if (fronted && token.word === ',' && verbs.length === 1 && (clause === from || isPronoun(tokens[at + 1])))
      clause = outer = at + 1;
    // “When his father died, and they married”; “he left and she stayed”.
    if (COORDINATES.has(token.word) && hasVerb && beginsClause(tokens, at, from, to)) {
      if (tokens[at - 1]?.word === ',') {
        under = null;
        isEnclosed = false;
      }
      clause = outer = at + 1;
      continue;
    }
    if (token.word === ',' && !isEnclosed && clause !== outer) {
      const inside = verbs.filter((each) => each.at >= clause);
      // “The line, closed since the crash, is to reopen”: no clause began there.
      if (inside.length === 0) {
        under = null;
        clause = outer;
      } else if (isSubjectStart(tokens[at + 1]) && !verbs.some((each) => each.under === null)) {
        // “Two weeks after she took over, it began”.
        under = null;
        clause = outer = at + 1;
      }
    }
    if (token.word === ',' && isEnclosed) {
      under = null;
      isEnclosed = false;
      clause = isFronted ? at + 1 : outer;
    }
    if (
      INTRODUCES.has(token.word) &&
      !isBeforeDate(tokens, at) &&
      !(token.word === 'that' && isDemonstrative(tokens, at))
    ) {
      under = token.word;
      if (!isEnclosed) {
        outer = clause;
        isFronted = at === from;
      }
      clause = at + 1;
      isEnclosed ||= at === from || tokens[at - 1]?.word === ',';
    }
    const verb = verbAt(tokens, at, from, to);
    if (verb === null && isJoined(tokens, at, verbs.at(-1))) {
      verbs.push({ at, to: at + 1, kind: 'past', saying: false, under, clause, quoted });
      if (!isEnclosed) under = null;
      continue;
    }
    if (verb === null) {
      if (tokens[at - 1]?.word === ',' && isParticiple(token) && !isAdverb(token))
        verbs.push({ at, to: at + 1, kind: 'past', saying: false, under: 'reduced', clause, quoted });
      continue;
    }
    // “A suit, filed in 2003, …”; but “X, the head of Y, met Z”: the second comma ends what the first began.
    const isAside =
      verb.to - verb.at === 1 &&
      tokens[isAdverb(tokens[at - 1] ?? token) ? at - 2 : at - 1]?.word === ',' &&
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
  return verbs.map((verb, place) => {
    if (
      isReduced(tokens, verb, verbs[place + 1]) ||
      isInFront(tokens, from, verb, verbs[place + 1]) ||
      isParticipleOf(tokens, verbs[place - 1], verb)
    )
      return { ...verb, under: 'reduced' };
    return isNegated(tokens, verb) ? { ...verb, kind: 'modal' } : verb;
  });
}

/** “Since 1910”: no clause begins there. */
function isBeforeDate(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:since|until|till|before|after|that)$/.test(tokens[at]?.word ?? '') &&
    /^(?:\d.*|january|february|march|april|june|july|august|september|october|november|december|last|early|late|mid|this|yesterday)$/.test(
      tokens[at + 1]?.word ?? '',
    )
  );
}

function isSubjectStart(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (isPronoun(token) ||
      token.capital ||
      /^(?:the|a|an|his|her|its|their|our|my|this|these|some|many|most)$/.test(token.word))
  );
}

const COORDINATES = wordSet('and but so yet');
const PRONOUN = /^(?:he|she|it|they|we|i|there)$/;

function isPronoun(token: Token | undefined): boolean {
  return token !== undefined && PRONOUN.test(token.word);
}

/** So many tokens from where a clause begins to its verb. */
const SUBJECT_WITHIN = 12;

/** Whether behind “and” a subject and its verb follow: “… and they married”, “…, and the minister resigned”. */
function beginsClause(tokens: readonly Token[], and: number, from: number, to: number): boolean {
  const isBehindComma = tokens[and - 1]?.word === ',';
  const first = tokens[and + 1];
  if (first === undefined) return false;
  if (!isBehindComma && !isPronoun(first)) return false;
  for (let at = and + 1; at < Math.min(to, and + 1 + SUBJECT_WITHIN); at++) {
    const token = tokens[at];
    if (token === undefined || /^[,;:(]$/.test(token.word) || QUOTES.test(token.text)) return false;
    if (INTRODUCES.has(token.word)) return false;
    if (isAdverb(token)) continue;
    if (verbAt(tokens, at, from, to) !== null) return at > and + 1;
  }
  return false;
}

/** “She was arrested and resigned the next day”: a second verb of the same subject, where an adjective could stand. */
function isJoined(tokens: readonly Token[], at: number, last: Verb | undefined): boolean {
  const token = tokens[at];
  if (last === undefined || token === undefined || token.capital || token.gap !== 'blank') return false;
  if (!/^(?:past|perfect|pluperfect|headline)$/.test(last.kind) || last.under === 'reduced') return false;
  if (!PAST.has(token.word) && !(/^\p{Ll}{2,}ed$/u.test(token.text) && !NO_VERB.has(token.word)))
    return false;
  if (STATIVE.has(token.word) || last.to > at - 1) return false;
  let before = at - 1;
  while (before > last.to) {
    const adverb = tokens[before];
    if (adverb === undefined || !isAdverb(adverb)) break;
    before--;
  }
  if (!/^(?:and|but|then)$/.test(tokens[before]?.word ?? '')) return false;
  if (PAST.has(token.word)) return true;
  const next = tokens[at + 1];
  return (
    next === undefined ||
    next.capital ||
    /^(?:[.,;]|\d.*|in|on|at|to|for|with|from|by|as|the|a|an|his|her|its|their|it|him|them|off|out|up|down|over|away|back|into|about|last|two|three|four|five|six|several|that|this|all)$/.test(
      next.word,
    )
  );
}

/** “Born in Kisumu, she won …”, “Launched in 2004, the craft …”: a participle that begins the sentence, before its subject. */
function frontedParticiple(tokens: readonly Token[], from: number, to: number): boolean {
  if (!isParticiple(tokens[from])) return false;
  if (
    tokens[from]?.word !== 'born' &&
    !/^(?:in|on|at|by|from|near|as|to|with|for|after|under|around|about|\d.*)$/.test(
      tokens[from + 1]?.word ?? '',
    )
  )
    return false;
  return tokens.slice(from, to).some(({ word }) => word === ',');
}

/** “Under the deal struck in Brussels, deposits will be frozen”: a participle in the phrase that stands in front. */
function isInFront(tokens: readonly Token[], from: number, verb: Verb, next: Verb | undefined): boolean {
  if (next === undefined || verb.to - verb.at > 1 || verb.saying || next.saying) return false;
  if (!/^(?:under|in|on|at|by|with|for|from|despite|as)$/.test(tokens[from]?.word ?? '')) return false;
  if (!isParticiple(tokens[verb.at]) || !/^(?:the|a|an)$/.test(tokens[from + 1]?.word ?? '')) return false;
  if (!/^(?:in|on|by|at|with|after|between|last|this|early|late|\d.*)$/.test(tokens[verb.to]?.word ?? ''))
    return false;
  let comma = verb.to;
  while (comma < next.at && tokens[comma]?.word !== ',') comma++;
  return comma < next.at && !COORDINATES.has(tokens[comma + 1]?.word ?? '');
}

/** “It paid with a bequest made in 2005”: a participle behind a noun, where the clause has its verb. */
function isParticipleOf(tokens: readonly Token[], last: Verb | undefined, verb: Verb): boolean {
  if (last === undefined || last.saying || last.under !== null || verb.under !== null) return false;
  if (last.clause !== verb.clause || verb.to - verb.at > 1 || verb.at - last.to < 2) return false;
  const token = tokens[verb.at];
  if (!isParticiple(token) || token?.gap !== 'blank' || verb.saying) return false;
  for (let at = last.to; at < verb.at; at++) {
    const between = tokens[at];
    if (between === undefined || /^(?:,|and|but|or|then|;|-|that|:|to|not)$/.test(between.word)) return false;
    if (QUOTES.test(between.text)) return false;
  }
  const noun = tokens[verb.at - 1];
  return noun !== undefined && !isAdverb(noun) && !isPronoun(noun);
}

const NOT_UNTIL_WITHIN = 10;

/** “Did not sign”, “has never met”: nothing happened. */
function isNegated(tokens: readonly Token[], { at, to }: Verb): boolean {
  const isNot = (token: Token | undefined): boolean => token?.word === 'not' || token?.word === 'never';
  // “Not due until October” tells when.
  if (tokens.slice(at, at + NOT_UNTIL_WITHIN).some(({ word }) => word === 'until' || word === 'till'))
    return false;
  if (tokens.slice(at, to + 1).some(isNot) || tokens[at - 1]?.word === 'never') return true;
  // “Didn't”
  return (
    tokens[at + 1]?.gap === 'none' &&
    /^['’]$/.test(tokens[at + 1]?.text ?? '') &&
    tokens[at + 2]?.word === 't'
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
