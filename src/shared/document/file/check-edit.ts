// Checks an edit by the rules of the file, so that no edit can make a document that could not be opened. Pure.
import { excerpt } from '../../excerpt.ts';
import { grouped } from '../../in-words.ts';
import { failure, success, type Result } from '../../result.ts';
import type { PlacedDocument } from '../document.ts';
import { LIMITS } from '../limits.ts';
import { aroundEvents, type AroundEvents } from '../edit/apply.ts';
import { eventChanges, eventsAdded, type Change, type Edit } from '../edit/change.ts';
import { checkArticle, checkEvent, checkNote, checkProposal, type Known } from './check.ts';
import { reportIssues } from './issues.ts';
import type { Path } from './path.ts';
import type { Report } from './problems.ts';
import * as schema from './schema.ts';
import * as sketch from './sketch.ts';
import { withoutUnknown } from './unknown-fields.ts';
import * as z from 'zod/mini';

/**
 * Checks an edit before it is applied, a change at a time. The document must not change meanwhile.
 *
 * @returns a failure `edit-refused`, which says what the first fault is, where the edit does not fit the document or would
 *   leave it faulty.
 */
export function* checkingEdit(document: PlacedDocument, edit: Edit): Generator<undefined, Result<null>> {
  let fault: string | undefined;
  const report: Report = (path, sentence) => {
    fault ??= `${pathInWords(path)} ${sentence()}.`;
  };
  try {
    const around = aroundEvents(document, edit);
    const known = knownIn(document, around, edit);
    for (const change of edit.changes) {
      checkChange(change, document, known, report);
      yield;
    }
    if (edit.changes.some(mayPartNotes)) for (const note of around.notes) checkNote(note, known, report);
    if (edit.changes.some(({ kind }) => kind === 'proposal' || kind === 'article'))
      for (const proposal of around.proposals) checkProposal(proposal, known, report);
    checkWhole(document, around, edit, report);
  } catch (error) {
    // JSON that is none, or a position that is none.
    if (!(error instanceof SyntaxError) && !(error instanceof RangeError)) throw error;
    fault ??= error.message;
  }
  return fault === undefined
    ? success(null)
    : failure('edit-refused', `The change “${edit.name}” was not made: it does not fit the document.`, [
        fault,
      ]);
}

function pathInWords(path: Path): string {
  return path.map(String).join(' › ');
}

function checkChange(change: Change, document: PlacedDocument, known: Known, report: Report): void {
  const of = schema.VERSIONS[2];
  if (change.kind === 'head') {
    checkRecord(headOf(change.after), of.fields, report);
    return;
  }
  if (change.kind === 'event') {
    const row = document.events.rowOf(change.id);
    const before = row === null ? null : (document.events.textAt(row) ?? null);
    if (before !== change.before)
      report(['event'], () => `${excerpt(change.id)} is not as the edit found it`);
    if (change.after === null) return;
    const value = readJson(change.after);
    checkRecord(value, of.event, report);
    const event = z.parse(sketch.event, value);
    if (event.id !== change.id) report(['event'], () => `${excerpt(change.id)} has another id`);
    checkEvent(event, known, report);
    return;
  }
  if (change.after === null) return;
  const value = readJson(change.after.json);
  switch (change.kind) {
    case 'lane':
      checkRecord(value, of.lane, report);
      return;
    case 'article':
      checkRecord(value, of.article, report);
      checkArticle(z.parse(sketch.article, value), report);
      return;
    case 'note':
      checkRecord(value, schema.note, report);
      return;
    case 'proposal':
      checkRecord(value, schema.proposal, report);
  }
}

/** Whether a note may be about something that is no longer there once this change is made. */
function mayPartNotes(change: Change): boolean {
  return (
    change.kind === 'note' || change.kind === 'article' || (change.kind === 'event' && change.after === null)
  );
}

/** Checks what no record can be checked for alone: ids, numbers, and lanes that are still in use. */
function checkWhole(document: PlacedDocument, around: AroundEvents, edit: Edit, report: Report): void {
  for (const name of ['lanes', 'articles'] as const) {
    if (new Set(around[name].map(({ id }) => id)).size < around[name].length)
      report([name], () => 'have an id that stands twice');
  }
  for (const name of ['lanes', 'articles', 'notes', 'proposals'] as const) {
    if (around[name].length > LIMITS[name]) report([name], () => `are more than ${grouped(LIMITS[name])}`);
  }
  if (document.events.count + eventsAdded(edit) > LIMITS.events)
    report(['events'], () => `are more than ${grouped(LIMITS.events)}`);
  checkLanesInUse(document, around, edit, report);
}

function checkLanesInUse(
  document: PlacedDocument,
  { lanes }: AroundEvents,
  edit: Edit,
  report: Report,
): void {
  const left = new Set(lanes.map(({ id }) => id));
  const gone = new Set(document.lanes.flatMap(({ id }, row) => (left.has(id) ? [] : [row])));
  if (gone.size === 0) return;
  const { events } = document;
  const changed = new Set(
    edit.changes.flatMap((change) => (change.kind === 'event' ? (events.rowOf(change.id) ?? []) : [])),
  );
  for (const [row, lane] of events.columns.lanes.entries())
    if (gone.has(lane) && events.isEvent(row) && !changed.has(row))
      report(['lanes'], () => 'lack one that still has events');
}

/** The ids that records may refer to once the edit is made. */
function knownIn({ events }: PlacedDocument, around: AroundEvents, edit: Edit): Known {
  // Only notes and proposals ask for events.
  let changed: ReadonlyMap<string, boolean> | undefined;
  const afterEdit = () => new Map(eventChanges(edit).map(({ id, after }) => [id, after !== null]));
  return {
    lanes: new Set(around.lanes.map(({ id }) => id)),
    articles: new Map(around.articles.map((article) => [article.id, article])),
    events: { has: (id) => (changed ??= afterEdit()).get(id) ?? events.rowOf(id) !== null },
  };
}

function checkRecord(value: unknown, record: z.ZodMiniType, report: Report): void {
  const { entry, parsed } = withoutUnknown(record, value, () => undefined);
  if (!parsed.success) reportIssues(parsed.error.issues, entry, report);
}

function headOf(json: string): unknown {
  const value = readJson(json);
  return { format: 'dateline', version: 2, ...(typeof value === 'object' ? value : {}) };
}

function readJson(json: string): unknown {
  return JSON.parse(json);
}
