// Takes an XML file apart into a tree of elements. Nothing outside of the file is ever looked up.
import { failure, success, type Result } from '../result.ts';

/** An element. */
export interface Element {
  readonly name: string;
  /** The text directly in it. */
  text: string;
  readonly children: Element[];
  /** Left out where there are none. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  /** From 1. */
  readonly line: number;
}

/** The deepest nesting that is read, unless another is named. */
const DEEPEST = 64;

/**
 * Parses XML.
 *
 * @param texts the elements that hold text: what stands within others in them is part of it, and `br` a line break.
 * @param deepest how many elements may stand within each other.
 * @returns its outermost element, or `xml-invalid` with a sentence that names the line. A document type is refused, since
 *   only that can define entities.
 */
export async function readXml(
  text: string,
  texts: ReadonlySet<string>,
  deepest = DEEPEST,
): Promise<Result<Element>> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser({ xmlns: false, position: true });
  const file: Element = { name: '', text: '', children: [], line: 1 };
  const open: Element[] = [file];
  let fault: string | undefined;
  const refuse = (reason: string): void => {
    fault ??= reason;
  };
  parser.on('doctype', () => {
    refuse(`Line ${parser.line} declares a document type, which may define entities without end. Remove it.`);
  });
  parser.on('error', (error) => {
    refuse(`The file is no valid XML: line ${sentenceOf(error.message)}.`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > deepest)
      refuse(`Line ${parser.line} has more than ${deepest} elements within each other.`);
    if (fault !== undefined) return;
    const element: Element = {
      name,
      text: '',
      children: [],
      line: parser.line,
      ...(Object.keys(attributes).length > 0 && { attributes }),
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    if (fault !== undefined) return;
    const closed = open.pop();
    const around = open.at(-1);
    if (closed === undefined || around === undefined || !isText(open)) return;
    around.text += closed.name === 'br' ? '\n' : closed.text;
  });
  const isText = (path: readonly Element[]): boolean => path.some(({ name }) => texts.has(name));
  const write = (piece: string): void => {
    const current = open.at(-1);
    if (current !== undefined && fault === undefined) current.text += piece;
  };
  parser.on('text', write);
  parser.on('cdata', write);
  // Piece by piece, so that nothing more is read once something is wrong.
  for (let at = 0; at < text.length && fault === undefined; at += PIECE)
    parser.write(text.slice(at, at + PIECE));
  if (fault === undefined) parser.close();
  const [root] = file.children;
  if (fault !== undefined) return failure('xml-invalid', fault);
  return root === undefined ? failure('xml-invalid', 'The file holds no XML element.') : success(root);
}

const PIECE = 65_536;

/** saxes writes “12:34: text”. */
function sentenceOf(message: string): string {
  const [, line = '', words = message] = /^(\d+):\d+: (.*)$/s.exec(message) ?? [];
  return `${line}, ${words.replace(/\.$/, '')}`;
}

/** The first child with a name. */
export function child({ children }: Element, name: string): Element | undefined {
  return children.find((one) => one.name === name);
}

/** All children with a name. */
export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((one) => one.name === name) ?? [];
}

/** The text of the first child with a name, trimmed; empty if there is none. */
export function textOfChild(element: Element, name: string): string {
  return child(element, name)?.text.trim() ?? '';
}

/** Writes text so that XML reads it as it is, without the characters that XML 1.0 forbids. */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
}

const FORBIDDEN =
  // eslint-disable-next-line no-control-regex -- these are what is left out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
