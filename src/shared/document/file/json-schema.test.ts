/// <reference types="vite/client" />
// docs/dateline.schema.json is up to date.
import { expect, test } from 'vitest';
import committed from '../../../../docs/dateline.schema.json?raw';
import { documentJsonSchema } from './json-schema.ts';

test('the JSON Schema in docs/ is that of the schema (`npm run json-schema` writes it)', () => {
  expect(committed).toBe(documentJsonSchema());
});
