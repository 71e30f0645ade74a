// The `edtf` package with types: reads the rarer kinds of single dates.
import { parse } from 'edtf';
import * as z from 'zod/mini';

/** Any number: zod's own admits no infinite ones, and `Y1E400` is one. */
const anyNumber = z.custom<number>((value) => typeof value === 'number');

/** What of the package's result is used. Doubt is `true`, or a mask of the digits in doubt; 0 is none. */
const rareDate = z.object({
  type: z.enum(['Date', 'Year', 'Decade', 'Century']),
  values: z.array(anyNumber),
  uncertain: z.optional(z.union([z.boolean(), z.number()])),
  approximate: z.optional(z.union([z.boolean(), z.number()])),
  significant: z.optional(z.number()),
});

/** A date as the package understands it. */
export interface RareDate {
  readonly type: 'Date' | 'Year' | 'Decade' | 'Century';
  /** Of a `Year` its astronomical number; it may be infinite. */
  readonly year: number;
  /** Of a `Year` how many of its first digits count, 1 to 9; `Infinity` where all do. */
  readonly significantDigits: number;
  readonly uncertain: boolean;
  readonly approximate: boolean;
}

/** What such dates consist of, and how long they may get: on other text the package would spend milliseconds. */
const CHARACTERS = /^[\d\-?~%YES]{2,50}$/;

/** Reads a single date that is no season and has no time of day; `null` where the package finds none. */
export function readRareDate(text: string): RareDate | null {
  if (!CHARACTERS.test(text)) return null;
  const { success, data } = rareDate.safeParse(parseOrNull(text));
  if (!success) return null;
  return {
    type: data.type,
    year: data.values[0] ?? 0,
    significantDigits: data.significant ?? Infinity,
    uncertain: Boolean(data.uncertain),
    approximate: Boolean(data.approximate),
  };
}

/** The package throws where it finds no date, with messages for writers of grammars. */
function parseOrNull(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
