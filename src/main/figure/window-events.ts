// Leaves the events that a figure of a window does not draw out of its document: its job then costs what its picture does.
import type { TimeWindow } from '../../shared/dates/window.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import { laneIds, laneRows } from '../../shared/document/lane-of.ts';
import type { FigureOptions } from '../../shared/figure/figure.ts';
import { rememberLast } from '../../shared/figure/last-answer.ts';
import type { ResolvedContent } from './content.ts';

/** What decides which events are drawn. */
type Drawn = Pick<FigureOptions, 'lanes' | 'compared' | 'parts'> & { readonly content: ResolvedContent };

/** Finds the document that a figure needs, and remembers the last: a preview and its export need the same. */
export type EventCutter = (document: PlacedDocument, options: Drawn) => Promise<PlacedDocument>;

/**
 * Creates an {@link EventCutter}. A figure of the whole needs the document as it is. One of a window needs the events in the
 * window and its lanes, those compared, and for its notes those without a date.
 */
export function createEventCutter(): EventCutter {
  const last = rememberLast<Promise<PlacedDocument>>();
  return async (document, { content, lanes, compared, parts }) => {
    if (content.kind !== 'view') return document;
    const asked = JSON.stringify([content.window, lanes, compared, parts.note]);
    return last(document, asked, () => cut(document, content.window, { lanes, compared, parts }));
  };
}

async function cut(
  document: PlacedDocument,
  window: TimeWindow,
  { lanes, compared, parts }: Omit<Drawn, 'content'>,
): Promise<PlacedDocument> {
  const { events } = document;
  const { starts, ends, lanes: laneOf } = events.columns;
  const isShown = new Uint8Array(document.lanes.length);
  for (const lane of laneRows(document, lanes ?? laneIds(document))) isShown[lane] = 1;
  const named = new Set(compared?.flatMap((id) => events.rowOf(id) ?? []));
  const rows: number[] = [];
  for (let row = 0; row < events.rowCount; row += 1) {
    const [start, end] = [starts[row] ?? NaN, ends[row] ?? NaN];
    // An event without a length lies at its start, as in the index.
    const isInside = start < window.end && Math.max(end, start + 1) > window.start;
    const isNoted = parts.note && Number.isNaN(start) && events.isEvent(row);
    const isDrawn = (isInside || isNoted) && isShown[laneOf[row] ?? -1] === 1;
    if (isDrawn || named.has(row)) rows.push(row);
  }
  if (rows.length === events.count) return document;
  // Without any date the figure would have no axis: time goes on where nothing happens.
  if (!rows.some((row) => events.isDated(row))) rows.push(...firstDated(document));
  // This import loads the EDTF reader, which must not delay the window.
  const { tableOfRows } = await import('../../shared/document/table.ts');
  return {
    ...document,
    events: tableOfRows(
      events,
      rows.sort((a, b) => a - b),
    ),
  };
}

/** The first event of which something is known in time; none if there is none. */
function firstDated({ events }: PlacedDocument): number[] {
  const { starts, ends } = events.columns;
  const row = starts.findIndex((start, at) => Number.isFinite(start) || Number.isFinite(ends[at]));
  return row < 0 ? [] : [row];
}
