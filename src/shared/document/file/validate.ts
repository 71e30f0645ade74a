// Turns the values of a file into a document that can be shown, or into a list of its problems.
import * as z from 'zod/mini';
import { failure, type Failed } from '../../result.ts';
import { checkArticle, checkEvent, checkId, checkNote } from './check.ts';
import type {
  Lane,
  Note,
  PlacedArticle,
  PlacedDocument,
  PlacedEvent,
  TimelineEvent,
  UndatedEvent,
} from '../document.ts';
import { readEntries } from './entries.ts';
import { reportIssues } from './issues.ts';
import { collectProblems, problemLines, type ListedProblem } from './problems.ts';
import * as schema from './schema.ts';
import * as sketch from './sketch.ts';
import { collectUnknownFields, withoutUnknown } from './unknown-fields.ts';

/** What became of a file: a document, or a failure with those problems that have a place of their own. */
export type Examined =
  | { readonly ok: true; readonly value: PlacedDocument }
  | (Failed & { readonly problems: readonly ListedProblem[] });

/**
 * Validates the values of a file of format “dateline”. From version 2 on it may hold unknown fields: these are left
 * out, and named in the result.
 *
 * @param text that the values were read from, for the lines of the problems.
 * @param most how many problems are listed.
 * @returns the document with its dates read, or a failure `document-invalid` whose details are all problems found.
 */
export function validateDocument(
  json: unknown,
  text: string,
  version: keyof typeof schema.VERSIONS,
  most: number,
): Examined {
  const of = schema.VERSIONS[version];
  const problems = collectProblems(most);
  const unknown = version === 1 ? null : collectUnknownFields();
  const { parsed: frame } = withoutUnknown(of.frame, json, unknown?.onDocument);
  if (!frame.success) reportIssues(frame.error.issues, json, problems.onDocument);
  const lists = frame.success ? frame.data : z.parse(sketch.frame, json);

  const articles: PlacedArticle[] = [];
  const articlesById = new Map<string, sketch.ArticleSketch>();
  for (const entry of readEntries(
    problems,
    'articles',
    lists.articles,
    schema.article,
    sketch.article,
    unknown,
  )) {
    checkId(entry.usable, articlesById, entry.report);
    const publishedWhen = checkArticle(entry.usable, entry.report);
    if (entry.sound) articles.push({ ...entry.sound, ...(publishedWhen && { publishedWhen }) });
  }

  const lanes: Lane[] = [];
  const lanesById = new Map<string, sketch.LaneSketch>();
  for (const entry of readEntries(problems, 'lanes', lists.lanes, of.lane, sketch.lane, unknown)) {
    checkId(entry.usable, lanesById, entry.report);
    if (entry.sound) lanes.push(entry.sound);
  }

  const events: PlacedEvent[] = [];
  const undated: UndatedEvent[] = [];
  const eventsById = new Map<string, sketch.EventSketch>();
  const known = {
    articles: lists.articles && articlesById,
    lanes: lists.lanes && lanesById,
    events: lists.events && eventsById,
  };
  for (const entry of readEntries(problems, 'events', lists.events, of.event, sketch.event, unknown)) {
    checkId(entry.usable, eventsById, entry.report);
    const when = checkEvent(entry.usable, known, entry.report);
    // The schema created this object and nothing else refers to it; copying a million of them takes time.
    if (entry.sound && when) events.push(Object.assign(entry.sound, { date: when.edtf, when }));
    else if (entry.sound && isUndated(entry.sound)) undated.push(entry.sound);
  }

  const notes: Note[] = [];
  for (const entry of readEntries(problems, 'notes', lists.notes, schema.note, sketch.note, unknown)) {
    checkNote(entry.usable, known, entry.report);
    if (entry.sound) notes.push(entry.sound);
  }

  if (frame.success && problems.count() === 0) {
    const unknownFields = unknown?.found() ?? [];
    return { ok: true, value: { ...frame.data, articles, lanes, events, undated, notes, unknownFields } };
  }
  const listed = problems.listed(text);
  const lines = problemLines(listed, problems.count());
  return {
    ...failure('document-invalid', `The document has ${problems.countInWords()}.`, lines),
    problems: listed,
  };
}

function isUndated<Event extends TimelineEvent>(event: Event): event is Event & UndatedEvent {
  return event.date === undefined;
}
