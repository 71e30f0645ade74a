// Draws the strips: dots and columns for the events that have no label, on one canvas a lane, or as boxes in a figure.
import type { LaneFrame, StripBox } from './frame.ts';

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

/**
 * Creates what draws on a canvas.
 * @param groundOf what lies behind the marks of a lane
 */
export function createCanvasStrips(groundOf: (lane: number) => HTMLElement | undefined): Strips {
  const canvases = new Map<number, { canvas: HTMLCanvasElement; colour: string | null; isBlank: boolean }>();
  const canvasFor = (lane: number, ground: HTMLElement) => {
    const known = canvases.get(lane);
    if (known !== undefined) return known;
    const canvas = document.createElement('canvas');
    canvas.className = 'strip';
    canvas.ariaHidden = 'true';
    ground.append(canvas);
    const created = { canvas, colour: null, isBlank: true };
    canvases.set(lane, created);
    return created;
  };
  return {
    draw(lanes, width) {
      const changed = lanes.flatMap(({ lane, strip }) => {
        const ground = groundOf(lane);
        if (ground === undefined || (strip.length === 0 && canvases.get(lane)?.isBlank !== false)) return [];
        return [{ strip, own: canvasFor(lane, ground) }];
      });
      // All before the first is sized: between two changes, each reading would have the page styled anew.
      for (const { own } of changed) own.colour ??= getComputedStyle(own.canvas).color;
      for (const { strip, own } of changed) {
        const { canvas, colour } = own;
        const high = strip.reduce((most, { y, height }) => Math.max(most, y + height), 0);
        const ratio = devicePixelRatio;
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
        own.isBlank = strip.length === 0;
        if (colour !== null) context.fillStyle = colour;
        paint(context, strip, tall / ratio, ratio);
      }
    },
    recolour() {
      for (const own of canvases.values()) own.colour = null;
    },
  };
}

function paint(
  context: CanvasRenderingContext2D,
  strip: readonly StripBox[],
  high: number,
  ratio: number,
): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  for (const alpha of [OPACITY.missed, OPACITY.column, OPACITY.dot]) {
    const boxes = strip.filter((box) => opacityOf(box) === alpha);
    if (boxes.length === 0) continue;
    context.globalAlpha = alpha;
    const round = boxes.filter(({ isRound }) => isRound);
    // A column on its own costs less than one of many in a path; they do not overlap.
    for (const { x, y, width, height, isRound } of boxes)
      if (!isRound) context.fillRect(x, high - y - height, width, height);
    if (round.length === 0) continue;
    context.beginPath();
    for (const { x, y, width, height } of round)
      context.roundRect(x, high - y - height, width, height, height / 2);
    context.fill();
  }
  context.globalAlpha = 1;
}

function opacityOf({ isMissed, isRound }: StripBox): number {
  return isMissed ? OPACITY.missed : isRound ? OPACITY.dot : OPACITY.column;
}

/** Creates what draws boxes that a figure can take along. */
export function createStillStrips(groundOf: (lane: number) => HTMLElement | undefined): Strips {
  const drawn: HTMLElement[] = [];
  return {
    draw(lanes) {
      for (const box of drawn.splice(0)) box.remove();
      for (const { lane, strip } of lanes) {
        const ground = groundOf(lane);
        for (const box of strip) {
          const element = document.createElement('i');
          element.className = box.isRound ? 'strip-box round' : 'strip-box';
          element.style.left = `${box.x}px`;
          element.style.bottom = `${box.y}px`;
          element.style.width = `${box.width}px`;
          element.style.height = `${box.height}px`;
          ground?.append(element);
          drawn.push(element);
        }
      }
    },
    recolour() {
      // Boxes follow the theme by themselves.
    },
  };
}
