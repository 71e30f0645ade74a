// Reads a typed date that counts from a day, such as “last Friday”, and knows that day. What reads it comes when a date is first typed.
import { signal } from '@preact/signals';
import { dayAsEdtf } from '../../shared/dates/as-edtf.ts';
import type { EventDate } from '../../shared/dates/event-date.ts';
import { readAgain } from '../../shared/dates/parse.ts';
import { dateInWords } from '../../shared/dates/words.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { Evidence } from '../../shared/document/event.ts';
import type { PhraseReading } from '../../shared/drafting/phrase.ts';
import { excerpt } from '../../shared/excerpt.ts';

/** The day that “yesterday” counts from. */
export interface ReferenceDay {
  /** EDTF. */
  readonly date: string;
  /** What happened then: “when “The bridge” was published”; `null` for today. */
  readonly was: string | null;
}

/** A date as an article tells it, and the day that it counts from. */
export interface CountedDate {
  readonly date: EventDate;
  /** As a sentence: “Counted from when “The bridge” was published: 4 October 2022.” Left out where it counts from none. */
  readonly from?: string;
}

const reader = signal<((typed: string, reference: string) => readonly PhraseReading[]) | null>(null);

/** Loads what reads such dates. */
export async function loadReader(): Promise<void> {
  const { readDatePhrase } = await import('../../shared/drafting/phrase.ts');
  reader.value = readDatePhrase;
}

/** Reads a date as articles tell it, such as “last Friday”; `null` if it is none, or what reads it is still being loaded. */
export function readCounted(typed: string, { date, was }: ReferenceDay): CountedDate | null {
  const one = reader.value?.(typed, date)[0];
  if (one === undefined) return null;
  if (one.why === null) return { date: one.date };
  return { date: one.date, from: `Counted from ${was ?? 'today'}: ${dateInWords(readAgain(date))}.` };
}

/** The day from which the dates of an event count: that on which the first report that it quotes was published, or today. */
export function referenceOf(
  { articles }: Pick<PlacedDocument, 'articles'>,
  evidence: readonly Pick<Evidence, 'article' | 'start'>[],
): ReferenceDay {
  for (const { article, start } of evidence) {
    const quoted = articles.find(({ id }) => id === article);
    const report = quoted?.passages?.findLast(({ at }) => at <= start);
    const published = report?.published ?? quoted?.published;
    if (quoted === undefined || published === undefined) continue;
    return { date: published, was: `when ${excerpt(quoted.title, 40)} was published` };
  }
  const now = new Date();
  return { date: dayAsEdtf(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())), was: null };
}
