// The house style in main: remembered, read from a file, and the fonts that it can choose from.
import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { isolate } from '../../shared/isolate.ts';
import { isFontName, type HouseFonts, type HouseStyle } from '../../shared/figure/house-style.ts';
import { failure, type Result } from '../../shared/result.ts';
import type { Handlers } from '../safety/ipc.ts';
import type { SettingsFile } from '../system/settings.ts';
import { systemCode } from '../system/system-code.ts';

/** Bytes: far more than a style of two fonts and 400 colours needs. */
const LARGEST_STYLE = 100_000;

/** Milliseconds that the system has to list its fonts. */
const PATIENCE = 10_000;

/** Answers the channels for the house style. */
export function setupHouseStyle(
  settings: SettingsFile,
): Pick<Handlers, 'houseStyle' | 'rememberHouseStyle' | 'installedFonts'> {
  let fonts: Promise<readonly string[]> | undefined;
  return {
    houseStyle: async () => {
      const { houseStyle } = settings.current();
      if (houseStyle === undefined) return null;
      // This import loads the validation library, which must not delay the window.
      const { readHouseStyle } = await import('../safety/arguments.ts');
      const style = readHouseStyle(houseStyle);
      return style.ok ? style.value : null;
    },
    rememberHouseStyle: (houseStyle) => {
      settings.change({ houseStyle });
      return null;
    },
    installedFonts: () => (fonts ??= installedFonts()),
  };
}

/**
 * Lists the families of the system's fonts, in order; none where the system has no fontconfig to ask.
 * https://www.freedesktop.org/software/fontconfig/fontconfig-user.html
 */
async function installedFonts(): Promise<readonly string[]> {
  try {
    const { stdout } = await promisify(execFile)('fc-list', ['--format', '%{family[0]}\n'], {
      timeout: PATIENCE,
      maxBuffer: 10_000_000,
    });
    return [...new Set(stdout.split('\n').filter(isFontName))].sort((a, b) => a.localeCompare(b, 'en'));
  } catch {
    return [];
  }
}

/**
 * Reads a house style from a JSON file.
 *
 * @param path absolute
 * @returns `style-missing`, `style-unreadable`, `style-too-large`, `style-not-json` or `style-invalid` with one sentence
 */
export async function readStyleFile(path: string): Promise<Result<HouseStyle>> {
  const name = `“${isolate(basename(path))}”`;
  let text: string;
  try {
    const status = await stat(path);
    // A pipe or a device may have no end.
    if (!status.isFile()) return failure('style-unreadable', `The style ${name} is not a file.`);
    if (status.size > LARGEST_STYLE)
      return failure('style-too-large', `The style ${name} is larger than 100 kB; a style needs far less.`);
    text = await readFile(path, 'utf8');
  } catch (error) {
    return systemCode(error) === 'ENOENT'
      ? failure('style-missing', `There is no style ${name}. Check its name and folder.`)
      : failure('style-unreadable', `The style ${name} cannot be read. Check its permissions.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return failure(
      'style-not-json',
      `The style ${name} is not valid JSON. Check its commas, quotes and brackets.`,
    );
  }
  const { readHouseStyle } = await import('../safety/arguments.ts');
  const style = readHouseStyle(value);
  return style.ok ? style : failure('style-invalid', `The style ${name} is wrong. ${style.failure.message}`);
}

/** The failure of a figure whose house style names a font that the system does not have. */
export function fontMissing(style: HouseStyle | undefined, which: keyof HouseFonts): Result<never> {
  const name = style?.fonts?.[which] ?? '';
  return failure(
    `style-${which}-font`,
    `The font “${isolate(name)}” is not installed on this computer. Install it, or choose another.`,
  );
}
