// Finds the lines on which parts of a JSON text stand, in one pass. Pure.
import type { Path } from './path.ts';

/** A part to find, or one on the way to it. */
interface Part {
  line: number;
  readonly parts: Map<string, Part>;
}

/** A list or object around the current position; `part` is `undefined` if nothing in it is to be found. */
interface Around {
  readonly part: Part | undefined;
  /** The number of the next entry in a list; -1 in an object. */
  position: number;
  /** Whether a name comes next in an object. */
  named: boolean;
}

const [TAB, LINE_FEED, RETURN, SPACE] = [0x09, 0x0a, 0x0d, 0x20];
const [QUOTATION_MARK, COMMA, COLON, BACKSLASH] = [0x22, 0x2c, 0x3a, 0x5c];
const [OPENING_BRACKET, CLOSING_BRACKET, OPENING_BRACE, CLOSING_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * The line of each part, from 1. For a missing part it is the line of the nearest existing part around it. If a name
 * stands twice in one object the last counts, as for `JSON.parse`.
 *
 * @param text valid JSON.
 * @param paths to the parts.
 */
export function linesOf(text: string, paths: readonly Path[]): number[] {
  const root: Part = { line: 1, parts: new Map() };
  for (const path of paths) path.reduce<Part>(stepInto, root);
  walk(text, root);
  return paths.map((path) => lineOf(root, path));
}

function stepInto(part: Part, step: PropertyKey): Part {
  const known = part.parts.get(String(step));
  if (known !== undefined) return known;
  const next: Part = { line: 0, parts: new Map() };
  part.parts.set(String(step), next);
  return next;
}

function lineOf(root: Part, path: Path): number {
  let part: Part | undefined = root;
  let { line } = root;
  for (const step of path) {
    part = part.parts.get(String(step));
    if (part === undefined || part.line === 0) break;
    line = part.line;
  }
  return line;
}

/** Records the line of each part on the way. */
function walk(text: string, root: Part): void {
  const around: Around[] = [];
  let line = 1;
  let next: Part | undefined = root;
  /** Begins a value: in a list it is the next entry. */
  const begin = (): void => {
    const list = around.at(-1);
    if (list !== undefined && list.position >= 0) {
      next = list.part?.parts.get(String(list.position));
      list.position += 1;
      found(next, line);
    } else if (list === undefined) found(next, line);
  };
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case LINE_FEED:
        line += 1;
        break;
      case RETURN:
        if (text.charCodeAt(at + 1) !== LINE_FEED) line += 1;
        break;
      case TAB:
      case SPACE:
      case COLON:
        break;
      case COMMA: {
        const object = around.at(-1);
        if (object?.position === -1) object.named = true;
        break;
      }
      case QUOTATION_MARK: {
        const end = endOfText(text, at);
        const object = around.at(-1);
        if (object?.position === -1 && object.named) {
          object.named = false;
          next = object.part?.parts.get(String(JSON.parse(text.slice(at, end + 1))));
          found(next, line);
        } else begin();
        at = end;
        break;
      }
      case OPENING_BRACE:
        begin();
        around.push({ part: next, position: -1, named: true });
        break;
      case OPENING_BRACKET:
        begin();
        around.push({ part: next, position: 0, named: false });
        break;
      case CLOSING_BRACE:
      case CLOSING_BRACKET:
        around.pop();
        break;
      default:
        begin();
        at = endOfWord(text, at);
    }
  }
}

/** A part that occurs again replaces the first, so what was found within the first does not count. */
function found(part: Part | undefined, line: number): void {
  if (part === undefined) return;
  part.line = line;
  for (const inner of part.parts.values()) found(inner, 0);
}

/** The closing quotation mark of the text that opens at `from`. */
function endOfText(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); ; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before -= 1;
    if ((end - 1 - before) % 2 === 0) return end;
  }
}

/** The last character of a number, `true`, `false` or `null`. */
function endOfWord(text: string, from: number): number {
  WORD.lastIndex = from;
  WORD.test(text);
  return Math.max(from, WORD.lastIndex - 1);
}

const WORD = /[\w.+-]*/y;
