// Which names in an English sentence are people, and which is the place of what a verb tells.
import type { Stretch, Verb } from '../language.ts';
import { wordSet, type Token } from '../tokens.ts';

/** Words that capitals begin besides names. */
const NO_NAME = wordSet(
  'the a an in on at by for from to of and but he she it they his her their its this that monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december',
);
/** Words that make a name one of a body or a thing, not of a person or a place. */
const BODY = wordSet(
  'inc corp ltd co plc company companies group organization organisation union council committee ministry department party airlines airways air university college institute bank court parliament congress senate house government force forces army navy association agency commission united states kingdom republic north south east west new times post press news street road school center centre airport international national cooperation treaty security collective foreign ministers conference church league club computer store stock exchange command day eve war world software kit program programme system systems museum hospital cup award prize records motors industries technologies office defence defense',
);
/** What somebody is, before or behind a name. */
const ROLE = wordSet(
  'president minister premier chancellor secretary spokesman spokeswoman spokesperson chief director chairman chairwoman chair leader head governor mayor judge justice senator congressman congresswoman general colonel captain lieutenant sergeant commander admiral professor doctor analyst economist coach manager player striker goalkeeper captain singer actor actress writer author journalist editor lawyer attorney prosecutor king queen prince princess pope cardinal bishop archbishop ambassador envoy commissioner officer executive ceo founder co-founder owner engineer scientist engraver painter poet artist composer historian teacher student farmer driver pilot activist dissident candidate deputy speaker mp lawmaker husband wife son daughter brother sister father mother mr mrs ms miss dr sir dame lord lady rev sen rep gov gen col capt lt sgt prof researcher biologist astronomer businessman businesswoman billionaire emperor sultan',
);
/** Titles that stand for a name's first word: “Senator Lane”. */
const TITLE = wordSet(
  'mr mrs ms miss dr sir dame lord lady senator judge president king queen prince princess pope gen col capt lt sgt prof sen rep gov rev',
);
/** Words within a name in small letters. */
const PARTICLE = wordSet('von van der den de da di du la le al bin ibn ter dos el');
/** First names that articles in English often have, of many countries. */
const GIVEN = wordSet(
  'aaron abdul abdullah abigail abraham adam adrian agnes ahmad ahmed aisha akira alain alan albert alberto alec alejandro aleksandr aleksei alex alexander alexandra alexei alexis alfred ali alice alison allan allen alma almazbek amanda amelia amir amy ana anastasia anatoly andre andrea andreas andrei andrew andrey andy angela angelina anita ann anna anne annie anthony anton antonio antony arnold arthur asif askar august augusto barack barbara barry bashar ben benjamin bernard bernie bert beth betty bill billy bob bobby boris brandon brian bruce bruno bryan caitlin cameron carl carla carlo carlos carol carole caroline catherine cecilia charles charlie charlotte chen chloe chris christian christina christine christopher claire clara claude claudia colin connor craig cyril dale dan daniel danny daria darren david dean deborah denis dennis derek diana diane diego dmitri dmitriy dmitry dominic don donald donna dorothy doug douglas duncan dylan ed eddie eduardo edward edwin eleanor elena eli elizabeth ella ellen elon emil emily emma emmanuel enrique eric erica erik ernest ernesto esther eugene eva evan evelyn fanny farida fatima felix fernando fidel fiona florence frances francesca francesco francis francisco francois frank franz fred frederick friedrich fumio gabriel gareth gary gavin gennady geoffrey george georges gerald gerard gerhard gilbert giorgio giovanni giuseppe glenn gloria gordon grace graham greg gregory guillermo gustav guy hamid hannah hans harold harry hassan hasan heather hector heinrich helen helena helmut henri henry herbert hillary hiroshi holly howard hugh hugo hussein ian ibrahim igor ilham ilya imran ingrid irene irina isaac isabel ivan jack jackie jacob jacques jaime jake james jamie jan jane janet jason javier jay jean jeenbek jeff jeffrey jennifer jenny jeremy jerry jesse jessica jill jim jimmy joachim joan joanna joe joel johan johann johannes john johnny jon jonas jonathan jorge jose josef joseph joshua juan judith judy julia julian julie justin kamala karen karin karl kassym-jomart kate katherine kathleen kathy katie keith ken kenneth kevin khalid kim klaus kofi konrad konstantin kurban kurt kyle larry lars laura laurence lauren laurent lawrence lee leo leon leonard leonid leslie lewis liam lina linda lionel lisa liz lloyd lorenzo louis louise lucas lucia lucy luigi luis luke lydia madeleine mahmoud malcolm manuel marc marcel marco marcos marcus margaret maria marie marilyn mario marion mark marta martha martin mary matt matteo matthew maurice max maxim megan mehmed mehmet mel melanie melissa michael michel michelle miguel mike mikhail milan miriam mohamed mohammad mohammed monica moses muhammad murad mustafa nadia nancy naomi narendra natalia natalie nathan neil nelson nicholas nick nicola nicolas nikita nikolai nina noah noel nora norman nursultan oleg olga oliver olivia omar oscar otto pablo pamela pat patricia patrick paul paula paulo pavel pedro peggy penny pete peter petr phil philip philippe phillip pierre pyotr rachel rafael ralph ramon ramzan raul ray raymond rebecca recep reza ricardo richard rick rob robert roberto robin rodrigo roger roland roman ron ronald rosa rose roy rudolf rupert ruslan russell ruth ryan sadyr sally salman sam samantha samir samuel sandra sandy sara sarah scott sean sebastian serge sergei sergey sergio seth shane sharon shavkat sheila shinzo shirley silvio simon sofia sonia sophia sophie stacy stanislav stanley stefan stella stephanie stephen steve steven stewart stuart sue susan susanna suzanne sven sylvia tamara tanya tariq tatiana ted terence teresa terry theodore theresa thomas tim timothy tina todd tom tomas tommy tony tracy ursula valentina valery vanessa vera vernon victor victoria viktor vincent viktoria virginia vitaly vladimir volodymyr vyacheslav walter wanda warren wendy werner wilhelm will william willy winston wolfgang xavier yasser yelena yevgeny yoko yuri yusuf yves yvonne zachary zhao zoe',
);

/** People: a first name that is known, or a name beside what somebody is, an age, or “who”. */
export function people(tokens: readonly Token[], from: number, to: number): Stretch[] {
  const found: Stretch[] = [];
  for (let at = from; at < to; at++) {
    const end = nameEnd(tokens, at, to);
    if (end === at) continue;
    const person = personIn(tokens, at, end, from, to);
    if (person !== null) found.push(person);
    at = end - 1;
  }
  return found;
}

/** Where a name that begins at a token ends; the same number where none does. */
function nameEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = from;
  while (end < to) {
    const token = tokens[end];
    if (end > from && token?.gap !== 'blank') break;
    const isInitial = /^\p{Lu}$/u.test(token?.text ?? '') && tokens[end + 1]?.word === '.';
    if (isInitial && end > from && isName(tokens[end + 2])) end += 2;
    else if (isName(token)) end++;
    else if (end > from && PARTICLE.has(token?.word ?? '') && isNameWithin(tokens, end + 1, to)) end++;
    else break;
  }
  return end;
}

function isNameWithin(tokens: readonly Token[], at: number, to: number): boolean {
  return at < to && (isName(tokens[at]) || (PARTICLE.has(tokens[at]?.word ?? '') && isName(tokens[at + 1])));
}

function personIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  first: number,
  last: number,
): Stretch | null {
  let start = from;
  let isTold = ROLE.has(tokens[from - 1]?.word ?? '');
  // “Polish President Andrzej Duda”
  const role = tokens.slice(from, to - 1).findLastIndex(({ word }) => ROLE.has(word));
  if (role >= 0) {
    isTold = true;
    start = from + role + 1;
  }
  const words = tokens.slice(start, to).map(({ word }) => word);
  if (words.some((word) => BODY.has(word)) || /^(?:in|at|from|near)$/.test(tokens[from - 1]?.word ?? ''))
    return null;
  if (isTold && words.length === 1 && TITLE.has(tokens[start - 1]?.word ?? ''))
    return { from: start - 1, to };
  if (words.length < 2) return null;
  const given = words.findIndex((word) => GIVEN.has(word));
  if (given >= 0 && given < words.length - 1) return { from: start + given, to };
  return isTold || isToldBehind(tokens, to, first, last) ? { from: start, to } : null;
}

/** “…, 58, …”, “…, who …”, “…, the secretary general …”. */
function isToldBehind(tokens: readonly Token[], end: number, from: number, to: number): boolean {
  if (tokens[end]?.word !== ',' || end + 1 >= to || end <= from) return false;
  const [next, then] = [tokens[end + 1]?.word ?? '', tokens[end + 2]?.word ?? ''];
  if (next === 'who' || (/^\d\d$/.test(next) && then === ',')) return true;
  const isAppositive = /^(?:the|a|an|its|his|her|their)$/.test(next);
  return isAppositive && tokens.slice(end + 2, Math.min(to, end + 7)).some(({ word }) => ROLE.has(word));
}

function isName(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}\p{L}*\p{Ll}$/u.test(token.text) && !NO_NAME.has(token.word);
}

/** Where a clause that tells something else begins. */
const ELSEWHERE = wordSet(
  'who which that when where while after before since until because although if as ; : “ ” "',
);

/** The name behind “in”: “met in New York”; behind the verb up to the next one, or else before it. */
export function place(
  tokens: readonly Token[],
  from: number,
  to: number,
  verb: Verb | null,
  verbs: readonly Verb[],
): Stretch | null {
  if (verb === null) return placeIn(tokens, from, to);
  const next = verbs.find(({ at }) => at > verb.at)?.at ?? to;
  return placeIn(tokens, verb.at, next) ?? placeIn(tokens, Math.max(from, verb.clause), verb.at);
}

function placeIn(tokens: readonly Token[], from: number, to: number): Stretch | null {
  for (let at = from; at < to - 1; at++) {
    const token = tokens[at];
    if (token === undefined || (at > from && ELSEWHERE.has(token.text.toLowerCase()))) return null;
    if (!/^(?:in|at|near)$/.test(token.word)) continue;
    const start = at + 1;
    // “In St. Petersburg”
    const saint =
      /^St$/.test(tokens[start]?.text ?? '') && tokens[start + 1]?.word === '.' ? start + 2 : start;
    let end = saint;
    while (end < to && isName(tokens[end]) && (end === saint || tokens[end]?.gap === 'blank')) end++;
    const words = tokens.slice(start, end).map(({ word }) => word);
    const isOwner = /^['’]$/.test(tokens[end]?.text ?? '') && tokens[end]?.gap === 'none';
    if (end > saint && !isOwner && !words.some((word) => NO_PLACE.has(word)) && !ROLE.has(words[0] ?? ''))
      return { from: start, to: end };
  }
  return null;
}

/** Words of names that “in” and “at” stand before and that are no places: “in Congress”, “at Google Inc.” */
const NO_PLACE = wordSet(
  'council commission inc corp ltd group company congress parliament stock exchange bank english french german russian latin arabic chinese christmas easter ramadan',
);
