// Finds years that leave their era to the text around them: “… in 218 BC. Capua fell in 211.”
import type { Found, Reading } from './grammar.ts';
import type { DateRule, Language } from './language.ts';
import type { Token } from './tokens.ts';

/** A number further from the last year before our era than this is no year of the same story. */
const FAR = 300;

/**
 * Adds years of two or three digits behind a year before our era, and completes days that stand before one.
 *
 * @param found the expressions in the order of the text.
 */
export function withBareYears(
  found: readonly Found<DateRule>[],
  tokens: readonly Token[],
  { bareYear }: Language,
  read: (token: Token) => readonly Reading[],
): readonly Found<DateRule>[] {
  if (!found.some(({ fields }) => fields['era'] === 'bc')) return found;
  const all: Found<DateRule>[] = [];
  let last: { readonly rule: DateRule; readonly year: number } | null = null;
  const yearAt = (at: number, before: number): number | null => {
    const token = tokens[at];
    const value =
      token === undefined || token.gap === 'break'
        ? undefined
        : read(token).find((each) => each.class === 'NUM')?.value;
    return typeof value === 'number' && value > 31 && value < 1000 && Math.abs(value - before) <= FAR
      ? value
      : null;
  };
  found.forEach((each, number) => {
    const { rule, fields } = each;
    const year = fields['year'];
    if (fields['era'] === 'bc' && typeof year === 'number') last = { rule, year };
    // A text that names years of our era has left the other.
    else if (year !== undefined) last = null;
    const before = last?.year ?? null;
    const isDay = fields['month'] !== undefined && year === undefined && fields['yearWhich'] === undefined;
    const ceiling = found[number + 1]?.from ?? tokens.length;
    const own = before !== null && isDay && each.to < ceiling ? yearAt(each.to, before) : null;
    const one: Found<DateRule> =
      own === null ? each : { ...each, to: each.to + 1, fields: { ...fields, year: own, era: 'bc' } };
    all.push(one);
    for (let at = one.to; last !== null && at < ceiling; at++) {
      const bare = yearAt(at, last.year);
      const to = bare === null ? 0 : bareYear(tokens, at);
      if (bare !== null && to > 0 && to <= ceiling)
        all.push({ rule: last.rule, from: at, to, fields: { year: bare, era: 'bc' } });
    }
  });
  return all;
}
