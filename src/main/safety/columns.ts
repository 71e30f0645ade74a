// Sends documents to pages: small ones in one message, the columns of large ones piece by piece through a port.
import type { MessagePortMain } from 'electron';
import { headOf, toCross, type SentContents } from '../../shared/document/crossing.ts';
import type { PlacedDocument } from '../../shared/document/document.ts';
import { piecesOf, sizesOf } from '../../shared/document/gather.ts';
import type { EventColumns } from '../../shared/document/columns.ts';
import type { PageName } from '../../shared/ipc.ts';
import { success, type Result } from '../../shared/result.ts';

/**
 * Bytes of events from which a document is large. A small one crosses in a millisecond as one message, which the browser
 * copies several times; a port costs one more round trip, but takes half the time at 250 MB.
 */
const LARGE = 2 ** 21;

/** The most documents that wait for their page. One that is gone never comes for its own. */
const MOST_WAITING = 4;

interface Waiting {
  readonly page: PageName;
  readonly columns: EventColumns;
}

const waiting = new Map<unknown, Waiting>();
let issued = 0;

/**
 * What a page is sent of a document: all of it, or a ticket for the columns of a large one. Fails with
 * `document-too-large`.
 */
export function contentsFor(page: PageName, document: PlacedDocument): Result<SentContents> {
  const { columns } = document.events;
  const sizes = sizesOf(columns);
  if (sizes.bytes < LARGE) return toCross(document);
  const head = headOf(document);
  if (!head.ok) return head;
  const ticket = (issued += 1);
  waiting.set(ticket, { page, columns });
  const [oldest] = waiting.keys();
  if (waiting.size > MOST_WAITING) waiting.delete(oldest);
  return success({ head: head.value, columns: { ticket, sizes } });
}

/** Sends the columns of a ticket, a piece for each message that the page sends, and closes the port
 * behind the last; `false` if the page has no such ticket. */
export function deliverColumns(page: PageName, ticket: unknown, port: MessagePortMain): boolean {
  const found = waiting.get(ticket);
  if (found?.page !== page) return false;
  waiting.delete(ticket);
  const pieces = piecesOf(found.columns);
  port.on('message', () => {
    const piece = pieces.next();
    if (piece.done === true) port.close();
    else port.postMessage(piece.value);
  });
  port.once('close', () => {
    pieces.return(undefined);
  });
  port.start();
  return true;
}
