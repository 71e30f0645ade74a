// Types for the parts of packages that formats use. Those of `csv-parse` would bring in the types of Node.

declare module 'csv-parse/sync' {
  export function parse(
    input: Uint8Array | string,
    options: {
      readonly delimiter?: string;
      readonly quote?: string | false;
      readonly record_delimiter?: readonly string[];
      readonly relax_column_count?: boolean;
      readonly relax_quotes?: boolean;
      readonly max_record_size?: number;
      readonly to?: number;
    },
  ): string[][];
}

declare module 'parse5' {
  export interface TagToken {
    readonly tagName: string;
    readonly selfClosing: boolean;
    readonly attrs: readonly { readonly name: string; readonly value: string }[];
  }
  export interface CharacterToken {
    readonly chars: string;
  }
  /** What the tokenizer tells of a text, in its order. */
  export interface TokenHandler {
    onStartTag(token: TagToken): void;
    onEndTag(token: TagToken): void;
    onCharacter(token: CharacterToken): void;
    onWhitespaceCharacter(token: CharacterToken): void;
    onNullCharacter(): void;
    onComment(): void;
    onDoctype(): void;
    onEof(): void;
  }
  export class Tokenizer {
    constructor(options: { readonly sourceCodeLocationInfo: boolean }, handler: TokenHandler);
    /** What the tokenizer expects next: one of {@link TokenizerMode}. */
    state: number;
    write(chunk: string, isLast: boolean): void;
  }
  export const TokenizerMode: { readonly RAWTEXT: number };
}

declare module 'windows-iana' {
  /** The names of IANA for a zone of Windows, the usual one first; none if it has no such zone. */
  export function findIana(windows: string): readonly string[];
}

declare module 'ical.js' {
  interface Time {
    toString(): string;
  }
  const ICAL: {
    readonly Recur: { fromString(rule: string): { iterator(start: Time): { next(): Time | null } } };
    readonly Time: { fromDateString(date: string): Time };
  };
  export default ICAL;
}

declare module 'saxes' {
  interface Tag {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
  }
  /** Reads XML piece by piece. It knows no entities but those of XML itself, and fetches nothing. */
  export class SaxesParser {
    constructor(options: { readonly xmlns: false; readonly position: true });
    readonly line: number;
    on(name: 'opentag' | 'closetag', handler: (tag: Tag) => void): void;
    on(name: 'text' | 'cdata' | 'doctype', handler: (text: string) => void): void;
    on(name: 'error', handler: (error: Error) => void): void;
    write(chunk: string): this;
    close(): this;
  }
}

declare module 'hucre/xlsx' {
  export type CellValue = string | number | boolean | Date | null;
  export interface Cell {
    readonly value: CellValue;
    readonly type: string;
    readonly formula?: string;
    readonly style?: { readonly numFmt?: string };
  }
  export interface Sheet {
    readonly name: string;
    readonly rows: readonly (readonly CellValue[])[];
    /** By `row,column`, from 0: cells with a style or formula. */
    readonly cells?: ReadonlyMap<string, Cell>;
    readonly merges?: readonly unknown[];
    readonly images?: readonly unknown[];
    readonly hidden?: boolean;
    readonly veryHidden?: boolean;
  }
  export function readXlsx(
    bytes: Uint8Array,
    options: { readonly readStyles: boolean },
  ): Promise<{ readonly sheets: readonly Sheet[] }>;
  export function writeXlsx(options: {
    readonly sheets: readonly { readonly name: string; readonly rows: readonly (readonly CellValue[])[] }[];
  }): Promise<Uint8Array>;
}
