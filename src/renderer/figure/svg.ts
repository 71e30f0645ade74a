// Writes the finished figure page as an SVG document that stands alone: real text, plain shapes, nothing to run.
import { dateInWords, windowInWords } from '../../shared/dates/words.ts';
import type { TimeWindow } from '../../shared/dates/window.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import type { MarkView } from '../timeline/marks.ts';
import {
  element,
  escapeXml,
  outline,
  paint,
  readColour,
  readGradient,
  type Attributes,
  type RoundedBox,
} from './svg-markup.ts';

/**
 * What stands in for the figures' own face where it is not installed, the nearest in width first. An SVG carries no
 * fonts: librsvg and Inkscape would not read them.
 */
const FACES =
  "'Inter Variable', Inter, 'Liberation Sans', Arial, 'DejaVu Sans Condensed', 'DejaVu Sans', sans-serif";

/** What the document is about, for its `<title>` and `<desc>`. */
export interface SvgDescription {
  readonly title: string;
  readonly description: string;
}

/** A figure in words: its span of time, and each event with its date and lane. */
export function describeFigure(
  document: PlacedDocument,
  window: TimeWindow,
  marks: readonly MarkView[],
): SvgDescription {
  const inTime = marks.toSorted((a, b) => a.start - b.start || a.end - b.end || a.lane - b.lane);
  const events = inTime.map((mark) => {
    const event = mark.event === null ? undefined : document.events[mark.event];
    const what =
      event === undefined ? `${mark.title}, ${mark.date}` : `${event.title}, ${dateInWords(event.when)}`;
    return `${what} (${document.lanes[mark.lane]?.title ?? ''})`;
  });
  const shown = events.length === 0 ? 'No events.' : `${events.join('; ')}.`;
  return { title: document.title, description: `Timeline, ${windowInWords(window)}. ${shown}` };
}

/**
 * Writes what is painted of an element and all in it. What is clipped by `overflow` is not: nothing in a figure is.
 * @param root stands at the page's top left corner; its size is the document's
 * @param ground the colour behind everything, or `null` for none
 */
export function toSvg(
  root: HTMLElement,
  { title, description }: SvgDescription,
  ground: string | null,
): string {
  const { width, height } = root.getBoundingClientRect();
  const definitions: string[] = [];
  const parts: string[] = [];
  if (ground !== null)
    parts.push(element('rect', { x: 0, y: 0, width, height, ...paint('fill', readColour(ground)) }));
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
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
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
  if (style.display === 'none' || style.visibility === 'hidden' || style.clipPath !== 'none') return;
  const own: string[] = [];
  writeBox(box, style, own, definitions);
  for (const child of inPaintingOrder(box)) {
    if (child instanceof Text) writeText(child, style, own);
    else if (child instanceof Element) writeElement(child, own, definitions);
  }
  if (own.length === 0) return;
  const opacity = Number(style.opacity);
  const address = box instanceof HTMLAnchorElement && /^https?:$/.test(box.protocol) ? box.href : null;
  const grouped = opacity < 1 ? [element('g', { opacity }, own.join(''))] : own;
  if (address === null) parts.push(...grouped);
  else parts.push(element('a', { href: address }, grouped.join('')));
}

/** The children in the order that they are painted in: later ones over earlier ones unless `z-index` says else. */
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
  const { x, y, width, height } = box.getBoundingClientRect();
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
  if (width > 0 && height > 0) {
    const background = readColour(style.backgroundColor);
    if (background.opacity > 0) parts.push(fillOf(shape, paint('fill', background)));
    const stops = readGradient(style.backgroundImage, width);
    if (stops !== null) {
      const id = `gradient-${definitions.length + 1}`;
      const written = stops.map((stop) => element('stop', { offset: stop.offset, ...paint('stop', stop) }));
      definitions.push(element('linearGradient', { id }, written.join('')));
      parts.push(fillOf(shape, { fill: `url(#${id})` }));
    }
  }
  const borders = SIDES.map((side) => borderOf(style, side));
  if (borders.some(isVisible)) writeBorders(shape, borders, parts);
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

function writeBorders(shape: RoundedBox, borders: readonly Border[], parts: string[]): void {
  const [first] = borders;
  if (first === undefined) return;
  const { x, y, width, height, radii } = shape;
  const isOne = borders.every(
    (border) =>
      border.colour.hex === first.colour.hex &&
      border.colour.opacity === first.colour.opacity &&
      border.style === first.style,
  );
  const [top = 0, right = 0, bottom = 0, left = 0] = borders.map((border) => border.width);
  if (isOne && [right, bottom, left].every((other) => other === top)) {
    const half = top / 2;
    const within = {
      x: x + half,
      y: y + half,
      width: width - top,
      height: height - top,
      radii: mapCorners(radii, (radius) => Math.max(0, radius - half)),
    };
    parts.push(fillOf(within, { fill: 'none', ...strokeOf(first) }));
    return;
  }
  if (isOne && first.style === 'solid' && radii.some((radius) => radius > 0)) {
    // A frame of uneven width is what lies between its outer and its inner edge.
    const thickest = Math.max(...borders.map((border) => border.width));
    const inner = {
      x: x + left,
      y: y + top,
      width: width - left - right,
      height: height - top - bottom,
      radii: mapCorners(radii, (radius) => Math.max(0, radius - Math.min(1, thickest))),
    };
    parts.push(
      element('path', {
        d: outline(shape) + outline(inner),
        'fill-rule': 'evenodd',
        ...paint('fill', first.colour),
      }),
    );
    return;
  }
  const corner = Math.max(...radii);
  const lines = [
    [x + corner, y + top / 2, x + width - corner, y + top / 2],
    [x + width - right / 2, y + corner, x + width - right / 2, y + height - corner],
    [x + corner, y + height - bottom / 2, x + width - corner, y + height - bottom / 2],
    [x + left / 2, y + corner, x + left / 2, y + height - corner],
  ] as const;
  for (const [side, [x1, y1, x2, y2]] of lines.entries()) {
    const border = borders[side];
    if (border !== undefined && isVisible(border))
      parts.push(element('line', { x1, y1, x2, y2, ...strokeOf(border) }));
  }
}

function strokeOf({ width, style, colour }: Border): Attributes {
  return {
    ...paint('stroke', colour),
    'stroke-width': width === 1 ? null : width,
    'stroke-dasharray': style === 'dashed' ? `${width * 3} ${width * 2}` : null,
  };
}

function mapCorners(
  [topLeft, topRight, bottomRight, bottomLeft]: RoundedBox['radii'],
  change: (radius: number) => number,
): RoundedBox['radii'] {
  return [change(topLeft), change(topRight), change(bottomRight), change(bottomLeft)];
}

/** One line that a text was broken into, CSS pixels. */
interface Line {
  text: string;
  left: number;
  right: number;
  readonly top: number;
  readonly height: number;
}

function writeText(node: Text, style: CSSStyleDeclaration, parts: string[]): void {
  const lines = linesOf(node);
  if (lines.length === 0) return;
  const { ascent, descent } = fontMetrics(style);
  const isRightToLeft = style.direction === 'rtl';
  for (const { text, left, right, top, height } of lines) {
    parts.push(
      element(
        'text',
        {
          x: isRightToLeft ? right : left,
          y: top + (height - ascent - descent) / 2 + ascent,
          direction: isRightToLeft ? 'rtl' : null,
          'font-size': Number.parseFloat(style.fontSize),
          'font-weight': style.fontWeight === '400' ? null : style.fontWeight,
          ...paint('fill', readColour(style.color)),
        },
        escapeXml(text),
      ),
    );
  }
}

/** The lines that a text stands in, blanks at their ends left out. */
function linesOf(node: Text): Line[] {
  const range = node.ownerDocument.createRange();
  const lines: Line[] = [];
  let offset = 0;
  for (const character of node.data) {
    range.setStart(node, offset);
    offset += character.length;
    range.setEnd(node, offset);
    // A character at a break has a rectangle on both lines; it stands in the last.
    const place = [...range.getClientRects()].at(-1);
    if (place === undefined || /^[ \t\n\r]$/.test(character)) {
      const line = lines.at(-1);
      if (line !== undefined) line.text += ' ';
      continue;
    }
    const line = lines.at(-1);
    if (line?.top === place.top) {
      line.text += character;
      line.left = Math.min(line.left, place.left);
      line.right = Math.max(line.right, place.right);
    } else {
      const { top, height, left, right } = place;
      lines.push({ text: character, left, right, top, height });
    }
  }
  return lines.map((line) => ({ ...line, text: line.text.trim().replace(/ +/g, ' ') }));
}

const metrics = new Map<string, { readonly ascent: number; readonly descent: number }>();
const canvas = new OffscreenCanvas(1, 1).getContext('2d');

/** How far a face reaches above and below its baseline, CSS pixels. */
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
