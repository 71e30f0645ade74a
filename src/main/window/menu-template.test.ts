// The menu offers each of its commands once, with the keys that the README names.
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../../shared/commands.ts';
import { menuTemplate, type MenuContext } from './menu-template.ts';

const CONTEXT: MenuContext = {
  platform: 'linux',
  packaged: true,
  theme: 'dark',
  recent: [],
  names: { undo: null, redo: null },
  saving: { isOpen: true, hasFile: true, isChanged: true },
  send: vi.fn(),
  openRecent: vi.fn(),
  clearRecent: vi.fn(),
  setTheme: vi.fn(),
  exportData: vi.fn(),
  showLogs: vi.fn(),
  checkForUpdates: vi.fn(),
};

/** All items, each menu before its own. */
function items(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
}

/** One line for each item: its depth as indentation, its label or role, its keys. */
function outline(template: readonly MenuItemConstructorOptions[], depth = 0): string[] {
  return template.flatMap((item) => {
    const keys = item.accelerator === undefined ? '' : `  ${item.accelerator}`;
    const name = item.type === 'separator' ? '—' : (item.label ?? `(${item.role ?? ''})`);
    const below = Array.isArray(item.submenu) ? outline(item.submenu, depth + 1) : [];
    return [`${'  '.repeat(depth)}${name}${keys}`, ...below];
  });
}

/** The effect of a click, without Electron's arguments. */
function click(item: MenuItemConstructorOptions | undefined): void {
  Reflect.apply(item?.click ?? expect.fail('nothing to click'), undefined, []);
}

/** The commands in the menu. */
const ITEMS = COMMANDS.flatMap(({ command, menu }) => (menu === undefined ? [] : [command]));

describe('menuTemplate', () => {
  it('reads, on Linux and installed', () => {
    expect(outline(menuTemplate(CONTEXT)).join('\n')).toMatchInlineSnapshot(`
      "&File
        &New  CmdOrCtrl+N
        &Open…  CmdOrCtrl+O
        &Import…
        Open &Recent
          &Clear Recent
        Open E&xample
        —
        &Save  CmdOrCtrl+S
        Save &As…  CmdOrCtrl+Shift+S
        Save a &Copy…
        Earlier &Versions…
        Import Repor&t…
        —
        &Export Figure…  CmdOrCtrl+E
        Export A&gain…  CmdOrCtrl+Shift+E
        &Print Figure…  CmdOrCtrl+P
        Export &Data
          Timeline document…
          Table (CSV)…
          Excel…
          TimelineJS…
          TimelineJS spreadsheet (CSV)…
          Calendar (iCalendar)…
          Markwhen…
          The Timeline Project…
          vis-timeline…
          Markdown table…
          HTML table…
          Sources (CSL-JSON)…
        —
        (quit)
      &Edit
        &Undo  CmdOrCtrl+Z
        &Redo  CmdOrCtrl+Shift+Z
        —
        &Add Event  A
        &Edit Event  F2
        Du&plicate Event  CmdOrCtrl+D
        &Delete Event  Delete
        Move Event Ea&rlier  Alt+Left
        Move Event &Later  Alt+Right
        —
        Add Ar&ticle…
        Edit Art&icle…
        Add N&ote…
        Dra&ft Events from Article…
        —
        (cut)
        (copy)
        (paste)
        (delete)
        (selectAll)
        —
        &Find…  CmdOrCtrl+F
        Find &Next  F3
        Find Pre&vious  Shift+F3
        —
        Copy View as &Image  CmdOrCtrl+Shift+C
      &View
        Zoom &In  Plus
        Zoom &Out  -
        —
        &All Events  0
        &Year  1
        &Month  2
        &Week  3
        &Day  4
        —
        &Go to Date…  CmdOrCtrl+G
        &Next Event  N
        &Previous Event  P
        —
        Show or &Hide Panel  CmdOrCtrl+B
        Show &List or Timeline  CmdOrCtrl+L
        L&anes
          A&dd
          &Arrange…
          Show &All
          Re&set
        —
        &Theme
          Match System
          Light
          Dark
        (togglefullscreen)
      (windowMenu)
      &Help
        &Keyboard Shortcuts  F1
        Document &Format
        —
        Show &Logs
        Check for &Updates
        —
        &About Dateline"
    `);
  });

  it('reads, on a Mac and in development, with recent documents', () => {
    const context: MenuContext = {
      ...CONTEXT,
      platform: 'darwin',
      packaged: false,
      recent: [
        { path: '/x/a.dateline', label: 'a.dateline – x' },
        { path: '/y/a.dateline', label: 'a.dateline – y' },
        { path: '/y/You & I.dateline', label: 'You & I.dateline' },
      ],
    };
    expect(outline(menuTemplate(context)).join('\n')).toMatchInlineSnapshot(`
      "(appMenu)
        &About Dateline
        —
        (services)
        —
        (hide)
        (hideOthers)
        (unhide)
        —
        (quit)
      &File
        &New  CmdOrCtrl+N
        &Open…  CmdOrCtrl+O
        &Import…
        Open &Recent
          a.dateline – x
          a.dateline – y
          You && I.dateline
          —
          &Clear Recent
        Open E&xample
        —
        &Save  CmdOrCtrl+S
        Save &As…  CmdOrCtrl+Shift+S
        Save a &Copy…
        Earlier &Versions…
        Import Repor&t…
        —
        &Export Figure…  CmdOrCtrl+E
        Export A&gain…  CmdOrCtrl+Shift+E
        &Print Figure…  CmdOrCtrl+P
        Export &Data
          Timeline document…
          Table (CSV)…
          Excel…
          TimelineJS…
          TimelineJS spreadsheet (CSV)…
          Calendar (iCalendar)…
          Markwhen…
          The Timeline Project…
          vis-timeline…
          Markdown table…
          HTML table…
          Sources (CSL-JSON)…
        —
        (close)
      &Edit
        &Undo
        &Redo
        —
        &Add Event
        &Edit Event  F2
        Du&plicate Event  CmdOrCtrl+D
        &Delete Event
        Move Event Ea&rlier  Alt+Left
        Move Event &Later  Alt+Right
        —
        Add Ar&ticle…
        Edit Art&icle…
        Add N&ote…
        Dra&ft Events from Article…
        —
        (cut)
        (copy)
        (paste)
        (delete)
        (selectAll)
        —
        &Find…  CmdOrCtrl+F
        Find &Next  F3
        Find Pre&vious  Shift+F3
        —
        Copy View as &Image  CmdOrCtrl+Shift+C
      &View
        Zoom &In
        Zoom &Out
        —
        &All Events
        &Year
        &Month
        &Week
        &Day
        —
        &Go to Date…  CmdOrCtrl+G
        &Next Event
        &Previous Event
        —
        Show or &Hide Panel  CmdOrCtrl+B
        Show &List or Timeline  CmdOrCtrl+L
        L&anes
          A&dd
          &Arrange…
          Show &All
          Re&set
        —
        &Theme
          Match System
          Light
          Dark
        (togglefullscreen)
        —
        (toggleDevTools)
      (windowMenu)
      &Help
        &Keyboard Shortcuts  F1
        Document &Format
        —
        Show &Logs
        Check for &Updates"
    `);
  });

  it.each(['linux', 'win32', 'darwin'] as const)(
    'offers every command of the menu once on %s',
    (platform) => {
      const ids = items(menuTemplate({ ...CONTEXT, platform })).flatMap(({ id }) =>
        id === undefined ? [] : [id],
      );
      expect(ids).toEqual([...new Set(ids)]);
      expect(ids).toEqual(expect.arrayContaining(ITEMS));
    },
  );

  it.each(ITEMS)('sends %s when it is chosen', (command) => {
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
    ['linux', ['A', 'Plus', '-', '0', '1', '2', '3', '4', 'N', 'P']],
    ['darwin', []],
  ] as const)('takes no key from the page on %s', (platform, keys) => {
    const plain = items(menuTemplate({ ...CONTEXT, platform })).filter(
      ({ accelerator }) => accelerator === 'Plus' || accelerator?.length === 1,
    );
    expect(plain.map(({ accelerator }) => accelerator)).toEqual(keys);
    expect(plain.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true);
  });

  it.each(['undo', 'redo'])('leaves the keys of %s to a text field that has the focus', (id) => {
    const onLinux = items(menuTemplate(CONTEXT)).find((item) => item.id === id);
    expect(onLinux?.registerAccelerator).toBe(false);
    const onMac = items(menuTemplate({ ...CONTEXT, platform: 'darwin' })).find((item) => item.id === id);
    expect(onMac?.accelerator).toBeUndefined();
  });

  it('opens the recent document that is chosen, and clears the list', () => {
    const context: MenuContext = {
      ...CONTEXT,
      recent: [
        { path: '/x/a.dateline', label: 'a.dateline' },
        { path: '/x/b.dateline', label: 'b.dateline' },
      ],
      openRecent: vi.fn(),
      clearRecent: vi.fn(),
    };
    const all = items(menuTemplate(context));
    click(all.find(({ label }) => label === 'b.dateline'));
    expect(context.openRecent).toHaveBeenCalledExactlyOnceWith('/x/b.dateline');
    click(all.find(({ id }) => id === 'clear-recent'));
    expect(context.clearRecent).toHaveBeenCalledOnce();
  });

  it('has nothing to clear where there is no recent document', () => {
    const clear = items(menuTemplate(CONTEXT)).find(({ id }) => id === 'clear-recent');
    expect(clear?.enabled).toBe(false);
  });

  it.each([
    ['show-logs', 'showLogs'],
    ['check-for-updates', 'checkForUpdates'],
  ] as const)('does %s itself', (id, action) => {
    const context = { ...CONTEXT, [action]: vi.fn() };
    click(items(menuTemplate(context)).find((item) => item.id === id));
    expect(context[action]).toHaveBeenCalledOnce();
    expect(CONTEXT.send).not.toHaveBeenCalled();
  });

  it('offers the developer tools in development alone', () => {
    const has = (packaged: boolean): boolean =>
      items(menuTemplate({ ...CONTEXT, packaged })).some(({ role }) => role === 'toggleDevTools');
    expect([has(true), has(false)]).toEqual([false, true]);
  });
});
