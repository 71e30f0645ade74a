// What a figure is: what it shows, how large it is, what stands around the timeline, and in which format it leaves.
import type { TimeWindow } from '../dates/window.ts';
import type { Failure } from '../result.ts';

/** The formats a figure leaves the app in. */
export const FIGURE_FORMATS = ['png', 'svg', 'pdf'] as const;
export type FigureFormat = (typeof FIGURE_FORMATS)[number];

/** The time that a figure covers. */
export type FigureContent =
  /** The window now shown. */
  | { readonly kind: 'view'; readonly window: TimeWindow }
  /** Every event, wherever it lies. */
  | { readonly kind: 'whole' }
  /** From the start of one date to the end of another, both EDTF. */
  | { readonly kind: 'dates'; readonly from: string; readonly to: string };

/** What stands around the timeline; each can be switched on or off. */
export interface FigureParts {
  /** Title and subtitle. */
  readonly title: boolean;
  /** Lanes and date styles. */
  readonly legend: boolean;
  /** Numbers at the events and the numbered list below. */
  readonly sources: boolean;
  /** Whose article the events were read from. */
  readonly credit: boolean;
  /** The document's notes, and its events without a date. */
  readonly note: boolean;
}

/** Everything that decides what a figure looks like. The same options give the same figure. */
export interface FigureOptions {
  readonly content: FigureContent;
  /** CSS pixels (1/96 inch), above 0; fractions come from millimetres. */
  readonly width: number;
  /** CSS pixels, at least; the figure grows where its events need more room. */
  readonly height: number;
  /** Image pixels to a CSS pixel in a PNG, 1 to 8. A figure of 300 dots an inch has 300 / 96. */
  readonly scale: number;
  readonly theme: 'light' | 'dark';
  /** Without a background. */
  readonly transparent: boolean;
  readonly parts: FigureParts;
  /** Ids of the document's lanes that are drawn, from the top down, each once; left out for all in its order. */
  readonly lanes?: readonly string[] | undefined;
}

/** A figure in a format. */
export interface FigureRequest {
  readonly options: FigureOptions;
  readonly format: FigureFormat;
}

/** What the figure page says of its finished drawing. */
export interface FigureDrawing {
  /** CSS pixels: as asked for, or more where the events needed it. */
  readonly height: number;
  /** The drawing as an SVG document, where one was asked for. */
  readonly svg: string | null;
}

/** The most image pixels that a side of a PNG may have. */
export const MOST_PIXELS = 16_384;

/** Why a document without events gives no figure. */
export const NO_EVENTS: Failure = {
  code: 'no-events',
  message: 'This document has no events, so there is no figure to export.',
  details: [],
};
