// Says at once what the pointer is over: an event's title, whole date and dating, or how many events a column counts.
import { dateInWords, windowInWords } from '../../shared/dates/words.ts';
import { datingInWords } from '../../shared/document/dating-in-words.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import { eventsInWords } from '../../shared/document/event-label.ts';
import { laneTitleOf } from '../../shared/document/lane-of.ts';
import type { Pointed } from './pointing.ts';

interface HoverCardProps {
  readonly document: PlacedDocument;
  readonly pointed: Pointed;
  /** CSS pixels in the timeline. */
  readonly x: number;
  readonly y: number;
  /** Of the timeline, CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** The widest that a card is, and what it is away from the pointer, CSS pixels. */
const WIDEST = 320;
const AWAY = 16;
/** Below this distance from the lower edge, CSS pixels, a card stands above the pointer. */
const LOW = 130;

/** Not read out: a mark says the same by its name, and the card of a selected event says more. */
export function HoverCard({ document, pointed, x, y, width, height }: HoverCardProps) {
  const left = Math.max(AWAY, Math.min(x + AWAY, width - WIDEST - AWAY));
  const place = y > height - LOW ? { bottom: `${height - y + AWAY}px` } : { top: `${y + AWAY}px` };
  const row = pointed.kind === 'mark' ? pointed.row : pointed.box.row;
  const event = row === null ? undefined : document.events.placedAt(row);
  return (
    <div class="hover-card" aria-hidden="true" style={{ left: `${left}px`, ...place }}>
      {event !== undefined ? (
        <>
          <p class="hover-lane" dir="auto">
            {laneTitleOf(document, event)}
          </p>
          <p class="hover-title" dir="auto">
            {event.title}
          </p>
          <p>{dateInWords(event.when)}</p>
          {event.dating !== undefined && <p class="dim">{datingInWords(event.dating)}</p>}
        </>
      ) : (
        pointed.kind === 'box' && (
          <>
            <p class="hover-title">{eventsInWords(pointed.box.count)}</p>
            <p>{windowInWords(pointed.box.span)}</p>
            <p class="dim">Click to zoom in.</p>
          </>
        )
      )}
    </div>
  );
}
