// Fetches the columns of a large document from main, through a port.
import type { ColumnsToCome } from '../shared/document/crossing.ts';
import { collectColumns } from '../shared/document/gather.ts';
import type { EventColumns } from '../shared/document/columns.ts';
import { COLUMNS } from '../shared/ipc.ts';

/** How many pieces are under way at once: main makes one while this page takes another. */
const UNDER_WAY = 2;

/**
 * Fetches columns. Rejects with a `RangeError` if there is not enough memory for them, and with other errors if main sends
 * something else or nothing.
 */
export function fetchColumns({ ticket, sizes }: ColumnsToCome): Promise<EventColumns> {
  return new Promise((resolve, reject) => {
    const collector = collectColumns(sizes);
    const { port1: port, port2: far } = new MessageChannel();
    port.addEventListener('message', ({ data: piece }: MessageEvent<unknown>) => {
      try {
        const columns = collector.take(piece);
        port.postMessage(null);
        if (columns === null) return;
        resolve(columns);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
      port.close();
    });
    port.addEventListener('close', () => {
      reject(new Error('The columns did not come.'));
    });
    port.start();
    window.postMessage({ [COLUMNS]: ticket }, window.origin, [far]);
    for (let piece = 0; piece < UNDER_WAY; piece += 1) port.postMessage(null);
  });
}
