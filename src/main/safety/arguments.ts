// Checks the arguments of a call, which are untrusted data from a page until then.
import type { FigureRequest } from '../../shared/figure/figure.ts';
import { CHANNELS, type Contract } from '../../shared/ipc.ts';
import { SCHEMAS } from '../../shared/schemas.ts';

/** Whether the arguments match the channel's schemas, in number and kind. */
export function areArguments<Name extends keyof Contract>(
  channel: Name,
  given: readonly unknown[],
): given is Parameters<Contract[Name]> {
  const schemas = CHANNELS[channel].takes(SCHEMAS);
  return (
    given.length === schemas.length && schemas.every((schema, at) => schema.safeParse(given[at]).success)
  );
}

/** A figure that was asked for, out of what was remembered of it; `undefined` where that is no longer one. */
export function rememberedFigure(value: unknown): FigureRequest | undefined {
  return SCHEMAS.figureRequest.safeParse(value).data;
}
