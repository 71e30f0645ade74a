// The first events of a file as they will be.
import { NO_DATE } from '../../shared/document/event-label.ts';
import type { ImportPreview, PreviewedEvent } from '../../shared/formats/preview.ts';
import { countsInWords } from '../../shared/formats/report-in-words.ts';

/** Their dates in words, titles and lanes, with what was changed or cannot be read; and how many there are. */
export function FirstEvents({
  preview,
  isReading,
}: {
  readonly preview: ImportPreview;
  readonly isReading: boolean;
}) {
  const { events } = preview;
  return (
    <div class={isReading ? 'import-events is-reading' : 'import-events'}>
      <p role="status">{isReading ? 'Reading…' : countInWords(preview)}</p>
      {events.length > 0 && (
        <div class="framed-table" tabIndex={0} role="region" aria-label="First events" data-scrolls>
          <table>
            <thead>
              <tr>
                <th scope="col">Date</th>
                <th scope="col">Event</th>
                <th scope="col">Lane</th>
              </tr>
            </thead>
            <tbody>
              {events.map((event, place) => (
                <EventRow key={place} event={event} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function EventRow({ event: { title, date, lane, problems } }: { readonly event: PreviewedEvent }) {
  return (
    <tr>
      <td class="import-date">{date ?? <span class="import-undated">{NO_DATE}</span>}</td>
      <td>
        <span class="import-title" dir="auto">
          {title}
        </span>
        {problems.map((problem, place) => (
          <span key={place} class="import-problem">
            {problem}.
          </span>
        ))}
      </td>
      <td dir="auto" class="dim">
        {lane}
      </td>
    </tr>
  );
}

/** “CSV table: 3 events, 1 without a date”. */
function countInWords({ format, count, undated, isPart }: ImportPreview): string {
  const counts = countsInWords({ read: count, imported: count, undated });
  return `${format}: ${counts}${isPart ? ' in the first part of the file' : ''}`;
}
