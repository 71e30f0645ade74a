// The form of a lane: its name and its colour, kept as each field is left.
import { capitalised } from '../../shared/capitalised.ts';
import { Merge, Trash2 } from 'lucide-preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { laneColours, PALETTE } from '../../shared/document/lane-colours.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { askToRemove, colourLane, laneInForm, NEW_LANE, renameLane } from '../lanes/commands.ts';
import { closeDialog } from '../parts/dialogs.ts';
import { KeptField } from '../parts/kept-field.tsx';
import { laneClass } from '../parts/lane-class.ts';
import { currentView } from '../view/view.ts';
import { PageDialog } from './page-dialog.tsx';
import './edit-dialogs.css';

/** Renames and colours a lane, and leads to its merging and deletion. */
export function LaneDialog() {
  const form = useRef<HTMLFormElement>(null);
  const { lane: row = -1, field = 'title' } = laneInForm.value ?? {};
  const lane = currentView.value?.opened.document.lanes[row];
  useEffect(
    () => () => {
      // Its label in the timeline was made anew.
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        document
          .querySelector<HTMLElement>(`[data-lane="${row}"] .lane-label`)
          ?.focus({ preventScroll: true });
      });
    },
    [],
  );
  useLayoutEffect(() => {
    const first = form.current?.querySelector<HTMLInputElement>(
      field === 'title' ? '[name="title"]' : '[name="colour"]:checked',
    );
    first?.focus();
    if (first?.value === NEW_LANE) first.select();
  }, []);
  if (lane === undefined) return null;
  const { title, colour } = lane;
  const own = colour?.startsWith('#') === true ? colour : '';
  return (
    <PageDialog name="edit-dialog" title="Lane">
      <form
        ref={form}
        class="edit-form"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          closeDialog();
        }}
      >
        <KeptField
          name="title"
          label="Name"
          value={title}
          longest={LIMITS.line}
          hasFocus={field === 'title'}
          keep={(typed) => renameLane(row, typed)}
        />
        <fieldset>
          <legend>Colour</legend>
          <div class="lane-colours">
            {['', ...PALETTE].map((name, number) => (
              <label key={name} class={number === 0 ? undefined : `lane-${number - 1}`}>
                <input
                  type="radio"
                  class="visually-hidden"
                  name="colour"
                  value={name}
                  checked={name === (colour ?? '')}
                  onChange={() => {
                    colourLane(row, name);
                  }}
                />
                {number > 0 && <i class="swatch" aria-hidden="true" />}
                {name === '' ? 'In turn' : capitalised(name)}
              </label>
            ))}
          </div>
        </fieldset>
        <div class={`own-colour ${laneClass(row)}`}>
          <KeptField
            name="own-colour"
            label="A colour of its own"
            value={own}
            placeholder="#1d6a8a"
            keep={(typed) => (typed.trim() === '' && own === '' ? null : colourLane(row, typed))}
          />
          <input
            type="color"
            aria-label="Choose a colour"
            title="Choose a colour"
            value={own === '' ? laneColours('#1d6a8a', 'light').edge : own}
            onChange={({ currentTarget }) => {
              colourLane(row, currentTarget.value);
            }}
          />
        </div>
        <div class="edit-foot">
          <button
            type="button"
            class="button"
            onClick={() => {
              askToRemove(row, true);
            }}
          >
            <Merge size={15} aria-hidden="true" /> Merge into…
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              askToRemove(row, false);
            }}
          >
            <Trash2 size={15} aria-hidden="true" /> Delete…
          </button>
          <button type="submit" class="button primary">
            Done
          </button>
        </div>
      </form>
    </PageDialog>
  );
}
