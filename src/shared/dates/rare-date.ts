// The rarer notations of single dates: numbered years, decades, centuries, and doubt about a part.

/** `Y` and a year of any length, with or without an exponent; or a year of which only the first digits count. */
const NUMBERED = /^(?:Y(-?)(?:([1-9]\d{4,})|(\d+)E(\d+))|(-?)(\d{4})(?=S))(?:S([1-9]))?$/;
/** A year without its last digit, or without its last two. */
const CUT_YEAR = /^-?\d{2,3}$/;
/** A year, month or day with a doubt before or after any of them. */
const DOUBTED = /^[?~%]?-?\d{4}[?~%]?(?:-[?~%]?\d\d[?~%]?){0,2}$/;

/** What such a date says beyond its digits. */
export type RareDate =
  | {
      readonly kind: 'numbered year';
      /** Astronomical; may be infinite. */
      readonly year: number;
      /** How many of its first digits count, 1 to 9; `Infinity` if all do. */
      readonly significantDigits: number;
    }
  | { readonly kind: 'decade' | 'century' }
  | { readonly kind: 'doubted'; readonly uncertain: boolean; readonly approximate: boolean };

/** Reads a single date without a time of day; `null` if it is none of these. */
export function readRareDate(text: string): RareDate | null {
  const [numbered, minus, digits, factor, exponent, sign, year, significant] = NUMBERED.exec(text) ?? [];
  if (numbered !== undefined) {
    const size = Number(digits ?? year ?? factor) * 10 ** Number(exponent ?? 0);
    const isBefore = minus === '-' || sign === '-';
    if (isBefore && year === '0000') return null;
    return {
      kind: 'numbered year',
      year: isBefore ? -size : size,
      significantDigits: Number(significant ?? Infinity),
    };
  }
  if (CUT_YEAR.test(text)) {
    if (/^-0+$/.test(text)) return null;
    return { kind: /\d{3}/.test(text) ? 'decade' : 'century' };
  }
  if (!DOUBTED.test(text)) return null;
  return { kind: 'doubted', uncertain: /[?%]/.test(text), approximate: /[~%]/.test(text) };
}
