// The report of an error on the figure page.

/** An error that the figure page threw, each part cut to its length in {@link LONGEST_FAULT}. */
export interface Fault {
  /** Such as `TypeError`. */
  readonly name: string;
  readonly message: string;
  /** Name, message and the calls that led there; empty if the page threw something other than an error. */
  readonly stack: string;
}

/** The most characters in each part of a {@link Fault}. */
export const LONGEST_FAULT = { name: 100, message: 1000, stack: 4000 } as const;
