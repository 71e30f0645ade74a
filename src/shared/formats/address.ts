// Says which addresses a document takes. Pure.
import { LIMITS } from '../document/limits.ts';

/** Whether an address may stand in a document. */
export function isAddress(text: string): boolean {
  return text.length <= LIMITS.address && /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}
