// Figures for tests: written by the app, read as a reader's programs would, compared pixel by pixel.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';
import type { FigureFormat, FigureOptions } from '../src/shared/figure/figure.ts';
import { expect, type Dateline } from './dateline.ts';

/** Runs a program that reads figures; rejects where it fails. */
export const run = promisify(execFile);

/** The whole timeline with all around it, at the size for the web. */
export const WEB: FigureOptions = {
  content: { kind: 'whole' },
  width: 1600,
  height: 900,
  scale: 1,
  theme: 'light',
  transparent: false,
  parts: { title: true, legend: true, sources: true, credit: true, note: true },
};

/** Writes a figure into a folder, as the dialog would with these options beside {@link WEB}, and reads its file. */
export async function writeFigure(
  dateline: Dateline,
  folder: string,
  format: FigureFormat,
  options: Partial<FigureOptions> = {},
): Promise<Buffer> {
  const path = join(folder, `figure.${format}`);
  await dateline.system.answerSaveDialog(path);
  const saved = await dateline.page.evaluate((request) => window.api.exportFigure(request), {
    options: { ...WEB, ...options },
    format,
  });
  expect(saved).toMatchObject({ ok: true });
  return readFile(path);
}

/** A text of a figure and its box, CSS pixels from the figure's top left corner. */
export interface PlacedText {
  readonly text: string;
  /** What stands before the first number or link in it. */
  readonly begins: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What an SVG holds. */
export interface ReadSvg {
  /** Why it is not XML, or `null`. */
  readonly error: string | null;
  readonly width: number;
  readonly height: number;
  readonly title: string | null;
  readonly description: string;
  /** The names of its elements and attributes, each once. */
  readonly elements: readonly string[];
  readonly attributes: readonly string[];
  readonly links: readonly string[];
  readonly texts: readonly PlacedText[];
  /** Whatever has a ground, marks among it; CSS pixels as in {@link PlacedText}. */
  readonly boxes: readonly Omit<PlacedText, 'text' | 'begins'>[];
}

/** Reads an SVG as XML and lays it out, in the app's own faces. */
export function readSvg(dateline: Dateline, source: string): Promise<ReadSvg> {
  return dateline.page.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, 'image/svg+xml');
    const error = parsed.querySelector('parsererror')?.textContent ?? null;
    const root = document.body.appendChild(document.importNode(parsed.documentElement, true));
    const frame = root.getBoundingClientRect();
    const texts = [...root.querySelectorAll('text')].map((text) => {
      const { left, top, right, bottom } = text.getBoundingClientRect();
      // The first text is what the line begins with; what follows are numbers and links.
      const begins = text.firstChild?.textContent ?? '';
      return {
        text: text.textContent,
        begins,
        left: left - frame.left,
        top: top - frame.top,
        right: right - frame.left,
        bottom: bottom - frame.top,
      };
    });
    const boxes = [...root.querySelectorAll(':is(rect[rx], path[fill]):not([fill="none"])')].map((box) => {
      const { left, top, right, bottom } = box.getBoundingClientRect();
      return {
        left: left - frame.left,
        top: top - frame.top,
        right: right - frame.left,
        bottom: bottom - frame.top,
      };
    });
    const all = [...root.querySelectorAll('*')];
    const found = {
      error,
      width: Number(root.getAttribute('width')),
      height: Number(root.getAttribute('height')),
      title: root.querySelector(':scope > title')?.textContent ?? null,
      description: root.querySelector(':scope > desc')?.textContent ?? '',
      elements: [...new Set(all.map(({ localName }) => localName))].sort(),
      attributes: [...new Set(all.flatMap((element) => element.getAttributeNames()))],
      links: all.flatMap((element) => element.getAttribute('href') ?? []),
      texts,
      boxes,
    };
    root.remove();
    return found;
  }, source);
}

/** Pairs of texts whose boxes share more than the half pixel that rounding may cost. */
export function overlaps(texts: readonly PlacedText[]): string[] {
  return texts.flatMap((a, position) =>
    texts
      .slice(position + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
          // The boxes of two lines of one paragraph may touch: ascents and descents are those of the face.
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4,
      )
      .map((b) => `${a.text} / ${b.text}`),
  );
}

/** An SVG file as programs other than Chromium draw it. */
export const RENDERERS = {
  librsvg: (path: string) => drawnBy('rsvg-convert', path, ['-o']),
  Inkscape: (path: string) => drawnBy('inkscape', path, ['--export-type=png', '-o']),
} as const;

async function drawnBy(program: string, path: string, options: readonly string[]): Promise<PNG> {
  const picture = `${path}.${program}.png`;
  await run(program, [path, ...options, picture]);
  return PNG.sync.read(await readFile(picture));
}

/** How far a channel of a pixel, of 256 steps, may be off before the pixel counts as another one. */
const FAR = 64;

/**
 * How many pixels beside the texts are drawn otherwise. Texts are left out with some room around, because renderers
 * and their versions set them differently.
 */
export function difference(
  a: PNG,
  b: PNG,
  texts: readonly PlacedText[],
): { readonly beside: number; readonly far: number } {
  const isText = new Uint8Array(a.width * a.height);
  for (const { left, right, top, bottom } of texts) {
    const wider = 8 + (right - left) * 0.05;
    for (let y = Math.max(0, Math.floor(top) - 2); y < Math.min(a.height, bottom + 2); y++)
      isText.fill(
        1,
        y * a.width + Math.max(0, Math.floor(left - wider)),
        y * a.width + Math.min(a.width, Math.ceil(right + wider)),
      );
  }
  let beside = 0;
  let far = 0;
  for (const [pixel, covered] of isText.entries()) {
    if (covered === 1) continue;
    beside++;
    const channels = [0, 1, 2].map((channel) =>
      Math.abs((a.data[pixel * 4 + channel] ?? 0) - (b.data[pixel * 4 + channel] ?? 0)),
    );
    if (Math.max(...channels) > FAR) far++;
  }
  return { beside, far };
}

/** How many colours there are in the box of a text: one where nothing is drawn. */
export function coloursIn({ width, height, data }: PNG, { left, right, top, bottom }: PlacedText): number {
  const colours = new Set<number>();
  for (let y = Math.max(0, Math.floor(top) - 2); y < Math.min(height, bottom + 2); y++)
    for (let x = Math.max(0, Math.ceil(left)); x < Math.min(width, right); x++)
      colours.add(data.readUInt32BE((y * width + x) * 4));
  return colours.size;
}
