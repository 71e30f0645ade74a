// The application menu as plain data.
import { isolate } from '../../shared/isolate.ts';
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuState } from '../../shared/ipc.ts';
import type { CanSave } from '../document/session.ts';
import { COMMANDS, type Command, type CommandEntry, type MenuBlock } from '../../shared/commands.ts';
import { WRITABLE_FORMATS, type WritableFormat } from '../../shared/formats/writable.ts';
import { acceleratorFor } from '../../shared/shortcuts.ts';
import { THEMES, type Theme } from '../system/settings.ts';

/** What the menu depends on, and what its items call. */
export interface MenuContext {
  readonly platform: NodeJS.Platform;
  /** True in an installed app: no developer tools. */
  readonly packaged: boolean;
  readonly theme: Theme;
  /** The recent documents, the newest first. */
  readonly recent: readonly { readonly path: string; readonly label: string }[];
  /** The names of what is undone and redone next. */
  readonly names: MenuState;
  /** What can be saved. */
  readonly saving: CanSave;
  readonly send: (command: Command) => void;
  readonly openRecent: (path: string) => void;
  readonly clearRecent: () => void;
  readonly setTheme: (theme: Theme) => void;
  readonly exportData: (format: WritableFormat) => void;
  readonly showLogs: () => void;
  readonly checkForUpdates: () => void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/**
 * An item that the page carries out has its command as its `id`; each theme is `theme-` and its name, each recent
 * document `recent-` and its position. The other items are named after their effect.
 */
export function menuTemplate(context: MenuContext): MenuItemConstructorOptions[] {
  const mac = context.platform === 'darwin';

  // The page listens to keys itself, since plain ones have to type in a text field. The menu shows these keys without
  // registering them. On macOS, where a shown key is always taken from the page, the menu does not show them.
  const item = ({ command }: CommandEntry, label: string): MenuItemConstructorOptions => {
    const accelerator = acceleratorFor(command);
    // Undo and redo belong to a text field while it has the focus.
    const isTyped = accelerator?.length === 1 || accelerator === 'Plus' || accelerator === 'Delete';
    const types = isTyped || command === 'undo' || command === 'redo';
    return {
      id: command,
      label: named(label, command, context.names),
      enabled: isOffered(command, context.saving),
      ...(accelerator !== undefined && !(types && mac) && { accelerator }),
      ...(types && !mac && { registerAccelerator: false }),
      click: () => {
        context.send(command);
      },
    };
  };
  const block = (wanted: MenuBlock): MenuItemConstructorOptions[] =>
    COMMANDS.flatMap((entry) => (entry.menu?.[0] === wanted ? [item(entry, entry.menu[1])] : []));

  const themeLabels: Readonly<Record<Theme, string>> = {
    system: 'Match System',
    light: 'Light',
    dark: 'Dark',
  };

  return [
    ...(mac ? [appMenu(block('about'))] : []),
    {
      label: '&File',
      submenu: [
        ...block('file.new'),
        ...block('file.open'),
        { label: 'Open &Recent', submenu: recentItems(context) },
        ...block('file.example'),
        separator,
        ...block('file.save'),
        ...block('file.versions'),
        separator,
        ...block('file.export'),
        {
          label: 'Export &Data',
          submenu: [
            // A copy is what other programs get of a timeline document.
            {
              id: 'export-dateline',
              label: 'Timeline document…',
              enabled: isOffered('save-copy', context.saving),
              click: () => {
                context.send('save-copy');
              },
            },
            ...WRITABLE_FORMATS.map((format) => ({
              id: `export-${format.id}`,
              label: `${format.name}…`,
              click: () => {
                context.exportData(format);
              },
            })),
          ],
        },
        separator,
        mac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        ...block('edit.undo'),
        separator,
        ...block('edit.event'),
        separator,
        ...block('edit.article'),
        ...block('edit.draft'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'delete' },
        { role: 'selectAll' },
        separator,
        ...block('edit.find'),
        separator,
        ...block('edit.copy'),
      ],
    },
    {
      label: '&View',
      submenu: [
        ...block('view.zoom'),
        separator,
        ...block('view.span'),
        separator,
        ...block('view.step'),
        separator,
        ...block('view.parts'),
        { label: 'L&anes', submenu: block('lanes') },
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
        ...block('help'),
        separator,
        { id: 'show-logs', label: 'Show &Logs', click: context.showLogs },
        { id: 'check-for-updates', label: 'Check for &Updates', click: context.checkForUpdates },
        ...(mac ? [] : [separator, ...block('about')]),
      ],
    },
  ];
}

/** “Undo” with what is undone. A single & would underline the next letter. */
function named(label: string, command: Command, { undo, redo }: MenuState): string {
  const name = command === 'undo' ? undo : command === 'redo' ? redo : null;
  return name === null ? label : `${label} ${isolate(name).replaceAll('&', '&&')}`;
}

/** Undo and redo are always offered: a text field may have what the document has not. */
function isOffered(command: Command, { isOpen, hasFile, isChanged }: CanSave): boolean {
  if (command === 'save-document') return isOpen && (isChanged || !hasFile);
  if (command === 'save-document-as' || command === 'save-copy') return isOpen;
  return command !== 'show-versions' || hasFile;
}

/** The first menu of macOS: Electron's own, with our About instead of the system's. */
function appMenu(about: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      ...about,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}

function recentItems({ recent, openRecent, clearRecent }: MenuContext): MenuItemConstructorOptions[] {
  return [
    ...recent.map(({ path, label }, place) => ({
      id: `recent-${place}`,
      // A single & would underline the next letter.
      label: isolate(label).replaceAll('&', '&&'),
      click: () => {
        openRecent(path);
      },
    })),
    ...(recent.length === 0 ? [] : [separator]),
    { id: 'clear-recent', label: '&Clear Recent', enabled: recent.length > 0, click: clearRecent },
  ];
}
