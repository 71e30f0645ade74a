// The edit that makes one document out of another, and what it changes in words: for earlier versions and other files. Pure.
import type { PlacedDocument } from '../document.ts';
import { headJson } from './apply.ts';
import type { Change, Edit, EntryChange, EntryKind } from './change.ts';
import { articleJson, laneJson, noteJson, proposalJson } from './records.ts';

/**
 * An edit that gives a document the contents of another: title, lanes, articles, notes, proposals and events. The order of events in
 * the file stays, and so do fields of the document itself that Dateline does not know.
 *
 * @param before which the edit is of.
 * @param name of the edit.
 */
export function editBetween(before: PlacedDocument, after: PlacedDocument, name: string): Edit {
  return {
    name,
    changes: [
      ...headChange(before, after),
      ...listChanges('lane', before.lanes.map(laneJson), after.lanes.map(laneJson)),
      ...listChanges('article', before.articles.map(articleJson), after.articles.map(articleJson)),
      ...listChanges('note', before.notes.map(noteJson), after.notes.map(noteJson)),
      ...listChanges('proposal', before.proposals.map(proposalJson), after.proposals.map(proposalJson)),
      ...eventChanges(before, after),
    ],
  };
}

function headChange(before: PlacedDocument, after: PlacedDocument): Change[] {
  const [one, other] = [headJson(before), headJson(after)];
  return one === other ? [] : [{ kind: 'head', before: one, after: other }];
}

/** If both have as many entries, changes each in its place; otherwise removes all from the first difference on, and adds the others. */
function listChanges(kind: EntryKind, before: readonly string[], after: readonly string[]): EntryChange[] {
  const first = before.findIndex((json, at) => json !== after[at]);
  const start = first < 0 ? before.length : first;
  if (before.length === after.length) {
    return before.flatMap((json, at) =>
      json === after[at] ? [] : [{ kind, before: { at, json }, after: { at, json: after[at] ?? '' } }],
    );
  }
  return [
    ...before
      .slice(start)
      .map((json, at): EntryChange => ({ kind, before: { at: start + at, json }, after: null }))
      .reverse(),
    ...after
      .slice(start)
      .map((json, at): EntryChange => ({ kind, before: null, after: { at: start + at, json } })),
  ];
}

function eventChanges(before: PlacedDocument, after: PlacedDocument): Change[] {
  const changes: Change[] = [];
  for (let row = 0; row < before.events.rowCount; row += 1) {
    const [bytes, event] = [before.events.jsonAt(row), before.events.read(row)];
    if (bytes === undefined || event === undefined) continue;
    const there = after.events.rowOf(event.id);
    const other = there === null ? undefined : after.events.jsonAt(there);
    if (other !== undefined && isEqual(bytes, other)) continue;
    changes.push({
      kind: 'event',
      id: event.id,
      before: before.events.textAt(row) ?? null,
      after: there === null ? null : (after.events.textAt(there) ?? null),
    });
  }
  for (let row = 0; row < after.events.rowCount; row += 1) {
    const [json, event] = [after.events.textAt(row), after.events.read(row)];
    if (json === undefined || event === undefined || before.events.rowOf(event.id) !== null) continue;
    changes.push({ kind: 'event', id: event.id, before: null, after: json });
  }
  return changes;
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** One record that is different, or there in one document alone. */
export interface Difference {
  readonly kind: 'event' | EntryKind | 'head';
  /** Whether the other document has it in addition, in another form, or not at all. */
  readonly is: 'added' | 'changed' | 'removed';
  /** Its title, or the beginning of its text. */
  readonly title: string;
  /** The fields that are different; those of a record that came or went are not listed. */
  readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

/** What an edit changes, record by record. JSON that only stands otherwise in the file is no difference. */
export function differencesIn({ changes }: Edit): readonly Difference[] {
  return changes.flatMap((change): Difference[] => {
    const [before, after] = [fieldsOf(jsonOf(change.before)), fieldsOf(jsonOf(change.after))];
    if (before === null && after === null) return [];
    const is = before === null ? 'added' : after === null ? 'removed' : 'changed';
    const fields = before === null || after === null ? [] : changedFields(before, after);
    if (is === 'changed' && fields.length === 0) return [];
    return [{ kind: change.kind, is, title: titleOf(before ?? after ?? new Map()), fields }];
  });
}

type Fields = ReadonlyMap<string, unknown>;

function jsonOf(record: string | { readonly json: string } | null): string | null {
  return typeof record === 'object' && record !== null ? record.json : record;
}

function fieldsOf(json: string | null): Fields | null {
  if (json === null) return null;
  const value: unknown = JSON.parse(json);
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function changedFields(before: Fields, after: Fields): Difference['fields'] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [one, other] = [inWords(before.get(name)), inWords(after.get(name))];
    return one === other ? [] : [{ name, before: one, after: other }];
  });
}

function titleOf(fields: Fields): string {
  return inWords(fields.get('title') ?? fields.get('text') ?? fields.get('drafted') ?? '');
}

/** Text as it is, and anything else as JSON; nothing for a field that is not there. */
function inWords(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
