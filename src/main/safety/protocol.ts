// Serves the built pages over the app's own scheme, from one folder, in every session.
import { readFile } from 'node:fs/promises';
import { app, protocol } from 'electron';
import { log } from '../system/log.ts';
import { SCHEME } from './pages.ts';
import { headersFor, servedFile } from './protocol-rules.ts';

/**
 * Serves the files below `root` over the scheme. Call this before Electron is ready.
 *
 * @param root absolute folder.
 */
export function setupProtocol(root: string): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
  app.on('session-created', (session) => {
    session.protocol.handle(SCHEME, ({ method, url }) => answer(root, method, url));
  });
}

async function answer(root: string, method: string, address: string): Promise<Response> {
  if (method !== 'GET' && method !== 'HEAD') {
    log(`refused to answer a request other than to read: ${method}`, address);
    const headers = { ...headersFor('text/plain; charset=utf-8'), Allow: 'GET, HEAD' };
    return new Response('Method not allowed', { status: 405, headers });
  }
  const file = servedFile(root, address);
  // `net.fetch` of a `file:` address would send the file through the network service, several times slower.
  const body = file && (await readFile(file.path).catch(() => undefined));
  if (file === undefined || body === undefined) {
    log('nothing is served at an address', address);
    return new Response('Not found', { status: 404, headers: headersFor('text/plain; charset=utf-8') });
  }
  return new Response(body, { headers: headersFor(file.type) });
}
