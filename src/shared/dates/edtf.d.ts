// The part of the `edtf` package that Dateline uses; the package has no types of its own.

declare module 'edtf' {
  /** Reads an EDTF string of level 0 to 2. Returns plain data; throws where it cannot read it. */
  export function parse(input: string): unknown;

  /** As {@link parse}, but as an object that knows its first and last millisecond; for a single date both are given. */
  export default function edtf(input: string): { readonly min: number; readonly max: number };
}

declare module 'edtf/sample' {
  /** Strings at random from the package's own grammar. */
  export function sample(options: { readonly count: number; readonly level: 0 | 1 | 2 }): Iterable<string>;
}
