// The JSON Schema of a `.dateline` file, for editors and other programs; kept in docs/dateline.schema.json.
import * as z from 'zod/mini';
import { timelineDocument } from './schema.ts';

/** The text of the JSON Schema (draft 2020-12) of a file, in which lists that default to empty may be left out. */
export function documentJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(timelineDocument, { io: 'input' }), null, 2)}\n`;
}
