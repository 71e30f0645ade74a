// Reads what a second start sends to the running app.
import { isAbsolute } from 'node:path';

/** The absolute path of the document that the second start names, or `null`. */
export interface HandOver {
  readonly document: string | null;
}

/**
 * Reads the document's path from a message. Any program of the reader's can send one, and so can another version of the
 * app. `undefined` if there is no path.
 */
export function handedOver(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('document' in value)) return undefined;
  const { document } = value;
  return typeof document === 'string' && isAbsolute(document) ? document : undefined;
}
