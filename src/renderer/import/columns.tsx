// The columns of a table with what stands in them, and what each means.
import type { ImportPreview } from '../../shared/formats/preview.ts';
import type { Mapping, Target } from '../../shared/formats/table/fields.ts';
import { columnsIn } from '../../shared/formats/table/origins.ts';
import { Check, Select } from '../parts/controls.tsx';
import { changeMapping } from './choosing.ts';
import {
  ALL_TARGETS,
  JOINS,
  joinedIn,
  joinOf,
  meaningOf,
  TARGET_NAMES,
  withHeads,
  withJoin,
  withMeaning,
} from './mapping.ts';

const MEANINGS: readonly (readonly [string, string])[] = [
  ['', 'Leave out'],
  ...ALL_TARGETS.map((target) => [target, TARGET_NAMES[target]] as const),
];

/** A row for each column; those that mean the same are joined. */
export function Columns({
  table,
  mapping,
}: {
  readonly table: NonNullable<ImportPreview['table']>;
  readonly mapping: Mapping;
}) {
  const { columns, samples } = table;
  return (
    <section class="import-columns">
      <h3>Columns</h3>
      <table>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Becomes</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, place) => {
            const meaning = meaningOf(mapping, column);
            return (
              <tr key={place} class={meaning === null ? 'left-out' : undefined}>
                <th scope="row" dir="auto">
                  <span class="import-column" title={column}>
                    {column}
                  </span>
                  <span class="import-samples">{samples[place]?.join(' · ')}</span>
                </th>
                <td>
                  <Select
                    label={`The column “${column}” becomes`}
                    value={meaning ?? ''}
                    choices={MEANINGS}
                    onChoose={(chosen) => {
                      changeMapping((now) => withMeaning(now, column, targetOf(chosen)));
                    }}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {joinedIn(mapping).map((target) => (
        <div key={target} class="import-joined">
          <p dir="auto">
            <strong>{TARGET_NAMES[target]}</strong> is {columnsIn(mapping.fields[target]).join(' + ')}, with
          </p>
          <Select
            label={`Between the columns of ${TARGET_NAMES[target]}`}
            value={joinOf(mapping, target)}
            choices={JOINS}
            onChoose={(join) => {
              changeMapping((now) => withJoin(now, target, join));
            }}
          />
          <p>between</p>
        </div>
      ))}
      <Check
        label="The first row holds the headings"
        checked={mapping.heads}
        onChange={(heads) => {
          changeMapping((now) => withHeads(now, heads, columns));
        }}
      />
    </section>
  );
}

function targetOf(chosen: string): Target | null {
  return ALL_TARGETS.find((target) => target === chosen) ?? null;
}
