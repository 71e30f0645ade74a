// Writes the JSON Schema of the timeline document to docs/dateline.schema.json.
import { writeFile } from 'node:fs/promises';
import { documentJsonSchema } from '../src/shared/document/file/json-schema.ts';

const file = new URL('../docs/dateline.schema.json', import.meta.url);
await writeFile(file, documentJsonSchema());
