// What the tagger asks of a language: its words, how it says dates, and which of what looks like a date is none.
import type { Found, Parts, Reading, Rule } from './grammar.ts';
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

/** A verb of a sentence, and what it tells. */
export interface Verb {
  /** The number of its first token, and of the one after its last. */
  readonly at: number;
  readonly to: number;
  /**
   * `past` and `perfect` tell what happened, `headline` does in the present, `present` is a saying in the present,
   * `was` and `stative` tell how things were or are, `planned`, `future` and `modal` what may come.
   */
  readonly kind:
    | 'past'
    | 'perfect'
    | 'pluperfect'
    | 'headline'
    | 'present'
    | 'progressive'
    | 'was'
    | 'stative'
    | 'planned'
    | 'future'
    | 'modal';
  /** The number of the token with which its clause begins. */
  readonly clause: number;
  /** Whether somebody says something by it. */
  readonly saying: boolean;
  /** The word that puts its clause under another, if one does. */
  readonly under: string | null;
  readonly quoted: boolean;
}

/** Tokens from one number up to another. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** An event that a noun tells: “following the fall of the government”. */
export interface Nominal {
  /** The number of its first token, and of the one after its last. */
  readonly from: number;
  readonly to: number;
  /** Whether what its sentence tells came after it, before it, or at the same time. */
  readonly order: 'before' | 'after' | 'during';
}

/** How a language tells events. */
export interface Telling {
  /** The finite verbs of a sentence, in order. */
  readonly verbs: (tokens: readonly Token[], from: number, to: number) => Verb[];
  readonly nominals: (tokens: readonly Token[], from: number, to: number) => Nominal[];
  /** The tokens of a title, cut out of a sentence: who did what. */
  readonly title: (
    tokens: readonly Token[],
    from: number,
    to: number,
    verb: Verb,
    expressions: readonly Stretch[],
    verbs: readonly Verb[],
  ) => readonly number[];
  /** Whether the first word of a sentence has a capital for that alone: “The”, “Born”. */
  readonly isLowered: (token: Token) => boolean;
  /** Whether a date is what something is compared with: “up from a year earlier”, “the first time since 1978”. */
  readonly isCompared: (tokens: readonly Token[], from: number, expression: Stretch) => boolean;
  /** Whether a sentence goes on about what the one before told: it begins with “he”, “they”, “the deal”. */
  readonly goesOn: (tokens: readonly Token[], from: number, to: number) => boolean;
  /** Whether a sentence tells of an earlier time without saying which: “previously”, “to date”. */
  readonly isEarlier: (tokens: readonly Token[], from: number, to: number) => boolean;
  /** Whether a verb stands in a clause that says if. */
  readonly isCondition: (verb: Verb) => boolean;
  /** Whether a headline tells a plan, no event: “… to be launched”. */
  readonly isPlan: (tokens: readonly Token[], from: number, to: number) => boolean;
  /** The place of what a verb tells; of a sentence without one, the place that it names. */
  readonly place: (
    tokens: readonly Token[],
    from: number,
    to: number,
    verb: Verb | null,
    verbs: readonly Verb[],
  ) => Stretch | null;
  /** The people that a sentence names. */
  readonly people: (tokens: readonly Token[], from: number, to: number) => readonly Stretch[];
  /** Whether a sentence hands on another report: “according to RFERL”. */
  readonly isHandedOn: (tokens: readonly Token[], from: number, to: number) => boolean;
}

/** A language that articles are in. */
export interface Language {
  /** ISO 639-1. */
  readonly code: 'en' | 'ru';
  readonly words: WordClasses;
  readonly parts: Parts;
  readonly rules: readonly DateRule[];
  /** The classes of a number. */
  readonly readNumber: (token: Token) => readonly Reading[];
  /** The classes of a word that the tables do not list, if there are such. */
  readonly readWord?: (token: Token) => readonly Reading[];
  /** Whether a word stands for its class where it is written like this. */
  readonly isMeant: (token: Token) => boolean;
  /** Whether an expression that a rule found is a date here. */
  readonly isDate: (found: Found<DateRule>, tokens: readonly Token[]) => boolean;
  /** Where a number that stands for a year without its era ends: “in 211”. 0 if it is no year. */
  readonly bareYear: (tokens: readonly Token[], at: number) => number;
  /** Words that a point follows within a sentence, without the point. */
  readonly abbreviations: ReadonlySet<string>;
  /** Words that join the ends of a list or a range. */
  readonly joins: ReadonlySet<string>;
  /** The words of ranges: “between … and …”, “… to …”. */
  readonly ranges: {
    readonly between: ReadonlySet<string>;
    readonly and: ReadonlySet<string>;
    readonly to: ReadonlySet<string>;
  };
  /** The frames, by the words directly before a date, longest first. */
  readonly frames: readonly (readonly [words: readonly string[], frame: Frame])[];
  /** Words that deny: “not until October” is in October. */
  readonly not: ReadonlySet<string>;
  /** The tense of the verb that governs the tokens from one number up to another, within a sentence. */
  readonly tense: (
    tokens: readonly Token[],
    sentence: { from: number; to: number },
    at: { from: number; to: number },
  ) => Tense;
  /** Whether days come before months in dates of numbers alone: `true`, `false`, or `null` where both are common. */
  readonly dayFirst: boolean | null;
  readonly telling: Telling;
}
