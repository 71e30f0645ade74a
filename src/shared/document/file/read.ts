// Reads a timeline document: bytes → the places of its parts → values, one at a time → a document that can be shown. Pure.
import { failure, success, type Failed, type Result } from '../../result.ts';
import { atOnce } from '../../slices.ts';
import type { PlacedDocument } from '../document.ts';
import { inWords } from './issues.ts';
import { otherKind } from './other-kind.ts';
import { MOST_LISTED } from './problems.ts';
import type { WatchReading } from './progress.ts';
import { scanDocument } from './scanned.ts';
import { FIELDS } from './schema.ts';
import type { Source } from './source.ts';
import { checkEncoding } from './text.ts';
import { validatingDocument, type Examined } from './validate.ts';

/** The newest version of the format that this program reads; it also reads all earlier ones. */
const NEWEST = 2;

/**
 * Reads the contents of a `.dateline` file.
 *
 * @param bytes of any number: nothing larger than one entry of a list becomes a string or an object.
 * @param watch hears how far it has come.
 * @returns the document, or a failure: `document-other` (not JSON at all, such as a web page), `document-encoding` (not
 *   UTF-8), `document-json`, `document-format` (JSON of another kind), `document-version`, or `document-invalid`, whose
 *   details are all problems found, a line each.
 */
export function readDocument(bytes: Uint8Array, watch?: WatchReading): Result<PlacedDocument> {
  return atOnce(readingDocument(bytes, watch));
}

/** Like {@link readDocument}, with rests between which other work can go on: the file is scanned at once, and then checked. */
export function* readingDocument(
  bytes: Uint8Array,
  watch?: WatchReading,
): Generator<undefined, Result<PlacedDocument>> {
  const examined = yield* examiningDocument(bytes, MOST_LISTED, watch);
  return examined.ok ? success(examined.value) : { ok: false, failure: examined.failure };
}

/**
 * Like {@link readDocument}, and also lists the problems one by one.
 *
 * @param most how many problems are listed; more are only counted.
 */
export function examineDocument(bytes: Uint8Array, most: number, watch?: WatchReading): Examined {
  return atOnce(examiningDocument(bytes, most, watch));
}

function* examiningDocument(
  bytes: Uint8Array,
  most: number,
  watch?: WatchReading,
): Generator<undefined, Examined> {
  const kind = otherKind(bytes);
  if (kind !== null) {
    return whole(
      failure(
        'document-other',
        kind === 'empty' ? 'The file is empty.' : `It is ${kind}, not a timeline document.`,
        WHAT_OPENS,
      ),
    );
  }
  const from = checkEncoding(bytes);
  if (!from.ok) return whole(from);
  const source = scanDocument(bytes, from.value, FIELDS, watch);
  if (!source.ok) return whole(source);
  return yield* examiningSource(source.value, most, watch);
}

/**
 * Examines a file that has been taken apart.
 *
 * @param source its parts; `null` if it holds JSON, but no object.
 * @param most how many problems are listed.
 */
export function examineSource(source: Source | null, most: number, watch?: WatchReading): Examined {
  return atOnce(examiningSource(source, most, watch));
}

function* examiningSource(
  source: Source | null,
  most: number,
  watch?: WatchReading,
): Generator<undefined, Examined> {
  const recognised = recognise(source);
  if (!recognised.ok) return whole(recognised);
  return yield* validatingDocument(recognised.value.source, recognised.value.version, most, watch);
}

/** A failure of the file as a whole. */
function whole(failed: Failed): Examined {
  return { ...failed, problems: [] };
}

/** What Dateline opens, and where to learn the format: for messages about other files. */
export const WHAT_OPENS: readonly string[] = [
  'Dateline opens timeline documents: text files in JSON, usually with names that end in .dateline. It also opens tables, files of other timeline programs, and articles.',
  'To make one, list events with their dates in a text editor. Document Format in the Help menu has an example to start from.',
];

/** Other formats and versions have other fields: to list these as faults would help no one. */
function recognise(source: Source | null): Result<{ readonly source: Source; readonly version: 1 | 2 }> {
  if (source === null) {
    return failure(
      'document-format',
      'This is not a timeline document: it must be a JSON object.',
      WHAT_OPENS,
    );
  }
  const { format, version } = source.fields;
  if (format !== 'dateline') {
    return failure(
      'document-format',
      `This is not a timeline document: ${format === undefined ? 'it has no “format”, which must be “dateline”' : `its “format” must be “dateline”, not ${inWords(format)}`}.`,
      WHAT_OPENS,
    );
  }
  if (version === 1 || version === NEWEST) return success({ source, version });
  if (typeof version === 'number' && Number.isSafeInteger(version) && version > NEWEST) {
    return failure(
      'document-version',
      `The document was made by a newer version of Dateline: its format is version ${version}, and this one reads versions up to ${NEWEST}.`,
    );
  }
  return failure(
    'document-version',
    version === undefined
      ? `The document has no “version”, which must be 1 or ${NEWEST}.`
      : `The document’s “version” must be 1 or ${NEWEST}, not ${inWords(version)}.`,
  );
}
