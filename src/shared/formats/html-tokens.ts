// Takes HTML apart into tags and text, for readers that make words of it. No tree is built, and nothing is run or loaded.
import type { Token } from 'parse5';

/** Elements whose contents must not be taken for markup. */
const RAW = new Set(['script', 'style', 'iframe', 'noscript']);

/** Hears of the tags and texts of HTML, in their order. */
export interface HtmlListener {
  readonly start: (tag: Token.TagToken) => void;
  readonly end: (tag: Token.TagToken) => void;
  /** Entities are characters already; a text may come in several pieces. */
  readonly text?: (characters: string) => void;
}

/** Loads what takes HTML apart, in time in proportion to it. */
export async function loadHtmlTokens(): Promise<(html: string, listener: HtmlListener) => void> {
  const { Tokenizer, TokenizerMode } = await import('parse5');
  return (html, listener) => {
    const write = ({ chars }: Token.CharacterToken): void => listener.text?.(chars);
    const tokenizer = new Tokenizer(
      { sourceCodeLocationInfo: false },
      {
        onStartTag(tag) {
          if (RAW.has(tag.tagName)) tokenizer.state = TokenizerMode.RAWTEXT;
          listener.start(tag);
        },
        onEndTag: listener.end,
        onCharacter: write,
        onWhitespaceCharacter: write,
        onNullCharacter: () => undefined,
        onComment: () => undefined,
        onDoctype: () => undefined,
        onEof: () => undefined,
      },
    );
    tokenizer.write(html, true);
  };
}
