// The schema of a `.dateline` file: what each field may hold on its own. check.ts compares fields with each other.
import * as z from 'zod/mini';
import { canParse } from '../../hosts.ts';
import { ADDRESS_PATTERN } from '../address.ts';
import type { Article, KeptProposal, Lane, Note, TimelineDocument } from '../document.ts';
import { CONFIDENCES, READ_KINDS, type TimelineEvent } from '../event.ts';
import { PALETTE } from '../lane-colours.ts';
import { LIMITS } from '../limits.ts';

const BLANK = 'must not be blank';
const ID = `must be 1 to ${LIMITS.id} characters without spaces`;
const COLOUR = `must be one of ${PALETTE.join(', ')}, or a colour such as #1d6a8a`;
const DATE_TIME = 'must be a date and time with its time zone, such as 2026-11-25T09:30:00Z';
const ADDRESS = 'must be a whole address that starts with http:// or https://';

/** Describes a field for the JSON Schema. As a check, `z.describe` would cost time at each reading. */
const described = <Field extends z.ZodMiniType>(field: Field, description: string): Field => {
  z.globalRegistry.add(field, { description });
  return field;
};

const text = (most: number, description: string) =>
  described(z.string().check(z.maxLength(most), z.regex(/\S/, BLANK)), description);
const id = (description: string) =>
  described(z.string().check(z.maxLength(LIMITS.id), z.regex(/^\S+$/, ID)), description);
const edtf = (description: string) => described(z.string().check(z.maxLength(LIMITS.date)), description);
const offset = (description: string) => described(z.int().check(z.minimum(0)), description);
const address = (description: string) =>
  described(
    z
      .string()
      .check(
        z.maxLength(LIMITS.address),
        z.regex(ADDRESS_PATTERN, { error: ADDRESS, abort: true }),
        z.refine(canParse, ADDRESS),
      ),
    description,
  );

/** A list that the file may leave out; it is then empty. */
const entries = <Entry extends z.ZodMiniType>(entry: Entry, most: number, description: string) =>
  described(z._default(z.array(entry).check(z.maxLength(most)), []), description);

const range = {
  start: offset('Where it begins in the text: UTF-16 code units from the start of the text.'),
  end: offset('Where it ends: the offset behind its last code unit.'),
};

const source = z.strictObject({
  title: text(LIMITS.line, 'What to call the source, e.g. “Khovar, 22 Sep 2022”.'),
  address: address('Its address, http or https.'),
});

const evidenceFields = {
  article: id('The id of the article that is quoted.'),
  quote: text(LIMITS.passage, 'The words of the article, verbatim.'),
  ...range,
};

const evidence1 = z.strictObject(evidenceFields);

/** A verbatim quote and where it stands. */
export const evidence = z.strictObject({
  ...evidenceFields,
  date: z.optional(edtf('The date that the passage gives, EDTF, where it is not the date of the event.')),
});

/** A part of an article that is kept but hidden. */
export const hiddenRange = z.strictObject(range);

const articleFields = {
  id: id('Names the article within this document.'),
  title: text(LIMITS.line, 'Its headline.'),
  publisher: text(LIMITS.line, 'Who published it.'),
  address: z.optional(address('Where it was published, http or https.')),
  published: z.optional(edtf('When it was published, EDTF.')),
  text: text(LIMITS.text, 'The text exactly as found; all offsets count in it.'),
  hidden: entries(hiddenRange, LIMITS.entries, 'Parts of the text that are not shown to readers.'),
};

/** The text that events were read from, version 1. */
export const article1 = z.strictObject(articleFields) satisfies z.ZodMiniType<Article>;

/** Where another report begins in an article. */
export const passage = z.strictObject({
  at: offset('Where it begins in the text, in UTF-16 code units.'),
  published: edtf('When it was published, EDTF.'),
});

/** The text that events were read from, version 2. */
export const article2 = z.strictObject({
  ...articleFields,
  passages: z.optional(
    described(
      z.array(passage).check(z.maxLength(LIMITS.entries)),
      'Where other reports begin in the text, in its order: what follows was written on another day.',
    ),
  ),
}) satisfies z.ZodMiniType<Article>;

const laneFields = {
  id: id('Names the lane within this document.'),
  title: text(LIMITS.line, 'What readers see beside the lane.'),
};

/** A row of the timeline, version 1. */
export const lane1 = z.strictObject(laneFields) satisfies z.ZodMiniType<Lane>;

/** A row of the timeline, version 2. */
export const lane2 = z.strictObject({
  ...laneFields,
  colour: z.optional(
    described(
      z.string().check(z.regex(new RegExp(`^(?:${PALETTE.join('|')}|#[0-9A-Fa-f]{6})$`), COLOUR)),
      `Its colour: ${PALETTE.join(', ')}, or #rrggbb. Left out, lanes take these in turn.`,
    ),
  ),
}) satisfies z.ZodMiniType<Lane>;

const READ_FROM = 'The sentences that the event was read from.';

const eventFields = {
  id: id('Names the event within this document.'),
  title: text(LIMITS.line, 'What happened, in a few words.'),
  label: z.optional(text(LIMITS.label, 'A shorter title for the mark on the timeline.')),
  date: edtf('When it happened, EDTF (ISO 8601-2).'),
  lane: id('The id of the lane that the event stands in.'),
  place: z.optional(text(LIMITS.line, 'Where it happened.')),
  participants: entries(
    z.strictObject({
      name: text(LIMITS.line, 'Who took part.'),
      role: z.optional(text(LIMITS.line, 'Their part in it.')),
    }),
    LIMITS.entries,
    'Who took part.',
  ),
  evidence: entries(evidence1, LIMITS.entries, READ_FROM),
  sources: entries(source, LIMITS.entries, 'Addresses outside the article that back the event.'),
};

const reading = {
  confidence: described(z.enum(CONFIDENCES), 'How sure the dating is.'),
  explanation: text(LIMITS.passage, 'What the article says, what follows from it, and who else says so.'),
};

const readDating = z.strictObject({
  kind: described(
    z.enum(READ_KINDS),
    'Whether the article states the date, it follows from the article, or others give it.',
  ),
  ...reading,
});

const importedDating = z.strictObject({
  kind: described(z.literal('imported'), 'The date came from another file.'),
  file: text(LIMITS.line, 'The name of that file.'),
  row: described(
    z.int().check(z.minimum(1)),
    'Which row or entry of the file, from 1; a row of headings counts.',
  ),
  written: z.optional(text(LIMITS.line, 'What stood there for the date.')),
});

/** Something that happened, version 1. */
export const event1 = z.strictObject({
  ...eventFields,
  dating: readDating,
}) satisfies z.ZodMiniType<TimelineEvent>;

/** Something that happened, version 2: the date is optional. */
export const event2 = z.strictObject({
  ...eventFields,
  evidence: entries(evidence, LIMITS.entries, READ_FROM),
  date: z.optional(edtf('When it happened, EDTF (ISO 8601-2). Left out, the event has no date yet.')),
  dating: z.optional(
    described(z.discriminatedUnion('kind', [readDating, importedDating]), 'How the date is known.'),
  ),
  description: z.optional(text(LIMITS.passage, 'More on what happened: plain text, a paragraph a line.')),
  tags: z.optional(
    described(
      z.array(text(LIMITS.tag, 'A word or two.')).check(z.maxLength(LIMITS.tags)),
      'Words to group events by.',
    ),
  ),
  importance: z.optional(
    described(z.int().check(z.minimum(1), z.maximum(5)), 'How much it matters, 1 to 5; left out is 3.'),
  ),
}) satisfies z.ZodMiniType<TimelineEvent>;

/** A remark of the document's authors. */
export const note = z.strictObject({
  text: text(LIMITS.passage, 'The remark.'),
  article: z.optional(id('The id of the article that it is about.')),
  at: z.optional(offset('From where on in the text of that article, in UTF-16 code units.')),
  events: entries(id('The id of an event.'), LIMITS.entries, 'The events that it touches.'),
  sources: entries(source, LIMITS.entries, 'Addresses that back it.'),
}) satisfies z.ZodMiniType<Note>;

/** What a reader made of a proposal. */
export const proposal = z.strictObject({
  article: id('The id of the article that it was drafted from.'),
  ...range,
  drafted: text(LIMITS.line, 'Its title as it was drafted.'),
  decision: z.optional(
    described(z.enum(['accepted', 'rejected']), 'What became of it. Left out, it is open.'),
  ),
  event: z.optional(id('The id of the event that it became or was added to, which may be gone since.')),
  title: z.optional(text(LIMITS.line, 'The title that the reader gave it.')),
  date: z.optional(
    described(
      z.nullable(z.string().check(z.maxLength(LIMITS.date))),
      'The date that the reader gave it, EDTF; null where they took it away.',
    ),
  ),
  place: z.optional(
    described(
      z.nullable(text(LIMITS.line, 'A place.')),
      'The place that the reader gave it; null where they took it away.',
    ),
  ),
  people: z.optional(
    described(
      z.array(text(LIMITS.line, 'A name.')).check(z.maxLength(LIMITS.entries)),
      'The people whom the reader named.',
    ),
  ),
  apart: z.optional(
    described(
      z.array(id('The id of an article.')).check(z.maxLength(LIMITS.entries)),
      'The articles whose telling the reader says to be of another event; they may be gone since.',
    ),
  ),
}) satisfies z.ZodMiniType<KeptProposal>;

const heading = {
  format: described(z.literal('dateline'), 'Tells a timeline document from other JSON.'),
  title: text(LIMITS.line, 'The title of the timeline.'),
  subtitle: z.optional(text(LIMITS.line, 'A second line below the title.')),
};

const heading1 = { ...heading, version: described(z.literal(1), 'The version of the format.') };

const heading2 = {
  ...heading,
  version: described(z.literal(2), 'The version of the format.'),
  author: z.optional(text(LIMITS.line, 'Who made it.')),
  modified: z.optional(
    described(
      z.iso.datetime({ offset: true, error: DATE_TIME }),
      'When it was changed last: date, time and time zone, ISO 8601.',
    ),
  ),
};

const articlesOf = <Entry extends z.ZodMiniType>(entry: Entry) =>
  entries(entry, LIMITS.articles, 'The texts that events were read from.');
const notes = entries(note, LIMITS.notes, 'Remarks of the authors.');
const lanesOf = <Entry extends z.ZodMiniType>(entry: Entry) =>
  described(z.array(entry).check(z.maxLength(LIMITS.lanes)), 'The rows, from the top.');
const eventsOf = <Entry extends z.ZodMiniType>(entry: Entry) =>
  described(z.array(entry).check(z.maxLength(LIMITS.events)), 'The events, in any order.');

/** The contents of a `.dateline` file of version 1. */
export const document1 = described(
  z.strictObject({
    ...heading1,
    articles: articlesOf(article1),
    notes,
    lanes: lanesOf(lane1),
    events: eventsOf(event1),
  }),
  'A `.dateline` file, version 1: a title, articles, lanes and dated events with their evidence.',
) satisfies z.ZodMiniType<Omit<TimelineDocument, 'proposals'>>;

/** The contents of a `.dateline` file of version 2. */
export const document2 = described(
  z.strictObject({
    ...heading2,
    articles: articlesOf(article2),
    notes,
    lanes: lanesOf(lane2),
    events: eventsOf(event2),
    proposals: entries(
      proposal,
      LIMITS.proposals,
      'What readers made of the proposals drafted from articles; those that nobody has touched are left out.',
    ),
  }),
  'A `.dateline` file, version 2: a title, articles, lanes and events with their evidence.',
) satisfies z.ZodMiniType<TimelineDocument>;

/** The lists of a document, in the order in which their problems are listed. Their entries are read one by one. */
export const LISTS = ['articles', 'lanes', 'events', 'notes', 'proposals'] as const;

/** The name of a list of a document. */
export type ListName = (typeof LISTS)[number];

/** The lists that a document may leave out; they are then empty. */
export const OPTIONAL_LISTS: ReadonlySet<ListName> = new Set(['articles', 'notes', 'proposals']);

const fields1 = z.strictObject(heading1);
const fields2 = z.strictObject(heading2);

/** The names of all fields of a document besides its lists, in any version. */
export const FIELDS: ReadonlySet<string> = new Set(Object.keys({ ...heading1, ...heading2 }));

/** A schema of an object, with its fields. */
export type ObjectSchema<Output> = z.ZodMiniType<Output> & { readonly shape: object };

/** What differs between versions: the fields of the document besides its lists, and the entries of some lists. */
export interface VersionSchemas {
  readonly fields: z.ZodMiniType<z.output<typeof fields1> | z.output<typeof fields2>>;
  readonly article: ObjectSchema<z.output<typeof article2>>;
  readonly lane: ObjectSchema<z.output<typeof lane2>>;
  readonly event: ObjectSchema<z.output<typeof event2>>;
}

/** The versions of the format that can be read. */
export const VERSIONS: Readonly<Record<1 | 2, VersionSchemas>> = {
  1: { fields: fields1, article: article1, lane: lane1, event: event1 },
  2: { fields: fields2, article: article2, lane: lane2, event: event2 },
};

type DeepReadonly<T> = T extends object ? { readonly [Field in keyof T]: DeepReadonly<T[Field]> } : T;
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the compiler calls two such functions equal only where A and B are
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Fits<A, B> = A extends B ? true : false;
type AllTrue<Facts extends readonly true[]> = Facts;

/** Compiles only while the schema and the plain types describe the same document. */
export type SchemaFacts = AllTrue<
  [
    Same<
      Omit<DeepReadonly<z.output<typeof document2>>, 'version'>,
      Omit<DeepReadonly<TimelineDocument>, 'version'>
    >,
    Fits<DeepReadonly<z.output<typeof document1>>, DeepReadonly<Omit<TimelineDocument, 'proposals'>>>,
    // Lists that may be empty may be left out of the file.
    Fits<
      Pick<z.input<typeof document2>, 'title' | 'lanes' | 'events' | 'format' | 'version'>,
      z.input<typeof document2>
    >,
  ]
>;
