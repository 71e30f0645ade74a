// Types for the part of `csv-parse` that formats use. Those of the package bring in the types of Node, so tsconfig.json takes these.

/** Takes a table apart into rows of cells, or throws. */
export function parse(
  input: Uint8Array | string,
  options: {
    readonly delimiter?: string;
    readonly quote?: string | false;
    readonly record_delimiter?: readonly string[];
    readonly relax_column_count?: boolean;
    readonly relax_quotes?: boolean;
    readonly max_record_size?: number;
  },
): string[][];
