// What can still be used of a faulty part of a document: so that one fault does not keep others from being found.
import * as z from 'zod/mini';
import * as schema from './schema.ts';

/** A field that is sound by itself, or nothing. */
const field = <Field extends z.ZodMiniType>(sound: Field) => z.catch(z.optional(sound), undefined);

/** A list whose unsound entries are left as holes, so that the others keep their positions. */
const list = <Entry extends z.ZodMiniType>(entry: Entry) => z.catch(z.array(field(entry)), []);

/** An object of such fields; whatever is no object counts as one without any. */
const sketch = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => {
  const object = z.object(shape);
  return z.catch(object, () => z.parse(object, {}));
};

/** What can be used of an article. */
export const article = sketch({
  id: field(schema.article.shape.id),
  published: field(schema.article.shape.published),
  text: field(schema.article.shape.text),
  hidden: list(z.object(schema.hiddenRange.shape)),
});

/** What can be used of a lane. */
export const lane = sketch({ id: field(schema.lane2.shape.id) });

/** What can be used of an event. */
export const event = sketch({
  id: field(schema.event2.shape.id),
  date: field(schema.event2.shape.date),
  lane: field(schema.event2.shape.lane),
  evidence: list(z.object(schema.evidence.shape)),
});

/** What can be used of a note. */
export const note = sketch({
  article: field(schema.note.shape.article),
  at: field(schema.note.shape.at),
  events: list(z.string()),
});

const entries = z.array(z.unknown());

/** The lists of a document. One that is no list is `undefined`: what refers to it cannot be checked. */
export const frame = sketch({
  articles: field(z._default(entries, [])),
  lanes: field(entries),
  events: field(entries),
  notes: field(z._default(entries, [])),
});

/** What the checks across fields look at of an article, sound or faulty. */
export type ArticleSketch = z.output<typeof article>;
/** The same of a lane. */
export type LaneSketch = z.output<typeof lane>;
/** The same of an event. */
export type EventSketch = z.output<typeof event>;
/** The same of a note. */
export type NoteSketch = z.output<typeof note>;
