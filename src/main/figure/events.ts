// Picks the events of a figure out of its document, so that the figure lays itself out for them alone.
import { setImmediate } from 'node:timers/promises';
import type { PlacedDocument } from '../../shared/document/document.ts';
import { laneIds, laneRows } from '../../shared/document/lane-of.ts';
import type { FigureEvents } from '../../shared/figure/events.ts';
import type { FigureOptions } from '../../shared/figure/figure.ts';
import { rememberLast } from '../../shared/figure/last-answer.ts';
import { failure, success, type Result } from '../../shared/result.ts';

/** A document with some of its events, and the lanes that have one. */
export interface PickedEvents {
  readonly document: PlacedDocument;
  /** Ids, in the order asked for; `undefined` for all. */
  readonly lanes: readonly string[] | undefined;
}

/** Picks events, and remembers the last that it picked: a preview and its export ask for the same. */
export type EventPicker = (
  document: PlacedDocument,
  options: Pick<FigureOptions, 'events' | 'lanes'>,
) => Promise<Result<PickedEvents>>;

/** The events looked at before others have their turn: a search through a million takes seconds. */
const SLICE = 2_000;

/**
 * Creates an {@link EventPicker}. It leaves out the lanes without a picked event, the notes that are only about events
 * left out, and the articles of which no picked event has a quote, if any article has one. It fails with
 * `figure-events` where nothing is left.
 */
export function createEventPicker(): EventPicker {
  const last = rememberLast<Promise<Result<PickedEvents>>>();
  return async (document, { events, lanes }) => {
    if (events === undefined) return success({ document, lanes });
    const asked = JSON.stringify([events, lanes]);
    return last(document, asked, () => pick(document, events, lanes ?? laneIds(document)));
  };
}

async function pick(
  document: PlacedDocument,
  wanted: FigureEvents,
  lanes: readonly string[],
): Promise<Result<PickedEvents>> {
  // These imports load the search and the EDTF reader, which must not delay the window.
  const { chosenBy } = await import('../../shared/figure/chosen-events.ts');
  const { tableOfRows } = await import('../../shared/document/table.ts');
  const { events } = document;
  const isChosen = chosenBy(wanted, events);
  const shown = new Set(laneRows(document, lanes));
  const rows: number[] = [];
  const inUse = new Set<number>();
  const quoted = new Set<string>();
  for (let row = 0; row < events.rowCount; row += 1) {
    if (row > 0 && row % SLICE === 0) await setImmediate();
    const lane = events.columns.lanes[row] ?? -1;
    if (!events.isEvent(row) || !shown.has(lane) || !isChosen(row)) continue;
    rows.push(row);
    inUse.add(lane);
    if (!events.has(row, 'evidence')) continue;
    for (const { article } of events.read(row)?.evidence ?? []) quoted.add(article);
  }
  if (rows.length === 0) return failure('figure-events', noneOf(wanted));

  const picked = new Set<number | null>(rows);
  return success({
    document: {
      ...document,
      events: tableOfRows(events, rows),
      articles: quoted.size === 0 ? document.articles : document.articles.filter(({ id }) => quoted.has(id)),
      notes: document.notes.filter(
        (note) => note.events.length === 0 || note.events.some((id) => picked.has(events.rowOf(id))),
      ),
    },
    lanes: lanes.filter((lane) => laneRows(document, [lane]).some((row) => inUse.has(row))),
  });
}

function noneOf(wanted: FigureEvents): string {
  switch (wanted.kind) {
    case 'found':
      return `No event has “${wanted.query}” in it, so the figure would be empty. Search for other words.`;
    case 'selected':
      return 'The selected events are not in the timeline, so the figure would be empty. Select others.';
    case 'importance':
      return `No event has an importance of ${wanted.least} or more, so the figure would be empty. Choose a lower one.`;
  }
}
