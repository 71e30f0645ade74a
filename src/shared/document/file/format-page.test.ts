/// <reference types="vite/client" />
// docs/format.md describes the format correctly.
import { expect, test } from 'vitest';
import page from '../../../../docs/format.md?raw';
import { isObject } from './issues.ts';
import { documentJsonSchema } from './json-schema.ts';
import { bytesOf } from '../samples.ts';
import { readDocument } from './read.ts';
import { LIMITS } from '../limits.ts';

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(page)?.[1] ?? '';
}

const read = (text: string) => readDocument(bytesOf(text));

test('its example is a document', () => {
  expect(read(block('json'))).toMatchObject({ ok: true });
});

test('its example of a problem is what the example gives with an offset that is off by one', () => {
  const faulty = block('json').replace('"start": 37, "end": 64', '"start": 36, "end": 63');
  expect(read(faulty)).toMatchObject({ failure: { details: [block('text').trim()] } });
});

test('it names every field', () => {
  const names = new Set<string>();
  const visit = (schema: unknown): void => {
    if (!isObject(schema)) return;
    if (isObject(schema['properties'])) for (const name of Object.keys(schema['properties'])) names.add(name);
    Object.values(schema).forEach(visit);
  };
  visit(JSON.parse(documentJsonSchema()));
  expect([...names].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  expect(names.size).toBeGreaterThan(20);
});

test('it names every limit', () => {
  const limits = Object.values(LIMITS).map((limit) => limit.toLocaleString('en'));
  expect(limits.filter((limit) => !new RegExp(`\\b${limit}\\b`).test(page))).toEqual([]);
  expect(page).toMatch(new RegExp(`\\| \`date\`, \`published\` +\\| ${LIMITS.date} `));
});
