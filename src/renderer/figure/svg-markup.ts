// Writes the markup of an SVG document: elements, attributes, text and numbers. Pure.

/** Attributes by name; `null` leaves one out. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** A colour in SVG, with the opacity apart. */
export interface Colour {
  /** `#rrggbb` */
  readonly hex: string;
  /** From 0, invisible, to 1. */
  readonly opacity: number;
}

/** A place on a horizontal line, and the opacity there. */
export interface FadeStop {
  /** From 0, the start of the line, to 1. */
  readonly offset: number;
  /** From 0, nothing, to 1, all. */
  readonly opacity: number;
}

/** The characters that XML 1.0 forbids, escaped or not: https://www.w3.org/TR/xml/#charsets */
// eslint-disable-next-line no-control-regex -- these are the characters that have to go
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Escapes a text for the content of an element or the value of an attribute, without the characters that XML forbids. */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] ?? character);
}

/** Writes a number with at most two decimals and no exponent. No eye sees a hundredth of a pixel. */
export function formatNumber(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

/** Writes an element. Its content is markup, so the caller escapes any text in it. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : ` ${key}="${typeof value === 'number' ? formatNumber(value) : escapeXml(value)}"`,
  );
  return content === ''
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${content}</${name}>`;
}

/** Writes a colour as attributes of a fill, a stroke or a stop; leaves out a full opacity. */
export function paint(kind: 'fill' | 'stroke' | 'stop', { hex, opacity }: Colour): Attributes {
  const name = kind === 'stop' ? 'stop-color' : kind;
  return { [name]: hex, [`${kind}-opacity`]: opacity < 1 ? opacity : null };
}

/** Reads a colour as `getComputedStyle` writes it, `rgb(1, 2, 3)` or `rgba(1, 2, 3, 0.4)`. */
export function readColour(computed: string): Colour {
  const channels = /^rgba?\(([^)]+)\)$/
    .exec(computed)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number);
  const [red, green, blue, opacity = 1] = channels ?? [];
  if (red === undefined || green === undefined || blue === undefined)
    throw new Error(`The colour “${computed}” is not of a form that figures use.`);
  const hex = [red, green, blue].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('');
  return { hex: `#${hex}`, opacity };
}

/**
 * Reads a horizontal mask as `getComputedStyle` writes it; `null` if there is none.
 * @param width of the box in CSS pixels, for stops that are measured in pixels
 */
export function readFade(computed: string, width: number): FadeStop[] | null {
  const inner = /^linear-gradient\(90deg, (.*)\)$/.exec(computed)?.[1];
  if (inner === undefined) return null;
  let least = 0;
  return splitAtCommas(inner).map((stop) => {
    const [colour = ''] = /^rgba?\([^)]*\)/.exec(stop) ?? [];
    // CSS moves a stop that lies before the last one up to it.
    least = Math.max(least, Math.min(1, share(stop.slice(colour.length), width)));
    return { offset: least, opacity: readColour(colour).opacity };
  });
}

/** Splits at the commas outside of brackets. */
function splitAtCommas(text: string): string[] {
  return text.split(/,\s*(?![^()]*\))/);
}

/** Turns a length such as `24px`, `30%` or `calc(100% - 24px)` into a share of a width. */
function share(length: string, width: number): number {
  const terms = [...length.matchAll(/(-?)\s*([\d.]+)(px|%)/g)].map(
    ([, sign, value, unit]) => (sign === '-' ? -1 : 1) * (Number(value) / (unit === '%' ? 100 : width)),
  );
  return terms.reduce((sum, term) => sum + term, 0);
}

/** A rectangle in CSS pixels with the radius of each corner: top left, top right, bottom right, bottom left. */
export interface RoundedBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radii: readonly [number, number, number, number];
}

const path = (command: string, ...numbers: number[]) => `${command}${numbers.map(formatNumber).join(' ')}`;

/** Writes the outline of a rounded box as path data, clockwise from the top left. */
export function outline({ x, y, width, height, radii }: RoundedBox): string {
  const [topLeft, topRight, bottomRight, bottomLeft] = radii;
  const arc = (radius: number, toX: number, toY: number) =>
    radius > 0 ? path('A', radius, radius, 0, 0, 1, toX, toY) : '';
  return [
    path('M', x + topLeft, y),
    path('H', x + width - topRight),
    arc(topRight, x + width, y + topRight),
    path('V', y + height - bottomRight),
    arc(bottomRight, x + width - bottomRight, y + height),
    path('H', x + bottomLeft),
    arc(bottomLeft, x, y + height - bottomLeft),
    path('V', y + topLeft),
    arc(topLeft, x + topLeft, y),
    'Z',
  ].join('');
}

/**
 * Writes some sides of a rounded box as path data, each `inset` within its edge. Two sides that meet share their corner.
 * A side alone at a sharp corner reaches the box's edge.
 * @param drawn whether to draw each of top, right, bottom and left
 */
export function sides(
  { x, y, width, height, radii }: RoundedBox,
  drawn: readonly boolean[],
  inset: number,
): string {
  const [left, top, right, bottom] = [x + inset, y + inset, x + width - inset, y + height - inset];
  const [topLeft, topRight, bottomRight, bottomLeft] = radii.map((radius) => Math.max(0, radius - inset));
  const lines = [
    { from: [left, top], along: [1, 0], length: right - left, radii: [topLeft, topRight] },
    { from: [right, top], along: [0, 1], length: bottom - top, radii: [topRight, bottomRight] },
    { from: [right, bottom], along: [-1, 0], length: right - left, radii: [bottomRight, bottomLeft] },
    { from: [left, bottom], along: [0, -1], length: bottom - top, radii: [bottomLeft, topLeft] },
  ] as const;
  return lines
    .map(
      ({ from: [fromX, fromY], along: [alongX, alongY], length, radii: [before = 0, after = 0] }, side) => {
        if (drawn[side] !== true) return '';
        const at = (distance: number): [number, number] => [
          fromX + alongX * distance,
          fromY + alongY * distance,
        ];
        const [cornerX, cornerY] = at(length);
        const reach = (corner: number, neighbour: number) =>
          corner === 0 && drawn[(neighbour + lines.length) % lines.length] !== true ? inset : -corner;
        const corner =
          drawn[(side + 1) % lines.length] === true && after > 0
            ? path('A', after, after, 0, 0, 1, cornerX - alongY * after, cornerY + alongX * after)
            : '';
        return (
          path('M', ...at(-reach(before, side - 1))) +
          path('L', ...at(length + reach(after, side + 1))) +
          corner
        );
      },
    )
    .join('');
}
