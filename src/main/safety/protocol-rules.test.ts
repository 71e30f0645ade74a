// The app's scheme serves its own built files and nothing else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headersFor, servedFile } from './protocol-rules.ts';

describe('servedFile', () => {
  it.each([
    ['app://dateline/index.html', '/app/out/renderer/index.html', 'text/html; charset=utf-8'],
    [
      'app://dateline/index.html?x=../../etc/passwd#y',
      '/app/out/renderer/index.html',
      'text/html; charset=utf-8',
    ],
    [
      'app://dateline/assets/index-B_x9-1.js',
      '/app/out/renderer/assets/index-B_x9-1.js',
      'text/javascript; charset=utf-8',
    ],
    ['app://dateline/assets/a.b.css', '/app/out/renderer/assets/a.b.css', 'text/css; charset=utf-8'],
    ['app://dateline/assets/inter.woff2', '/app/out/renderer/assets/inter.woff2', 'font/woff2'],
    ['app://dateline/assets/inter.ttf', '/app/out/renderer/assets/inter.ttf', 'font/ttf'],
    // The URL parser itself removes these dots before the path is checked.
    ['app://dateline/../index.html', '/app/out/renderer/index.html', 'text/html; charset=utf-8'],
    ['app://dateline/assets/%2e%2e/index.html', '/app/out/renderer/index.html', 'text/html; charset=utf-8'],
  ])('serves %s', (address, path, type) => {
    expect(servedFile('/app/out/renderer', address)).toEqual({ path, type });
  });

  it.each([
    ['the bare host', 'app://dateline'],
    ['a folder', 'app://dateline/'],
    ['a folder below', 'app://dateline/assets/'],
    ['an encoded slash', 'app://dateline/..%2f..%2fetc%2fpasswd.js'],
    ['an encoded slash in capitals', 'app://dateline/..%2F..%2Fmain%2Findex.js'],
    ['an encoded backslash', 'app://dateline/..%5c..%5cmain%5cindex.js'],
    ['a backslash', 'app://dateline/..\\..\\main\\index.js'],
    ['a NUL', 'app://dateline/index.html%00.js'],
    ['a doubly encoded dot', 'app://dateline/%252e%252e/main/index.js'],
    ['an encoded letter', 'app://dateline/%69ndex.html'],
    ['an absolute path', 'app://dateline//etc/passwd.js'],
    ['a drive', 'app://dateline/C:/windows/x.js'],
    ['a hidden file', 'app://dateline/.env.js'],
    ['a hidden folder', 'app://dateline/.git/x.js'],
    ['a file of a kind that is not the app’s', 'app://dateline/index.js.map'],
    ['a file of no kind', 'app://dateline/index'],
    ['another host', 'app://elsewhere/index.html'],
    ['a host with a port', 'app://dateline:80/index.html'],
    ['a host with a name and password', 'app://a:b@dateline/index.html'],
    ['a host that starts alike', 'app://dateline.example/index.html'],
    ['no host', 'app:/index.html'],
    ['another scheme', 'file://dateline/index.html'],
    ['the web', 'https://dateline/index.html'],
    ['nothing', ''],
    ['no address', 'index.html'],
  ])('refuses %s', (_case, address) => {
    expect(servedFile('/app/out/renderer', address)).toBeUndefined();
  });

  it('never leaves its folder, whatever the path', () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '%2e', '%2f', '%5c', '\\', '/', '%00', '.js', 'a'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const file = servedFile('/app/out/renderer', `app://dateline/${pieces.join('')}`);
        expect(file === undefined || /^\/app\/out\/renderer\/[\w.-]+(\/[\w.-]+)*$/.test(file.path)).toBe(
          true,
        );
        expect(file?.path.includes('/..') ?? false).toBe(false);
      }),
    );
  });
});

describe('headersFor', () => {
  it('lets the pages load from the app alone, with nothing inline', () => {
    expect(headersFor('text/html; charset=utf-8')).toEqual({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
        "connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    });
  });
});
