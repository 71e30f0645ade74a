// The schema of a `.dateline` file: what each field may hold by itself. What fields say of each other is in check.ts.
import * as z from 'zod/mini';
import { LONGEST_DATE } from '../../dates/parse.ts';
import type { Article, Lane, Note, TimelineDocument, TimelineEvent } from '../document.ts';

/**
 * The most that a document may hold. Lengths are in UTF-16 code units, as JavaScript counts them. They keep a faulty
 * or hostile file from filling the memory or the window; no honest document should come near.
 */
export const LIMITS = {
  /** Ids are for machines; longer ones are content in the wrong field. */
  id: 100,
  /** Titles, names and places: a long headline twice over. */
  line: 300,
  /** A mark's label stands on one line of the timeline. */
  label: 80,
  /** What browsers and servers agree on. */
  address: 2_000,
  /** Quotes, explanations and notes: several pages. */
  passage: 20_000,
  /** Dates: sets of some twenty days. */
  date: LONGEST_DATE,
  /** An article's text: several novels. */
  text: 5_000_000,
  articles: 10_000,
  /** Every lane has a row, and no screen shows more. */
  lanes: 200,
  /** What the timeline is built and measured for. */
  events: 1_000_000,
  notes: 10_000,
  /** Lists within an article, an event or a note. */
  entries: 1_000,
} as const;

const BLANK = 'must not be blank';
const ID = `must be 1 to ${LIMITS.id} characters without spaces`;
const ADDRESS = 'must be a whole address that starts with http:// or https://';

/** Says what a field holds, for the JSON Schema. As a check, `z.describe` would cost time at each reading. */
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
    z.string().check(
      z.maxLength(LIMITS.address),
      z.regex(/^https?:\/\/\S+$/, { error: ADDRESS, abort: true }),
      z.refine((whole) => URL.canParse(whole), ADDRESS),
    ),
    description,
  );

/** A list that may be left out of the file, and is then empty. */
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

/** A verbatim quote and where it stands. */
export const evidence = z.strictObject({
  article: id('The id of the article that is quoted.'),
  quote: text(LIMITS.passage, 'The words of the article, verbatim.'),
  ...range,
});

/** A part of an article that is kept but not shown. */
export const hiddenRange = z.strictObject(range);

/** The text that events were read from. */
export const article = z.strictObject({
  id: id('Names the article within this document.'),
  title: text(LIMITS.line, 'Its headline.'),
  publisher: text(LIMITS.line, 'Who published it.'),
  address: z.optional(address('Where it was published, http or https.')),
  published: z.optional(edtf('When it was published, EDTF.')),
  text: text(LIMITS.text, 'The text exactly as found; all offsets count in it.'),
  hidden: entries(hiddenRange, LIMITS.entries, 'Parts of the text that are not shown to readers.'),
}) satisfies z.ZodMiniType<Article>;

/** A row of the timeline. */
export const lane = z.strictObject({
  id: id('Names the lane within this document.'),
  title: text(LIMITS.line, 'What readers see beside the lane.'),
}) satisfies z.ZodMiniType<Lane>;

/** Something that happened. */
export const timelineEvent = z.strictObject({
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
  evidence: entries(evidence, LIMITS.entries, 'The sentences that the event was read from.'),
  dating: z.strictObject({
    kind: described(
      z.enum(['stated', 'derived', 'external']),
      'Whether the article states the date, it follows from the article, or others give it.',
    ),
    confidence: described(z.enum(['very high', 'high', 'medium', 'low']), 'How sure the dating is.'),
    explanation: text(LIMITS.passage, 'What the article says, what follows from it, and who else says so.'),
  }),
  sources: entries(source, LIMITS.entries, 'Addresses outside the article that back the event.'),
}) satisfies z.ZodMiniType<TimelineEvent>;

/** A remark of the document's authors. */
export const note = z.strictObject({
  text: text(LIMITS.passage, 'The remark.'),
  article: z.optional(id('The id of the article that it is about.')),
  at: z.optional(offset('From where on in the text of that article, in UTF-16 code units.')),
  events: entries(id('The id of an event.'), LIMITS.entries, 'The events that it touches.'),
  sources: entries(source, LIMITS.entries, 'Addresses that back it.'),
}) satisfies z.ZodMiniType<Note>;

const heading = {
  format: described(z.literal('dateline'), 'Tells a timeline document from other JSON.'),
  version: described(z.literal(1), 'The version of the format.'),
  title: text(LIMITS.line, 'The title of the timeline.'),
  subtitle: z.optional(text(LIMITS.line, 'A second line below the title.')),
};

/** What a `.dateline` file holds, whole. */
export const timelineDocument = described(
  z.strictObject({
    ...heading,
    articles: entries(article, LIMITS.articles, 'The texts that events were read from.'),
    lanes: described(z.array(lane).check(z.maxLength(LIMITS.lanes)), 'The rows, from the top.'),
    events: described(z.array(timelineEvent).check(z.maxLength(LIMITS.events)), 'The events, in any order.'),
    notes: entries(note, LIMITS.notes, 'Remarks of the authors.'),
  }),
  'A `.dateline` file, version 1: a title, articles, lanes and dated events with their evidence.',
) satisfies z.ZodMiniType<TimelineDocument>;

const anything = (most: number) => z.array(z.unknown()).check(z.maxLength(most));

/** The document around its lists, whose entries are read one by one. */
export const documentFrame = z.strictObject({
  ...heading,
  articles: z._default(anything(LIMITS.articles), []),
  lanes: anything(LIMITS.lanes),
  events: anything(LIMITS.events),
  notes: z._default(anything(LIMITS.notes), []),
});
