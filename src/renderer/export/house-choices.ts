// The house style as the export dialog edits it: two names of fonts, and colours one a line. Pure.
import {
  COLOUR_HINT,
  FONT_NAME_HINT,
  isFontName,
  isLaneColour,
  STYLE_LIMITS,
  type HouseStyle,
} from '../../shared/figure/house-style.ts';
import { failure, success, type Result } from '../../shared/result.ts';

/** The fields of a house style; they hold what was typed, even while it is invalid. */
export interface HouseChoices {
  readonly titles: string;
  readonly text: string;
  /** A colour a line, for the lanes in order, or after a lane's name and a colon. */
  readonly colours: string;
}

/** A house style that sets nothing. */
export const NO_HOUSE: HouseChoices = { titles: '', text: '', colours: '' };

/**
 * The style that the fields describe.
 *
 * @returns `style-titles-font`, `style-text-font` or `style-colours` for what is none.
 */
export function houseStyleOf({ titles, text, colours }: HouseChoices): Result<HouseStyle> {
  const fonts: { titles?: string; text?: string } = {};
  for (const [which, typed] of [
    ['titles', titles],
    ['text', text],
  ] as const) {
    const name = typed.trim();
    if (name === '') continue;
    if (!isFontName(name)) return failure(`style-${which}-font`, FONT_NAME_HINT);
    fonts[which] = name;
  }
  const order: string[] = [];
  const lanes: [name: string, colour: string][] = [];
  for (const line of colours.split('\n').map((typed) => typed.trim())) {
    if (line === '') continue;
    const colon = line.lastIndexOf(':');
    const [name, colour] = [line.slice(0, Math.max(0, colon)).trim(), line.slice(colon + 1).trim()];
    if (!isLaneColour(colour) || (colon >= 0 && name === ''))
      return failure('style-colours', `“${line}” is not a colour for lanes. ${COLOUR_HINT}`);
    if (colon < 0) order.push(colour);
    else lanes.push([name, colour]);
  }
  if (Math.max(order.length, lanes.length) > STYLE_LIMITS.colours)
    return failure('style-colours', `A house style has at most ${STYLE_LIMITS.colours} colours of a kind.`);
  const hasColours = order.length + lanes.length > 0;
  return success({
    ...((fonts.titles !== undefined || fonts.text !== undefined) && { fonts }),
    ...(hasColours && {
      colours: {
        ...(order.length > 0 && { order }),
        ...(lanes.length > 0 && { lanes: Object.fromEntries(lanes) }),
      },
    }),
  });
}

/** The fields that describe a style. */
export function houseChoicesOf({ fonts = {}, colours = {} }: HouseStyle): HouseChoices {
  const named = Object.entries(colours.lanes ?? {}).map(([name, colour]) => `${name}: ${colour}`);
  return {
    titles: fonts.titles ?? '',
    text: fonts.text ?? '',
    colours: [...(colours.order ?? []), ...named].join('\n'),
  };
}
