// Remembers what the columns of tables mean, for the next table with the same heads.
import type { ImportChoice } from '../../shared/formats/preview.ts';
import type { Mapping } from '../../shared/formats/table/fields.ts';
import type { SettingsFile } from '../system/settings.ts';

/** The mappings of the last tables. */
export interface RememberedMappings {
  /** The mapping of the last table with these columns, and the answers that were given. */
  readonly find: (columns: readonly string[]) => Promise<ImportChoice | undefined>;
  /**
   * Remembers a mapping with its answers, except for which sheet was read. One without heads would fit any table, and one of
   * thousands of columns is too long to keep.
   */
  readonly keep: (columns: readonly string[], mapping: Mapping, assume: readonly string[]) => Promise<void>;
}

/** How many are remembered, the last first. */
const MOST = 20;

/** The longest that one may be, as JSON. */
const LONGEST = 20_000;

/** The mappings in the settings. */
export function rememberedMappings(settings: Pick<SettingsFile, 'current' | 'change'>): RememberedMappings {
  return {
    find: async (columns) => {
      const known = await entriesIn(settings.current().mappings);
      const mapping = known.find((one) => isSame(one.columns, columns))?.mapping;
      if (mapping === undefined) return undefined;
      const { heads, fields, assume = [] } = mapping;
      return { mapping: { heads, fields }, assume };
    },
    keep: async (columns, { heads, fields }, given) => {
      const { saysSheet } = await import('../../shared/formats/answers.ts');
      const assume = given.filter((answer) => !saysSheet(answer));
      const entry = { columns: [...columns], mapping: { heads, fields, assume } };
      if (!heads || JSON.stringify(entry).length > LONGEST) return;
      const others = (await entriesIn(settings.current().mappings)).filter(
        (one) => !isSame(one.columns, columns),
      );
      settings.change({ mappings: [entry, ...others].slice(0, MOST) });
    },
  };
}

/** The entries that hold; the settings may have been changed by hand. */
async function entriesIn(
  value: unknown,
): Promise<{ readonly columns: readonly string[]; readonly mapping: Mapping }[]> {
  if (!Array.isArray(value)) return [];
  // This import loads the validation library.
  const { MAPPING_SCHEMA } = await import('../../shared/formats/table/fields.ts');
  return value.slice(0, MOST).flatMap((entry: unknown) => {
    const columns = fieldOf(entry, 'columns');
    const mapping = MAPPING_SCHEMA.safeParse(fieldOf(entry, 'mapping'));
    return mapping.success && isTexts(columns) ? [{ columns, mapping: mapping.data }] : [];
  });
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, at) => name === other[at]);
}
