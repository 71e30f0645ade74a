// How Russian articles tell events: verbs, titles from a sentence's own words, and what goes on about the same.
import type { Nominal, Stretch, Telling, Verb } from '../language.ts';
import type { Token } from '../tokens.ts';
import { isPast, isToCome } from './tense.ts';

const SAYING =
  /^(?:сообщил[аи]?|сообщили|заявил[аи]?|рассказал[аи]?|сказал[аи]?|отметил[аи]?|добавил[аи]?|пояснил[аи]?|подчеркнул[аи]?|напомнил[аи]?|написал[аи]?|уточнил[аи]?|признал[аи]?|сообщает|сообщают|говорится|вспоминал[аи]?|говорил[аи]?|утверждает|утверждают|напоминают)$/;
const INTRODUCES =
  /^(?:что|котор\p{L}+|когда|где|если|чтобы|хотя|пока|поскольку|потому|как|куда|откуда|который)$/u;
const STATE =
  /^(?:был|была|было|были|работал[аи]?|жил[аи]?|стоял[аи]?|находил(?:ся|ась|ось|ись)|составил[аи]?|являл(?:ся|ась|ось|ись)|хотел[аи]?|имел[аи]?|длил(?:ся|ась)|продолжал(?:ся|ась|ось|ись))$/;
const QUOTE = /^[«»“”"]$/;

/** The finite verbs of a sentence, in order. */
function verbs(tokens: readonly Token[], from: number, to: number): Verb[] {
  const found: Verb[] = [];
  let under: string | null = null;
  let clause = from;
  let quoted = false;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (QUOTE.test(token.text))
      quoted = token.text === '«' || token.text === '“' || (token.text === '"' && !quoted);
    if (token.word === ',') {
      under = null;
      clause = at + 1;
    }
    if (INTRODUCES.test(token.word)) {
      under = token.word;
      clause = at + 1;
    }
    if (!/^\p{Script=Cyrillic}/u.test(token.text)) continue;
    if (tokens[at - 1]?.word === ',' && PARTICIPLE.test(token.word)) {
      found.push({ at, to: at + 1, kind: 'past', saying: false, under: 'reduced', clause, quoted });
      continue;
    }
    const past = isPast(token.word);
    if (!past && !isToCome(token.word)) continue;
    const saying = SAYING.test(token.word);
    const isDenied = tokens[at - 1]?.word === 'не';
    const told = past ? (STATE.test(token.word) ? 'stative' : 'past') : saying ? 'present' : 'future';
    // “Президент не приехал”: nothing happened.
    const kind = isDenied && told !== 'future' ? 'modal' : told;
    found.push({ at, to: at + 1, kind, saying, under, clause, quoted });
  }
  return found;
}

const EVENTS =
  /^(?:встреч[аиеу]|саммит(?:а|ом)?|переговор(?:ы|ов)|конференци[яиюей]|визит(?:а|ом)?|падени[еяюем]|войн[аыуой]|битв[аыуой]|выбор(?:ы|ов)|переворот(?:а|ом)?|подписани[еяюем]|землетрясени[еяюем]|взрыв(?:а|ом)?|пожар(?:а|ом)?|суд(?:а|ом)?|арест(?:а|ом)?|отставк[аиуой])$/;

/** “После падения правительства в Кабуле”. */
function nominals(tokens: readonly Token[], from: number, to: number): Nominal[] {
  const found: Nominal[] = [];
  for (let at = from; at < to; at++) {
    const word = tokens[at]?.word ?? '';
    const order =
      word === 'после' && at === from ? 'before' : word === 'накануне' && at === from ? 'after' : null;
    if (order === null) continue;
    for (let noun = at + 1; noun < Math.min(to, at + 5); noun++) {
      if (!EVENTS.test(tokens[noun]?.word ?? '')) continue;
      let end = noun + 1;
      while (end < to && !/^[,.;:!?()]$/.test(tokens[end]?.word ?? '') && !isPast(tokens[end]?.word ?? ''))
        end++;
      if (end > noun + 1 && !/^(?:здесь|там|тут|уже|еще|он|она|они|оно)$/.test(tokens[noun + 1]?.word ?? ''))
        found.push({ from: at + 1, to: end, order });
      break;
    }
  }
  return found;
}

/** The length of a title at which the next phrase is left out. */
const LONGEST = 70;
const BREAK =
  /^(?:в|во|на|с|со|к|ко|по|из|за|от|до|для|при|о|об|и|у|под|над|а|но|не|что|между|около|почти|примерно|спустя|через|ровно|весь|всю|ещё|еще|лишь|только|-)$/;
/** What a title does not begin with. */
const BEGINS = /^(?:а|и|но|однако|также|затем|потом|тогда|ранее|уже|ровно|-|–|—|,)$/;

/** Who did what: the clause of the verb without its dates. */
function title(
  tokens: readonly Token[],
  from: number,
  to: number,
  verb: Verb,
  expressions: readonly Stretch[],
  all: readonly Verb[],
): readonly number[] {
  const dated = (at: number): boolean => expressions.some((each) => at >= each.from && at < each.to);
  const first = firstOf(tokens, verb, all);
  const next = all.find((each) => each.at > verb.at && firstOf(tokens, each, all) === first);
  const hasOwnDate = next !== undefined && expressions.some((each) => each.from > next.at);
  const end = next !== undefined && hasOwnDate ? next.at : to;
  const kept: number[] = [];
  let length = 0;
  const take = (start: number, until: number): void => {
    for (let at = start; at < until; at++) {
      const token = tokens[at];
      if (token === undefined) break;
      if (/^[,.;:!?—]$/.test(token.word) && at > verb.at) break;
      if (dated(at) || (BREAK.test(token.word) && dated(at + 1))) continue;
      if (kept.length === 0 && BEGINS.test(token.word)) continue;
      if (length + token.text.length > LONGEST && at > verb.at && BREAK.test(token.word)) break;
      kept.push(at);
      length += token.text.length + 1;
    }
  };
  const subject = subjectOf(tokens, from, first);
  take(subject.from, subject.to);
  if (first !== verb) take(first.clause, first.at);
  take(first === verb ? Math.max(from, verb.clause) : verb.at, end);
  while (kept.length > 0 && BREAK.test(tokens[kept.at(-1) ?? 0]?.word ?? '')) kept.pop();
  return kept;
}

/** The first verb of the same subject: “выставка откроется … и продлится …”. */
function firstOf(tokens: readonly Token[], verb: Verb, all: readonly Verb[]): Verb {
  const last = all.findLast((each) => each.at < verb.at);
  return last?.clause === verb.clause && tokens[verb.at - 1]?.word === 'и'
    ? firstOf(tokens, last, all)
    : verb;
}

/** The words before a comma that a clause without a subject goes on from: “музей, основанный в 1898 году, был закрыт”. */
function subjectOf(tokens: readonly Token[], from: number, verb: Verb): Stretch {
  const none = { from: 0, to: 0 };
  if (verb.clause <= from || (verb.under !== 'reduced' && verb.at !== verb.clause)) return none;
  if (verb.under !== 'reduced' && verb.under !== null) return none;
  let to = from;
  while (to < verb.clause && tokens[to]?.word !== ',') to++;
  if (verb.under === 'reduced') {
    to = verb.clause - 1;
    while (
      from < to &&
      !/^(?:[,;:(]|в|во|на|с|к|по|из|за|от|до|и|о|об)$/.test(tokens[to - 1]?.word ?? '') &&
      !isPast(tokens[to - 1]?.word ?? '')
    )
      to--;
    return { from: to, to: verb.clause - 1 };
  }
  const hasVerb = tokens.slice(from, to).some(({ word }) => isPast(word) || isToCome(word));
  return hasVerb || to >= verb.clause - 1 ? none : { from, to };
}

/** “Основанный”, “открывшийся”: what tells an event of the noun before it. */
const PARTICIPLE =
  /^\p{L}{3,}(?:нн(?:ый|ая|ое|ые|ого|ой|ую|ым|ых|ом)|[вш]ш(?:ий|ая|ее|ие|его|ей|ую|им|их|ем)(?:ся)?)$/u;

function goesOn(tokens: readonly Token[], from: number, to: number): boolean {
  return (
    to - from > 1 &&
    /^(?:он|она|оно|они|его|ее|их|это|этот|эта|эти|при|также|такое|такой|но|а|по)$/.test(
      tokens[from]?.word ?? '',
    )
  );
}

function isHandedOn(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (
      /^(?:сообщает|сообщают|передает|пишет)$/.test(tokens[at]?.word ?? '') &&
      /^(?:«|[A-ZА-Я]{2,})/u.test(tokens[at + 1]?.text ?? '')
    )
      return true;
  return false;
}

function isEarlier(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (/^(?:ранее|прежде|раньше|когда-то|некогда)$/.test(tokens[at]?.word ?? '')) return true;
  return false;
}

function isPlan(tokens: readonly Token[], from: number, to: number): boolean {
  const all = verbs(tokens, from, to);
  return all.length > 0 && all.every(({ kind }) => kind === 'future');
}

/** “По сравнению с прошлым годом”, “впервые с 1995 года”. */
function isCompared(tokens: readonly Token[], from: number, at: { readonly from: number }): boolean {
  return tokens
    .slice(Math.max(from, at.from - 4), at.from)
    .some(({ word }) => /^(?:сравнени\p{L}|впервые|чем|против)$/u.test(word));
}

function isName(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}\p{Ll}+$/u.test(token.text);
}

/** What somebody is, where the sentence begins with it. */
const ROLE =
  /^(?:адвокат|президент|министр|губернатор|мэр|депутат|директор|режиссер|актер|актриса|писатель|поэт|ученый|профессор|генерал|полковник|судья|прокурор|тренер|певец|певица|глава|премьер|секретарь|журналист|журналистка)$/;

/** Two or three words with capitals that do not begin the sentence. */
function people(tokens: readonly Token[], from: number, to: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let at = from; at < to; at++) {
    let end = at;
    while (end < to && isName(tokens[end]) && (end === at || tokens[end]?.gap === 'blank')) end++;
    // “Адвокат Ольга Май”
    if (end - at > 2 && ROLE.test(tokens[at]?.word ?? '')) at++;
    if (end - at >= 2 && end - at <= 3 && !/^(?:в|во|на|из)$/.test(tokens[at - 1]?.word ?? ''))
      found.push({ from: at, to: end });
    if (end > at) at = end - 1;
  }
  return found;
}

/** The name behind “в”, in the clause of the verb. */
function place(
  tokens: readonly Token[],
  from: number,
  to: number,
  verb: Verb | null,
  all: readonly Verb[],
): Stretch | null {
  const next = verb === null ? undefined : all.find(({ at }) => at > verb.at);
  const last = next === undefined ? to : Math.max(next.clause, (verb?.at ?? from) + 1);
  for (let at = verb === null ? from : Math.max(from, verb.clause); at < last - 1; at++) {
    if (!/^(?:в|во|под)$/.test(tokens[at]?.word ?? '')) continue;
    let end = at + 1;
    while (end < to && isName(tokens[end])) end++;
    if (end > at + 1) return { from: at + 1, to: end };
  }
  return null;
}

/** How Russian tells events. */
export const TELLING: Telling = {
  verbs,
  nominals,
  title,
  isLowered: () => false,
  isCompared,
  goesOn,
  isHandedOn,
  isEarlier,
  isCondition: ({ under }) => under === 'если',
  isPlan,
  place,
  people,
};
