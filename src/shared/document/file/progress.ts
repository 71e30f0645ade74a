// How far the reading of a document has come.

/** Events are found first, all of them, and then checked one by one. */
export interface ReadingProgress {
  /** Events found so far. */
  readonly found: number;
  /** How many of them are checked. */
  readonly checked: number;
}

/** Hears of progress, every {@link STEP} events. It costs nothing that could be measured. */
export type WatchReading = (progress: ReadingProgress) => void;

/** Events between two calls of a {@link WatchReading}. */
export const STEP = 1024;

/** Events between two places where the checking can rest, so that other work can go on. */
export const REST = 32;
