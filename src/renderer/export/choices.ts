// The state of the export dialog, and the figure that it describes. Pure.
import { dayAsEdtf } from '../../shared/dates/as-edtf.ts';
import type { TimeWindow } from '../../shared/dates/window.ts';
import {
  MOST_PIXELS,
  type FigureContent,
  type FigureFormat,
  type FigureOptions,
  type FigureParts,
  type FigureRequest,
} from '../../shared/figure/figure.ts';
import {
  FIGURE_SIZES,
  FREE_TEXT_SIZE,
  SCALES,
  SMALLEST_FIGURE,
  type FigureSize,
  PIXELS,
} from '../../shared/figure/sizes.ts';
import type { TextSize } from '../../shared/figure/text-size.ts';
import { hasWords, isWorded, readWords, WORDED, type Worded } from '../../shared/figure/words.ts';
import {
  eventsOf,
  inThousands,
  possibleEvents,
  type EventChoice,
  type EventSurroundings,
} from './event-choices.ts';
import { failure, success, type Failure, type Result } from '../../shared/result.ts';
import { houseChoicesOf, houseStyleOf, NO_HOUSE, type HouseChoices } from './house-choices.ts';

/** The units of width and height. */
export const UNITS = ['px', 'mm', 'in'] as const;
/** One of {@link UNITS}. */
export type Unit = (typeof UNITS)[number];

/** The choice of {@link Choices.size} that follows the timeline on the screen. */
export const WINDOW_SIZE = 'window';
/** The choice of {@link Choices.size} that takes the width and height as written. */
export const OWN_SIZE = 'own';

/** The contents of the dialog. Text fields hold what was typed, even while it is invalid. */
export interface Choices extends EventChoice {
  readonly format: FigureFormat;
  readonly content: FigureContent['kind'];
  /** EDTF; used if the content is `dates`. */
  readonly from: string;
  readonly to: string;
  /** Whether long empty stretches of time are drawn short. */
  readonly fold: boolean;
  /** The name of one of `FIGURE_SIZES`, {@link WINDOW_SIZE} or {@link OWN_SIZE}. */
  readonly size: string;
  /** In `unit`; used if the size is {@link OWN_SIZE}. For any other size the unit is px or is ignored. */
  readonly width: string;
  readonly height: string;
  readonly unit: Unit;
  /** Dots an inch if the unit is mm or in, otherwise image pixels to a pixel; a preset brings its own. */
  readonly resolution: string;
  /** `auto` follows the size. */
  readonly textSize: 'auto' | TextSize;
  /** `window` follows the main window. */
  readonly theme: 'window' | FigureOptions['theme'];
  readonly transparent: boolean;
  readonly parts: FigureParts;
  /** Whether the distance of two compared events is drawn; used if two are. */
  readonly distance: boolean;
  /** Whether the house style is taken. */
  readonly style: 'default' | 'house';
  /** The house style; used if the style is `house`. */
  readonly house: HouseChoices;
  /** The figure's own words; blank for the document's. They are for one document, and not remembered. */
  readonly words: Readonly<Record<Worded, string>>;
}

/** The values that choices such as “as the window” refer to. */
export interface Surroundings {
  /** The time in view. */
  readonly window: TimeWindow;
  /** Size of the timeline on the screen in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly theme: FigureOptions['theme'];
  /** Ids of the shown lanes, unless all are shown in the document's order. */
  readonly lanes?: readonly string[] | undefined;
  readonly events: EventSurroundings;
  /** Ids of the two events that are compared, or `null`. */
  readonly compared: readonly [string, string] | null;
}

/** The fields that a failure can belong to; `dates` is both of them together. */
export type Field =
  'from' | 'to' | 'dates' | 'size' | 'resolution' | 'titlesFont' | 'textFont' | 'colours' | Worded;

const FIELDS: ReadonlyMap<string, Field> = new Map([
  ['dates-from', 'from'],
  ['dates-to', 'to'],
  ['dates-open', 'dates'],
  ['dates-backwards', 'dates'],
  ['dates-too-long', 'dates'],
  ['figure-size', 'size'],
  ['figure-too-large', 'size'],
  ['figure-crowded', 'size'],
  ['figure-resolution', 'resolution'],
  ['style-titles-font', 'titlesFont'],
  ['style-text-font', 'textFont'],
  ['style-colours', 'colours'],
  ['figure-title', 'title'],
  ['figure-subtitle', 'subtitle'],
  ['figure-credit', 'credit'],
]);

const DOTS_AN_INCH = PIXELS.in;

/** The parts around the timeline at first. Notes are long, and only some readers of a figure need them. */
const FIRST_PARTS: FigureParts = { title: true, legend: true, sources: true, credit: true, note: false };

/** The plain timeline. */
export const NO_PARTS: FigureParts = {
  title: false,
  legend: false,
  sources: false,
  credit: false,
  note: false,
};

/** The values of fields that held nonsense. */
const START = { width: 1600, height: 900, scale: 2 } as const;

/** The dialog as it first opens: all but the notes, at the size of the first preset. */
export const FIRST_CHOICES: Choices = {
  format: 'png',
  content: 'whole',
  from: '',
  to: '',
  events: 'all',
  importance: 4,
  fold: false,
  size: FIGURE_SIZES[0].name,
  width: String(START.width),
  height: String(START.height),
  unit: 'px',
  resolution: String(START.scale),
  textSize: 'auto',
  theme: 'window',
  transparent: false,
  parts: FIRST_PARTS,
  distance: true,
  style: 'default',
  house: NO_HOUSE,
  words: { title: '', subtitle: '', credit: '' },
};

/** The failure if all lanes are hidden. */
export const NO_LANES: Failure = {
  code: 'figure-lanes',
  message: 'All lanes are hidden, so the figure would be empty. Show at least one lane.',
  details: [],
};

/** The field that a failure belongs to, or `null` if it concerns the figure as a whole. */
export function fieldOf({ code }: Failure): Field | null {
  return FIELDS.get(code) ?? null;
}

/**
 * What stands below an empty preview: that it is being drawn, or why it is not. A failure of the figure as a whole stands
 * in the preview itself.
 */
export function emptyPreviewInWords(drawing: boolean, problem: Failure | null): string | null {
  if (drawing) return 'Updating preview…';
  return problem !== null && fieldOf(problem) !== null ? problem.message : null;
}

/**
 * The figure that the choices describe. Fails with `dates-from` and `dates-to` if a date is missing (main checks
 * whether it is valid), `figure-size`, `figure-resolution`, `figure-lanes` if all lanes are hidden, `figure-too-large`
 * for a PNG with a side of more than 16,384 pixels, and the failures of {@link readWords} and {@link houseStyleOf}.
 */
export function requestOf(choices: Choices, surroundings: Surroundings): Result<FigureRequest> {
  const content = contentOf(choices, surroundings);
  if (!content.ok) return content;
  const size = sizeOf(choices, surroundings);
  if (!size.ok) return size;
  const words = readWords(wordsIn(choices));
  if (!words.ok) return words;
  const style = choices.style === 'house' ? houseStyleOf(choices.house) : null;
  if (style?.ok === false) return style;
  if (surroundings.lanes?.length === 0) return { ok: false, failure: NO_LANES };
  const { format, textSize, theme, transparent, parts } = choices;
  const events = eventsOf(choices, surroundings.events);
  const options: FigureOptions = {
    content: content.value,
    ...(events !== undefined && { events }),
    ...(choices.fold && { fold: true }),
    ...(choices.distance && surroundings.compared !== null && { compared: surroundings.compared }),
    ...size.value,
    textSize: textSize === 'auto' ? textSizeFor(choices.size) : textSize,
    theme: theme === 'window' ? surroundings.theme : theme,
    transparent,
    parts,
    ...(surroundings.lanes !== undefined && { lanes: surroundings.lanes }),
    ...(hasWords(words.value) && { words: words.value }),
    ...(style !== null && { style: style.value }),
  };
  const refusal = format === 'png' ? tooLarge(options) : null;
  return refusal === null ? success({ options, format }) : { ok: false, failure: refusal };
}

/** Why a PNG cannot have this size, or `null`. */
export function tooLarge({ width, height, scale }: FigureSize): Failure | null {
  const pixels = [width * scale, height * scale].map(Math.round);
  if (pixels.every((side) => side <= MOST_PIXELS)) return null;
  return {
    code: 'figure-too-large',
    message: `This image would be ${pixels.map(inThousands).join(' × ')} pixels, and a PNG can have at most ${inThousands(MOST_PIXELS)} a side. Choose a smaller size or resolution.`,
    details: [],
  };
}

/**
 * The choices that describe a figure. A theme like the window's becomes “as the window”, a size like the timeline's on
 * the screen the window's, and any other size that is no preset is given in the unit that makes its numbers round.
 */
export function choicesOf({ options, format }: FigureRequest, surroundings: Surroundings): Choices {
  const {
    content,
    events,
    fold = false,
    textSize = FREE_TEXT_SIZE,
    theme,
    transparent,
    parts,
    style,
  } = options;
  const size = sizeNameOf(options, surroundings);
  return {
    format,
    content: content.kind,
    from: content.kind === 'dates' ? content.from : '',
    to: content.kind === 'dates' ? content.to : '',
    events: events?.kind ?? 'all',
    importance: events?.kind === 'importance' ? events.least : FIRST_CHOICES.importance,
    fold,
    size,
    ...fieldsOf(size, options),
    textSize: textSize === textSizeFor(size) ? 'auto' : textSize,
    theme: theme === surroundings.theme ? 'window' : theme,
    transparent,
    parts,
    distance: FIRST_CHOICES.distance,
    style: style === undefined ? 'default' : 'house',
    house: style === undefined ? NO_HOUSE : houseChoicesOf(style),
    words: FIRST_CHOICES.words,
  };
}

/** The text size that suits a size, as named in {@link Choices.size}. */
export function textSizeFor(size: string): TextSize {
  return FIGURE_SIZES.find(({ name }) => name === size)?.textSize ?? FREE_TEXT_SIZE;
}

/** Changes the size; the new fields start from the old size. */
export function withSize(choices: Choices, size: string, surroundings: Surroundings): Choices {
  const before = sizeOf(choices, surroundings);
  return { ...choices, size, ...fieldsOf(size, before.ok ? before.value : START) };
}

/** Changes the unit but not the size, and converts the resolution to that unit. */
export function withUnit(choices: Choices, unit: Unit): Choices {
  const convert = (text: string) => {
    const value = numberIn(text);
    return Number.isNaN(value) ? text : round((value * PIXELS[choices.unit]) / PIXELS[unit], unit);
  };
  const scale = numberIn(choices.resolution) / resolutionUnit(choices.unit);
  return {
    ...choices,
    width: convert(choices.width),
    height: convert(choices.height),
    unit,
    resolution: Number.isNaN(scale) ? choices.resolution : resolutionIn(scale, unit),
  };
}

/** Changes which events there are; an importance that leaves none or all of them becomes the nearest that does not. */
export function withEvents(
  choices: Choices,
  events: Choices['events'],
  { events: around }: Surroundings,
): Choices {
  return { ...choices, ...possibleEvents({ ...choices, events }, around) };
}

/** Changes the content; dates that were never typed start as those in view. */
export function withContent(
  choices: Choices,
  content: Choices['content'],
  { window }: Surroundings,
): Choices {
  if (content !== 'dates' || choices.from !== '' || choices.to !== '') return { ...choices, content };
  // The window's end is the first instant out of view.
  return { ...choices, content, from: dayAsEdtf(window.start), to: dayAsEdtf(window.end - 1) };
}

/** Describes the finished figure, e.g. `3,508 × 2,480 pixels · 297 × 210 mm at 300 dpi · about 340 kB`. */
export function sizeInWords(
  { options, format }: FigureRequest,
  drawn: { readonly width: number; readonly height: number; readonly expectedSize: number },
): string {
  const scale = format === 'png' ? options.scale : 1;
  const side = (length: number) => inThousands(Math.round(length * scale));
  const millimetres = (length: number) => inThousands(Math.round(length / PIXELS.mm));
  return [
    `${side(drawn.width)} × ${side(drawn.height)} pixels`,
    `${millimetres(drawn.width)} × ${millimetres(drawn.height)} mm${
      format === 'png' ? ` at ${Math.round(scale * DOTS_AN_INCH)} dpi` : ''
    }`,
    `about ${bytesInWords(drawn.expectedSize)}`,
  ].join(' · ');
}

/** Says that nothing was folded where that was asked for, or `null`. */
export function foldsInWords(
  { fold = false }: Pick<FigureOptions, 'fold'>,
  drawn: { readonly folds: number },
): string | null {
  return fold && drawn.folds === 0 ? 'No empty span is long enough to be folded.' : null;
}

function contentOf(
  { content, from, to }: Choices,
  { window }: Surroundings,
): Result<FigureOptions['content']> {
  switch (content) {
    case 'view':
      return success({ kind: 'view', window });
    case 'whole':
      return success({ kind: 'whole' });
    case 'dates': {
      const example = 'Enter a date in EDTF, such as 2021, 2021-08 or 2021-08-15.';
      if (from.trim() === '') return failure('dates-from', example);
      if (to.trim() === '') return failure('dates-to', example);
      return success({ kind: 'dates', from: from.trim(), to: to.trim() });
    }
  }
}

/** The words of the parts that are in the figure. */
function wordsIn({ parts, words }: Choices): Partial<Record<Worded, string>> {
  return Object.fromEntries(
    WORDED.filter((part) => isWorded(part, parts)).map((part) => [part, words[part]]),
  );
}

function sizeOf(choices: Choices, surroundings: Surroundings): Result<FigureSize> {
  const preset = FIGURE_SIZES.find(({ name }) => name === choices.size);
  if (preset !== undefined)
    return success({ width: preset.width, height: preset.height, scale: preset.scale });
  const { unit } = choices;
  const scale = numberIn(choices.resolution) / resolutionUnit(unit);
  if (!(scale >= SCALES.least && scale <= SCALES.most)) return failure('figure-resolution', scales(unit));
  if (choices.size === WINDOW_SIZE)
    return success({ width: surroundings.width, height: surroundings.height, scale });
  const width = numberIn(choices.width) * PIXELS[unit];
  const height = numberIn(choices.height) * PIXELS[unit];
  if (
    width >= SMALLEST_FIGURE.width &&
    height >= SMALLEST_FIGURE.height &&
    width <= MOST_PIXELS &&
    height <= MOST_PIXELS
  )
    return success({ width, height, scale });
  const [narrowest, lowest, longest] = [SMALLEST_FIGURE.width, SMALLEST_FIGURE.height, MOST_PIXELS].map(
    (length) => inThousands(Number(round(length / PIXELS[unit], unit))),
  );
  return failure(
    'figure-size',
    `Enter a size from ${narrowest} × ${lowest} to ${longest} × ${longest} ${unit}.`,
  );
}

function scales(unit: Unit): string {
  return unit === 'px'
    ? `Enter a scale from ${SCALES.least} to ${SCALES.most}.`
    : `Enter a resolution from ${DOTS_AN_INCH} to ${SCALES.most * DOTS_AN_INCH} dpi.`;
}

function sizeNameOf({ width, height, scale }: FigureOptions, surroundings: Surroundings): string {
  const preset = FIGURE_SIZES.find(
    (size) => near(size.width, width) && near(size.height, height) && near(size.scale, scale),
  );
  if (preset !== undefined) return preset.name;
  return near(surroundings.width, width) && near(surroundings.height, height) ? WINDOW_SIZE : OWN_SIZE;
}

/** The fields for a size: the window's is in pixels, any other in the unit that makes its numbers round. */
function fieldsOf(
  size: string,
  { width, height, scale }: FigureSize,
): Pick<Choices, 'width' | 'height' | 'unit' | 'resolution'> {
  const sides = [width, height];
  const isRound = (unit: Unit, steps: number) =>
    sides.every((side) => {
      const count = (side / PIXELS[unit]) * steps;
      return Math.abs(count - Math.round(count)) < 1e-6;
    });
  // Print has a resolution in dots, the screen a scale in halves; quarter inches before millimetres, since 127 mm are 5 in.
  const forScreen = size === WINDOW_SIZE || (isRound('px', 1) && Number.isInteger(scale * 2));
  const unit: Unit = forScreen ? 'px' : isRound('in', 4) ? 'in' : isRound('mm', 10) ? 'mm' : 'px';
  return {
    width: round(width / PIXELS[unit], unit),
    height: round(height / PIXELS[unit], unit),
    unit,
    resolution: resolutionIn(scale, unit),
  };
}

function resolutionUnit(unit: Unit): number {
  return unit === 'px' ? 1 : DOTS_AN_INCH;
}

function resolutionIn(scale: number, unit: Unit): string {
  return String(Number((scale * resolutionUnit(unit)).toFixed(unit === 'px' ? 3 : 0)));
}

/** A length as its field shows it: tenths of a millimetre, hundredths of an inch or of a pixel. */
function round(length: number, unit: Unit): string {
  return String(Number(length.toFixed(unit === 'mm' ? 1 : 2)));
}

/** A number as typed, with a decimal point or comma; NaN if it is none. */
function numberIn(text: string): number {
  const plain = text.trim().replace(',', '.');
  return /^\d*\.?\d+$/.test(plain) ? Number(plain) : Number.NaN;
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < 0.01;
}

/** An estimate has two significant digits. */
function bytesInWords(bytes: number): string {
  if (bytes < 1000) return '1 kB';
  const [size, unit] = bytes < 999_500 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${inThousands(Number(size.toPrecision(2)))} ${unit}`;
}
