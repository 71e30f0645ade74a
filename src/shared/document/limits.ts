// How much a document may hold: of the file and of every field that an editor offers. Pure.
import { LONGEST_DATE } from '../dates/parse.ts';

/**
 * The limits of a document. Lengths are in UTF-16 code units, as JavaScript counts them. They keep a faulty or hostile
 * file from filling the memory or the window; no honest document should come near.
 */
export const LIMITS = {
  /** Ids are for machines; longer ones are content in the wrong field. */
  id: 100,
  /** Titles, names and places: a long headline twice over. */
  line: 300,
  /** A mark's label stands on one line of the timeline. */
  label: 80,
  /** The limit of browsers and servers. */
  address: 2_000,
  /** A word or two, for grouping. */
  tag: 60,
  /** Anything longer is a description. */
  tags: 50,
  /** Quotes, explanations, descriptions and notes: several pages. */
  passage: 20_000,
  /** Dates: sets of some twenty days. */
  date: LONGEST_DATE,
  /** An article's text: several novels. */
  text: 5_000_000,
  articles: 10_000,
  /** Every lane has a row, and no screen shows more. */
  lanes: 200,
  /** The number that the timeline is built and measured for. */
  events: 1_000_000,
  notes: 10_000,
  /** Those of some novels. */
  proposals: 100_000,
  /** Lists within an article, an event or a note. */
  entries: 1_000,
} as const;
