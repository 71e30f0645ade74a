// Reads what events are called on their marks, without parsing them: a crowded lane asks for thousands in a frame. Pure.
import type { EventTable } from '../../shared/document/table.ts';
import { createEventScanner, LABEL, textIn, TITLE } from '../../shared/find/scan-event.ts';
import { titleOf } from './texts.ts';

const NOTHING = new Uint8Array();

/**
 * Prepares to read.
 *
 * @returns a function that gives the title of a row, or what stands for it on marks; throws `RangeError` for a row without a
 *   date.
 */
export function createTitleReader(): (events: EventTable, row: number) => string {
  let json: Uint8Array = NOTHING;
  let hasLabel = false;
  const found: string[] = [];
  const scan = createEventScanner({
    text: (from, to, member) => {
      if (member !== (hasLabel ? LABEL : TITLE)) return undefined;
      found.push(textIn(json, from, to));
      return false;
    },
    quote: () => undefined,
  });
  return (events, row) => {
    found.length = 0;
    hasLabel = events.has(row, 'label');
    json = (events.isDated(row) ? events.jsonAt(row) : undefined) ?? NOTHING;
    const [title] = scan(json, 0, json.length) ? found : [];
    if (title !== undefined) return title;
    const event = events.placedAt(row);
    if (event === undefined) throw new RangeError(`No event with a date in row ${row}.`);
    return titleOf(event);
  };
}
