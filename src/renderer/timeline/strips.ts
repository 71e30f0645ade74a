// Draws the strips: dots and columns for the events that have no label, on one canvas a lane, or as shapes in a figure.
import {
  columnAt,
  columnHeight,
  columnWidth,
  type ColumnStrip,
  type LaneFrame,
  type StripBox,
} from './frame.ts';
import { intAt } from '../../shared/index/typed-arrays.ts';

/** Draws the strips of the lanes. */
export interface Strips {
  /** Draws those of a frame. */
  draw(lanes: readonly LaneFrame[], width: number): void;
  /** Reads the colours of the lanes again, which the theme has changed. */
  recolour(): void;
}

/** How much of its lane's colour a column has, and what a search has not found. */
const OPACITY = { dot: 0.75, column: 0.55, missed: 0.22 } as const;

/** Heights of canvases, image pixels, so that few frames change one. */
const HEIGHT_STEP = 16;

/** The canvas of a lane. */
interface LaneCanvas {
  readonly canvas: HTMLCanvasElement;
  /** Of its lane; `null` until it is read. */
  colour: string | null;
  isBlank: boolean;
  /** What it shows; `null` where that is nothing, or has other colours now. */
  drawn: { readonly frame: LaneFrame; readonly width: number; readonly ratio: number } | null;
}

/**
 * Creates what draws on a canvas. A strip that stays as it is is not drawn again: an edit changes those of few lanes.
 * @param groundOf what lies behind the marks of a lane
 */
export function createCanvasStrips(groundOf: (lane: number) => HTMLElement | undefined): Strips {
  const canvases = new Map<number, LaneCanvas>();
  const canvasFor = (lane: number, ground: HTMLElement): LaneCanvas => {
    const known = canvases.get(lane);
    if (known !== undefined) return known;
    const canvas = document.createElement('canvas');
    canvas.className = 'strip';
    canvas.ariaHidden = 'true';
    ground.append(canvas);
    const created: LaneCanvas = { canvas, colour: null, isBlank: true, drawn: null };
    canvases.set(lane, created);
    return created;
  };
  return {
    draw(lanes, width) {
      const ratio = devicePixelRatio;
      const changed = lanes.flatMap((frame) => {
        const drawn = canvases.get(frame.lane)?.drawn;
        if (drawn?.width === width && drawn.ratio === ratio && isSameStrip(drawn.frame, frame)) return [];
        const ground = groundOf(frame.lane);
        const high = heightOf(frame);
        if (ground === undefined || (high === 0 && canvases.get(frame.lane)?.isBlank !== false)) return [];
        return [{ frame, high, own: canvasFor(frame.lane, ground) }];
      });
      // All before the first is sized: between two changes, each reading would have the page styled anew.
      for (const { own } of changed) own.colour ??= getComputedStyle(own.canvas).color;
      for (const { frame, high, own } of changed) {
        const { canvas, colour } = own;
        // The browser takes time for each pixel of a canvas, drawn or not. One that changes its size is blank; one that
        // keeps it is wiped.
        const [wide, tall] = [
          Math.ceil(width * ratio),
          HEIGHT_STEP * Math.ceil(((high + 1) * ratio) / HEIGHT_STEP),
        ];
        const context = canvas.getContext('2d');
        if (context === null) continue;
        if (canvas.width !== wide || canvas.height !== tall) {
          canvas.width = wide;
          canvas.height = tall;
          canvas.style.width = `${wide / ratio}px`;
          canvas.style.height = `${tall / ratio}px`;
        } else context.clearRect(0, 0, wide, tall);
        own.isBlank = high === 0;
        own.drawn = { frame, width, ratio };
        if (colour !== null) context.fillStyle = colour;
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        if (frame.columns === null) paintDots(context, frame.strip, tall / ratio);
        else paintColumns(context, frame.columns, tall / ratio);
      }
    },
    recolour() {
      for (const own of canvases.values()) {
        own.colour = null;
        own.drawn = null;
      }
    },
  };
}

/** Whether the strips of two frames look the same. */
function isSameStrip(one: LaneFrame, other: LaneFrame): boolean {
  if (one.columns !== null && other.columns !== null) return isSameColumns(one.columns, other.columns);
  if (one.columns !== null || other.columns !== null) return false;
  return (
    one.strip.length === other.strip.length &&
    one.strip.every((box, place) => isSameBox(box, other.strip[place]))
  );
}

function isSameColumns(one: ColumnStrip, other: ColumnStrip): boolean {
  return (
    one.columns === other.columns &&
    one.window.start === other.window.start &&
    one.window.end === other.window.end &&
    one.width === other.width &&
    one.floor === other.floor &&
    one.high === other.high &&
    one.most === other.most &&
    one.isMissed === other.isMissed
  );
}

function isSameBox(one: StripBox, other: StripBox | undefined): boolean {
  return (
    one.x === other?.x && one.y === other.y && one.width === other.width && one.isMissed === other.isMissed
  );
}

/** What a strip fills, CSS pixels from the bottom of its lane; 0 where there is nothing to draw. */
function heightOf(frame: LaneFrame): number {
  const { columns } = frame;
  if (columns === null) return frame.strip.reduce((most, { y, height }) => Math.max(most, y + height), 0);
  let most = 0;
  for (let column = columns.from; column < columns.to; column++)
    most = Math.max(most, intAt(columns.columns.counts, column));
  return most === 0 ? 0 : columns.floor + columnHeight(columns, most);
}

/** A column on its own costs less than one of many in a path; they do not overlap. */
function paintColumns(context: CanvasRenderingContext2D, strip: ColumnStrip, high: number): void {
  const { columns, from, to, floor, isMissed } = strip;
  const width = columnWidth(strip);
  context.globalAlpha = isMissed ? OPACITY.missed : OPACITY.column;
  for (let column = from; column < to; column++) {
    const height = columnHeight(strip, intAt(columns.counts, column));
    if (height > 0) context.fillRect(columnAt(strip, column), high - floor - height, width, height);
  }
  context.globalAlpha = 1;
}

function paintDots(context: CanvasRenderingContext2D, strip: readonly StripBox[], high: number): void {
  for (const alpha of [OPACITY.missed, OPACITY.dot]) {
    const dots = strip.filter(({ isMissed }) => (isMissed ? OPACITY.missed : OPACITY.dot) === alpha);
    if (dots.length === 0) continue;
    context.globalAlpha = alpha;
    context.beginPath();
    for (const { x, y, width, height } of dots)
      context.roundRect(x, high - y - height, width, height, height / 2);
    context.fill();
  }
  context.globalAlpha = 1;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Creates what draws shapes that a figure can take along: one for all columns of a lane, and one for all its dots. */
export function createStillStrips(groundOf: (lane: number) => HTMLElement | undefined): Strips {
  const drawn: SVGSVGElement[] = [];
  return {
    draw(lanes, width) {
      for (const strip of drawn.splice(0)) strip.remove();
      for (const { lane, strip } of lanes) {
        if (strip.length === 0) continue;
        const high = Math.ceil(strip.reduce((most, { y, height }) => Math.max(most, y + height), 0));
        const shapes = document.createElementNS(SVG, 'svg');
        shapes.setAttribute('class', 'strip');
        shapes.setAttribute('width', String(width));
        shapes.setAttribute('height', String(high));
        for (const isRound of [false, true]) {
          const own = strip.filter((box) => box.isRound === isRound);
          if (own.length === 0) continue;
          const shape = document.createElementNS(SVG, 'path');
          shape.setAttribute('class', isRound ? 'strip-dots' : 'strip-columns');
          shape.setAttribute('d', own.map((box) => outlineOf(box, high)).join(''));
          shapes.append(shape);
        }
        groundOf(lane)?.append(shapes);
        drawn.push(shapes);
      }
    },
    recolour() {
      // The shapes follow the theme by themselves.
    },
  };
}

/** A box as a path of SVG. */
function outlineOf({ x, y, width, height, isRound }: StripBox, high: number): string {
  const [left, top] = [rounded(x), rounded(high - y - height)];
  if (!isRound) return `M${left} ${top}h${rounded(width)}v${rounded(height)}h${rounded(-width)}z`;
  const radius = height / 2;
  const straight = rounded(Math.max(0, width - height));
  const half = (down: number) => `a${rounded(radius)} ${rounded(radius)} 0 0 1 0 ${rounded(down)}`;
  return `M${rounded(x + radius)} ${top}h${straight}${half(height)}h${-straight}${half(-height)}z`;
}

/** To a hundredth of a pixel. */
const rounded = (value: number): number => Math.round(value * 100) / 100;
