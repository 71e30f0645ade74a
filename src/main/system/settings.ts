// What the app remembers from one launch to the next, in one small file in the user's data folder.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isPanelLayout, type PanelLayout } from '../../shared/panel.ts';
import { log } from './log.ts';
import { systemCode } from './system-code.ts';

/** Where a window stands, in device-independent pixels of the screen. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The themes that can be set; `system` follows the operating system. */
export const THEMES = ['system', 'light', 'dark'] as const;

/** One of {@link THEMES}. */
export type Theme = (typeof THEMES)[number];

/** What is remembered. */
export interface Settings {
  /** Where the main window stands when it is not maximized. */
  readonly bounds?: Bounds;
  readonly maximized: boolean;
  readonly theme: Theme;
  /** How the panel beside the timeline is laid out. */
  readonly panel?: PanelLayout;
  /** The folder that a figure was saved in last, absolute. */
  readonly figureFolder?: string;
  /** The figure that was exported last, as it stands in the file: who asks for it checks it. */
  readonly figure?: unknown;
  /** The documents that were opened last, absolute, the newest first. */
  readonly recent?: readonly string[];
}

/** The settings of a first launch. */
export const DEFAULT_SETTINGS: Settings = { maximized: false, theme: 'system' };

/** Settings that write themselves. */
export interface SettingsFile {
  readonly current: () => Settings;
  /** Changes what is named in `part`, and writes the file half a second after the last change. */
  readonly change: (part: Partial<Settings>) => void;
  /** Writes at once what is not written yet. */
  readonly flush: () => void;
}

/** Milliseconds: long enough that a window which is dragged is written once. */
const WRITE_DELAY = 500;

/**
 * Opens the settings; a first launch starts from {@link DEFAULT_SETTINGS}, and so does one that finds the file broken,
 * which is then kept beside it as `settings.broken.json`. A file that cannot be written is logged and does no harm.
 *
 * @param path absolute, ends in `.json`.
 */
export function openSettings(path: string): SettingsFile {
  let settings = readSettings(path);
  let written = settings;
  let timer: NodeJS.Timeout | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    if (JSON.stringify(settings) === JSON.stringify(written)) return;
    try {
      mkdirSync(dirname(path), { recursive: true });
      // Waits for the disk: a write in the background could be cut off when the app quits. One name is enough for what is
      // not yet whole, since one app at a time writes here; what a killed run leaves under it is written over.
      writeFileSync(`${path}.tmp`, `${JSON.stringify(settings, null, 2)}\n`, { flush: true });
      renameSync(`${path}.tmp`, path);
      written = settings;
    } catch (error) {
      log(`the settings could not be written: ${systemCode(error)}`, String(error));
    }
  };

  return {
    current: () => settings,
    change: (part) => {
      settings = { ...settings, ...part };
      clearTimeout(timer);
      timer = setTimeout(flush, WRITE_DELAY);
    },
    flush,
  };
}

function readSettings(path: string): Settings {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return DEFAULT_SETTINGS;
  }
  const settings = parseSettings(text);
  if (settings !== undefined) return settings;
  log('the settings could not be understood and start afresh; the old ones are in settings.broken.json');
  try {
    renameSync(path, path.replace(/\.json$/, '.broken.json'));
  } catch (error) {
    log(`the broken settings could not be kept: ${systemCode(error)}`, String(error));
  }
  return DEFAULT_SETTINGS;
}

/**
 * Reads settings as they are written; `undefined` where the text is not JSON or any of its values is not as it should
 * be. Checked by hand: this runs before the window opens, where a validation library would have to be loaded first.
 */
export function parseSettings(text: string): Settings | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const { bounds, maximized, panel, figureFolder, figure, recent } = value;
  const theme = THEMES.find((known) => known === value['theme']);
  if (typeof maximized !== 'boolean' || theme === undefined) return undefined;
  if (bounds !== undefined && !isBounds(bounds)) return undefined;
  if (panel !== undefined && !isPanelLayout(panel)) return undefined;
  if (figureFolder !== undefined && typeof figureFolder !== 'string') return undefined;
  if (recent !== undefined && !isTexts(recent)) return undefined;
  return {
    ...(bounds && { bounds: { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height } }),
    maximized,
    theme,
    ...(panel !== undefined && { panel }),
    ...(figureFolder !== undefined && { figureFolder }),
    ...(figure !== undefined && { figure }),
    ...(recent !== undefined && { recent }),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function isBounds(value: unknown): value is Bounds {
  if (!isRecord(value)) return false;
  const { x, y, width, height } = value;
  return Number.isSafeInteger(x) && Number.isSafeInteger(y) && isLength(width) && isLength(height);
}

function isLength(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
