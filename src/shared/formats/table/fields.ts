// The fields that columns can fill, and the mapping of columns to fields: plain data, which crosses processes and is kept in files.
import * as z from 'zod/mini';

/** What a column can be. The parts of a start or end stand for themselves or together. */
export const TARGETS = [
  'id',
  'title',
  'label',
  'description',
  'edtf',
  'start',
  'start-year',
  'start-month',
  'start-day',
  'start-time',
  'start-latest',
  'start-approximate',
  'end',
  'end-year',
  'end-month',
  'end-day',
  'end-time',
  'end-earliest',
  'end-approximate',
  'lane',
  'place',
  'participants',
  'tags',
  'importance',
  'source',
  'source-title',
] as const;

/** What a column can be. */
export type Target = (typeof TARGETS)[number];

/** Where the values of a target come from: columns, joined in this order, or one value for all rows. */
export type Origin =
  | {
      /** Columns by their heads, or by their numbers from 1 as `#3`. */
      readonly columns: readonly string[];
      /** What stands between the values of several columns; a space if left out. */
      readonly join?: string | undefined;
    }
  | { readonly fixed: string };

/** What the columns of a table mean. Plain data, so that it can be kept as JSON and given to `--map`. */
export interface Mapping {
  /** Whether the first row holds the heads of the columns. */
  readonly heads: boolean;
  readonly fields: Readonly<Partial<Record<Target, Origin>>>;
  /** Answers to questions, as for `--assume`. */
  readonly assume?: readonly string[] | undefined;
}

/** What a screen shows of a table while its mapping is chosen. */
export interface TableSketch {
  /** The heads of all columns, or `#1`, `#2` … where there are none; each names its column in a mapping. */
  readonly columns: readonly string[];
  /** The first rows as they stand in the file. */
  readonly rows: readonly (readonly string[])[];
  /** The lines of these rows; `null` where the file has none. */
  readonly lines: readonly (number | null)[];
  /** The number that the first of these rows has in the file, from 1. */
  readonly first: number;
}

/** Far more than a mapping that somebody made: what is given from outside must not fill the settings or the memory. */
const LONGEST = { name: 2_000, columns: 1_000, answers: 1_000 };

const text = z.string().check(z.maxLength(LONGEST.name));
const answers = z.array(text).check(z.maxLength(LONGEST.answers));
const origin = z.union([
  z.strictObject({
    columns: z.array(text).check(z.minLength(1), z.maxLength(LONGEST.columns)),
    join: z.optional(text),
  }),
  z.strictObject({ fixed: text }),
]);

/** The check of a mapping from outside. */
export const MAPPING_SCHEMA = z.strictObject({
  heads: z.boolean(),
  fields: z.partialRecord(z.enum(TARGETS), origin),
  assume: z.optional(answers),
});

/** The check of answers to questions. */
export const ANSWERS_SCHEMA = answers;
