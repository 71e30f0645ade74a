// What a document takes as an address: a whole one, of http or https.
import { canParse } from '../hosts.ts';

/** How an address begins, and that it has no blanks. */
export const ADDRESS_PATTERN = /^https?:\/\/\S+$/;

/** Whether a text is such an address. */
export function isAddress(text: string): boolean {
  return ADDRESS_PATTERN.test(text) && canParse(text);
}
