// Expected failures travel as values: what went wrong, for the code and for the reader.

/** A failure that the reader can do something about. Bugs are thrown; these are returned. */
export interface Failure {
  /** Stable name for code and tests, e.g. `file-missing`. */
  readonly code: string;
  /** One sentence for the reader: what is wrong and what to do. */
  readonly message: string;
  /** The details behind it, one line each; may be empty. Never a stack trace. */
  readonly details: readonly string[];
}

/** Either a value or the reason why there is none. Plain data, so that it can cross the process border. */
export type Result<T> = { readonly ok: true; readonly value: T } | Failed;

/** The reason why there is no value. */
export interface Failed {
  readonly ok: false;
  readonly failure: Failure;
}

/** Wraps a value as a success. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Wraps a reason as a failure; `details` defaults to none. */
export function failure(code: string, message: string, details: readonly string[] = []): Failed {
  return { ok: false, failure: { code, message, details } };
}
