// Numbers that stretches of bytes are given, the same for the same bytes. No part of it ever grows at once. Pure.

/** A list of whole numbers below 2 ** 32. */
export interface Numbers {
  readonly count: () => number;
  /** The number at a place from 0; 0 where there is none. */
  readonly at: (place: number) => number;
  readonly add: (number: number) => void;
  /** Forgets all behind the first ones. */
  readonly cut: (count: number) => void;
}

/** A chunk holds so many numbers; the higher bits of a place tell which chunk, the lower ones where in it. */
const CHUNK = 0x10000;
const [HIGHER, LOWER] = [16, 0xffff];

/** Starts a list. It grows by chunks: to copy millions of numbers into a longer array would hold up a frame. */
export function createNumbers(): Numbers {
  const chunks: Uint32Array[] = [];
  let count = 0;
  return {
    count: () => count,
    at: (place) => chunks[place >>> HIGHER]?.[place & LOWER] ?? 0,
    add(number) {
      const which = count >>> HIGHER;
      if (which === chunks.length) chunks.push(new Uint32Array(CHUNK));
      const chunk = chunks[which];
      if (chunk !== undefined) chunk[count & LOWER] = number;
      count += 1;
    },
    cut(length) {
      count = length;
    },
  };
}

/** Stretches of some bytes. */
export interface Places {
  /** How many there are: their numbers begin at 0. */
  readonly count: () => number;
  /** The number of a stretch, from one byte to before another: a new one if it met no equal bytes before. */
  readonly numberOf: (from: number, to: number) => number;
  /** Where the bytes of a number were met first. */
  readonly from: (number: number) => number;
  readonly to: (number: number) => number;
}

/** Stretches that are compared before one counts as new: a document may be made so that all hashes are one. */
const MOST_TRIES = 64;

/** As many tables share the hashes, by their highest bits: only one at a time grows. */
const TABLES = 256;

/** Starts to number stretches of some bytes. */
export function createPlaces(bytes: Uint8Array): Places {
  /** Two numbers in each slot of a table: that of a stretch, from 1, and its hash; two zeroes in one that is free. */
  const tables: Uint32Array[] = Array.from({ length: TABLES }, () => new Uint32Array(16));
  const counts = new Uint32Array(TABLES);
  const [froms, tos] = [createNumbers(), createNumbers()];

  return {
    count: froms.count,
    from: froms.at,
    to: tos.at,
    numberOf(from, to) {
      const hash = hashOf(bytes, from, to);
      const which = hash >>> 24;
      const table = tables[which] ?? new Uint32Array();
      const last = table.length - 2;
      let slot = (hash << 1) & last;
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const number = (table[slot] ?? 0) - 1;
        if (number < 0) {
          table[slot] = froms.count() + 1;
          table[slot + 1] = hash;
          const count = (counts[which] ?? 0) + 1;
          counts[which] = count;
          if (4 * count > table.length) tables[which] = grown(table);
          break;
        }
        if (table[slot + 1] === hash) {
          const start = froms.at(number);
          if (tos.at(number) - start === to - from && isSame(bytes, start, from, to)) return number;
        }
        slot = (slot + 2) & last;
      }
      froms.add(from);
      tos.add(to);
      return froms.count() - 1;
    },
  };
}

/** A table with the same entries and twice as many slots. */
function grown(table: Uint32Array): Uint32Array {
  const larger = new Uint32Array(2 * table.length);
  const last = larger.length - 2;
  for (let from = 0; from < table.length; from += 2) {
    const [number = 0, hash = 0] = [table[from], table[from + 1]];
    if (number === 0) continue;
    let slot = (hash << 1) & last;
    while (larger[slot] !== 0) slot = (slot + 2) & last;
    larger[slot] = number;
    larger[slot + 1] = hash;
  }
  return larger;
}

/** Whether the bytes from one place on are those between two others. */
function isSame(bytes: Uint8Array, start: number, from: number, to: number): boolean {
  for (let place = from; place < to; place += 1)
    if (bytes[place] !== bytes[start + place - from]) return false;
  return true;
}

/** A hash of bytes, all of whose bits are spread. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0;
  for (let place = from; place < to; place += 1) hash = Math.imul(hash ^ (bytes[place] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 15)) >>> 0;
}
