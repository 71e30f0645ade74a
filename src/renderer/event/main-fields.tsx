// The fields that an event and a proposal have in common: title, date, lane and place.
import type { EventDate } from '../../shared/dates/event-date.ts';
import type { Lane } from '../../shared/document/document.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { KeptField, type Keep } from '../parts/kept-field.tsx';
import type { ReferenceDay } from './counted-date.ts';
import { DateField } from './date-field.tsx';
import { filled } from './typed.ts';

/** What is done with a field as it is left. */
interface Keepers {
  readonly title: (title: string) => void;
  /** In EDTF; `undefined` for no date. */
  readonly date: (edtf: string | undefined) => void;
  readonly lane: Keep;
  /** `undefined` for no place. */
  readonly place: (place: string | undefined) => void;
}

/** What happened, when, in which lane and where. */
export function MainFields({
  title,
  when,
  reference,
  lane,
  lanes,
  place,
  keep,
}: {
  readonly title: string;
  readonly when: EventDate | undefined;
  /** What “last Friday” counts from. */
  readonly reference: ReferenceDay;
  /** The title of its lane. */
  readonly lane: string;
  /** The lanes that are offered. */
  readonly lanes: readonly Lane[];
  readonly place: string | null | undefined;
  readonly keep: Keepers;
}) {
  return (
    <>
      <KeptField
        name="title"
        label="Title"
        value={title}
        longest={LIMITS.line}
        keep={(text) => {
          if (text.trim() === '') return 'Type a title: an event needs one.';
          keep.title(text.trim());
          return null;
        }}
      />
      <DateField when={when} reference={reference} keep={keep.date} />
      <div class="editor-pair">
        <KeptField
          name="lane"
          label="Lane"
          value={lane}
          longest={LIMITS.line}
          suggestions={lanes.map((one) => one.title)}
          keep={keep.lane}
        />
        <KeptField
          name="place"
          label="Place"
          value={place ?? ''}
          longest={LIMITS.line}
          keep={(text) => {
            keep.place(filled(text));
            return null;
          }}
        />
      </div>
    </>
  );
}
