// The dialog that moves the view to a date, typed as anyone writes it.
import { useId, useState } from 'preact/hooks';
import { dateInWords } from '../../shared/dates/words.ts';
import { readDateNear } from '../../shared/dates/typed.ts';
import { middleOf } from '../../shared/dates/window.ts';
import { announce } from '../parts/announcements.ts';
import { closeDialog } from '../parts/dialogs.ts';
import { showDate } from '../view/moving.ts';
import { currentView, showStage } from '../view/view.ts';
import { PageDialog } from './page-dialog.tsx';

/** A field, and what is wrong with what it holds. */
export function GoToDateDialog() {
  const [problem, setProblem] = useState<string | null>(null);
  const hint = useId();
  return (
    <PageDialog name="go-to-date" title="Go to date">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget).get('date');
          const shown = currentView.peek()?.window.target();
          const date = readDateNear(
            typeof typed === 'string' ? typed : '',
            shown === undefined ? 0 : middleOf(shown),
          );
          if (!date.ok) {
            setProblem(date.failure.message);
            return;
          }
          closeDialog();
          showStage('timeline');
          showDate(date.value);
          announce(dateInWords(date.value));
        }}
      >
        <input
          type="text"
          name="date"
          class="go-to-date-field"
          aria-label="Date"
          aria-describedby={hint}
          aria-invalid={problem !== null}
          placeholder="3 Oct 2022"
          autocomplete="off"
          spellcheck={false}
          autofocus
          maxLength={250}
          onInput={() => {
            setProblem(null);
          }}
        />
        <button type="submit" class="button primary">
          Go
        </button>
        <p
          id={hint}
          class={problem === null ? 'dim' : 'go-to-date-problem'}
          role={problem === null ? undefined : 'alert'}
        >
          {problem ?? 'Such as 3 Oct 2022, October 2022, 2022 or 44 BCE.'}
        </p>
      </form>
    </PageDialog>
  );
}
