// Reads the lists of a document entry by entry, so that one faulty entry does not hide the others.
import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { isObject, reportIssues, tooManyEntries } from './issues.ts';
import { MOST_COUNTED, type Problems, type Report } from './problems.ts';
import type { ListName, ObjectSchema } from './schema.ts';
import type { SourceList } from './source.ts';
import { withoutUnknown, type UnknownFields } from './unknown-fields.ts';

/** An entry of a list. */
export interface Entry<Sketch, Sound> {
  /** Its place in the list, from 0. */
  readonly position: number;
  /** The entry as it stands in the file, with fields that the schema does not know; `undefined` if it is no object. */
  readonly raw: object | undefined;
  /** The entry, if it matches its schema. */
  readonly sound: Sound | undefined;
  /** The entry, or the parts of a faulty one that can still be checked. */
  readonly usable: Sketch;
  /** Reports on this entry. */
  readonly report: Report;
}

/** Lists longer than this use a compiled schema: compiling costs milliseconds and saves most of the time. */
const WORTH_COMPILING = 200;

/**
 * Yields the entries of a list and reports what the schema finds; stops once there are too many problems to count. zod
 * could read the list whole, but passes on the issues of all entries as arguments of one call, and about 100,000 of
 * them overflow the stack.
 *
 * @param name of the list.
 * @param list `undefined` counts as empty.
 * @param unknown takes the fields that the schema does not know; `null` if these are faults.
 */
export function* readEntries<Sketch, Sound extends Sketch>(
  problems: Problems,
  name: ListName,
  list: SourceList | undefined,
  schema: ObjectSchema<Sound>,
  sketch: z.ZodMiniType<Sketch>,
  unknown: UnknownFields | null,
): Generator<Entry<Sketch, Sound>> {
  const { readable = 0 } = list ?? {};
  const fast = readable > WORTH_COMPILING ? z.compile<z.ZodMiniType<Sound>>(schema) : schema;
  for (let position = 0; position < readable; position += 1) {
    if (problems.count() > MOST_COUNTED) return;
    const raw = list?.entry(position);
    const title = isObject(raw) ? raw['title'] : undefined;
    const report = problems.onEntry(name, position, title);
    const whole = withoutLongLists(raw, schema, report);
    const { entry, parsed } = withoutUnknown(fast, whole, unknown?.onEntry(name, position, title));
    const given = isObject(raw) ? raw : undefined;
    if (parsed.success) {
      yield { position, raw: given, sound: parsed.data, usable: parsed.data, report };
    } else {
      reportIssues(parsed.error.issues, entry, report);
      yield { position, raw: given, sound: undefined, usable: z.parse(sketch, entry), report };
    }
  }
}

/** Lists with a limit of their own. */
const MOST: Readonly<Partial<Record<string, number>>> = { tags: LIMITS.tags };

/** Measures the lists within an entry before zod sees them, for the same reason. */
function withoutLongLists(entry: unknown, { shape }: { readonly shape: object }, report: Report): unknown {
  if (!isObject(entry) || !Object.values(entry).some(isLong)) return entry;
  return Object.fromEntries(
    Object.entries(entry).filter(([field, value]) => {
      // Unknown fields are reported by name only, whatever they hold.
      if (!isLong(value) || !Object.hasOwn(shape, field)) return true;
      report([field], () => tooManyEntries(value, MOST[field] ?? LIMITS.entries));
      return false;
    }),
  );
}

function isLong(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > LIMITS.entries;
}
