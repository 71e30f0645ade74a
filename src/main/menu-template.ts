// The application menu as plain data.
import type { MenuItemConstructorOptions } from 'electron';
import type { Command } from '../shared/ipc.ts';
import { THEMES, type Theme } from './settings.ts';

/** What the menu depends on, and what it does. */
export interface MenuContext {
  readonly platform: NodeJS.Platform;
  /** True in an installed app: no developer tools. */
  readonly packaged: boolean;
  readonly theme: Theme;
  /** The versions of Dateline and of Electron, for the Help menu. */
  readonly version: string;
  readonly electronVersion: string;
  readonly send: (command: Command) => void;
  readonly setTheme: (theme: Theme) => void;
}

/** Each item that the window carries out has its {@link Command} as its `id`; each theme is `theme-` and its name. */
export function menuTemplate(context: MenuContext): MenuItemConstructorOptions[] {
  const mac = context.platform === 'darwin';
  const separator: MenuItemConstructorOptions = { type: 'separator' };

  const item = (label: string, command: Command, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator !== undefined && { accelerator }),
    click: () => {
      context.send(command);
    },
  });

  // The page listens to these keys itself, since in a text field they have to type. The menu only shows them, and on
  // macOS, where it cannot show a key without taking it from the page, it does not.
  const pageKey = (label: string, command: Command, key: string): MenuItemConstructorOptions =>
    mac ? item(label, command) : { ...item(label, command, key), registerAccelerator: false };

  const themeLabels: Readonly<Record<Theme, string>> = {
    system: 'As the System',
    light: 'Light',
    dark: 'Dark',
  };

  return [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        item('&Open…', 'open-document', 'CmdOrCtrl+O'),
        item('Open the &Bundled Article', 'open-bundled-document'),
        separator,
        item('&Export Figure…', 'export-figure', 'CmdOrCtrl+E'),
        item('Export Figure A&gain…', 'export-figure-again', 'CmdOrCtrl+Shift+E'),
        ...(mac ? [] : [separator, { role: 'quit' as const }]),
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        separator,
        item('Copy &Figure', 'copy-figure', 'CmdOrCtrl+Shift+C'),
      ],
    },
    {
      label: '&View',
      submenu: [
        pageKey('Zoom &In', 'zoom-in', 'Plus'),
        pageKey('Zoom &Out', 'zoom-out', '-'),
        separator,
        pageKey('&All', 'show-all', '0'),
        item('&Year', 'show-year'),
        item('&Month', 'show-month'),
        item('&Week', 'show-week'),
        item('&Day', 'show-day'),
        separator,
        pageKey('&Next Event', 'next-event', 'N'),
        pageKey('&Previous Event', 'previous-event', 'P'),
        separator,
        {
          label: '&Theme',
          submenu: THEMES.map((theme) => ({
            id: `theme-${theme}`,
            label: themeLabels[theme],
            type: 'radio',
            checked: theme === context.theme,
            click: () => {
              context.setTheme(theme);
            },
          })),
        },
        { role: 'togglefullscreen' },
        ...(context.packaged ? [] : [separator, { role: 'toggleDevTools' as const }]),
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      label: '&Help',
      submenu: [
        { label: `Dateline ${context.version}`, enabled: false },
        { label: `Electron ${context.electronVersion}`, enabled: false },
      ],
    },
  ];
}
