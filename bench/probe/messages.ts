// The messages between the benchmark and its probe inside Electron.
import { z } from 'zod';

/** How to watch a page. */
export interface Watch {
  /** The page is drawn once this CSS selector matches `count` elements. */
  readonly drawn: string;
  readonly count: number;
  /** A CSS selector for what a page shows that refuses its document. */
  readonly refusal: string;
  /** Whether the page reacts to gestures. */
  readonly moves: boolean;
  /** Whether events can be edited in it. */
  readonly edits: boolean;
  /** Absolute; a table for it to import. */
  readonly imports?: string;
}

const frames = z.object({
  /** From each animation frame to the next, milliseconds. */
  intervals: z.array(z.number()),
  /** How many different spans of time were drawn. */
  views: z.number(),
});

/** The probe's answers: `painted` on its own, the others when requested by name. */
export const answers = {
  /**
   * When everything was painted (`null` if the page refused its document), and when the window was shown: milliseconds
   * since 1970, with a fraction.
   */
  painted: z.tuple([z.number().nullable(), z.number()]),
  /** The frames while a scripted hand zoomed and dragged. */
  frames,
  /** The same, a hand after the other, while a table was imported. */
  importing: z.array(frames),
  /** How much style and layout work the page did while the same hand zoomed and dragged. */
  work: z.object({
    /** Milliseconds in all. */
    style: z.number(),
    layout: z.number(),
    /** The frames in which it did so. */
    frames,
  }),
  /** What each edit by keyboard took the page, up to its picture; milliseconds. */
  edits: z.array(z.number()),
  /** Searches, one after the other: until the window says how much was found, and the longest frame meanwhile; milliseconds. */
  searches: z.array(z.object({ time: z.number(), worst: z.number() })),
  /** How long the page waited when it requested its document again, milliseconds. */
  fetched: z.number(),
  /** How long figures took, from the reader's command to the written file; milliseconds. */
  figures: z.object({
    /** The view as PNG at 1×, including the time to open the figure page. */
    first: z.number(),
    /** `capturePage` of the timeline, as it is and encoded as PNG. */
    capture: z.array(z.number()),
    capturePng: z.array(z.number()),
    /** The view as PNG at 1×, alternating with these. */
    view: z.array(z.number()),
    /** The whole timeline, 1920 × 1080 CSS pixels; the PNG at 2×. */
    png: z.array(z.number()),
    svg: z.array(z.number()),
    pdf: z.array(z.number()),
  }),
};

/** The answer to `figures`. */
export type FigureTimes = z.infer<typeof answers.figures>;

/** The answer to `searches`. */
export type SearchTimes = z.infer<typeof answers.searches>;

/** A request of the benchmark: one of {@link answers}, or to quit. */
export type Request = Exclude<keyof typeof answers, 'painted'> | 'quit';
