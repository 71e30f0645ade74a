// The menu offers every format that can be written, with an ending that the format knows.
import { expect, test } from 'vitest';
import { FORMATS } from './formats.ts';
import { WRITABLE_FORMATS } from './writable.ts';

test('all that can be written are offered, but for tables with tabs, and none besides', () => {
  const writable = FORMATS.filter(({ write, id }) => write !== undefined && id !== 'tsv');
  expect(WRITABLE_FORMATS.map(({ id }) => id).toSorted()).toEqual(writable.map(({ id }) => id).toSorted());
  for (const { id, ending } of WRITABLE_FORMATS)
    expect(FORMATS.find((format) => format.id === id)?.endings).toContain(`.${ending}`);
});
