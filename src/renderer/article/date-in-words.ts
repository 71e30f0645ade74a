// Finds the date that words of an article give, read in their context. Loaded when it is first asked for. Pure.
import { readWrittenDate, USUAL } from '../../shared/dates/written.ts';
import type { PlacedArticle } from '../../shared/document/document.ts';
import type { Dating, TextRange } from '../../shared/document/event.ts';
import { drafterFor, languageOf } from '../../shared/drafting/languages.ts';

/** How much of the text on either side of the words is read with them, characters. */
const CONTEXT = 20_000;

/** A proposed date, and how it is known. */
export interface ProposedDate {
  /** EDTF. */
  readonly date: string;
  readonly dating: Dating;
}

/** The first date that words of an article give; `null` if they give none. */
export function dateIn(
  { text, published }: Pick<PlacedArticle, 'text' | 'published'>,
  { start, end }: TextRange,
): ProposedDate | null {
  const from = Math.max(0, start - CONTEXT);
  const around = text.slice(from, end + CONTEXT);
  const { expressions } = drafterFor(languageOf(around)).tag(around, { published: published ?? null });
  for (const { start: at, end: until, edtf, kind, on, doubtful, why } of expressions) {
    const isWithin = at + from >= start && until + from <= end;
    if (!isWithin || edtf === null || kind === 'duration' || kind === 'set') continue;
    return {
      date: edtf,
      dating: {
        kind: on === null ? 'stated' : 'derived',
        confidence: doubtful ? 'low' : on === null ? 'high' : 'medium',
        explanation: why,
      },
    };
  }
  const written = readWrittenDate(text.slice(start, end), USUAL);
  return written.ok
    ? {
        date: written.value.edtf,
        dating: { kind: 'stated', confidence: 'high', explanation: text.slice(start, end) },
      }
    : null;
}
