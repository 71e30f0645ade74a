// Synthetic documents are valid and reproducible.
import { expect, test } from 'vitest';
import { readDocument } from '../src/shared/document/file/read.ts';
import { syntheticDocument } from './synthetic.ts';

const read = (document: unknown) => readDocument(new TextEncoder().encode(JSON.stringify(document)));

test.each([0, 1, 2000])('a synthetic document of %d events passes validation', (count) => {
  const result = read(syntheticDocument(count, { lanes: 3 }));
  expect(result).toMatchObject({ ok: true });
  expect(result.ok && [result.value.events.count, result.value.lanes.length]).toEqual([count, 3]);
});

test('the same seed gives the same document, another seed another one', () => {
  expect(syntheticDocument(50, { seed: 7 })).toEqual(syntheticDocument(50, { seed: 7 }));
  expect(syntheticDocument(50, { seed: 7 }).events).not.toEqual(syntheticDocument(50, { seed: 8 }).events);
});

test('it has dates of every kind, all from 1900 to 2025, and mostly days', () => {
  const { events } = syntheticDocument(2000);
  const shapes = new Map<string, number>();
  for (const { date = '' } of events) {
    const shape = date.replaceAll(/\d/g, '0');
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
    for (const year of date.match(/\d{4}/g) ?? []) expect(Number(year)).toBeGreaterThanOrEqual(1900);
    for (const year of date.match(/\d{4}/g) ?? []) expect(Number(year)).toBeLessThanOrEqual(2025);
  }
  const kinds = ['0000', '0000-00', '0000-00-00'].flatMap((date) => [date, `${date}?`, `${date}~`]);
  expect([...shapes.keys()].sort()).toEqual([...kinds, '0000-00-00/0000-00-00'].sort());
  expect(shapes.get('0000-00-00')).toBeGreaterThan(1000);
});
