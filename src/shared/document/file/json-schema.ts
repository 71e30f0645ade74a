// The JSON Schema of a `.dateline` file, for editors and other programs; kept in docs/dateline.schema.json.
import * as z from 'zod/mini';
import { document1, document2 } from './schema.ts';

/**
 * The JSON Schema (draft 2020-12) of a file, as text. Lists that default to empty may be left out. The version selects
 * one of two schemas; from version 2 on, a file may have further fields.
 */
export function documentJsonSchema(): string {
  const { $schema, ...first } = z.toJSONSchema(document1, { io: 'input' });
  const second = z.toJSONSchema(document2, {
    io: 'input',
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
    },
  });
  delete second.$schema;
  const schema = { $schema, if: { properties: { version: { const: 1 } } }, then: first, else: second };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
