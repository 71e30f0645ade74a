// What a file of another program will become: what its columns mean, what they leave open, and the first events.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { questionKey } from '../../shared/formats/answers.ts';
import { excerpt } from '../../shared/excerpt.ts';
import type { ImportAsking } from '../../shared/ipc.ts';
import { Segments } from '../parts/controls.tsx';
import { beginChoosing, changeTarget, choosing, endChoosing, guessAgain, importChosen } from './choosing.ts';
import { Columns } from './columns.tsx';
import { answerImport } from './commands.ts';
import { FirstEvents } from './first-events.tsx';
import { FixedValues } from './fixed-values.tsx';
import { Questions } from './questions.tsx';
import './import.css';

/** The choices on one side, the events on the other. */
export function ImportForm({ asking }: { readonly asking: ImportAsking }) {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    beginChoosing(asking);
    return endChoosing;
  }, [asking]);
  const now = choosing.value;
  const isThere = now !== null;
  useEffect(() => {
    // What has to be answered comes first; where nothing has, Enter imports.
    form.current?.querySelector<HTMLElement>('.import-questions input, [type="submit"]')?.focus();
  }, [asking, isThere]);
  if (now === null) return null;
  const { choice, where, preview, isRemembered, isReading, failure, missing } = now;
  const { questions, table } = preview;
  const { mapping } = choice;
  // A calendar that is dropped may leave nothing open but where it goes.
  const hasChoices = table !== null || questions.length > 0;
  return (
    <form
      ref={form}
      class={hasChoices ? 'import-form' : 'import-form without-choices'}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        const first = importChosen();
        const at = questions.findIndex((question) => questionKey(question) === first);
        form.current?.querySelectorAll<HTMLElement>('.import-question')[at]?.querySelector('input')?.focus();
      }}
    >
      {hasChoices && (
        <div class="import-choices" role="region" aria-label="How the file is read" data-scrolls>
          {questions.length > 0 && (
            <Questions questions={questions} assume={choice.assume} missing={missing} />
          )}
          {table !== null && mapping !== null && (
            <>
              <Columns table={table} mapping={mapping} />
              <FixedValues mapping={mapping} />
            </>
          )}
        </div>
      )}
      <FirstEvents preview={preview} isReading={isReading} />
      <footer>
        <div class="import-state">
          {failure !== null ? (
            <p class="import-problem" role="alert">
              {[failure.message, ...failure.details].join(' ')}
            </p>
          ) : missing.length > 0 ? (
            <p class="import-problem" role="alert">
              {missing.length === 1
                ? 'One question is not answered yet.'
                : `${missing.length} questions are not answered yet.`}
            </p>
          ) : (
            isRemembered && (
              <p>
                Read like the last table with these columns.{' '}
                <button type="button" class="link" onClick={guessAgain}>
                  Guess instead
                </button>
              </p>
            )
          )}
        </div>
        {asking.open !== null && (
          <Segments
            legend="Where to import"
            titled
            value={where}
            choices={[
              ['new', 'As a new timeline'],
              ['open', `Into ${excerpt(asking.open, 26)}`],
            ]}
            onChoose={changeTarget}
          />
        )}
        <button
          type="button"
          class="button"
          onClick={() => {
            answerImport(null);
          }}
        >
          Cancel
        </button>
        <button type="submit" class="button primary" disabled={failure !== null}>
          Import
        </button>
      </footer>
    </form>
  );
}
