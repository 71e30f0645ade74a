// The parts of a file as they are read: what validation asks of whoever took the file apart.
import type { Path } from './path.ts';
import type { ListName } from './schema.ts';

/** The fields of the outermost object, and its lists entry by entry. */
export interface Source {
  /** Bytes in which the entries of the lists stand, UTF-8. */
  readonly text: Uint8Array;
  /** The outermost object without the lists of a document. Of fields that no version knows, only the names count. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The names of all fields of the outermost object, lists and others, in the file's order; the first 100,000. */
  readonly names: readonly string[];
  /** Where the value of a field of the outermost object stands in {@link text}; `undefined` if there is no such field. */
  readonly placeOf: (name: string) => Place | undefined;
  /** A list of the document; a value of another kind if one stands in its place; `undefined` if nothing does. */
  readonly lists: Readonly<Record<ListName, SourceList | OtherValue | undefined>>;
  /** The line of each part, from 1; `null` for each if the file is one line. */
  readonly lines: (paths: readonly Path[]) => readonly (number | null)[];
}

/** A list whose entries are made into values one at a time. */
export interface SourceList {
  readonly isList: true;
  /** How many entries it has. */
  readonly length: number;
  /** How many of them can be read, from the first: all, unless there are far too many. */
  readonly readable: number;
  /** An entry's value, made anew at each call. */
  readonly entry: (position: number) => unknown;
  /** Where an entry stands in {@link Source.text}. */
  readonly place: (position: number) => Place;
}

/** From one byte to before another. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** What stands where a list should. */
export interface OtherValue {
  readonly isList: false;
  readonly value: unknown;
}

/** The most bytes that are read as one value. Only an entry with unknown fields can come near. */
export const LARGEST_VALUE = 2 ** 26;

/** Stands for a value of more than {@link LARGEST_VALUE}. */
export const TOO_LARGE = Symbol('too large');
