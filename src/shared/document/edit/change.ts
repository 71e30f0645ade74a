// What an edit is: a named list of changes of whole records, which can be inverted and joined whatever they change. Pure.

/** Where the reader was: the window of time and the selected event, or two. */
export interface EditPlace {
  readonly window: { readonly start: number; readonly end: number };
  /** The id of the selected event, or `null`. */
  readonly selected: string | null;
  /** The id of the event that is compared with it. */
  readonly compared?: string | undefined;
}

/** An event was added, changed or removed. */
export interface EventChange {
  readonly kind: 'event';
  readonly id: string;
  /** Its JSON; `null` where there is no event. */
  readonly before: string | null;
  readonly after: string | null;
}

/** An entry of a list whose order counts. */
export interface PlacedRecord {
  /** Its position in the list, from 0. */
  readonly at: number;
  /** Its JSON. */
  readonly json: string;
}

/** A lane, an article, a note or a proposal was added, changed, moved or removed. */
export interface EntryChange {
  readonly kind: EntryKind;
  /** `null` where there is no such entry. */
  readonly before: PlacedRecord | null;
  readonly after: PlacedRecord | null;
}

/** The lists of a document whose entries stand in an order of their own. */
export type EntryKind = 'lane' | 'article' | 'note' | 'proposal';

/** The title, the subtitle or the author was changed. */
export interface HeadChange {
  readonly kind: 'head';
  /** JSON of these three. */
  readonly before: string;
  readonly after: string;
}

/** What became of one record. */
export type Change = EventChange | EntryChange | HeadChange;

/** One undoable change of a document. */
export interface Edit {
  /** What the menu says behind “Undo”: “Move “SCO summit””. */
  readonly name: string;
  /** One after the other; each `before` is what stands there then. */
  readonly changes: readonly Change[];
  /** Edits in a row with the same key, such as `title:e12`, are undone as one. */
  readonly merge?: string | undefined;
  /** Where the reader was, and where the edit brings them. */
  readonly places?: { readonly before: EditPlace; readonly after: EditPlace } | undefined;
}

/** How many events an edit adds. */
export function eventsAdded({ changes }: Edit): number {
  return changes.filter(({ kind, before }) => kind === 'event' && before === null).length;
}

/** The edit that takes this one back. */
export function invert({ name, changes, merge, places }: Edit): Edit {
  return {
    name,
    changes: changes.map(inverted).reverse(),
    merge,
    places: places && { before: places.after, after: places.before },
  };
}

function inverted(change: Change): Change {
  switch (change.kind) {
    case 'event':
      return { ...change, before: change.after, after: change.before };
    case 'head':
      return { ...change, before: change.after, after: change.before };
    case 'lane':
    case 'article':
    case 'note':
    case 'proposal':
      return { ...change, before: change.after, after: change.before };
  }
}

/** One edit that does what two do, one after the other; it has the name of the second. */
export function squash(first: Edit, second: Edit): Edit {
  const changes: Change[] = [...first.changes];
  for (const change of second.changes) {
    const place = changes.findLastIndex((earlier) => mayContinue(earlier, change));
    const candidate = changes[place];
    const earlier = candidate !== undefined && continues(candidate, change) ? candidate : undefined;
    if (earlier === undefined) changes.push(change);
    else changes.splice(place, 1, ...joined(earlier, change));
  }
  const before = first.places?.before ?? second.places?.before;
  const after = second.places?.after ?? first.places?.after;
  return {
    name: second.name,
    changes,
    merge: second.merge,
    places: before && after && { before, after },
  };
}

/** Whether a change may be of the record that an earlier one left: the last earlier one for which this holds decides. */
function mayContinue(earlier: Change, change: Change): boolean {
  return earlier.kind === 'event' && change.kind === 'event'
    ? earlier.id === change.id
    : earlier.kind === change.kind;
}

/** Whether it is. Entries that come, go or move shift the others, so only what stays in its place is joined. */
function continues(earlier: Change, change: Change): boolean {
  if (earlier.kind === 'event' || earlier.kind === 'head') return true;
  if (change.kind === 'event' || change.kind === 'head') return false;
  return isInPlace(earlier) && isInPlace(change) && earlier.after?.at === change.before?.at;
}

function isInPlace({ before, after }: EntryChange): boolean {
  return before !== null && before.at === after?.at;
}

/** One change in place of two, or none where the second takes the first back. */
function joined(earlier: Change, change: Change): Change[] {
  if (earlier.kind === 'event' && change.kind === 'event')
    return earlier.before === change.after ? [] : [{ ...earlier, after: change.after }];
  if (earlier.kind === 'head' && change.kind === 'head')
    return earlier.before === change.after ? [] : [{ ...earlier, after: change.after }];
  if (
    earlier.kind === 'event' ||
    earlier.kind === 'head' ||
    change.kind === 'event' ||
    change.kind === 'head'
  )
    return [earlier, change];
  return earlier.before?.json === change.after?.json ? [] : [{ ...earlier, after: change.after }];
}

/** Whether an edit changes nothing. */
export function isEmpty({ changes }: Edit): boolean {
  return changes.length === 0;
}

/** The changes of events in an edit, in their order. */
export function eventChanges({ changes }: Edit): readonly EventChange[] {
  return changes.filter((change) => change.kind === 'event');
}
