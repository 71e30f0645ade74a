// Copies, cuts and pastes events: as events within Dateline, as text everywhere else. What else is pasted is imported.
import { parseEventDate } from '../../shared/dates/parse.ts';
import { isAddress } from '../../shared/document/address.ts';
import type { Lane, PlacedDocument } from '../../shared/document/document.ts';
import { CONFIDENCES, READ_KINDS, type Dating, type TimelineEvent } from '../../shared/document/event.ts';
import { named } from '../../shared/document/edit/events.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { laneTitleOf } from '../../shared/document/lane-of.ts';
import { openDropped } from '../document/commands.ts';
import { succeeded } from '../parts/notices.ts';
import { eventAsText } from '../timeline/copied-event.ts';
import { selection } from '../view/selection.ts';
import { currentView, stage } from '../view/view.ts';
import { importText } from '../import/commands.ts';
import { addCopies, deleteSelected, laneOfNew } from './commands.ts';

/** The kind of the clipboard's content that holds whole events. */
const EVENTS = 'application/x-dateline-events';

/** What is copied of an event: all of it, and the title of its lane, which has another id in another document. */
interface Copied {
  readonly event: TimelineEvent;
  readonly lane: string;
}

/** Listens on the whole page. Text fields and selected words keep the keys to themselves. */
export function listenToClipboard(isBlocked: () => boolean): void {
  const copy = (event: ClipboardEvent, isCut: boolean): void => {
    const view = currentView.peek();
    if (view === null || event.clipboardData === null || isElsewhere(event, isBlocked)) return;
    const { document: shown } = view.opened;
    const events = selection.peek().flatMap((row) => shown.events.at(row) ?? []);
    if (events.length === 0) return;
    event.preventDefault();
    const copied: Copied[] = events.map((one) => ({ event: one, lane: laneTitleOf(shown, one) }));
    event.clipboardData.setData(EVENTS, JSON.stringify(copied));
    event.clipboardData.setData('text/plain', events.map(eventAsText).join('\n'));
    if (isCut) deleteSelected();
    else succeeded(`Copied ${named(events)}.`);
  };
  document.addEventListener('copy', (event) => {
    copy(event, false);
  });
  document.addEventListener('cut', (event) => {
    copy(event, true);
  });
  document.addEventListener('paste', (event) => {
    const view = currentView.peek();
    const pasted = event.clipboardData?.getData(EVENTS) ?? '';
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const files = [...(event.clipboardData?.files ?? [])];
    if (view === null || isElsewhere(event, isBlocked)) return;
    if (pasted === '' && files.length === 0 && text.trim() === '') return;
    event.preventDefault();
    if (pasted !== '') {
      const lane = laneOfNew(view, selection.peek()[0] ?? null);
      addCopies(eventsIn(pasted, view.opened.document, lane), 'Paste', lane);
    }
    // A file manager copies files, and beside them their paths as text.
    else if (files.length > 0) void openDropped(files);
    else void importText(text);
  });
}

function isElsewhere(event: ClipboardEvent, isBlocked: () => boolean): boolean {
  const isInField =
    event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
  const hasWords = document.getSelection()?.isCollapsed === false;
  // An empty document invites on either stage.
  const isInList = stage.peek() === 'list' && currentView.peek()?.opened.document.events.count !== 0;
  return event.defaultPrevented || isBlocked() || isInField || hasWords || isInList;
}

/**
 * The events of a clipboard. Other programs may have filled it, so that every field is looked at; what does not fit is left
 * out. A lane is found by its title; quotes stay where the document has the same article.
 *
 * @param other the lane of events whose lane the document has not.
 */
export function eventsIn(
  json: string,
  { lanes, articles }: Pick<PlacedDocument, 'lanes' | 'articles'>,
  other: Lane,
): TimelineEvent[] {
  let list: unknown;
  try {
    list = JSON.parse(json);
  } catch {
    return [];
  }
  return (Array.isArray(list) ? list.slice(0, LIMITS.entries) : []).flatMap((item: unknown) => {
    const { event, lane } = fieldsOf(item);
    const fields = fieldsOf(event);
    const title = words(fields['title'], LIMITS.line);
    if (title === undefined) return [];
    const own = lanes.find((one) => one.title === lane) ?? other;
    const importance = fields['importance'];
    return [
      {
        id: 'pasted',
        title,
        lane: own.id,
        label: words(fields['label'], LIMITS.label),
        description: words(fields['description'], LIMITS.passage),
        date: dateIn(fields['date']),
        place: words(fields['place'], LIMITS.line),
        tags: listOf(fields['tags'])
          .flatMap((tag) => words(tag, LIMITS.tag) ?? [])
          .slice(0, LIMITS.tags),
        importance:
          typeof importance === 'number' && Number.isInteger(importance) && importance >= 1 && importance <= 5
            ? importance
            : undefined,
        participants: listOf(fields['participants']).flatMap((one) => {
          const name = words(fieldsOf(one)['name'], LIMITS.line);
          return name === undefined ? [] : [{ name, role: words(fieldsOf(one)['role'], LIMITS.line) }];
        }),
        evidence: listOf(fields['evidence']).flatMap((one) => {
          const { article, quote, start } = fieldsOf(one);
          const text = articles.find(({ id }) => id === article)?.text;
          if (typeof article !== 'string' || typeof quote !== 'string' || typeof start !== 'number')
            return [];
          if (quote.trim() === '' || text?.startsWith(quote, start) !== true) return [];
          return [{ article, quote, start, end: start + quote.length, date: dateIn(fieldsOf(one)['date']) }];
        }),
        dating: datingOf(fields['dating']),
        sources: listOf(fields['sources']).flatMap((one) => {
          const [name, address] = [
            words(fieldsOf(one)['title'], LIMITS.line),
            words(fieldsOf(one)['address'], LIMITS.address),
          ];
          return name === undefined || address === undefined || !isAddress(address)
            ? []
            : [{ title: name, address }];
        }),
      },
    ];
  });
}

function dateIn(value: unknown): string | undefined {
  const date = words(value, LIMITS.date);
  return date !== undefined && parseEventDate(date).ok ? date : undefined;
}

function datingOf(value: unknown): Dating | undefined {
  const fields = fieldsOf(value);
  if (fields['kind'] === 'imported') {
    const { row } = fields;
    const file = words(fields['file'], LIMITS.line);
    if (file === undefined || typeof row !== 'number' || !Number.isInteger(row) || row < 1) return undefined;
    return { kind: 'imported', file, row, written: words(fields['written'], LIMITS.line) };
  }
  const kind = READ_KINDS.find((one) => one === fields['kind']);
  const confidence = CONFIDENCES.find((one) => one === fields['confidence']);
  const explanation = words(fields['explanation'], LIMITS.passage);
  return kind === undefined || confidence === undefined || explanation === undefined
    ? undefined
    : { kind, confidence, explanation };
}

function words(value: unknown, longest: number): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, longest) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, LIMITS.entries) : [];
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
