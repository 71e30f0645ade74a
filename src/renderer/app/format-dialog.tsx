// The page on the document format, docs/format.md, within the app.
import { Copy } from 'lucide-preact';
import { useState } from 'preact/hooks';
import source from '../../../docs/format.md?raw';
import { copyText } from '../parts/clipboard.ts';
import { readMarkdown, type Block, type Inline } from './markdown.ts';
import { PageDialog } from './page-dialog.tsx';
import { SourceLink } from '../parts/source-link.tsx';

const [heading, ...blocks] = readMarkdown(source);
const title = heading?.kind === 'heading' ? textOf(heading.parts) : '';
const example = blocks.find((block) => block.kind === 'code' && block.language === 'json');

/** The whole page, with a button that copies its example. */
export function FormatDialog() {
  const [copied, setCopied] = useState(false);
  return (
    <PageDialog name="format-dialog" title={title}>
      <div class="format-page" tabIndex={0} role="region" aria-label={title} data-scrolls>
        {blocks.map((block, position) => (
          <BlockView key={position} block={block} />
        ))}
      </div>
      <footer>
        <span role="status">{copied && 'Copied.'}</span>
        <button
          type="button"
          class="button"
          onClick={() => {
            if (example?.kind !== 'code') return;
            void copyText(example.text).then(setCopied);
          }}
        >
          <Copy size={16} aria-hidden="true" />
          Copy the example
        </button>
      </footer>
    </PageDialog>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 2 ? 'h3' : 'h4';
      return <Heading id={`format-${block.id}`}>{inline(block.parts)}</Heading>;
    }
    case 'paragraph':
      return <p>{inline(block.parts)}</p>;
    case 'code':
      return <pre>{block.text}</pre>;
    case 'table': {
      const [head = [], ...rows] = block.rows;
      return (
        <table>
          <thead>
            <tr>
              {head.map((cell, column) => (
                <th key={column} scope="col">
                  {inline(cell)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, number) => (
              <tr key={number}>
                {row.map((cell, column) => (
                  <td key={column}>{inline(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    }
  }
}

function inline(parts: readonly Inline[]) {
  return parts.map((part, position) => <InlineView key={position} part={part} />);
}

function InlineView({ part }: { readonly part: Inline }) {
  switch (part.kind) {
    case 'text':
      return <>{part.text}</>;
    case 'code':
      return <code>{part.text}</code>;
    case 'bold':
      return <strong>{inline(part.parts)}</strong>;
    case 'link': {
      const { address, parts } = part;
      if (/^https?:/.test(address)) return <SourceLink address={address}>{inline(parts)}</SourceLink>;
      // Other pages of the docs are not part of the app.
      if (!address.startsWith('#')) return <>{inline(parts)}</>;
      return (
        <button
          type="button"
          class="link"
          onClick={() => {
            document.getElementById(`format-${address.slice(1)}`)?.scrollIntoView();
          }}
        >
          {inline(parts)}
        </button>
      );
    }
  }
}

function textOf(parts: readonly Inline[]): string {
  return parts
    .map((part) => (part.kind === 'text' || part.kind === 'code' ? part.text : textOf(part.parts)))
    .join('');
}
