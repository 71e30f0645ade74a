// What each channel takes: the arguments of a call are data from a page until they have been read here.
import * as z from 'zod/mini';
import { FIGURE_FORMATS, MOST_PIXELS, type FigureRequest } from '../../shared/figure/figure.ts';
import { SCALES, SMALLEST_FIGURE } from '../../shared/figure/sizes.ts';
import { LONGEST_FAULT, type Contract } from '../../shared/ipc.ts';
import { isPanelLayout, type PanelLayout } from '../../shared/panel.ts';

/** The last instant that a `Date` holds, in milliseconds before and after 1970. */
const LAST_INSTANT = 8.64e15;

const instant = z.number().check(z.gte(-LAST_INSTANT), z.lte(LAST_INSTANT));

const timeWindow = z
  .strictObject({ start: instant, end: instant })
  .check(z.refine(({ start, end }) => start < end));

const figureOptions = z.strictObject({
  content: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('view'), window: timeWindow }),
    z.strictObject({ kind: z.literal('whole') }),
    // Words of the reader's, which main answers with a sentence where they are no dates.
    z.strictObject({ kind: z.literal('dates'), from: z.string(), to: z.string() }),
  ]),
  width: z.number().check(z.gte(SMALLEST_FIGURE.width), z.lte(MOST_PIXELS)),
  height: z.number().check(z.gte(SMALLEST_FIGURE.height), z.lte(MOST_PIXELS)),
  scale: z.number().check(z.gte(SCALES.least), z.lte(SCALES.most)),
  theme: z.enum(['light', 'dark']),
  transparent: z.boolean(),
  parts: z.strictObject({
    title: z.boolean(),
    legend: z.boolean(),
    sources: z.boolean(),
    credit: z.boolean(),
    note: z.boolean(),
  }),
  lanes: z.optional(
    z.array(z.int().check(z.nonnegative())).check(
      z.minLength(1),
      z.refine((lanes) => new Set(lanes).size === lanes.length),
    ),
  ),
});

const figureRequest = z.strictObject({ options: figureOptions, format: z.enum(FIGURE_FORMATS) });

const panelLayout = z.custom<PanelLayout>(isPanelLayout);

const ARGUMENTS: { readonly [Channel in keyof Contract]: z.ZodMiniType<Parameters<Contract[Channel]>> } = {
  loadDocument: z.tuple([]),
  chooseDocument: z.tuple([]),
  loadBundledDocument: z.tuple([]),
  exportFigure: z.tuple([figureRequest]),
  copyFigure: z.tuple([figureOptions]),
  previewFigure: z.tuple([figureRequest]),
  cancelFigure: z.tuple([]),
  lastFigure: z.tuple([]),
  showExportedFigure: z.tuple([]),
  openLink: z.tuple([z.string()]),
  openWaitingDocument: z.tuple([]),
  openDropped: z.tuple([z.string()]),
  keepPlace: z.tuple([
    z.strictObject({ window: timeWindow, selected: z.nullable(z.int().check(z.nonnegative())) }),
  ]),
  about: z.tuple([]),
  copyVersion: z.tuple([]),
  copyText: z.tuple([z.string()]),
  rememberPanel: z.tuple([panelLayout]),
  figureJob: z.tuple([]),
  figureDrawn: z.tuple([
    z.strictObject({ height: z.number().check(z.positive()), svg: z.nullable(z.string()) }),
  ]),
  figureFailed: z.tuple([
    z.strictObject({
      name: z.string().check(z.maxLength(LONGEST_FAULT.name)),
      message: z.string().check(z.maxLength(LONGEST_FAULT.message)),
      stack: z.string().check(z.maxLength(LONGEST_FAULT.stack)),
    }),
  ]),
};

/** The arguments of a call as the contract has them, or `undefined` where they are too few, too many or not as they should be. */
export function argumentsOf<Channel extends keyof Contract>(
  channel: Channel,
  given: readonly unknown[],
): Parameters<Contract[Channel]> | undefined {
  return ARGUMENTS[channel].safeParse(given).data;
}

/** A figure that was asked for, out of what was remembered of it; `undefined` where that is no longer one. */
export function rememberedFigure(value: unknown): FigureRequest | undefined {
  return figureRequest.safeParse(value).data;
}
