// Changes what the columns of a table mean, one choice of the reader at a time. Pure.
import type { Mapping, Target } from '../../shared/formats/table/fields.ts';
import { columnsIn, withColumns } from '../../shared/formats/table/origins.ts';

/** What each target is called, in the order in which they are offered. */
export const TARGET_NAMES: Readonly<Record<Target, string>> = {
  title: 'Title',
  start: 'Date',
  end: 'End date',
  lane: 'Lane',
  description: 'Description',
  place: 'Place',
  participants: 'Participants',
  tags: 'Tags',
  importance: 'Importance',
  source: 'Source: address',
  'source-title': 'Source: title',
  label: 'Short title',
  id: 'ID',
  'start-year': 'Year',
  'start-month': 'Month',
  'start-day': 'Day',
  'start-time': 'Time',
  'start-latest': 'Latest date',
  'start-approximate': 'Approximate: yes or no',
  'end-year': 'End: year',
  'end-month': 'End: month',
  'end-day': 'End: day',
  'end-time': 'End: time',
  'end-earliest': 'Earliest end date',
  'end-approximate': 'End is approximate: yes or no',
  edtf: 'Date in EDTF',
};

/** All targets, in that order. */
export const ALL_TARGETS: readonly Target[] = Object.keys(TARGET_NAMES).filter(
  (name): name is Target => name in TARGET_NAMES,
);

/** What can be the same for all events. */
export const FIXABLE: readonly Target[] = [
  'lane',
  'place',
  'tags',
  'participants',
  'importance',
  'description',
  'source',
  'source-title',
  'title',
  'start',
  'start-year',
];

/** What may stand between the values of several columns. */
export const JOINS: readonly (readonly [join: string, words: string])[] = [
  [' ', 'a space'],
  [', ', 'a comma'],
  ['; ', 'a semicolon'],
  [' – ', 'a dash'],
  ['/', 'a slash'],
  ['\n', 'a line break'],
  ['', 'nothing'],
];

/** What stands there unless the reader chooses: tags are told apart by commas, and descriptions have paragraphs. */
const USUAL_JOIN: Readonly<Partial<Record<Target, string>>> = { tags: ', ', description: '\n' };

/** What a column means; `null` if it is left out. */
export function meaningOf({ fields }: Mapping, column: string): Target | null {
  return ALL_TARGETS.find((target) => columnsIn(fields[target]).includes(column)) ?? null;
}

/** A mapping in which a column means something else. It follows the columns that mean the same. @param target `null` leaves it out. */
export function withMeaning(mapping: Mapping, column: string, target: Target | null): Mapping {
  const fields = withColumns(mapping.fields, (columns) => columns.filter((name) => name !== column));
  if (target === null) return { ...mapping, fields };
  const before = fields[target];
  const join = before !== undefined && 'columns' in before ? before.join : USUAL_JOIN[target];
  const columns = [...columnsIn(before), column];
  return { ...mapping, fields: { ...fields, [target]: { columns, ...(join !== undefined && { join }) } } };
}

/** The targets that are joined of several columns. Participants are not: each column is a role. */
export function joinedIn({ fields }: Mapping): Target[] {
  return ALL_TARGETS.filter((target) => target !== 'participants' && columnsIn(fields[target]).length > 1);
}

/** What stands between the columns of a target. */
export function joinOf({ fields }: Mapping, target: Target): string {
  const origin = fields[target];
  return (origin !== undefined && 'columns' in origin ? origin.join : undefined) ?? ' ';
}

/** A mapping in which something else stands between the columns of a target. */
export function withJoin(mapping: Mapping, target: Target, join: string): Mapping {
  const columns = columnsIn(mapping.fields[target]);
  return columns.length === 0
    ? mapping
    : { ...mapping, fields: { ...mapping.fields, [target]: { columns, join } } };
}

/** The values that all events have, in the order in which they were given. */
export function fixedIn({ fields }: Mapping): { readonly target: Target; readonly value: string }[] {
  return Object.entries(fields).flatMap(([name, origin]) => {
    const target = ALL_TARGETS.find((one) => one === name);
    return target !== undefined && 'fixed' in origin ? [{ target, value: origin.fixed }] : [];
  });
}

/** What can still be given for all events: what no column means. */
export function fixableIn({ fields }: Mapping): Target[] {
  return FIXABLE.filter((target) => fields[target] === undefined);
}

/** A mapping in which all events have a value. @param value `null` takes it away. */
export function withFixed(mapping: Mapping, target: Target, value: string | null): Mapping {
  const { [target]: before, ...others } = mapping.fields;
  if (value === null) return { ...mapping, fields: others };
  // Where it stands among the others stays as it was.
  return before === undefined
    ? { ...mapping, fields: { ...others, [target]: { fixed: value } } }
    : { ...mapping, fields: { ...mapping.fields, [target]: { fixed: value } } };
}

/** A mapping in which a value that all events have is that of another target. */
export function withFixedAs(mapping: Mapping, from: Target, to: Target): Mapping {
  const fields = Object.fromEntries(
    Object.entries(mapping.fields).map(([name, origin]) => [name === from ? to : name, origin]),
  );
  return { ...mapping, fields };
}

/** A mapping of the same columns, by their numbers, for a table whose first row holds heads or holds none. */
export function withHeads(mapping: Mapping, heads: boolean, columns: readonly string[]): Mapping {
  const numbered = (name: string): string => `#${columns.indexOf(name) + 1}`;
  return { ...mapping, heads, fields: withColumns(mapping.fields, (own) => own.map(numbered)) };
}
