// Shows a host in other letters in ASCII as well, and any other address unchanged.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressWithHost, asciiHost } from './hosts.ts';

describe('asciiHost', () => {
  it.each([
    ['https://bücher.example/a?b#c', 'xn--bcher-kva.example'],
    ['https://BÜCHER.example', 'xn--bcher-kva.example'],
    ['https://b%C3%BCcher.example/', 'xn--bcher-kva.example'],
    ['https://аррӏе.com/', 'xn--80ak6aa92e.com'],
    ['https://акипресс.кг/', 'xn--80akih0agia.xn--c1an'],
    ['http://ｅｘａｍｐｌｅ．org/', 'example.org'],
    ['https://exam\u00adple.org/', 'example.org'],
    ['https://faß.example/', 'xn--fa-hia.example'],
    ['https://0x7f.1/', '127.0.0.1'],
    ['https://2130706433/', '127.0.0.1'],
  ])('%s leads to %s', (address, host) => {
    expect(asciiHost(address)).toBe(host);
    expect(addressWithHost(address)).toBe(`${address} (${host})`);
  });

  it.each([
    'https://example.org/',
    'https://example.org',
    'HTTPS://Example.ORG:8443/Бишкек?ü',
    'https://xn--bcher-kva.example/',
    'https://[2001:DB8::1]/',
    'https://127.0.0.1/',
    'not an address',
    '',
  ])('%s says it itself', (address) => {
    expect(asciiHost(address)).toBeNull();
    expect(addressWithHost(address)).toBe(address);
  });

  it('leaves no address without a host in ASCII to read', () => {
    const letters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(letters, (text) => {
        const address = `https://${text}.example/`;
        fc.pre(URL.canParse(address));
        expect(addressWithHost(address).toLowerCase()).toContain(new URL(address).hostname);
      }),
    );
  });
});
