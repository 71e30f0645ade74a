// Says at first glance what a text has for a timeline, before anybody reviews it.
import type { Tagged } from './tag.ts';
import { edtfDay, firstDay, lastDay } from './units.ts';

/** How many sentences have a date, and from when to when these dates run. */
export interface Glance {
  readonly sentences: number;
  /** The first day of the earliest date and the last of the latest, in EDTF; `null` where there is none. */
  readonly from: string | null;
  readonly to: string | null;
}

/** The first glance at a text. */
export function glanceOf({ sentences, expressions }: Tagged): Glance {
  const dated = new Set<number>();
  let from = Infinity;
  let to = -Infinity;
  let sentence = 0;
  for (const { span, from: at } of expressions) {
    if (span === null) continue;
    while ((sentences[sentence]?.to ?? Infinity) <= at) sentence++;
    dated.add(sentence);
    from = Math.min(from, firstDay(span));
    to = Math.max(to, lastDay(span));
  }
  return dated.size === 0
    ? { sentences: 0, from: null, to: null }
    : { sentences: dated.size, from: edtfDay(from), to: edtfDay(to) };
}
