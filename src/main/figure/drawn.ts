// Describes a drawn figure and the work of an encoder.
import type { FigureDrawing, FigureRequest } from '../../shared/figure/figure.ts';
import type { Result } from '../../shared/result.ts';
import type { FigurePage } from './page.ts';

/** A figure painted on its page, at its size and scale. The page keeps it until the encoder is done. */
export interface DrawnFigure {
  readonly request: FigureRequest;
  readonly drawing: FigureDrawing;
  /** Sends a command of the Chrome DevTools Protocol to the page; rejects if it fails. */
  readonly send: FigurePage['send'];
  /** Prints the page. */
  readonly print: FigurePage['print'];
}

/** Turns a figure into a file's contents, or says why it cannot. */
export type Encoder<Encoded> = (figure: DrawnFigure) => Promise<Result<Encoded>>;

/** A file's contents and the figure's size: image pixels for PNG, CSS pixels otherwise. */
export interface EncodedFigure {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** What had no room on the first page, in words, or `null`. */
  readonly leftOut: string | null;
}
