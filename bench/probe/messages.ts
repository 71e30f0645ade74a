// What the benchmark and its probe inside Electron tell each other.
import { z } from 'zod';

/** How a page is watched. */
export interface Watch {
  /** The page is drawn once this CSS selector matches as many elements as `count` says. */
  readonly drawn: string;
  readonly count: number;
  /** A CSS selector of what the page shows instead where it refuses its document. */
  readonly refusal: string;
  /** Whether gestures move what is drawn. */
  readonly moves: boolean;
}

/** What the probe answers: `painted` unasked, the others when asked by their name. */
export const answers = {
  /**
   * When everything was painted, or `null` where the page refused its document, and when the window was shown:
   * milliseconds since 1970, with a fraction.
   */
  painted: z.tuple([z.number().nullable(), z.number()]),
  /** What the frames were like while a scripted hand zoomed and dragged. */
  frames: z.object({
    /** From each animation frame to the next, milliseconds. */
    intervals: z.array(z.number()),
    /** How many different spans of time were drawn. */
    views: z.number(),
  }),
  /** How long the page waited for its document when it asked for it again, milliseconds. */
  fetched: z.number(),
  /** How long figures took, milliseconds, each from the reader's word to the file that is written. */
  figures: z.object({
    /** The view as PNG at 1×, before which the page that figures are drawn on had to be opened. */
    first: z.number(),
    /** `capturePage` of the timeline, as it is and encoded as PNG. */
    capture: z.array(z.number()),
    capturePng: z.array(z.number()),
    /** The view as PNG at 1×, in turn with these. */
    view: z.array(z.number()),
    /** The whole timeline, 1920 × 1080 CSS pixels; the PNG at 2×. */
    png: z.array(z.number()),
    svg: z.array(z.number()),
    pdf: z.array(z.number()),
  }),
};

/** What `figures` is answered with. */
export type FigureTimes = z.infer<typeof answers.figures>;

/** What the benchmark asks for: one of {@link answers}, or to quit. */
export type Request = Exclude<keyof typeof answers, 'painted'> | 'quit';
