// Writes the events of a document as tables to read: in Markdown and in HTML.
import type { TimelineEvent } from '../document/event.ts';
import { Likelihood, type Draft, type Format, type Written } from './format.ts';
import { escapeHtml } from './html.ts';
import { lossesOf, type Feature } from './losses.ts';
import { inParts } from './written-date.ts';

const HOLDS: readonly Feature[] = [
  'title',
  'undated',
  'description',
  'place',
  'participants',
  'sources',
  'lanes',
  'subtitle',
  'author',
  'source titles',
  // A table is for reading, and in the order of time.
  'ids',
  'lane order',
];
const HEADS = ['Date', 'Event', 'Lane', 'Place', 'Participants', 'Description', 'Sources'];

interface Row {
  readonly cells: readonly string[];
  readonly sources: TimelineEvent['sources'];
}

/** The events in the order of time, those without a date last. */
function rowsOf({ events, lanes }: Draft): Row[] {
  const titles = new Map(lanes.map(({ id, title }) => [id, title]));
  const placed = events.map((event) => ({ event, when: inParts(event.date) }));
  placed.sort((one, other) => (one.when?.date.start ?? Infinity) - (other.when?.date.start ?? Infinity) || 0);
  return placed.map(({ event, when }) => ({
    cells: [
      when?.words ?? 'no date',
      event.title,
      titles.get(event.lane) ?? '',
      event.place ?? '',
      event.participants
        .map(({ name, role }) => (role === undefined ? name : `${name} (${role})`))
        .join('; '),
      event.description ?? '',
    ],
    sources: event.sources,
  }));
}

async function writeMarkdown(draft: Draft): Promise<Written> {
  const rows = rowsOf(draft).map(({ cells, sources }) => [
    ...cells.map(inMarkdown),
    sources
      .map(
        ({ title, address }) => `[${inMarkdown(title)}](<${address.replace(/[<>|]/g, encodeURIComponent)}>)`,
      )
      .join('<br>'),
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const text = [
    `# ${inMarkdown(draft.title)}`,
    '',
    ...(draft.subtitle === undefined ? [] : [inMarkdown(draft.subtitle), '']),
    ...(draft.author === undefined ? [] : [inMarkdown(draft.author), '']),
    line(HEADS),
    line(HEADS.map(() => '---')),
    ...rows.map(line),
    '',
  ].join('\n');
  return Promise.resolve({ bytes: new TextEncoder().encode(text), losses: losses(draft) });
}

/** Text in which nothing is markup, on one line. */
function inMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>|#~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/\s*\n\s*/g, '<br>');
}

async function writeHtml(draft: Draft): Promise<Written> {
  const cell = (html: string): string => `<td>${html}</td>`;
  const rows = rowsOf(draft).map(
    ({ cells, sources }) =>
      `<tr>${cells.map((text) => cell(escapeHtml(text).replace(/\n/g, '<br>'))).join('')}${cell(
        sources
          .map(({ title, address }) => `<a href="${escapeHtml(address)}">${escapeHtml(title)}</a>`)
          .join('<br>'),
      )}</tr>`,
  );
  const text = [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escapeHtml(draft.title)}</title>`,
    '</head>',
    '<body>',
    `<h1>${escapeHtml(draft.title)}</h1>`,
    ...[draft.subtitle, draft.author].flatMap((words) =>
      words === undefined ? [] : [`<p>${escapeHtml(words)}</p>`],
    ),
    '<table>',
    `<thead><tr>${HEADS.map((head) => `<th>${head}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows,
    '</tbody>',
    '</table>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
  return Promise.resolve({ bytes: new TextEncoder().encode(text), losses: losses(draft) });
}

function losses(draft: Draft): string[] {
  return [...lossesOf(draft, HOLDS), 'The table is for reading; Dateline does not read it back'];
}

/** A table in Markdown. */
export const markdown: Format = {
  id: 'markdown',
  name: 'Markdown table',
  endings: ['.md', '.markdown'],
  recognise: () => Likelihood.No,
  write: writeMarkdown,
};

/** A table in HTML. */
export const html: Format = {
  id: 'html',
  name: 'HTML table',
  endings: ['.html', '.htm'],
  recognise: () => Likelihood.No,
  write: writeHtml,
};
