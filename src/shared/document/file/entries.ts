// Reads the lists of a document entry by entry, so that one faulty entry does not keep others from being read.
import * as z from 'zod/mini';
import { isObject, reportIssues, tooManyEntries } from './issues.ts';
import { MOST_COUNTED, type Problems, type Report } from './problems.ts';
import { LIMITS } from './schema.ts';

/** An entry of a list. */
export interface Entry<Sketch, Sound> {
  /** The entry if it passes its schema. */
  readonly sound: Sound | undefined;
  /** The same, or what of a faulty entry can still be checked. */
  readonly usable: Sketch;
  /** Reports on this entry. */
  readonly report: Report;
}

/** From so many entries on a list is read by a compiled schema: that costs milliseconds, and saves most of the time. */
const WORTH_COMPILING = 1_000;

/**
 * Yields the entries of a list, and reports what the schema finds; stops where there are too many problems to count.
 * zod could read the list whole, but hands on the issues of all entries as the arguments of one call, and about
 * 100,000 of them overflow the stack.
 *
 * @param name of the list.
 * @param list `undefined` counts as empty.
 */
export function* readEntries<Sketch, Sound extends Sketch>(
  problems: Problems,
  name: string,
  list: readonly unknown[] = [],
  schema: z.ZodMiniType<Sound>,
  sketch: z.ZodMiniType<Sketch>,
): Generator<Entry<Sketch, Sound>> {
  const fast = list.length > WORTH_COMPILING ? z.compile(schema) : schema;
  for (const [position, raw] of list.entries()) {
    if (problems.count() > MOST_COUNTED) return;
    const report = problems.onEntry(name, position, isObject(raw) ? raw['title'] : undefined);
    const entry = withoutLongLists(raw, report);
    const parsed = z.safeParse(fast, entry);
    if (parsed.success) {
      yield { sound: parsed.data, usable: parsed.data, report };
    } else {
      reportIssues(parsed.error.issues, entry, report);
      yield { sound: undefined, usable: z.parse(sketch, entry), report };
    }
  }
}

/** The lists within an entry are measured before zod sees them, for the same reason. */
function withoutLongLists(entry: unknown, report: Report): unknown {
  if (!isObject(entry) || !Object.values(entry).some(isLong)) return entry;
  return Object.fromEntries(
    Object.entries(entry).filter(([field, value]) => {
      if (!isLong(value)) return true;
      report([field], () => tooManyEntries(value, LIMITS.entries));
      return false;
    }),
  );
}

function isLong(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > LIMITS.entries;
}
