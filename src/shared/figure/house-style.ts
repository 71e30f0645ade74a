// A house style: the fonts and lane colours by which the figures of one publisher look alike. Pure.
import { PALETTE } from '../document/lane-colours.ts';

/** What a house style sets; what it leaves out looks as it does without. */
export interface HouseStyle {
  /** Names of fonts that the system has. */
  readonly fonts?: HouseFonts | undefined;
  readonly colours?: HouseColours | undefined;
}

/** The fonts of a house style. */
export interface HouseFonts {
  /** Of the figure's title and the headings. */
  readonly titles?: string | undefined;
  /** Of all other text. */
  readonly text?: string | undefined;
}

/** The lane colours of a house style: each `#rrggbb` or the name of one of the palette. */
export interface HouseColours {
  /** Taken in turn, in place of the palette, by lanes whose document gives them no colour. */
  readonly order?: readonly string[] | undefined;
  /** For lanes of these names, whatever their document says. */
  readonly lanes?: Readonly<Record<string, string>> | undefined;
}

/** The most characters in a font's name, as UTF-16 code units, and the most colours of each kind. */
export const STYLE_LIMITS = { font: 100, colours: 200 } as const;

/**
 * The names of fonts that a style takes: letters, digits, spaces and a few signs. Quotes, commas and whatever else means
 * something in CSS are not among them, so that a name in quotes is never more than a name.
 */
const FONT_NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .&+_-]*$/u;

/** Whether a text can be the name of a font. */
export function isFontName(name: string): boolean {
  return name.length <= STYLE_LIMITS.font && FONT_NAME.test(name);
}

/** Whether a text is a colour that lanes can have. */
export function isLaneColour(colour: string): boolean {
  return /^#[\da-f]{6}$/i.test(colour) || PALETTE.some((name) => name === colour);
}

/** What to write as a font's name, as one sentence. */
export const FONT_NAME_HINT =
  'Name a font by letters, digits, spaces and the signs . & + _ -, such as Source Sans 3.';
/** What to write as a colour, as one sentence. */
export const COLOUR_HINT = `Write a colour as #rrggbb, such as #0b3d91, or as one of ${PALETTE.join(', ')}.`;

/** Gives lanes the colours of a house style, in the document's order. */
export function houseLanes<Lane extends { readonly title: string; readonly colour?: string | undefined }>(
  lanes: readonly Lane[],
  { colours: { order = [], lanes: named = {} } = {} }: HouseStyle,
): readonly Lane[] {
  return lanes.map((lane, position) => {
    const own = Object.hasOwn(named, lane.title) ? named[lane.title] : lane.colour;
    const colour = own ?? order[position % order.length];
    return colour === undefined ? lane : { ...lane, colour };
  });
}
