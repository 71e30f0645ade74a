// One list says what every key does, in the page, in the menu and to the reader.
import { describe, expect, it } from 'vitest';
import { COMMANDS } from './ipc.ts';
import { acceleratorFor, keyNames, SHORTCUTS, shortcutFor, type PressedKey } from './shortcuts.ts';

const all = SHORTCUTS.flatMap(({ shortcuts }) => shortcuts);

const press = (key: string, held: Partial<PressedKey> = {}): PressedKey => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('the list', () => {
  it('gives each key one action and each action one line', () => {
    const keys = all.flatMap((shortcut) => shortcut.keys.map((key) => JSON.stringify(key)));
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(all.map(({ action }) => action)).size).toBe(all.length);
  });

  it.each(all.flatMap(({ action, keys }) => keys.map((key) => [action, key] as const)))(
    'is what the keyboard does: %s',
    (action, { key, control = false, shift = false }) => {
      expect(shortcutFor(press(key, { ctrlKey: control, shiftKey: shift }), false)).toBe(action);
      expect(shortcutFor(press(key, { metaKey: control, shiftKey: shift }), true)).toBe(action);
    },
  );

  it('has a key for every command but those that the menu alone has', () => {
    const without = COMMANDS.filter((command) => acceleratorFor(command) === undefined);
    expect(without).toEqual([
      'open-bundled-document',
      'show-about',
      'show-format',
      'show-lanes',
      'show-all-lanes',
      'reset-lanes',
    ]);
  });
});

describe('shortcutFor', () => {
  it.each<[string, PressedKey, string | undefined]>([
    ['a letter with Caps Lock', press('N'), 'next-event'],
    ['a letter with Shift', press('N', { shiftKey: true }), 'compare-next'],
    ['a letter that Shift does nothing with', press('B', { shiftKey: true }), undefined],
    ['a letter with Ctrl and Caps Lock', press('E', { ctrlKey: true }), 'export-figure'],
    ['Ctrl with a plain key', press('n', { ctrlKey: true }), undefined],
    ['a sign that needs Shift', press('?', { shiftKey: true }), 'show-shortcuts'],
    ['plus with Shift', press('+', { shiftKey: true }), 'zoom-in'],
    ['an arrow with Shift', press('ArrowLeft', { shiftKey: true }), 'page-earlier'],
    ['anything with Alt', press('n', { altKey: true }), undefined],
    ['the Windows key', press('n', { metaKey: true }), undefined],
    ['a key without a line', press('x'), undefined],
    ['a name that every object has', press('constructor'), undefined],
  ])('%s', (_case, event, action) => {
    expect(shortcutFor(event, false)).toBe(action);
  });

  it('leaves Ctrl to the system on a Mac', () => {
    expect(shortcutFor(press('e', { ctrlKey: true }), true)).toBeUndefined();
    expect(shortcutFor(press('n', { ctrlKey: true }), true)).toBeUndefined();
  });
});

describe('the names of keys', () => {
  it('are those of the keyboard', () => {
    expect(keyNames({ key: 'e', control: true, shift: true }, false)).toEqual(['Ctrl', 'Shift', 'E']);
    expect(keyNames({ key: 'e', control: true, shift: true }, true)).toEqual(['⇧', '⌘', 'E']);
    expect(keyNames({ key: 'ArrowLeft' }, false)).toEqual(['←']);
    expect(keyNames({ key: '-' }, false)).toEqual(['−']);
  });

  it('are those of Electron in the menu', () => {
    expect(acceleratorFor('zoom-in')).toBe('Plus');
    expect(acceleratorFor('export-figure-again')).toBe('CmdOrCtrl+Shift+E');
    expect(acceleratorFor('show-shortcuts')).toBe('F1');
  });
});
