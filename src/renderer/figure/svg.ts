// Writes the finished figure page as an SVG document of its own: real text, plain shapes, no script.
import { pageSize } from '../../shared/figure/text-size.ts';
import { unfolded, type FoldedTime } from '../../shared/dates/folds.ts';
import { lengthInWords } from '../../shared/dates/length-words.ts';
import { isolate } from '../../shared/isolate.ts';
import type { FigureOptions } from '../../shared/figure/figure.ts';
import { dateInWords, windowInWords } from '../../shared/dates/words.ts';
import { eventsInWords } from '../../shared/document/event-label.ts';
import { laneTitleOf } from '../../shared/document/lane-of.ts';
import type { Drawing } from '../timeline/drawing.ts';
import { isDated, type TimelineModel } from '../view/model.ts';
import {
  element,
  escapeXml,
  formatNumber,
  outline,
  paint,
  readColour,
  readFade,
  sides,
  type Attributes,
  type Colour,
  type FadeStop,
  type RoundedBox,
} from './svg-markup.ts';

/**
 * The figures' own face and its substitutes, the nearest in width first. An SVG carries no fonts, because librsvg and
 * Inkscape would not read them.
 */
const FACES =
  "'Inter Variable', Inter, 'Liberation Sans', Arial, 'DejaVu Sans Condensed', 'DejaVu Sans', sans-serif";

/** The same for the serif face. */
const SERIF_FACES =
  "'Source Serif 4 Variable', 'Source Serif 4', 'Liberation Serif', 'DejaVu Serif', Georgia, serif";

/** The SVG's `<title>` and `<desc>`. */
export interface SvgDescription {
  readonly title: string;
  readonly description: string;
}

/**
 * Describes a figure in words: its span of time, if it has one, and each labelled event with its date and lane.
 *
 * @param title of the figure
 */
export function describeFigure(
  model: TimelineModel,
  { frame, time }: Drawing,
  title: string,
): SvgDescription {
  const { document } = model;
  const { lanes } = frame;
  const window = unfolded(frame.window, time);
  const events = lanes
    .flatMap((lane) => lane.marks)
    .flatMap(({ text }) => document.events.placedAt(text.row) ?? [])
    .toSorted((a, b) => a.when.start - b.when.start || a.when.end - b.when.end)
    .map(
      (event) =>
        `${isolate(event.title)}, ${dateInWords(event.when)} (${isolate(laneTitleOf(document, event))})`,
    );
  const all = isDated(model) ? model.index.countIn(window) : 0;
  const more = all > events.length ? [`and ${eventsInWords(all - events.length)} without a label`] : [];
  const shown = all === 0 ? 'No events.' : `${[...events, ...more].join('; ')}.`;
  return {
    title,
    description: `Timeline${isDated(model) ? `, ${windowInWords(window)}` : ''}${foldsInWords(time)}. ${shown}`,
  };
}

/** “, folded: 1 year (September 2021 – September 2022)”; nothing without folds. */
function foldsInWords({ folds }: FoldedTime): string {
  const words = folds.map((fold) => `${lengthInWords(fold)} (${windowInWords(fold)})`);
  return words.length === 0 ? '' : `, folded: ${words.join(', ')}`;
}

/**
 * Writes all that is painted of an element and its contents. It ignores `overflow`, because a figure clips nothing.
 * @param root a page of the figure, at the left edge
 * @param size the document's size, CSS pixels, and how much larger than its page it is drawn
 * @param ground the colour behind everything, or `null` for none
 */
export function toSvg(
  root: HTMLElement,
  { title, description }: SvgDescription,
  ground: string | null,
  size: Pick<FigureOptions, 'width' | 'height' | 'textSize'>,
): string {
  const { width, height } = pageSize(size);
  const { top } = root.getBoundingClientRect();
  const definitions: string[] = [];
  const parts: string[] = [];
  if (ground !== null)
    parts.push(element('rect', { x: 0, y: top, width, height, ...paint('fill', readColour(ground)) }));
  writeElement(root, parts, definitions);
  const defs = definitions.length === 0 ? [] : [`<defs>${definitions.join('')}</defs>`];
  const content = [
    element('title', { id: 'title' }, escapeXml(title)),
    element('desc', { id: 'description' }, escapeXml(description)),
    ...defs,
    ...parts,
  ];
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: size.width,
      height: size.height,
      viewBox: `0 ${formatNumber(top)} ${formatNumber(width)} ${formatNumber(height)}`,
      'xml:lang': root.ownerDocument.documentElement.lang,
      role: 'graphics-document',
      'aria-labelledby': 'title',
      'aria-describedby': 'description',
      'font-family': FACES,
    },
    `\n${content.join('\n')}\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
}

function writeElement(box: Element, parts: string[], definitions: string[]): void {
  const style = getComputedStyle(box);
  if (!isSeen(style)) return;
  if (box instanceof SVGSVGElement) {
    parts.push(...shapesOf(box));
    return;
  }
  const own: string[] = [];
  writeBox(box, style, own, definitions);
  const runs: Run[] = [];
  for (const child of inPaintingOrder(box)) {
    if (child instanceof Text) runs.push(...runsOf(child, style, null));
    else if (child instanceof Element) {
      const childStyle = getComputedStyle(child);
      if (childStyle.display === 'inline' && isSeen(childStyle)) collectRuns(child, childStyle, null, runs);
      else writeElement(child, own, definitions);
    }
  }
  writeRuns(cutAt(box, style, runs), style, own);
  const opacity = Number(style.opacity);
  if (opacity < 1 && own.length > 0) parts.push(element('g', { opacity }, own.join('')));
  else parts.push(...own);
}

/** The paths of a drawing, where it stands in the figure. */
function shapesOf(drawing: SVGSVGElement): string[] {
  const { x, y } = drawing.getBoundingClientRect();
  return Array.from(drawing.querySelectorAll('path'), (path) => {
    const { fill, fillOpacity, shapeRendering } = getComputedStyle(path);
    const colour = readColour(fill);
    return element('path', {
      d: path.getAttribute('d'),
      transform: `translate(${formatNumber(x)} ${formatNumber(Math.round(y))})`,
      'shape-rendering': shapeRendering === 'auto' ? null : shapeRendering,
      ...paint('fill', { ...colour, opacity: colour.opacity * Number(fillOpacity) }),
    });
  });
}

function isSeen({ display, visibility, clipPath }: CSSStyleDeclaration): boolean {
  return display !== 'none' && visibility !== 'hidden' && clipPath === 'none';
}

/** Collects the text of an inline element and its contents. Keeps only http and https links. */
function collectRuns(box: Element, style: CSSStyleDeclaration, around: string | null, runs: Run[]): void {
  const address = box instanceof HTMLAnchorElement && /^https?:$/.test(box.protocol) ? box.href : around;
  for (const child of box.childNodes) {
    if (child instanceof Text) runs.push(...runsOf(child, style, address));
    else if (child instanceof Element) collectRuns(child, getComputedStyle(child), address, runs);
  }
}

/** Sorts children in painting order: later ones over earlier ones, unless `z-index` says otherwise. */
function inPaintingOrder(box: Element): ChildNode[] {
  const layer = (node: ChildNode) =>
    node instanceof Element ? Number.parseInt(getComputedStyle(node).zIndex, 10) || 0 : 0;
  return [...box.childNodes]
    .map((node) => ({ node, layer: layer(node) }))
    .toSorted((a, b) => a.layer - b.layer)
    .map(({ node }) => node);
}

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

interface Border {
  readonly width: number;
  readonly style: string;
  readonly colour: ReturnType<typeof readColour>;
}

function writeBox(box: Element, style: CSSStyleDeclaration, parts: string[], definitions: string[]): void {
  const { x, y: exactY, width: exactWidth, height: exactHeight } = box.getBoundingClientRect();
  // Chromium rounds a box's height, width and top to whole pixels.
  const y = Math.round(exactY);
  const [width, height] = [Math.round(exactWidth), Math.round(exactHeight)];
  const radius = (corner: string) => {
    const [value = '0'] = style.getPropertyValue(`border-${corner}-radius`).split(' ');
    const pixels = value.endsWith('%')
      ? (Number.parseFloat(value) / 100) * Math.min(width, height)
      : Number.parseFloat(value);
    return Math.min(pixels, width / 2, height / 2);
  };
  const shape: RoundedBox = {
    x,
    y,
    width,
    height,
    radii: [radius('top-left'), radius('top-right'), radius('bottom-right'), radius('bottom-left')],
  };
  const paintOf = painter(shape, readFade(style.maskImage, width), definitions);
  const background = readColour(style.backgroundColor);
  if (width > 0 && height > 0 && background.opacity > 0)
    parts.push(fillOf(shape, paintOf('fill', background)));
  const borders = SIDES.map((side) => borderOf(style, side));
  if (borders.some(isVisible)) writeBorders(shape, borders, paintOf, parts);
}

/** Writes a colour as an attribute. */
type Painter = (kind: 'fill' | 'stroke', colour: Colour) => Attributes;

/** Paints a box in plain colours, or in gradients if it fades. */
function painter(
  { x, y, width }: RoundedBox,
  fade: readonly FadeStop[] | null,
  definitions: string[],
): Painter {
  if (fade === null) return paint;
  return (kind, colour) => {
    const id = `gradient-${definitions.length + 1}`;
    const stops = fade.map(({ offset, opacity }) =>
      element('stop', { offset, ...paint('stop', { ...colour, opacity: colour.opacity * opacity }) }),
    );
    // Coordinates in place of the bounding box: a straight line has none.
    const line = { gradientUnits: 'userSpaceOnUse', x1: x, y1: y, x2: x + width, y2: y };
    definitions.push(element('linearGradient', { id, ...line }, stops.join('')));
    return { [kind]: `url(#${id})` };
  };
}

function borderOf(style: CSSStyleDeclaration, side: string): Border {
  return {
    width: Number.parseFloat(style.getPropertyValue(`border-${side}-width`)),
    style: style.getPropertyValue(`border-${side}-style`),
    colour: readColour(style.getPropertyValue(`border-${side}-color`)),
  };
}

function isVisible({ width, style, colour }: Border): boolean {
  return width > 0 && style !== 'none' && colour.opacity > 0;
}

function fillOf(shape: RoundedBox, attributes: Attributes): string {
  const { x, y, width, height, radii } = shape;
  if (radii.some((radius) => radius !== radii[0]))
    return element('path', { d: outline(shape), ...attributes });
  return element('rect', { x, y, width, height, rx: radii[0] > 0 ? radii[0] : null, ...attributes });
}

function writeBorders(
  shape: RoundedBox,
  borders: readonly Border[],
  paintOf: Painter,
  parts: string[],
): void {
  const visible = borders.filter(isVisible);
  const [first] = visible;
  if (first === undefined) return;
  const { x, y, width, height, radii } = shape;
  const [top = 0, right = 0, bottom = 0, left = 0] = borders.map((border) => border.width);
  const half = first.width / 2;
  if (visible.length === SIDES.length && borders.every((border) => isAlike(border, first))) {
    const within = {
      x: x + half,
      y: y + half,
      width: width - first.width,
      height: height - first.width,
      radii: mapCorners(radii, (radius) => Math.max(0, radius - half)),
    };
    parts.push(fillOf(within, { fill: 'none', ...strokeOf(first, paintOf) }));
  } else if (
    visible.length > 1 &&
    visible.every(({ style }) => style === 'solid') &&
    hasNoHiddenSide(borders)
  ) {
    // Fills the area between the outer and the inner edge of a frame of uneven width.
    const inner = {
      x: x + left,
      y: y + top,
      width: width - left - right,
      height: height - top - bottom,
      radii: mapCorners(radii, (radius) => Math.max(0, radius - first.width)),
    };
    const d = outline(shape) + outline(inner);
    parts.push(element('path', { d, 'fill-rule': 'evenodd', ...paintOf('fill', first.colour) }));
  } else {
    for (const kind of visible.filter(
      (border, side) => visible.findIndex((other) => isAlike(other, border)) === side,
    )) {
      const drawn = borders.map((border) => isVisible(border) && isAlike(border, kind));
      const d = sides(shape, drawn, kind.width / 2);
      parts.push(element('path', { d, fill: 'none', ...strokeOf(kind, paintOf) }));
    }
  }
}

function isAlike(a: Border, b: Border): boolean {
  return a.width === b.width && a.style === b.style;
}

/** Tells whether each side is visible or takes no room. */
function hasNoHiddenSide(borders: readonly Border[]): boolean {
  return borders.every((border) => isVisible(border) || border.width === 0);
}

function strokeOf({ width, style, colour }: Border, paintOf: Painter): Attributes {
  // Chromium too makes the dashes of thin lines longer.
  const [dash, gap] = style === 'dotted' ? [0, 2] : width < 3 ? [3, 2] : [2, 1];
  return {
    ...paintOf('stroke', colour),
    'stroke-width': width === 1 ? null : width,
    'stroke-dasharray': style === 'solid' ? null : `${width * dash} ${width * gap}`,
    'stroke-linecap': style === 'dotted' ? 'round' : null,
  };
}

function mapCorners(
  [topLeft, topRight, bottomRight, bottomLeft]: RoundedBox['radii'],
  change: (radius: number) => number,
): RoundedBox['radii'] {
  return [change(topLeft), change(topRight), change(bottomRight), change(bottomLeft)];
}

/** A text in one style on one line, CSS pixels. */
interface Run {
  text: string;
  left: number;
  right: number;
  readonly top: number;
  readonly height: number;
  readonly baseline: number;
  readonly style: CSSStyleDeclaration;
  readonly address: string | null;
}

/**
 * Writes the runs of one block, each line as one text. If a substitute face is wider, the runs that follow then move
 * along, and centred lines stay centred.
 */
function writeRuns(runs: readonly Run[], style: CSSStyleDeclaration, parts: string[]): void {
  const lines: [Run, ...Run[]][] = [];
  for (const run of runs) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    const middle = run.top + run.height / 2;
    const isSameLine = first !== undefined && first.top <= middle && middle <= first.top + first.height;
    const flows = first?.style.direction === 'ltr' && run.style.direction === 'ltr';
    if (isSameLine && flows) line?.push(run);
    else lines.push([run]);
  }
  for (const line of lines) parts.push(lineOf(line, style));
}

function lineOf(line: readonly [Run, ...Run[]], { textAlign }: CSSStyleDeclaration): string {
  const [first] = line;
  const isRightToLeft = first.style.direction === 'rtl';
  const left = Math.min(...line.map((run) => run.left));
  const right = Math.max(...line.map((run) => run.right));
  const start = isRightToLeft ? right : left;
  const isCentred = textAlign === 'center';
  const content = line.map((run, position) => {
    const next = line[position + 1];
    // Inkscape drops a blank between two elements, so the blank joins the text before it.
    const gap = next !== undefined && next.left - run.right > 0.5 ? ' ' : '';
    // Runs share one text, where the direction of one must not turn the next.
    const text = escapeXml((line.length > 1 ? isolate(run.text) : run.text) + gap);
    const rise = run.baseline - (line[position - 1] ?? first).baseline;
    const face = faceOf(run.style);
    if (rise === 0 && run.address === null && isSameFace(face, faceOf(first.style))) return text;
    const span = element('tspan', { dy: rise === 0 ? null : rise, ...face }, text);
    return run.address === null ? span : element('a', { href: run.address }, span);
  });
  return element(
    'text',
    {
      x: isCentred ? (left + right) / 2 : start,
      y: first.baseline,
      'text-anchor': isCentred ? 'middle' : null,
      direction: isRightToLeft ? 'rtl' : null,
      ...faceOf(first.style),
    },
    content.join(''),
  );
}

function faceOf({ fontFamily, fontSize, fontWeight, color }: CSSStyleDeclaration): Attributes {
  return {
    'font-family': facesOf(fontFamily),
    'font-size': Number.parseFloat(fontSize),
    'font-weight': fontWeight,
    ...paint('fill', readColour(color)),
  };
}

/** The face of a text with its substitutes, or `null` for that of the whole figure. A house style's face comes first. */
function facesOf(fontFamily: string): string | null {
  const [first = '', second = ''] = fontFamily.split(',').map((name) => name.trim().replaceAll('"', ''));
  if (first === 'Inter Variable') return null;
  if (first === 'Source Serif 4 Variable') return SERIF_FACES;
  return `'${first}', ${second === 'Source Serif 4 Variable' ? SERIF_FACES : FACES}`;
}

function isSameFace(a: Attributes, b: Attributes): boolean {
  return Object.keys({ ...a, ...b }).every((name) => a[name] === b[name]);
}

/** Splits a text into its lines, without blanks at their ends. */
function runsOf(node: Text, style: CSSStyleDeclaration, address: string | null): Run[] {
  const range = node.ownerDocument.createRange();
  const runs: Run[] = [];
  let offset = 0;
  for (const character of node.data) {
    range.setStart(node, offset);
    offset += character.length;
    range.setEnd(node, offset);
    // A character at a break has a rectangle on both lines. The last counts.
    const place = [...range.getClientRects()].at(-1);
    const run = runs.at(-1);
    if (place === undefined || /^[ \t\n\r]$/.test(character)) {
      if (run !== undefined) run.text += ' ';
    } else if (run?.top === place.top) {
      run.text += character;
      run.left = Math.min(run.left, place.left);
      run.right = Math.max(run.right, place.right);
    } else {
      const { top, height, left, right } = place;
      const { ascent, descent } = fontMetrics(style);
      const baseline = top + (height - ascent - descent) / 2 + ascent;
      runs.push({ text: character, left, right, top, height, baseline, style, address });
    }
  }
  return runs.map((run) => ({ ...run, text: run.text.trim().replace(/ +/g, ' ') }));
}

/** Cuts lines off as their box does: drops lines below it, and ends a line that is too long with an ellipsis. */
function cutAt(box: Element, style: CSSStyleDeclaration, all: readonly Run[]): readonly Run[] {
  const { left, right, bottom } = box.getBoundingClientRect();
  const runs = style.overflowY === 'hidden' ? all.filter(({ top }) => top < bottom - 1) : all;
  if (style.textOverflow !== 'ellipsis' || box.scrollWidth <= box.clientWidth) return runs;
  const isRightToLeft = style.direction === 'rtl';
  const room = right - left - Number.parseFloat(style.fontSize);
  return runs.flatMap((run) => {
    const before = isRightToLeft ? right - run.right : run.left - left;
    const seen = (room - before) / (run.right - run.left);
    if (seen >= 1) return run;
    // What follows the ellipsis is not seen.
    if (seen <= 0) return [];
    // Counts all letters as equally wide. That is near enough, because the ellipsis has room to spare.
    const letters = Array.from(new Intl.Segmenter().segment(run.text), ({ segment }) => segment);
    const text = `${letters
      .slice(0, Math.floor(letters.length * seen))
      .join('')
      .trimEnd()}…`;
    return isRightToLeft ? { ...run, text, left } : { ...run, text, right };
  });
}

const metrics = new Map<string, { readonly ascent: number; readonly descent: number }>();
const canvas = new OffscreenCanvas(1, 1).getContext('2d');

/** Measures the reach of a face above and below its baseline, CSS pixels. */
function fontMetrics({ fontWeight, fontSize, fontFamily }: CSSStyleDeclaration) {
  const font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const known = metrics.get(font);
  if (known !== undefined) return known;
  if (canvas === null) throw new Error('This page has no canvas to measure text with.');
  canvas.font = font;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = canvas.measureText('x');
  metrics.set(font, { ascent, descent });
  return { ascent, descent };
}
