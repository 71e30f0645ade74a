// Gathers what a page needs of a table: at once, or in pieces that are put together again on the other side. Pure.
import { roomOf } from './room.ts';
import { emptyColumns, jsonAt, type EventColumns } from './columns.ts';

/** How large columns are, which their receiver knows before they come. */
export interface ColumnSizes {
  /** How many rows there are. */
  readonly length: number;
  /** Bytes of the events' JSON. */
  readonly bytes: number;
}

/** Bytes in a piece: enough that hundreds carry a large document, few enough that one more in memory does not matter. */
const PIECE = 2 ** 22;

/** The sizes of columns once their events' JSON is gathered. */
export function sizesOf({ from, to }: EventColumns): ColumnSizes {
  let bytes = 0;
  for (let row = 0; row < from.length; row += 1) bytes += (to[row] ?? 0) - (from[row] ?? 0);
  return { length: from.length, bytes };
}

/**
 * The same columns with a text of their own, in which the events' JSON stands gathered in the order of the rows: what is
 * sent to a page, which needs nothing else of the file.
 */
export function gathered(columns: EventColumns): EventColumns {
  const { from, to } = gatheredPlaces(columns);
  const text = new Uint8Array(to.at(-1) ?? 0);
  for (let row = 0; row < from.length; row += 1) text.set(jsonAt(columns, row), from[row]);
  return { ...columns, from, to, text, edited: undefined };
}

function gatheredPlaces(columns: EventColumns): Pick<EventColumns, 'from' | 'to'> {
  const { length } = columns.from;
  const from = new Uint32Array(length);
  const to = new Uint32Array(length);
  let size = 0;
  for (let row = 0; row < length; row += 1) {
    from[row] = size;
    size += (columns.to[row] ?? 0) - (columns.from[row] ?? 0);
    to[row] = size;
  }
  return { from, to };
}

/**
 * The gathered columns in pieces, for {@link collectColumns}: one is made when it is asked for, so that no second copy of
 * the events' JSON is ever held.
 *
 * @param most bytes in a piece.
 */
export function* piecesOf(columns: EventColumns, most = PIECE): Generator<ArrayBuffer, undefined> {
  let piece = new Uint8Array(most);
  let filled = 0;
  for (const part of partsOf(columns)) {
    for (let at = 0; at < part.length;) {
      const next = part.subarray(at, at + most - filled);
      piece.set(next, filled);
      at += next.length;
      filled += next.length;
      if (filled < most) continue;
      yield piece.buffer;
      piece = new Uint8Array(most);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.buffer.slice(0, filled);
}

function* partsOf(columns: EventColumns): Generator<Uint8Array> {
  yield* numbersOf({ ...columns, ...gatheredPlaces(columns) });
  for (let row = 0; row < columns.from.length; row += 1) yield jsonAt(columns, row);
}

/** The bytes of all columns but the text, in the order in which they cross. Both sides run on one machine. */
function numbersOf({ starts, ends, lanes, flags, ids, from, to }: EventColumns): Uint8Array[] {
  return [starts, ends, lanes, flags, ids, from, to].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
}

/** Puts columns together. */
export interface ColumnCollector {
  /**
   * Takes the next piece. Throws if it is no `ArrayBuffer`, or more than is to come.
   *
   * @returns the columns once they are whole, `null` before.
   */
  readonly take: (piece: unknown) => EventColumns | null;
}

/** Starts to put columns of these sizes together. Throws a `RangeError` if there is not enough memory for them. */
export function collectColumns({ length, bytes }: ColumnSizes): ColumnCollector {
  const columns = emptyColumns(length, roomOf(bytes));
  const parts = [...numbersOf(columns), columns.text];
  let left = parts.reduce((sum, part) => sum + part.length, 0);
  let at = 0;
  return {
    take(piece) {
      if (!(piece instanceof ArrayBuffer)) throw new TypeError('A piece of columns is no ArrayBuffer.');
      if (piece.byteLength > left) throw new Error('There is more of the columns than was to come.');
      left -= piece.byteLength;
      for (let rest = new Uint8Array(piece); rest.length > 0;) {
        const [part] = parts;
        if (part === undefined) break;
        const next = rest.subarray(0, part.length - at);
        part.set(next, at);
        at += next.length;
        rest = rest.subarray(next.length);
        if (at < part.length) continue;
        parts.shift();
        at = 0;
      }
      return left === 0 ? columns : null;
    },
  };
}
