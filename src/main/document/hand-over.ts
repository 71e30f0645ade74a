// What a second start hands to the running app.
import { isAbsolute } from 'node:path';

/** The document that the second start was asked to open, by its absolute path, or `null`. */
export interface HandOver {
  readonly document: string | null;
}

/**
 * The document's path out of what arrived: any program of the reader's can hand something over, and so can another
 * version of the app. `undefined` where there is none.
 */
export function handedOver(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('document' in value)) return undefined;
  const { document } = value;
  return typeof document === 'string' && isAbsolute(document) ? document : undefined;
}
