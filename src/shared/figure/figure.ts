// Describes a figure: its time, its size, the parts around the timeline, and its format.
import type { TimeWindow } from '../dates/window.ts';
import type { Failure } from '../result.ts';
import type { FigureEvents } from './events.ts';
import type { HouseFonts, HouseStyle } from './house-style.ts';
import type { TextSize } from './text-size.ts';
import type { FigureWords } from './words.ts';

/** The formats of figure files. */
export const FIGURE_FORMATS = ['png', 'svg', 'pdf'] as const;
export type FigureFormat = (typeof FIGURE_FORMATS)[number];

/** The time that a figure covers. */
export type FigureContent =
  /** The window on the screen. */
  | { readonly kind: 'view'; readonly window: TimeWindow }
  /** Every event. */
  | { readonly kind: 'whole' }
  /** From the start of one date to the end of another, both EDTF. */
  | { readonly kind: 'dates'; readonly from: string; readonly to: string };

/** The parts around the timeline; each can be switched on or off. */
export interface FigureParts {
  /** Title and subtitle. */
  readonly title: boolean;
  /** Date styles. */
  readonly legend: boolean;
  /** Numbers at the events and the numbered list below. */
  readonly sources: boolean;
  /** The articles that the events were read from, and their publishers. */
  readonly credit: boolean;
  /** The document's notes, and its events without a date. */
  readonly note: boolean;
}

/** The look of a figure. The same options give the same figure. */
export interface FigureOptions {
  readonly content: FigureContent;
  /** CSS pixels (1/96 inch), above 0; fractions come from millimetres. */
  readonly width: number;
  /** CSS pixels, above 0. */
  readonly height: number;
  /** Image pixels to a CSS pixel in a PNG, 1 to 8. A figure of 300 dots an inch has 300 / 96. */
  readonly scale: number;
  /** How large the text is, and all else with it; left out for S. */
  readonly textSize?: TextSize | undefined;
  readonly theme: 'light' | 'dark';
  /** Without a background. */
  readonly transparent: boolean;
  readonly parts: FigureParts;
  /** Ids of the lanes to draw, from the top down, each once; left out for all lanes in the document's order. */
  readonly lanes?: readonly string[] | undefined;
  /** The events to draw; left out for all. */
  readonly events?: FigureEvents | undefined;
  /** Whether long empty stretches of time are drawn short. */
  readonly fold?: boolean | undefined;
  /** Ids of two events: a bracket says how far apart they are. */
  readonly compared?: readonly [string, string] | undefined;
  /** Title, subtitle and credit for this figure alone, each where its part is switched on. */
  readonly words?: FigureWords | undefined;
  /** Fonts and lane colours in place of the app's own. */
  readonly style?: HouseStyle | undefined;
}

/** The options that another document can have too: without the lanes, words and events of this one. */
export function forAnyDocument(options: FigureOptions): FigureOptions {
  const { events } = options;
  return {
    ...options,
    lanes: undefined,
    words: undefined,
    compared: undefined,
    events: events?.kind === 'importance' ? events : undefined,
  };
}

/** A figure in a format. */
export interface FigureRequest {
  readonly options: FigureOptions;
  readonly format: FigureFormat;
  /** Whether an SVG goes on to further pages, as a PDF does; for printing. */
  readonly paged?: boolean | undefined;
}

/** The figure page's report of a finished drawing. */
export interface FigureDrawing {
  /** Why the figure cannot be drawn at its size, in one sentence; `null` where it was. */
  readonly refused: string | null;
  /** How many pages it has; more than one only in a PDF and on paper. */
  readonly pages: number;
  /** What had no room on the first page, and where it went, in words; `null` where that holds everything. */
  readonly leftOut: string | null;
  /** An SVG document for each page, if the request's format is SVG; else none. */
  readonly svg: readonly string[];
  /** How many stretches of time are folded. */
  readonly folds: number;
  /** Set if nothing was drawn, because the system does not have this font of the house style. */
  readonly missingFont?: keyof HouseFonts | undefined;
}

/** The most image pixels on a side of a PNG. */
export const MOST_PIXELS = 16_384;

/** Refuses a document without events. */
export const NO_EVENTS: Failure = {
  code: 'no-events',
  message: 'This document has no events, so there is no figure to export.',
  details: [],
};

/** Refuses a figure of which no event has a date, and that does not list those without one. */
export const NO_DATES: Failure = {
  code: 'no-dates',
  message:
    'None of these events has a date, so the figure would be empty. Give one a date, or include the notes, which list events without a date.',
  details: [],
};
