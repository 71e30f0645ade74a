// Reads docs/format.md without leaving any markup in its text.
import { expect, test } from 'vitest';
import page from '../../../docs/format.md?raw';
import { readMarkdown, type Block, type Inline } from './markdown.ts';

test('headings, paragraphs, tables, code, bold words and links are read', () => {
  const text = [
    '# The page',
    'Two lines',
    'of **one `bold`** paragraph, with [a link](#the-page).',
    '',
    '```json',
    '{ "a": "**|**" }',
    '',
    '# no heading',
    '```',
    '| a | b |',
    '| - | - |',
    '| `c` | d e |',
    'The end.',
  ].join('\n');
  const plain = (words: string): Inline => ({ kind: 'text', text: words });
  expect(readMarkdown(text)).toEqual<Block[]>([
    { kind: 'heading', level: 1, id: 'the-page', parts: [plain('The page')] },
    {
      kind: 'paragraph',
      parts: [
        plain('Two lines of '),
        { kind: 'bold', parts: [plain('one '), { kind: 'code', text: 'bold' }] },
        plain(' paragraph, with '),
        { kind: 'link', address: '#the-page', parts: [plain('a link')] },
        plain('.'),
      ],
    },
    { kind: 'code', language: 'json', text: '{ "a": "**|**" }\n\n# no heading' },
    {
      kind: 'table',
      rows: [
        [[plain('a')], [plain('b')]],
        [[{ kind: 'code', text: 'c' }], [plain('d e')]],
      ],
    },
    { kind: 'paragraph', parts: [plain('The end.')] },
  ]);
});

function textsOf(parts: readonly Inline[]): string[] {
  return parts.flatMap((part) =>
    part.kind === 'text' ? [part.text] : part.kind === 'code' ? [] : textsOf(part.parts),
  );
}

test('of the page on the format no mark is left, and its links within lead to headings', () => {
  const blocks = readMarkdown(page);
  const parts = blocks.flatMap((block): readonly Inline[] => {
    if (block.kind === 'code') return [];
    return block.kind === 'table' ? block.rows.flat(2) : block.parts;
  });
  expect(textsOf(parts).filter((text) => /[`*|[\]]|^#/.test(text))).toEqual([]);
  const ids = blocks.flatMap((block) => (block.kind === 'heading' ? [`#${block.id}`] : []));
  const links = parts.flatMap((part) => (part.kind === 'link' ? [part.address] : []));
  expect(links.length).toBeGreaterThan(3);
  expect(links.filter((address) => address.startsWith('#') && !ids.includes(address))).toEqual([]);
});
