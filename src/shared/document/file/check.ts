// Checks the fields of a document against each other: ids, references, dates, and the places of quotes.
import { parseEventDate } from '../../dates/parse.ts';
import type { EventDate } from '../../dates/event-date.ts';
import type { Evidence, TextRange } from '../event.ts';
import { excerpt } from '../../excerpt.ts';
import { grouped } from '../../in-words.ts';
import { nearestQuote, REACH } from './nearest-quote.ts';
import type { Report } from './problems.ts';
import type { ArticleSketch, EventSketch, NoteSketch, ProposalSketch } from './sketch.ts';

/** Ids that have been read. */
interface Ids {
  readonly has: (id: string) => boolean;
}

/** The ids that parts may refer to; `undefined` if the list itself could not be read. */
export interface Known {
  readonly articles: ReadonlyMap<string, Pick<ArticleSketch, 'text'>> | undefined;
  readonly lanes: Ids | undefined;
  readonly events: Ids | undefined;
}

/** Checks that no earlier entry has the same id. @returns the id, if it is the first of its kind. */
export function checkId(
  { id }: { readonly id?: string | undefined },
  earlier: Ids,
  report: Report,
): string | undefined {
  if (id === undefined || !earlier.has(id)) return id;
  report(['id'], () => `${excerpt(id)} is the id of an earlier entry; give each its own`);
  return undefined;
}

/** Checks an article by itself: its date, its hidden ranges and its passages. @returns the date, if it has one. */
export function checkArticle(
  { published, text, hidden, passages = [] }: ArticleSketch,
  report: Report,
): EventDate | undefined {
  for (const [position, range] of hidden.entries()) {
    const fault = range && text !== undefined ? rangeFault(range, text) : undefined;
    if (fault !== undefined) report(['hidden', position], () => fault);
  }
  let last = -1;
  for (const [position, passage] of passages.entries()) {
    if (passage === undefined) continue;
    const path = ['passages', position];
    checkDate(passage.published, [...path, 'published'], report);
    if (text !== undefined && passage.at >= text.length)
      report([...path, 'at'], () => `is ${passage.at}, and the text ends at ${text.length}`);
    else if (passage.at <= last)
      report(
        [...path, 'at'],
        () => `is ${passage.at}, and the passage before begins at ${last}; put them in order`,
      );
    last = Math.max(last, passage.at);
  }
  return checkDate(published, ['published'], report);
}

/**
 * Checks an event: its lane, its quotes and its date.
 *
 * @returns the date, if it is valid.
 */
export function checkEvent(
  { lane, evidence, date }: EventSketch,
  { lanes, articles }: Known,
  report: Report,
): EventDate | undefined {
  checkReference(lane, lanes, ['lane'], 'lane', report);
  for (const [position, item] of evidence.entries()) {
    if (item === undefined) continue;
    const path = ['evidence', position];
    checkReference(item.article, articles, [...path, 'article'], 'article', report);
    const text = articles?.get(item.article)?.text;
    if (text !== undefined && !standsInPlace(item, text)) {
      report([...path, 'quote'], () => quoteFault(item, text));
    }
    checkDate(item.date, [...path, 'date'], report);
  }
  return checkDate(date, ['date'], report);
}

/** The usable parts of a note. */
type UsableNote = Omit<NoteSketch, 'events'> & { readonly events: readonly (string | undefined)[] };

/** Checks a note: its place and its events. */
export function checkNote({ article, at, events }: UsableNote, known: Known, report: Report): void {
  checkReference(article, known.articles, ['article'], 'article', report);
  for (const [position, event] of events.entries()) {
    checkReference(event, known.events, ['events', position], 'event', report);
  }
  if (at === undefined) return;
  if (article === undefined) {
    report(['at'], () => 'needs an “article”, whose text it is a position in');
    return;
  }
  const text = known.articles?.get(article)?.text;
  if (text !== undefined && at >= text.length) {
    report(['at'], () => `is ${at}, and the text ends at ${text.length}`);
  }
}

/** Checks a proposal: its sentence and its date. The event that it became may be gone. */
export function checkProposal(
  { article, start, end, date }: ProposalSketch,
  { articles }: Known,
  report: Report,
): void {
  checkReference(article, articles, ['article'], 'article', report);
  const text = article === undefined ? undefined : articles?.get(article)?.text;
  const range = start === undefined || end === undefined ? undefined : { start, end };
  const fault = range === undefined || text === undefined ? undefined : rangeFault(range, text);
  if (fault !== undefined) report([], () => fault);
  if (typeof date === 'string') checkDate(date, ['date'], report);
}

function checkReference(
  id: string | undefined,
  known: Ids | undefined,
  path: readonly PropertyKey[],
  kind: string,
  report: Report,
): void {
  if (id !== undefined && known?.has(id) === false) {
    report(path, () => `there is no ${kind} with the id ${excerpt(id)}`);
  }
}

function checkDate(
  edtf: string | undefined,
  path: readonly PropertyKey[],
  report: Report,
): EventDate | undefined {
  if (edtf === undefined) return undefined;
  const date = parseEventDate(edtf);
  if (date.ok) return date.value;
  report(path, () => date.failure.message);
  return undefined;
}

function rangeFault({ start, end }: TextRange, text: string): string | undefined {
  if (start >= end) return `“start” is ${start} and “end” is ${end}; a range must end after it starts`;
  if (end > text.length) return `“end” is ${end}, and the text ends at ${text.length}`;
  return undefined;
}

function standsInPlace({ quote, start, end }: Evidence, text: string): boolean {
  return end === start + quote.length && text.startsWith(quote, start);
}

function quoteFault(evidence: Evidence, text: string): string {
  const { quote, start, end } = evidence;
  const claim =
    rangeFault(evidence, text) ?? `at ${start}–${end} the text reads ${excerpt(text.slice(start, end))}`;
  const { at, isVerbatim, isWhole } = nearestQuote(quote, text, start);
  if (at === null) {
    const where = isWhole ? 'in the text' : `within ${grouped(REACH)} characters of its place`;
    return `the quote is not ${where}; ${claim}; quote it word for word`;
  }
  const until = at + quote.length;
  if (isVerbatim) {
    return `the quote is at ${at}–${until}, not at ${start}–${end}; correct “start” and “end”`;
  }
  let position = 0;
  while (quote[position] === text[at + position]) position += 1;
  return `the quote differs from the text at ${at}–${until} in quotation marks, dashes or spaces only, first at ${at + position}; copy it from the text`;
}
