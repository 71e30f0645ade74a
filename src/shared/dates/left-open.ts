// What the written dates of a column leave open, and what they settle for each other.
import { readWrittenDate, USUAL, type Conventions } from './written.ts';

/** A question that a date may leave open, by the field of {@link Conventions} that answers it. */
export type OpenQuestion = keyof Conventions;

/** What a column of dates says about the conventions that it was written by. */
export interface Evidence {
  /** Answers that the column settles. */
  readonly settled: Partial<Conventions>;
  /** Questions that it leaves open, each with the first date that does. */
  readonly open: ReadonlyMap<OpenQuestion, string>;
}

/** Looks at dates one after the other. */
export interface Witness {
  readonly see: (written: string) => void;
  readonly tell: () => Evidence;
}

const PLAIN = /^\d{4}(?:-\d\d-\d\d(?:[T ][\d:.,Z+-]+)?)?$/;
const NUMBERS = /(?<![\d./-])(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{1,6})(?![\d./-])/;
const SHORT_YEAR =
  /(?:(?<![\d./-])\d{1,2}([./-])\d{1,2}\1|\p{L}{3}\.?[ ,-]+'?|')\d\d(?!\d|\p{L}|[./-]\d|:| ?[ab]\.?[cd])/u;
const MINUS = /(?:^|[^\d\p{L}])[-−](?!0\d{3})\d{1,6}(?![\d-])/u;
const PADDED_MINUS = /^-0\d{3}/;
const HYPHEN = /^(\d\d)(\d\d)-(\d\d)$/;

/** Starts to look at a column. */
export function watchColumn(): Witness {
  let [dayFirst, monthFirst] = [false, false];
  let order: string | undefined;
  let century: string | undefined;
  let minus: string | undefined;
  let zero = false;
  let padded = false;
  let season: string | undefined;
  let month: string | undefined;
  let years = false;

  return {
    see(written) {
      const text = written.trim();
      if (PLAIN.test(text)) return;
      const [, one, , other, year = ''] = NUMBERS.exec(text) ?? [];
      if (one !== undefined && other !== undefined) {
        if (Number(one) > 12) dayFirst = true;
        else if (Number(other) > 12) monthFirst = true;
        else if (one !== other || year.length > 4) order ??= text;
      }
      if (
        century === undefined &&
        SHORT_YEAR.test(text) &&
        !readWrittenDate(text, { ...USUAL, order: orderOf(text) }).ok
      ) {
        if (readWrittenDate(text, { ...USUAL, order: orderOf(text), century: 1900 }).ok) century = text;
      }
      if (text === '0') zero = true;
      else if (PADDED_MINUS.test(text)) padded = true;
      else if (
        minus === undefined &&
        MINUS.test(text) &&
        readWrittenDate(text, { ...USUAL, century: 1900 }).ok
      )
        minus = text;
      const [, , first, second] = HYPHEN.exec(text) ?? [];
      if (first === undefined || second === undefined || Number(second) <= Number(first)) return;
      const number = Number(second);
      if (number >= 1 && number <= 12) month ??= text;
      else if (number >= 21 && number <= 41) season ??= text;
      else years = true;
    },
    tell() {
      const settled: { -readonly [Field in keyof Conventions]?: Conventions[Field] } = {};
      const open = new Map<OpenQuestion, string>();
      if (dayFirst !== monthFirst) settled.order = dayFirst ? 'day-first' : 'month-first';
      else if (order !== undefined) open.set('order', order);
      if (century !== undefined) open.set('century', century);
      if (zero || padded) settled.minus = 'bce-astronomical';
      else if (minus !== undefined) open.set('minus', minus);
      const hyphen = season ?? (years ? month : undefined);
      if (hyphen !== undefined) open.set('hyphen', hyphen);
      return { settled, open };
    },
  };
}

/** The order that a date of numbers can only have. */
function orderOf(text: string): Conventions['order'] {
  const other = NUMBERS.exec(text)?.[3];
  return other !== undefined && Number(other) > 12 ? 'month-first' : 'day-first';
}
