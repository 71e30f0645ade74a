// Leaves out the fields that this program does not know, and records them for the notice to the reader.
import * as z from 'zod/mini';
import type { UnknownField } from '../document.ts';
import { isObject } from './issues.ts';
import type { Path } from './path.ts';
import { placeInWords } from './problems.ts';

/** Records an unknown field by its path. */
export type NoteUnknown = (path: Path) => void;

/** The unknown fields of one document. */
export interface UnknownFields {
  /** Takes those of the document itself. */
  readonly onDocument: NoteUnknown;
  /** Takes those of one entry of a list, named by its position and its title, if it has one. */
  readonly onEntry: (list: string, position: number, title: unknown) => NoteUnknown;
  /** Each name once, in the order of first occurrence; the first 10,000. */
  readonly found: () => readonly UnknownField[];
}

/** The most names that are kept: many times this, in a hostile document, fill the memory and help no one. */
const MOST_NAMES = 10_000;

/** Starts an empty collection. */
export function collectUnknownFields(): UnknownFields {
  const found = new Map<string, { first: string; count: number }>();
  const note = (path: Path, place: (around: Path) => string): void => {
    const name = String(path.at(-1));
    const known = found.get(name);
    if (known !== undefined) known.count += 1;
    else if (found.size < MOST_NAMES) found.set(name, { first: place(path.slice(0, -1)), count: 1 });
  };
  return {
    onDocument: (path) => {
      note(path, () => 'the document');
    },
    onEntry: (list, position, title) => (path) => {
      note(path, (around) => placeInWords(list, position, title, around));
    },
    found: () => Array.from(found, ([name, { first, count }]) => ({ name, first, count })),
  };
}

/**
 * Parses a value without the fields that its schema does not know.
 *
 * @param note takes these fields; without it, they are issues like any other.
 * @returns the last result, and the value that it is about.
 */
export function withoutUnknown<Output>(
  schema: z.ZodMiniType<Output>,
  value: unknown,
  note: NoteUnknown | undefined,
): { readonly entry: unknown; readonly parsed: ReturnType<typeof z.safeParse<z.ZodMiniType<Output>>> } {
  const parsed = z.safeParse(schema, value);
  if (parsed.success || note === undefined) return { entry: value, parsed };
  const unknown = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [],
  );
  if (unknown.length === 0) return { entry: value, parsed };
  for (const path of unknown) note(path);
  const entry = without(value, unknown, 0);
  return { entry, parsed: z.safeParse(schema, entry) };
}

/** A copy of the value without some fields; shares every part that does not change. */
function without(value: unknown, fields: readonly Path[], depth: number): unknown {
  const below = new Map<PropertyKey | undefined, Path[]>();
  for (const field of fields) {
    const together = below.get(field[depth]);
    if (together === undefined) below.set(field[depth], [field]);
    else together.push(field);
  }
  const inner = (step: PropertyKey, one: unknown): unknown => {
    const deeper = below.get(step);
    return deeper === undefined ? one : without(one, deeper, depth + 1);
  };
  if (Array.isArray(value)) return value.map((one, position) => inner(position, one));
  if (!isObject(value)) return value;
  const isLeftOut = (name: string): boolean =>
    below.get(name)?.some((field) => field.length === depth + 1) === true;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !isLeftOut(name))
      .map(([name, one]) => [name, inner(name, one)]),
  );
}
