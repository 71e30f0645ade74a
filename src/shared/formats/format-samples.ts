/// <reference types="vite/client" />
// The fixtures of all formats as bytes, and what tests ask of whatever was read of a file.
import { examineDocument } from '../document/file/read.ts';
import type { Draft, Imported, ReadOptions } from './format.ts';

declare function atob(base64: string): string;

const FILES = import.meta.glob<string>(['./fixtures/*/*', '!./fixtures/*/*.read'], {
  query: '?url&inline',
  import: 'default',
  eager: true,
});

/** A fixture: the folder names its format. */
export interface Fixture {
  readonly format: string;
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** All fixtures. */
export const FIXTURES: readonly Fixture[] = Object.entries(FILES).map(([path, address]) => {
  const [, , format = '', file = ''] = path.split('/');
  return { format, file, bytes: bytesOf(address) };
});

function bytesOf(address: string): Uint8Array {
  const comma = address.indexOf(',');
  const [head, body] = [address.slice(0, comma), address.slice(comma + 1)];
  if (!head.endsWith(';base64')) return new TextEncoder().encode(decodeURIComponent(body));
  return Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
}

/** How tests read: on a day that does not change. */
export function optionsFor(file: string, assume: readonly string[] = []): ReadOptions {
  return { file, assume, today: '2026-11-28' };
}

/** The text of a `.dateline` file with a draft. */
function fileOfDraft(draft: Draft): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ format: 'dateline', version: 2, ...draft }));
}

/** What is wrong with a draft as a document of version 2; `null` if nothing is. */
export function faultOf({ draft, report }: Imported): string | null {
  const examined = examineDocument(fileOfDraft(draft), 5);
  if (!examined.ok)
    return [
      examined.failure.message,
      ...examined.problems.map(({ place, sentence }) => `${place}: ${sentence}`),
    ].join('\n');
  if (report.imported !== draft.events.length) return 'the report counts other events';
  if (report.undated !== draft.events.filter(({ date }) => date === undefined).length)
    return 'the report counts other undated events';
  if (report.read < report.imported) return 'more was imported than read';
  const faulty = report.problems.find(
    ({ reason }) => reason.trim() === '' || /\.$|undefined|NaN|\[object/.test(reason),
  );
  return faulty === undefined ? null : `the report says “${faulty.reason}”`;
}

/** What a test compares of an import: what is long is left out. */
export function shownOf(imported: Imported): string {
  const { draft, report, questions, table } = imported;
  const line = (value: unknown): string => JSON.stringify(value);
  return [
    line({ ...draft, events: undefined, lanes: undefined }),
    ...draft.lanes.map((lane) => `lane ${line(lane)}`),
    ...draft.events.map((event) =>
      line({
        ...event,
        evidence: undefined,
        participants: event.participants.length > 0 ? event.participants : undefined,
        sources: event.sources.length > 0 ? event.sources : undefined,
        dating:
          event.dating?.kind === 'imported'
            ? `row ${event.dating.row}: ${event.dating.written ?? ''}`
            : event.dating,
      }),
    ),
    `read ${report.read}, imported ${report.imported}, undated ${report.undated}`,
    ...report.problems.map(({ line: at, path, reason }) => `${at ?? '–'} | ${path ?? '–'} | ${reason}`),
    ...questions.map(
      (question) =>
        `? ${question.column ?? '–'} | ${question.words} ${question.choices.map(({ answer }) => answer).join(' ')}`,
    ),
    ...(table === undefined ? [] : [`mapping ${line(table.mapping)}`]),
    '',
  ].join('\n');
}
