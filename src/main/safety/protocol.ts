// Serves the built pages over the app's own scheme, from one folder.
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { log } from '../system/log.ts';
import { SCHEME } from './pages.ts';
import { headersFor, servedFile } from './protocol-rules.ts';

/** Makes the scheme known to Chromium; has to be called before Electron is ready. */
export function setupScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/**
 * Serves the files below `root` over the scheme.
 *
 * @param root absolute folder.
 */
export function setupProtocol(root: string): void {
  protocol.handle(SCHEME, async ({ url }) => {
    const file = servedFile(root, url);
    // `net.fetch` of a `file:` address would take the same file through the network service, several times slower.
    const body = file && (await readFile(file.path).catch(() => undefined));
    if (file === undefined || body === undefined) {
      log('nothing is served at an address', url);
      return new Response('Not found', { status: 404, headers: headersFor('text/plain; charset=utf-8') });
    }
    return new Response(body, { headers: headersFor(file.type) });
  });
}
