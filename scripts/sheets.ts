// The pictures to look at: every document of screenshot-documents.ts in each theme and size, and how one is taken.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { projectFolder } from './processes.ts';
import { SCREENSHOT_DOCUMENTS } from './screenshot-documents.ts';

/** How a window looks. */
export interface Look {
  readonly theme: 'light' | 'dark';
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** One picture: a document as it opens. */
export interface Sheet extends Look {
  /** A key of {@link SCREENSHOT_DOCUMENTS}, or {@link BUNDLED}. */
  readonly document: string;
  /** Its name, without a folder. */
  readonly file: string;
}

/** Stands for the bundled article among the documents. */
export const BUNDLED = 'five-events';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 640 },
  { width: 2560, height: 1400 },
] as const;

/** All pictures, those of one document together. */
export const SHEETS: readonly Sheet[] = [BUNDLED, ...Object.keys(SCREENSHOT_DOCUMENTS)].flatMap((document) =>
  SIZES.flatMap(({ width, height }) =>
    (['light', 'dark'] as const).map((theme) => ({
      document,
      theme,
      width,
      height,
      file: `${document}-${width}x${height}-${theme}.png`,
    })),
  ),
);

/** Where the pictures are kept that e2e/pictures.spec.ts compares with what the app draws. */
export const KEPT_FOLDER = join(projectFolder, 'docs/pictures/timeline');

/** The pictures that are kept: between them they show every level of detail, both themes and other scripts. */
export const KEPT: readonly Sheet[] = SHEETS.filter(({ file }) =>
  [
    'five-events-1024x640-light.png',
    'thirty-events-1440x900-dark.png',
    'two-hundred-events-1024x640-light.png',
    'hundred-thousand-events-1024x640-light.png',
    'overlapping-intervals-1024x640-light.png',
    'four-languages-1024x640-light.png',
  ].includes(file),
);

/** Writes a document into a folder that lasts as long as `work`, and gives its path; none for {@link BUNDLED}. */
export async function withDocument<T>(name: string, work: (path?: string) => Promise<T>): Promise<T> {
  if (name === BUNDLED) return work();
  const make = SCREENSHOT_DOCUMENTS[name];
  if (make === undefined) throw new RangeError(`There is no document named “${name}”.`);
  const folder = await mkdtemp(join(tmpdir(), 'dateline-documents-'));
  try {
    const path = join(folder, `${name}.dateline`);
    await writeFile(path, JSON.stringify(make()));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Takes a picture once everything stands still: as soon as two in a row are the same. */
export async function takePicture(page: Page): Promise<Buffer> {
  await page.evaluate('document.fonts.ready.then(() => null)');
  let before = await page.screenshot();
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    await page.waitForTimeout(PAUSE);
    const after = await page.screenshot();
    if (after.equals(before)) return after;
    before = after;
  }
  throw new Error('The window does not come to rest.');
}

const MOST_TRIES = 50;
/** Milliseconds between two pictures. */
const PAUSE = 100;
