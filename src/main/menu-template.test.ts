// The menu offers every command once, under the keys that the README names.
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../shared/ipc.ts';
import { menuTemplate, type MenuContext } from './menu-template.ts';

const CONTEXT: MenuContext = {
  platform: 'linux',
  packaged: true,
  theme: 'dark',
  version: '0.1.0',
  electronVersion: '33.2.1',
  send: vi.fn(),
  setTheme: vi.fn(),
};

/** All items, each menu before its own. */
function items(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
}

/** One line an item: its depth as indentation, then its label or role, and its keys. */
function outline(template: readonly MenuItemConstructorOptions[], depth = 0): string[] {
  return template.flatMap((item) => {
    const keys = item.accelerator === undefined ? '' : `  ${item.accelerator}`;
    const name = item.type === 'separator' ? '—' : (item.label ?? `(${item.role ?? ''})`);
    const below = Array.isArray(item.submenu) ? outline(item.submenu, depth + 1) : [];
    return [`${'  '.repeat(depth)}${name}${keys}`, ...below];
  });
}

/** What a click does, without the arguments that Electron gives. */
function click(item: MenuItemConstructorOptions | undefined): void {
  Reflect.apply(item?.click ?? expect.fail('nothing to click'), undefined, []);
}

describe('menuTemplate', () => {
  it('reads, on Linux and installed', () => {
    expect(outline(menuTemplate(CONTEXT)).join('\n')).toMatchInlineSnapshot(`
      "&File
        &Open…  CmdOrCtrl+O
        Open the &Bundled Article
        —
        &Export Figure…  CmdOrCtrl+E
        Export Figure A&gain…  CmdOrCtrl+Shift+E
        —
        (quit)
      &Edit
        (undo)
        (redo)
        —
        (cut)
        (copy)
        (paste)
        (selectAll)
        —
        Copy &Figure  CmdOrCtrl+Shift+C
      &View
        Zoom &In  Plus
        Zoom &Out  -
        —
        &All  0
        &Year
        &Month
        &Week
        &Day
        —
        &Next Event  N
        &Previous Event  P
        —
        &Theme
          As the System
          Light
          Dark
        (togglefullscreen)
      (windowMenu)
      &Help
        Dateline 0.1.0
        Electron 33.2.1"
    `);
  });

  it.each(['linux', 'win32', 'darwin'] as const)('offers every command once on %s', (platform) => {
    const ids = items(menuTemplate({ ...CONTEXT, platform })).flatMap(({ id }) =>
      id === undefined ? [] : [id],
    );
    expect(ids.filter((id) => !id.startsWith('theme-'))).toEqual(
      [...new Set(ids)].filter((id) => !id.startsWith('theme-')),
    );
    expect(ids).toEqual(expect.arrayContaining([...COMMANDS]));
  });

  it.each(COMMANDS)('sends %s when it is chosen', (command) => {
    const send = vi.fn();
    click(items(menuTemplate({ ...CONTEXT, send })).find(({ id }) => id === command));
    expect(send.mock.calls).toEqual([[command]]);
  });

  it.each(['system', 'light', 'dark'] as const)('marks the theme %s, and sets it', (theme) => {
    const setTheme = vi.fn();
    const radios = items(menuTemplate({ ...CONTEXT, theme, setTheme })).filter(
      ({ type }) => type === 'radio',
    );
    expect(radios.filter(({ checked }) => checked).map(({ id }) => id)).toEqual([`theme-${theme}`]);
    click(radios.find(({ id }) => id === `theme-${theme}`));
    expect(setTheme.mock.calls).toEqual([[theme]]);
  });

  it.each([
    ['linux', ['Plus', '-', '0', 'N', 'P']],
    ['darwin', []],
  ] as const)('takes no key from the page on %s', (platform, keys) => {
    const plain = items(menuTemplate({ ...CONTEXT, platform })).filter(
      ({ accelerator }) => accelerator !== undefined && !accelerator.includes('+'),
    );
    expect(plain.map(({ accelerator }) => accelerator)).toEqual(keys);
    expect(plain.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true);
  });

  it('offers the developer tools in development alone', () => {
    const has = (packaged: boolean): boolean =>
      items(menuTemplate({ ...CONTEXT, packaged })).some(({ role }) => role === 'toggleDevTools');
    expect([has(true), has(false)]).toEqual([false, true]);
  });
});
