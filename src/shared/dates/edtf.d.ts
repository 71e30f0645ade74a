// The part of the `edtf` package that the tests use; the package has no types of its own.

declare module 'edtf' {
  /**
   * Reads an EDTF string of level 0 to 2; throws where it cannot.
   * @returns an object that knows its first and last millisecond: infinite where open, null where unknown
   */
  export default function edtf(input: string): { readonly min: number | null; readonly max: number | null };
}

declare module 'edtf/sample' {
  /** Strings at random from the package's own grammar. */
  export function sample(options: { readonly count: number; readonly level: 0 | 1 | 2 }): Iterable<string>;
}
