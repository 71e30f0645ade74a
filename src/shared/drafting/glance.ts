// Says at first glance what a text has for a timeline, before anybody reviews it.
import type { Tagged } from './tag.ts';
import { edtfDay, firstDay, lastDay, spanAsEdtf, type Span } from './units.ts';

/** How many sentences have a date, and from when to when these dates run. */
export interface Glance {
  readonly sentences: number;
  /** The earliest date and the latest, in EDTF, as exactly as the text gives them; `null` where there is none. */
  readonly from: string | null;
  readonly to: string | null;
  /** How many expressions wait for the publication date, which is not known. */
  readonly waiting: number;
}

/** The first glance at a text. */
export function glanceOf({ sentences, expressions }: Tagged): Glance {
  const dated = new Set<number>();
  let from: Span | null = null;
  let to: Span | null = null;
  let waiting = 0;
  let sentence = 0;
  for (const { span, from: at, waits } of expressions) {
    if (waits) waiting++;
    if (span === null) continue;
    while ((sentences[sentence]?.to ?? Infinity) <= at) sentence++;
    dated.add(sentence);
    if (from === null || firstDay(span) < firstDay(from)) from = span;
    if (to === null || lastDay(span) > lastDay(to)) to = span;
  }
  return {
    sentences: dated.size,
    from: from === null ? null : asSaid(from, firstDay(from)),
    to: to === null ? null : asSaid(to, lastDay(to)),
    waiting,
  };
}

/** A span as a single date; of one that EDTF writes as a range, such as a week, the day at the end that counts. */
function asSaid(span: Span, day: number): string {
  const edtf = spanAsEdtf(span, '');
  return /[/[{]/.test(edtf) ? edtfDay(day) : edtf;
}
