// Finds the command for a key press, and names keys for the menu and the reader.
import { COMMANDS, entryOf, GROUPS, type Command, type CommandEntry, type KeyPress } from './commands.ts';

/** The commands that have keys, by what they are for. */
export const SHORTCUTS: readonly {
  readonly title: string;
  readonly shortcuts: readonly Required<Pick<CommandEntry, 'command' | 'label' | 'keys'>>[];
}[] = GROUPS.map((title) => ({
  title,
  shortcuts: COMMANDS.flatMap(({ command, label, group, keys }) =>
    group === title && keys !== undefined ? [{ command, label, keys }] : [],
  ),
}));

/** The parts of a `KeyboardEvent` that identify the key. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const COMMAND_OF: ReadonlyMap<string, Command> = new Map(
  COMMANDS.flatMap(({ command, keys = [] }) => keys.map((press) => [nameOf(press), command] as const)),
);

function nameOf({
  key,
  control = false,
  alt = false,
  shift = false,
}: KeyPress | { key: string; control: boolean; alt: boolean; shift: boolean }): string {
  return `${control ? 'Control+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

/**
 * The command of a key press, or `undefined` if it has none.
 *
 * @param mac whether Cmd takes the place of Ctrl.
 */
export function shortcutFor(event: PressedKey, mac: boolean): Command | undefined {
  if (mac ? event.ctrlKey : event.metaKey) return undefined;
  const control = mac ? event.metaKey : event.ctrlKey;
  const isSign = event.key.length === 1 && event.key.toLowerCase() === event.key.toUpperCase();
  // Caps Lock changes the letter, not the command.
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return COMMAND_OF.get(nameOf({ key, control, alt: event.altKey, shift: event.shiftKey && !isSign }));
}

/**
 * The keys of a command as an Electron accelerator, or `undefined` if it has none.
 * https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts
 */
export function acceleratorFor(command: Command): string | undefined {
  const [press] = entryOf(command).keys ?? [];
  if (press === undefined) return undefined;
  const { key, control, alt, shift } = press;
  const name = key === '+' ? 'Plus' : key.length === 1 ? key.toUpperCase() : key.replace(/^Arrow/, '');
  return `${control ? 'CmdOrCtrl+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`;
}

const KEY_NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  '-': '−',
};

/** The names of the keys, as printed on the reader's keyboard: `Ctrl`, `Shift`, `E`. */
export function keyNames({ key, control, alt, shift }: KeyPress, mac: boolean): readonly string[] {
  const name = KEY_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return mac
    ? [...(alt ? ['⌥'] : []), ...(shift ? ['⇧'] : []), ...(control ? ['⌘'] : []), name]
    : [...(control ? ['Ctrl'] : []), ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : []), name];
}

/** The tooltip of a button, with its keys: “Export figure (Ctrl+E)”. */
export function withKeys(label: string, command: Command, mac: boolean): string {
  const [press] = entryOf(command).keys ?? [];
  return press === undefined ? label : `${label} (${keyNames(press, mac).join(mac ? '' : '+')})`;
}
