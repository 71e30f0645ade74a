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

/** Restores a requested figure from the settings; `undefined` if it is no longer valid. */
export function rememberedFigure(value: unknown): FigureRequest | undefined {
  return SCHEMAS.figureRequest.safeParse(value).data;
}
