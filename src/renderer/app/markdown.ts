// Reads the Markdown of docs/format.md, and no more of it than that page uses; docs/decisions/view.md says why. Pure.

/** A part of a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'bold'; readonly parts: readonly Inline[] }
  | { readonly kind: 'link'; readonly address: string; readonly parts: readonly Inline[] };

/** A part of a page. */
export type Block =
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly id: string;
      readonly parts: readonly Inline[];
    }
  | { readonly kind: 'paragraph'; readonly parts: readonly Inline[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] };

const HEADING = /^(#{1,6}) (.*)$/;
const FENCE = /^```(\w*)$/;
const RULE = /^[|\s:-]+$/;

/** The blocks of a page, in order. The first row of a table is its head. */
export function readMarkdown(page: string): Block[] {
  const lines = page.split(/\r?\n/);
  const blocks: Block[] = [];
  let at = 0;
  /** Takes lines as long as they match. */
  const take = (passes: (line: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && passes(lines[at] ?? '')) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const [, marks, title] = HEADING.exec(line) ?? [];
    const language = FENCE.exec(line)?.[1];
    if (line.trim() === '') {
      at += 1;
    } else if (marks !== undefined && title !== undefined) {
      blocks.push({ kind: 'heading', level: marks.length, id: idOf(title), parts: readInline(title) });
      at += 1;
    } else if (language !== undefined) {
      at += 1;
      blocks.push({ kind: 'code', language, text: take((each) => !FENCE.test(each)).join('\n') });
      at += 1;
    } else if (line.startsWith('|')) {
      const rows = take((each) => each.startsWith('|')).filter((each) => !RULE.test(each));
      blocks.push({ kind: 'table', rows: rows.map((row) => cellsOf(row).map(readInline)) });
    } else {
      const paragraph = take(
        (each) => each.trim() !== '' && !HEADING.test(each) && !FENCE.test(each) && !each.startsWith('|'),
      );
      blocks.push({ kind: 'paragraph', parts: readInline(paragraph.join(' ')) });
    }
  }
  return blocks;
}

/** The name by which links within the page refer to a heading, as code hosts derive it. */
function idOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\|/, '')
    .replace(/\|\s*$/, '')
    .split('|')
    .map((cell) => cell.trim());
}

const MARK = /`([^`]+)`|\*\*(.+?)\*\*|\[([^\]]*)\]\(([^)]*)\)/g;

function readInline(text: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const { index, 0: whole, 1: code, 2: bold, 3: link, 4: address = '' } of text.matchAll(MARK)) {
    if (index > end) parts.push({ kind: 'text', text: text.slice(end, index) });
    end = index + whole.length;
    if (code !== undefined) parts.push({ kind: 'code', text: code });
    else if (bold !== undefined) parts.push({ kind: 'bold', parts: readInline(bold) });
    else parts.push({ kind: 'link', address, parts: readInline(link ?? '') });
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}
