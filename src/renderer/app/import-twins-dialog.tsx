// The dialog about events of an import that the document may have already: both sides of each, and what becomes of them.
import { useEffect, useRef } from 'preact/hooks';
import { readAgain } from '../../shared/dates/parse.ts';
import { dateInWords } from '../../shared/dates/words.ts';
import type { TimelineEvent } from '../../shared/document/event.ts';
import { eventsInWords, NO_DATE } from '../../shared/document/event-label.ts';
import { laneTitleOf } from '../../shared/document/lane-of.ts';
import type { DecidedTwin, TwinDecision } from '../../shared/formats/import-edit.ts';
import { TWIN_KINDS, type TwinKind } from '../../shared/formats/twins.ts';
import { grouped } from '../../shared/in-words.ts';
import { isolate } from '../../shared/isolate.ts';
import { decide, endPairing, importDecided, pairing, type Pairing } from '../import/putting-in.ts';
import { closeDialog } from '../parts/dialogs.ts';
import { Segments } from '../parts/controls.tsx';
import { currentView } from '../view/view.ts';
import { PageDialog } from './page-dialog.tsx';
import './import-twins.css';

const KINDS: Readonly<Record<TwinKind, string>> = {
  id: 'The same ID',
  title: 'The same date and title',
  like: 'The same date and a similar title',
};

const DECISIONS: readonly (readonly [TwinDecision, string])[] = [
  ['both', 'Keep both'],
  ['merge', 'Merge'],
  ['skip', 'Skip'],
];

/** Pairs of one kind that are drawn; all of the kind can be decided at once. */
const MOST_SHOWN = 100;

/** Closing it imports nothing. */
export function ImportTwinsDialog() {
  const submit = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    submit.current?.focus();
    return endPairing;
  }, []);
  const now = pairing.value;
  if (now === null) return null;
  const { given, twins } = now;
  return (
    <PageDialog name="import-twins" title={`Import “${isolate(given.fileName)}”`}>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          importDecided();
        }}
      >
        <p>
          {eventsInWords(twins.length)} of {grouped(given.document.events.count)} may be in this timeline
          already. Merging keeps what is here and adds what it lacks.
        </p>
        <div class="twin-groups" role="region" aria-label="Events that may be here already" data-scrolls>
          {TWIN_KINDS.map((kind) => (
            <Group key={kind} kind={kind} pairing={now} />
          ))}
        </div>
        <footer>
          <button type="button" class="button" onClick={closeDialog}>
            Cancel
          </button>
          <button ref={submit} type="submit" class="button primary">
            Import
          </button>
        </footer>
      </form>
    </PageDialog>
  );
}

function Group({ kind, pairing: { given, twins } }: { readonly kind: TwinKind; readonly pairing: Pairing }) {
  const own = twins.filter((twin) => twin.kind === kind);
  const [first] = own;
  if (first === undefined) return null;
  const common = own.every(({ decision }) => decision === first.decision) ? first.decision : 'mixed';
  const more = own.length - MOST_SHOWN;
  return (
    <section>
      <header>
        <h3>
          {KINDS[kind]}: {grouped(own.length)}
        </h3>
        {own.length > 1 && (
          <Segments<TwinDecision | 'mixed'>
            legend={`${KINDS[kind]}: all`}
            titled
            value={common}
            choices={DECISIONS}
            onChoose={(decision) => {
              if (decision !== 'mixed') decide((twin) => twin.kind === kind, decision);
            }}
          />
        )}
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">In this timeline</th>
            <th scope="col">In the file</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {own.slice(0, MOST_SHOWN).map((twin) => (
            <Pair
              key={twin.at}
              twin={twin}
              imported={given.document.events.at(twin.at)}
              lanes={given.document.lanes}
            />
          ))}
        </tbody>
      </table>
      {more > 0 && <p class="dim">And {grouped(more)} more, which follow the choice for all.</p>}
    </section>
  );
}

function Pair({
  twin,
  imported,
  lanes,
}: {
  readonly twin: DecidedTwin;
  readonly imported: TimelineEvent | undefined;
  readonly lanes: Pairing['given']['document']['lanes'];
}) {
  const document = currentView.value?.opened.document;
  const known = document?.events.at(twin.row);
  if (imported === undefined || document === undefined || known === undefined) return null;
  return (
    <tr>
      <td>
        <Side event={known} lane={laneTitleOf(document, known)} />
      </td>
      <td>
        <Side event={imported} lane={lanes.find(({ id }) => id === imported.lane)?.title ?? ''} />
      </td>
      <td>
        <Segments
          legend={`What to do with “${imported.title}”`}
          titled
          value={twin.decision}
          choices={DECISIONS}
          onChoose={(decision) => {
            decide(({ at }) => at === twin.at, decision);
          }}
        />
      </td>
    </tr>
  );
}

function Side({ event, lane }: { readonly event: TimelineEvent; readonly lane: string }) {
  const { date, title, place } = event;
  return (
    <>
      <span class="twin-title" dir="auto">
        {title}
      </span>
      <span class="dim" dir="auto">
        {[date === undefined ? NO_DATE : dateInWords(readAgain(date)), lane, place]
          .filter((part) => part !== undefined && part !== '')
          .join(' · ')}
      </span>
    </>
  );
}
