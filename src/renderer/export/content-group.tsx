// The options for what a figure shows.
import { choose, chooseFigure } from './commands.ts';
import { withContent } from './choices.ts';
import { EventsChoice } from './events-choice.tsx';
import { ErrorOf, errorIdOf, OptionGroup, type GroupProps } from './option-group.tsx';
import { Check, Segments, TextField } from '../parts/controls.tsx';

/** Chooses the time that the figure covers, and its events. */
export function ContentGroup({ choices, error }: GroupProps) {
  return (
    <OptionGroup title="Content">
      <Segments
        legend="Time"
        titled
        value={choices.content}
        choices={[
          ['view', 'View'],
          ['whole', 'Whole timeline'],
          ['dates', 'Date range'],
        ]}
        onChoose={(chosen) => {
          chooseFigure((all, surroundings) => withContent(all, chosen, surroundings));
        }}
      />
      {choices.content === 'dates' && (
        <fieldset class="fields">
          <legend class="visually-hidden">Date range in EDTF</legend>
          <TextField
            label="From"
            value={choices.from}
            errorId={errorIdOf(error, 'from', 'dates')}
            onInput={(from) => {
              choose({ from });
            }}
          />
          <TextField
            label="To"
            value={choices.to}
            errorId={errorIdOf(error, 'to', 'dates')}
            onInput={(to) => {
              choose({ to });
            }}
          />
          <ErrorOf error={error} of={['from', 'to', 'dates']} />
        </fieldset>
      )}
      <EventsChoice choices={choices} />
      <Check
        label="Fold long empty spans"
        checked={choices.fold}
        onChange={(fold) => {
          choose({ fold });
        }}
      />
    </OptionGroup>
  );
}
