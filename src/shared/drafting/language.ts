// What the tagger asks of a language: its words, how it says dates, and which of what looks like a date is none.
import type { Fields, Found, Parts, Reading, Rule } from './grammar.ts';
import type { Token } from './tokens.ts';

/** Classes of words, and what each word of a class stands for. */
export type WordClasses = Readonly<Record<string, Readonly<Record<string, string | number>>>>;

/** What an expression is: a date, a time of day, so long before or after, a length, a repetition, no calendar date, or no date at all. */
export type Kind = 'date' | 'time' | 'offset' | 'duration' | 'set' | 'vague' | 'none';

/** Example of a rule: a text, the expression in it, and its value in TIMEX3 on Tuesday, 4 October 2022. */
export type Example = readonly [text: string, expression: string, value: string];

/** How a language says one kind of date. */
export interface DateRule extends Rule {
  readonly kind: Kind;
  readonly examples: readonly Example[];
}

/** How a date bounds the event that it stands beside: at it, before, after, from it on, up to it, by it. */
export type Frame = 'at' | 'before' | 'after' | 'since' | 'until' | 'by';

/** Whether what is told lies before or after the day of writing; `null` where nothing says so. */
export type Tense = 'past' | 'future' | null;

/** A language that articles are in. */
export interface Language {
  /** ISO 639-1. */
  readonly code: 'en' | 'ru';
  readonly words: WordClasses;
  readonly parts: Parts;
  readonly rules: readonly DateRule[];
  /** The classes of a number, or a word that the tables do not list. */
  readonly readNumber: (token: Token) => readonly Reading[];
  /** Whether a word stands for its class where it is written like this. */
  readonly isMeant: (token: Token) => boolean;
  /** Whether an expression that a rule found is a date here. */
  readonly isDate: (found: Found<DateRule>, tokens: readonly Token[]) => boolean;
  /** Words that a point follows within a sentence, without the point. */
  readonly abbreviations: ReadonlySet<string>;
  /** Words that join the ends of a list or a range. */
  readonly joins: ReadonlySet<string>;
  /** The frames, by the words directly before a date, longest first. */
  readonly frames: readonly (readonly [words: readonly string[], frame: Frame])[];
  /** The tense of the verb that governs the tokens from one number up to another, within a sentence. */
  readonly tense: (
    tokens: readonly Token[],
    sentence: { from: number; to: number },
    at: { from: number; to: number },
  ) => Tense;
  /** Whether days come before months in dates of numbers alone: `true`, `false`, or `null` where both are common. */
  readonly dayFirst: boolean | null;
  /** Says why a date was read so, see `Reason`. */
  readonly why: (reason: Reason) => string;
}

/** Why a date was read as it was: what an explanation has to say. */
export interface Reason {
  readonly kind:
    'stated' | 'reference' | 'anchor' | 'undated' | 'length' | 'repeated' | 'no-reference' | 'event';
  /** The words in the text. */
  readonly words: string;
  /** What it hangs on, as EDTF; the reference date or the date before. */
  readonly base?: string;
  readonly baseWords?: string;
  readonly value?: string;
  readonly tense?: Tense;
  /** Whether the order of day and month is open, or another date stands in for what it should hang on. */
  readonly doubt?: 'two-orders' | 'stands-in' | null;
}

export type { Fields };
