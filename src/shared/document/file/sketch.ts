// Keeps the usable parts of a faulty document, so that one fault does not hide the others.
import * as z from 'zod/mini';
import * as schema from './schema.ts';

/** A field that is valid on its own, or nothing. */
const field = <Field extends z.ZodMiniType>(sound: Field) => z.catch(z.optional(sound), undefined);

/** A list with holes for its invalid entries, so that the others keep their positions. */
const list = <Entry extends z.ZodMiniType>(entry: Entry) => z.catch(z.array(field(entry)), []);

/** An object of such fields; a value that is no object counts as one without fields. */
const sketch = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => {
  const object = z.object(shape);
  return z.catch(object, () => z.parse(object, {}));
};

/** The usable parts of an article. */
export const article = sketch({
  id: field(schema.article2.shape.id),
  published: field(schema.article2.shape.published),
  text: field(schema.article2.shape.text),
  hidden: list(z.object(schema.hiddenRange.shape)),
  passages: z.optional(list(z.object(schema.passage.shape))),
});

/** The usable parts of a lane. */
export const lane = sketch({ id: field(schema.lane2.shape.id) });

/** The usable parts of an event. */
export const event = sketch({
  id: field(schema.event2.shape.id),
  date: field(schema.event2.shape.date),
  lane: field(schema.event2.shape.lane),
  evidence: list(z.object(schema.evidence.shape)),
});

/** The usable parts of a note. */
export const note = sketch({
  article: field(schema.note.shape.article),
  at: field(schema.note.shape.at),
  events: list(z.string()),
});

/** The usable parts of a proposal. */
export const proposal = sketch({
  article: field(schema.proposal.shape.article),
  start: field(schema.proposal.shape.start),
  end: field(schema.proposal.shape.end),
  date: field(schema.proposal.shape.date),
});

/** The parts of an article, sound or faulty, that the checks across fields read. */
export type ArticleSketch = z.output<typeof article>;
/** The same of a lane. */
export type LaneSketch = z.output<typeof lane>;
/** The same of an event. */
export type EventSketch = z.output<typeof event>;
/** The same of a proposal. */
export type ProposalSketch = z.output<typeof proposal>;
/** The same of a note. */
export type NoteSketch = z.output<typeof note>;
