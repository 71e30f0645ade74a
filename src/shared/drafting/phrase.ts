// Reads a date as a person types it: a written date, or one that counts from a day, such as “last Friday” and “two weeks ago”.
import type { EventDate } from '../dates/event-date.ts';
import { parseEventDate } from '../dates/parse.ts';
import { readWrittenDate, USUAL, type Conventions } from '../dates/written.ts';
import { drafterFor, LANGUAGES, languageOf } from './languages.ts';
import { ranged } from './ranges.ts';
import type { Expression, Tagged } from './tag.ts';

/** One reading of what was typed. */
export interface PhraseReading {
  readonly date: EventDate;
  /** What it counts from and how; `null` for a date that is stated. */
  readonly why: string | null;
}

/**
 * Reads a typed date: all that `readWrittenDate` reads, and expressions that count from a day, in English or Russian.
 *
 * @param reference the day that “yesterday” counts from, in EDTF: an article's publication date; `null` if there is none.
 * @returns the readings, the likelier first: none if it is no date, two for 3/5/2021.
 */
export function readDatePhrase(typed: string, reference: string | null): readonly PhraseReading[] {
  const written = (['day-first', 'month-first'] as const).flatMap((order: Conventions['order']) => {
    const date = readWrittenDate(typed, { ...USUAL, order });
    return date.ok ? [{ date: date.value, why: null }] : [];
  });
  const [first, second] = written;
  if (first !== undefined)
    return second === undefined || second.date.edtf === first.date.edtf ? [first] : written;
  return relative(typed, reference);
}

/** The reading of a text that is one expression and nothing else, but for the words of its frame. */
function relative(typed: string, reference: string | null): readonly PhraseReading[] {
  const language = LANGUAGES[languageOf(typed)];
  const tagged = drafterFor(language.code).tag(typed, { published: reference, narrative: false });
  const [one, ...more] = ranged(
    tagged.expressions.filter(({ span }) => span !== null),
    tagged.tokens,
    language,
  );
  if (one === undefined || more.length > 0 || !isWhole(tagged, one.expression, one.until)) return [];
  // “The day after” counts from a date before it, and here there is none.
  if (one.expression.doubtful) return [];
  const date = parseEventDate(one.date);
  const isCounted = one.expression.on !== null || (one.until !== null && one.until.on !== null);
  return date.ok ? [{ date: date.value, why: isCounted ? one.expression.why : null }] : [];
}

/** What may stand before an expression without being part of it. */
const BEFORE =
  /^(?:on|in|at|from|between|since|until|till|before|after|by|as|of|not|no|later|than|up|to|в|во|на|с|со|до|к|после|между|за|не|позднее|ранее)$/;

function isWhole({ tokens }: Tagged, { from, to }: Expression, until: Expression | null): boolean {
  const end = until === null ? to : until.to;
  return end === tokens.length && tokens.slice(0, from).every(({ word }) => BEFORE.test(word));
}
