// What a page for figures says of an error that it threw.

/** What the figure page threw, each part cut to its share of {@link LONGEST_FAULT}. */
export interface Fault {
  /** Such as `TypeError`. */
  readonly name: string;
  readonly message: string;
  /** Name and message, and then where it arose; empty where something else than an error was thrown. */
  readonly stack: string;
}

/** The most characters in each part of a {@link Fault}. */
export const LONGEST_FAULT = { name: 100, message: 1000, stack: 4000 } as const;
