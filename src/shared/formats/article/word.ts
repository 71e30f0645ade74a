// Word documents (.docx): their paragraphs in the order of the text. Of their archive only that one part is unpacked.
import { failure, success } from '../../result.ts';
import { fileAsText } from '../text.ts';
import { child, readXml, type Element } from '../xml.ts';
import { checkZip, inflateEntry, isZip } from '../zip.ts';
import { NOTHING_FOUND, type ArticleKind } from './found.ts';

/** Elements within each other: tables in text boxes in tables need some fifty. */
const DEEPEST = 256;

/** Bytes of the text's part once unpacked. */
const LARGEST_PART = 128 * 2 ** 20;

/** Word documents. */
export const word: ArticleKind = {
  recognise: ({ bytes }) => isZip(bytes) && new TextDecoder('utf-8').decode(bytes).includes('word/'),
  async read(bytes) {
    const entries = checkZip(bytes);
    if (!entries.ok) return entries;
    const part = entries.value.find(({ name }) => /^word\/document\d*\.xml$/.test(name));
    if (part === undefined)
      return failure(
        'article-damaged',
        'It is damaged: the part with its text is missing. Open it in Word and save it again.',
      );
    if (part.whole > LARGEST_PART)
      return failure('article-too-long', 'Its text is too long to be read. Divide it, and add its parts.');
    const inflated = await inflateEntry(bytes, part);
    if (!inflated.ok) return inflated;
    const root = await readXml(fileAsText(inflated.value).text, new Set(), DEEPEST);
    if (!root.ok) return root;
    const { paragraphs, leftOut } = textOf(root.value);
    return success({
      ...NOTHING_FOUND,
      text: paragraphs.join('\n\n'),
      remarks: [...leftOut].map((what) => `${what} were left out.`),
    });
  },
};

/** Elements whose contents are no text, are told a second time, or are what the reader took out or cannot see. */
const PASSED_OVER: ReadonlyMap<string, string | null> = new Map([
  ...[
    'pPr',
    'rPr',
    'sectPr',
    'tblPr',
    'tblGrid',
    'trPr',
    'tcPr',
    'sdtPr',
    'instrText',
    'rt',
    'mc:Fallback',
  ].map((name) => [name, null] as const),
  ['del', 'Words that were deleted while changes were tracked'],
  ['moveFrom', 'Words that were moved while changes were tracked, in their old place,'],
  ['footnoteReference', 'Footnotes'],
  ['endnoteReference', 'Endnotes'],
  ['commentReference', 'Comments'],
]);

/** What stands for an element without contents. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['ptab', '\t'],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '\u2011'],
]);

/** The paragraphs of a document, and what of it was left out. */
function textOf(root: Element): {
  readonly paragraphs: readonly string[];
  readonly leftOut: ReadonlySet<string>;
} {
  const paragraphs: string[][] = [];
  const leftOut = new Set<string>();
  // Nearly always “w:”.
  const prefix = root.name.replace(/document$/, '');
  const nameOf = ({ name }: Element): string => (name.startsWith(prefix) ? name.slice(prefix.length) : name);

  function walk(element: Element, paragraph: string[] | null): void {
    const name = nameOf(element);
    const passed = PASSED_OVER.get(name);
    if (passed !== undefined) {
      if (passed !== null) leftOut.add(passed);
      return;
    }
    const sign = SIGNS.get(name);
    if (name === 't' || name === 'm:t') paragraph?.push(element.text);
    else if (sign !== undefined) paragraph?.push(sign);
    else if (!isHidden(element, name)) {
      // A text box stands within a paragraph, and has some of its own.
      const inside = name === 'p' ? [] : paragraph;
      if (name === 'p' && inside !== null) paragraphs.push(inside);
      for (const each of element.children) walk(each, inside);
    }
  }

  /** Hidden words, and what a form shows where nothing was filled in. */
  function isHidden(element: Element, name: string): boolean {
    if (name === 'r') return hasIn(element, 'rPr', 'vanish');
    return name === 'sdt' && hasIn(element, 'sdtPr', 'showingPlcHdr');
  }

  function hasIn(element: Element, properties: string, property: string): boolean {
    const found = child(element, prefix + properties);
    return found !== undefined && child(found, prefix + property) !== undefined;
  }

  walk(root, null);
  return {
    paragraphs: paragraphs.map((pieces) => pieces.join('').trim()).filter((text) => text !== ''),
    leftOut,
  };
}
