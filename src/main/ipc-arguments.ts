// What each channel takes: the arguments of a call are data from a page until they have been read here.
import * as z from 'zod/mini';
import type { Contract } from '../shared/ipc.ts';

/** The last instant that a `Date` holds, in milliseconds before and after 1970. */
const LAST_INSTANT = 8.64e15;

const instant = z.number().check(z.gte(-LAST_INSTANT), z.lte(LAST_INSTANT));

const figureRequest = z.strictObject({
  window: z.strictObject({ start: instant, end: instant }).check(z.refine(({ start, end }) => start < end)),
  width: z.int().check(z.gte(200), z.lte(16_384)),
  height: z.int().check(z.gte(100), z.lte(16_384)),
  scale: z.number().check(z.gte(1), z.lte(8)),
  theme: z.enum(['light', 'dark']),
});

const ARGUMENTS: { readonly [Channel in keyof Contract]: z.ZodMiniType<Parameters<Contract[Channel]>> } = {
  loadDocument: z.tuple([]),
  chooseDocument: z.tuple([]),
  loadBundledDocument: z.tuple([]),
  exportFigure: z.tuple([figureRequest]),
  copyFigure: z.tuple([figureRequest]),
  showExportedFigure: z.tuple([]),
  openLink: z.tuple([z.string()]),
  figureJob: z.tuple([]),
  figureDrawn: z.tuple([]),
};

/** The arguments of a call as the contract has them, or `undefined` where they are too few, too many or not as they should be. */
export function argumentsOf<Channel extends keyof Contract>(
  channel: Channel,
  given: readonly unknown[],
): Parameters<Contract[Channel]> | undefined {
  return ARGUMENTS[channel].safeParse(given).data;
}
