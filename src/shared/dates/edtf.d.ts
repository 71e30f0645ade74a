// The part of the `edtf` package that Dateline uses; the package has no types of its own.

declare module 'edtf' {
  /** Reads an EDTF string of level 0 to 2. Returns plain data; throws where it cannot read it. */
  export function parse(input: string): unknown;

  /** As {@link parse}, but as an object that knows its first and last millisecond: infinite where open, null where unknown. */
  export default function edtf(input: string): { readonly min: number | null; readonly max: number | null };
}

declare module 'edtf/sample' {
  /** Strings at random from the package's own grammar. */
  export function sample(options: { readonly count: number; readonly level: 0 | 1 | 2 }): Iterable<string>;
}
