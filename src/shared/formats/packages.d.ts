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
