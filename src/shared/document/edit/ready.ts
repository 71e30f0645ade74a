// Reads the events of an edit before it is applied: those of a large one take longer than a frame. Pure.
import { readyEvent, type ReadyEvent } from '../table.ts';
import { eventChanges, type Edit } from './change.ts';

/** The events that an edit leaves, in the order of its changes of events; `null` where it removes one. */
export type ReadyEvents = readonly (ReadyEvent | null)[];

/** Reads the events that an edit leaves. Yields how many are read. */
export function* readyEvents(edit: Edit): Generator<number, ReadyEvents> {
  return yield* readAll(eventChanges(edit).map(({ after }) => after));
}

/** Reads the events that stood before an edit: those that its inverse leaves. Yields how many are read. */
export function* readyInverse(edit: Edit): Generator<number, ReadyEvents> {
  return (yield* readAll(eventChanges(edit).map(({ before }) => before))).toReversed();
}

function* readAll(texts: readonly (string | null)[]): Generator<number, ReadyEvents> {
  const encode = together(texts.reduce((sum, text) => sum + MOST_BYTES * (text?.length ?? 0), 0));
  const ready: (ReadyEvent | null)[] = [];
  for (const json of texts) {
    ready.push(json === null ? null : readyEvent(json, encode));
    if (ready.length % STEP === 0) yield ready.length;
  }
  return ready;
}

/** So many events are read between two looks at the clock. */
const STEP = 32;

/** Bytes that are encoded into one buffer. A buffer for each event would weigh more than its text. */
const BUFFER = 2 ** 18;

/** Of a unit of UTF-16. */
const MOST_BYTES = 3;

/** Prepares to encode. @param most of all texts together, bytes: a few keep no large buffer. */
function together(most: number): (text: string) => Uint8Array {
  let room = new Uint8Array();
  return (text) => {
    const needed = MOST_BYTES * text.length;
    if (room.length < needed) room = new Uint8Array(Math.max(Math.min(BUFFER, most), needed));
    const { written } = encoder.encodeInto(text, room);
    const bytes = room.subarray(0, written);
    room = room.subarray(written);
    return bytes;
  };
}

const encoder = new TextEncoder();
