// Maps an address of the app's own scheme to a file and its headers.
import { extname, join } from 'node:path';
import { HOST, SCHEME } from './pages.ts';

/** A file that may be served. */
export interface ServedFile {
  /** Absolute. */
  readonly path: string;
  /** MIME type, with the character set for text. */
  readonly type: string;
}

/** The kinds of file that the built pages consist of; no others are served. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.woff2', 'font/woff2'],
  ['.ttf', 'font/ttf'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
]);

/**
 * Names as the bundler writes them. They exclude `..` `%` `\` and NUL, so a path cannot climb, hide or be read in two
 * ways.
 */
const PLAIN_PATH = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+$/;

/**
 * The file below `root` that an address names, or `undefined` if it must not be served: another scheme or host, a path
 * with anything unusual, or a kind of file that is not the app's. A query is ignored.
 *
 * @param root absolute folder.
 */
export function servedFile(root: string, address: string): ServedFile | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, host, username, password, pathname } = new URL(address);
  if (protocol !== `${SCHEME}:` || host !== HOST || username !== '' || password !== '') return undefined;
  const type = TYPES.get(extname(pathname));
  return type === undefined || !PLAIN_PATH.test(pathname) ? undefined : { path: join(root, pathname), type };
}

/** Everything comes from the app itself; nothing is inline, fetched or framed. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The headers of every answer.
 *
 * @param type MIME type.
 */
export function headersFor(type: string): Readonly<Record<string, string>> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  };
}
