// Checks the arguments of a call, which are untrusted data from a page until then.
import type { FigureRequest } from '../../shared/figure/figure.ts';
import type { HouseStyle } from '../../shared/figure/house-style.ts';
import { failure, success, type Result } from '../../shared/result.ts';
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

/**
 * Reads a house style, as it stands in a file or in the settings.
 *
 * @returns `style-invalid` with a sentence on the first fault, to stand behind the name of the file
 */
export function readHouseStyle(value: unknown): Result<HouseStyle> {
  const read = SCHEMAS.houseStyle.safeParse(value);
  if (read.success) return success(read.data);
  const [issue] = read.error.issues;
  const place = issue?.path.map(String).join('.') ?? '';
  if (issue?.code === 'unrecognized_keys') {
    const known = place === '' ? 'A style has “fonts” and “colours”.' : 'Check its spelling.';
    return invalidStyle(
      `There is no “${issue.keys[0] ?? ''}”${place === '' ? '' : ` in “${place}”`}. ${known}`,
    );
  }
  return invalidStyle(`${place === '' ? '' : `See “${place}”. `}${issue?.message ?? ''}`);
}

function invalidStyle(message: string): Result<never> {
  return failure('style-invalid', message);
}
