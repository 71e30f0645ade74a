// The selection: nothing, an event, or two compared events; and the article shown with it.
import { isolate } from '../../shared/isolate.ts';
import { batch, computed } from '@preact/signals';
import { distanceInWords } from '../../shared/dates/distance.ts';
import type { AnyEvent } from '../../shared/document/event.ts';
import { eventLabel } from '../../shared/document/event-label.ts';
import { laneOf, laneTitleOf } from '../../shared/document/lane-of.ts';
import { announce } from '../parts/announcements.ts';
import { currentView, viewState } from './view.ts';

const selected = viewState<number | null>(null);
const other = viewState<number | null>(null);
const article = viewState<string | null>(null);

/** Row of the selected event, or `null`. */
export const selectedEvent = selected.current;

/** Row of the event compared with the selected one, or `null`. It is never the selected one itself. */
export const otherEvent = other.current;

/** Rows of all events drawn as selected: none, one, or two compared ones. */
export const selection = computed<readonly number[]>(() =>
  [selectedEvent.value, otherEvent.value].filter((row) => row !== null),
);

/** Whether anything is selected: an event, or two. */
export const isSelecting = computed<boolean>(() => selection.value.length > 0);

/** The id of the article that the panel shows; `null` stands for the first. */
export const shownArticle = article.current;

/** The selected event or, of two, the one reached last, from which a step or a search continues. */
export const standingAt = computed<number | null>(() => otherEvent.value ?? selectedEvent.value);

/** Selects the event in a row, or nothing. */
export function selectEvent(row: number | null): void {
  batch(() => {
    other.set(null);
    selected.set(row);
    const document = currentView.value?.opened.document;
    const event = document === undefined || row === null ? undefined : document.events.at(row);
    if (document === undefined || event === undefined) return;
    announce(eventLabel(event, laneTitleOf(document, event)));
    showArticle(articleFor(event));
  });
}

/** Selects a second event for comparison; its row must differ from the selected one's. */
export function selectOther(row: number): void {
  const events = currentView.value?.opened.document.events;
  const [one, second] = [events?.placedAt(selectedEvent.value ?? -1), events?.placedAt(row)];
  if (one === undefined || second === undefined) return;
  batch(() => {
    other.set(row);
    showArticle(articleFor(second));
    announce(
      `From ${isolate(one.title)} to ${isolate(second.title)}: ${distanceInWords(one.when, second.when)}`,
    );
  });
}

/** Selects only the first of two compared events. */
export function stopComparing(): void {
  selectEvent(selectedEvent.value);
}

/** Deselects anything outside these lanes. */
export function keepSelectionIn(lanes: readonly number[]): void {
  const document = currentView.value?.opened.document;
  const isShown = (row: number | null): boolean => {
    const event = document === undefined || row === null ? undefined : document.events.at(row);
    return document === undefined || event === undefined || lanes.includes(laneOf(document, event));
  };
  batch(() => {
    if (!isShown(selectedEvent.value)) selectEvent(null);
    if (!isShown(otherEvent.value)) other.set(null);
  });
}

/** Deselects events that were removed. */
export function keepSelection(): void {
  const events = currentView.value?.opened.document.events;
  const isGone = (row: number | null): boolean => row !== null && events?.isEvent(row) !== true;
  batch(() => {
    if (isGone(selectedEvent.value)) selectEvent(null);
    else if (isGone(otherEvent.value)) other.set(null);
  });
}

/** Shows an article of the document by its id; `null` shows the first. */
export function showArticle(id: string | null): void {
  article.set(id);
}

/** The article to show with an event: the current one if it is about the event, or else the first that is. */
function articleFor({ evidence }: AnyEvent): string | null {
  const shown = shownArticle.value ?? currentView.value?.opened.document.articles[0]?.id;
  if (evidence.length === 0 || evidence.some((quote) => quote.article === shown)) return shown ?? null;
  return evidence[0]?.article ?? null;
}
