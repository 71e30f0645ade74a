// Tables to read hold each event in a row, and nothing of its text becomes markup.
import { expect, test } from 'vitest';
import type { TimelineEvent } from '../document/event.ts';
import { html, markdown } from './documents.ts';
import type { Draft } from './format.ts';

const event = (id: string, over: Partial<TimelineEvent>): TimelineEvent => ({
  id,
  title: id,
  lane: 'town',
  participants: [],
  evidence: [],
  sources: [],
  ...over,
});

const DRAFT: Draft = {
  title: 'The bridge <script>alert(1)</script> | at *Millbrook*',
  articles: [],
  notes: [],
  lanes: [{ id: 'town', title: 'Town | square' }],
  events: [
    event('later', { title: '[Link](javascript:alert(1)) `code`', date: '1853~' }),
    event('sooner', {
      title: 'First <b>stone</b> | laid',
      date: '1851-08-15',
      place: 'Millbrook',
      description: 'One line\nanother & more',
      participants: [{ name: 'Ann', role: 'mayor' }, { name: 'Bo' }],
      sources: [{ title: 'A | B', address: 'https://example.org/?a=1&b="<2>|3' }],
    }),
    event('never', { title: 'Nobody knows when' }),
  ],
};

const textOf = ({ bytes }: { readonly bytes: Uint8Array }): string => new TextDecoder('utf-8').decode(bytes);

test('in Markdown', async () => {
  const written = await markdown.write?.(DRAFT);
  const lines = textOf(written ?? { bytes: new Uint8Array() }).split('\n');
  expect(lines[0]).toBe('# The bridge \\<script\\>alert(1)\\</script\\> \\| at \\*Millbrook\\*');
  const rows = lines.filter((line) => line.startsWith('|'));
  expect(rows).toHaveLength(5);
  // Bars that are no text: eight around seven cells.
  for (const row of rows) expect(row.replace(/\\./g, '').match(/\|/g)).toHaveLength(8);
  expect(rows[2]).toBe(
    '| 15 August 1851 | First \\<b\\>stone\\</b\\> \\| laid | Town \\| square | Millbrook | Ann (mayor); Bo | One line<br>another &amp; more | [A \\| B](<https://example.org/?a=1&b="%3C2%3E%7C3>) |',
  );
  expect(rows[3]).toContain('| about 1853 | \\[Link\\](javascript:alert(1)) \\`code\\` |');
  expect(rows[4]).toContain('| no date | Nobody knows when |');
});

test('in HTML', async () => {
  const written = await html.write?.(DRAFT);
  const page = textOf(written ?? { bytes: new Uint8Array() });
  expect(page).not.toContain('<script');
  expect(page.match(/<tr>/g)).toHaveLength(4);
  expect(page.match(/<t[dh]>/g)).toHaveLength(28);
  expect(page).toContain(
    '<tr><td>15 August 1851</td><td>First &lt;b&gt;stone&lt;/b&gt; | laid</td><td>Town | square</td><td>Millbrook</td><td>Ann (mayor); Bo</td><td>One line<br>another &amp; more</td><td><a href="https://example.org/?a=1&amp;b=&quot;&lt;2&gt;|3">A | B</a></td></tr>',
  );
});
