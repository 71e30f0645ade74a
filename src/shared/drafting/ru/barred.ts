// Which expressions only look like Russian dates: names, counts, and words with a second meaning.
import type { Found } from '../grammar.ts';
import type { DateRule } from '../language.ts';
import type { Token } from '../tokens.ts';

/** What a weekday or a season follows. */
const PREPOSITION = /^(?:в|во|с|со|к|ко|до|на|по|за|от|после|перед|под|через|не|и)$/;
/** What makes `среда` surroundings. */
const SURROUNDINGS = /^(?:обитания|окружающ.*|городск.*|обитани.*|проживания|обучения|безопасност.*)$/;
/** What bears a date as its name. */
const IN_NAME = /^(?:улиц|площад|проспект|переул|бульвар|набережн|сквер|парк|имени)\p{L}*$/u;
/** The case of a season that says when. */
const WHEN = /^(?:весною?|весной|летом|осенью|зимою?|зимой)$/;

/** Where a number that stands for a year without its era ends: “в 211 году”. 0 if it is no year. */
export function bareYear(tokens: readonly Token[], at: number): number {
  return /^(?:в|с|к|до|по|после)$/.test(tokens[at - 1]?.word ?? '') &&
    /^(?:год|года|году|годом)$/.test(tokens[at + 1]?.word ?? '')
    ? at + 2
    : 0;
}

/** Whether an expression is a date where it stands. */
export function isDate({ rule, from, to, fields }: Found<DateRule>, tokens: readonly Token[]): boolean {
  if (rule.kind === 'none') return false;
  const first = tokens[from];
  const before = first?.gap === 'break' ? undefined : tokens[from - 1];
  const next = tokens[to]?.gap === 'break' ? undefined : tokens[to];
  const names = Object.keys(fields);
  if (first === undefined) return false;
  // “В 20 часов” is a time, “20 часов” a length.
  if (rule.kind === 'time' && fields['hour'] !== undefined && names.length <= 2)
    return /^(?:в|во|к|до|с|около)$/.test(before?.word ?? '');
  // “Через неделю после обыска” hangs on the search.
  if (rule.kind === 'offset' && /^(?:после|до)$/.test(next?.word ?? '')) return false;
  if (rule.kind !== 'date') return true;
  // “Улица 8 Марта”, “площадь 1905 года”: names.
  if (IN_NAME.test(before?.word ?? '')) return false;
  // “В выходные”, but not “выходные пособия”.
  if (fields['unit'] === 'weekend' && names.length === 2 && to - from === 1)
    return /^(?:в|на)$/.test(before?.word ?? '') && !/^\p{L}+(?:ия|ие|ий)$/u.test(next?.word ?? '');
  // “Девяностые”, “90-х”: years where nothing else is counted.
  if (
    names.length === 1 &&
    fields['decades'] !== undefined &&
    !/^(?:год|гг)/.test(tokens[to - 1]?.word ?? '')
  )
    return (
      /(?:ые|ых|ым|ыми|е|х|м|ми)$/.test(tokens[to - 1]?.word ?? '') &&
      /^(?:в|с|к|до|по|после)$/.test(before?.word ?? '') &&
      !(next?.word ?? '').startsWith('числ')
    );
  // “Май Сергеевич”, “Март Каллас”: months have no capital.
  if (names.length === 1 && fields['month'] !== undefined) return !first.capital;
  if (names.length === 1 && fields['weekday'] !== undefined) {
    if (first.word.startsWith('сред'))
      return /^(?:в|во|со?|до|к|на|по|за)$/.test(before?.word ?? '') && !SURROUNDINGS.test(next?.word ?? '');
    return before === undefined || PREPOSITION.test(before.word) || /^[,.(-]$/.test(before.word);
  }
  if (names.length === 1 && fields['season'] !== undefined)
    return (
      WHEN.test(first.word) ||
      (/^(?:до|к|с|на|за)$/.test(before?.word ?? '') && !/^лета?$/.test(first.word)) ||
      /^(?:до|к)$/.test(before?.word ?? '')
    );
  if (names.length === 1 && fields['year'] !== undefined && to - from === 1 && !first.word.includes('/'))
    return (
      /^(?:в|с|к|до|по|после|от|\()$/.test(before?.word ?? '') &&
      (next === undefined || /^[.,;:)]$/.test(next.word))
    );
  // “Накануне саммита” hangs on the summit.
  if (fields['eve'] === 1 && next !== undefined)
    return (
      !/(?:а|ы|и|ов|ев|ей|ого|его|ых|их)$/u.test(next.word) ||
      /(?:л[аи]|л[аи]сь)$/u.test(next.word) ||
      next.word.endsWith('ция')
    );
  return true;
}
