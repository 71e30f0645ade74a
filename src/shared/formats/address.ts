// Says which addresses a document takes of other programs' files, which may hold any. Pure.
import { isAddress as isWhole } from '../document/address.ts';
import { LIMITS } from '../document/limits.ts';

/** Whether an address may stand in a document. */
export function isAddress(text: string): boolean {
  return text.length <= LIMITS.address && isWhole(text);
}
