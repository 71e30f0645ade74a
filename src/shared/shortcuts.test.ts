// One list defines every key, for the page, the menu and the reader.
import { describe, expect, it } from 'vitest';
import { COMMANDS } from './commands.ts';
import { acceleratorFor, keyNames, SHORTCUTS, shortcutFor, withKeys, type PressedKey } from './shortcuts.ts';

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
  it('gives each key one command and each command one line', () => {
    const keys = all.flatMap((shortcut) => shortcut.keys.map((key) => JSON.stringify(key)));
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(all.map(({ command }) => command)).size).toBe(all.length);
  });

  it.each(all.flatMap(({ command, keys }) => keys.map((key) => [command, key] as const)))(
    'is what the keyboard does: %s',
    (command, { key, control = false, alt: altKey = false, shift: shiftKey = false }) => {
      expect(shortcutFor(press(key, { ctrlKey: control, altKey, shiftKey }), false)).toBe(command);
      expect(shortcutFor(press(key, { metaKey: control, altKey, shiftKey }), true)).toBe(command);
    },
  );

  it('has a key for every command but those that the menu alone has', () => {
    const without = COMMANDS.filter(({ keys }) => keys === undefined).map(({ command }) => command);
    expect(without).toEqual([
      'draft-events',
      'add-article',
      'edit-article',
      'add-note',
      'import-file',
      'open-bundled-document',
      'show-versions',
      'show-import-report',
      'save-copy',
      'add-lane',
      'show-lanes',
      'show-all-lanes',
      'reset-lanes',
      'show-format',
      'show-about',
    ]);
  });
});

describe('shortcutFor', () => {
  it.each<[string, PressedKey, string | undefined]>([
    ['a letter with Caps Lock', press('N'), 'next-event'],
    ['a letter with Shift', press('N', { shiftKey: true }), 'compare-next'],
    ['a letter that Shift does nothing with', press('B', { shiftKey: true }), undefined],
    ['a letter with Ctrl and Caps Lock', press('E', { ctrlKey: true }), 'export-figure'],
    ['Ctrl with a plain key', press('x', { ctrlKey: true }), undefined],
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

  it('stand in a tooltip', () => {
    expect(withKeys('Export figure', 'export-figure', false)).toBe('Export figure (Ctrl+E)');
    expect(withKeys('Copy', 'copy-figure', true)).toBe('Copy (⇧⌘C)');
    expect(withKeys('About', 'show-about', false)).toBe('About');
  });

  it('are those of Electron in the menu', () => {
    expect(acceleratorFor('zoom-in')).toBe('Plus');
    expect(acceleratorFor('export-figure-again')).toBe('CmdOrCtrl+Shift+E');
    expect(acceleratorFor('show-shortcuts')).toBe('F1');
  });
});
