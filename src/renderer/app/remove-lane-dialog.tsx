// Asks into which lane another is merged, or what becomes of the events of a lane that is deleted.
import { useState } from 'preact/hooks';
import { eventsInWords } from '../../shared/document/event-label.ts';
import { rowsIn } from '../../shared/document/edit/lanes.ts';
import { excerpt } from '../../shared/excerpt.ts';
import { laneRemoval, removeInto } from '../lanes/commands.ts';
import { Select } from '../parts/controls.tsx';
import { closeDialog } from '../parts/dialogs.ts';
import { currentView } from '../view/view.ts';
import { PageDialog } from './page-dialog.tsx';
import './edit-dialogs.css';

/** Nothing is removed before it is answered. */
export function RemoveLaneDialog() {
  const [moves, setMoves] = useState(true);
  const [wanted, setWanted] = useState<number | null>(null);
  const document = currentView.value?.opened.document;
  const asked = laneRemoval.value;
  const lane = document?.lanes[asked?.lane ?? -1];
  if (document === undefined || asked === null || lane === undefined) return null;
  const { lane: row, merges } = asked;
  const others = document.lanes.flatMap(({ title }, other) =>
    other === row ? [] : [[other, title] as const],
  );
  const into = wanted ?? others[0]?.[0] ?? 0;
  const { length: count } = rowsIn(document, row);
  const events = eventsInWords(count);
  const target = (
    <Select
      label="Lane"
      value={String(into)}
      choices={others.map(([other, title]) => [String(other), title])}
      onChoose={(chosen) => {
        setWanted(Number(chosen));
        setMoves(true);
      }}
    />
  );
  return (
    <PageDialog name="edit-dialog" title={`${merges ? 'Merge' : 'Delete'} lane ${excerpt(lane.title, 30)}`}>
      <form
        class="edit-form"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          removeInto(row, moves ? into : null);
        }}
      >
        {merges ? (
          <p class="remove-choice">
            <span>
              Its {events} {count === 1 ? 'goes' : 'go'} into
            </span>{' '}
            {target}
          </p>
        ) : (
          <fieldset>
            <legend>What becomes of its {events}?</legend>
            <div class="remove-choice">
              <label>
                <input
                  type="radio"
                  name="events"
                  checked={moves}
                  onChange={() => {
                    setMoves(true);
                  }}
                />
                Move to
              </label>
              {target}
            </div>
            <div class="remove-choice">
              <label>
                <input
                  type="radio"
                  name="events"
                  checked={!moves}
                  onChange={() => {
                    setMoves(false);
                  }}
                />
                Delete too
              </label>
            </div>
          </fieldset>
        )}
        <div class="edit-foot">
          <button type="button" class="button" onClick={closeDialog}>
            Cancel
          </button>
          <button type="submit" class="button primary">
            {merges ? 'Merge' : 'Delete lane'}
          </button>
        </div>
      </form>
    </PageDialog>
  );
}
