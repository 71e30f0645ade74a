// Serves the built pages over the app's own scheme, from one folder, in every session.
import { readFileSync } from 'node:fs';
import { app, protocol, type ProtocolResponse } from 'electron';
import { log } from '../system/log.ts';
import { SCHEME } from './pages.ts';
import { headersFor, servedFile } from './protocol-rules.ts';

/** What is known of the files that were served. */
export interface Served {
  /** Resolves once the first page has its scripts; never where they are not served here. */
  readonly firstScripts: Promise<void>;
}

/** A page asks for its scripts together: one that asks for no more within so many milliseconds has them all. */
const TOGETHER = 3;

/**
 * Serves the files below `root` over the scheme. Call this before Electron is ready.
 *
 * @param root absolute folder.
 * @returns what tells when files were served.
 */
export function setupProtocol(root: string): Served {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let served: () => void;
  const firstScripts = new Promise<void>((resolve) => {
    served = resolve;
  });
  const note = (address: string): void => {
    if (!address.endsWith('.js')) return;
    clearTimeout(timer);
    timer = setTimeout(served, TOGETHER);
  };
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
  app.on('session-created', (session) => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- `handle` loads all of `fetch` at launch, see docs/decisions/main.md
    session.protocol.registerBufferProtocol(SCHEME, ({ method, url }, reply) => {
      reply(answer(root, method, url));
      note(url);
    });
  });
  return { firstScripts };
}

function answer(root: string, method: string, address: string): ProtocolResponse {
  if (method !== 'GET' && method !== 'HEAD') {
    log(`refused to answer a request other than to read: ${method}`, address);
    return { ...words('Method not allowed', { Allow: 'GET, HEAD' }), statusCode: 405 };
  }
  const file = servedFile(root, address);
  const data = file && contentsOf(file.path);
  if (file === undefined || data === undefined) {
    log('nothing is served at an address', address);
    return { ...words('Not found'), statusCode: 404 };
  }
  return { data, headers: headersFor(file.type) };
}

/**
 * The bytes of a file, or `undefined` if it cannot be read. At once: a promise comes back to main four times for each file,
 * and the page waits; the largest file takes half a millisecond.
 */
function contentsOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function words(text: string, headers?: Record<string, string>): ProtocolResponse {
  return {
    data: Buffer.from(text),
    headers: { ...headersFor('text/plain; charset=utf-8'), ...headers },
  };
}
