// Types for the part of the `edtf` package that the tests use; it ships none.

declare module 'edtf' {
  /**
   * Reads an EDTF string of level 0 to 2, or throws.
   *
   * @returns its first and last millisecond: infinite if open, null if unknown
   */
  export default function edtf(input: string): { readonly min: number | null; readonly max: number | null };
}

declare module 'edtf/sample' {
  /** Random strings from the package's own grammar. */
  export function sample(options: { readonly count: number; readonly level: 0 | 1 | 2 }): Iterable<string>;
}
