// Joins the two ends of a range into one date: “from 2 to 5 May”, “between May and July 2020”, “1914–18”.
import type { Language } from './language.ts';
import type { Expression } from './tag.ts';
import type { Token } from './tokens.ts';
import { edtfDay, firstDay, lastDay, spanAsEdtf, type Span } from './units.ts';

/** An expression, or the first of two that are the ends of a range. */
export interface Dated {
  readonly expression: Expression;
  /** The second end. */
  readonly until: Expression | null;
  /** In EDTF. */
  readonly date: string;
}

/**
 * Joins the ranges among expressions with a date.
 *
 * @param dated in the order of the text.
 */
export function ranged(dated: readonly Expression[], tokens: readonly Token[], language: Language): Dated[] {
  const all: Dated[] = [];
  for (let at = 0; at < dated.length; at++) {
    const expression = dated[at];
    if (expression === undefined || expression.edtf === null) continue;
    const until = dated[at + 1];
    const date = until === undefined ? null : rangeOf(expression, until, tokens, language);
    if (date === null || until === undefined) all.push({ expression, until: null, date: expression.edtf });
    else {
      all.push({ expression, until, date });
      at++;
    }
  }
  return all;
}

/** The range in EDTF, `null` where two expressions are no ends of one. */
function rangeOf(
  from: Expression,
  to: Expression,
  tokens: readonly Token[],
  { ranges }: Language,
): string | null {
  if (from.span === null || to.span === null || to.from - from.to !== 1) return null;
  if (firstDay(from.span) > firstDay(to.span)) return null;
  const join = tokens[from.to];
  if (join === undefined || join.gap === 'break') return null;
  const before = tokens[from.from - 1]?.word ?? '';
  // Of an event between two days nobody says that it took all of the time.
  if (ranges.between.has(before) && ranges.and.has(join.word))
    return `[${end(from.span, firstDay)}..${end(to.span, lastDay)}]`;
  return ranges.to.has(join.word) ? `${end(from.span, firstDay)}/${end(to.span, lastDay)}` : null;
}

/** A unit as the end of a range; weeks and what has a range of its own by its first or last day. */
function end(span: Span, edge: (span: Span) => number): string {
  const edtf = spanAsEdtf(span, '');
  return edtf.includes('/') ? edtfDay(edge(span)) : edtf;
}
