// Web pages that a browser saved: the main text, and what the page's metadata say of it. Nothing of a page is loaded or run.
import type { PageDocument, PageElement } from 'linkedom';
import { parseEventDate } from '../../dates/parse.ts';
import { readTypedDate } from '../../dates/typed.ts';
import { LIMITS } from '../../document/limits.ts';
import { success } from '../../result.ts';
import { isAddress } from '../address.ts';
import { oneLine } from '../draft.ts';
import { decodedAs, encodingOf } from '../text.ts';
import { guessedEncoding, NOTHING_FOUND, type ArticleKind, type FoundArticle } from './found.ts';
import { loadShownText } from './shown-text.ts';

/** Elements that a page may have, all and within each other, for its main text to be looked for: that takes time in
 * proportion to their product. */
const MOST_ELEMENTS = 60_000;
const DEEPEST = 256;

/** Characters at the beginning of a page that may name its encoding or where it was saved from. */
const HEAD = 4_096;

const PAGE =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype html|html|head|body|meta|title|article|main|section|div|p|h[1-6])\b/i;

/** Web pages. */
export const page: ArticleKind = {
  recognise: ({ text }) => PAGE.test(text.slice(0, HEAD)),
  async read(bytes) {
    const { html, remarks } = decoded(bytes);
    const found = await readPage(html);
    return success({ ...found, remarks: [...remarks, ...found.remarks] });
  },
};

/** Reads a page. */
export async function readPage(html: string): Promise<FoundArticle> {
  const shown = await loadShownText();
  const whole = (why: string): FoundArticle => ({
    ...NOTHING_FOUND,
    text: shown.textOf(html),
    address: savedFrom(html) ?? '',
    remarks: [why],
  });
  const size = shown.sizeOf(html);
  if (size.elements > MOST_ELEMENTS || size.depth > DEEPEST) return whole(ALL_OF_LARGE);
  const { DOMParser } = await import('linkedom');
  const document = new DOMParser().parseFromString(withBody(html), 'text/html');
  if (depthOf(document) > DEEPEST) return whole(ALL_OF_LARGE);
  const metadata = metadataOf(document);
  const { Readability } = await import('@mozilla/readability');
  const main = new Readability(document).parse();
  const text = shown.textOf(main?.content ?? '');
  const title = titleLine(main?.title) || metadata.title;
  const known = {
    title,
    publisher: titleLine(main?.siteName) || metadata.publisher,
    address: metadata.address || (savedFrom(html) ?? ''),
    published: dayOf(main?.publishedTime ?? '') || metadata.published,
  };
  if (text === '') return { ...whole(ALL_OF_PAGE), ...known };
  return { ...NOTHING_FOUND, ...known, text: withHeadline(text, metadata.headlines, title) };
}

const ALL_OF_LARGE =
  'The page is too large to tell its article from what stands around it, so this is all of its text. Delete what does not belong to the article.';
const ALL_OF_PAGE =
  'Dateline could not tell the article from what stands around it, so this is all the text of the page. Delete what does not belong to the article.';

/** A page with the tag of its body, which authors may leave out and browsers then put there. */
function withBody(html: string): string {
  if (/<body\b/i.test(html)) return html;
  for (const before of [/<\/head\s*>/i, /<html\b[^>]*>/i])
    if (before.test(html)) return html.replace(before, '$&<body>');
  return `<html><body>${html}</body></html>`;
}

/** What a page says of itself. */
interface Metadata {
  readonly title: string;
  readonly publisher: string;
  readonly address: string;
  readonly published: string;
  /** The headlines that it shows. */
  readonly headlines: readonly string[];
}

/** The names under which pages tell when they were published, the likeliest first. */
const DATE_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'citation_publication_date',
  'publication_date',
  'pubdate',
  'publish-date',
  'dc.date',
  'date',
];

function metadataOf(document: PageDocument): Metadata {
  const named = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const name = ['property', 'name', 'itemprop'].map((key) => meta.getAttribute(key)).find(Boolean);
    const content = meta.getAttribute('content');
    if (name && content && !named.has(name.toLowerCase())) named.set(name.toLowerCase(), content);
  }
  const first = (selector: string, attribute: string): string | null => {
    for (const element of document.querySelectorAll(selector)) {
      const value = element.getAttribute(attribute);
      if (value) return value;
    }
    return null;
  };
  const dates = [
    ...DATE_NAMES.map((name) => named.get(name)),
    first('time[itemprop="datePublished"], time[pubdate]', 'datetime'),
    first('[itemprop="datePublished"]', 'content'),
  ];
  const addresses = [first('link[rel="canonical"]', 'href'), named.get('og:url')];
  const texts = (selector: string): string[] =>
    Array.from(document.querySelectorAll(selector), ({ textContent }) => titleLine(textContent));
  const headlines = texts('h1');
  return {
    title: titleLine(named.get('og:title')) || (headlines[0] ?? texts('title')[0] ?? ''),
    publisher: titleLine(named.get('og:site_name') ?? named.get('application-name')),
    address: addresses.map((address) => address?.trim() ?? '').find(isAddress) ?? '',
    published: dates.map((date) => dayOf(date ?? '')).find((day) => day !== '') ?? '',
    headlines,
  };
}

/** A text on one line, as a title takes it; empty if there is none. */
export function titleLine(text: string | null | undefined): string {
  return oneLine(text ?? '').slice(0, LIMITS.line);
}

/** The day or month that a page writes, in EDTF; empty if it is none. A time is left out: the day is the publisher's. */
export function dayOf(written: string): string {
  const date = written.trim().slice(0, LIMITS.date);
  const digits = /^(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)(?!\d)/.exec(date)?.slice(1).join('-');
  if (digits !== undefined && parseEventDate(digits).ok) return digits;
  if (date === '' || /\d:\d/.test(date)) return '';
  const read = readTypedDate(date);
  return read.ok ? read.value.edtf : '';
}

/** The address that browsers and their extensions write at the beginning of a page that they save. */
function savedFrom(html: string): string | null {
  const head = html.slice(0, HEAD);
  const address =
    /<!-- saved from url=\(\d+\)(\S+) -->/.exec(head)?.[1] ??
    /<!--\s+Page saved with SingleFile\s+url: (\S+)/.exec(head)?.[1];
  return address !== undefined && isAddress(address) ? address : null;
}

/** Puts the headline that the page shows before the text, where that begins without it. */
function withHeadline(text: string, headlines: readonly string[], title: string): string {
  const headline = headlines.includes(title) ? title : headlines.length === 1 ? headlines[0] : '';
  return !headline || text.startsWith(headline) ? text : `${headline}\n\n${text}`;
}

/** The most elements of a page within each other. */
function depthOf({ documentElement }: PageDocument): number {
  let [deepest, depth] = [0, 1];
  let element: PageElement | null = documentElement;
  while (element !== null) {
    deepest = Math.max(deepest, depth);
    if (element.firstElementChild !== null) {
      element = element.firstElementChild;
      depth += 1;
      continue;
    }
    while (element !== null && element.nextElementSibling === null) {
      element = element.parentElement;
      depth -= 1;
    }
    element = element?.nextElementSibling ?? null;
  }
  return deepest;
}

/** A page as text: what its bytes can only be, what it says, or else a guess. */
function decoded(bytes: Uint8Array): { readonly html: string; readonly remarks: readonly string[] } {
  const { encoding, guessed, from } = encodingOf(bytes);
  if (!guessed) return { html: decodedAs(encoding, bytes.subarray(from)), remarks: [] };
  const head = decodedAs('windows-1252', bytes.subarray(0, HEAD));
  const said = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1];
  const html = said === undefined ? null : decodedBy(said, bytes);
  // A page that says UTF-8 and is something else has a fault for each letter beyond ASCII.
  return html === null || (html.match(/\ufffd/g)?.length ?? 0) > MOST_FAULTS
    ? { html: decodedAs(encoding, bytes), remarks: [guessedEncoding(encoding)] }
    : { html, remarks: [] };
}

/** Faults of an encoding that a page may have and still be in it. */
const MOST_FAULTS = 10;

/** Text in an encoding by a name that others gave it; `null` if nobody knows the name. */
function decodedBy(name: string, bytes: Uint8Array): string | null {
  try {
    const decoder = new TextDecoder(name);
    return decoder.encoding === 'windows-1252' ? decodedAs('windows-1252', bytes) : decoder.decode(bytes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}
