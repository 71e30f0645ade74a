// Uses a display only if a server runs for it.
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { isServed } from './headless.ts';

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

describe.runIf(process.platform === 'linux')('isServed', () => {
  it.each(['', 'junk', ':', ':x', ':65000', 'unix:65000.0', 'localhost:59000', 'localhost:9999.0'])(
    '%j is no display',
    (display) => {
      expect(isServed(display)).toBe(false);
    },
  );

  it('knows a server by its abstract socket', async () => {
    server = createServer().listen('\0/tmp/.X11-unix/X64123');
    await once(server, 'listening');
    expect(isServed(':64123')).toBe(true);
    expect(isServed('unix:64123.1')).toBe(true);
    expect(isServed(':6412')).toBe(false);
  });

  it('knows what ssh forwards by its port', async () => {
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('there is no port');
    expect(isServed(`localhost:${address.port - 6000}.0`)).toBe(true);
  });

  it('believes another machine', () => {
    expect(isServed('desk.example:0')).toBe(true);
  });
});
