// The typed columns of a table of events, which cross between processes as they are. Pure.

/**
 * The columns of a table as they cross between processes: an entry for every row, or for every row with a date. These
 * come first, then those without a date, each in the file's order.
 */
export interface EventColumns {
  /** How many rows have a date. */
  readonly dated: number;
  /** The earliest instant of each row with a date; `-Infinity` where its start is open or unknown. */
  readonly starts: Float64Array;
  /** The latest instant, exclusive, of each row with a date; `Infinity` where its end is open or unknown. */
  readonly ends: Float64Array;
  /** The row of each event's lane. */
  readonly lanes: Int32Array;
  /** What each event has: the bits of table.ts, and its importance in the lowest bits. */
  readonly flags: Uint16Array;
  /** The hash of each event's id. */
  readonly ids: Uint32Array;
  /** Where each event's JSON begins in {@link text}, and before which byte it ends. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** UTF-8. */
  readonly text: Uint8Array;
}

/** Columns without the number of rows that have a date. */
export type Columns = Omit<EventColumns, 'dated'>;

/**
 * Columns to be filled.
 *
 * @param dated how many of the rows have a date.
 */
export function emptyColumns(length: number, dated: number, text: Uint8Array): Columns {
  return {
    starts: new Float64Array(dated),
    ends: new Float64Array(dated),
    lanes: new Int32Array(length),
    flags: new Uint16Array(length),
    ids: new Uint32Array(length),
    from: new Uint32Array(length),
    to: new Uint32Array(length),
    text,
  };
}
