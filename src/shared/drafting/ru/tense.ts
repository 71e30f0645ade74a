// Whether a Russian clause tells of what was or of what will be.
import type { Tense } from '../language.ts';
import type { Token } from '../tokens.ts';

/** Words that point to what is to come. */
const FUTURE =
  /^(?:буд(?:ет|ут|ем)|намерен[аоы]?|планиру(?:ет|ют)(?:ся)?|ожида(?:ет|ют)ся|намечен[аоы]?|запланирован[аоы]?|назначен[аоы]?|должн[аоы]|должен|предсто(?:ит|ят)|обеща(?:ет|ют))$/;
/** Nouns that end like verbs in the present or the past. */
const NO_VERB =
  /^(?:около|мало|начало|сначала|зеркало|тепло|светло|стекло|масло|кресло|ремесло|комитет|совет|бюджет|университет|факультет|институт|департамент|парламент|президент|студент|документ|момент|процент|результат|кандидат|депутат|солдат|стол|угол|школа|стали|сила|скала|село|тело|дело|число|земли|цели|роли|модели|недели|апрель|февраль|июль|портал|канал|журнал|материал|квартал|генерал|капитал|финал|сигнал|вокзал|зал|пол|посол|металл|провал|отдел|раздел|предел|ответ|свет|рассвет|маршрут|билет|объект|проект|субъект|эффект|кабинет|агент|предмет|сюжет|запрет|портрет|пакет|самолет|вертолет|полет|ракет|лет|нет|тест|текст|мост|рост|пост|арест|протест|интерес|аппарат|формат|чат|этот|тот|дают)$/;

/** Whether a word is a verb of the past: in -л, -ла, -ло, -ли, or a short participle. */
export function isPast(word: string): boolean {
  if (word.length < 3 || NO_VERB.test(word)) return false;
  if (/(?:[аеиоуыяю]л|[аеиоуыяю]ла|[аеиоуыяю]ло|[аеиоуыяю]ли)(?:с[ья])?$/u.test(word)) return true;
  if (
    /^(?:(?:пере|при|у|про|во|вы|на|за|до|со|ото|подо|произо|обо|разо|изо|взо|по)?ш(?:ел|ла|ло|ли)(?:с[ья])?|умер|умерла|умерли|погиб|погибла|погибли|возник|возникла|возникло|возникли|достиг|достигла|достигли|спас|спасла|спасли|смог|смогла|смогли|исчез|исчезла|исчезли|нанес|нанесли|внес|внесли|сверг|свергли|принесла|принесли|привезла|привезли|сгорел|сгорела|вырос|выросла|выросли|привез|увез|принес|вел|вела|вели|помог|помогла|помогли)$/u.test(
      word,
    )
  )
    return true;
  return (
    word.length > 5 &&
    /(?:ан|ана|ано|аны|ен|ена|ено|ены|ята|ято|яты|ыта|ыто|ыты)$/u.test(word) &&
    !/(?:район|страна|стены|цены|смены|времен|перемен)/u.test(word)
  );
}

/** Whether a word is a verb of the present or, if it is perfective, of the future. */
export function isToCome(word: string): boolean {
  return (
    FUTURE.test(word) ||
    (word.length > 4 && /(?:ет|ит|ут|ют|ат|ят)(?:ся)?$/u.test(word) && !NO_VERB.test(word))
  );
}

/** The tense of the clause around an expression: the nearest verb in its sentence. */
export function tense(
  tokens: readonly Token[],
  sentence: { from: number; to: number },
  at: { from: number; to: number },
): Tense {
  // “Ещё в мае”: that long ago.
  const before = tokens[at.from - 1]?.word;
  if (before === 'еще' || (/^(?:в|во)$/.test(before ?? '') && tokens[at.from - 2]?.word === 'еще'))
    return 'past';
  let best: Tense = null;
  let distance = Infinity;
  for (let index = sentence.from; index < sentence.to; index++) {
    if (index >= at.from && index < at.to) continue;
    const word = tokens[index]?.word ?? '';
    const found: Tense = isToCome(word) ? 'future' : isPast(word) ? 'past' : null;
    if (found === null) continue;
    // A comma mostly parts two clauses, and “и” the date of the first verb from the second.
    const [low, high] = index < at.from ? [index, at.from] : [at.to, index];
    let away = high - low;
    for (let between = low; between < high; between++) {
      if (tokens[between]?.word === ',') away += 6;
      if (index > at.from && tokens[between]?.word === 'и') away += 3;
    }
    if (away < distance) {
      distance = away;
      best = found;
    }
  }
  return best;
}
