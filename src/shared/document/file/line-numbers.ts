// The lines of a JSON text on which some of its parts stand, all found in one pass. Pure.
import type { Path } from './path.ts';

/** A part that is looked for, or that leads to one. */
interface Part {
  line: number;
  readonly parts: Map<string, Part>;
}

/** A list or object around the place that has been reached; `part` is `undefined` where nothing in it is looked for. */
interface Around {
  readonly part: Part | undefined;
  /** Number of the entry that comes next in a list; -1 in an object. */
  position: number;
  /** Whether a name comes next in an object. */
  named: boolean;
}

const [TAB, LINE_FEED, RETURN, SPACE] = [0x09, 0x0a, 0x0d, 0x20];
const [QUOTATION_MARK, COMMA, COLON, BACKSLASH] = [0x22, 0x2c, 0x3a, 0x5c];
const [OPENING_BRACKET, CLOSING_BRACKET, OPENING_BRACE, CLOSING_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * The line of each part, from 1; of a part that is missing the line of the nearest around it that is there. Where a name
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

/** Whether a text has more than one line, so that their numbers say anything. */
export function hasLines(text: string): boolean {
  return /[\r\n]\s*\S/.test(text);
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

/** Notes the line of each part that it passes. */
function walk(text: string, root: Part): void {
  const around: Around[] = [];
  let line = 1;
  let next: Part | undefined = root;
  /** A value begins: in a list it is the next entry. */
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

/** A part that is found again is another: what was found within the first is not in it. */
function found(part: Part | undefined, line: number): void {
  if (part === undefined) return;
  part.line = line;
  for (const inner of part.parts.values()) found(inner, 0);
}

/** The closing quotation mark of a text whose opening one stands at `from`. */
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
