// Lists what differs between two documents, record by record.
import { useEffect, useState } from 'preact/hooks';
import { excerpt } from '../../shared/excerpt.ts';
import type { Difference } from '../../shared/document/edit/between.ts';
import type { ComparedWith } from '../../shared/document/compared-with.ts';
import { grouped } from '../../shared/in-words.ts';
import type { Comparison } from '../../shared/ipc.ts';
import type { Result } from '../../shared/result.ts';
import { api } from '../api.ts';

const KINDS: Readonly<Record<Difference['kind'], string>> = {
  event: 'Event',
  lane: 'Lane',
  article: 'Article',
  note: 'Note',
  proposal: 'Decision on',
  head: 'Title, subtitle or author',
};

/** The longest value that is shown, characters. */
const MOST_SHOWN = 120;

/** How the one document became the other. Main compares them once this is shown. */
export function Differences({
  other,
  heading,
}: {
  readonly other: ComparedWith;
  /** What the list says, as in “How yours differs from the file”. */
  readonly heading: string;
}) {
  const [compared, setCompared] = useState<Result<Comparison> | null>(null);
  useEffect(() => {
    void api.compareWith(other).then(setCompared);
  }, []);
  if (compared === null) return <p role="status">Comparing…</p>;
  if (!compared.ok) return <p role="alert">{compared.failure.message}</p>;
  const { differences, count } = compared.value;
  const rest = count - differences.length;
  return (
    <section class="differences" tabIndex={0} role="region" aria-label={heading}>
      <h3>
        {heading}: {count === 0 ? 'nothing' : count === 1 ? '1 place' : `${grouped(count)} places`}
      </h3>
      <ul>
        {differences.map((difference, place) => (
          <One key={place} difference={difference} />
        ))}
      </ul>
      {rest > 0 && <p>And {grouped(rest)} more.</p>}
    </section>
  );
}

function One({ difference: { kind, is, title, fields } }: { readonly difference: Difference }) {
  return (
    <li dir="auto">
      {KINDS[kind]} {kind === 'head' ? '' : `${excerpt(title)} `}
      {is}
      {fields.length > 0 && (
        <dl>
          {fields.map(({ name, before, after }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">
                <del>{shown(before)}</del> → <ins>{shown(after)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

function shown(value: string): string {
  return value === '' ? 'nothing' : excerpt(value, MOST_SHOWN);
}
