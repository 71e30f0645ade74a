// The colours of lanes: the named palette, and the colours derived from one that a document gives. Pure.

/** The colours that lanes take in turn, by the names that documents use; the renderer's tokens hold their values. */
export const PALETTE = ['plum', 'blue', 'teal', 'orange', 'olive', 'violet', 'cyan', 'red'] as const;

/** The two themes. */
export type Theme = 'light' | 'dark';

/** The colours of a lane in one theme, as `#rrggbb`. */
export interface LaneColours {
  /** Marks, lines and words on any background of the theme or on {@link fill}. */
  readonly edge: string;
  /** The background of marks and selected rows, for words in the theme's colours or in {@link edge}. */
  readonly fill: string;
}

/** The backgrounds that lanes are drawn on, lightest and darkest of each theme. */
export const GROUNDS: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#ffffff', '#f0efe9'],
  dark: ['#12151b', '#232936'],
};

/** The least contrast of words with their background: https://www.w3.org/TR/WCAG22/#contrast-minimum */
const LEAST_CONTRAST = 4.5;
/** The contrast that rounding to `#rrggbb` may cost. */
const SPARE = 0.1;

/** Lightness and maximal chroma of fills, like the palette's. OKLCH, 0 to 1. */
const FILLS = {
  light: { lightness: 0.945, chroma: 0.024 },
  dark: { lightness: 0.295, chroma: 0.055 },
} as const;

/**
 * Derives the colours for a theme: the colour's own hue, at its own lightness if that is legible and otherwise at the
 * nearest lightness that is.
 *
 * @param colour `#rrggbb`.
 */
export function laneColours(colour: string, theme: Theme): LaneColours {
  const own = toLch(channelsOf(colour));
  const { lightness, chroma } = FILLS[theme];
  const fill = fromLch({ ...own, lightness, chroma: Math.min(own.chroma, chroma) });
  const grounds = [...GROUNDS[theme], fill];
  const isLegible = (edge: string) =>
    grounds.every((ground) => contrast(edge, ground) >= LEAST_CONTRAST + SPARE);
  if (isLegible(colour)) return { edge: colour.toLowerCase(), fill };
  // Contrast with every background grows steadily towards black in the light theme and towards white in the dark one.
  let [near, far] = [own.lightness, theme === 'light' ? 0 : 1];
  for (let step = 0; step < 12; step += 1) {
    const middle = (near + far) / 2;
    if (isLegible(fromLch({ ...own, lightness: middle }))) far = middle;
    else near = middle;
  }
  return { edge: fromLch({ ...own, lightness: far }), fill };
}

/** The contrast of two colours, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

type Triple = readonly [number, number, number];

/** OKLCH: https://bottosson.github.io/posts/oklab/ */
interface Lch {
  readonly lightness: number;
  readonly chroma: number;
  /** Radians. */
  readonly hue: number;
}

function luminance(colour: string): number {
  const [red, green, blue] = channelsOf(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Red, green and blue in linear light, 0 to 1. */
function channelsOf(colour: string): Triple {
  const channel = (from: number): number => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function toLch([red, green, blue]: Triple): Lch {
  const l = Math.cbrt(0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue);
  const m = Math.cbrt(0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue);
  const s = Math.cbrt(0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue);
  const a = 1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s;
  const b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s;
  return {
    lightness: 0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s,
    chroma: Math.hypot(a, b),
    hue: Math.atan2(b, a),
  };
}

/** The colour as `#rrggbb`, with less chroma if a screen cannot show it. */
function fromLch({ lightness, chroma, hue }: Lch): string {
  const at = (part: number) =>
    toChannels(lightness, part * chroma * Math.cos(hue), part * chroma * Math.sin(hue));
  let [shown, beyond] = [0, 1];
  if (isShown(at(1))) shown = 1;
  else
    for (let step = 0; step < 12; step += 1) {
      const middle = (shown + beyond) / 2;
      if (isShown(at(middle))) shown = middle;
      else beyond = middle;
    }
  return `#${at(shown).map(inHex).join('')}`;
}

function toChannels(lightness: number, a: number, b: number): Triple {
  const l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b) ** 3;
  const m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b) ** 3;
  const s = (lightness - 0.089_484_177_5 * a - 1.291_485_548 * b) ** 3;
  return [
    4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
    -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
    -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s,
  ];
}

function isShown(channels: Triple): boolean {
  return channels.every((channel) => channel >= -0.0005 && channel <= 1.0005);
}

function inHex(channel: number): string {
  const light = Math.min(1, Math.max(0, channel));
  const value = light <= 0.003_130_8 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(value * 255)
    .toString(16)
    .padStart(2, '0');
}
