// The settings: what the app remembers between launches, in one small file in the user's data folder.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isPanelLayout, type PanelLayout } from '../../shared/panel.ts';
import type { Failure } from '../../shared/result.ts';
import { log } from './log.ts';
import { systemCode } from './system-code.ts';
import { ownFolderRefuses, writeFailure } from './write-file.ts';

/** The place of a window, in device-independent pixels of the screen. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The themes to choose from; `system` follows the operating system. */
export const THEMES = ['system', 'light', 'dark'] as const;

/** One of {@link THEMES}. */
export type Theme = (typeof THEMES)[number];

/** The remembered values. */
export interface Settings {
  /** The bounds of the main window while it is not maximized. */
  readonly bounds?: Bounds;
  readonly maximized: boolean;
  readonly theme: Theme;
  /** The layout of the panel beside the timeline. */
  readonly panel?: PanelLayout;
  /** The folder of the last saved figure, absolute. */
  readonly figureFolder?: string;
  /** The last exported figure, as it stands in the file; its user checks it. */
  readonly figure?: unknown;
  /** The house style of figures, as it stands in the file; its user checks it. */
  readonly houseStyle?: unknown;
  /** The mappings of the last imported tables, as they stand in the file; their user checks them. */
  readonly mappings?: unknown;
  /** The last opened documents, absolute, the newest first. */
  readonly recent?: readonly string[];
}

/** The settings at the first launch. */
export const DEFAULT_SETTINGS: Settings = { maximized: false, theme: 'system' };

/** Settings that save themselves. */
export interface SettingsFile {
  readonly current: () => Settings;
  /** Changes the fields of `part`, and writes the file half a second after the last change. */
  readonly change: (part: Partial<Settings>) => void;
  /** Writes pending changes at once. */
  readonly flush: () => void;
}

/** Milliseconds: long enough to write only once while a window is being dragged. */
const WRITE_DELAY = 500;

/**
 * Opens the settings. A first launch starts from {@link DEFAULT_SETTINGS}. So does a launch that finds the file broken;
 * that file is kept next to it as `settings.broken.json`. Failures to write are logged and do no harm.
 *
 * @param path absolute, ends in `.json`.
 * @param tell called with the first failure to write, and with the next after that once writing has succeeded again.
 */
export function openSettings(path: string, tell?: (failure: Failure) => void): SettingsFile {
  let settings = readSettings(path);
  let written = settings;
  let timer: NodeJS.Timeout | undefined;
  let hasTold = false;

  const flush = (): void => {
    clearTimeout(timer);
    if (JSON.stringify(settings) === JSON.stringify(written)) return;
    try {
      mkdirSync(dirname(path), { recursive: true });
      // Waits for the disk: quitting could cut off a write in the background. One temporary name is enough, because
      // only one app writes here at a time; a leftover of a killed run is overwritten.
      writeFileSync(`${path}.tmp`, `${JSON.stringify(settings, null, 2)}\n`, { flush: true });
      renameSync(`${path}.tmp`, path);
      written = settings;
      hasTold = false;
    } catch (error) {
      log(`the settings could not be written: ${systemCode(error)}`, String(error));
      if (!hasTold) tell?.(notRemembered(writeFailure(systemCode(error), path).failure));
      hasTold = true;
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

function notRemembered(refusal: Failure): Failure {
  return {
    code: 'settings-not-kept',
    message: `What you choose is forgotten when Dateline ends: ${ownFolderRefuses(refusal)}.`,
    details: refusal.details,
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
 * Parses settings; `undefined` if the text is not JSON or any value is invalid. Checked by hand: this runs before the
 * window opens, which would otherwise wait for a validation library.
 */
export function parseSettings(text: string): Settings | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const { bounds, maximized, panel, figureFolder, figure, houseStyle, mappings, recent } = value;
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
    ...(houseStyle !== undefined && { houseStyle }),
    ...(mappings !== undefined && { mappings }),
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
