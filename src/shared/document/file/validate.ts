// Turns the values of a file into a document that can be shown, or into a list of its problems.
import { failure, type Failed } from '../../result.ts';
import { checkArticle, checkEvent, checkId, checkNote, checkProposal } from './check.ts';
import type { KeptField, KeptProposal, Lane, Note, PlacedArticle, PlacedDocument } from '../document.ts';
import { LIMITS } from '../limits.ts';
import { buildTable } from '../table.ts';
import { readEntries } from './entries.ts';
import { inWords, MISSING, NOT_A_FIELD, reportIssues, tooManyEntries } from './issues.ts';
import { collectProblems, problemLines, type ListedProblem, type Report } from './problems.ts';
import { REST, STEP, type WatchReading } from './progress.ts';
import * as schema from './schema.ts';
import * as sketch from './sketch.ts';
import type { Place, Source, SourceList } from './source.ts';
import { collectUnknownFields, withoutUnknown } from './unknown-fields.ts';

/** What became of a file: a document, or a failure with those problems that have a place of their own. */
export type Examined =
  | { readonly ok: true; readonly value: PlacedDocument }
  | (Failed & { readonly problems: readonly ListedProblem[] });

/**
 * Validates what a file of format “dateline” holds. From version 2 on that may be unknown fields, too: these are left
 * out, and named in the result. It rests every {@link REST} events.
 *
 * @param most how many problems are listed.
 * @param watch hears of the events checked.
 * @returns the document with its dates read, or a failure `document-invalid` whose details are all problems found.
 */
export function* validatingDocument(
  source: Source,
  version: keyof typeof schema.VERSIONS,
  most: number,
  watch?: WatchReading,
): Generator<undefined, Examined> {
  const of = schema.VERSIONS[version];
  const problems = collectProblems(most);
  const unknown = version === 1 ? null : collectUnknownFields();
  const { parsed: fields } = withoutUnknown(of.fields, source.fields, unknown?.onDocument);
  const [surplus, faults] = fields.success ? [[], []] : partition(fields.error.issues);
  reportIssues(faults, source.fields, problems.onDocument);
  for (const name of schema.LISTS) checkList(name, source.lists[name], problems.onDocument);
  if (version === 1 && source.lists.proposals !== undefined)
    problems.onDocument(['proposals'], () => NOT_A_FIELD);
  reportIssues(surplus, source.fields, problems.onDocument);
  const lists = {
    articles: readableList(source, 'articles'),
    lanes: readableList(source, 'lanes'),
    events: readableList(source, 'events'),
    notes: readableList(source, 'notes'),
    proposals: readableList(source, 'proposals'),
  };

  const articles: PlacedArticle[] = [];
  const articlesById = new Map<string, sketch.ArticleSketch>();
  for (const entry of readEntries(
    problems,
    'articles',
    lists.articles,
    of.article,
    sketch.article,
    unknown,
  )) {
    const id = checkId(entry.usable, articlesById, entry.report);
    if (id !== undefined) articlesById.set(id, entry.usable);
    const publishedWhen = checkArticle(entry.usable, entry.report);
    if (entry.sound)
      articles.push({ ...withUnknown(entry.sound, entry.raw), ...(publishedWhen && { publishedWhen }) });
  }

  const lanes: Lane[] = [];
  const rowsOfLanes = new Map<string, number>();
  for (const entry of readEntries(problems, 'lanes', lists.lanes, of.lane, sketch.lane, unknown)) {
    const id = checkId(entry.usable, rowsOfLanes, entry.report);
    if (id !== undefined) rowsOfLanes.set(id, lanes.length);
    if (entry.sound) lanes.push(withUnknown(entry.sound, entry.raw));
  }

  const events = buildTable(source.text, lists.events?.readable ?? 0);
  const eventIds = new Set<string>();
  const known = {
    articles: isWhole(source, 'articles') ? articlesById : undefined,
    lanes: isWhole(source, 'lanes') ? rowsOfLanes : undefined,
    events: isWhole(source, 'events') ? eventIds : undefined,
  };
  for (const entry of readEntries(problems, 'events', lists.events, of.event, sketch.event, unknown)) {
    if (entry.position % REST === 0) yield;
    if (entry.position % STEP === 0) watch?.({ found: lists.events?.readable ?? 0, checked: entry.position });
    const id = checkId(entry.usable, eventIds, entry.report);
    if (id !== undefined) eventIds.add(id);
    const when = checkEvent(entry.usable, known, entry.report);
    // Once there is a problem, there will be no document.
    if (entry.sound === undefined || problems.count() > 0) continue;
    const place = lists.events?.place(entry.position) ?? NOWHERE;
    const lane = rowsOfLanes.get(entry.sound.lane) ?? 0;
    events.add({ event: entry.sound, when, lane, from: place.start, to: place.end });
  }

  const notes: Note[] = [];
  for (const entry of readEntries(problems, 'notes', lists.notes, schema.note, sketch.note, unknown)) {
    checkNote(entry.usable, known, entry.report);
    if (entry.sound) notes.push(withUnknown(entry.sound, entry.raw));
  }

  const proposals: KeptProposal[] = [];
  for (const entry of readEntries(
    problems,
    'proposals',
    lists.proposals,
    schema.proposal,
    sketch.proposal,
    unknown,
  )) {
    checkProposal(entry.usable, known, entry.report);
    if (entry.sound) proposals.push(withUnknown(entry.sound, entry.raw));
  }

  if (fields.success && problems.count() === 0) {
    const unknownFields = unknown?.found() ?? [];
    return {
      ok: true,
      value: {
        ...fields.data,
        articles,
        lanes,
        events: events.finish(),
        notes,
        proposals,
        unknownFields,
        kept: version === 1 ? [] : keptFields(source),
      },
    };
  }
  const listed = problems.listed(source.lines);
  const lines = problemLines(listed, problems.count());
  return {
    ...failure('document-invalid', `The document has ${problems.countInWords()}.`, lines),
    problems: listed,
  };
}

/** A record with the fields of the file that nobody knows, where they stood. */
function withUnknown<Sound extends object>(sound: Sound, raw: object = {}): Sound {
  return { ...raw, ...sound, ...raw };
}

/** The fields of the document itself that nobody knows. */
function keptFields({ names, placeOf, text }: Source): KeptField[] {
  const kept: KeptField[] = [];
  let after: string | null = null;
  for (const name of names) {
    const place = placeOf(name);
    if (isKnownField(name)) after = name;
    else if (place !== undefined) kept.push({ name, after, json: text.subarray(place.start, place.end) });
  }
  return kept;
}

function isKnownField(name: string): boolean {
  return schema.FIELDS.has(name) || schema.LISTS.some((list) => list === name);
}

type Issues = Parameters<typeof reportIssues>[0];

/** The issues about fields that do not belong there, which are listed last, and the others. */
function partition(issues: Issues): [surplus: Issues, others: Issues] {
  const isSurplus = (issue: Issues[number]): boolean => issue.code === 'unrecognized_keys';
  return [issues.filter(isSurplus), issues.filter((issue) => !isSurplus(issue))];
}

const NOWHERE: Place = { start: 0, end: 0 };

/** Checks a list as a whole. */
function checkList(name: schema.ListName, list: Source['lists'][schema.ListName], report: Report): void {
  if (list === undefined) {
    if (!schema.OPTIONAL_LISTS.has(name)) report([name], () => MISSING);
  } else if (!list.isList) {
    report([name], () => `must be a list, not ${inWords(list.value)}`);
  } else if (list.length > LIMITS[name]) {
    report([name], () => tooManyEntries(list, LIMITS[name]));
  }
}

function readableList({ lists }: Source, name: schema.ListName): SourceList | undefined {
  return lists[name]?.isList === true ? lists[name] : undefined;
}

/** Whether all entries of a list are read, so that an id that none of them has is a fault. */
function isWhole({ lists }: Source, name: schema.ListName): boolean {
  const list = lists[name];
  if (list === undefined) return schema.OPTIONAL_LISTS.has(name);
  return list.isList && list.readable === list.length;
}
