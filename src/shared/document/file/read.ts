// Reads a timeline document: bytes → text → values → a document that can be shown. Pure.
import { failure, success, type Result } from '../../result.ts';
import type { PlacedDocument } from '../document.ts';
import { inWords, isObject } from './issues.ts';
import { parseJson } from './json.ts';
import { decodeText } from './text.ts';
import { validateDocument } from './validate.ts';

/** The version of the format that this program reads. */
const VERSION = 1;

/**
 * Reads the contents of a `.dateline` file.
 *
 * @param bytes at most as many as one string holds (`buffer.constants.MAX_STRING_LENGTH`).
 * @returns the document, or a failure: `document-encoding` (not UTF-8), `document-json`, `document-format` (JSON of
 *   another kind), `document-version`, or `document-invalid`, whose details are all problems found, a line each.
 */
export function readDocument(bytes: Uint8Array): Result<PlacedDocument> {
  const text = decodeText(bytes);
  if (!text.ok) return text;
  const json = parseJson(text.value);
  if (!json.ok) return json;
  const recognised = recognise(json.value);
  return recognised.ok ? validateDocument(json.value) : recognised;
}

/** Other formats and other versions have other fields: listing these as faults would help no one. */
function recognise(json: unknown): Result<null> {
  if (!isObject(json) || Array.isArray(json)) {
    return failure('document-format', 'This is not a timeline document: it must be a JSON object.');
  }
  const { format, version } = json;
  if (format !== 'dateline') {
    return failure(
      'document-format',
      `This is not a timeline document: ${format === undefined ? 'it has no “format”, which must be “dateline”' : `its “format” must be “dateline”, not ${inWords(format)}`}.`,
    );
  }
  if (version === VERSION) return success(null);
  if (typeof version === 'number' && version > VERSION) {
    return failure(
      'document-version',
      `The document was made by a newer version of Dateline: its format is version ${version}, and this one reads version ${VERSION}.`,
    );
  }
  return failure(
    'document-version',
    version === undefined
      ? `The document has no “version”, which must be ${VERSION}.`
      : `The document’s “version” must be ${VERSION}, not ${inWords(version)}.`,
  );
}
