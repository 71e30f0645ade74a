// A date on a card: in words, with its doubts as pills, and in EDTF.
import type { EventDate } from '../../shared/dates/event-date.ts';
import { certaintyOf } from '../../shared/dates/certainty.ts';

/** One line, read aloud as the date in words. */
export function DateLine({ when }: { readonly when: EventDate }) {
  const { words, doubts } = certaintyOf(when);
  return (
    <p class="card-date">
      <span>
        <strong>{words}</strong>
        {doubts.map((doubt) => (
          <>
            <span class="visually-hidden">, </span>
            <span class={`pill pill-${doubt}`}>{doubt}</span>
          </>
        ))}
      </span>
      <code title="EDTF (Extended Date/Time Format)">{when.edtf}</code>
    </p>
  );
}
