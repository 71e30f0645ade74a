// Puts the lines of pages together to paragraphs, as their places tell. Pure.

/** A line on a page. Lengths and places are in points, from the left and from the bottom. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Of its letters. */
  readonly size: number;
}

/** What lines came to. */
export interface Paragraphs {
  readonly paragraphs: readonly string[];
  /** What was done to them, a sentence each. */
  readonly remarks: readonly string[];
}

/** Lines at the top and at the bottom of a page that may be on all pages. */
const EDGE = 2;

/** How much farther apart than others lines of two paragraphs are, and how much larger the letters of a headline. */
const FARTHER = 1.3;
const LARGER = 1.12;

/** How far a line begins behind the others, or ends before them, in sizes of its letters. */
const INDENTED = 0.8;
const SHORT = 4;

const ITEM = /^[-–—•*▪]\s/u;
const ENDED = /[.!?…:]["”’»)\]]*$/u;
const DIVIDED = /(?<!\p{L})(\p{L}+)[-\u2010\u00ad]$/u;
const COMPOUND = /(?<!\p{L})\p{L}+-\p{L}+/gu;
const PAGE_NUMBER = /^(?:page |p\. ?|стр\. ?)?\W{0,3}\d{1,4}(?: ?(?:of|\/|из) ?\d{1,4})?\W{0,3}$/iu;

/** The paragraphs of pages, without what stands on each page. */
export function paragraphsOf(pages: readonly (readonly Line[])[]): Paragraphs {
  const body = pages.map(withoutEdges(pages));
  const isCut = body.some((lines, page) => lines.length < (pages[page]?.length ?? 0));
  const compounds = new Set(
    body.flatMap((lines) => lines.flatMap(({ text }) => text.toLowerCase().match(COMPOUND) ?? [])),
  );
  /** Of each paragraph its lines, and the spaces between them. */
  const paragraphs: string[][] = [];
  let isJoined = false;
  let before: Line | undefined;
  for (const lines of body) {
    const usual = usualOf(lines);
    for (const [at, line] of lines.entries()) {
      const last = paragraphs.at(-1);
      if (last === undefined || before === undefined || begins(before, line, at === 0, usual))
        paragraphs.push([line.text]);
      else {
        // The line before may hold no more than the middle of a word.
        const [, start] = DIVIDED.exec(last.slice(-2).join('')) ?? [];
        const [end] = /^\p{Ll}+/u.exec(line.text) ?? [];
        if (start === undefined) last.push(' ');
        else if (end !== undefined && !compounds.has(`${start}-${end}`.toLowerCase())) {
          last.splice(-1, 1, before.text.slice(0, -1));
          isJoined = true;
        }
        last.push(line.text);
      }
      before = line;
    }
  }
  return {
    paragraphs: paragraphs.map((parts) => parts.join('')),
    remarks: [
      ...(isCut ? ['What stands at the edge of each page was left out.'] : []),
      ...(isJoined ? ['Words that were divided at the ends of lines were joined.'] : []),
    ],
  };
}

/** What most lines of a page have: the distance to the next, and where they begin and end. */
interface Usual {
  readonly distance: number;
  readonly left: number;
  readonly right: number;
}

function usualOf(lines: readonly Line[]): Usual {
  const distances = lines.flatMap((line, at) => {
    const next = lines[at + 1];
    return next !== undefined && next.y < line.y ? [line.y - next.y] : [];
  });
  return {
    distance: middle(distances) ?? Infinity,
    left: middle(lines.map(({ left }) => left)) ?? 0,
    right: Math.max(...lines.map(({ right }) => right), 0),
  };
}

function middle(numbers: readonly number[]): number | undefined {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** Whether a line begins a paragraph. @param isNewPage whether the line before stands on another page. */
function begins(before: Line, line: Line, isNewPage: boolean, { distance, left, right }: Usual): boolean {
  const larger = Math.max(before.size, line.size) / Math.max(1, Math.min(before.size, line.size));
  if (larger > LARGER) return true;
  if (ITEM.test(line.text)) return true;
  // On another page, or in the next column, only the words tell.
  if (isNewPage || line.y >= before.y) return ENDED.test(before.text) || !/^[\p{Ll}\d(“"«]/u.test(line.text);
  if (before.y - line.y > FARTHER * distance) return true;
  if (!ITEM.test(before.text) && line.left > Math.max(before.left, left) + INDENTED * line.size) return true;
  return ENDED.test(before.text) && before.right < right - SHORT * line.size && before.right < line.right;
}

/** Takes the lines away that stand at the top or the bottom of many pages, and the numbers of pages. */
function withoutEdges(pages: readonly (readonly Line[])[]): (lines: readonly Line[]) => readonly Line[] {
  const seen = new Map<string, number>();
  for (const lines of pages)
    for (const key of new Set(edgesOf(lines).map(({ text }) => keyOf(text))))
      seen.set(key, (seen.get(key) ?? 0) + 1);
  const least = Math.max(2, pages.length / 3);
  return (lines) => {
    // What runs along the top of pages is mostly the title, which stands on the first in larger letters.
    const [first] = lines === pages[0] ? edgesOf(lines) : [];
    const usual = middle(lines.map(({ size }) => size)) ?? 0;
    const title = first !== undefined && first.size > LARGER * usual ? first : undefined;
    const edges = new Set(
      edgesOf(lines).filter(
        (line) =>
          PAGE_NUMBER.test(line.text) || (line !== title && (seen.get(keyOf(line.text)) ?? 0) >= least),
      ),
    );
    return lines.filter((line) => !edges.has(line));
  };
}

/** The lines at the top and at the bottom. */
function edgesOf(lines: readonly Line[]): readonly Line[] {
  const sorted = lines.toSorted((a, b) => b.y - a.y);
  return [...sorted.slice(0, EDGE), ...sorted.slice(-EDGE)];
}

/** A line without its numbers, which count pages. */
function keyOf(text: string): string {
  return text.replace(/\d+/g, '#');
}
