// Every call is checked for its sender and its arguments.
import { describe, expect, it } from 'vitest';
import type { Contract } from '../shared/ipc.ts';
import { argumentsOf } from './ipc-arguments.ts';
import { CALLERS, CHANNELS, senderAllowed, type Sender } from './ipc-rules.ts';
import { pageAddresses } from './pages.ts';

describe('senderAllowed', () => {
  const addresses = pageAddresses(undefined);
  const main: Sender = { page: 'main', mainFrame: true, address: 'app://dateline/index.html' };
  const figure: Sender = { page: 'figure', mainFrame: true, address: 'app://dateline/figure.html' };

  it.each(CHANNELS)('%s answers one page alone', (channel) => {
    expect([senderAllowed(channel, main, addresses), senderAllowed(channel, figure, addresses)]).toEqual([
      CALLERS[channel] === 'main',
      CALLERS[channel] === 'figure',
    ]);
  });

  it('gives the figure page its job and nothing else', () => {
    expect(CHANNELS.filter((channel) => CALLERS[channel] === 'figure')).toEqual(['figureJob', 'figureDrawn']);
  });

  it.each<[string, Sender]>([
    ['a frame within the page', { ...main, mainFrame: false }],
    ['a window that main did not open', { ...main, page: undefined }],
    ['the figure’s page in the main window', { ...main, address: figure.address }],
    ['the main page in the figure’s window', { ...figure, address: main.address }],
    ['the web', { ...main, address: 'https://example.org/index.html' }],
    ['a file', { ...main, address: 'file:///index.html' }],
    ['an empty page', { ...main, address: 'about:blank' }],
    ['another host', { ...main, address: 'app://elsewhere/index.html' }],
    ['another file', { ...main, address: 'app://dateline/assets/index.html' }],
    ['the page with a query', { ...main, address: 'app://dateline/index.html?x' }],
    ['no address', { ...main, address: '' }],
  ])('refuses %s', (_case, sender) => {
    expect(CHANNELS.filter((channel) => senderAllowed(channel, sender, addresses))).toEqual([]);
  });

  it('answers the development server’s pages only where there is one', () => {
    const sender: Sender = { ...main, address: 'http://localhost:5173/index.html' };
    expect(senderAllowed('loadDocument', sender, pageAddresses('http://localhost:5173'))).toBe(true);
    expect(senderAllowed('loadDocument', sender, addresses)).toBe(false);
    expect(senderAllowed('loadDocument', main, pageAddresses('http://localhost:5173'))).toBe(false);
  });
});

describe('argumentsOf', () => {
  const request = { window: { start: 0, end: 1 }, width: 1200, height: 600, scale: 2, theme: 'light' };

  it.each<[keyof Contract, readonly unknown[]]>([
    ['loadDocument', []],
    ['chooseDocument', []],
    ['loadBundledDocument', []],
    ['exportFigure', [request]],
    ['exportFigure', [{ ...request, window: { start: -8.64e15, end: 8.64e15 } }]],
    ['exportFigure', [{ ...request, width: 200, height: 100, scale: 1 }]],
    ['exportFigure', [{ ...request, width: 16_384, height: 16_384, scale: 8, theme: 'dark' }]],
    ['exportFigure', [{ ...request, scale: 1.5 }]],
    ['copyFigure', [request]],
    ['showExportedFigure', []],
    ['openLink', ['https://example.org/']],
    ['figureJob', []],
    ['figureDrawn', []],
  ])('%s takes %j', (channel, given) => {
    expect(argumentsOf(channel, given)).toEqual(given);
  });

  it.each(CHANNELS)('%s takes no argument too many', (channel) => {
    expect(argumentsOf(channel, [request, request])).toBeUndefined();
    expect(argumentsOf(channel, ['https://example.org/', undefined])).toBeUndefined();
  });

  it.each<[string, keyof Contract, readonly unknown[]]>([
    ['no request', 'exportFigure', []],
    ['a request that is none', 'exportFigure', [null]],
    ['a path', 'exportFigure', ['/etc/passwd']],
    ['a request with a path', 'exportFigure', [{ ...request, path: '/etc/passwd' }]],
    ['a window that ends before it starts', 'exportFigure', [{ ...request, window: { start: 1, end: 0 } }]],
    ['a window of no length', 'exportFigure', [{ ...request, window: { start: 1, end: 1 } }]],
    ['a window without an end', 'exportFigure', [{ ...request, window: { start: 0, end: Infinity } }]],
    ['a window that is no time', 'exportFigure', [{ ...request, window: { start: NaN, end: 1 } }]],
    [
      'a window beyond what dates hold',
      'exportFigure',
      [{ ...request, window: { start: -8.65e15, end: 1 } }],
    ],
    ['a window in words', 'exportFigure', [{ ...request, window: { start: '0', end: '1' } }]],
    ['half a pixel', 'exportFigure', [{ ...request, width: 1200.5 }]],
    ['a figure too narrow', 'exportFigure', [{ ...request, width: 199 }]],
    ['a figure too wide', 'exportFigure', [{ ...request, width: 16_385 }]],
    ['a figure too low', 'exportFigure', [{ ...request, height: 99 }]],
    ['a figure too high', 'exportFigure', [{ ...request, height: 16_385 }]],
    ['a scale too small', 'exportFigure', [{ ...request, scale: 0.5 }]],
    ['a scale too large', 'exportFigure', [{ ...request, scale: 9 }]],
    ['an unknown theme', 'copyFigure', [{ ...request, theme: 'system' }]],
    ['an address that is no text', 'openLink', [{ href: 'https://example.org/' }]],
    ['no address', 'openLink', []],
  ])('refuses %s', (_case, channel, given) => {
    expect(argumentsOf(channel, given)).toBeUndefined();
  });
});
