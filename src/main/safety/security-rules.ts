// Decides what the app may load, show and pass to the browser: the rules of Electron's security checklist as plain
// functions.
// https://www.electronjs.org/docs/latest/tutorial/security
import { HOST, SCHEME } from './pages.ts';

/** Characters; Windows opens no address longer than 2,081. */
const LONGEST_LINK = 2048;

/** A scheme, a host, and the rest; no `@`, and nothing that parsers drop or read as a slash. */
const LINK = /^https?:\/\/[^\s\p{Cc}\\/?#@]+(?:[/?#][^\s\p{Cc}\\]*)?$/iu;

/**
 * Whether an address may open in the reader's browser: http or https, at most 2,048 characters, no blanks or control
 * characters, and no name or password, not even empty ones (which disguise one host as another).
 */
export function linkAllowed(address: string): boolean {
  return address.length <= LONGEST_LINK && LINK.test(address) && URL.canParse(address);
}

/**
 * Whether a page may request an address: the app's own files, data in memory (`data:`, `blob:`), the developer tools,
 * and the development server if there is one. Nothing else enters or leaves the app.
 *
 * @param developmentServer the server's address, `http://localhost:5173` or the like.
 */
export function requestAllowed(address: string, developmentServer: string | undefined): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  if (['data:', 'blob:', 'devtools:'].includes(protocol)) return true;
  if (protocol === `${SCHEME}:`) return host === HOST;
  if (developmentServer === undefined) return false;
  return ['http:', 'ws:'].includes(protocol) && host === new URL(developmentServer).host;
}

/**
 * Whether a page may navigate by itself: never, except that the development server reloads its own pages.
 *
 * @param developmentServer the server's address.
 */
export function navigationAllowed(address: string, developmentServer: string | undefined): boolean {
  if (developmentServer === undefined || !URL.canParse(address)) return false;
  return new URL(address).origin === new URL(developmentServer).origin;
}
