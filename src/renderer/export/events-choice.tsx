// Chooses the events of a figure; what makes no sense now cannot be chosen and says why.
import { chooseFigure } from './commands.ts';
import { exportSurroundings } from './surroundings.ts';
import { withEvents, type Choices } from './choices.ts';
import { eventLines, importanceLines } from './event-choices.ts';
import { Select } from '../parts/controls.tsx';

/** The choice of events and, where they are chosen by importance, of its degree. */
export function EventsChoice({ choices: { events, importance } }: { readonly choices: Choices }) {
  const around = exportSurroundings()?.events;
  if (around === undefined) return null;
  const lines = eventLines(around);
  return (
    <div class="fields">
      <label class="field">
        <span>Events</span>
        <Select
          value={events}
          choices={lines.map(({ value, label, isPossible }) => [value, label, !isPossible] as const)}
          onChoose={(chosen) => {
            const kind = lines.find(({ value }) => value === chosen)?.value ?? events;
            chooseFigure((choices, surroundings) => withEvents(choices, kind, surroundings));
          }}
        />
      </label>
      {events === 'importance' && (
        <label class="field">
          <span>Importance</span>
          <Select
            value={String(importance)}
            choices={importanceLines(around).map(
              ({ value, label, isPossible }) => [String(value), label, !isPossible] as const,
            )}
            onChoose={(chosen) => {
              chooseFigure((choices) => ({ ...choices, importance: Number(chosen) }));
            }}
          />
        </label>
      )}
    </div>
  );
}
