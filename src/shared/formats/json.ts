// Takes a JSON file apart for the formats that are JSON, with sentences for what is wrong with it.
import { linesOf } from '../document/file/line-numbers.ts';
import { scanJson } from '../document/file/json.ts';
import { failure, success, type Result } from '../result.ts';
import type { Path } from '../document/file/path.ts';
import { excerpt } from '../excerpt.ts';
import { inEntries, type Problems } from './report.ts';
import { decodeText } from './text.ts';

/** How deep lists and objects may be nested. */
const DEEPEST = 64;

/**
 * Parses a JSON file, and lets problems find their lines in it.
 *
 * @returns its value, or a failure that names the line and column of the first fault.
 */
export function readJson(bytes: Uint8Array, assume: readonly string[], problems: Problems): Result<unknown> {
  const decoded = decodeText(bytes, assume, problems);
  if (!decoded.ok) return decoded;
  const text = decoded.value;
  // What stands before the braces, or names and texts as only scripts have them.
  const isScript =
    /^\s*(?:(?:var|let|const|new)\s+)?[\w$.]+\s*(?:=|\()/.test(text) ||
    /^\s*[[{]\s*(?:\{\s*)?(?:[A-Za-z_$][\w$]*|'[^'\n]{0,100}')\s*:/.test(text);
  if (isScript)
    return failure(
      'json-script',
      'The file is a script, not JSON, and Dateline runs none. Remove what stands before the first brace and behind the last, and put names and texts in quotation marks ("…").',
    );
  const fault = scanJson(new TextEncoder().encode(text), 0, {
    name: () => undefined,
    begin: () => undefined,
    end: () => undefined,
  });
  if (fault !== null) {
    const { code, message, details } = fault.failure;
    return failure(
      code,
      message.replace(/\bThe document\b/, 'The file').replace(/ A timeline document has.*$/, ''),
      details,
    );
  }
  const value: unknown = JSON.parse(text);
  problems.locate((paths) => (/[\r\n]\s*\S/.test(text) ? linesOf(text, paths) : paths.map(() => null)));
  return isTooDeep(value)
    ? failure('json-deep', `The file has more than ${DEEPEST} lists and objects within each other.`)
    : success(value);
}

/** The value is no deeper than the scanner allows, so that this ends. */
function isTooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth >= DEEPEST || Object.values(value).some((part) => isTooDeep(part, depth + 1));
}

/** A field of an object of its own; `undefined` if there is none. */
export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  const own: unknown = Reflect.get(value, name);
  return own;
}

/** A list, or `undefined`. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** A text or number as text; blank for all else. */
export function textIn(value: unknown): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' && Number.isFinite(value)
      ? String(value)
      : '';
}

/** Whether a value is an object and no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Says that fields of an entry are not read: of those that readers know each by its name, of all others the first.
 *
 * @param isRead whether a field is read, or says nothing.
 * @param known the fields that have a line of their own.
 */
export function countUnread(
  value: unknown,
  isRead: (name: string) => boolean,
  {
    known = [],
    entries,
    path,
  }: { readonly known?: readonly string[]; readonly entries: string; readonly path: Path },
  problems: Problems,
): void {
  if (!isRecord(value)) return;
  let others = false;
  for (const [name, part] of Object.entries(value)) {
    if (isRead(name) || isBlank(part)) continue;
    const isKnown = known.includes(name);
    if (!isKnown && others) continue;
    others ||= !isKnown;
    problems.count(
      `${isKnown ? name : ''} of ${entries}`,
      (count) =>
        isKnown
          ? `“${name}” was left out ${inEntries(count, entries)}`
          : `Fields that are not read, such as ${excerpt(name, 40)}, were left out ${inEntries(count, entries)}`,
      { path: [...path, name] },
    );
  }
}

function isBlank(value: unknown): boolean {
  return (
    value === null ||
    value === '' ||
    value === false ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}
