// Turns records into the JSON that a file holds of them, keeping the fields that Dateline does not know where they stood. Pure.
import type { Article, KeptProposal, Lane, Note, PlacedArticle } from '../document.ts';
import type { TimelineEvent } from '../event.ts';

/** The fields of an event besides its id. */
export type EventFields = Omit<TimelineEvent, 'id'>;

/** The fields of an event in the order of the file. */
const EVENT_FIELDS = [
  'id',
  'title',
  'label',
  'date',
  'lane',
  'place',
  'participants',
  'description',
  'tags',
  'importance',
  'evidence',
  'dating',
  'sources',
] as const satisfies readonly (keyof TimelineEvent)[];

/** The JSON of a new event. */
export function newEventJson(event: TimelineEvent): string {
  const fields = EVENT_FIELDS.flatMap((name) => (isAbsent(event[name]) ? [] : [[name, event[name]]]));
  return inList(JSON.stringify(Object.fromEntries(fields), null, INDENT));
}

/**
 * The JSON of an event with some of its fields changed.
 *
 * @param json of the event before. It is returned itself if nothing changes.
 * @param fields the new values; `undefined` and empty lists take a field out. In items of lists, what an item has not
 *   is `undefined` too.
 */
export function changedEventJson(json: string, fields: Partial<EventFields>): string {
  const changed = changedJson(json, fields, EVENT_FIELDS);
  return changed === json ? json : inList(changed);
}

/** The JSON of a lane. */
export function laneJson(lane: Lane): string {
  return withFields({ ...lane }, {}, ['id', 'title', 'colour']);
}

/** The JSON of an article. */
export function articleJson(article: PlacedArticle): string {
  const { hidden, passages } = article;
  return withFields({ ...article, publishedWhen: undefined }, { hidden, passages }, ARTICLE_FIELDS);
}

const ARTICLE_FIELDS = [
  'id',
  'title',
  'publisher',
  'address',
  'published',
  'text',
  'hidden',
  'passages',
] as const satisfies readonly (keyof Article)[];

/** The JSON of a note. */
export function noteJson(note: Note): string {
  return withFields({ ...note }, { events: note.events, sources: note.sources }, NOTE_FIELDS);
}

const NOTE_FIELDS = ['text', 'article', 'at', 'events', 'sources'] as const satisfies readonly (keyof Note)[];

/** The JSON of what a reader made of a proposal. */
export function proposalJson(proposal: KeptProposal): string {
  return withFields({ ...proposal }, {}, []);
}

function changedJson(json: string, fields: object, order: readonly string[]): string {
  const raw = objectIn(json);
  const changed = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const kept = keptWithin(raw[name], value);
      return JSON.stringify(kept) === JSON.stringify(raw[name]) ? [] : [[name, kept]];
    }),
  );
  return Object.keys(changed).length === 0 ? json : withFields(raw, changed, order);
}

/** A new value for a field. Items of a list that did not change keep what nobody knows of them. */
function keptWithin(raw: unknown, value: unknown): unknown {
  if (isAbsent(value)) return isAbsent(raw) ? raw : undefined;
  if (!Array.isArray(raw) || !Array.isArray(value)) return isSame(raw, value) ? raw : value;
  const left: unknown[] = raw.slice();
  return value.map((item: unknown) => {
    const at = left.findIndex((one) => isSame(one, item));
    return at < 0 ? item : left.splice(at, 1)[0];
  });
}

/** Whether what the file holds says the same as a value, which may lack fields that nobody knows. */
function isSame(raw: unknown, value: unknown): boolean {
  if (!isObject(value) || !isObject(raw)) return raw === value;
  return Object.entries(value).every(([name, one]) => isSame(raw[name], one));
}

function isAbsent(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** JSON of an object with some fields set; a new field follows the last one that stands before it in `order`. */
function withFields(
  raw: Readonly<Record<string, unknown>>,
  fields: object,
  order: readonly string[],
): string {
  const entries = Object.entries(raw);
  for (const [name, value] of Object.entries(fields)) {
    const at = entries.findIndex(([known]) => known === name);
    if (isAbsent(value)) {
      if (at >= 0) entries.splice(at, 1);
    } else if (at >= 0) entries[at] = [name, value];
    else {
      const before = new Set(order.slice(0, order.indexOf(name)));
      entries.splice(entries.findLastIndex(([known]) => before.has(known)) + 1, 0, [name, value]);
    }
  }
  return JSON.stringify(Object.fromEntries(entries), null, INDENT);
}

/** Spaces for each level of the file. */
export const INDENT = 2;

/** An entry as it stands in a list of the file: its lines behind the first begin two levels further in. */
export function inList(json: string): string {
  return json.replaceAll('\n', `\n${' '.repeat(2 * INDENT)}`);
}

function objectIn(json: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(json);
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
