// Checks the content of a figure against its document: finds its lanes, and turns its dates into a window of time.
import { clampWindow, LONGEST_WINDOW } from '../../shared/dates/window.ts';
import type { EventDate } from '../../shared/dates/event-date.ts';
import type { FigureContent } from '../../shared/figure/figure.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import { laneRows } from '../../shared/document/lane-of.ts';
import { failure, success, type Result } from '../../shared/result.ts';

/** The time that a figure covers, once its dates are read. */
export type ResolvedContent = Exclude<FigureContent, { kind: 'dates' }>;

/**
 * Turns dates into the window from the start of the first to the end of the last. Other content stays as it is.
 *
 * @returns `dates-from` or `dates-to` for a text that is no date, `dates-open` for a date without a start or an end,
 *   `dates-backwards` or `dates-too-long`.
 */
export async function resolveContent(content: FigureContent): Promise<Result<ResolvedContent>> {
  if (content.kind !== 'dates') return success(content);
  // This import loads the EDTF reader. At start-up it would delay the window.
  const { parseEventDate } = await import('../../shared/dates/parse.ts');
  const read = (code: string, field: string, edtf: string): Result<EventDate> => {
    const date = parseEventDate(edtf);
    return date.ok ? date : failure(code, `${field} ${date.failure.message}.`);
  };
  const from = read('dates-from', 'The start date', content.from);
  if (!from.ok) return from;
  const to = read('dates-to', 'The end date', content.to);
  if (!to.ok) return to;
  const [start, end] = [from.value.start, to.value.end];
  if (!Number.isFinite(start) || !Number.isFinite(end)) {
    return failure('dates-open', 'A figure needs a start date and an end date, and neither may be open.');
  }
  if (start >= end) {
    return failure(
      'dates-backwards',
      `${content.to} is before ${content.from}; give the earlier date first.`,
    );
  }
  if (end - start > LONGEST_WINDOW) {
    return failure(
      'dates-too-long',
      'A figure covers at most 20,000 years; choose dates that are closer together.',
    );
  }
  return success({ kind: 'view', window: clampWindow({ start, end }) });
}

/**
 * Refuses lanes that the document does not have, with `figure-lanes`.
 *
 * @param lanes ids, or `undefined` for all lanes.
 */
export function checkLanes(
  lanes: readonly string[] | undefined,
  document: Pick<PlacedDocument, 'lanes'>,
): Result<null> {
  if (lanes === undefined || laneRows(document, lanes).length === lanes.length) return success(null);
  return failure(
    'figure-lanes',
    'This figure has a lane that is not in the timeline. Choose its lanes again.',
  );
}
