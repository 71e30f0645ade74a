// A host in other letters is shown in ASCII as well, any other address unchanged; a domain says it in few words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressWithHost, asciiHost, canParse, domainOf } from './hosts.ts';

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

describe('domainOf', () => {
  it.each([
    ['https://tass.com/world/1329517', 'tass.com'],
    ['https://www.usatoday.com/story/?a#b', 'usatoday.com'],
    ['HTTP://WWW.Example.ORG:8443', 'example.org'],
    ['https://gandhara.rferl.org/a', 'gandhara.rferl.org'],
    ['https://www.com/', 'www.com'],
    ['https://wwwhere.example/', 'wwwhere.example'],
    ['https://[2001:DB8::1]:80/', '[2001:db8::1]'],
    ['https://[2001:0DB8::1]/', '[2001:db8::1]'],
    ['not an address', 'not an address'],
    ['', ''],
  ])('%s is at %s', (address, domain) => {
    expect(domainOf(address)).toBe(domain);
  });

  it.each([
    ['https://bücher.example/a?b#c', 'bücher.example (xn--bcher-kva.example)'],
    ['https://WWW.BÜCHER.example', 'bücher.example (xn--bcher-kva.example)'],
    ['https://аррӏе.com/', 'аррӏе.com (xn--80ak6aa92e.com)'],
    ['https://акипресс.кг/', 'акипресс.кг (xn--80akih0agia.xn--c1an)'],
    ['https://0x7f.1/', '0x7f.1 (127.0.0.1)'],
  ])('%s is at %s, in both spellings', (address, domain) => {
    expect(domainOf(address)).toBe(domain);
  });

  it.each([
    ['https://rferl.org@evil.example/', 'evil.example'],
    ['https://rferl.org:443@evil.example/', 'evil.example'],
    ['https://evil.example\\@rferl.org/', 'evil.example'],
    ['https://b%C3%BCcher.example/', 'xn--bcher-kva.example'],
    ['https://exam\u00adple.org/', 'example.org'],
    ['https://\u202eelpmaxe.org/', null],
  ])('%s passes for no other', (address, domain) => {
    expect(domainOf(address)).toBe(domain ?? address);
  });

  it('always has the host that an address leads to in it', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (address) => {
        const { hostname } = new URL(address);
        expect(domainOf(address)).toBe(hostname.replace(/^www\.(?=.+\.)/, ''));
      }),
    );
    const letters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(letters, (text) => {
        const address = `https://${text}.example/`;
        fc.pre(URL.canParse(address));
        expect(domainOf(address)).toContain(new URL(address).hostname.replace(/^www\./, ''));
      }),
    );
  });
});

describe('canParse', () => {
  it.each([
    'https://bücher.example/',
    'https://¡!example.org/x',
    'https://акипресс.кг/',
    'https://example.org/é',
  ])('%s is an address, however often that is asked', (address) => {
    let parsed = 0;
    for (let asked = 0; asked < 50_000; asked += 1) if (canParse(address)) parsed += 1;
    expect(parsed).toBe(50_000);
  });

  it.each(['', 'é', 'https://', 'https://[é'])('“%s” is none', (address) => {
    expect(canParse(address)).toBe(false);
  });
});
