// Every command, once: its name in the menu and in the list of shortcuts, and its keys.

/** A key and its modifiers. */
export interface KeyPress {
  /** As in `KeyboardEvent.key`; letters in lower case. */
  readonly key: string;
  /** Ctrl, or Cmd on a Mac. */
  readonly control?: true;
  /**
   * Set for letters with Ctrl and for named keys. Not set for signs: which of them need Shift depends on the keyboard.
   */
  readonly shift?: true;
  /** Alt, or Option on a Mac. */
  readonly alt?: true;
  /**
   * A second sign on the same key of many keyboards, so that Shift makes no difference; the list of shortcuts omits it.
   */
  readonly unlisted?: true;
}

/** The blocks of the menu, each between two separators and named after its menu. */
export type MenuBlock =
  | 'file.new'
  | 'file.open'
  | 'file.example'
  | 'file.save'
  | 'file.versions'
  | 'file.export'
  | 'edit.undo'
  | 'edit.event'
  | 'edit.draft'
  | 'edit.article'
  | 'edit.find'
  | 'edit.copy'
  | 'view.zoom'
  | 'view.span'
  | 'view.step'
  | 'view.parts'
  | 'lanes'
  | 'help'
  | 'about';

/** The headings of the list of shortcuts, in order. */
export const GROUPS = [
  'Move',
  'Zoom',
  'Select',
  'Edit',
  'Find',
  'Open and save',
  'Export',
  'Window',
  'Lanes',
  'Help',
] as const;

interface Entry {
  /** What it does, as the list of shortcuts puts it. */
  readonly label: string;
  readonly group: (typeof GROUPS)[number];
  /** The menu and tooltips show the first. */
  readonly keys?: readonly [KeyPress, ...KeyPress[]];
  /** Its item in the menu; `&` underlines the letter that chooses it. */
  readonly menu?: readonly [block: MenuBlock, label: string];
}

/** In the order of the menu's blocks and of the list of shortcuts. */
const TABLE = {
  'pan-earlier': { label: 'Move earlier', group: 'Move', keys: [{ key: 'ArrowLeft' }] },
  'pan-later': { label: 'Move later', group: 'Move', keys: [{ key: 'ArrowRight' }] },
  'page-earlier': { label: 'Page earlier', group: 'Move', keys: [{ key: 'ArrowLeft', shift: true }] },
  'page-later': { label: 'Page later', group: 'Move', keys: [{ key: 'ArrowRight', shift: true }] },
  'show-first': { label: 'First event', group: 'Move', keys: [{ key: 'Home' }] },
  'show-last': { label: 'Last event', group: 'Move', keys: [{ key: 'End' }] },
  'go-to-date': {
    label: 'Go to date',
    group: 'Move',
    keys: [{ key: 'g', control: true }],
    menu: ['view.step', '&Go to Date…'],
  },

  'zoom-in': {
    label: 'Zoom in',
    group: 'Zoom',
    keys: [{ key: '+' }, { key: '=', unlisted: true }],
    menu: ['view.zoom', 'Zoom &In'],
  },
  'zoom-out': {
    label: 'Zoom out',
    group: 'Zoom',
    keys: [{ key: '-' }, { key: '_', unlisted: true }, { key: '−', unlisted: true }],
    menu: ['view.zoom', 'Zoom &Out'],
  },
  'show-all': {
    label: 'Show all',
    group: 'Zoom',
    keys: [{ key: '0' }],
    menu: ['view.span', '&All Events'],
  },
  'show-year': { label: 'Show a year', group: 'Zoom', keys: [{ key: '1' }], menu: ['view.span', '&Year'] },
  'show-month': { label: 'Show a month', group: 'Zoom', keys: [{ key: '2' }], menu: ['view.span', '&Month'] },
  'show-week': { label: 'Show a week', group: 'Zoom', keys: [{ key: '3' }], menu: ['view.span', '&Week'] },
  'show-day': { label: 'Show a day', group: 'Zoom', keys: [{ key: '4' }], menu: ['view.span', '&Day'] },

  'next-event': {
    label: 'Next event',
    group: 'Select',
    keys: [{ key: 'n' }],
    menu: ['view.step', '&Next Event'],
  },
  'previous-event': {
    label: 'Previous event',
    group: 'Select',
    keys: [{ key: 'p' }],
    menu: ['view.step', '&Previous Event'],
  },
  'compare-next': { label: 'Compare with next event', group: 'Select', keys: [{ key: 'n', shift: true }] },
  'compare-previous': {
    label: 'Compare with previous event',
    group: 'Select',
    keys: [{ key: 'p', shift: true }],
  },
  dismiss: { label: 'Clear selection', group: 'Select', keys: [{ key: 'Escape' }] },

  'add-event': {
    label: 'Add event',
    group: 'Edit',
    keys: [{ key: 'a' }],
    menu: ['edit.event', '&Add Event'],
  },
  'draft-events': {
    label: 'Draft events from the article',
    group: 'Edit',
    menu: ['edit.draft', 'Dra&ft Events from Article…'],
  },
  'edit-event': {
    label: 'Edit event',
    group: 'Edit',
    keys: [{ key: 'F2' }, { key: 'Enter' }],
    menu: ['edit.event', '&Edit Event'],
  },
  'duplicate-event': {
    label: 'Duplicate event',
    group: 'Edit',
    keys: [{ key: 'd', control: true }],
    menu: ['edit.event', 'Du&plicate Event'],
  },
  'delete-event': {
    label: 'Delete event',
    group: 'Edit',
    keys: [{ key: 'Delete' }, { key: 'Backspace', unlisted: true }],
    menu: ['edit.event', '&Delete Event'],
  },
  'event-earlier': {
    label: 'Move event earlier',
    group: 'Edit',
    keys: [{ key: 'ArrowLeft', alt: true }],
    menu: ['edit.event', 'Move Event Ea&rlier'],
  },
  'event-later': {
    label: 'Move event later',
    group: 'Edit',
    keys: [{ key: 'ArrowRight', alt: true }],
    menu: ['edit.event', 'Move Event &Later'],
  },
  'add-article': {
    label: 'Add article',
    group: 'Edit',
    menu: ['edit.article', 'Add Ar&ticle…'],
  },
  'edit-article': {
    label: 'Edit article',
    group: 'Edit',
    menu: ['edit.article', 'Edit Art&icle…'],
  },
  'add-note': { label: 'Add note', group: 'Edit', menu: ['edit.article', 'Add N&ote…'] },
  undo: {
    label: 'Undo',
    group: 'Edit',
    keys: [{ key: 'z', control: true }],
    menu: ['edit.undo', '&Undo'],
  },
  redo: {
    label: 'Redo',
    group: 'Edit',
    keys: [
      { key: 'z', control: true, shift: true },
      { key: 'y', control: true },
    ],
    menu: ['edit.undo', '&Redo'],
  },

  find: {
    label: 'Find',
    group: 'Find',
    keys: [{ key: 'f', control: true }],
    menu: ['edit.find', '&Find…'],
  },
  'find-next': {
    label: 'Next match',
    group: 'Find',
    keys: [{ key: 'F3' }],
    menu: ['edit.find', 'Find &Next'],
  },
  'find-previous': {
    label: 'Previous match',
    group: 'Find',
    keys: [{ key: 'F3', shift: true }],
    menu: ['edit.find', 'Find Pre&vious'],
  },

  'new-document': {
    label: 'New document',
    group: 'Open and save',
    keys: [{ key: 'n', control: true }],
    menu: ['file.new', '&New'],
  },
  'open-document': {
    label: 'Open document',
    group: 'Open and save',
    keys: [{ key: 'o', control: true }],
    menu: ['file.open', '&Open…'],
  },
  'import-file': {
    label: 'Import into this timeline',
    group: 'Open and save',
    menu: ['file.open', '&Import…'],
  },
  'open-bundled-document': {
    label: 'Open the example',
    group: 'Open and save',
    menu: ['file.example', 'Open E&xample'],
  },
  'save-document': {
    label: 'Save',
    group: 'Open and save',
    keys: [{ key: 's', control: true }],
    menu: ['file.save', '&Save'],
  },
  'save-document-as': {
    label: 'Save as',
    group: 'Open and save',
    keys: [{ key: 's', control: true, shift: true }],
    menu: ['file.save', 'Save &As…'],
  },
  'show-versions': {
    label: 'Earlier versions',
    group: 'Open and save',
    menu: ['file.versions', 'Earlier &Versions…'],
  },
  'show-import-report': {
    label: 'Report on the import',
    group: 'Open and save',
    menu: ['file.versions', 'Import Repor&t…'],
  },
  'save-copy': { label: 'Save a copy', group: 'Open and save', menu: ['file.save', 'Save a &Copy…'] },

  'export-figure': {
    label: 'Export figure',
    group: 'Export',
    keys: [{ key: 'e', control: true }],
    menu: ['file.export', '&Export Figure…'],
  },
  'export-figure-again': {
    label: 'Export again',
    group: 'Export',
    keys: [{ key: 'e', control: true, shift: true }],
    menu: ['file.export', 'Export A&gain…'],
  },
  'print-figure': {
    label: 'Print figure',
    group: 'Export',
    keys: [{ key: 'p', control: true }],
    menu: ['file.export', '&Print Figure…'],
  },
  'copy-figure': {
    label: 'Copy view as image',
    group: 'Export',
    keys: [{ key: 'c', control: true, shift: true }],
    menu: ['edit.copy', 'Copy View as &Image'],
  },

  'toggle-panel': {
    label: 'Show or hide panel',
    group: 'Window',
    keys: [{ key: 'b', control: true }],
    menu: ['view.parts', 'Show or &Hide Panel'],
  },
  'toggle-list': {
    label: 'Show list or timeline',
    group: 'Window',
    keys: [{ key: 'l', control: true }],
    menu: ['view.parts', 'Show &List or Timeline'],
  },

  'add-lane': { label: 'Add lane', group: 'Lanes', menu: ['lanes', 'A&dd'] },
  'show-lanes': { label: 'Arrange lanes', group: 'Lanes', menu: ['lanes', '&Arrange…'] },
  'show-all-lanes': { label: 'Show all lanes', group: 'Lanes', menu: ['lanes', 'Show &All'] },
  'reset-lanes': { label: 'Reset lanes', group: 'Lanes', menu: ['lanes', 'Re&set'] },

  'show-shortcuts': {
    label: 'Keyboard shortcuts',
    group: 'Help',
    keys: [{ key: 'F1' }, { key: '?' }],
    menu: ['help', '&Keyboard Shortcuts'],
  },
  'show-format': { label: 'Document format', group: 'Help', menu: ['help', 'Document &Format'] },
  'show-about': { label: 'About Dateline', group: 'Help', menu: ['about', '&About Dateline'] },
} as const satisfies Record<string, Entry>;

/** The name of a command. */
export type Command = keyof typeof TABLE;

/** The longest name of an edit in the menu, UTF-16 code units. */
export const LONGEST_MENU_NAME = 200;

/** A command and what the reader sees of it. */
export interface CommandEntry extends Entry {
  readonly command: Command;
}

const isName = (name: string): name is Command => name in TABLE;

/** All commands, in the order of the menu's blocks and of the list of shortcuts. */
export const COMMANDS: readonly CommandEntry[] = Object.keys(TABLE)
  .filter(isName)
  .map((command) => ({ command, ...TABLE[command] }));

/** The entry of a command. */
export function entryOf(command: Command): CommandEntry {
  return { command, ...TABLE[command] };
}
