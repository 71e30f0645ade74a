// The typed columns of a table of events, which cross between processes as they are. Pure.

/** The columns of a table as they cross between processes: an entry for every row, in the file's order. */
export interface EventColumns {
  /** The earliest instant of each event; `-Infinity` where its start is open or unknown, `NaN` where it has no date. */
  readonly starts: Float64Array;
  /** The latest instant, exclusive, of each event; `Infinity` where its end is open or unknown, `NaN` without a date. */
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
  /** The JSON of the rows that were added or changed, which stands here from its first byte on and not in {@link text}. */
  readonly edited?: ReadonlyMap<number, Uint8Array> | undefined;
}

/** Columns to be filled. */
export function emptyColumns(length: number, text: Uint8Array): EventColumns {
  return {
    starts: new Float64Array(length),
    ends: new Float64Array(length),
    lanes: new Int32Array(length),
    flags: new Uint16Array(length),
    ids: new Uint32Array(length),
    from: new Uint32Array(length),
    to: new Uint32Array(length),
    text,
  };
}

/** The JSON of the event in a row, UTF-8. */
export function jsonAt({ edited, text, from, to }: EventColumns, row: number): Uint8Array {
  return edited?.get(row) ?? text.subarray(from[row], to[row]);
}
