// Checks the sender and the arguments of every call.
import { describe, expect, it } from 'vitest';
import { CHANNEL_NAMES, CHANNELS, type Contract } from '../../shared/ipc.ts';
import { areArguments } from './arguments.ts';
import { senderAllowed, type Sender } from './callers.ts';
import { pageAddresses } from './pages.ts';

describe('senderAllowed', () => {
  const addresses = pageAddresses(undefined);
  const main: Sender = { page: 'main', mainFrame: true, address: 'app://dateline/index.html' };
  const figure: Sender = { page: 'figure', mainFrame: true, address: 'app://dateline/figure.html' };

  it.each(CHANNEL_NAMES)('%s answers one page alone', (channel) => {
    expect([senderAllowed(channel, main, addresses), senderAllowed(channel, figure, addresses)]).toEqual([
      CHANNELS[channel].caller === 'main',
      CHANNELS[channel].caller === 'figure',
    ]);
  });

  it('gives the figure page its job and nothing else', () => {
    expect(CHANNEL_NAMES.filter((channel) => CHANNELS[channel].caller === 'figure')).toEqual([
      'figureJob',
      'figureDrawn',
      'figureFailed',
    ]);
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
    expect(CHANNEL_NAMES.filter((channel) => senderAllowed(channel, sender, addresses))).toEqual([]);
  });

  it('answers the development server’s pages only where there is one', () => {
    const sender: Sender = { ...main, address: 'http://localhost:5173/index.html' };
    expect(senderAllowed('loadDocument', sender, pageAddresses('http://localhost:5173'))).toBe(true);
    expect(senderAllowed('loadDocument', sender, addresses)).toBe(false);
    expect(senderAllowed('loadDocument', main, pageAddresses('http://localhost:5173'))).toBe(false);
  });
});

describe('areArguments', () => {
  const options = {
    content: { kind: 'view', window: { start: 0, end: 1 } },
    width: 1200,
    height: 600,
    scale: 2,
    theme: 'light',
    transparent: false,
    parts: { title: true, legend: true, sources: true, credit: true, note: false },
  };
  const figure = (change: object): object => ({ options: { ...options, ...change }, format: 'png' });
  const view = (start: unknown, end: unknown): object =>
    figure({ content: { kind: 'view', window: { start, end } } });
  const request = figure({});
  const editOf = (changes: readonly object[], over: object = {}): object => ({
    kind: 'edit',
    edit: { name: 'Edit', changes, ...over },
    at: '2026-11-28T12:00:00.000Z',
    joins: false,
  });

  it.each<[keyof Contract, readonly unknown[]]>([
    ['loadDocument', []],
    ['chooseDocument', []],
    ['loadBundledDocument', []],
    ['newDocument', []],
    ['takeStep', [1, { kind: 'undo' }]],
    ['takeStep', [1, editOf([{ kind: 'event', id: 'a', before: null, after: '{}' }])]],
    ['takeStep', [1, editOf([{ kind: 'lane', before: { at: 0, json: '{}' }, after: null }])]],
    ['takeStep', [1, editOf([{ kind: 'head', before: '{}', after: '{}' }], { merge: 'head:title' })]],
    ['bringChanges', [0, [{ kind: 'event', id: 'a', before: null, after: '{}' }]]],
    ['saveDocument', ['own']],
    ['fieldsFinished', [1]],
    ['leftChanges', []],
    ['recoverChanges', ['0123456789abcdef']],
    ['setAsideChanges', ['0123456789abcdef']],
    ['earlierVersions', []],
    ['openVersion', ['1-saved-5-0123456789abcdef']],
    ['restoreVersion', ['1-saved-5-0123456789abcdef']],
    ['reloadFile', []],
    ['keepMine', []],
    ['compareWith', [{ kind: 'file' }]],
    ['compareWith', [{ kind: 'version', id: '1-saved-5-0123456789abcdef' }]],
    ['compareWith', [{ kind: 'left', id: '0123456789abcdef' }]],
    ['keepMenu', [{ undo: 'Move “SCO summit”', redo: null }]],
    ['retryDocument', []],
    ['showFailedDocument', []],
    ['exportFigure', [request]],
    ['exportFigure', [view(-8.64e15, 8.64e15)]],
    ['exportFigure', [figure({ width: 200, height: 100, scale: 1 })]],
    ['exportFigure', [figure({ width: 16_384, height: 16_384, scale: 8, theme: 'dark' })]],
    ['exportFigure', [figure({ width: 1122.52, height: 793.7, scale: 3.125, transparent: true })]],
    ['exportFigure', [figure({ content: { kind: 'whole' } })]],
    ['exportFigure', [figure({ lanes: ['talks', 'war'] })]],
    ['exportFigure', [figure({ content: { kind: 'dates', from: '2021', to: 'soon' } })]],
    ['exportFigure', [figure({ events: { kind: 'found', query: '' } })]],
    ['exportFigure', [figure({ events: { kind: 'selected', ids: ['a', 'b'] } })]],
    ['exportFigure', [figure({ events: { kind: 'importance', least: 5 } })]],
    ['exportFigure', [figure({ fold: true, compared: ['a', 'b'] })]],
    ['exportFigure', [figure({ words: {} })]],
    ['exportFigure', [figure({ words: { title: 'x'.repeat(500), credit: '<b>' } })]],
    ['exportFigure', [{ options, format: 'svg' }]],
    ['copyFigure', [options]],
    ['previewFigure', [{ options, format: 'pdf' }, null]],
    ['previewFigure', [request, 2]],
    ['previewFigure', [request, 0.25]],
    ['drawForPaper', [options]],
    ['printPage', [true]],
    ['houseStyle', []],
    ['rememberHouseStyle', [{}]],
    ['rememberHouseStyle', [{ fonts: { text: 'Georgia' }, colours: { lanes: { War: 'red' } } }]],
    ['installedFonts', []],
    [
      'exportFigure',
      [figure({ style: { fonts: { titles: 'Source Sans 3' }, colours: { order: ['#0b3d91'] } } })],
    ],
    ['figureDrawn', [{ refused: null, pages: 0, leftOut: null, svg: [], folds: 0, missingFont: 'text' }]],
    ['cancelFigure', []],
    ['lastFigure', []],
    ['showExportedFigure', []],
    ['openLink', ['https://example.org/']],
    ['recentDocuments', []],
    ['openRecent', ['one.dateline – other']],
    ['openWaitingDocument', []],
    ['openDropped', ['/home/reader/a.dateline']],
    ['openDropped', ['']],
    ['readArticle', ['/home/reader/news.html']],
    ['cancelOpening', []],
    ['previewImport', [{ mapping: null, assume: ['Date=day-first'] }]],
    [
      'previewImport',
      [{ mapping: { heads: true, fields: { title: { columns: ['A', '#2'] } } }, assume: [] }],
    ],
    ['answerImport', [null]],
    [
      'answerImport',
      [{ mapping: { heads: false, fields: { lane: { fixed: 'Roads' } } }, assume: [], where: 'open' }],
    ],
    ['importFile', []],
    ['importText', ['Title\tDate', null]],
    ['importText', ['A\tB', { mapping: null, assume: [] }]],
    ['saveReport', ['Import of a.csv', 'line 3: nothing']],
    ['keepPlace', [{ window: { start: 0, end: 1 }, selected: null }]],
    ['keepPlace', [{ window: { start: -1e12, end: 1e12 }, selected: 'sco-summit' }]],
    ['about', []],
    ['copyVersion', []],
    ['copyText', ['Fall of Kabul']],
    ['rememberPanel', [{ width: null, card: null, folded: true }]],
    ['rememberPanel', [{ width: 403.5, card: 0.4, folded: false }]],
    ['figureJob', []],
    ['figureDrawn', [{ refused: null, pages: 1, leftOut: null, svg: [], folds: 0 }]],
    [
      'figureDrawn',
      [{ refused: 'Too small.', pages: 0, leftOut: 'A note.', svg: ['<svg/>', '<svg/>'], folds: 2 }],
    ],
    ['figureFailed', [{ name: '', message: '', stack: '' }]],
    ['figureFailed', [{ name: 'x'.repeat(100), message: 'x'.repeat(1000), stack: 'x'.repeat(4000) }]],
  ])('%s takes %j', (channel, given) => {
    expect(areArguments(channel, given)).toBe(true);
  });

  it.each(CHANNEL_NAMES)('%s takes no argument too many', (channel) => {
    expect(areArguments(channel, [request, request])).toBe(false);
    expect(areArguments(channel, ['https://example.org/', undefined])).toBe(false);
  });

  it.each<[string, keyof Contract, readonly unknown[]]>([
    ['a panel of no width', 'rememberPanel', [{ width: 0, card: null, folded: false }]],
    ['a panel with more to it', 'rememberPanel', [{ width: null, card: null, folded: false, path: '/' }]],
    ['a picture for text', 'copyText', [new Uint8Array(1)]],
    ['no text', 'copyText', []],
    ['no request', 'exportFigure', []],
    ['a request that is none', 'exportFigure', [null]],
    ['a path', 'exportFigure', ['/etc/passwd']],
    ['a request with a path', 'exportFigure', [{ options, format: 'png', path: '/etc/passwd' }]],
    ['a window that ends before it starts', 'exportFigure', [view(1, 0)]],
    ['a window of no length', 'exportFigure', [view(1, 1)]],
    ['a window without an end', 'exportFigure', [view(0, Infinity)]],
    ['a window that is no time', 'exportFigure', [view(NaN, 1)]],
    ['a window beyond what dates hold', 'exportFigure', [view(-8.65e15, 1)]],
    ['a window in words', 'exportFigure', [view('0', 1)]],
    ['a view without a window', 'exportFigure', [figure({ content: { kind: 'view' } })]],
    ['dates without an end', 'exportFigure', [figure({ content: { kind: 'dates', from: '2021' } })]],
    ['an unknown content', 'exportFigure', [figure({ content: { kind: 'part' } })]],
    ['a preview of no pixels', 'previewFigure', [request, 0]],
    ['a preview sharper than a figure', 'previewFigure', [request, 8.1]],
    ['a preview of a scale in words', 'previewFigure', [request, '2']],
    ['paper that neither lies nor stands', 'printPage', [null]],
    ['a path to print', 'printPage', ['/etc/passwd']],
    [
      'a font with a way out of its quotes',
      'exportFigure',
      [figure({ style: { fonts: { text: 'x"; }' } } })],
    ],
    ['a colour with more to it', 'rememberHouseStyle', [{ colours: { order: ['#0b3d91; x'] } }]],
    ['a style with more to it', 'rememberHouseStyle', [{ css: 'x' }]],
    ['a figure too narrow', 'exportFigure', [figure({ width: 199 })]],
    ['a figure too wide', 'exportFigure', [figure({ width: 16_385 })]],
    ['a figure too low', 'exportFigure', [figure({ height: 99 })]],
    ['a figure too high', 'exportFigure', [figure({ height: 16_385 })]],
    ['a width that is no number', 'exportFigure', [figure({ width: NaN })]],
    ['a scale too small', 'exportFigure', [figure({ scale: 0.5 })]],
    ['a scale too large', 'exportFigure', [figure({ scale: 9 })]],
    ['an unknown theme', 'exportFigure', [figure({ theme: 'system' })]],
    ['an unknown format', 'exportFigure', [{ options, format: 'gif' }]],
    ['half transparent', 'exportFigure', [figure({ transparent: 0.5 })]],
    ['a part that is not said', 'exportFigure', [figure({ parts: { title: true } })]],
    ['a figure of no lanes', 'exportFigure', [figure({ lanes: [] })]],
    ['a figure of one lane twice', 'exportFigure', [figure({ lanes: ['war', 'war'] })]],
    ['a figure of lanes by their places', 'exportFigure', [figure({ lanes: [0] })]],
    ['events of no kind', 'exportFigure', [figure({ events: { kind: 'all' } })]],
    [
      'a query without end',
      'exportFigure',
      [figure({ events: { kind: 'found', query: 'x'.repeat(1_001) } })],
    ],
    ['no selected event', 'exportFigure', [figure({ events: { kind: 'selected', ids: [] } })]],
    ['events by their places', 'exportFigure', [figure({ events: { kind: 'selected', ids: [0] } })]],
    ['an importance too high', 'exportFigure', [figure({ events: { kind: 'importance', least: 6 } })]],
    ['half an importance', 'exportFigure', [figure({ events: { kind: 'importance', least: 2.5 } })]],
    ['an event compared with itself', 'exportFigure', [figure({ compared: ['a', 'a'] })]],
    ['three compared events', 'exportFigure', [figure({ compared: ['a', 'b', 'c'] })]],
    ['a fold in words', 'exportFigure', [figure({ fold: 'yes' })]],
    ['a title too long', 'exportFigure', [figure({ words: { title: 'x'.repeat(501) } })]],
    ['a credit too long', 'exportFigure', [figure({ words: { credit: 'x'.repeat(1_001) } })]],
    ['a title of nothing', 'exportFigure', [figure({ words: { title: '' } })]],
    ['words for another part', 'exportFigure', [figure({ words: { legend: 'Legend' } })]],
    ['a request for the clipboard', 'copyFigure', [request]],
    ['a drawing of unknown pages', 'figureDrawn', [{ refused: null, leftOut: null, svg: [], folds: 0 }]],
    [
      'a drawing of half a page',
      'figureDrawn',
      [{ refused: null, pages: 0.5, leftOut: null, svg: [], folds: 0 }],
    ],
    [
      'a drawing of half a fold',
      'figureDrawn',
      [{ refused: null, pages: 1, leftOut: null, svg: [], folds: 0.5 }],
    ],
    ['a drawing that says nothing', 'figureDrawn', []],
    ['a fault that says nothing', 'figureFailed', []],
    ['a fault without a stack', 'figureFailed', [{ name: 'Error', message: 'x' }]],
    ['a fault of a long name', 'figureFailed', [{ name: 'x'.repeat(101), message: '', stack: '' }]],
    ['a fault of a long message', 'figureFailed', [{ name: '', message: 'x'.repeat(1001), stack: '' }]],
    ['a fault of a long stack', 'figureFailed', [{ name: '', message: '', stack: 'x'.repeat(4001) }]],
    ['the place of a recent document', 'openRecent', [0]],
    ['an address that is no text', 'openLink', [{ href: 'https://example.org/' }]],
    ['no address', 'openLink', []],
    ['a file that is no path', 'openDropped', [{ name: 'a.dateline' }]],
    ['several files', 'openDropped', ['/a', '/b']],
    [
      'a mapping of no field',
      'previewImport',
      [{ mapping: { heads: true, fields: { x: { fixed: '' } } }, assume: [] }],
    ],
    [
      'a mapping without heads or none',
      'answerImport',
      [{ mapping: { fields: {} }, assume: [], where: 'new' }],
    ],
    ['pasted text without a choice', 'importText', ['Title\tDate']],
    ['an import that goes nowhere', 'answerImport', [{ mapping: null, assume: [] }]],
    ['an endless answer', 'previewImport', [{ mapping: null, assume: ['x'.repeat(3_000)] }]],
    ['a report without a title', 'saveReport', ['line 3: nothing']],
    ['an article that is no path', 'readArticle', [{ name: 'news.html' }]],
    ['a place without a window', 'keepPlace', [{ selected: null }]],
    ['an event by its place', 'keepPlace', [{ window: { start: 0, end: 1 }, selected: 1 }]],
    ['a step of no kind', 'takeStep', [{ kind: 'jump' }]],
    ['an edit with a path', 'takeStep', [editOf([], { path: '/etc/passwd' })]],
    ['a change of no kind', 'takeStep', [editOf([{ kind: 'file', before: null, after: null }])]],
    [
      'a change of half a position',
      'takeStep',
      [1, editOf([{ kind: 'lane', before: { at: 0.5, json: '' }, after: null }])],
    ],
    ['changes that are none', 'bringChanges', [0, [{ kind: 'event', id: 'a', after: '{}' }]]],
    ['a record as an object', 'takeStep', [editOf([{ kind: 'head', before: {}, after: {} }])]],
    ['a path to save to', 'saveDocument', ['/etc/passwd']],
    ['changes by their place', 'recoverChanges', [0]],
    ['a comparison with a path', 'compareWith', [{ kind: 'file', path: '/etc/passwd' }]],
    ['a name too long for a menu', 'keepMenu', [{ undo: 'x'.repeat(201), redo: null }]],
    ['an answer to no request', 'fieldsFinished', [-1]],
  ])('refuses %s', (_case, channel, given) => {
    expect(areArguments(channel, given)).toBe(false);
  });
});
