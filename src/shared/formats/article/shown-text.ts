// The words of a page as a browser shows them: blanks are one, blocks are paragraphs. Takes time in proportion to the page.
import type { Token } from 'parse5';
import { loadHtmlTokens } from '../html-tokens.ts';

/** Elements whose contents a browser does not show as text of the page. */
const UNSEEN = wordSet(
  'head title script style noscript template iframe object svg math canvas video audio select textarea button nav footer aside figcaption dialog',
);

/** Elements that begin a paragraph, and end one. */
const BLOCKS = wordSet(
  'address article blockquote center dd details div dl dt fieldset figure form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody tfoot thead tr ul',
);

/** Elements without contents, whose end no tag says. */
const VOID = wordSet('area base br col embed hr img input link meta param source track wbr');

/** Elements whose end is often left out, so that many in a row are not within each other. */
const OFTEN_OPEN = wordSet('p li dt dd tr td th thead tbody tfoot option optgroup colgroup rt rp');

/** The size of a page. */
export interface PageSize {
  readonly elements: number;
  /** The most elements within each other. */
  readonly depth: number;
}

/** Reads pages; neither function builds a tree. */
export interface ShownText {
  /** How large a page is, before anything is made of it. */
  readonly sizeOf: (html: string) => PageSize;
  /** All words that it shows, paragraphs apart by blank lines. */
  readonly textOf: (html: string) => string;
}

/** Loads what reads pages. */
export async function loadShownText(): Promise<ShownText> {
  const read = await loadHtmlTokens();

  function sizeOf(html: string): PageSize {
    let [elements, open, depth] = [0, 0, 0];
    const counts = ({ tagName, selfClosing }: Token.TagToken): boolean =>
      !selfClosing && !VOID.has(tagName) && !OFTEN_OPEN.has(tagName);
    read(html, {
      start(tag) {
        elements += 1;
        if (counts(tag)) depth = Math.max(depth, (open += 1));
      },
      end(tag) {
        if (counts(tag)) open = Math.max(0, open - 1);
      },
    });
    return { elements, depth };
  }

  function textOf(html: string): string {
    const parts: string[] = [];
    /** The hidden element that the reader is in, and how many of its kind are open within it. */
    let hidden: { readonly name: string; open: number } | null = null;
    let asTyped = 0;
    read(html, {
      start(tag) {
        const name = tag.tagName;
        if (hidden !== null) {
          if (name === hidden.name && !tag.selfClosing) hidden.open += 1;
        } else if (name === 'br') parts.push('\n');
        else if (name === 'td' || name === 'th') parts.push(' ');
        else if ((UNSEEN.has(name) || isHidden(tag)) && !tag.selfClosing && !VOID.has(name))
          hidden = { name, open: 1 };
        else if (BLOCKS.has(name)) {
          parts.push('\n\n');
          if (name === 'pre') asTyped += 1;
        }
      },
      end({ tagName }) {
        if (hidden !== null) {
          if (tagName === hidden.name && (hidden.open -= 1) === 0) hidden = null;
        } else if (BLOCKS.has(tagName)) {
          parts.push('\n\n');
          if (tagName === 'pre') asTyped = Math.max(0, asTyped - 1);
        }
      },
      text(characters) {
        if (hidden !== null) return;
        parts.push(
          asTyped > 0 ? characters.replace(/\r\n?/g, '\n') : characters.replace(/[ \t\n\f\r]+/g, ' '),
        );
      },
    });
    return tidied(parts.join(''));
  }

  return { sizeOf, textOf };
}

function isHidden({ attrs }: Token.TagToken): boolean {
  return attrs.some(
    ({ name, value }) =>
      name === 'hidden' || (name === 'style' && /(?:^|[;\s])display\s*:\s*none/i.test(value)),
  );
}

/** Invisible marks where a word may be divided, which no reader would type in a search. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

function tidied(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
