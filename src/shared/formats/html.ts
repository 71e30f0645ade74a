// Turns HTML into plain text and links. Nothing of it is ever inserted as markup or run.
import { loadHtmlTokens } from './html-tokens.ts';
import { inEntries, type Problems, type Where } from './report.ts';

/** Text without markup, and the addresses that it linked to. */
export interface PlainText {
  readonly text: string;
  readonly links: readonly { readonly title: string; readonly address: string }[];
}

/** Reads HTML as text. What it shows besides text is left out, and reported at its place. */
export type HtmlReader = (html: string, where?: Where) => PlainText;

/** Elements whose contents are no text of the page. */
const UNSEEN = new Set([
  'script',
  'style',
  'iframe',
  'noscript',
  'template',
  'object',
  'svg',
  'math',
  'head',
  'title',
]);
/** Elements that show or do more than text. */
const EMBEDDED = new Set('img iframe video audio object embed svg math canvas script form input'.split(' '));
const BLOCKS = new Set(
  'address article aside blockquote dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);

/** The class of the paragraph that export puts sources in. */
export const SOURCES_CLASS = 'dateline-sources';

/** Whether a text may be HTML: has a tag or an entity. */
export function mayBeHtml(text: string): boolean {
  return /<[a-z!/?]|&(?:#|[a-z])/i.test(text);
}

/** Loads what reads HTML. Text without markup is handed back as it is. */
export async function loadHtml(problems: Problems): Promise<HtmlReader> {
  const read = await loadHtmlTokens();
  return (html, where = {}) => {
    if (!mayBeHtml(html)) return { text: html, links: [] };
    let text = '';
    let hidden = 0;
    let embedded = '';
    let below = false;
    let linked = '';
    let link: { address: string; from: number } | null = null;
    const links: { title: string; address: string }[] = [];
    read(html, {
      start(tag) {
        const name = tag.tagName;
        if (EMBEDDED.has(name) && hidden === 0) embedded = name;
        if (UNSEEN.has(name) && !tag.selfClosing) hidden += 1;
        // The sources that export adds below a text are links of it, and no part of its words.
        if (name === 'p') below = tag.attrs.some((attribute) => attribute.value === SOURCES_CLASS);
        if (name === 'br' && hidden === 0) text += BREAK;
        if (BLOCKS.has(name) && hidden === 0) text += name === 'li' ? '\n– ' : '\n';
        if ((name === 'td' || name === 'th') && hidden === 0) text += ' ';
        const address =
          name === 'a' ? tag.attrs.find((attribute) => attribute.name === 'href')?.value : undefined;
        if (address !== undefined && hidden === 0)
          link = { address, from: below ? linked.length : text.length };
      },
      end({ tagName }) {
        if (UNSEEN.has(tagName)) hidden = Math.max(0, hidden - 1);
        if (BLOCKS.has(tagName) && hidden === 0) text += '\n';
        if (tagName === 'p') below = false;
        if (tagName === 'a' && link !== null) {
          links.push({
            title: (below ? linked : text).slice(link.from).trim(),
            address: link.address.trim(),
          });
          link = null;
        }
      },
      text(characters) {
        if (hidden > 0) return;
        if (below) linked += characters;
        else text += characters;
      },
    });
    if (embedded !== '')
      problems.count(
        'embedded',
        (count) => `Pictures, scripts and the like within texts were left out ${inEntries(count, 'texts')}`,
        where,
      );
    return { text: tidied(text), links };
  };
}

/** Stands for `<br>` until blocks are known. */
const BREAK = '\v';

/** Line breaks where blocks end and where they are written, and single spaces. */
function tidied(text: string): string {
  return text
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?[\n\v][ \n\v]*/g, (run) => {
      const signs = run.replaceAll(' ', '');
      const breaks = signs.split(BREAK).length - 1;
      // The first break behind words ends their line, as the end of a block does; further ones leave lines blank.
      return '\n'.repeat(signs.startsWith(BREAK) ? breaks : breaks + 1);
    })
    .trim();
}

/** Writes plain text so that HTML shows it as it is. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
