// Settings survive from launch to launch, and a broken file affects nothing else.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { DEFAULT_SETTINGS, openSettings, parseSettings, type Settings } from './settings.ts';

const FULL: Settings = {
  bounds: { x: -10, y: 20, width: 1000, height: 700 },
  maximized: true,
  theme: 'dark',
  panel: { width: 512, card: 0.4, folded: true },
  figureFolder: '/home/reader/Сүрөттөр',
  figure: { format: 'svg' },
  recent: ['/home/reader/a.dateline', '/home/reader/Сүрөттөр/b.dateline'],
};

/** Settings with one invalid field in the panel's layout. */
const broken = (part: object): string =>
  JSON.stringify({ maximized: false, theme: 'dark', panel: { ...FULL.panel, ...part } });

describe('parseSettings', () => {
  it.each([FULL, DEFAULT_SETTINGS])('reads what is written', (settings) => {
    expect(parseSettings(JSON.stringify(settings))).toEqual(settings);
  });

  it('leaves out what it does not know', () => {
    expect(parseSettings('{"maximized":false,"theme":"light","zoom":3}')).toEqual({
      maximized: false,
      theme: 'light',
    });
  });

  it.each([
    ['an empty file', ''],
    ['half a file', '{"maximized":tr'],
    ['a number', '1'],
    ['null', 'null'],
    ['nothing', '{}'],
    ['an unknown theme', '{"maximized":false,"theme":"sepia"}'],
    ['no theme', '{"maximized":false}'],
    ['maximized in words', '{"maximized":"yes","theme":"dark"}'],
    ['bounds without a height', '{"maximized":false,"theme":"dark","bounds":{"x":0,"y":0,"width":9}}'],
    ['bounds of no width', '{"maximized":false,"theme":"dark","bounds":{"x":0,"y":0,"width":0,"height":9}}'],
    [
      'bounds between pixels',
      '{"maximized":false,"theme":"dark","bounds":{"x":0.5,"y":0,"width":9,"height":9}}',
    ],
    ['bounds that are none', '{"maximized":false,"theme":"dark","bounds":null}'],
    ['recent documents that are no list', '{"maximized":false,"theme":"dark","recent":"/a"}'],
    ['a recent document that is no text', '{"maximized":false,"theme":"dark","recent":["/a",7]}'],
    ['a panel of no width', broken({ width: 0 })],
    ['a panel wider than any screen', broken({ width: 20_001 })],
    ['a card that leaves the article no room', broken({ card: 1 })],
    ['a panel folded in words', broken({ folded: 'yes' })],
    ['a panel with more to it', broken({ height: 3 })],
    ['a panel that is none', '{"maximized":false,"theme":"dark","panel":null}'],
    ['a folder that is no text', '{"maximized":false,"theme":"dark","figureFolder":7}'],
  ])('refuses %s', (_case, text) => {
    expect(parseSettings(text)).toBeUndefined();
  });
});

describe('openSettings', () => {
  let folder: string;
  let path: string;
  let logged: MockInstance;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-settings-'));
    path = join(folder, 'settings.json');
    vi.useFakeTimers();
    logged = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  it('starts from the defaults at a first launch, and writes nothing', () => {
    const settings = openSettings(path);
    settings.flush();
    expect(settings.current()).toEqual(DEFAULT_SETTINGS);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('remembers what was changed', () => {
    const settings = openSettings(path);
    settings.change(FULL);
    settings.flush();
    expect(openSettings(path).current()).toEqual(FULL);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('writes over what a run left that was killed while it wrote', () => {
    writeFileSync(`${path}.tmp`, '{"theme":'.repeat(1000));
    const settings = openSettings(path);
    settings.change(FULL);
    settings.flush();
    expect(openSettings(path).current()).toEqual(FULL);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('writes once after many changes', () => {
    const settings = openSettings(path);
    settings.change({ theme: 'dark' });
    vi.advanceTimersByTime(400);
    settings.change({ theme: 'light' });
    vi.advanceTimersByTime(400);
    expect(readdirSync(folder)).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(openSettings(path).current()).toEqual({ maximized: false, theme: 'light' });
  });

  it('makes the folder where it is missing', () => {
    const deep = join(folder, 'a', 'b', 'settings.json');
    const settings = openSettings(deep);
    settings.change({ theme: 'dark' });
    settings.flush();
    expect(openSettings(deep).current().theme).toBe('dark');
  });

  it('keeps a broken file aside', () => {
    writeFileSync(path, '{"theme":');
    expect(openSettings(path).current()).toEqual(DEFAULT_SETTINGS);
    expect(readdirSync(folder)).toEqual(['settings.broken.json']);
    expect(readFileSync(join(folder, 'settings.broken.json'), 'utf8')).toBe('{"theme":');
  });

  it('goes on where it cannot write, and tells it once until it can', () => {
    writeFileSync(join(folder, 'file'), '');
    const told: string[] = [];
    const settings = openSettings(join(folder, 'file', 'settings.json'), ({ code }) => told.push(code));
    settings.change({ theme: 'dark' });
    settings.flush();
    expect(settings.current().theme).toBe('dark');
    expect(logged).toHaveBeenCalledOnce();
    settings.change({ theme: 'light' });
    settings.flush();
    expect(told).toEqual(['settings-not-kept']);
    rmSync(join(folder, 'file'));
    settings.flush();
    expect(openSettings(join(folder, 'file', 'settings.json')).current().theme).toBe('light');
    rmSync(join(folder, 'file'), { recursive: true });
    writeFileSync(join(folder, 'file'), '');
    settings.change({ theme: 'dark' });
    settings.flush();
    expect(told).toEqual(['settings-not-kept', 'settings-not-kept']);
  });
});
