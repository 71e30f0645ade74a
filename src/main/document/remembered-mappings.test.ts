// Mappings are remembered by the heads of their table, the last twenty, and what the settings hold is looked at.
import { expect, it } from 'vitest';
import type { Mapping } from '../../shared/formats/table/fields.ts';
import { DEFAULT_SETTINGS, type Settings } from '../system/settings.ts';
import { rememberedMappings } from './remembered-mappings.ts';

const MAPPING: Mapping = { heads: true, fields: { title: { columns: ['A'] }, lane: { fixed: 'Roads' } } };

function remembered(mappings?: unknown) {
  let settings: Settings = { ...DEFAULT_SETTINGS, mappings };
  return rememberedMappings({
    current: () => settings,
    change: (parts) => {
      settings = { ...settings, ...parts };
    },
  });
}

it('finds the mapping of the last table with the same heads, with its answers but for the sheet', async () => {
  const mappings = remembered();
  await mappings.keep(['A', 'B'], MAPPING, ['B=day-first', 'sheet-2']);
  expect(await mappings.find(['A', 'B'])).toEqual({ mapping: MAPPING, assume: ['B=day-first'] });
  expect(await mappings.find(['B', 'A'])).toBeUndefined();
  const other: Mapping = { heads: true, fields: { title: { columns: ['B'] } } };
  await mappings.keep(['A', 'B'], other, []);
  expect(await mappings.find(['A', 'B'])).toEqual({ mapping: other, assume: [] });
});

it('forgets the oldest, and keeps none without heads', async () => {
  const mappings = remembered();
  for (let number = 0; number < 21; number += 1) await mappings.keep([`${number}`], MAPPING, []);
  await mappings.keep(['#1', '#2'], { ...MAPPING, heads: false }, []);
  expect(await mappings.find(['0'])).toBeUndefined();
  expect(await mappings.find(['1'])).toBeDefined();
  expect(await mappings.find(['#1', '#2'])).toBeUndefined();
});

it.each<[string, unknown]>([
  ['no list', { columns: ['A'] }],
  ['an entry of another kind', [null, 3, 'A']],
  [
    'a field that is none',
    [{ columns: ['A'], mapping: { heads: true, fields: { nothing: { fixed: '' } } } }],
  ],
  ['columns that are none', [{ columns: [1], mapping: MAPPING }]],
])('takes %s in the settings for nothing', async (_what, value) => {
  expect(await remembered(value).find(['A'])).toBeUndefined();
});
