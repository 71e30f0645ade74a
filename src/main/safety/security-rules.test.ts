// Links may lead only to the web, requests only to the app, and pages nowhere.
import { describe, expect, it } from 'vitest';
import { linkAllowed, navigationAllowed, requestAllowed } from './security-rules.ts';

const SERVER = 'http://localhost:5173';

describe('linkAllowed', () => {
  it.each([
    'https://www.rferl.org/a/shanghai/31464928.html',
    'http://bulak.kg/2022/10/03/x',
    'HTTPS://EXAMPLE.ORG/',
    'https://example.org:8443/a?b=c#d',
    'https://[2001:db8::1]/',
    'https://ru.wikipedia.org/wiki/Бишкек',
    'https://bücher.example',
    'https://example.org?a@b',
    'https://example.org/@name',
    'https://example.org#@name',
    `https://example.org/${'a'.repeat(2028)}`,
  ])('opens %s', (address) => {
    expect(linkAllowed(address)).toBe(true);
  });

  it.each([
    ['script', 'javascript:alert(1)'],
    ['script with a host', 'javascript://example.org/%0aalert(1)'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:text/html,<script>alert(1)</script>'],
    ['mail', 'mailto:editor@example.org'],
    ['another program', 'vscode://file/etc/passwd'],
    ['a Windows share', 'smb://example.org/x'],
    ['a Windows handler', 'ms-msdt:/id'],
    ['the app itself', 'app://dateline/index.html'],
    ['a blank in front', ' https://example.org/'],
    ['a blank within', 'https://example.org/a b'],
    ['a line break', 'https://example.org/\n--x'],
    ['a NUL', 'https://example.org/\0'],
    ['backslashes', 'https:\\\\example.org\\'],
    ['a backslash in the path', 'https://example.org\\@elsewhere.example/'],
    ['one slash', 'https:/example.org'],
    ['no host', 'https://'],
    ['a name', 'https://www.rferl.org@elsewhere.example/'],
    ['a name and password', 'https://a:b@elsewhere.example/'],
    ['an empty name', 'https://@elsewhere.example/'],
    ['an empty name and password', 'https://:@elsewhere.example/'],
    ['a name behind an empty host', 'https:///www.rferl.org@elsewhere.example/'],
    ['three slashes', 'https:///example.org/'],
    ['a name in disguise', 'https://www.rferl.org%40elsewhere.example/'],
    ['a name before nothing', 'https://www.rferl.org@'],
    ['only a query', 'https://?example.org'],
    ['a host that is none', 'https://exa<mple.org/'],
    ['no scheme', 'example.org'],
    ['an empty address', ''],
    ['an address too long for Windows', `https://example.org/${'a'.repeat(2029)}`],
  ])('refuses %s', (_case, address) => {
    expect(linkAllowed(address)).toBe(false);
  });
});

describe('requestAllowed', () => {
  it.each([
    ['app://dateline/index.html', undefined, true],
    ['app://dateline/assets/x.js', SERVER, true],
    ['data:image/png;base64,AA', undefined, true],
    ['blob:app://dateline/6f1e', undefined, true],
    ['devtools://devtools/bundled/x.js', undefined, true],
    ['http://localhost:5173/main.tsx', SERVER, true],
    ['ws://localhost:5173/?token=x', SERVER, true],
    ['http://localhost:5173/main.tsx', undefined, false],
    ['ws://localhost:5173/', undefined, false],
    ['http://localhost:5174/', SERVER, false],
    ['https://localhost:5173/', SERVER, false],
    ['app://elsewhere/index.html', undefined, false],
    ['https://example.org/', undefined, false],
    ['https://example.org/', SERVER, false],
    ['wss://example.org/', undefined, false],
    ['ftp://example.org/', undefined, false],
    ['file:///etc/passwd', undefined, false],
    ['chrome://gpu', undefined, false],
    ['', undefined, false],
  ])('%s with the development server %s: %s', (address, server, allowed) => {
    expect(requestAllowed(address, server)).toBe(allowed);
  });
});

describe('navigationAllowed', () => {
  it.each([
    ['app://dateline/index.html', undefined, false],
    ['app://dateline/figure.html', undefined, false],
    ['https://example.org/', undefined, false],
    ['about:blank', undefined, false],
    ['http://localhost:5173/index.html', undefined, false],
    ['http://localhost:5173/index.html', SERVER, true],
    ['http://localhost:5173.example.org/', SERVER, false],
    ['https://localhost:5173/', SERVER, false],
    ['app://dateline/index.html', SERVER, false],
    ['javascript:alert(1)', SERVER, false],
    ['', SERVER, false],
  ])('to %s with the development server %s: %s', (address, server, allowed) => {
    expect(navigationAllowed(address, server)).toBe(allowed);
  });
});
