// The editor of an event, in the place of its card: a form that keeps every field as it is left.
import { Check, Copy, Trash2, X } from 'lucide-preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isAddress } from '../../shared/document/address.ts';
import {
  USUAL_IMPORTANCE,
  type AnyEvent,
  type Participant,
  type Source,
} from '../../shared/document/event.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { laneOf } from '../../shared/document/lane-of.ts';
import { withKeys } from '../../shared/shortcuts.ts';
import { Segments } from '../parts/controls.tsx';
import { KeptField } from '../parts/kept-field.tsx';
import { laneClass } from '../parts/lane-class.ts';
import { isMac } from '../parts/platform.ts';
import type { View } from '../view/view.ts';
import {
  changeDate,
  changeEvent,
  changeLaneTo,
  closeEditor,
  deleteSelected,
  duplicateSelected,
  editedEvent,
  NEW_EVENT,
} from './commands.ts';
import { referenceOf } from './counted-date.ts';
import { DatingFields } from './dating-fields.tsx';
import { MainFields } from './main-fields.tsx';
import { RowFields } from './row-fields.tsx';
import { filled, tagsIn } from './typed.ts';

/** The form for the event in a row. */
export function Editor({
  view,
  event,
  row,
}: {
  readonly view: View;
  readonly event: AnyEvent;
  readonly row: number;
}) {
  const form = useRef<HTMLFormElement>(null);
  const { document } = view.opened;
  const lane = laneOf(document, event);

  // Before the next key: it is the first letter of the title.
  useLayoutEffect(() => {
    const field = form.current?.querySelector<HTMLInputElement>(
      `[name="${editedEvent.peek()?.field ?? 'title'}"]`,
    );
    field?.focus();
    if (field?.value === NEW_EVENT) field.select();
    return () => {
      globalThis.document.querySelector<HTMLElement>('#card')?.focus({ preventScroll: true });
    };
  }, [row]);

  return (
    <form
      ref={form}
      id="card"
      class={`card editor ${laneClass(lane)}`}
      aria-label="Edit event"
      data-scrolls
      onSubmit={(submitted) => {
        submitted.preventDefault();
      }}
      onKeyDown={(press) => {
        if (press.key !== 'Escape') return;
        press.preventDefault();
        closeEditor();
      }}
    >
      <header class="editor-head">
        <h2>Edit event</h2>
        <button type="button" class="button" title="Done (Esc)" onClick={closeEditor}>
          <Check size={15} aria-hidden="true" /> Done
        </button>
      </header>
      <MainFields
        title={event.title}
        when={event.when}
        reference={referenceOf(document, event.evidence)}
        lane={document.lanes[lane]?.title ?? ''}
        lanes={document.lanes}
        place={event.place}
        keep={{
          title: (title) => {
            changeEvent(row, { title }, 'title');
          },
          date: (edtf) => {
            changeDate(row, edtf);
          },
          lane: (title) => changeLaneTo(row, title),
          place: (place) => {
            changeEvent(row, { place }, 'place');
          },
        }}
      />
      <RowFields<Participant>
        label="People"
        noun="person"
        items={event.participants}
        columns={[
          { label: 'Name', longest: LIMITS.line },
          { label: 'Role', longest: LIMITS.line },
        ]}
        wordsOf={({ name, role = '' }) => [name, role]}
        itemOf={([name = '', role = '']) =>
          name.trim() === '' ? 'Type a name.' : { name: name.trim(), role: filled(role) }
        }
        keep={(participants) => {
          changeEvent(row, { participants }, 'people');
        }}
      />
      <div class="editor-pair">
        <KeptField
          name="tags"
          label="Tags"
          value={(event.tags ?? []).join(', ')}
          placeholder="Separated by commas"
          keep={(text) => {
            const tags = tagsIn(text);
            if (!tags.ok) return tags.failure.message;
            changeEvent(row, { tags: tags.value }, 'tags');
            return null;
          }}
        />
        <Segments
          legend="Importance"
          value={String(event.importance ?? USUAL_IMPORTANCE)}
          choices={IMPORTANCES}
          onChoose={(chosen) => {
            const importance = Number(chosen);
            changeEvent(
              row,
              { importance: importance === USUAL_IMPORTANCE ? undefined : importance },
              'importance',
            );
          }}
        />
      </div>
      <KeptField
        name="description"
        label="Description"
        value={event.description ?? ''}
        lines={4}
        longest={LIMITS.passage}
        keep={(text) => {
          changeEvent(row, { description: filled(text) }, 'description');
          return null;
        }}
      />
      <Evidence event={event} row={row} view={view} />
      <RowFields<Source>
        label="Sources"
        noun="source"
        items={event.sources}
        columns={[
          { label: 'Title', longest: LIMITS.line },
          { label: 'Address', longest: LIMITS.address },
        ]}
        wordsOf={({ title, address }) => [title, address]}
        itemOf={sourceOf}
        keep={(sources) => {
          changeEvent(row, { sources }, 'sources');
        }}
      />
      <DatingFields
        dating={event.dating}
        keep={(dating) => {
          changeEvent(row, { dating }, 'dating');
        }}
      />
      <KeptField
        name="label"
        label="Short title for the timeline"
        value={event.label ?? ''}
        longest={LIMITS.label}
        keep={(text) => {
          changeEvent(row, { label: filled(text) }, 'short title');
          return null;
        }}
      />
      <footer class="editor-foot">
        <button
          type="button"
          class="button"
          title={withKeys('Duplicate', 'duplicate-event', isMac)}
          onClick={duplicateSelected}
        >
          <Copy size={15} aria-hidden="true" /> Duplicate
        </button>
        <button
          type="button"
          class="button"
          title={withKeys('Delete', 'delete-event', isMac)}
          onClick={deleteSelected}
        >
          <Trash2 size={15} aria-hidden="true" /> Delete
        </button>
      </footer>
    </form>
  );
}

const IMPORTANCES = ['1', '2', '3', '4', '5'].map((value) => [value, value] as const);

function sourceOf([title = '', address = '']: readonly string[]): Source | string {
  const whole = address.trim();
  if (whole === '') return 'Type the address of the source.';
  if (!isAddress(whole)) return 'Type a whole address, which starts with http:// or https://.';
  return { title: filled(title) ?? new URL(whole).hostname, address: whole };
}

/** The quotes that the event was read from; words selected in an article are added there. */
function Evidence({ view, event, row }: { view: View; event: AnyEvent; row: number }) {
  const { articles } = view.opened.document;
  if (articles.length === 0 && event.evidence.length === 0) return null;
  return (
    <section aria-label="Evidence">
      <h3>Evidence</h3>
      {event.evidence.map((quote, at) => (
        <div key={`${quote.article} ${quote.start}`} class="editor-quote">
          <blockquote dir="auto">“{quote.quote}”</blockquote>
          <button
            type="button"
            class="icon-button"
            aria-label="Remove quote"
            title="Remove quote"
            onClick={() => {
              changeEvent(row, { evidence: event.evidence.filter((_, other) => other !== at) }, 'evidence');
            }}
          >
            <X size={15} aria-hidden="true" />
          </button>
        </div>
      ))}
      <p class="dim">Select words in the article to add them.</p>
    </section>
  );
}
